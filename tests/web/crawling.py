"""Somebody of each role, and nobody, follows links, fills in forms, and sends what no page would: nothing may fault."""

from __future__ import annotations

import json
import re
import sys
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from html import unescape
from importlib.resources import files
from io import BytesIO
from random import Random
from typing import Any
from urllib.parse import quote, unquote, unquote_to_bytes, urlsplit

from django.conf import settings
from django.core.signals import got_request_exception, request_finished, request_started
from django.db import close_old_connections, transaction
from django.test import Client
from django.urls import Resolver404, resolve
from tests.service.casework.office import Office, done
from tests.web.catalogue import reasons
from tests.web.inside import all_people, client_of
from tests.web.noise import METHODS, Asked, Noise
from tests.web.runs import lay_into

from lawgate.casework.words import Role
from lawgate.service.casework.acts import intake
from lawgate.service.casework.registers import parties
from lawgate.stores.casework.read import actor_of
from lawgate.web import access, gatekeeper, urls, wsgi
from lawgate.web.headers import HEADERS
from lawgate.web.views import acts, agency

STEPS = 12
"""So many requests one visitor sends before another comes."""
NOTED = "note_fault"
MARK = "m" * 32
"""What the forms of our own pages bear (CSRF)."""
ACTING = frozenset({"act", "agency-ask", "agency-mend"})
OFTEN = frozenset(
    {
        "agency-new", "check-request", "together", "ask-glass", "inbox", "case", "leaving", "elements", "people",
        "batch-new", "search-keep", "propose-reading", "enter-order", "set-caps", "batch-decide", "audit-rows",
        "audit-release", "agency-case", "agency",
        "agency-mend",
    }
)  # fmt: skip
"""Addresses that read most of what is sent to them, or bear the forms that do: asked more often than the others."""
WORDS_MIN = 24
"""So long is a part of a sentence that stands in no other one by chance."""
KEPT_SHARE = 0.1
"""What one request writes is taken back, so that cases stay where they were, except for this share."""


@dataclass(frozen=True, slots=True)
class Fault:
    """An answer that must not be: what was sent, by whom, and what went wrong in which line."""

    who: str | None
    asked: Asked
    what: str

    def __str__(self) -> str:
        asked = self.asked
        place = f"{asked.method} {asked.path[:200]}?{asked.query[:200]}"
        return f"{self.what}: {self.who} {place} {asked.headers} {asked.kind} {asked.body[:300]!r}"


