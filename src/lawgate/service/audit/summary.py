"""The figures of an audit, each with the key that opens it into its rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

import polars as pl

from lawgate.audit.damages import LEAST_FOR_EACH_ACT, Sum, dollars_each_act_min
from lawgate.audit.judge import Verdict
from lawgate.cite import Cite
from lawgate.dates import Between
from lawgate.decide.request import Request
from lawgate.kernel.truth import Truth
from lawgate.law.corpus import as_of
from lawgate.law.order import FORBIDDING, Act
from lawgate.law.orders import ORDERS
from lawgate.law.readings import QUESTIONS
from lawgate.service.audit.beside import Accounting
from lawgate.service.audit.counts import address, compared, fails
from lawgate.service.audit.judging import OUTCOME, DayLaw
from lawgate.service.contract.printed import cite_document
from lawgate.service.contract.write import law_document

Document = dict[str, Any]

_VERDICTS = tuple(verdict.value for verdict in Verdict)
_FOLLOWED = tuple(OUTCOME[truth] for truth in (Truth.YES, Truth.NO, Truth.OPEN))
_COMPARED = ("yes", "no", "not_told")
_ADDRESS = ("placeholder", "current", "earlier", "none", "missing", "not_asked")
_OUTSIDE = ("person", "item")
NOTICE = Cite("26", "7431", ("e",))
rows_shown_max = 12


@dataclass(frozen=True)
class Audited:
    """Everything that was judged: the releases with their judgements, and each distinct one by number."""

    asked: Request
    known_on: date
    other_readings: bool
    laws: Mapping[date, DayLaw]
    judged: pl.DataFrame
    judgements: Sequence[Document]

    @cached_property
    def resting(self) -> Counter[int]:
        """How many releases rest on each judgement."""
        return Counter(dict(self.judged.group_by("judgement").len().iter_rows()))


def summary_of(audited: Audited, accounting: Accounting | None) -> Document:
    """The figures as plain values, in a fixed order."""
    judged, asked = audited.judged, audited.asked
    return {
        **_heading(audited),
        "releases": judged.height,
        "taxpayers": judged.get_column("taxpayer_id").drop_nulls().n_unique(),
        "verdict": _counts(judged, "verdict", pl.col("verdict"), _VERDICTS),
        "verdict_then": _counts(judged, "verdict_then", pl.col("verdict_then"), _VERDICTS),
        "followed": _counts(judged, "followed", pl.col("followed"), _FOLLOWED),
        "address": _address(judged),
        "elements": _elements(audited),
        "questions": list(_questions(audited)),
        "turning": _turning(judged),
        "orders": _orders(audited),
        "outside": _outside(judged),
        "accounting": accounting.document if accounting else None,
        "damages": _damages(judged),
        "notices": _notices(judged),
        "request": asked.id,
    }


def _heading(audited: Audited) -> Document:
    """What was judged, by which law, and what that is worth."""
    laws = list(audited.laws.values())
    return {
        "request": audited.asked.id,
        "released_on": [law.day.isoformat() for law in laws],
        "known_on": audited.known_on.isoformat(),
        "corpus": {law.day.isoformat(): law.now.digest for law in laws},
        "corpus_then": {law.day.isoformat(): law.then.digest for law in laws},
        "law": law_document(laws[0].now, audited.asked.provision) if laws else None,
        "hypothetical": audited.other_readings,
        "synthetic": True,
    }


def _counts(judged: pl.DataFrame, name: str, what: pl.Expr, states: Sequence[str]) -> list[Document]:
    """For each state how many releases, the key that opens them, and the first of them."""
    table = judged.select("release_id", "ref", state=what)
    found = {
        state: (times, refs)
        for state, times, refs in table.group_by("state", maintain_order=True)
        .agg(pl.len(), pl.col("ref").head(rows_shown_max).alias("first"))
        .iter_rows()
    }
    return [
        {"state": state, "releases": times, "rows": f"{name}={state}", "first": refs}
        for state in states
        for times, refs in [found.get(state, (0, []))]
    ]


def _address(judged: pl.DataFrame) -> Document:
    """What was compared then, and apart from it what agrees now; placeholders by kind."""
    crossed = judged.group_by(compared=compared(), address=address()).len()
    cells = {(one, other): times for one, other, times in crossed.iter_rows()}
    placeholders = judged.filter(address() == "placeholder")
    kinds = placeholders.get_column("address_kind").fill_null("not_stated").unique().sort().to_list()
    return {
        "compared_then": _counts(judged, "compared", compared(), _COMPARED),
        "held": _counts(judged, "address", address(), _ADDRESS),
        "crossed": [
            {
                "compared": one,
                **{other: cells.get((one, other), 0) for other in _ADDRESS},
                "rows": f"compared={one},address=",
            }
            for one in _COMPARED
        ],
        "placeholder_kinds": _counts(placeholders, "kind", pl.col("address_kind"), kinds),
    }


def _elements(audited: Audited) -> list[Document]:
    """For each element in how many releases it is met, fails, is open, and fails alone."""
    found: dict[tuple[str, int], Document] = {}
    for number, one in enumerate(audited.judgements):
        for place, each in enumerate(one["elements"]):
            row = found.setdefault(
                (one["provision"], place),
                {
                    "provision": one["provision"],
                    "cite": each["cite"],
                    "cite_text": each["cite_text"],
                    "label": each["label"],
                    **{truth.value: 0 for truth in Truth},
                    "alone": 0,
                },
            )
            row[each["truth"]] += audited.resting[number]
            row["alone"] += audited.resting[number] * fails(one, row, alone=True)
    told = [found[key] for key in sorted(found)]
    return [
        {
            **one,
            "rows": f"fails={at}",
            "rows_alone": f"alone={at}",
            "rows_yes": f"met={at}",
            "rows_open": f"open={at}",
        }
        for at, one in enumerate(told)
    ]


def _questions(audited: Audited) -> Iterator[Document]:
    """For each reading of each question the outcomes with it followed, and how far other readings move them."""
    counts: dict[tuple[str, str], Counter[str]] = {}
    for number, one in enumerate(audited.judgements):
        times = audited.resting[number]
        for under in one["under"]:
            told = counts.setdefault((under["question"], under["reading"]), Counter())
            told[under["followed"]] += times
            told["unlawful_least"] += times * (under["best"] == "unlawful")
            told["unlawful_most"] += times * (under["worst"] == "unlawful")
            told["lawful_least"] += times * (under["worst"] == "lawful")
            told["lawful_most"] += times * (under["best"] == "lawful")
    followed = next(iter(audited.laws.values())).now.readings if audited.laws else {}
    for question in QUESTIONS.values():
        asked = [
            (name, counts[question.id, name]) for name in question.names if (question.id, name) in counts
        ]
        if not asked or len({tuple(sorted(told.items())) for _, told in asked}) < 2:
            continue
        yield {
            "question": question.id,
            "asks": question.asks,
            "rows": f"turns_on={question.id}",
            "readings": [
                {
                    "reading": name,
                    "says": question.reading(name).says,
                    "adoptable": question.reading(name).adoptable,
                    "followed": followed.get(question.id) == name,
                    "rows": f"under={question.id}.{name}.",
                    **{state: told[state] for state in _FOLLOWED},
                    **{
                        key: told[key]
                        for key in ("unlawful_least", "unlawful_most", "lawful_least", "lawful_most")
                    },
                }
                for name, told in asked
            ],
        }


def _turning(judged: pl.DataFrame) -> list[Document]:
    """The sets of questions on which releases turn, the commonest first."""
    turning = judged.filter(pl.col("verdict") == Verdict.TURNS_ON.value)
    found = turning.group_by(questions=pl.col("turns_on").list.join(", ")).len("releases")
    rows = pl.lit("turning=") + pl.col("questions").str.replace_all(", ", "+", literal=True)
    sorted_ = found.sort(["releases", "questions"], descending=[True, False])
    return sorted_.with_columns(rows=rows).to_dicts()


def _orders(audited: Audited) -> list[Document]:
    """Every order that forbade, may have forbidden, or would forbid now what was released."""
    forbade = _listed(audited.judged, "orders")
    in_doubt = _listed(audited.judged, "orders_in_doubt")
    since = {order.id for order in as_of(audited.known_on).orders if _forbids_now(order.id)}
    return [
        {
            "order": order.id,
            "court": order.court,
            "says": order.says,
            "begins": _days(order.begins),
            "forbade": forbade[order.id],
            "in_doubt": in_doubt[order.id],
            "in_force_now": order.id in since,
            "quarantines": order.id in since and any(r.act is Act.QUARANTINE for r in order.restraints),
            "rows": f"order={order.id}" if forbade[order.id] else f"in_doubt={order.id}",
        }
        for order in ORDERS
        if forbade[order.id] or in_doubt[order.id] or order.id in since
    ]


def _outside(judged: pl.DataFrame) -> list[Document]:
    """Releases of what nobody asked for: of persons whom the request does not name, of items that it does not."""
    each = judged.select("release_id", "ref", "outside").explode("outside")
    return _counts(each, "outside", pl.col("outside"), _OUTSIDE)


def _days(days: Between) -> str:
    """A day, or the first and the last on which it may have been."""
    first, last = days.earliest.isoformat(), days.latest.isoformat()
    return first if first == last else f"{first} to {last}, not known which"


def _forbids_now(name: str) -> bool:
    (order,) = (order for order in ORDERS if order.id == name)
    return any(restraint.act in (*FORBIDDING, Act.QUARANTINE) for restraint in order.restraints)


def _listed(judged: pl.DataFrame, column: str) -> Counter[str]:
    return Counter(judged.get_column(column).explode().drop_nulls().to_list())


def _damages(judged: pl.DataFrame) -> Document:
    """The least amounts of 7431(c)(1)(A) over several counts; a release is one act."""
    verdicts = Counter(judged.get_column("verdict").to_list())
    not_settled = sum(verdicts[one.value] for one in (Verdict.TURNS_ON, Verdict.UNDETERMINABLE))
    acts = {
        "unlawful under every reading": verdicts[Verdict.UNLAWFUL.value],
        "unlawful under the readings followed": _times(judged, pl.col("followed") == "unlawful"),
        "at most, with all that turns on a reading or is open": verdicts[Verdict.UNLAWFUL.value]
        + not_settled,
        "address not compared before the release": _times(judged, compared() == "no"),
        "every release": judged.height,
    }
    return {
        **cite_document(LEAST_FOR_EACH_ACT),
        "dollars_each": dollars_each_act_min,
        "sums": [{"of": of, "acts": one, "dollars": Sum(one).dollars} for of, one in acts.items()],
    }


def _notices(judged: pl.DataFrame) -> Document:
    """Taxpayers to be told if somebody is charged, or discipline is proposed, over the release of their data.

    `listed` are those of the list beside the summary: of whom a release was unlawful or turns on a reading.
    """
    return {
        **cite_document(NOTICE),
        "listed": judged.filter(pl.col("verdict").is_in(["unlawful", "turns_on"]))
        .get_column("taxpayer_id")
        .drop_nulls()
        .n_unique(),
        "taxpayers": {
            verdict: judged.filter(pl.col("verdict") == verdict)
            .get_column("taxpayer_id")
            .drop_nulls()
            .n_unique()
            for verdict in (Verdict.UNLAWFUL.value, Verdict.TURNS_ON.value)
        },
        "followed": judged.filter(pl.col("followed") == "unlawful")
        .get_column("taxpayer_id")
        .drop_nulls()
        .n_unique(),
    }


def _times(judged: pl.DataFrame, which: pl.Expr) -> int:
    return int(judged.select(which.fill_null(value=False).sum()).item())
