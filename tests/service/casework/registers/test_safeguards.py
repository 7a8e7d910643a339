"""Safeguards by page: two officials say that they satisfy, one that they do not; releases follow at once."""

from __future__ import annotations

from datetime import timedelta

import pytest
from tests.service.casework.office import Office, done, names

from lawgate.casework.words import State
from lawgate.service.casework.acts import release
from lawgate.service.casework.registers import safeguards

REVIEW = {"agency": "us.doj", "reviewed_on": "2026-03-01", "valid_until": "2026-12-31", "basis": "report 7"}


def released(office: Office, case: str) -> object:
    office.enter()
    return release.release(office.desk, case, by="releaser", key="k")


def test_nothing_is_released_from_the_moment_at_which_one_says_no_until_two_say_yes(office: Office) -> None:
    case = office.approved()
    ended = safeguards.end_safeguards(office.desk, by="privacy", agency="us.doj", reason="a breach")
    assert isinstance(ended, int)
    assert names(released(office, case)) == {"safeguards"}
    number = safeguards.propose_safeguards(office.desk, by="counsel", **REVIEW)
    assert isinstance(number, int)
    assert names(released(office, case)) == {"safeguards"}, "what is only proposed opens nothing"
    assert "no_role" in names(safeguards.confirm_safeguards(office.desk, by="counsel", proposed=number))
    assert isinstance(safeguards.confirm_safeguards(office.desk, by="privacy", proposed=number), int)
    assert names(released(office, case)) == {"safeguards"}, "those of its part ended with the whole's"
    part = safeguards.propose_safeguards(office.desk, by="counsel", **{**REVIEW, "agency": "us.doj.fbi"})
    assert isinstance(part, int)
    assert isinstance(safeguards.confirm_safeguards(office.desk, by="privacy", proposed=part), int)
    assert done(released(office, case)).state is State.RELEASED  # type: ignore[arg-type]


def test_what_came_after_a_proposal_takes_its_place(small_office: Office) -> None:
    desk = small_office.desk
    first = safeguards.propose_safeguards(desk, by="counsel", **REVIEW)
    assert isinstance(first, int)
    assert isinstance(safeguards.end_safeguards(desk, by="counsel", agency="us.doj", reason="r"), int)
    assert names(safeguards.confirm_safeguards(desk, by="privacy", proposed=first)) == {"overtaken"}
    assert names(safeguards.confirm_safeguards(desk, by="privacy", proposed=99)) == {"not_proposed"}
    again = safeguards.propose_safeguards(desk, by="counsel", **REVIEW)
    assert isinstance(again, int)
    assert isinstance(safeguards.confirm_safeguards(desk, by="privacy", proposed=again), int)
    assert names(safeguards.confirm_safeguards(desk, by="privacy", proposed=again)) == {"overtaken"}


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"agency": " "}, "no_agency"),
        ({"basis": ""}, "no_reason"),
        ({"reviewed_on": "2026-03-11"}, "not_reviewed"),
        ({"valid_until": "2026-03-09"}, "over"),
    ],
)
def test_what_is_no_finding_of_a_review_is_refused(
    small_office: Office, changed: dict[str, str], reason: str
) -> None:
    outcome = safeguards.propose_safeguards(small_office.desk, by="counsel", **{**REVIEW, **changed})
    assert reason in names(outcome)
    assert isinstance(safeguards.propose_safeguards(small_office.desk, by="counsel", **REVIEW), int)


def test_a_proposal_whose_last_day_is_over_is_not_confirmed(small_office: Office) -> None:
    number = safeguards.propose_safeguards(
        small_office.desk, by="counsel", **{**REVIEW, "valid_until": "2026-03-12"}
    )
    assert isinstance(number, int)
    small_office.clock.move(days=3)
    assert names(safeguards.confirm_safeguards(small_office.desk, by="privacy", proposed=number)) == {"over"}


def test_the_history_of_an_agency_holds_every_step_with_its_key_kept(small_office: Office) -> None:
    desk = small_office.desk
    number = safeguards.propose_safeguards(desk, by="counsel", **REVIEW)
    assert isinstance(number, int)
    safeguards.confirm_safeguards(desk, by="privacy", proposed=number)
    shown = safeguards.agency_document(desk, "us.doj", by="auditor")
    acts = [one["act"] for one in shown["history"]]
    assert acts == ["confirm_safeguards", "propose_safeguards", "register_agency"]
    assert (shown["satisfies"], shown["until"], shown["has_key"]) == (True, "2026-12-31", True)
    small_office.clock.at += timedelta(days=365)
    assert safeguards.agency_document(desk, "us.doj", by="auditor")["satisfies"] is False
    assert names(safeguards.end_safeguards(desk, by="auditor", agency="us.doj", reason="r")) == {"no_role"}
    assert names(safeguards.end_safeguards(desk, by="counsel", agency="us.nobody", reason="r")) == {
        "no_agency"
    }
