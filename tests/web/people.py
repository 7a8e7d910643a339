"""People at their browsers, as the tests of the pages need them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser, Locator, Page

SAY_AGAIN = "First say again who you are"


@dataclass
class Office:
    """Everybody of the demonstration, each at a browser of his own, opened when he is first needed."""

    browser: Browser
    address: str
    options: dict[str, Any] = field(default_factory=dict)
    pages: dict[str, Page] = field(default_factory=dict)

    def at(self, person: str) -> Page:
        """The page of somebody who has signed in."""
        if person not in self.pages:
            page = self.browser.new_context(base_url=self.address, **self.options).new_page()
            sign_in(page, person)
            self.pages[person] = page
        return self.pages[person]

    def close(self) -> None:
        """Everybody leaves."""
        for page in self.pages.values():
            page.context.close()

    def press(self, person: str, place: str, button: str) -> Page:
        """Somebody opens a page and presses a button on it."""
        page = self.at(person)
        page.goto(place)
        send(page.locator("main").get_by_role("button", name=button, exact=True))
        return page

    def say_again(self, person: str, place: str) -> Page:
        """Somebody says again who he is, and is brought back."""
        page = self.at(person)
        page.goto(place)
        link = page.locator("main a", has_text=SAY_AGAIN).first
        if not link.is_visible():  # it stands in what opens
            page.locator("details").filter(has_text=SAY_AGAIN).locator("summary").first.click()
        follow(link)
        send(page.locator("main").get_by_role("button"))
        return page

    def sign(self, person: str, case: str) -> None:
        """Somebody signs what stands now."""
        page = self.say_again(person, f"/cases/{case}/leaving")
        send(page.get_by_role("button", name="Sign", exact=True))

    def state(self, case: str, *, seen_by: str = "ari") -> str:
        """Where a case stands, as the inspector general sees it."""
        page = self.at(seen_by)
        page.goto(f"/cases/{case}")
        return page.locator(".lg-casehead .lg-tag").inner_text().lstrip("✓✕○! ")


def sign_in(page: Page, person: str) -> None:
    """Choose whom to be."""
    page.goto("/sign-in")
    form: Locator = page.locator("form", has=page.locator(f"input[name=person][value={person}]"))
    send(form.get_by_role("button"))


def follow(link: Locator) -> None:
    """Press what leads to another page, and wait for that page: until then the old one would be read."""
    with link.page.expect_navigation():
        link.click()


def send(button: Locator) -> None:
    """Press what sends a form, and wait for the page that answers: what it did is done for everybody."""
    follow(button)
