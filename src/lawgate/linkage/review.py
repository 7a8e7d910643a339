"""What reviewers decided about pairs, and what a resolution becomes where two of them agree."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import Final

from lawgate.linkage.contenders import Bar, Contender
from lawgate.linkage.names import fold
from lawgate.linkage.person import Evidence, PersonNamed, Resolution, Status
from lawgate.linkage.resolve import evidence_of
from lawgate.linkage.review_pair import pair_id

RULE: Final = "clerical-review"
REVIEWERS_MIN: Final = 2
REVIEWERS_MAX: Final = 3
REVIEWABLE: Final = frozenset({Status.REVIEW, Status.SEVERAL})


class Answer(StrEnum):
    """What a reviewer says of a pair; where he says nothing, no match."""

    NO_MATCH = "no_match"
    MATCH = "match"
    CANNOT_TELL = "cannot_tell"


@dataclass(frozen=True, slots=True)
class Reviewer:
    """The official who compared. Two of the same name count as one, whatever their offices."""

    name: str
    office: str

    @property
    def key(self) -> str:
        return fold(self.name)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewDecision:
    """One reviewer's answer on one pair; a decision without a reason or a reviewer cannot be made."""

    pair: str
    by: Reviewer
    on: date
    reason: str
    answer: Answer = Answer.NO_MATCH

    def __post_init__(self) -> None:
        if not self.reason.strip() or not self.by.key:
            raise ValueError("a decision states its reason and its reviewer")


@dataclass(frozen=True, slots=True)
class Reviews:
    """Decisions by the pair that they are about, in the order in which they were recorded."""

    by_pair: Mapping[str, tuple[ReviewDecision, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, decisions: Iterable[ReviewDecision]) -> Reviews:
        found: dict[str, list[ReviewDecision]] = {}
        for one in decisions:
            found.setdefault(one.pair, []).append(one)
        return cls({pair: tuple(each) for pair, each in found.items()})

    def on(self, pair: str) -> tuple[ReviewDecision, ...]:
        return self.by_pair.get(pair, ())

    def __bool__(self) -> bool:
        return bool(self.by_pair)


NO_REVIEWS: Final = Reviews()


class PairState(StrEnum):
    """What the decisions on a pair come to."""

    MATCH = "match"
    NO_MATCH = "no_match"
    CONFLICT = "conflict"
    """Two reviewers differ: a third is to look."""
    UNTOLD = "untold"
    """A reviewer says that what is there does not tell: a match stays barred until one side changes."""
    WAITING = "waiting"
    """Fewer than two reviewers have looked."""


def state_of(decisions: Sequence[ReviewDecision], *, day: date | None = None) -> PairState:
    """What those come to who had decided by that day; the order of decisions is nothing.

    Two matches carry a pair, against one objection at most, and never beside one who cannot tell.
    """
    answers = list(_answers(one for one in decisions if day is None or one.on <= day).values())
    matches, others = answers.count(Answer.MATCH), answers.count(Answer.NO_MATCH)
    if len(answers) < REVIEWERS_MIN:
        return PairState.WAITING
    if len(answers) > REVIEWERS_MAX:
        return PairState.CONFLICT
    if others >= REVIEWERS_MIN:
        return PairState.NO_MATCH
    if Answer.CANNOT_TELL in answers:
        return PairState.UNTOLD
    return PairState.MATCH if matches >= REVIEWERS_MIN else PairState.CONFLICT


def _answers(decisions: Iterable[ReviewDecision]) -> dict[str, Answer]:
    """Each reviewer's answer; one who gave two different ones cannot tell."""
    answers: dict[str, Answer] = {}
    for one in decisions:
        earlier = answers.setdefault(one.by.key, one.answer)
        if earlier is not one.answer:
            answers[one.by.key] = Answer.CANNOT_TELL
    return answers


def settle_reviews(
    found: Resolution, named: PersonNamed, asked: Sequence[Contender], reviews: Reviews, *, day: date
) -> Resolution:
    """The resolution after review: ONE or NONE where reviewers settled every pair, else as it was found.

    One pair must be a match and all others no match; a bar stands whatever they say.
    """
    if found.status not in REVIEWABLE or not asked:
        return found
    decided = [(one, reviews.on(pair_id(named, one.record))) for one in asked]
    states = [state_of(decisions, day=day) for _, decisions in decided]
    if not set(states) <= {PairState.MATCH, PairState.NO_MATCH} or states.count(PairState.MATCH) > 1:
        return found
    if PairState.MATCH not in states:
        return _nobody(found, min(_matching(each, Answer.NO_MATCH, day) for _, each in decided))
    chosen, decisions = decided[states.index(PairState.MATCH)]
    if chosen.bar is not Bar.NOTHING:
        return found
    return _one(found, chosen, _matching(decisions, Answer.MATCH, day))


def _matching(decisions: Sequence[ReviewDecision], answer: Answer, day: date) -> int:
    """How many reviewers gave this answer by that day."""
    return list(_answers(one for one in decisions if one.on <= day).values()).count(answer)


def _one(found: Resolution, chosen: Contender, reviewers: int) -> Resolution:
    agreed = Evidence("review", "match", f"{reviewers} reviewers agree")
    return Resolution(
        status=Status.ONE,
        taxpayer_id=chosen.record.taxpayer_id,
        agreement=chosen.comparison.agreement,
        evidence=(*evidence_of(chosen.comparison, ""), agreed),
        policy=found.policy,
        rule=RULE,
    )


def _nobody(found: Resolution, reviewers: int) -> Resolution:
    agreed = Evidence("review", "no match", f"{reviewers} reviewers agree")
    return replace(
        found,
        status=Status.NONE,
        taxpayer_id=None,
        evidence=(*found.evidence, agreed),
        rule=RULE,
        settles=(),
    )
