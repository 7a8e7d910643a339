"""Counsel's pages: who may enter what, asked through HTTP in every cell, and each road from proposal to effect."""

from __future__ import annotations

import time
from collections import Counter
from urllib.parse import urlencode

import pytest
from django.db import transaction
from django.test import Client
from tests.service.casework.given_up import JOB, give_up
from tests.service.casework.office import CRIMINAL, Office
from tests.web.inside import all_people, client_of

from lawgate.casework.registers import MAY, Entered, Register
from lawgate.casework.words import Notice, Role, State
from lawgate.service.casework.acts import break_glass, intake
from lawgate.service.casework.acts.look import law_of
from lawgate.service.casework.registers import agreements, parties, readings, safeguards
from lawgate.stores.casework import models
from lawgate.web.access import ACCESS

ORDER = {
    "court": "D.D.C.", "docket": "1:26-cv-00001", "judge": "Sample", "says": "Nothing goes to Justice.",
    "binds": "the agency", "source": "the order itself", "begins": "2026-03-10", "acts": "block",
    "pathways": "26 USC 6103(i)(2)", "agencies": "us.doj", "subjects_min": "1", "holds": "",
}  # fmt: skip
READING = {"reading": "Q9=R2", "reason": "a memorandum"}
REVIEW = {"agency": "us.doj", "reviewed_on": "2026-03-01", "valid_until": "2026-12-31", "basis": "report 7"}
AGREEMENT = {
    "title": "An agreement", "party": "state.example", "provision": "26 USC 6103(d)(1)", "signed_on": "2024-06-01",
    "last_day": "", "encoded": "",
}  # fmt: skip

POSTED: dict[Entered, tuple[str, dict[str, str]]] = {
    Entered.CHECK_DOCKETS: ("/office/dockets", {}),
    Entered.ASK_GLASS: (
        "/office/glass",
        {"official": "clerk", "provision": "26 USC 6103(i)(2)", "reason": "two are ill", "days": "1"},
    ),
    Entered.GRANT_GLASS: ("/office/glass/grant", {"asked": "1"}),
    Entered.PROPOSE_READING: ("/counsel/readings/propose", {"reading": "Q10=R2", "reason": "a memorandum"}),
    Entered.ADOPT_READING: ("/counsel/readings/adopt", {"proposed": "1"}),
    Entered.WITHDRAW_READING: ("/counsel/readings/withdraw", {"proposed": "1", "reason": "a reason"}),
    Entered.ENTER_ORDER: ("/counsel/orders/enter", ORDER),
    Entered.PROPOSE_SAFEGUARDS: ("/counsel/agencies/propose", REVIEW),
    Entered.CONFIRM_SAFEGUARDS: ("/counsel/agencies/confirm", {"proposed": "3"}),
    Entered.END_SAFEGUARDS: ("/counsel/agencies/end", {"agency": "us.doj.fbi", "reason": "a breach"}),
    Entered.PROPOSE_AGREEMENT: ("/counsel/agreements/propose", AGREEMENT),
    Entered.CONFIRM_AGREEMENT: ("/counsel/agreements/confirm", {"proposed": "1"}),
    Entered.SET_CAPS: ("/counsel/caps/set", {"subjects_an_officer": "10", "signatures_a_day": ""}),
    Entered.RETRY_JOB: ("/jobs/again", {"job": JOB}),
}
NAMES = {
    Entered.ASK_GLASS: "ask-glass",
    Entered.GRANT_GLASS: "grant-glass",
    **{one: one.value.replace("_", "-") for one in Entered if "glass" not in one.value},
}
SIGNED = {Entered.ADOPT_READING, Entered.ENTER_ORDER, Entered.CONFIRM_SAFEGUARDS, Entered.CONFIRM_AGREEMENT}
"""Before these the person says again who he is."""


def confirmed(person: str) -> Client:
    return client_of(person, confirmed=int(time.time()))


