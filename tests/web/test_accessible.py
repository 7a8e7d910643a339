"""Every page in both languages at three widths: axe finds nothing; no page scrolls sideways, on a phone or at 400 %."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page
from tests.web.conftest import Served
from tests.web.people import Office, send, sign_in

WIDTHS = (1280, 768, 320)
"""A desk, a tablet, and both a phone and a window of 1280 pixels at 400 % (WCAG 1.4.10)."""
RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}

PREVIEW = (
    "/counsel/orders/preview?court=D.D.C.&docket=1&judge=&says=Nothing+goes.&binds=all&source=here&acts=block"
    "&begins=2026-01-01&pathways=26+USC+6103(i)(2)&agencies=us.doj&subjects_min=1&holds=Q3%3DR1"
)
PLACES = {
    None: [
        "/", "/sign-in", "/law", "/law/at/us/usc/t26/s6103/i/2", "/law/orders", "/law/readings", "/law/agreements",
        "/law/questions", "/verify", "/transparency", "/nowhere", "/law?day=never",
    ],
    "ines": [
        "/notices", "/cases", "/cases?view=all&order=due&due=late&provision=x", "/cases/searches", "/check/address",
        "/check/request", "/batches", "/batches/B2026-0001", "/batches/B2026-0001/progress",
        "/batches/B2026-0001/result", "/batches/B2026-0001/nothing",
    ],
    "paul": [
        "/batches/B2026-0002", "/cases?view=all", "CASE in_review", "CASE determined", "CASE returned",
        "CASE resolving /people",
    ],
    "rosa": ["CASE in_review /leaving", "CASE in_review /why/4", "/confirm"],
    "thea": ["CASE determined /elements", "CASE resolving /people"],
    "ari": [
        "/notices", "CASE receipted", "CASE receipted /history", "/oversight/looks", "/oversight/signatures",
        "/oversight/accounting", "/oversight/yearly", "/oversight/ledger", "/oversight/audits",
        "/oversight/audits/transfer-2025",
        "/oversight/audits/transfer-2025/rows?of=verdict%3Dunlawful", "/oversight/audits/transfer-2025/releases/1",
        "/oversight/audits/transfer-2025/differences?other=transfer-2025-government",
    ],
    "dana": [
        "/notices", "/agency", "/agency/new", "TOLD returned", "TOLD returned /mend", "TOLD delivered", "TOLD recalled",
    ],
    "T0000001": ["/account"],
    "sol": ["/jobs"],
    "priya": ["/counsel/readings"],
    "carol": [
        "/office", "/counsel", "/counsel/readings", "/counsel/orders", "/counsel/agreements", "/counsel/agencies",
        "/counsel/agencies/at/us.doj", "/counsel/caps", "/oversight/registers",
        PREVIEW,
    ],
}  # fmt: skip


@pytest.fixture(scope="module")
def office(browser: Browser, served: Served) -> Iterator[Office]:
    made = Office(browser, served.address)
    yield made
    made.close()


def address(office: Office, place: str) -> str:
    """A place of the list; CASE and TOLD stand for the first case in a state, inside and at the agency's door."""
    kind, _, rest = place.partition(" ")
    if kind not in {"CASE", "TOLD"}:
        return place
    state, _, part = rest.partition(" ")
    page = office.at("ari")
    page.goto(f"/cases?view={state}")
    number = page.locator("tbody th a").first.inner_text()
    return f"/cases/{number}{part}" if kind == "CASE" else f"/agency/cases/{number}{part}"


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("person", list(PLACES), ids=str)
def test_axe_finds_nothing(office: Office, person: str | None, language: str) -> None:
    context = office.browser.new_context(base_url=office.address)
    page = context.new_page()
    if person:
        sign_in(page, person)
    if language == "es":
        send(page.get_by_role("button", name="Español")) if person else _in_spanish(page)
    faults = []
    for place in PLACES[person]:
        page.goto(address(office, place))
        assert page.locator("html").get_attribute("lang") == language
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            found = Axe().run(page, options=RULES).response["violations"]
            faults += [(place, width, one["id"], one["nodes"][0]["html"][:150]) for one in found]
            if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
                faults.append((place, width, "scrolls sideways", ""))
    assert faults == []
    context.close()


def _in_spanish(page: Page) -> None:
    page.goto("/")
    send(page.get_by_role("button", name="Español"))


def test_a_fault_is_found(browser: Browser) -> None:
    page = browser.new_page()
    page.set_content("<html><head><title>x</title></head><body><img src='data:,'><input></body></html>")
    found = {one["id"] for one in Axe().run(page, options=RULES).response["violations"]}
    page.close()
    assert {"image-alt", "label", "html-has-lang"} <= found
