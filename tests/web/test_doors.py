"""What a browser, or somebody who is none, can try at the doors: headers, sessions, forms, other agencies' cases."""

from __future__ import annotations

import re
import time
from datetime import date
from io import BytesIO
from urllib.parse import urlsplit

import pytest
from django.test import Client
from tests.service.casework.office import Office
from tests.web.inside import client_of

from lawgate.casework.words import Role
from lawgate.service.casework.acts.release import check_releases
from lawgate.service.casework.registers import parties
from lawgate.stores.casework import models
from lawgate.stores.postgresql import UnconfirmedWriteError
from lawgate.web.headers import HEADERS
from lawgate.web.visitor import CONFIRMED_SECONDS_MAX, IDLE_SECONDS_MAX, SESSION_SECONDS_MAX

PLACES = ["/", "/law", "/nowhere", "/cases", "/verify", "/health", "/law?day=never"]


@pytest.mark.parametrize("place", PLACES)
def test_every_answer_bears_the_headers(inside: Office, place: str) -> None:
    answer = client_of("auditor").get(place)
    assert {name: answer.headers[name] for name in HEADERS} == HEADERS
    assert answer.headers["Cache-Control"] == "no-store"


def test_the_policy_lets_no_page_run_or_load_anything_but_our_files(inside: Office) -> None:
    policy = HEADERS["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self'")
    for place in PLACES:
        text = client_of("auditor").get(place).content.decode(errors="replace")
        assert not re.search(r"<script(?![^>]*(src=|application/json))|<style|\sstyle=|\son\w+=", text), place
        assert not re.search(r"(src|href|action)=\"(https?:)?//", text), place


def test_a_form_from_elsewhere_is_refused(inside: Office) -> None:
    case = inside.received()
    strict = Client(HTTP_HOST="localhost", enforce_csrf_checks=True, **{"wsgi.url_scheme": "https"})
    strict.cookies = client_of("clerk").cookies
    assert strict.post(f"/cases/{case}/do/admit").status_code == 403
    assert inside.case(case).state == "received"
    assert client_of("clerk").post(f"/cases/{case}/do/admit").status_code == 302
    assert inside.case(case).state == "admitted"