@pytest.fixture
def proposed(inside: Office) -> Office:
    """Something waits in each register."""
    desk = inside.desk
    assert readings.propose(desk, by="counsel", question="Q9", reading="R2", reason="r") == 1
    assert safeguards.propose_safeguards(desk, by="counsel", **REVIEW) == 3
    assert agreements.propose_agreement(desk, by="counsel", **AGREEMENT) == 1
    asked = break_glass.ask(desk, by="counsel", official="clerk", provision=CRIMINAL, reason="ill", days=1)
    assert asked == 1
    give_up(JOB)
    return inside


def test_pages_open_to_those_who_may_enter_and_to_no_others() -> None:
    assert set(POSTED) == set(Entered)
    for what, name in NAMES.items():
        assert ACCESS[name].roles == frozenset(role.value for role in MAY[what]), what
    assert ACCESS["end-agreement"] == ACCESS["propose-agreement"]
    assert ACCESS["preview-order"] == ACCESS["enter-order"]


def test_the_server_lets_each_role_enter_what_the_table_says(proposed: Office) -> None:
    people, tally = all_people(proposed), Counter[bool]()
    for what, (place, form) in POSTED.items():
        for role, who in (*people.items(), (None, None)):
            client = confirmed(who) if what in SIGNED and who else client_of(who)
            allowed = role in {one.value for one in MAY[what]}
            if what is Entered.GRANT_GLASS and who == "counsel":
                allowed = False  # he asked himself
            with transaction.atomic():
                before = models.Entry.objects.count()
                answer = client.post(place, form)
                written = models.Entry.objects.count() - before
                transaction.set_rollback(True)
            assert (answer.status_code == 302) is allowed, (what, role, answer.status_code)
            assert answer.status_code in {302, 403, 409}, (what, role)
            assert bool(written) is allowed, (what, role)
            tally[allowed] += 1
    assert tally[True] >= len(POSTED)
    assert tally[False] > 100


@pytest.mark.parametrize("what", sorted(SIGNED))
def test_nothing_is_signed_by_somebody_who_has_not_said_again_who_he_is(
    proposed: Office, what: Entered
) -> None:
    place, form = POSTED[what]
    (role,) = MAY[what]
    who = all_people(proposed)[role]
    before = models.Entry.objects.count()
    assert client_of(who).post(place, form).status_code == 403
    assert models.Entry.objects.count() == before
    assert confirmed(who).post(place, form).status_code == 302
    assert models.Entry.objects.count() > before


def test_a_reading_goes_its_road_by_page(inside: Office) -> None:
    assert client_of("counsel").post("/counsel/readings/propose", READING).status_code == 302
    assert "waits for the second official" in page("privacy", "/counsel/readings")
    assert "Reading: " in page("privacy", "/counsel")
    assert confirmed("privacy").post("/counsel/readings/adopt", {"proposed": "1"}).status_code == 302
    shown = page("auditor", "/counsel/readings")
    assert "adopted, not followed yet" in shown
    assert "2026-03-14" in shown, "its first day"
    assert "adopted" in page("auditor", "/oversight/registers"), "the auditor is told at once"
    told = Notice.READING_ADOPTED.value
    assert models.Notice.objects.filter(notice=told, to=Role.AUDITOR.value, about="READINGS").exists()
    assert "READINGS" in page("auditor", "/notices")
    inside.clock.move(days=4)
    assert law_of(inside.desk, inside.clock().date()).readings["Q9"] == "R2"
    assert "> followed<" in page("counsel", "/counsel/readings")
    withdrawn = {"proposed": "1", "reason": "the case was decided"}
    assert client_of("counsel").post("/counsel/readings/withdraw", withdrawn).status_code == 302
    assert law_of(inside.desk, inside.clock().date()).readings["Q9"] == "R1"


@pytest.mark.parametrize("reading", ["Q2=R2", "Q6=R2", "Q3=R3"])
def test_what_can_never_be_adopted_or_stands_against_an_order_is_refused_by_page(
    inside: Office, reading: str
) -> None:
    answer = client_of("counsel").post("/counsel/readings/propose", {**READING, "reading": reading})
    assert answer.status_code == 409
    assert not models.Entry.objects.filter(case_number=Register.READINGS.value).exists()


