"""How well reviewers agree, apart from chance: the measure of whether a review can be relied on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from lawgate.linkage.review import REVIEWERS_MIN, Answer, ReviewDecision, Reviews

PAIRS_FOR_KAPPA_MIN: Final = 30
"""Below this kappa swings too far to be read: M. L. McHugh, Interrater reliability, Biochemia Medica 22 (2012)."""

Judged = tuple[Answer, Answer]


@dataclass(frozen=True, slots=True)
class ReviewerAgreement:
    """Two reviewers over the pairs that both judged.

    `kappa` is None below PAIRS_FOR_KAPPA_MIN pairs, or where both gave one answer throughout, for then
    chance alone would explain everything. `prevalence` is the share of *match* among all their answers:
    where it is near 0 or 1, kappa is low even for reviewers who hardly ever differ.
    """

    reviewers: tuple[str, ...]
    pairs: int
    observed: float | None
    kappa: float | None
    prevalence: float | None


def agreement_between(reviews: Reviews) -> tuple[ReviewerAgreement, ...]:
    """For each two reviewers who judged a pair first; a third sees only pairs in dispute and is left out."""
    judged = _judged(reviews)
    return tuple(_measure(names, answers) for names, answers in sorted(judged.items()))


def agreement_overall(reviews: Reviews) -> ReviewerAgreement:
    """All of them together: observed and chance agreement averaged by pairs, then kappa of the averages.

    For two reviewers it is Cohen's kappa: J. Cohen, A coefficient of agreement for nominal scales,
    Educational and Psychological Measurement 20 (1960).
    """
    judged = _judged(reviews)
    every = [answers for each in judged.values() for answers in each]
    names = tuple(sorted({name for two in judged for name in two}))
    if not every:
        return ReviewerAgreement(names, 0, None, None, None)
    chance = sum(_by_chance(answers) * len(answers) for answers in judged.values()) / len(every)
    return _agreement(names, every, chance)


def _judged(reviews: Reviews) -> Mapping[tuple[str, str], list[Judged]]:
    """The answers of the first two reviewers of each pair, by their names in order."""
    judged: dict[tuple[str, str], list[Judged]] = {}
    for decisions in reviews.by_pair.values():
        for one, other in combinations(_first_two(decisions), 2):
            mine, theirs = sorted((one, other), key=lambda each: each.by.key)
            judged.setdefault((mine.by.key, theirs.by.key), []).append((mine.answer, theirs.answer))
    return judged


def _first_two(decisions: Sequence[ReviewDecision]) -> list[ReviewDecision]:
    first: dict[str, ReviewDecision] = {}
    for one in decisions:
        first.setdefault(one.by.key, one)
    return list(first.values())[:REVIEWERS_MIN]


def _measure(names: tuple[str, ...], answers: Sequence[Judged]) -> ReviewerAgreement:
    return _agreement(names, answers, _by_chance(answers))


def _agreement(names: tuple[str, ...], answers: Sequence[Judged], chance: float) -> ReviewerAgreement:
    observed = sum(mine is theirs for mine, theirs in answers) / len(answers)
    matches = sum(answer is Answer.MATCH for two in answers for answer in two)
    told = len(answers) >= PAIRS_FOR_KAPPA_MIN and chance < 1
    kappa = (observed - chance) / (1 - chance) if told else None
    return ReviewerAgreement(names, len(answers), observed, kappa, matches / (2 * len(answers)))


def _by_chance(answers: Sequence[Judged]) -> float:
    """How often two would agree who each keep their own shares of the answers but do not look."""
    mine, theirs = Counter(one for one, _ in answers), Counter(other for _, other in answers)
    return sum(mine[answer] * theirs[answer] for answer in Answer) / len(answers) ** 2
