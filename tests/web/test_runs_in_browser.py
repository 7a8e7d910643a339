"""An inspector reads an audit down to one release, and a large request is decided while somebody watches."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.web.conftest import Served
from tests.web.people import Office, follow, send

PICTURES = os.environ.get("LAWGATE_PICTURES")
IMAGES = Path(__file__).parents[2] / "docs" / "images"
SECONDS_MAX = 90


@pytest.fixture(params=[True, False], ids=["with scripts", "without scripts"])
def office(request: Any, browser: Browser, served: Served) -> Iterator[Office]:
    made = Office(
        browser,
        served.address,
        {"java_script_enabled": request.param, "viewport": {"width": 1200, "height": 900}},
    )
    yield made
    made.close()


def test_an_inspector_opens_a_run_a_count_and_a_release(office: Office) -> None:
    page = office.at("ari")
    page.goto("/oversight/looks")
    follow(page.get_by_role("link", name="Audits", exact=True))
    follow(page.get_by_role("link", name="transfer-2025", exact=True))
    assert page.locator("svg.bar").count() > 20, "charts stand beside their tables"
    if PICTURES:
        page.screenshot(path=IMAGES / "audit-page.png", full_page=False)
    table = page.locator("table", has=page.get_by_text("Whether it was compared before the release"))
    link = table.get_by_role("row", name="not compared then").get_by_role("link")
    count = link.inner_text().split()[0]
    follow(link)
    assert f"{count} of " in page.locator("main").inner_text()
    first = page.locator("tbody th a").first
    release = first.inner_text()
    follow(first)
    main = page.locator("main").inner_text()
    assert release in main
    assert "Element" in main
    assert "Q7" in main
    page.goto("/oversight/looks")
    assert "to see why, release" in page.locator("main").inner_text(), "the look is entered"


def test_who_gains_between_two_runs_is_told_by_demand(office: Office) -> None:
    page = office.at("ari")
    page.goto("/oversight/audits/transfer-2025")
    page.locator("#other").select_option("transfer-2025-government")
    send(page.get_by_role("button", name="Who gains, who loses"))
    main = page.locator("main").inner_text()
    assert "By which demand" in main
    assert "unlawful" in main


def watch(page: Page, *, scripted: bool) -> None:
    """Until a request is decided: with scripts the page tells it by itself, without them one looks again."""
    progress, end = page.locator("#progress"), time.monotonic() + SECONDS_MAX
    while not scripted and "It is decided." not in progress.inner_text():
        assert time.monotonic() < end, "it is never decided"
        follow(page.get_by_role("link", name="Look again"))
    expect(progress).to_contain_text("It is decided.", timeout=1000 * SECONDS_MAX)


def test_a_clerk_takes_a_large_request_in_and_a_preparer_watches_it_decided(
    office: Office, served: Served
) -> None:
    clerk = office.at("ines")
    clerk.goto("/batches")
    requests = served.folder / "world" / "requests"
    clerk.locator("#request").set_input_files(requests / "batch.json")
    clerk.locator("#table").set_input_files(requests / "batch.parquet")
    send(clerk.get_by_role("button", name="Take in"))
    name = clerk.url.rsplit("/", 1)[1]
    shape = clerk.locator("main").inner_text()
    assert "no record was looked at" in shape
    assert "Officers who would receive" in shape
    assert clerk.get_by_role("button", name="Have it decided").count() == 0
    if PICTURES:
        clerk.screenshot(path=IMAGES / "batch-shape.png", full_page=False)
    preparer = office.at("paul")
    preparer.goto(f"/batches/{name}")
    send(preparer.get_by_role("button", name="Have it decided"))
    assert preparer.url.endswith(f"/batches/{name}/progress")
    watch(preparer, scripted=office.options["java_script_enabled"])
    follow(preparer.locator("#progress").get_by_role("link", name="What became of it"))
    result = preparer.locator("main").inner_text()
    assert "Nothing leaves by this" in result
    assert "Decisions by outcome" in result
    before = office.at("ari")
    before.goto("/oversight/accounting")
    assert name not in before.locator("main").inner_text(), "nothing was released"
    with preparer.expect_download() as waited:
        preparer.get_by_role("link", name="Defects, subject by subject").click()
    assert Path(waited.value.path()).read_text(encoding="utf-8").startswith('"ref","cite"')