def test_what_an_order_would_hold_back_is_shown_before_it_is_entered(inside: Office) -> None:
    case = inside.approved()
    place = f"/counsel/orders/preview?{urlencode(ORDER)}"
    shown = page("counsel", place)
    assert case in shown
    assert "blocked at once" in shown
    assert "Enter the order" not in shown, "first he says again who he is"
    assert "Enter the order" in confirmed("counsel").get(place).content.decode()
    assert inside.case(case).state is State.APPROVED
    assert confirmed("counsel").post("/counsel/orders/enter", ORDER).status_code == 302
    assert inside.case(case).state is State.BLOCKED
    assert "entered here" in page("auditor", "/counsel/orders")
    assert "Nothing goes to Justice." in client_of(None).get("/law/orders").content.decode(), (
        "anyone may read it"
    )


def test_old_dockets_are_told_on_the_page_and_nothing_is_released(inside: Office) -> None:
    case = inside.approved()
    inside.clock.move(days=8)
    inside.enter()
    assert "nothing is released until counsel looks again" in page("counsel", "/counsel/orders")
    assert "counsel has not looked at the dockets of late" in page("releaser", f"/cases/{case}/leaving")
    assert confirmed("releaser").post(f"/cases/{case}/do/release", {"key": "k"}).status_code == 409
    looked = client_of("counsel").post("/office/dockets", {"back": "counsel-orders"})
    assert (looked.status_code, looked.headers["Location"]) == (302, "/counsel/orders")
    inside.enter()
    assert confirmed("releaser").post(f"/cases/{case}/do/release", {"key": "k"}).status_code == 302


def test_safeguards_that_end_by_page_stop_a_release_until_two_state_that_they_satisfy(inside: Office) -> None:
    case, ended = inside.approved(), {"agency": "us.doj", "reason": "a breach was reported"}
    assert client_of("privacy").post("/counsel/agencies/end", ended).status_code == 302
    inside.enter()
    assert "safeguards of us.doj are not known to satisfy" in page("releaser", f"/cases/{case}/leaving")
    assert confirmed("releaser").post(f"/cases/{case}/do/release", {"key": "k"}).status_code == 409
    for agency in (
        "us.doj",
        "us.doj.fbi",
    ):  # those of a part end with the whole's, and are confirmed by themselves
        proposed = {**REVIEW, "agency": agency}
        assert client_of("counsel").post("/counsel/agencies/propose", proposed).status_code == 302
        shown = page("privacy", f"/counsel/agencies/at/{agency}")
        assert "report 7" in shown
        assert ("a breach was reported" in shown) is (agency == "us.doj"), "its history"
        number = {"proposed": str(models.Entry.objects.filter(case_number=Register.AGENCIES.value).count())}
        assert confirmed("privacy").post("/counsel/agencies/confirm", number).status_code == 302
    inside.enter()
    assert "until 2026-12-31" in page("counsel", "/counsel/agencies/at/us.doj")
    assert confirmed("releaser").post(f"/cases/{case}/do/release", {"key": "k"}).status_code == 302


def test_caps_set_by_page_hold_back_the_second_request_for_an_officer(inside: Office) -> None:
    assert client_of("counsel").post(*POSTED[Entered.SET_CAPS]).status_code == 302
    set_to_one = {"subjects_an_officer": "1", "signatures_a_day": "5"}
    assert client_of("counsel").post("/counsel/caps/set", set_to_one).status_code == 302
    assert ">1<" in page("auditor", "/counsel/caps")
    inside.received("REQ-1")
    body = inside.request("REQ-2")
    refused = intake.receive(inside.desk, body, by="agent")
    assert getattr(refused, "names", None) == {"officer_cap"}


def test_what_lapses_soon_is_told(inside: Office) -> None:
    assert "Lapses within two weeks" not in page("counsel", "/counsel")
    parties.register_agency(
        inside.desk, "us.dea", safeguards_satisfy=True, reviewed_on=inside.clock().date(),
        valid_until=inside.clock().date(), key="key",
    )  # fmt: skip
    assert "Lapses within two weeks" in page("counsel", "/counsel")


def page(person: str, place: str) -> str:
    answer = client_of(person).get(place)
    assert answer.status_code == 200, (place, answer.status_code)
    return answer.content.decode()
