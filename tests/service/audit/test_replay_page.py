"""The page of one request on four days is what the gate says today."""

from bench import replay


def test_the_page_is_current() -> None:
    assert replay.PLACE.read_text(encoding="utf-8") == replay.page()
