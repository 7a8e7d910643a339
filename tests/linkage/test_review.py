"""Two reviewers who agree settle what a policy leaves open, and nothing that the law of evidence forbids."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import permutations

import pytest

from lawgate.linkage.contenders import Bar, Contender, contenders
from lawgate.linkage.counts import NameCounts
from lawgate.linkage.person import Agreement, HeldAddress, PersonNamed, Record, Resolution, Status
from lawgate.linkage.policy import POLICY
from lawgate.linkage.resolve import resolve
from lawgate.linkage.review import (
    NO_REVIEWS,
    RULE,
    Answer,
    PairState,
    ReviewDecision,
    Reviewer,
    Reviews,
    settle_reviews,
    state_of,
)
from lawgate.linkage.review_pair import pair_id, pair_of

DAY = date(2026, 3, 10)
COUNTS = NameCounts(100_000, {"john": 2_000, "ana": 400}, {"smith": 1_000, "sample": 3})
HOME = HeldAddress(
    street_number="12", street_name="Elm St", city="Springfield", state="IL", zipcode="62704",
    held_from=date(2022, 1, 1),
)  # fmt: skip
BEFORE = HeldAddress(address="7 Oak Ave, Denver CO 80203", held_to=date(2021, 12, 31))
FATHER = Record(
    "T1", "John", "Q", "Smith", tin="900701111", date_of_birth=date(1950, 1, 2), addresses=(HOME,)
)
SON = FATHER._replace(taxpayer_id="T2", tin="900702222", date_of_birth=date(1980, 3, 9))
NAMED = PersonNamed(given="John", surname="Smith", address="12 Elm St, Springfield IL 62704")
COMMON = PersonNamed(given="John", middle="Q", surname="Smith", date_of_birth=date(1980, 3, 9))
"""A name and birth date that chance doubles: one record is proposed, and a person must look."""

ONE, TWO, THREE, FOUR = (Reviewer(f"Reviewer {n}", "disclosure_officer") for n in ("A", "B", "C", "D"))
YES, NO, UNSURE = Answer.MATCH, Answer.NO_MATCH, Answer.CANNOT_TELL


def said(named: PersonNamed, record: Record, *answers: tuple[Reviewer, Answer]) -> list[ReviewDecision]:
    """What reviewers said of one pair."""
    pair = pair_id(named, record)
    return [ReviewDecision(pair=pair, by=by, on=DAY, reason="seen", answer=answer) for by, answer in answers]


def both(named: PersonNamed, record: Record, answer: Answer) -> list[ReviewDecision]:
    return said(named, record, (ONE, answer), (TWO, answer))


def asked(named: PersonNamed, *records: Record) -> tuple[Contender, ...]:
    return contenders(named, records, counts=COUNTS, policy=POLICY, day=DAY)


def found(named: PersonNamed, *records: Record) -> Resolution:
    return resolve(named, records, counts=COUNTS, policy=POLICY, day=DAY)


def after(named: PersonNamed, records: list[Record], decisions: list[ReviewDecision]) -> Resolution:
    """The resolution of these records after these decisions."""
    before, pairs = found(named, *records), asked(named, *records)
    return settle_reviews(before, named, pairs, Reviews.of(decisions), day=DAY)


def test_the_cases_here_are_in_review_and_several() -> None:
    assert found(COMMON, SON).status is Status.REVIEW
    assert found(NAMED, FATHER, SON).status is Status.SEVERAL


def test_two_reviewers_who_agree_on_match_name_one_person() -> None:
    answer = after(COMMON, [SON], both(COMMON, SON, YES))
    assert (answer.status, answer.taxpayer_id, answer.rule) == (Status.ONE, "T2", RULE)
    assert answer.agreement is Agreement.NONE
    assert answer.policy == POLICY.version
    assert (answer.evidence[-1].field, answer.evidence[-1].note) == ("review", "2 reviewers agree")


def test_two_reviewers_who_agree_on_no_match_name_nobody() -> None:
    answer = after(COMMON, [SON], both(COMMON, SON, NO))
    assert (answer.status, answer.taxpayer_id, answer.rule) == (Status.NONE, None, RULE)


@pytest.mark.parametrize(
    "answers",
    [
        [],
        [(ONE, YES)],
        [(ONE, NO)],
        [(ONE, YES), (ONE, YES)],
        [(ONE, YES), (Reviewer("  reviewer a ", "another_office"), YES)],
        [(ONE, YES), (TWO, NO)],
        [(ONE, YES), (TWO, UNSURE)],
        [(ONE, YES), (TWO, YES), (THREE, UNSURE)],
        [(ONE, YES), (TWO, YES), (TWO, NO)],
        [(ONE, YES), (TWO, YES), (THREE, YES), (FOUR, YES)],
        [(ONE, YES), (TWO, NO), (THREE, YES), (FOUR, NO)],
    ],
)
def test_less_than_two_who_agree_leaves_it_in_review(answers: list[tuple[Reviewer, Answer]]) -> None:
    assert after(COMMON, [SON], said(COMMON, SON, *answers)) == found(COMMON, SON)


@pytest.mark.parametrize(
    ("third", "state"), [(YES, PairState.MATCH), (NO, PairState.NO_MATCH), (UNSURE, PairState.UNTOLD)]
)
def test_a_third_reviewer_settles_a_conflict_in_whatever_order(third: Answer, state: PairState) -> None:
    decisions = said(COMMON, SON, (ONE, YES), (TWO, NO), (THREE, third))
    assert state_of(decisions[:2]) is PairState.CONFLICT
    assert {state_of(order) for order in permutations(decisions)} == {state}


def test_of_several_one_match_counts_only_where_all_others_are_no_match() -> None:
    match, others = both(NAMED, SON, YES), both(NAMED, FATHER, NO)
    answer = after(NAMED, [FATHER, SON], match + others)
    assert (answer.status, answer.taxpayer_id, answer.agreement) == (Status.ONE, "T2", Agreement.CURRENT)
    for fewer in (match, match + others[:1], match[:1] + others, others, match + both(NAMED, FATHER, YES)):
        assert after(NAMED, [FATHER, SON], fewer) == found(NAMED, FATHER, SON)


def test_of_several_all_no_match_is_nobody() -> None:
    decisions = both(NAMED, SON, NO) + both(NAMED, FATHER, NO)
    assert after(NAMED, [FATHER, SON], decisions).status is Status.NONE


def test_a_record_that_came_since_the_review_brings_the_question_back() -> None:
    decisions = both(NAMED, SON, YES) + both(NAMED, FATHER, NO)
    third = SON._replace(taxpayer_id="T3", tin="900703333", date_of_birth=date(2005, 5, 5))
    assert after(NAMED, [FATHER, SON, third], decisions).status is Status.SEVERAL


@pytest.mark.parametrize(
    "named",
    [
        COMMON._replace(date_of_birth=date(1961, 7, 8)),
        COMMON._replace(given="Ruth"),
        COMMON._replace(suffix="Jr"),
        COMMON._replace(tin="900709999"),
    ],
)
def test_a_contradiction_stands_against_all_reviewers(named: PersonNamed) -> None:
    record = SON._replace(suffix="Sr")
    assert after(named, [record], both(named, record, YES)).status is not Status.ONE


def test_a_number_of_another_record_stands_against_all_reviewers() -> None:
    named = NAMED._replace(date_of_birth=SON.date_of_birth, tin="900702223")
    owner = Record("T9", "Ruth", None, "Jones", tin="900702223")
    assert found(named, SON, owner).status is Status.REVIEW
    assert [one.bar for one in asked(named, SON, owner)] == [Bar.NUMBER_OF_ANOTHER]
    assert after(named, [SON, owner], both(named, SON, YES)) == found(named, SON, owner)


def test_a_housemate_in_the_way_is_shown_and_can_never_be_the_one() -> None:
    child = Record("T1", "Pate", None, "Sample", date_of_birth=date(2010, 12, 8), addresses=(HOME,))
    parent = child._replace(taxpayer_id="T2", given="Patrick", date_of_birth=date(1969, 6, 21))
    named = PersonNamed("Pat", None, "Sample", address=NAMED.address, date_of_birth=child.date_of_birth)
    assert found(named, child, parent).status is Status.REVIEW
    assert [one.bar for one in asked(named, child, parent)] == [Bar.NOTHING, Bar.CONTRADICTED]
    yes, no = both(named, child, YES), both(named, parent, NO)
    assert after(named, [child, parent], yes).status is Status.REVIEW
    assert after(named, [child, parent], yes + no).taxpayer_id == "T1"
    other = both(named, child, NO) + both(named, parent, YES)
    assert after(named, [child, parent], other).status is Status.REVIEW


@pytest.mark.parametrize("status", [Status.ONE, Status.NONE])
def test_what_the_policy_settled_is_not_reviewed(status: Status) -> None:
    settled = Resolution(status, "T1" if status is Status.ONE else None)
    decisions = Reviews.of(both(COMMON, SON, YES))
    assert settle_reviews(settled, COMMON, asked(COMMON, SON), decisions, day=DAY) == settled


def test_without_a_record_in_question_no_review_makes_anybody_nobody() -> None:
    before = found(COMMON, SON)
    assert settle_reviews(before, COMMON, (), NO_REVIEWS, day=DAY) == before


def test_a_decision_counts_from_its_day_on() -> None:
    late = [replace(one, on=DAY + timedelta(days=1)) for one in both(COMMON, SON, YES)]
    assert after(COMMON, [SON], late) == found(COMMON, SON)
    assert after(COMMON, [SON], [late[0], both(COMMON, SON, YES)[1]]) == found(COMMON, SON)


CHANGES: dict[str, tuple[PersonNamed, Record]] = {
    "the request states more": (COMMON._replace(address="12 Elm St"), SON),
    "the request states less": (COMMON._replace(middle=None), SON),
    "one letter of the request": (COMMON._replace(surname="Smyth"), SON),
    "a day of birth on file": (COMMON, SON._replace(date_of_birth=date(1980, 3, 8))),
    "an address ended": (COMMON, SON._replace(addresses=(HOME._replace(held_to=DAY),))),
    "an address added": (COMMON, SON._replace(addresses=(HOME, BEFORE))),
    "the same words of another taxpayer": (COMMON, SON._replace(taxpayer_id="T7")),
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_on_either_side_is_another_pair(name: str) -> None:
    assert pair_id(*CHANGES[name]) != pair_id(COMMON, SON)


def test_addresses_in_another_order_of_the_file_are_the_same_pair() -> None:
    one, other = (SON._replace(addresses=order) for order in ((HOME, BEFORE), (BEFORE, HOME)))
    assert pair_id(COMMON, one) == pair_id(COMMON, other)


def test_another_policy_is_the_same_pair() -> None:
    policy = replace(POLICY, version="another", rules=())
    before = resolve(COMMON, [SON], counts=COUNTS, policy=policy, day=DAY)
    pairs = contenders(COMMON, [SON], counts=COUNTS, policy=policy, day=DAY)
    answer = settle_reviews(before, COMMON, pairs, Reviews.of(both(COMMON, SON, YES)), day=DAY)
    assert (answer.status, answer.policy) == (Status.ONE, "another")


def test_a_pair_shows_both_sides_and_nothing_of_how_they_were_scored() -> None:
    named = NAMED._replace(given="José")
    shown = {one.label: one for one in pair_of(named, SON._replace(given="JOSE")).lines}
    assert shown["Given name"].difference == "Same but for capitals, accents, spaces or marks"
    assert shown["Middle name"].difference == "Not in the request"
    assert shown["Surname"].difference == "Same"
    assert (shown["Date of birth"].asked, shown["Date of birth"].on_file) == (None, "1980-03-09")
    (address,) = [one for label, one in shown.items() if label.startswith("Address")]
    assert address.on_file == "12 Elm St, Springfield IL 62704"
    told = " ".join(f"{one.label} {one.difference}" for one in shown.values()).lower()
    assert not any(word in told for word in ("exact", "near", "score", "rule", "probab", "likely", "rank"))


@pytest.mark.parametrize(
    ("asked_for", "held", "difference"),
    [
        ("Ana", "Anna", "Differs. Only in the request: ana. Only on file: anna"),
        ("Garcia Lopez", "Garcia", "Differs. Only in the request: lopez"),
        ("Lopez Garcia", "Garcia Lopez", "The same words in another order"),
        ("900-70-1234", "900701234", "Same but for capitals, accents, spaces or marks"),
        (None, "Ana", "Not in the request"),
        ("Ana", None, "Not on file"),
    ],
)
def test_a_difference_is_told_in_words(asked_for: str | None, held: str | None, difference: str) -> None:
    lines = pair_of(PersonNamed(given=asked_for), Record("T1", given=held)).lines
    assert [one.difference for one in lines] == [difference]


def test_a_number_on_file_is_shown_only_beside_one_stated() -> None:
    assert "900702222" not in str(pair_of(NAMED, SON).lines)
    assert "900702222" in str(pair_of(NAMED._replace(tin="900702222"), SON).lines)


def test_no_evidence_repeats_a_reason_or_a_reviewer() -> None:
    decisions = [replace(one, reason="the agent knows Ana") for one in both(COMMON, SON, YES)]
    told = repr(after(COMMON, [SON], decisions))
    assert "agent" not in told
    assert "Reviewer" not in told


@pytest.mark.parametrize("reason", ["", "  "])
def test_a_decision_without_a_reason_cannot_be_made(reason: str) -> None:
    with pytest.raises(ValueError, match="reason"):
        ReviewDecision(pair="0" * 64, by=ONE, on=DAY, reason=reason)


def test_a_decision_that_says_nothing_else_is_no_match() -> None:
    assert ReviewDecision(pair="0" * 64, by=ONE, on=DAY, reason="seen").answer is Answer.NO_MATCH
