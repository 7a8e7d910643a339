"""How often somebody may send a form, and an address ask before anybody signed in: told on a page in his language."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from django.test import Client
from tests.service.casework.office import Office
from tests.web.inside import client_of
from tests.web.test_outside import NUMBERED

from lawgate.service.casework.deployment import deployed


def limited(office: Office, **most: int) -> None:
    """The office lets so much be asked."""
    office.desk = replace(office.desk, limits=replace(office.desk.limits, **most))
    deployed.desk.cache_clear()


def anybody(**more: Any) -> Client:
    """A browser at which nobody signed in."""
    return Client(HTTP_HOST="localhost", **{"wsgi.url_scheme": "https", **more})


def test_somebody_sends_so_often_and_nothing_more_is_done(inside: Office) -> None:
    limited(inside, person_sends_max=2)
    cases = [inside.received(f"REQ-{at}") for at in range(3)]
    clerk = client_of("clerk")
    told = [clerk.post(f"/cases/{case}/do/admit") for case in cases]
    assert [one.status_code for one in told] == [302, 302, 429]
    assert inside.case(cases[2]).state == "received"
    assert told[2].headers["Retry-After"] == "30"
    assert b"Wait 30 seconds" in told[2].content
    assert clerk.get(f"/cases/{cases[2]}").status_code == 200, "looking is not counted"
    assert client_of("preparer").post("/sign-out").status_code == 302, "nor is it for another one"
    inside.clock.move(seconds=30)
    assert clerk.post(f"/cases/{cases[2]}/do/admit").status_code == 302


def test_the_page_is_in_spanish_too(inside: Office) -> None:
    limited(inside, person_sends_max=1)
    spanish = client_of("clerk")
    spanish.cookies["django_language"] = "es"
    assert [spanish.post("/sign-out").status_code for _ in range(1)] == [302]
    again = client_of("clerk")
    again.cookies["django_language"] = "es"
    answer = again.post("/sign-out")
    assert answer.status_code == 429, "a new session gives no more"
    assert "Espere 60 segundos" in answer.content.decode()


def test_what_is_refused_tells_nothing_of_what_was_asked_about(inside: Office) -> None:
    case = inside.received()
    limited(inside, person_sends_max=1)
    agent = client_of("agent")
    agent.post("/sign-out")
    agent = client_of("agent")
    asked = [agent.post(f"/agency/cases/{number}/do/withdraw") for number in (case, "C2026-999999-1")]
    pages = {NUMBERED.sub("", one.content.decode()) for one in asked}
    assert len(pages) == 1
    assert "Too often" in pages.pop()


@pytest.mark.parametrize("place", ["/sign-in/provider", "/law?day=2026-03-01", "/sign-in?next=/cases"])
def test_an_address_asks_so_often_while_nobody_signed_in(inside: Office, place: str) -> None:
    limited(inside, address_asks_max=1)
    first, second = anybody().get(place), anybody().get(place)
    assert first.status_code != 429
    assert (second.status_code, second.headers["Retry-After"]) == (429, "60")
    assert anybody(REMOTE_ADDR="203.0.113.9").get(place).status_code != 429
    assert client_of("clerk").get("/law?day=2026-03-01").status_code == 200, "who signed in is not kept out"


def test_what_looks_nothing_up_is_not_counted(inside: Office) -> None:
    limited(inside, address_asks_max=1)
    asked = anybody()
    for place in ("/", "/law", "/health", "/health?x=1", "/verify", "/sign-in"):
        assert asked.get(place).status_code == 200
    assert asked.post("/language", {"language": "es"}).status_code == 302
    assert asked.post("/cases/x/do/admit").status_code == 403, "counted, and the first"
    assert asked.post("/cases/x/do/admit").status_code == 429


def test_whom_a_proxy_tells_is_counted_and_nobody_else(
    inside: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    from django.conf import settings  # noqa: PLC0415

    limited(inside, address_asks_max=1)
    monkeypatch.setattr(settings, "LAWGATE_PROXY", ["127.0.0.1"])
    place = "/law?day=2026-03-01"
    first = anybody().get(place, headers={"X-Forwarded-For": "198.51.100.1, 203.0.113.1"})
    same = anybody().get(place, headers={"X-Forwarded-For": "198.51.100.2, 203.0.113.1"})
    other = anybody().get(place, headers={"X-Forwarded-For": "203.0.113.2"})
    assert [first.status_code, same.status_code, other.status_code] == [200, 429, 200]
    monkeypatch.setattr(settings, "LAWGATE_PROXY", [])
    claims = [
        anybody().get(place, headers={"X-Forwarded-For": f"203.0.113.{at}"}).status_code for at in (3, 4)
    ]
    assert claims == [200, 429], "of anybody else it is not believed"
