"""The reports in Debian's Chromium: they fetch nothing, everybody can read them, and they print."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import polars as pl
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright
from pypdf import PdfReader
from tests.service.transfer import GOVERNMENT, Transfer

from lawgate.service.batch.stream import BatchOptions, run_batch
from lawgate.service.differences import differences
from lawgate.service.pages import write_differences

ROOT = Path(__file__).parents[2]
ARGUMENTS = (
    *("--no-sandbox", "--disable-dev-shm-usage", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync", "--no-first-run"),
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium, installed where it is missing; that it cannot be is a failure and no reason to skip."""
    found = subprocess.run(
        [ROOT / "requirements" / "debian", "chromium"], check=True, capture_output=True, text=True
    )
    with sync_playwright() as play:
        opened = play.chromium.launch(executable_path=found.stdout.strip(), args=list(ARGUMENTS))
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The report of an audit with everything in it, and that of a batch of the same request."""
    place = tmp_path_factory.mktemp("reports")
    transfer = Transfer.made(place / "world", 0.001)
    options = BatchOptions(
        records=transfer.folder / "records",
        out=place / "batch",
        as_of_day="2025-08-07",
        known_on="2026-03-01",
    )
    run_batch(transfer.folder / "requests" / "transfer.json", options)
    transfer.audit(place / "audit", records=None, batch=place / "batch")
    transfer.audit(place / "looked")
    strange = transfer.releases.with_row_index("at").with_columns(
        ref=pl.when(pl.col("at") < 2).then(pl.concat_str(pl.lit("X"), "at")).otherwise("ref")
    )
    transfer.audit(place / "outside", strange.drop("at"), readings=GOVERNMENT)
    write_differences(differences(place / "looked", place / "outside"), place / "differences.html")
    found = {name: place / name / "report.html" for name in ("audit", "looked", "outside", "batch")}
    return {**found, "differences": place / "differences.html"}


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page; a fault, or a file that is asked for, fails the test."""
    opened = browser.new_page(viewport={"width": 1200, "height": 900}, bypass_csp=True)
    found: list[str] = []
    opened.on("pageerror", lambda error: found.append(str(error)))
    opened.on("console", lambda said: found.append(said.text) if said.type in {"error", "warning"} else None)
    opened.on("request", lambda asked: found.append(asked.url) if not asked.url.startswith("file:") else None)
    yield opened
    assert found == []
    opened.close()


def violations(page: Page) -> list[str]:
    """What axe finds, by rule."""
    return [one["id"] for one in Axe().run(page).response["violations"]]


@pytest.mark.parametrize("name", ["audit", "looked", "outside", "batch", "differences"])
def test_a_report_has_no_violation_of_accessibility_wide_or_narrow(
    name: str, page: Page, reports: dict[str, Path]
) -> None:
    page.goto(reports[name].as_uri())
    assert violations(page) == []
    page.set_viewport_size({"width": 390, "height": 800})
    assert violations(page) == []


def test_a_page_with_a_violation_is_found_out(page: Page) -> None:
    page.set_content("<html><body><table><tr><th></th></tr></table><img src='data:,'></body></html>")
    assert {"image-alt", "html-has-lang"} <= set(violations(page))


@pytest.mark.parametrize("name", ["audit", "looked", "outside", "batch"])
def test_a_report_prints_whole(name: str, page: Page, reports: dict[str, Path]) -> None:
    page.goto(reports[name].as_uri())
    headings = page.locator("h2").all_inner_texts()
    printed = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True)))
    text = "".join(one.extract_text() for one in printed.pages)
    assert 1 < len(printed.pages) < 16
    assert len(headings) > 4
    assert [one for one in headings if one.split()[-1] not in text] == []


def test_bars_are_as_long_as_the_shares_beside_them(page: Page, reports: dict[str, Path]) -> None:
    page.goto(reports["looked"].as_uri())
    rows = page.locator("table", has=page.locator("caption", has_text="Whether it was compared")).locator(
        "tbody tr"
    )
    drawn, counts = [], []
    for row in rows.all():
        bars = row.locator("rect.bar-plain")
        drawn.append(float(bars.first.get_attribute("width") or 0) if bars.count() else 0.0)
        counts.append(int(row.locator("td.number").first.inner_text().replace(",", "")))
    assert sum(counts) > 40
    assert drawn == pytest.approx([199 * count / sum(counts) for count in counts], abs=2)
