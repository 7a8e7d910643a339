"""Clerical review: pairs written for reviewers, their decisions recorded, their agreement measured."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from lawgate.decide.admit import Admitted
from lawgate.errors import InputError, ProblemsError
from lawgate.linkage.contenders import Bar, Contender
from lawgate.linkage.review import REVIEWERS_MAX, PairState, ReviewDecision, Reviews, state_of
from lawgate.linkage.review_agreement import ReviewerAgreement, agreement_between, agreement_overall
from lawgate.linkage.review_pair import ReviewPair, pair_of
from lawgate.present.pages.review_page import review_page
from lawgate.service.contract.reviews import (
    DECISION_COLUMNS,
    SHOWN_COLUMNS,
    contradictions,
    decisions_document,
    read_given,
    read_reviews,
)
from lawgate.service.files import read_bytes, reviews_of
from lawgate.service.gate import gates_of, worth_a_look
from lawgate.service.run import RunOptions, load_run
from lawgate.stores.clock import today
from lawgate.stores.records.custodian import RecordsFolder
from lawgate.stores.runs.review_folder import REVIEWS, ReviewFolder, put_packet

Document = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class PacketOptions:
    """What the writing of pairs is told besides the request."""

    records: Path
    out: Path
    findings: Path | None = None
    reviews: Path | None = None
    as_of_day: str | None = None


def write_pairs(request: Path, options: PacketOptions) -> Document:
    """Write the pairs that need a person into a folder; give what was written.

    It looks at records, for those admitted only, and the folder shows them: it is an inspection.
    Raises InputError for whatever cannot be read, before a record is looked at or a file written.
    """
    run = load_run(request, RunOptions(findings=options.findings, as_of_day=options.as_of_day))
    earlier = ReviewFolder.standing(options.out)
    custodian = RecordsFolder.open(options.records, reviews_of(options.reviews))
    worth = worth_a_look(gates_of(run.subjects, run.terms), run.terms.findings)
    asked, beyond = _divided(custodian.in_question(worth))
    pairs = {
        pair.id: pair
        for one, found in asked
        for pair in (pair_of(one.subject.named, each.record) for each in found)
    }
    # By digest: an order that tells nothing of whom a pair concerns or how well its sides agree.
    shown = [pairs[each] for each in sorted(pairs)]
    packet = {
        "request": run.terms.asked.id,
        "as_of": run.terms.day.isoformat(),
        "synthetic": True,
        "pairs": [_shown(one) for one in shown],
        "stale": sorted(_ids_known(earlier) - set(pairs)),
    }
    put_packet(options.out, packet, review_page(packet), list(_rows(shown)))
    return {
        "request": packet["request"],
        "as_of": packet["as_of"],
        "pairs": len(shown),
        "subjects": len(asked),
        "for_the_requester": [one.subject.ref for one in beyond],
    }


def record_reviews(folder: Path, decisions: Path) -> Document:
    """Add a reviewer's decisions to those recorded; what is recorded already changes nothing.

    Raises ProblemsError with every fault, and records nothing then.
    """
    opened = ReviewFolder.open(folder)
    given = read_given(read_bytes(decisions), where=decisions.name)
    with opened.held():
        packet, recorded = opened.packet(), _recorded(opened)
        new = [(place, one) for place, one in given.decisions if one not in recorded]
        before = [(REVIEWS, one) for one in recorded]
        faults = [
            *given.faults,
            *contradictions([*before, *new]),
            *_misplaced(new, packet, today()),
            *_crowded(new, Reviews.of(recorded)),
        ]
        if faults:
            raise ProblemsError(faults)
        added = tuple(dict.fromkeys(one for _, one in new))
        if added:
            opened.put_reviews(decisions_document([*recorded, *added]))
    standing = _standing(packet, Reviews.of([*recorded, *added]))
    return {"recorded": len(added), "already": len(given.decisions) - len(added), **standing}


def measure_agreement(folder: Path) -> Document:
    """How the pairs stand, and how far the reviewers agree."""
    opened = ReviewFolder.open(folder)
    reviews = Reviews.of(_recorded(opened))
    return {
        **_standing(opened.packet(), reviews),
        "overall": _agreement(agreement_overall(reviews)),
        "reviewers": [_agreement(one) for one in agreement_between(reviews)],
    }


def _divided(
    found: Sequence[tuple[Admitted, tuple[Contender, ...]]],
) -> tuple[list[tuple[Admitted, tuple[Contender, ...]]], list[Admitted]]:
    """Subjects for reviewers, and those of whom no record could be accepted: the requester must mend these."""
    asked, beyond = [], []
    for one, records in found:
        if any(each.bar is Bar.NOTHING for each in records):
            asked.append((one, records))
        else:
            beyond.append(one)
    return asked, beyond


def _shown(pair: ReviewPair) -> Document:
    return {
        "pair": pair.id,
        "lines": [
            {"label": one.label, "asked": one.asked, "on_file": one.on_file, "difference": one.difference}
            for one in pair.lines
        ],
    }


def _rows(pairs: Sequence[ReviewPair]) -> Iterator[Sequence[str | None]]:
    """A row a field; the decision is typed into any row of its pair."""
    yield (*SHOWN_COLUMNS, *DECISION_COLUMNS)
    blank = ("",) * (len(DECISION_COLUMNS) - 1)
    for number, pair in enumerate(pairs, 1):
        for one in pair.lines:
            yield str(number), one.label, one.asked, one.on_file, one.difference, pair.id, *blank


def _ids(packet: Mapping[str, Any]) -> list[str]:
    return [one["pair"] for one in packet["pairs"]]


def _ids_known(earlier: ReviewFolder | None) -> set[str]:
    """The pairs of an earlier packet, and those that were stale in it."""
    if earlier is None:
        return set()
    packet = earlier.packet()
    return {*_ids(packet), *packet["stale"]}


def _recorded(folder: ReviewFolder) -> tuple[ReviewDecision, ...]:
    held = folder.reviews()
    return read_reviews(held, where=REVIEWS) if held is not None else ()


def _misplaced(
    given: Sequence[tuple[str, ReviewDecision]], packet: Mapping[str, Any], now: date
) -> Iterator[InputError]:
    """Decisions on pairs that are not asked, and of days that are not yet."""
    asked, stale = set(_ids(packet)), set(packet["stale"])
    for place, one in given:
        if one.on > now:
            yield InputError("this day is still to come", where=f"{place}.on", mend="state the day of review")
        if one.pair in stale:
            yield InputError(
                "this pair is stale: it is no longer asked, since a side has changed or it was settled",
                where=f"{place}.pair",
                mend="look at the packet as it is now",
            )
        elif one.pair not in asked:
            yield InputError(
                "no such pair in this packet", where=f"{place}.pair", mend="take the pair from pairs.json"
            )


def _crowded(given: Sequence[tuple[str, ReviewDecision]], recorded: Reviews) -> Iterator[InputError]:
    """Decisions of more reviewers than a pair may have: nobody is asked until somebody says match."""
    seen = {pair: {one.by.key for one in each} for pair, each in recorded.by_pair.items()}
    for place, one in given:
        reviewers = seen.setdefault(one.pair, set())
        reviewers.add(one.by.key)
        if len(reviewers) > REVIEWERS_MAX:
            yield InputError(
                f"{REVIEWERS_MAX} reviewers have decided this pair already",
                where=place,
                mend="leave it out; a pair in doubt stays in review",
            )


def _standing(packet: Mapping[str, Any], reviews: Reviews) -> Document:
    """How many pairs stand how, and which wait or are in conflict."""
    states = {pair: state_of(reviews.on(pair)) for pair in _ids(packet)}
    counts = {one.value: list(states.values()).count(one) for one in PairState}
    named = {
        one.value: [pair for pair, state in states.items() if state is one]
        for one in (PairState.CONFLICT, PairState.UNTOLD, PairState.WAITING)
    }
    return {"pairs": len(states), "states": counts, "open": named}


def _agreement(one: ReviewerAgreement) -> Document:
    return {
        "reviewers": list(one.reviewers),
        "pairs": one.pairs,
        "observed": one.observed,
        "kappa": one.kappa,
        "prevalence": one.prevalence,
    }
