"""A case is found, read and signed with the keyboard alone, and one always sees where one is."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page
from tests.web.conftest import Served

TABS_MAX = 120
WHERE = """() => {
    const one = document.activeElement;
    const style = getComputedStyle(one);
    return [
        (one.getAttribute("aria-label") ?? one.innerText ?? one.value ?? "").trim(),
        one.tagName,
        (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== "none",
    ];
}"""


@pytest.fixture
def page(browser: Browser, served: Served) -> Iterator[Page]:
    context = browser.new_context(base_url=served.address, viewport={"width": 1200, "height": 900})
    yield context.new_page()
    context.close()


def tab_to(page: Page, words: str) -> None:
    """On with the tabulator until these words, or what they begin, are in focus; each stop has to be seen."""
    for _ in range(TABS_MAX):
        page.keyboard.press("Tab")
        said, tag, seen = page.evaluate(WHERE)
        if tag != "BODY":
            assert seen, f"the focus on {said!r} cannot be seen"
        if said == words or (words.endswith("-") and said.startswith(words)):
            return
    raise AssertionError(f"{words!r} is never in focus")


def press(page: Page, words: str) -> None:
    """On to these words, and enter."""
    tab_to(page, words)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def test_a_reviewer_signs_by_keyboard(page: Page) -> None:
    page.goto("/sign-in")
    press(page, "Sign in as Rosa Lind")
    page.goto("/cases?view=in_review")
    page.keyboard.press("Tab")
    assert page.evaluate(WHERE)[0] == "Skip to main content"
    page.keyboard.press("Enter")
    press(page, "C2026-")
    press(page, "What leaves")
    press(page, "First say again who you are")
    press(page, "I am Rosa Lind")
    press(page, "Sign")
    assert "Done, and entered" in page.locator("main").inner_text()


def test_nothing_holds_the_focus(page: Page) -> None:
    page.goto("/law/orders")
    seen = set()
    for _ in range(TABS_MAX):
        page.keyboard.press("Tab")
        said, tag, _ = page.evaluate(WHERE)
        if tag == "BODY":
            break
        seen.add((said, tag))
    else:
        raise AssertionError("one never comes to the end of the page")
    assert len(seen) > 8
