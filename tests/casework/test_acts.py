"""Who may do what in which state: the tables are whole, and each separation of duties holds."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from tests.casework.examples import CASE, DANGER, IN_EMERGENCY, NOW, PROPOSAL, TODAY, approval, official

from lawgate.casework import permissions, policies
from lawgate.casework.case import Case, Objection, ReleaseMade
from lawgate.casework.deadline import Deadline
from lawgate.casework.transitions import TRANSITIONS, lines, moves
from lawgate.casework.words import LEFT, Act, Role, State
from lawgate.errors import InputError

REVIEWER = official("first", Role.REVIEWER)


def names(reasons) -> set[str]:
    return {one.name for one in reasons}


def test_every_act_has_its_lines_and_every_owner_may_do_it() -> None:
    assert {line.act for line in TRANSITIONS} == set(Act)
    for line in TRANSITIONS:
        assert line.owner in permissions.ROLES[line.act], line


def test_nothing_leaves_but_from_approved_and_by_a_release() -> None:
    entering = {(one.before, one.act) for one in TRANSITIONS if one.after in LEFT and one.before not in LEFT}
    assert entering == {
        (State.APPROVED, Act.RELEASE),
        (State.CLOSED, Act.RECALL),
        (State.CLOSED, Act.REPORT_INCIDENT),
    }
    assert {one.before for one in TRANSITIONS if one.after is State.APPROVED and one.act is not Act.OBJECT
            and one.act is not Act.VIEW} == {State.IN_REVIEW}  # fmt: skip


def test_a_case_that_never_left_cannot_be_recalled() -> None:
    closed = replace(CASE, state=State.CLOSED)
    assert "never_left" in names(policies.check_act(closed, Act.RECALL, by="privacy"))
    assert "never_left" in names(policies.check_act(closed, Act.REPORT_INCIDENT, by="privacy"))


def test_every_state_can_be_reached() -> None:
    reached, found = {State.RECEIVED}, {State.RECEIVED}
    while found:
        found = {after for before, after in moves() if before in found} - reached
        reached |= found
    assert reached == set(State)


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("act", Act)
def test_an_act_that_is_not_in_the_table_is_refused_with_a_reason(state: State, act: Act) -> None:
    case = replace(CASE, state=state)
    if not lines(state, act):
        assert names(policies.check_act(case, act, by="first")) == {"not_now"}


def test_the_first_signature_leaves_it_in_review_and_the_second_approves() -> None:
    assert policies.after(CASE, Act.SIGN) is State.IN_REVIEW
    assert policies.after(replace(CASE, approvals=(approval(1, "first"),)), Act.SIGN) is State.APPROVED
    assert policies.after(replace(CASE, proposal=IN_EMERGENCY), Act.SIGN) is State.APPROVED


def test_one_official_decides_once() -> None:
    signed = replace(CASE, approvals=(approval(1, "first"),))
    declined = replace(CASE, objections=(Objection("first", "no", TODAY, PROPOSAL.digest),))
    for case in (signed, declined):
        assert names(policies.check_act(case, Act.SIGN, by="first")) == {"decided_already"}
        assert policies.check_act(case, Act.SIGN, by="second") == ()
    assert policies.check_act(CASE, Act.SIGN, by="first") == ()


def test_where_one_signed_and_one_declined_a_third_decides() -> None:
    split = replace(
        CASE,
        approvals=(approval(1, "first"),),
        objections=(Objection("second", "doubt", TODAY, PROPOSAL.digest),),
    )
    assert policies.after(split, Act.SIGN) is State.APPROVED
    assert policies.after(split, Act.DECLINE) is State.DETERMINED


def test_the_first_two_reviews_are_blind() -> None:
    signed = replace(CASE, approvals=(approval(1, "first"),))
    assert names(policies.check_see_reviews(signed, by="second")) == {"blind"}
    assert policies.check_see_reviews(signed, by="first") == ()


@pytest.mark.parametrize("act", sorted(permissions.NOT_THE_PREPARER))
def test_whoever_prepared_does_none_of_the_later_acts(act: Act) -> None:
    everything = official("preparer", *Role, agency="us.doj")
    assert "prepared_it" in names(permissions.check_may(everything, act, CASE))
    assert "prepared_it" in names(permissions.check_may(everything, act, replace(CASE, proposal=None)))
    assert permissions.check_may(replace(everything, id="another"), act, CASE) == ()


@pytest.mark.parametrize("act", sorted(permissions.NOT_THE_PREPARER))
def test_whoever_gave_a_case_away_has_prepared_it_all_the_same(act: Act) -> None:
    before = official("before", *Role, agency="us.doj")
    taken_over = replace(CASE, preparers=frozenset({"before", "preparer"}))
    for case in (taken_over, replace(taken_over, proposal=None, preparer=None)):
        assert "prepared_it" in names(permissions.check_may(before, act, case))
    assert permissions.check_may(before, act, CASE) == ()


def test_nobody_signs_without_the_authority_for_the_provision() -> None:
    assert permissions.check_may(REVIEWER, Act.SIGN, CASE) == ()
    without = replace(REVIEWER, authority=(DANGER,))
    assert names(permissions.check_may(without, Act.SIGN, CASE)) == {"no_authority"}
    nowhere = replace(CASE, proposal=None, provision=None)
    assert names(permissions.check_may(REVIEWER, Act.SIGN, nowhere)) == {"no_authority"}
    # What nobody has to open may be withheld by any reviewer with an authority, and by no other.
    assert permissions.check_may(REVIEWER, Act.WITHHOLD, nowhere) == ()
    none = replace(REVIEWER, authority=())
    assert names(permissions.check_may(none, Act.WITHHOLD, nowhere)) == {"no_authority"}


def test_an_agency_acts_in_its_own_cases_alone() -> None:
    own, part = official("a", Role.AGENCY_OFFICER, agency="us.doj"), replace(CASE, agency="us.doj.fbi")
    assert permissions.check_may(own, Act.WITHDRAW, CASE) == ()
    assert permissions.check_may(own, Act.WITHDRAW, part) == ()
    other = replace(own, agency="us.dhs")
    assert names(permissions.check_may(other, Act.WITHDRAW, CASE)) == {"other_agency"}
    assert names(permissions.check_may(replace(own, agency=None), Act.WITHDRAW, CASE)) == {"other_agency"}


def test_an_account_that_is_closed_does_nothing() -> None:
    for act in Act:
        assert permissions.check_may(replace(official("x", *Role), active=False), act, CASE)


def test_an_administrator_and_a_person_concerned_do_nothing_in_a_case() -> None:
    for role in (Role.ADMINISTRATOR, Role.DATA_SUBJECT):
        assert all(permissions.check_may(official("x", role), act, CASE) for act in Act)


def test_a_release_in_an_emergency_is_reviewed_by_a_second_before_it_is_closed() -> None:
    made = ReleaseMade(IN_EMERGENCY.digest, IN_EMERGENCY.demand.value, "releaser", NOW, NOW)
    case: Case = replace(
        CASE,
        state=State.RECEIPTED,
        proposal=IN_EMERGENCY,
        approvals=(approval(1, "first", IN_EMERGENCY),),
        release=made,
    )
    assert names(policies.check_act(case, Act.CLOSE, by="releaser")) == {"review_open"}
    for one in ("first", "releaser"):
        assert names(policies.check_act(case, Act.REVIEW_AFTER, by=one)) == {"not_a_second"}
    assert policies.check_act(case, Act.REVIEW_AFTER, by="second") == ()
    reviewed = replace(case, release=replace(made, reviewed_by="second"))
    assert policies.check_act(reviewed, Act.CLOSE, by="releaser") == ()


def test_the_clock_stands_while_the_requester_mends() -> None:
    clock = Deadline(date(2026, 3, 2), 30)
    assert clock.due_on == date(2026, 4, 1)
    stopped = clock.stop(date(2026, 3, 10))
    assert stopped.due_on is None
    assert not stopped.is_late(date(2027, 1, 1))
    resumed = stopped.resume(date(2026, 3, 20))
    assert resumed.due_on == date(2026, 4, 11)
    assert resumed.is_late(date(2026, 4, 12))
    assert not resumed.is_late(date(2026, 4, 11))
    assert stopped.stop(date(2026, 5, 1)) == stopped
    assert clock.resume(date(2026, 5, 1)) == clock
    with pytest.raises(InputError):
        stopped.resume(stopped.begun_on - timedelta(days=1))
