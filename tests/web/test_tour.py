"""The tour of docs/tour.md, walked as it is written; with LAWGATE_PICTURES=1 its pictures are taken anew."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.web.conftest import Served, serving
from tests.web.people import Office, follow, send

ROOT = Path(__file__).parents[2]
TOUR = ROOT / "docs" / "tour.md"
IMAGES = ROOT / "docs" / "images"
PICTURE_BYTES_MAX = 170 * 1024


@pytest.fixture(scope="module")
def fresh(story: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A demonstration in which nobody has done anything yet: the tour begins there."""
    with serving(story, tmp_path_factory.mktemp("tour") / "data") as made:
        yield made


@pytest.fixture
def office(browser: Browser, fresh: Served) -> Iterator[Office]:
    made = Office(browser, fresh.address, {"viewport": {"width": 1120, "height": 800}})
    yield made
    made.close()


def take(page: Page, name: str, height: int = 800) -> None:
    """The picture of a page, as far down as is told."""
    if os.environ.get("LAWGATE_PICTURES"):
        page.screenshot(
            path=IMAGES / f"{name}.png",
            full_page=True,
            clip={"x": 0, "y": 0, "width": 1120, "height": height},
        )


def test_the_tour_goes_as_it_is_written(office: Office) -> None:
    rosa = office.at("rosa")
    rosa.goto("/cases")
    take(rosa, "tour-cases", 640)
    follow(rosa.get_by_role("row", name=re.compile("in review")).first.get_by_role("link").first)
    case = rosa.url.rsplit("/", 1)[1]
    take(rosa, "tour-case", 1060)
    follow(rosa.get_by_role("link", name="What leaves"))
    assert "are held back" in rosa.locator("main").inner_text()
    take(rosa, "tour-leaves", 990)
    follow(rosa.locator(".lg-side--held a").first)
    expect(rosa.get_by_role("heading", name="Element by element")).to_be_visible()
    take(rosa, "tour-why", 900)
    rosa.emulate_media(media="print")
    expect(rosa.get_by_role("link", name="Sign out"), "nothing to press").to_be_hidden()
    take(rosa, "tour-paper", 900)
    rosa.emulate_media(media="screen")
    office.sign("rosa", case)

    ravi = office.at("ravi")
    ravi.goto(f"/cases/{case}")
    assert "the first two reviews are blind" in ravi.locator("main").inner_text()
    office.sign("ravi", case)
    ren = office.say_again("ren", f"/cases/{case}/leaving")
    send(ren.get_by_role("button", name="Release", exact=True))
    assert office.state(case) in {"released", "delivered"}

    dana = office.at("dana")
    dana.goto("/agency")
    take(dana, "tour-agency", 760)
    ari = office.at("ari")
    ari.goto("/oversight/signatures")
    assert "marked" in ari.locator("main").inner_text(), "somebody signs without reading"
    take(ari, "tour-signatures", 760)
    ari.goto("/oversight/ledger")
    assert ari.get_by_role("link", name="Proof of entry").count() > 10


def test_every_picture_of_the_tour_is_there_and_small() -> None:
    named = re.findall(r"\]\((images/[\w-]+\.png)\)", TOUR.read_text(encoding="utf-8"))
    assert len(named) >= 5
    assert [name for name in named if (TOUR.parent / name).stat().st_size > PICTURE_BYTES_MAX] == []


def test_everybody_whom_the_tour_names_can_sign_in(office: Office) -> None:
    page = office.browser.new_context(base_url=office.address).new_page()
    page.goto("/sign-in")
    shown = page.locator("main").inner_text()
    named = re.findall(r"\*\*([A-Z]\w+ [A-Z]\w+)\*\*", TOUR.read_text(encoding="utf-8"))
    assert len(named) >= 5
    assert [name for name in named if name not in shown] == []
    page.context.close()
