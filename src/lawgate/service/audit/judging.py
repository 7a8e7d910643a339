"""Releases judged: each distinct combination of what decides is judged once, and its judgement given to all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from lawgate.audit.cases import Case, Cases
from lawgate.audit.judge import Judge, Judgement, Orders, Verdict, of_release
from lawgate.decide.findings import Findings
from lawgate.decide.request import Known, Request, Subject
from lawgate.decide.restrain import standing_against
from lawgate.decide.row_facts import facts_of_row, who_is_named
from lawgate.decide.rows import Asked, rows_for
from lawgate.kernel.truth import Truth
from lawgate.law.corpus import Corpus
from lawgate.law.terms import item as item_terms
from lawgate.linkage.person import Resolution
from lawgate.records.items import Item
from lawgate.service.contract.write import explanation_document
from lawgate.stores.records.released_records import Looked

Row = dict[str, Any]

OUTCOME = {Truth.YES: "lawful", Truth.NO: "unlawful", Truth.OPEN: "undeterminable"}


@dataclass(frozen=True)
class DayLaw:
    """The law of one day: as it is known now, as it was known then, and with orders whose days are in doubt."""

    day: date
    now: Corpus
    then: Corpus
    possible: Corpus
    findings: Findings
    findings_then: Findings

    @cached_property
    def unchanged(self) -> bool:
        """Whether nothing that is known now was unknown then."""
        return self.now is self.then and self.findings.rows == self.findings_then.rows


@dataclass(frozen=True, slots=True)
class Released:
    """One release as it is judged: the subject of the request, what went out, and what the records show.

    Of somebody whom the request does not name there is a subject of whom it says nothing.
    """

    subject: Subject
    items: tuple[str, ...]
    taxpayer_id: str | None
    looked: Looked
    held: Sequence[Item]
    address_form: str | None
    is_named: bool = True


class Judging:
    """Judges the releases of one day; `judgements` are the distinct ones, as documents, numbered over all days."""

    def __init__(
        self, asked: Request, law: DayLaw, counts: Mapping[str, int], subjects: int, judgements: list[Row]
    ) -> None:
        self._asked, self._law, self._subjects, self._judgements = asked, law, subjects, judgements
        self._cases = Cases(asked, law.day, counts)
        self._now, self._then = _judge_by(law.now, asked), _judge_by(law.then, asked)
        self._numbers: dict[object, int] = {}
        self._releases: dict[tuple[int, ...], Row] = {}

    def judge(self, one: Released) -> Row:
        """The columns that a judgement gives: verdicts, questions, orders, masks and the judgements by number."""
        number = self._cases.number_of(one.subject, one.address_form)
        case = self._cases.known[number]
        named = _named(one)
        numbers = [
            self._number(one, number, asked, named) for asked in rows_for(one.items, case.periods, one.held)
        ]
        outside = [] if one.is_named else ["person"]
        outside += ["item"] if set(one.items) - set(self._asked.items) else []
        return {
            "outside": outside,
            "address_form": case.address_form if one.is_named else None,
            "address_held": one.looked.agreement.value if one.looked.agreement and one.is_named else None,
            "named": named,
            **self._together(tuple(numbers)),
        }

    def _together(self, numbers: tuple[int, ...]) -> Row:
        """What the judgements of a release's rows come to; releases whose rows are judged alike share it."""
        if numbers not in self._releases:
            self._releases[numbers] = _of_all([self._judgements[at] for at in numbers], numbers)
        return self._releases[numbers]

    def _number(self, one: Released, case: int, asked: Asked, named: str) -> int:
        resolution = one.looked.resolution
        who = tuple(who_is_named(resolution).items()) if resolution else None
        spoken = self._law.findings.speaking_of(one.subject.ref)
        kind = (asked.item, asked.period, asked.held.period if asked.held else None, asked.held is None)
        source = asked.held.provenance if asked.held else None
        key = (case, spoken, kind, source, who, named == "another", one.is_named)
        number = self._numbers.get(key)
        if number is None:
            number = self._numbers[key] = len(self._judgements)
            self._judgements.append(self._judged(one, self._cases.known[case], asked, named))
        return number

    def _judged(self, one: Released, case: Case, asked: Asked, named: str) -> Row:
        ref, law = one.subject.ref, self._law
        is_asked = asked.item in self._asked.items
        if not (one.is_named and is_asked):
            outside = self._now.outside(
                asked.item, self._orders(case, law.now), person=one.is_named, asked=is_asked
            )
            return _document(outside, outside, asked)
        facts = {**case.facts, **law.findings.known(ref, asked.item), **self._seen(one, case, asked, named)}
        judged = self._now.judge(asked.item, facts, self._orders(case, law.now))
        then = judged
        if not law.unchanged:
            known_then = law.findings_then.known(ref, asked.item)
            facts = {**case.facts, **known_then, **self._seen(one, case, asked, named)}
            then = self._then.judge(asked.item, facts, self._orders(case, law.then))
        return _document(judged, then, asked)

    def _seen(self, one: Released, case: Case, asked: Asked, named: str) -> Known:
        """What is known of the row; of a record that is not the one named, that it is another's."""
        seen = facts_of_row(asked, one.looked.resolution, case.granted, self._law.day)
        return {**seen, item_terms.of_named_taxpayer.name: False} if named == "another" else seen

    def _orders(self, case: Case, corpus: Corpus) -> Orders:
        certain, possible = (
            standing_against(self._asked, case.receiving, orders, subjects=self._subjects)
            for orders in (corpus.orders, self._law.possible.orders)
        )
        return Orders(certain, possible)


