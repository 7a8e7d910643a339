"""Every notice of the table is told to those whom it is addressed to, with what it tells of, and outside no earlier."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest
from tests.service.casework.background.test_jobs import at_work, run  # noqa: F401 - a fixture
from tests.service.casework.office import Office, done

from lawgate.casework.notices import ADDRESSED, REMINDERS, TOLD_WHEN
from lawgate.casework.transitions import TRANSITIONS
from lawgate.casework.words import Notice, Role
from lawgate.cite import Cite
from lawgate.law.adoption import LASTS, Adoption
from lawgate.service.casework.acts import break_glass, delivery, intake, release, review
from lawgate.service.casework.background import jobs, reminders
from lawgate.service.casework.seen.notices import notices_document
from lawgate.stores.casework import models
from lawgate.stores.casework.write import Told, draw_secrets, write_event

BY_ACTS = {one.notice for one in TRANSITIONS if one.notice}
ITS_OWN = {Notice.RELEASED_IN_EMERGENCY, Notice.BREAK_GLASS, Notice.READING_ADOPTED}
"""Written with a release on one approval, with the glass that two holders break, and with an adoption."""


def told(notice: Notice, about: str) -> set[str]:
    return set(models.Notice.objects.filter(notice=notice.value, about=about).values_list("to", flat=True))


def seen(office: Office, by: str) -> set[tuple[str, str]]:
    found = notices_document(office.desk, by=by)["rows"]
    return {(one["notice"], one["about"]) for one in found}


def test_every_notice_is_told_by_something() -> None:
    assert set(Notice) == BY_ACTS | ITS_OWN | REMINDERS
    assert not BY_ACTS & ITS_OWN
    assert not (BY_ACTS | ITS_OWN) & REMINDERS


def test_every_notice_has_its_words() -> None:
    from lawgate.web.words.notices import NOTICES  # noqa: PLC0415 - Django is ready by now

    assert set(NOTICES) == {one.value for one in Notice}


@pytest.mark.parametrize(
    "line", [one for one in TRANSITIONS if one.notice], ids=lambda one: f"{one.before}-{one.act}-{one.after}"
)
def test_each_act_of_the_table_writes_its_notice_with_its_entry(small_office: Office, line) -> None:
    office = small_office
    said = Told("somebody", office.clock(), values={"agency": "us.doj"})
    write_event(("X-1", 1), line, said, draw_secrets(office.desk.secret))
    assert told(line.notice, "X-1") == {role.value for role in ADDRESSED[line.notice]}


def test_the_auditor_is_told_of_an_emergency_at_once_and_in_the_same_transaction(
    small_office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = small_office
    with monkeypatch.context() as broken:

        def fails(*_: object, **__: object) -> None:
            raise TimeoutError

        broken.setattr(release, "write_change", fails)
        with pytest.raises(TimeoutError):
            office.released_in_emergency("REQ-1")
    assert not models.Notice.objects.filter(notice="released_in_emergency").exists()
    case = office.released_in_emergency("REQ-2")
    assert ("released_in_emergency", case) in seen(office, "auditor")
    assert ("released_in_emergency", case) not in seen(office, "preparer")


def test_a_release_on_two_approvals_is_no_emergency(small_office: Office) -> None:
    small_office.released()
    assert not models.Notice.objects.filter(notice="released_in_emergency").exists()


def test_the_auditor_is_told_of_broken_glass_at_once(small_office: Office) -> None:
    office = small_office
    asked = break_glass.ask(
        office.desk,
        by="counsel",
        official="clerk",
        provision=Cite.parse("26 USC 6103(i)(2)"),
        reason="r",
        days=1,
    )
    assert isinstance(asked, int)
    assert ("break_glass", break_glass.GLASS) in seen(office, "auditor")
    assert seen(office, "counsel") == set()


def test_time_alone_tells_what_is_due_and_each_thing_once(small_office: Office) -> None:
    office = small_office
    late, case = office.received("REQ-1"), office.released_in_emergency("REQ-2")
    reminders.remind(office.desk)
    assert told(Notice.REVIEW_DUE, case) == {"reviewer"}
    assert told(Notice.REVIEW_OVERDUE, case) == set()
    office.clock.move(days=1, seconds=1)
    for _again in range(2):
        reminders.remind(office.desk)
    assert told(Notice.REVIEW_OVERDUE, case) == {"auditor", "privacy_officer", "reviewer"}
    assert told(Notice.ANSWER_LATE, late) == set()
    office.clock.move(days=31)
    reminders.remind(office.desk)
    assert told(Notice.ANSWER_LATE, late) == {"preparer", "privacy_officer"}
    assert models.Notice.objects.filter(notice="review_overdue").count() == 3


def test_counsel_is_reminded_of_the_dockets_before_the_last_look_is_too_old(small_office: Office) -> None:
    office = small_office
    office.clock.move(days=4)
    reminders.remind_of_dockets(office.desk)
    assert seen(office, "counsel") == set()
    office.clock.move(days=1)
    reminders.remind_of_dockets(office.desk)
    assert seen(office, "counsel") == {("dockets_due", "DOCKETS")}


def test_counsel_and_the_privacy_officer_are_told_before_a_reading_lapses(
    small_office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    office, today = small_office, small_office.clock().date()
    adopted = Adoption(today - LASTS + timedelta(days=20), today - LASTS, "r", question="Q3", reading="R1")
    monkeypatch.setattr(reminders, "_adopted", lambda *_: (adopted,))
    reminders.remind_of_readings(office.desk)
    assert seen(office, "privacy") == set()
    office.clock.move(days=6)
    reminders.remind_of_readings(office.desk)
    assert seen(office, "privacy") == seen(office, "counsel") == {("reading_ends", "READINGS")}


def test_an_agency_is_told_nothing_before_its_own_page_tells_it(small_office: Office) -> None:
    office = small_office
    case, withheld = office.released("REQ-1"), office.in_review("REQ-2")
    done(review.withhold(office.desk, withheld, by="first", reason="r"))
    assert seen(office, "agent") == set()
    office.enter()
    done(delivery.deliver(office.desk, case))
    assert seen(office, "agent") == {("grant", case)}
    office.clock.move(days=40)
    assert seen(office, "agent") == {("grant", case), ("not_disclosed", withheld)}
    assert set(TOLD_WHEN) == {notice for notice, to in ADDRESSED.items() if Role.AGENCY_OFFICER in to}


def test_a_sealed_matter_is_told_to_nobody_but_who_sees_it(small_office: Office) -> None:
    office = small_office
    case = office.in_review()
    assert ("to_reviewers", case) in seen(office, "first")
    models.Case.objects.filter(number=case).update(sealed=True)
    assert seen(office, "first") == set()


def test_notices_are_put_where_the_mail_fetches_them_once_and_without_a_word_about_anybody(
    at_work: Office,  # noqa: F811
    tmp_path: Path,
) -> None:
    office, mail = at_work, tmp_path / "mail"
    mail.mkdir()
    object.__setattr__(office.desk, "notices", mail)
    returned, withheld = office.received("REQ-1", in_writing=False), office.in_review("REQ-2")
    done(intake.admit(office.desk, returned, by="clerk"))
    done(review.withhold(office.desk, withheld, by="first", reason="r"))

    def sent() -> list[dict[str, object]]:
        jobs.plan(office.clock(), {})
        while run():
            pass
        return [json.loads(path.read_bytes()) for path in sorted(mail.iterdir())]

    first = sent()
    assert {(one["notice"], one["about"]) for one in first} == {
        ("defects", returned), ("to_reviewers", withheld),
    }  # fmt: skip
    assert set(first[0]) == {"notice", "to", "agency", "about"}
    assert next(one["agency"] for one in first if one["notice"] == "defects") == "us.doj"
    before = {path: path.stat().st_mtime_ns for path in mail.iterdir()}
    office.clock.move(minutes=6)
    assert len(sent()) == 2
    assert {path: path.stat().st_mtime_ns for path in mail.iterdir()} == before
    office.clock.move(days=40)
    assert ("not_disclosed", withheld) in {(one["notice"], one["about"]) for one in sent()}


def test_a_notice_that_cannot_be_written_waits_and_is_tried_again(
    at_work: Office,  # noqa: F811
    tmp_path: Path,
) -> None:
    office = at_work
    object.__setattr__(office.desk, "notices", tmp_path / "gone")
    office.in_review()
    jobs.plan(office.clock(), {})
    while run():
        pass
    assert models.Notice.objects.filter(sent_at__isnull=True).count() == 1
    (tmp_path / "gone").mkdir()
    office.clock.move(minutes=6)
    jobs.plan(office.clock(), {})
    while run():
        pass
    assert models.Notice.objects.filter(sent_at__isnull=True).count() == 0
