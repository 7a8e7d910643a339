"""What changes between days and readings, as documents; the page that shows it is current."""

from __future__ import annotations

from pathlib import Path

import pytest
from bench.law.diff_page import page

from lawgate.errors import InputError
from lawgate.service.law.diff import DiffOptions, diff_law

PAGE = Path(__file__).parents[3] / "docs" / "law-diff.md"


def test_the_page_in_the_documents_is_current() -> None:
    assert PAGE.read_text(encoding="utf-8") == page()


def test_the_orders_of_the_winter_forbid_addresses_to_one_agency_and_set_the_rest_free() -> None:
    found = diff_law(DiffOptions(days=("2025-08-01", "2026-03-01")))
    assert [order["id"] for order in found["orders_begun"]] == ["O4", "O5", "O6", "O7", "O8"]
    assert [order["id"] for order in found["orders_ended"]] == ["O2", "O3"]
    told = {(one["identity_field"], one["subjects"], one["to"]) for one in found["forbidden"]}
    assert told == {
        ("mailing_address", 1, "withhold"),
        ("name", 2, "disclose"),
        ("tin", 2, "disclose"),
        ("none", 2, "disclose"),
    }
    said = {line for one in found["forbidden"] for line in one["request"]}
    assert "the requester belongs to the Department of Justice" not in said


def test_one_day_alone_is_refused() -> None:
    with pytest.raises(InputError, match="two days"):
        diff_law(DiffOptions(days=("2026-03-01",)))


def test_a_reading_named_once_is_followed_on_both_sides() -> None:
    found = diff_law(DiffOptions(days=("2026-03-01", "2026-03-01"), readings=("Q3=R2",)))
    assert found["changes"] == []
    assert found["before"]["readings"] == found["after"]["readings"] == {"Q3": "R2"}
