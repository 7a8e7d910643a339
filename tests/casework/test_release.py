"""Nothing is built into a release but what all officials demanded approved, word for word."""

from dataclasses import replace

import pytest
from tests.casework.examples import (
    CRIMINAL,
    DANGER,
    HELD_BACK,
    IN_EMERGENCY,
    NOW,
    PROPOSAL,
    WAGES,
    approval,
    disclosed,
)

from lawgate.casework.proposal import Proposal
from lawgate.casework.release import Release, build_release, check_approvals
from lawgate.casework.words import Demand
from lawgate.decide.determination import Disposition

BOTH = (approval(1, "first"), approval(2, "second"))


def build(proposal=PROPOSAL, approvals=BOTH, items=None, releaser="releaser", preparers=()):
    items = disclosed(proposal) if items is None else items
    return build_release(proposal, items, approvals, releaser=releaser, released_at=NOW, preparers=preparers)


def names(reasons) -> set[str]:
    return set() if isinstance(reasons, Release) else {one.name for one in reasons}


def test_two_officials_over_one_digest_release() -> None:
    made = build()
    assert isinstance(made, Release)
    assert made.review_due is None


@pytest.mark.parametrize(
    ("approvals", "reason"),
    [
        ((), "too_few_approvals"),
        (BOTH[:1], "too_few_approvals"),
        ((BOTH[0], approval(2, "first")), "signed_twice"),
        ((BOTH[0], approval(1, "second")), "signed_twice"),
        ((BOTH[0], approval(2, "preparer")), "signer_prepared"),
        ((BOTH[0], replace(BOTH[1], prepared_by="second")), "signer_prepared"),
        ((BOTH[0], replace(BOTH[1], digest="0" * 64)), "other_digest"),
    ],
)
def test_any_other_approvals_release_nothing(approvals, reason: str) -> None:
    assert reason in names(build(approvals=approvals))


@pytest.mark.parametrize(
    "change",
    [
        {"request": "0" * 64},
        {"determination": "0" * 64},
        {"corpus": "0" * 64},
        {"record_root": "0" * 64},
        {"prepared_by": "another"},
        {"case": "C-2026-000002"},
        {"number": 2},
        {"hypothetical": True},
        {"lines": (WAGES,)},
    ],
    ids=lambda change: next(iter(change)),
)
def test_a_change_of_anything_that_was_signed_makes_the_approvals_void(change) -> None:
    changed = replace(PROPOSAL, **change)
    assert changed.digest != PROPOSAL.digest
    assert "other_digest" in names(build(changed))


@pytest.mark.parametrize("disposition", [one for one in Disposition if one is not Disposition.DISCLOSE])
def test_only_lines_that_say_disclose_leave(disposition: Disposition) -> None:
    other = replace(PROPOSAL, lines=(replace(WAGES, disposition=disposition),))
    approvals = tuple(approval(slot, name, other) for slot, name in ((1, "first"), (2, "second")))
    assert names(build(other, approvals)) == {"nothing_leaves"}


def test_a_line_without_a_pathway_never_leaves() -> None:
    assert not replace(WAGES, pathway=None).leaves


def test_what_was_held_back_cannot_be_slipped_in() -> None:
    smuggled = replace(disclosed()[0], item=HELD_BACK.item)
    assert "other_items" in names(build(items=(*disclosed(), smuggled)))
    assert "other_items" in names(build(items=()))


def test_a_hypothesis_never_becomes_a_release() -> None:
    other = replace(PROPOSAL, hypothetical=True)
    approvals = tuple(approval(slot, name, other) for slot, name in ((1, "first"), (2, "second")))
    assert names(build(other, approvals)) == {"hypothetical"}


def test_whoever_prepared_does_not_release() -> None:
    assert names(build(releaser="preparer")) == {"releaser_prepared"}


def test_nobody_who_ever_prepared_the_case_signs_or_releases_it() -> None:
    assert names(build(preparers=("preparer", "second"))) == {"signer_prepared"}
    assert names(build(preparers=("preparer", "releaser"))) == {"releaser_prepared"}
    assert names(build(preparers=("preparer", "another"))) == set()


def test_in_an_emergency_one_official_is_enough_and_a_second_looks_within_a_day() -> None:
    made = build(IN_EMERGENCY, (approval(1, "first", IN_EMERGENCY),))
    assert isinstance(made, Release)
    assert made.review_due is not None
    assert (made.review_due - made.released_at).days == 1


def test_one_item_outside_the_emergency_demands_two() -> None:
    mixed = replace(PROPOSAL, lines=(WAGES, replace(WAGES, item="identity.name", pathway=DANGER)))
    assert mixed.demand is Demand.TWO
    assert replace(PROPOSAL, lines=()).demand is Demand.TWO
    assert IN_EMERGENCY.demand is Demand.ONE_THEN_REVIEW
    assert names(check_approvals(mixed, (approval(1, "first", mixed),), preparers=())) == {
        "too_few_approvals"
    }


def test_a_release_cannot_be_made_by_hand() -> None:
    with pytest.raises(TypeError, match="only build_release"):
        Release(PROPOSAL, disclosed(), BOTH, "releaser", NOW, object())


def test_the_digest_is_that_of_the_words_and_not_of_the_object() -> None:
    assert Proposal(**{name: getattr(PROPOSAL, name) for name in Proposal.__dataclass_fields__}).digest == (
        PROPOSAL.digest
    )
    assert PROPOSAL.pathways == (CRIMINAL,)
