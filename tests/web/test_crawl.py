"""Somebody who follows every link and spoils every address finds no fault: LAWGATE_CRAWL=20000 for the long form."""

from __future__ import annotations

import os
import random
import re
from html import unescape

import pytest
from tests.service.casework.office import Office
from tests.web.inside import all_people, client_of
from tests.web.runs import lay_into

REQUESTS = int(os.environ.get("LAWGATE_CRAWL", "400"))
SPOILT = [
    "",
    "0",
    "-1",
    "99999999999",
    "x",
    "%00",
    "../../etc/passwd",
    "'\"><script>",
    "é",
    "a" * 300,
    "2026-02-30",
]
NAMES = [
    "page",
    "day",
    "view",
    "words",
    "agency",
    "by",
    "year",
    "next",
    "again",
    "position",
    "of",
    "other",
    "unknown",
]


def links(page: str) -> list[str]:
    return [unescape(one) for one in re.findall(r'href="(/[^"#]*)', page) if not one.startswith("/static/")]


def forms(page: str) -> list[tuple[str, list[str]]]:
    """Where the forms of a page send, and their fields."""
    found = re.findall(r'<form[^>]*method="post"[^>]*action="([^"]+)"(.*?)</form>', page, flags=re.DOTALL)
    return [(unescape(place), re.findall(r'name="([^"]+)"', body)) for place, body in found]


def test_no_link_form_or_spoilt_address_ends_in_a_fault(inside: Office) -> None:
    chance, people = random.Random(6103), all_people(inside)
    lay_into(inside.folder)
    for number, make in enumerate((inside.received, inside.in_review, inside.delivered), 1):
        make(f"REQ-{number}")
    faults: list[tuple[str | None, str, list[str]]] = []
    asked, seen = 0, set[int]()
    while asked < REQUESTS:
        who = chance.choice([*people.values(), None])
        client, place = client_of(who), "/"
        for _ in range(20):
            answer = client.get(place)
            asked += 1
            seen.add(answer.status_code)
            if answer.status_code >= 500:
                faults.append((who, place, []))
            page = (
                answer.content.decode("utf-8", "replace") if "html" in answer.headers["Content-Type"] else ""
            )
            for action, fields in forms(page):
                if action in {"/sign-out", "/language"} or chance.random() > 0.3:
                    continue
                sent = client.post(action, {name: chance.choice(SPOILT) for name in fields})
                asked += 1
                if sent.status_code >= 500:
                    faults.append((who, action, sorted(fields)))
            place = _next(chance, links(page))
    assert faults == []
    assert {200, 400, 404} <= seen


def _next(chance: random.Random, found: list[str]) -> str:
    place = chance.choice(found) if found else "/"
    if place.startswith("/sign-in/provider"):
        return "/"
    match chance.randrange(4):
        case 0:
            return f"{place.partition('?')[0]}?{chance.choice(NAMES)}={chance.choice(SPOILT)}"
        case 1:
            parts = place.partition("?")[0].split("/")
            parts[chance.randrange(1, len(parts))] = chance.choice(SPOILT).replace("/", "")
            return "/".join(parts) or "/"
        case _:
            return place


@pytest.mark.parametrize("spoilt", SPOILT)
def test_a_spoilt_number_of_a_case_is_no_fault(inside: Office, spoilt: str) -> None:
    for place in (
        "/cases/{}",
        "/cases/{}/leaving",
        "/agency/cases/{}",
        "/oversight/ledger/{}/proof",
        "/law/at/{}",
        "/oversight/audits/{}",
        "/oversight/audits/{}/rows",
        "/oversight/audits/R1/rows?of={}",
        "/oversight/audits/R1/releases/{}",
        "/oversight/audits/R1/files/{}",
        "/batches/{}",
        "/batches/{}/progress",
    ):
        for who in ("auditor", "agent"):
            assert client_of(who).get(place.format(spoilt or "C")).status_code < 500
