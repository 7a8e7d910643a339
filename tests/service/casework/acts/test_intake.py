"""Requests as they come in, and what turns a case aside before anything is decided."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest
from tests.service.casework.office import Office, done

from lawgate.casework.outside import NOT_NOW
from lawgate.casework.words import Act, Role, State
from lawgate.cite import Cite
from lawgate.errors import InputError
from lawgate.service.casework.acts import decision, delivery, intake, review
from lawgate.service.casework.desk import Refused
from lawgate.service.casework.registers import parties
from lawgate.service.casework.seen import door, overview
from lawgate.stores.casework import models

EMERGENCY = Cite.parse("26 USC 6103(i)(3)(B)(i)")


def test_each_subject_of_a_request_is_a_case_and_the_same_request_gives_the_same_cases(
    small_office: Office,
) -> None:
    body = small_office.request("REQ-9", "complete-three-subjects")
    cases = intake.receive(small_office.desk, body, by="agent")
    assert not isinstance(cases, Refused)
    assert [one.ref for one in cases] == ["1", "2", "3"]
    assert intake.receive(small_office.desk, body, by="agent") == cases
    assert models.Case.objects.count() == 3


def test_a_request_under_a_number_already_given_to_other_words_is_refused(small_office: Office) -> None:
    small_office.received("REQ-1")
    with pytest.raises(InputError, match="in other words"):
        small_office.received("REQ-1", reasons="others")


def test_another_agency_does_not_submit_for_this_one(small_office: Office) -> None:
    parties.register_official(
        small_office.desk, "other", "Other", (Role.AGENCY_OFFICER,), since=date(2026, 1, 1), agency="us.dhs"
    )
    outcome = intake.receive(small_office.desk, small_office.request(), by="other")
    assert isinstance(outcome, Refused)
    assert outcome.names == {"other_agency"}


def test_a_request_that_fails_on_its_words_is_returned_and_its_clock_stands_until_it_is_mended(
    office: Office,
) -> None:
    case = office.received(in_writing=False, reasons=None)
    returned = done(intake.admit(office.desk, case, by="clerk"))
    assert returned.state is State.RETURNED
    assert returned.deadline is not None
    assert returned.deadline.due_on is None
    seen = overview.look_at(office.desk, case, by="agent", purpose="")
    assert isinstance(seen, overview.Overview)
    assert len(seen.defects) == 2
    office.clock.move(days=5)
    mended = done(intake.mend(office.desk, case, office.request(), by="agent"))
    assert mended.state is State.RECEIVED
    assert mended.deadline is not None
    assert mended.deadline.due_on == date(2026, 3, 10) + timedelta(days=35)
    assert done(intake.admit(office.desk, case, by="clerk")).state is State.ADMITTED


def test_what_the_agency_mends_in_the_form_is_what_it_sent_and_what_it_lacks(office: Office) -> None:
    case = office.received(reasons=None)
    assert door.mending_document(office.desk, case, by="agent") == Refused((NOT_NOW,)), "it was not returned"
    done(intake.admit(office.desk, case, by="clerk"))
    shown = door.mending_document(office.desk, case, by="agent")
    assert isinstance(shown, dict)
    assert [one["asks"] for one in shown["defects"]] == [
        ("request.states_reasons", "finding.reasons_specific")
    ]
    before = models.Entry.objects.count()
    words = {**shown["sent"], "reasons": "Wages of 2022 went through the account."}
    mended = door.mend(office.desk, case, by="agent", body=json.dumps(words).encode())
    assert done(mended).state is State.RECEIVED
    assert models.Entry.objects.count() == before + 1
    assert models.Submission.objects.filter(cases=case).get().version == 2
    assert done(intake.admit(office.desk, case, by="clerk")).state is State.ADMITTED


def test_an_order_in_force_blocks_a_case_before_any_record_is_looked_at(office: Office) -> None:
    cases = intake.receive(office.desk, office.request("REQ-5", "blocked-by-orders"), by="clerk")
    assert not isinstance(cases, Refused)
    assert done(intake.admit(office.desk, cases[0].number, by="clerk")).state is State.BLOCKED
    assert not models.Entry.objects.filter(kind="record_viewed").exists()


def test_an_agency_withdraws_its_own_case_and_its_words_are_purged(small_office: Office) -> None:
    case = small_office.received()
    assert done(intake.withdraw(small_office.desk, case, by="agent")).state is State.WITHDRAWN
    small_office.clock.move(days=31)
    assert intake.purge_unadmitted(small_office.desk, days=30) == 1
    row = models.Submission.objects.get()
    assert row.body is None
    assert len(row.digest) == 64


def test_in_an_emergency_one_official_releases_and_a_second_looks_within_a_day(office: Office) -> None:
    case = office.released_in_emergency()
    made = office.case(case)
    assert made.release is not None
    assert made.release.review_due == office.clock() + timedelta(days=1)
    office.enter()
    done(delivery.deliver(office.desk, case))
    first = delivery.review_after(office.desk, case, by="first", agrees=True, reason="seen")
    assert isinstance(first, Refused)
    assert first.names == {"not_a_second"}
    done(delivery.review_after(office.desk, case, by="second", agrees=True, reason="seen"))


def test_two_who_decline_send_the_case_back_and_an_objection_stands(office: Office) -> None:
    case = office.in_review()
    done(review.decline(office.desk, case, by="first", reason="the address is another's"))
    assert done(review.decline(office.desk, case, by="second", reason="so I think")).state is State.DETERMINED
    again = done(decision.determine(office.desk, case, by="preparer"))
    assert [one.official for one in again.objections] == ["first", "second"]
    assert again.declined_by == ()


def test_each_sees_what_is_his_to_see(small_office: Office) -> None:
    office, case = small_office, small_office.in_review()
    office.sign(case, "first")
    blind = overview.look_at(office.desk, case, by="second", purpose="to review")
    assert isinstance(blind, overview.Overview)
    assert blind.blind
    assert blind.approvals == blind.case.approvals == ()
    assert blind.acts[Act.SIGN] == ()
    signed = overview.look_at(office.desk, case, by="first", purpose="to review")
    assert isinstance(signed, overview.Overview)
    assert [one.signer for one in signed.approvals] == ["first"]
    outside = overview.look_at(office.desk, case, by="agent", purpose="")
    assert isinstance(outside, overview.Overview)
    assert (outside.determination, outside.history, outside.case.proposal) == (None, (), None)
    assert isinstance(overview.look_at(office.desk, case, by="clerk", purpose=" "), Refused)
    assert [one.number for one in overview.inbox(office.desk, by="agent")] == [case]
    assert overview.inbox(office.desk, by="nobody") == ()
    views = models.Entry.objects.filter(case_number=case, act="view", actor__in=["first", "second"])
    assert views.count() == 2
