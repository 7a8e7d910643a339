"""A reading is proposed by counsel, adopted by another, waits, is followed, lapses; cases that turn on it go back."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

import pytest
from tests.service.casework.office import Office, done, names

from lawgate.casework.registers import Register
from lawgate.casework.words import Role, State
from lawgate.ledger.entry import Kind
from lawgate.service.casework.acts import decision, release
from lawgate.service.casework.acts.look import law_of
from lawgate.service.casework.registers import parties, readings
from lawgate.stores import database
from lawgate.stores.casework import models

from django_tasks_db.models import DBTaskResult  # isort: skip - Django is ready by now

AGAINST_O4 = {"question": "Q3", "reading": "R3"}


def proposed(office: Office, by: str = "counsel", **changed: str) -> int:
    wanted = {"question": "Q9", "reading": "R2", "reason": "counsel's memorandum", **changed}
    number = readings.propose(office.desk, by=by, **wanted)
    assert isinstance(number, int), number
    return number


def adopted(office: Office, **changed: str) -> int:
    number = proposed(office, **changed)
    assert isinstance(readings.adopt(office.desk, by="privacy", proposed=number), int)
    return number


def test_the_auditor_is_told_of_an_adoption_at_once_and_open_cases_are_held_to_it(
    small_office: Office,
) -> None:
    number = proposed(small_office)
    assert not models.Notice.objects.filter(notice="reading_adopted").exists()
    assert isinstance(readings.adopt(small_office.desk, by="privacy", proposed=number), int)
    told = models.Notice.objects.get(notice="reading_adopted")
    assert (told.to, told.about) == ("auditor", "READINGS")
    queued = DBTaskResult.objects.filter(task_path__endswith=".hold_to_law").order_by("enqueued_at")
    assert [row.args_kwargs["args"] for row in queued] == [["READINGS-1"], ["READINGS-2"]]


def followed(office: Office, day: date | None = None) -> str:
    return law_of(office.desk, day or office.clock().date()).readings["Q9"]


def pass_days(office: Office, days: int) -> None:
    office.clock.move(days=days)
    parties.record_docket_check(office.desk, by="counsel")
    office.enter()


def test_what_two_adopted_is_followed_after_the_wait_and_until_it_lapses(office: Office) -> None:
    start = office.clock().date()
    adopted(office)
    days = (0, 3, 4, 89, 90)
    assert [followed(office, start + timedelta(days=one)) for one in days] == ["R1", "R1", "R2", "R2", "R1"]
    assert followed(office, start - timedelta(days=30)) == "R1", "it never reaches back"


def test_a_later_first_day_is_kept(small_office: Office) -> None:
    start = small_office.clock().date()
    adopted(small_office, not_before=(start + timedelta(days=20)).isoformat())
    assert [followed(small_office, start + timedelta(days=one)) for one in (19, 20)] == ["R1", "R2"]


def test_the_auditor_is_told_by_the_entry_that_adopts(small_office: Office) -> None:
    number = adopted(small_office)
    entries = models.Entry.objects.filter(case_number=Register.READINGS.value).order_by("sequence")
    assert [(one.act, one.kind) for one in entries] == [
        ("propose_reading", Kind.READING_ADOPTED.value),
        ("adopt_reading", Kind.READING_ADOPTED.value),
    ]
    assert entries[1].account["reason"] == {"proposed": number, "told": "auditor"}


def test_what_is_only_proposed_is_never_followed(small_office: Office) -> None:
    start = small_office.clock().date()
    proposed(small_office)
    assert all(followed(small_office, start + timedelta(days=one)) == "R1" for one in range(100))


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"question": "Q2"}, "never_adoptable"),
        ({"question": "Q6"}, "never_adoptable"),
        (AGAINST_O4, "against_an_order"),
        ({"reason": " "}, "no_reason"),
        ({"question": "Q99"}, "no_such_reading"),
        ({"order": "O4", "status": "lifted"}, "not_one"),
        ({"question": "", "reading": "", "order": "O99", "status": "lifted"}, "no_such_order"),
        ({"question": "", "reading": "", "order": "O4", "status": "ignored"}, "no_such_order"),
        ({"not_before": "2026-03-09"}, "reaches_back"),
        ({"not_before": "2027-03-09"}, "never_followed"),
    ],
)
def test_what_nobody_can_adopt_is_not_even_proposed(
    small_office: Office, changed: dict[str, str], reason: str
) -> None:
    wanted = {"question": "Q9", "reading": "R2", "reason": "a memorandum", **changed}
    assert reason in names(readings.propose(small_office.desk, by="counsel", **wanted))
    assert not models.Entry.objects.filter(case_number=Register.READINGS.value).exists()
    proposed(small_office)


def test_one_official_alone_adopts_nothing(small_office: Office) -> None:
    office = small_office
    parties.register_official(
        office.desk, "both", "Both", (Role.COUNSEL, Role.PRIVACY_OFFICER), since=date(2026, 1, 1)
    )
    number = proposed(office, by="both")
    assert names(readings.adopt(office.desk, by="both", proposed=number)) == {"same_official"}
    assert names(readings.adopt(office.desk, by="counsel", proposed=number)) == {"no_role"}
    assert names(readings.adopt(office.desk, by="privacy", proposed=number + 7)) == {"not_proposed"}
    assert isinstance(readings.adopt(office.desk, by="privacy", proposed=number), int)
    assert names(readings.adopt(office.desk, by="privacy", proposed=number)) == {"adopted_already"}


def test_two_readings_of_a_question_never_stand_together(small_office: Office) -> None:
    office = small_office
    first, second = proposed(office), proposed(office, reading="R1")
    assert isinstance(readings.adopt(office.desk, by="privacy", proposed=first), int)
    assert names(readings.adopt(office.desk, by="privacy", proposed=second)) == {"stands_already"}
    assert isinstance(readings.withdraw(office.desk, by="counsel", proposed=first, reason="r"), int)
    assert isinstance(readings.adopt(office.desk, by="privacy", proposed=second), int)


def test_a_withdrawn_reading_is_not_followed_from_that_day_on_and_was_before(small_office: Office) -> None:
    office, number = small_office, adopted(small_office)
    pass_days(office, 10)
    assert followed(office) == "R2"
    assert names(readings.withdraw(office.desk, by="privacy", proposed=number, reason="r")) == {"no_role"}
    assert names(readings.withdraw(office.desk, by="counsel", proposed=number, reason="")) == {"no_reason"}
    assert isinstance(readings.withdraw(office.desk, by="counsel", proposed=number, reason="appealed"), int)
    assert (followed(office), followed(office, office.clock().date() - timedelta(days=1))) == ("R1", "R2")
    assert names(readings.withdraw(office.desk, by="counsel", proposed=number, reason="r")) == {"withdrawn"}


def test_an_approved_case_that_turns_on_it_goes_back_and_is_decided_by_it(office: Office) -> None:
    # The order O6 reads Q7 otherwise, so that it has to be recorded as lifted first.
    adopted(office, question="", reading="", order="O6", status="lifted")
    pass_days(office, 4)
    case, number = office.approved(), adopted(office, question="Q7")
    shown = readings.readings_document(office.desk, by="counsel")["proposals"][0]
    assert [one["case"] for one in shown["turning"]] == [case]
    assert shown["turning"][0]["items"] == ["identity.mailing_address"]
    pass_days(office, 4)
    assert names(release.release(office.desk, case, by="releaser", key="k")) == {"changed"}
    assert (office.case(case).state, office.case(case).standing_approvals) == (State.DETERMINED, ())
    done(decision.determine(office.desk, case, by="preparer"))
    made = models.Proposal.objects.filter(case=case).order_by("number").last()
    assert made is not None
    assert made.document["law"]["readings"]["Q7"] == "R2"
    address = [row for row in made.document["subject"]["items"] if row["item"] == "identity.mailing_address"]
    assert [row["disposition"] for row in address] == ["withhold"]
    done(decision.submit(office.desk, case, by="preparer"))
    for official in ("first", "second"):
        office.sign(case, official)
    assert isinstance(readings.withdraw(office.desk, by="counsel", proposed=number, reason="r"), int)
    office.enter()
    assert names(release.release(office.desk, case, by="releaser", key="k")) == {"changed"}


def test_without_an_adoption_the_same_case_is_released_on_the_same_day(small_office: Office) -> None:
    office, case = small_office, small_office.approved()
    proposed(office)
    pass_days(office, 4)
    assert done(release.release(office.desk, case, by="releaser", key="k")).state is State.RELEASED


def test_an_order_recorded_as_lifted_by_two_no_longer_binds_after_the_wait(small_office: Office) -> None:
    office = small_office
    number = proposed(office, question="", reading="", order="O4", status="lifted")
    assert isinstance(readings.adopt(office.desk, by="privacy", proposed=number), int)
    assert "O4" in {order.id for order in law_of(office.desk, office.clock().date()).orders}
    pass_days(office, 4)
    law = law_of(office.desk, office.clock().date())
    assert "O4" not in {order.id for order in law.orders}
    assert law.set_aside == ("O4",)


def test_sealed_matters_are_not_told_to_those_who_do_not_see_them(small_office: Office) -> None:
    office = small_office
    adopted(office, question="", reading="", order="O6", status="lifted")
    pass_days(office, 4)
    case = office.approved()
    proposed(office, question="Q7")
    models.Case.objects.filter(number=case).update(sealed=True)

    def told(by: str) -> int:
        return len(readings.readings_document(office.desk, by=by)["proposals"][0]["turning"])

    assert (told("counsel"), told("auditor")) == (1, 0)


def test_many_who_adopt_at_once_adopt_once(office: Office) -> None:
    number = proposed(office)

    def attempt(_: int) -> bool:
        try:
            return isinstance(readings.adopt(office.desk, by="privacy", proposed=number), int)
        finally:
            database.close()

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(attempt, range(16))) == 1
    assert models.Entry.objects.filter(case_number=Register.READINGS.value).count() == 2
