"""Somebody who follows every link and sends what no page would finds no fault; bench.web.crawl is the long form."""

from __future__ import annotations

import os
from typing import Any

import pytest
from tests.service.casework.office import Office
from tests.web.crawling import Answer, crawl, wrong
from tests.web.inside import client_of
from tests.web.noise import SPOILT
from tests.web.runs import lay_into

from lawgate.service.law import pages as law_pages
from lawgate.web.headers import HEADERS

REQUESTS = int(os.environ.get("LAWGATE_CRAWL", "600"))
PAGES_OF_CASES = [
    "/cases/{}", "/cases/{}/leaving", "/agency/cases/{}", "/oversight/ledger/{}/proof", "/law/at/{}", "/cases?view={}",
    "/oversight/audits/{}", "/oversight/audits/{}/rows", "/oversight/audits/R1/rows?of={}",
    "/oversight/audits/R1/releases/{}", "/oversight/audits/R1/files/{}", "/oversight/audits/R1/differences?other={}",
    "/batches/{}", "/batches/{}/progress",
]  # fmt: skip


def test_no_request_ends_in_a_fault(inside: Office) -> None:
    found = crawl(inside, REQUESTS)
    assert [str(fault) for fault in found.faults] == []
    assert found.asked == REQUESTS
    assert found.statuses.keys() >= {200, 302, 400, 403, 404, 405}
    assert found.statuses[200] > REQUESTS / 3, "most of what is sent is let in, or nothing was tried"


def test_a_positive_control_a_planted_fault_is_found_with_its_line(
    inside: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    def planted() -> Any:
        raise ZeroDivisionError

    monkeypatch.setattr(law_pages, "agreements", planted)
    monkeypatch.setitem(HEADERS, "X-Never-Sent", "1")
    found = {fault.what for fault in crawl(inside, 150).faults}
    assert any("500 ZeroDivisionError at web/views/law.py" in what for what in found)
    assert "headers" in found


def test_a_positive_control_a_reason_in_english_on_a_page_in_spanish_is_found() -> None:
    said = b'<html lang="es"><p>none of the person&#x27;s roles does this</p>'
    assert wrong(Answer(200, dict(HEADERS), said), []) == ["in English: none of the person's roles does this"]
    assert wrong(Answer(200, dict(HEADERS), said.replace(b"es", b"en", 1)), []) == []


@pytest.mark.parametrize("place", PAGES_OF_CASES)
def test_a_spoilt_part_of_an_address_is_no_fault(inside: Office, place: str) -> None:
    lay_into(inside.folder)
    for spoilt in SPOILT[::2]:
        for who in ("auditor", "agent"):
            assert client_of(who).get(place.format(spoilt[:300] or "C")).status_code < 500
