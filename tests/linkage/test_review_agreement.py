"""Agreement is told apart from chance, and not told where there is too little to tell it from."""

from __future__ import annotations

from datetime import date

import pytest

from lawgate.linkage.review import Answer, ReviewDecision, Reviewer, Reviews
from lawgate.linkage.review_agreement import PAIRS_FOR_KAPPA_MIN, agreement_between, agreement_overall

YES, NO, UNSURE = Answer.MATCH, Answer.NO_MATCH, Answer.CANNOT_TELL


def judged(*pairs: tuple[tuple[str, Answer], ...]) -> Reviews:
    """Pairs with the answers that reviewers gave, in the order in which they gave them."""
    return Reviews.of(
        ReviewDecision(
            pair=f"{at:064x}",
            by=Reviewer(name, "officer"),
            on=date(2026, 3, 10),
            reason="seen",
            answer=answer,
        )
        for at, pair in enumerate(pairs)
        for name, answer in pair
    )


def two(
    counts: dict[tuple[Answer, Answer], int], names: tuple[str, str] = ("ann", "bob")
) -> list[tuple[tuple[str, Answer], ...]]:
    """Pairs that two reviewers judged so."""
    one, other = names
    return [((one, mine), (other, theirs)) for (mine, theirs), many in counts.items() for _ in range(many)]


# Cohen's kappa of the table 20, 5, 10, 15 is 0.4: observed 0.7, by chance 0.5.
TABLE = {(YES, YES): 20, (YES, NO): 5, (NO, YES): 10, (NO, NO): 15}


def test_kappa_is_agreement_beyond_chance() -> None:
    (found,) = agreement_between(judged(*two(TABLE)))
    assert (found.reviewers, found.pairs) == (("ann", "bob"), 50)
    assert (found.observed, found.kappa, found.prevalence) == pytest.approx((0.7, 0.4, 0.55))


def test_for_two_reviewers_all_together_is_the_same_kappa() -> None:
    reviews = judged(*two(TABLE))
    assert agreement_between(reviews) == (agreement_overall(reviews),)


def test_full_agreement_is_one_and_agreement_by_chance_is_nought() -> None:
    full = agreement_overall(judged(*two({(YES, YES): 20, (NO, NO): 20})))
    chance = agreement_overall(judged(*two({(YES, YES): 10, (YES, NO): 10, (NO, YES): 10, (NO, NO): 10})))
    assert (full.kappa, chance.kappa) == (1, 0)


def test_where_nearly_all_answers_are_alike_kappa_is_low_and_the_prevalence_says_why() -> None:
    found = agreement_overall(judged(*two({(NO, NO): 96, (YES, NO): 2, (NO, YES): 2})))
    assert found.observed == pytest.approx(0.96)
    assert found.kappa is not None
    assert found.kappa < 0
    assert found.prevalence == pytest.approx(0.02)


def test_few_pairs_and_one_answer_throughout_give_no_kappa() -> None:
    few = agreement_overall(judged(*two({(YES, YES): PAIRS_FOR_KAPPA_MIN - 2, (NO, NO): 1})))
    enough = agreement_overall(judged(*two({(YES, YES): PAIRS_FOR_KAPPA_MIN - 1, (NO, NO): 1})))
    alike = agreement_overall(judged(*two({(NO, NO): 100})))
    assert (few.kappa, enough.kappa, alike.kappa, alike.observed) == (None, 1, None, 1)


def test_a_third_reviewer_sees_only_pairs_in_dispute_and_is_not_measured() -> None:
    pairs = [(*pair, ("cy", YES)) for pair in two({(YES, NO): 40})]
    assert {one.reviewers for one in agreement_between(judged(*pairs))} == {("ann", "bob")}


def test_each_two_reviewers_are_measured_by_themselves() -> None:
    reviews = judged(*two({(YES, YES): 3}), *two({(NO, UNSURE): 2}, ("cy", "ann")), (("ann", YES),))
    found = {one.reviewers: (one.pairs, one.observed) for one in agreement_between(reviews)}
    assert found == {("ann", "bob"): (3, 1), ("ann", "cy"): (2, 0)}
    assert agreement_overall(reviews).pairs == 5
    assert agreement_overall(reviews).observed == pytest.approx(0.6)


def test_nothing_judged_is_no_agreement() -> None:
    found = agreement_overall(judged((("ann", YES),)))
    assert (found.pairs, found.observed, found.kappa, found.prevalence) == (0, None, None, None)