def _judge_by(corpus: Corpus, asked: Request) -> Judge:
    """By the paragraph named, or by all save the extracts, which open nothing about persons whom somebody names."""
    if asked.provision:
        return Judge(corpus.pathways_at(asked.provision))
    return Judge([pathway for pathway in corpus.pathways if not pathway.provision.extract])


def _named(one: Released) -> str:
    """Whom the request names, beside the taxpayer of the release: the same one, another, or as the look ended."""
    if not one.is_named:
        return "not_asked"
    found: Resolution | None = one.looked.resolution
    if found is None:
        return "missing"
    if found.taxpayer_id is not None and found.taxpayer_id != one.taxpayer_id:
        return "another"
    return found.status.value


def _of_all(told: Sequence[Row], numbers: Sequence[int]) -> Row:
    """The worst verdict with the judgement that gives it, and the questions and orders of all."""
    verdicts = [Verdict(each["verdict"]) for each in told]
    worst = of_release(verdicts)
    at = verdicts.index(worst)
    return {
        "verdict": worst.value,
        "verdict_then": of_release([Verdict(each["verdict_then"]) for each in told]).value,
        "followed": told[at]["followed"],
        "turns_on": list(dict.fromkeys(question for each in told for question in each["turns_on"])),
        "orders": list(dict.fromkeys(order for each in told for order in each["orders"])),
        "orders_in_doubt": list(dict.fromkeys(o for each in told for o in each["orders_in_doubt"])),
        "yes_mask": _mask(told[at], Truth.YES),
        "no_mask": _mask(told[at], Truth.NO),
        "judgement": numbers[at],
        "judgements": list(numbers),
    }


def _mask(judgement: Row, truth: Truth) -> int:
    return sum(1 << k for k, one in enumerate(judgement["elements"]) if one["truth"] == truth.value)


def _document(judged: Judgement, then: Judgement, asked: Asked) -> Row:
    cite = judged.rests_on
    return {
        "item": asked.item,
        "period": asked.period.text if asked.period else None,
        "provision": str(cite),
        "provision_text": cite.text,
        "duty": None if judged.outside else judged.pathway.provision.duty.value,
        "verdict": judged.verdict.value,
        "verdict_then": then.verdict.value,
        "followed": OUTCOME[judged.followed],
        "turns_on": list(judged.turns_on),
        "orders": [order.id for order in judged.orders],
        "orders_in_doubt": [order.id for order in judged.orders_in_doubt],
        "under": [
            {
                "question": question,
                "reading": reading,
                "followed": OUTCOME[found.followed],
                "worst": OUTCOME[found.worst],
                "best": OUTCOME[found.best],
            }
            for (question, reading), found in judged.under.items()
        ],
        **explanation_document(judged.explanation),
    }