def test_an_act_that_was_not_confirmed_is_told_as_one_that_may_stand(
    inside: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    case, clerk = inside.received(), client_of("clerk")
    with monkeypatch.context() as broken:
        broken.setattr("django.db.connection._commit", not_confirmed)
        answer = clerk.post(f"/cases/{case}/do/admit")
    assert answer.status_code == 503
    assert "Releases are stopped, and nothing has left." in answer.content.decode()
    assert [one.name for one in check_releases(inside.desk)] == ["stopped"]
    assert client_of("clerk").post(f"/cases/{case}/do/admit").status_code == 302
    assert "stopped" not in {one.name for one in check_releases(inside.desk)}


def not_confirmed() -> None:
    raise UnconfirmedWriteError("it was not confirmed")


def test_looking_changes_no_case_but_for_the_look_itself(inside: Office) -> None:
    case = inside.received()
    assert client_of("clerk").get(f"/cases/{case}/do/admit").status_code == 405
    before = inside.case(case)
    client_of("clerk").get(f"/cases/{case}")
    after = inside.case(case)
    assert (after.state, after.sequence) == (before.state, before.sequence + 1)


def test_a_session_ends_when_idle_and_when_old(inside: Office) -> None:
    now = int(time.time())
    assert client_of("clerk").get("/cases").status_code == 200
    assert client_of("clerk", seen=now - IDLE_SECONDS_MAX - 5).get("/cases").status_code == 302
    assert client_of("clerk", since=now - SESSION_SECONDS_MAX - 5).get("/cases").status_code == 302


def test_a_role_that_was_taken_away_is_gone_at_the_next_page(inside: Office) -> None:
    client = client_of("clerk")
    assert client.get("/cases").status_code == 200
    parties.close_account(inside.desk, "clerk")
    assert client.get("/cases").status_code == 302


def test_signing_out_ends_the_session(inside: Office) -> None:
    client = client_of("clerk")
    client.post("/sign-out")
    assert client.get("/cases").status_code == 302


@pytest.mark.parametrize("act", ["sign", "decline", "withhold"])
def test_a_signature_needs_that_the_person_just_said_who_he_is(inside: Office, act: str) -> None:
    case = inside.in_review()
    form = {"digest": inside.digest(case), "reason": "because"}
    place = f"/cases/{case}/do/{act}"
    assert client_of("first").post(place, form).status_code == 403
    stale = int(time.time()) - CONFIRMED_SECONDS_MAX - 5
    assert client_of("first", confirmed=stale).post(place, form).status_code == 403
    client = client_of("first", confirmed=int(time.time()))
    assert client.post(place, form).status_code == 302
    assert client.post(place, form).status_code == 403, "one confirmation, one signature"


@pytest.mark.parametrize(
    "next_", ["https://evil.example/", "//evil.example", "javascript:alert(1)", "/\\evil.example", "evil"]
)
def test_nobody_is_sent_elsewhere(inside: Office, next_: str) -> None:
    place = client_of(None).post("/language", {"language": "es", "next": next_}).headers["Location"]
    assert urlsplit(place).netloc == ""
    assert not place.startswith(("//", "/\\", "javascript:"))
    page = client_of("clerk").get("/confirm", {"next": next_}).content.decode()
    main = page[page.index("<main") : page.index("</main>")]
    assert "evil" not in main
    assert "javascript:" not in main


def test_another_agency_sees_and_does_nothing(inside: Office) -> None:

    case = inside.delivered()
    parties.register_official(
        inside.desk, "other", "Other", (Role.AGENCY_OFFICER,), since=date(2026, 1, 1), agency="us.dhs"
    )
    other, own = client_of("other"), client_of("agent")
    assert case not in other.get("/agency").content.decode()
    assert case in own.get("/agency").content.decode()
    nowhere = other.get("/agency/cases/C2026-999999-1")
    for act in ("withdraw", "fetch", "report_incident", "attest", "destroy"):
        assert (
            other.post(f"/agency/cases/{case}/do/{act}", {"reason": "x", "statement": "x"}).status_code == 404
        )
    seen = other.get(f"/agency/cases/{case}")
    assert seen.status_code == nowhere.status_code == 404
    assert _plain(seen.content, case) == _plain(nowhere.content, "C2026-999999-1")
    assert own.post(f"/agency/cases/{case}/do/fetch").status_code == 200


def _plain(page: bytes, number: str) -> str:
    return re.sub(r'value="\w{64}"', "", page.decode().replace(number, ""))


def test_a_field_that_no_form_has_changes_nothing(inside: Office) -> None:
    case = inside.received()
    extra = {"state": "released", "by": "releaser", "preparer": "clerk", "sealed": "true", "sequence": "99"}
    client_of("clerk").post(f"/cases/{case}/do/admit", extra)
    assert (inside.case(case).state, inside.case(case).sealed) == ("admitted", False)


def test_a_sealed_case_is_as_if_it_were_not_there(inside: Office) -> None:
    case = inside.received()
    models.Case.objects.filter(number=case).update(sealed=True)
    for who in ("clerk", "preparer", "first", "releaser"):
        assert case not in client_of(who).get("/cases?view=all").content.decode()
        assert client_of(who).get(f"/cases/{case}").status_code == 404
        assert "0 cases" in client_of(who).get("/cases?view=all").content.decode()
    assert case in client_of("counsel").get("/cases?view=all").content.decode()


@pytest.mark.parametrize(
    "place",
    [
        "/cases?page=0",
        "/cases?page=x",
        "/cases?page=-1",
        "/law?day=2026-02-30",
        "/law/at/nothing",
        "/transparency?year=x",
    ],
)
def test_what_cannot_be_read_is_told_and_is_no_fault(inside: Office, place: str) -> None:
    assert client_of("auditor").get(place).status_code == 400


def test_an_upload_that_is_too_large_is_refused(inside: Office) -> None:
    file = BytesIO(b"x" * (4 * 1024 * 1024 + 1))
    file.name = "r.json"
    answer = client_of("agent").post("/agency/new", {"file": file, "do": "send"})
    assert answer.status_code == 400
