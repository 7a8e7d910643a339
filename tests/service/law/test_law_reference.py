"""The pages of the law are those of the law as it is encoded, and leave no address out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from lawgate.law.corpus import as_of
from lawgate.law.paragraphs import ENTRIES
from lawgate.service.law.reference import reference_pages, write_reference
from lawgate.stores.law_data import recorded_cases

FOLDER = Path(__file__).parents[3] / "docs" / "reference"
DAY = date(2026, 11, 1)


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    return reference_pages(DAY)


def stale(pages: Mapping[str, str], folder: Path) -> list[str]:
    """The pages that are not as they would be made now, are not there, or are there for nothing."""
    found = {place.name: place.read_text(encoding="utf-8") for place in folder.iterdir()}
    return sorted(name for name in {*found, *pages} if found.get(name) != pages.get(name))


def test_the_pages_are_current(pages: dict[str, str]) -> None:
    assert stale(pages, FOLDER) == [], "run: lawgate law reference docs/reference"


def test_a_page_that_is_changed_missing_or_left_over_is_seen(pages: dict[str, str], tmp_path: Path) -> None:
    write_reference(tmp_path, DAY.isoformat())
    assert stale(pages, tmp_path) == []
    (tmp_path / "m-2.md").write_text("changed", encoding="utf-8")
    (tmp_path / "m-1.md").unlink()
    (tmp_path / "r.md").write_text("left over", encoding="utf-8")
    assert stale(pages, tmp_path) == ["m-1.md", "m-2.md", "r.md"]


def test_every_address_stands_once_and_every_pathway_has_its_heading(pages: dict[str, str]) -> None:
    text = "\n".join(said for name, said in pages.items() if name != "index.md")
    rows = Counter(re.findall(r"^\| (26 U\.S\.C\. \S+) \|", text, re.MULTILINE))
    assert rows == Counter(entry.cite.text for entry in ENTRIES)
    for pathway in as_of(DAY).pathways:
        assert f"## {pathway.cite.text}: {pathway.provision.heading}\n" in text
        assert all(limit.says in text for limit in pathway.provision.limits)


def test_every_case_stands_on_a_page(pages: dict[str, str]) -> None:
    text = "\n".join(pages.values())
    says = [case["says"] for cases in recorded_cases().values() for case in cases]
    assert len(says) > 1_000
    assert [said for said in says if f"- {said} **" not in text] == []


def test_the_index_leads_to_every_page(pages: dict[str, str]) -> None:
    linked = re.findall(r"\]\(([^)]+)\)", pages["index.md"])
    assert sorted(linked) == sorted(name for name in pages if name != "index.md")
