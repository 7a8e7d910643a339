"""The page of one request on four days is what the gate says today."""

from bench.law import replay_page


def test_the_page_is_current() -> None:
    assert replay_page.PLACE.read_text(encoding="utf-8") == replay_page.page()
