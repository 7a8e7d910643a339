"""Whoever prepared a case once does none of its later acts, whoever took it over; findings come all or none."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests.service.casework.office import SECTION, START, Office, done

from lawgate.casework.words import Role, State
from lawgate.cite import Cite
from lawgate.errors import InputError
from lawgate.linkage.review import Answer
from lawgate.service.casework.acts import decision, intake, review
from lawgate.service.casework.acts.findings import find_several
from lawgate.service.casework.desk import Refused
from lawgate.service.casework.registers import parties
from lawgate.stores.casework.read import find_case, findings_of

FIRST = "finding:/us/usc/t26/s6103/i/2/B/iv"
SECOND = "finding:/us/usc/t26/s6103/i/6"


def both(office: Office, login: str) -> None:
    """Somebody who prepares and reviews, each in his turn."""
    roles, since = (Role.PREPARER, Role.REVIEWER), date(2026, 1, 1)
    parties.register_official(office.desk, login, login.title(), roles, since=since, authority=(SECTION,))


def taken_over(office: Office) -> str:
    """A case that one prepared and another took over by asking who is named."""
    for login in ("before", "after"):
        both(office, login)
    case = office.received()
    done(intake.admit(office.desk, case, by="clerk"))
    for cite, answer in (("i/2/B/iv", True), ("i/6", False), ("p/4", True)):
        at = Cite.parse(f"/us/usc/t26/s6103/{cite}")
        done(
            decision.find(office.desk, case, by="third", cite=at, answer=answer, office="delegated_official")
        )
    done(decision.determine(office.desk, case, by="before"))
    done(decision.ask_reviewers(office.desk, case, by="after"))
    done(decision.determine(office.desk, case, by="after"))
    done(decision.submit(office.desk, case, by="after"))
    return case


def test_who_gave_a_case_away_signs_none_of_it(office: Office) -> None:
    case = taken_over(office)
    assert find_case(case).preparer == "after"
    assert find_case(case).preparers == {"before", "after"}
    digest = office.digest(case)
    for by in ("before", "after"):
        for outcome in (
            review.sign(office.desk, case, by=by, digest=digest),
            review.decline(office.desk, case, by=by, reason="a doubt"),
            review.withhold(office.desk, case, by=by, reason="a doubt"),
        ):
            assert isinstance(outcome, Refused)
            assert "prepared_it" in outcome.names
    office.sign(case, "first")
    assert office.sign(case, "second").state is State.APPROVED


def test_who_gave_a_case_away_answers_on_none_of_its_pairs(small_office: Office) -> None:
    office = small_office
    for login in ("before", "after"):
        both(office, login)
    case = office.received()
    done(intake.admit(office.desk, case, by="clerk"))
    done(decision.determine(office.desk, case, by="before"))
    done(decision.ask_reviewers(office.desk, case, by="after"))
    outcome = decision.settle_match(
        office.desk, case, by="before", pair="p" * 64, answer=Answer.NO_MATCH, reason="another one"
    )
    assert isinstance(outcome, Refused)
    assert "prepared_it" in outcome.names


def test_of_several_findings_all_are_entered_or_none(small_office: Office) -> None:
    office = small_office
    case = office.received()
    done(intake.admit(office.desk, case, by="clerk"))
    stated = {FIRST: "yes", SECOND: "no", "office": "delegated_official"}
    before = find_case(case).sequence

    refused = find_several(office.desk, case, by="clerk", answers=stated)
    assert isinstance(refused, Refused)
    with pytest.raises(InputError):
        find_several(office.desk, case, by="third", answers={**stated, "office": "other"})
    assert (findings_of(case), find_case(case).sequence) == ((), before)

    done(find_several(office.desk, case, by="third", answers=stated))
    assert {one.on for one in findings_of(case)} == {START.date()}
    assert len(findings_of(case)) == 2


def test_a_refusal_in_the_middle_takes_back_what_came_before(
    small_office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    from lawgate.casework.words import Reason  # noqa: PLC0415
    from lawgate.service.casework.acts import findings  # noqa: PLC0415

    office, asked = small_office, []
    case = office.received()
    done(intake.admit(office.desk, case, by="clerk"))
    before = find_case(case).sequence

    def find(*given: Any, **named: Any) -> object:
        asked.append(named["cite"])
        return (
            decision.find(*given, **named) if len(asked) == 1 else Refused((Reason("moved_on", "moved on"),))
        )

    monkeypatch.setattr(findings, "find", find)
    stated = {FIRST: "yes", SECOND: "no", "office": "delegated_official"}
    assert isinstance(find_several(office.desk, case, by="third", answers=stated), Refused)
    assert len(asked) == 2
    assert (findings_of(case), find_case(case).sequence) == ((), before)
