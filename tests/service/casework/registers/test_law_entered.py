"""What is decided is decided by a law that stands in the ledger already, and each change of it is an entry."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

from tests.service.casework.office import Office, done

from lawgate.service.casework.acts import decision, intake
from lawgate.service.casework.acts.look import law_of
from lawgate.service.casework.registers.law_entered import LAW, enter_law
from lawgate.stores import database
from lawgate.stores.casework import models


def laws() -> list[models.Entry]:
    return list(models.Entry.objects.filter(case_number=LAW).order_by("sequence"))


def test_the_law_is_entered_before_it_is_applied_and_again_when_it_changes(small_office: Office) -> None:
    office = small_office
    office.clock.at = datetime(2026, 2, 25, 12, tzinfo=UTC)
    case = office.received()
    assert laws() == []
    done(intake.admit(office.desk, case, by="clerk"))
    (first,) = laws()
    assert "O7" not in first.account["reason"]["orders"]
    done(decision.determine(office.desk, case, by="preparer"))
    assert len(laws()) == 1
    office.clock.move(days=1)  # the order O7 is in force from this day on
    done(decision.determine(office.desk, case, by="preparer"))
    assert "O7" in laws()[1].account["reason"]["orders"]
    determined = models.Entry.objects.filter(case_number=case, kind="determined").last()
    assert determined is not None
    assert laws()[1].id < determined.id


def test_another_day_that_somebody_only_asks_about_is_no_change_of_the_law(small_office: Office) -> None:
    case = small_office.received()
    done(intake.admit(small_office.desk, case, by="clerk"))
    entered = len(laws())
    other = datetime(2026, 2, 1, tzinfo=UTC).date()
    assert done(decision.determine(small_office.desk, case, by="preparer", day=other)).proposal is not None
    assert small_office.case(case).proposal.hypothetical  # type: ignore[union-attr]
    assert len(laws()) == entered


def test_many_who_find_the_same_change_enter_it_once(office: Office) -> None:
    corpus = law_of(office.desk, office.clock().date())

    def attempt(_: int) -> bool:
        try:
            return enter_law(office.desk, corpus)
        finally:
            database.close()

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(attempt, range(16))) == 1
    assert len(laws()) == 1
