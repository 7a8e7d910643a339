"""The shape of a request, counted by columns before any record is looked at."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from typing import Any

import polars as pl

from lawgate.dates import read_period
from lawgate.decide.request import Request, Subject
from lawgate.decide.says import says_something
from lawgate.decide.shape import Figure, Name, doubt_of, officer_load, order_states
from lawgate.law.corpus import Corpus
from lawgate.law.failure_to_depart import relied_on_alone
from lawgate.law.statutes import CRIMINAL, kind_of
from lawgate.linkage.adequacy import Outcome
from lawgate.service.contract.printed import cite_document
from lawgate.service.gate import Terms
from lawgate.service.subjects import frame_of, stated_day
from lawgate.stores.assessed import Judged, assess_many, assess_meanwhile

NOT_STATED = "not_stated"
repeats_told_max = 5


def shape_document(subjects: Sequence[Subject], terms: Terms, judged: pl.DataFrame) -> dict[str, Any]:
    """All figures of a request, each with the elements and the contested questions that it puts in doubt.

    `judged` are its addresses as judge_addresses gives them.
    """
    asked, corpus = terms.asked, terms.corpus
    figures = [
        *_addresses(len(subjects), judged),
        _periods(subjects, asked),
        _birth_dates(subjects),
        _reasons(subjects, asked),
        _officers(subjects, terms),
        _statutes(subjects, asked),
        _removal_orders(subjects, terms),
        *_duplicates(subjects),
    ]
    return {"subjects": len(subjects), "figures": [_document(figure, asked, corpus) for figure in figures]}


def _document(figure: Figure, asked: Request, corpus: Corpus) -> dict[str, Any]:
    pathways = (corpus.pathway(asked.provision),) if asked.provision else corpus.pathways
    doubt = doubt_of(figure.name, pathways)
    return {
        "name": figure.name.value,
        "subjects": dict(figure.subjects),
        "in_doubt": figure.in_doubt,
        "told": dict(figure.told),
        "elements": [{**cite_document(one.cite), "label": one.label} for one in doubt.elements],
        "contested": [question.id for question in doubt.questions],
    }


def judge_addresses(subjects: Sequence[Subject]) -> pl.DataFrame:
    """Each distinct address once, on its face: address, form, kind, and how many subjects state it."""
    counted = _counted_addresses(subjects)
    return _with_judgements(counted, assess_many(_texts(counted)))


def judge_addresses_meanwhile(
    subjects: Sequence[Subject], *, during: ExitStack
) -> Callable[[], pl.DataFrame]:
    """The same, begun now and waited for when it is asked for."""
    counted = _counted_addresses(subjects)
    judged = assess_meanwhile(_texts(counted), during=during)
    return lambda: _with_judgements(counted, judged())


def _counted_addresses(subjects: Sequence[Subject]) -> pl.DataFrame:
    return _column(subjects, "address").value_counts(name="times", sort=False)


def _texts(counted: pl.DataFrame) -> list[str]:
    return counted.get_column("address").fill_null("").to_list()


def _with_judgements(counted: pl.DataFrame, judged: Sequence[Judged]) -> pl.DataFrame:
    forms, kinds = zip(*judged, strict=True) if judged else ((), ())
    stated = counted.select(pl.col("address").is_not_null()).to_series()
    return counted.with_columns(
        pl.when(stated).then(pl.Series(told, dtype=pl.Utf8)).otherwise(pl.lit(NOT_STATED)).alias(name)
        for name, told in (("form", list(forms)), ("kind", list(kinds)))
    )


def forms_of(part: Sequence[Subject], judged: pl.DataFrame) -> dict[str, str]:
    """The forms of the addresses of some of the subjects, so that none is judged twice."""
    addresses = _column(part, "address").unique().drop_nulls().to_frame()
    return dict(judged.join(addresses, on="address", how="semi").select("address", "form").iter_rows())


def _addresses(whole: int, judged: pl.DataFrame) -> list[Figure]:
    """Addresses by what they come to and by kind."""
    forms = {form.value: 0 for form in Outcome} | {NOT_STATED: 0}
    forms |= dict(judged.group_by("form").agg(pl.col("times").sum()).iter_rows())
    kinds = judged.group_by("kind").agg(pl.col("times").sum()).sort(-pl.col("times").cast(pl.Int64), "kind")
    doubted = whole - forms[Outcome.ADEQUATE]
    return [
        Figure(Name.ADDRESSES, forms, doubted, {}),
        Figure(Name.ADDRESS_KINDS, dict(kinds.iter_rows()), doubted, {"kinds": kinds.height}),
    ]


def _periods(subjects: Sequence[Subject], asked: Request) -> Figure:
    def state(text: str | None) -> str:
        periods = asked.tax_periods if text is None else [part for part in text.split("|") if part.strip()]
        if any(read_period(part) for part in periods):
            return "stated"
        return "not_readable" if periods else NOT_STATED

    counts = _by_state(_column(subjects, "tax_periods"), state, ("stated", "not_readable", NOT_STATED))
    return Figure(Name.PERIODS, counts, len(subjects) - counts["stated"], {})


def _birth_dates(subjects: Sequence[Subject]) -> Figure:
    """Subjects by whether the date of birth is a day; one that is none says nothing for a person nor against."""

    def state(text: str | None) -> str:
        if text is None:
            return NOT_STATED
        return "stated" if stated_day(text) else "not_readable"

    counts = _by_state(_column(subjects, "date_of_birth"), state, ("stated", "not_readable", NOT_STATED))
    return Figure(Name.BIRTH_DATES, counts, counts["not_readable"], {})


def _reasons(subjects: Sequence[Subject], asked: Request) -> Figure:
    """Reasons by whether another subject has the same, however it is spaced and capitalised."""
    said = _column(subjects, "reasons").fill_null(asked.reasons or "")
    folded = said.str.to_lowercase().str.replace_all(r"[\s\p{P}]+", " ").str.strip_chars()
    counted = folded.value_counts(name="times").sort("times", descending=True)
    stated = counted.filter(
        pl.Series([says_something(text) for text in counted.to_series(0)], dtype=pl.Boolean)
    ).get_column("times")
    own, repeated = int((stated == 1).sum()), stated.filter(stated > 1)
    counts = {"own": own, "repeated": int(repeated.sum()), NOT_STATED: len(subjects) - int(stated.sum())}
    most = {f"repeat_{at}": times for at, times in enumerate(repeated.head(repeats_told_max), start=1)}
    return Figure(Name.REASONS, counts, len(subjects) - own, {"different": len(stated), **most})


def _officers(subjects: Sequence[Subject], terms: Terms) -> Figure:
    """Subjects by the load of the busiest officer named for them."""
    load, asked = officer_load(terms.subjects_each), terms.asked

    def state(text: str | None) -> str:
        every = list(terms.subjects_each)
        ids = every if text is None else [part.strip() for part in text.split("|") if part.strip()]
        loads = [terms.subjects_each.get(one, 0) for one in ids]
        if not loads:
            return "no_officer"
        return "above_limit" if max(loads) > load["limit"] else "within_limit"

    texts = _column(subjects, "recipients")
    counts = _by_state(texts, state, ("within_limit", "above_limit", "no_officer"))
    told = {"listed": len(asked.recipients), **load}
    return Figure(Name.OFFICERS, counts, len(subjects) - counts["within_limit"], told)


def _statutes(subjects: Sequence[Subject], asked: Request) -> Figure:
    """Subjects by the kinds of statute that their matter designates; one matter may designate several."""
    of_request, counts, criminal = asked.matter.statutes, dict[str, int](), 0
    apart = [one.matter for one in subjects if one.matter] if isinstance(subjects, tuple) else []
    several = [(of_request, len(subjects) - len(apart)), *((one.statutes, 1) for one in apart)]
    for statutes, times in several:
        kinds = {kind_of(text) for text in statutes} or {NOT_STATED}
        criminal += times * (CRIMINAL in kinds)
        for kind in kinds if times else ():
            counts[kind] = counts.get(kind, 0) + times
    told = {"statutes": len({text for statutes, times in several if times for text in statutes})}
    return Figure(Name.STATUTES, dict(sorted(counts.items())), len(subjects) - criminal, told)


def _removal_orders(subjects: Sequence[Subject], terms: Terms) -> Figure:
    frame = frame_of(subjects).select("removal_final_on", "removal_class_cite")
    counts = dict.fromkeys(("final", "in_the_future", "without_a_day", NOT_STATED), 0)
    states = frame.group_by(pl.all()).len().iter_rows()
    for final_on, cited, times in states:
        counts[order_states(stated_day(final_on), bool(final_on or cited), terms.day)] += times
    # Where the matter does not rest on removal, an order that is not stated is not missed.
    missed = counts[NOT_STATED] if relied_on_alone(terms.asked.matter.statutes) else 0
    doubted = counts["in_the_future"] + counts["without_a_day"] + missed
    return Figure(Name.REMOVAL_ORDERS, counts, doubted, {})


def _duplicates(subjects: Sequence[Subject]) -> list[Figure]:
    """Subjects who state the same as another one: a name and a birth date, a number, an address."""
    frame = frame_of(subjects)

    def folded(*columns: str) -> pl.Expr:
        joined = pl.concat_str(columns, separator=" ", ignore_nulls=True)
        return joined.str.to_lowercase().str.replace_all(r"[^\p{L}\p{N}]+", " ").str.strip_chars()

    named = folded("given_name", "surname", "entity") + "|" + pl.col("date_of_birth").str.strip_chars()
    same = {
        Name.SAME_PERSON: named,
        Name.SAME_TIN: pl.col("tin").str.replace_all(r"\D", ""),
        Name.SAME_ADDRESS: folded("address"),
    }
    return [_alike(name, frame.select(key=key).get_column("key")) for name, key in same.items()]


def _alike(name: Name, keys: pl.Series) -> Figure:
    stated = keys.replace("", None)
    times = stated.drop_nulls().value_counts(name="times").get_column("times").to_list()
    shared = [count for count in times if count > 1]
    counts = {"alone": len(times) - len(shared), "alike": sum(shared), NOT_STATED: stated.null_count()}
    return Figure(name, counts, sum(shared), {"groups": len(shared), "largest": max(shared, default=0)})


def _column(subjects: Sequence[Subject], name: str) -> pl.Series:
    """One column of text; a blank counts as not stated."""
    return frame_of(subjects).get_column(name).str.strip_chars().replace("", None)


def _by_state(
    texts: pl.Series, state: Callable[[str | None], str], states: Sequence[str]
) -> Mapping[str, int]:
    counts = dict.fromkeys(states, 0)
    for text, times in texts.value_counts().iter_rows():
        counts[state(text)] += times
    return counts
