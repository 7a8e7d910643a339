"""The pages on states and permissions are those of the tables."""

import pytest
from tests.casework.pages import DOCS, PAGES


@pytest.mark.parametrize("name", PAGES)
def test_the_page_is_that_of_the_tables(name: str) -> None:
    assert (DOCS / name).read_text(encoding="utf-8") == PAGES[name]()