@dataclass(frozen=True, slots=True)
class Answer:
    """What the server sent back."""

    status: int
    headers: dict[str, str]
    body: bytes


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody with his session; `of_ours` says whether his forms bear the mark of our own pages."""

    who: str | None
    client: Client
    of_ours: bool

    def send(self, asked: Asked) -> Answer:
        """Send it to the application as a server hands it over (PEP 3333)."""
        cookies = {name: one.value for name, one in self.client.cookies.items()}
        body = BytesIO(asked.body)
        environ = {
            "REQUEST_METHOD": asked.method, "SCRIPT_NAME": "", "SERVER_NAME": "localhost", "SERVER_PORT": "443",
            "PATH_INFO": unquote_to_bytes(asked.path).decode("latin-1"), "QUERY_STRING": asked.query,
            "SERVER_PROTOCOL": "HTTP/1.1", "wsgi.version": (1, 0), "wsgi.url_scheme": "https", "wsgi.input": body,
            "wsgi.errors": sys.stderr, "wsgi.multithread": True, "wsgi.multiprocess": False, "wsgi.run_once": False,
            "HTTP_HOST": "localhost", "REMOTE_ADDR": "127.0.0.1",
            "CONTENT_TYPE": asked.kind, "CONTENT_LENGTH": str(len(asked.body)),
        }  # fmt: skip
        if self.of_ours:
            cookies[settings.CSRF_COOKIE_NAME] = MARK
            environ |= {"HTTP_X_CSRFTOKEN": MARK, "HTTP_ORIGIN": "https://localhost"}
        environ["HTTP_COOKIE"] = "; ".join(f"{name}={value}" for name, value in cookies.items())
        told: list[Any] = []
        answer: Any = wsgi.application(environ | asked.headers, lambda *given: told.extend(given))
        try:
            made = b"".join(answer)
        finally:
            answer.close()
        return Answer(int(told[0][:3]), dict(told[1]), made)


@dataclass(slots=True)
class Crawl:
    """How far it got, and what it found."""

    asked: int = 0
    statuses: Counter[int] = field(default_factory=Counter)
    names: Counter[str] = field(default_factory=Counter)
    """How often each address of the map was asked."""
    faults: list[Fault] = field(default_factory=list)
    slowest: tuple[float, str] = (0.0, "")
    """Seconds, and where."""


def crawl(office: Office, requests: int, *, seed: int = 6103) -> Crawl:
    """Send so many requests to the pages of an office; it is left in any state."""
    made, chance = Crawl(), Random(seed)
    people = _people(office)
    today = office.desk.now().date()
    roles: dict[str | None, frozenset[str]] = {who: actor_of(who, today).roles for who in people}
    roles[None] = frozenset()
    noise = Noise(chance, _samples(office), _known(office, people))
    with _faults_seen() as seen:
        while made.asked < requests:
            who = chance.choice([*people, None])
            confirmed = {"confirmed": int(time.time())} if who and chance.random() < 0.5 else {}
            visitor, page = Visitor(who, client_of(who, **confirmed), of_ours=chance.random() < 0.9), ""
            if chance.random() < 0.4:
                visitor.client.cookies["django_language"] = "es"
            for _ in range(min(STEPS, requests - made.asked)):
                asked = _next(noise, page, roles[who])
                page = _step(made, visitor, asked, seen, keep=chance.random() < KEPT_SHARE)
    return made


def _step(made: Crawl, visitor: Visitor, asked: Asked, seen: list[str], *, keep: bool) -> str:
    """Send one request; the page that came back."""
    begun = time.perf_counter()
    seen.clear()
    with transaction.atomic():
        answer = visitor.send(asked)
        if not keep:
            transaction.set_rollback(True)
    took = time.perf_counter() - begun
    made.asked += 1
    made.statuses[answer.status] += 1
    made.names[_name_of(asked.path)] += 1
    made.slowest = max(made.slowest, (took, f"{visitor.who} {asked.method} {asked.path[:80]}"))
    for what in wrong(answer, seen):
        made.faults.append(Fault(visitor.who, asked, what))
    return answer.body.decode("utf-8", "replace") if "html" in answer.headers.get("Content-Type", "") else ""


def _name_of(path: str) -> str:
    try:
        return str(resolve(unquote(path)).url_name)
    except Resolver404:
        return "none"


def wrong(answer: Answer, seen: list[str]) -> list[str]:
    """What is wrong with an answer: a fault, a header, the inside of the program, a way out, a reason in English."""
    found, body = [], answer.body
    if answer.status >= 500 or seen:
        found.append(f"{answer.status} {seen[-1] if seen else ''}")
    if {name: answer.headers.get(name) for name in HEADERS} != HEADERS:
        found.append("headers")
    if b"Traceback (most recent" in body or b"site-packages" in body:
        found.append("inside shown")
    if b"<script>alert(1)" in body:
        found.append("script")
    if b'<html lang="es"' in body:
        words = unescape(body.decode("utf-8", "replace"))
        found += [f"in English: {one}" for one in _english() if one in words]
    target = urlsplit(answer.headers.get("Location", ""))
    if target.netloc not in {"", "localhost"} or target.scheme not in {"", "https", "http"}:
        found.append(f"sent to {target.netloc}")
    return found


@cache
def _english() -> tuple[str, ...]:
    """What a page in Spanish never says: the reasons against an act, and what the law asks to be mended."""
    words = [part for one in reasons() for part in re.split(r"\{\w+\}", str(one.id))]
    mends = json.loads((files("lawgate.present.letters") / "mends_es.json").read_text(encoding="utf-8"))
    return tuple(one.strip() for one in (*words, *mends) if len(one.strip()) > WORDS_MIN)


def _next(noise: Noise, page: str, roles: frozenset[str]) -> Asked:
    """The next request: a form or a link of the page, or an address of the map with anything in it."""
    chance = noise.chance
    found, forms = links(page), forms_of(page)
    if forms and chance.random() < 0.35:
        path, named = chance.choice(forms)
        if path not in {"/sign-out", "/language"}:
            body, kind = noise.body(named)
            return Asked("POST", path, body=body, kind=kind, headers=noise.headers())
    if found and chance.random() < 0.4:
        path, _, query = chance.choice(found).partition("?")
        return Asked("GET", path, query, headers=noise.headers())
    address = _address(noise, roles)
    method = "POST" if "/do/" in address and chance.random() < 0.9 else chance.choice(METHODS)
    body, kind = noise.body([]) if method not in {"GET", "HEAD"} or chance.random() < 0.02 else (b"", "")
    return Asked(method, address, noise.query(), body, kind, noise.headers())


def _address(noise: Noise, roles: frozenset[str]) -> str:
    """An address of the map, mostly of these roles, each variable part known or spoilt; or one of no map."""
    chance = noise.chance
    if chance.random() < 0.02:
        return "/" + "/".join(noise.part() for _ in range(chance.randrange(4)))
    offered = [
        one for one in urls.urlpatterns if access.ACCESS[one.name].lets(roles) or chance.random() < 0.2
    ]
    often = [20 if one.name in ACTING else 5 if one.name in OFTEN else 1 for one in offered]
    route = str(chance.choices(offered, often)[0].pattern)

    def part(found: re.Match[str]) -> str:
        if chance.random() < 0.25:
            return noise.part()
        match found["name"]:
            case "number":
                return chance.choice([one for one in noise.known if one.startswith("C20")])
            case "name":
                return chance.choice(["R1", "other", "B1", "waits"])
            case "which":
                return chance.choice(["report", "notices", "sampling", "summary"])
            case "act":
                return chance.choice([*acts.ACTS, *agency.ASKED])
            case "agency":
                return "us.doj"
            case "address":
                return "us/usc/t26/s6103/i/2"
            case _:
                return str(chance.randrange(12))

    return "/" + re.sub(r"<\w+:(?P<name>\w+)>", part, route)


def links(page: str) -> list[str]:
    """Where a page leads, but not to its files and to no identity provider."""
    found = [unescape(one) for one in re.findall(r'href="(/[^"#]*)', page)]
    return [
        quote(one, safe="/?&=%:+,;") for one in found if not one.startswith(("/static/", "/sign-in/provider"))
    ]


def forms_of(page: str) -> list[tuple[str, list[str]]]:
    """Where the forms of a page send, and their fields."""
    found = re.findall(r'<form[^>]*method="post"[^>]*action="([^"]+)"(.*?)</form>', page, flags=re.DOTALL)
    return [(unescape(place), re.findall(r'name="([^"]+)"', body)) for place, body in found]


def _people(office: Office) -> list[str]:
    """One of each role, one with two, and an officer of another agency."""
    since = office.desk.now().date().replace(month=1, day=1)
    roles = (Role.PREPARER, Role.REVIEWER)
    parties.register_official(office.desk, "both", "Both Roles", roles, since=since)
    parties.register_official(
        office.desk, "other", "Other Agency", (Role.AGENCY_OFFICER,), since=since, agency="us.dhs"
    )
    found = all_people(office)
    return sorted({*found.values(), "both", "other"})


def _samples(office: Office) -> list[dict[str, Any]]:
    return [json.loads(one.read_bytes()) for one in sorted((office.world / "requests").glob("*.json"))]


def _known(office: Office, people: list[str]) -> list[str]:
    """Cases in several states, audits and large requests, and what else a page would send."""
    lay_into(office.folder)
    cases = [
        make(f"REQ-{at}")
        for at, make in enumerate(
            (office.received, office.in_review, office.delivered, office.determined, office.approved), 1
        )
    ]
    resolving = office.received("REQ-NAMED", name="name-twice-on-file")
    done(intake.admit(office.desk, resolving, by="clerk"))
    return [*cases, resolving, *people, office.digest(cases[1]), "REQ-2", "a" * 64, "C2026-999999-1"]


@contextmanager
def _faults_seen() -> Iterator[list[str]]:
    """The faults of the pages as they happen, each by its kind and the last line of ours in it."""
    seen: list[str] = []

    def note(*_given: Any, **_named: Any) -> None:
        kind, _, trace = sys.exc_info()
        ours = [one for one in traceback.extract_tb(trace) if "/lawgate/" in one.filename]
        last = f"{ours[-1].filename.rpartition('/lawgate/')[2]}:{ours[-1].lineno}" if ours else "?"
        if kind is not None:
            seen.append(f"{kind.__name__} at {last}")

    held = vars(gatekeeper)[NOTED]
    vars(gatekeeper)[NOTED] = note
    got_request_exception.connect(note)
    for signal in (request_started, request_finished):  # what a request wrote is taken back once it has ended
        signal.disconnect(close_old_connections)
    try:
        yield seen
    finally:
        for signal in (request_started, request_finished):
            signal.connect(close_old_connections)
        vars(gatekeeper)[NOTED] = held
        got_request_exception.disconnect(note)
