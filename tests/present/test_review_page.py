"""The page of pairs stands alone, shows no score, and can be used by keyboard, on paper and without a script."""

from __future__ import annotations

import base64
import hashlib
import re
from typing import Any

from tests.present.markup_reader import PageReader

from lawgate.present.pages.review_page import review_page
from lawgate.present.pages.review_script import SCRIPT

HOSTILE = '</td><script>alert("x")</script>'


def packet(*pairs: str) -> dict[str, Any]:
    """A packet of pairs that say something hostile."""
    line = {"label": "Surname", "asked": HOSTILE, "on_file": None, "difference": "Not on file"}
    return {
        "request": "REQ-1",
        "as_of": "2026-03-10",
        "synthetic": True,
        "pairs": [{"pair": pair, "lines": [line]} for pair in pairs],
        "stale": [],
    }


PAGE = review_page(packet("a" * 64, "b" * 64))


def of(tag: str) -> list[dict[str, str | None]]:
    """The attributes of each element of one kind."""
    return [attributes for name, attributes in PageReader(PAGE).tags if name == tag]


def test_it_is_balanced_and_its_headings_are_in_order() -> None:
    assert PageReader(PAGE).headings == [1, 2, 2, 2, 2]


def test_it_asks_for_nothing_sends_nothing_and_runs_its_own_script_alone() -> None:
    digest = base64.b64encode(hashlib.sha256(SCRIPT.encode()).digest()).decode()
    (policy,) = [one["content"] or "" for one in of("meta") if "http-equiv" in one]
    assert f"default-src 'none'; script-src 'sha256-{digest}';" in policy
    assert "form-action 'none'" in policy
    assert re.findall(r"<script>(.*?)</script>", PAGE, flags=re.S) == [SCRIPT]
    assert not re.search(
        r"(?i)https?:|//\w|@import|javascript:|<link|<img|<iframe|\son\w+=|fetch|XMLHttp", PAGE
    )
    assert not re.search("(?i)storage|cookie", SCRIPT)


def test_what_a_pair_says_is_never_markup() -> None:
    assert len(of("script")) == 1
    assert HOSTILE in PageReader(PAGE).words


def test_no_match_is_the_answer_where_none_is_given() -> None:
    radios = [one for one in of("input") if one["type"] == "radio"]
    assert [one["value"] for one in radios] == ["no_match", "match", "cannot_tell"] * 2
    assert [one["value"] for one in radios if "checked" in one] == ["no_match", "no_match"]


def test_every_field_has_its_label_and_every_question_its_legend() -> None:
    labelled = {one["for"] for one in of("label") if "for" in one}
    fields = [one for tag in ("input", "textarea") for one in of(tag) if one.get("type") != "radio"]
    assert {one["id"] for one in fields} == labelled
    assert all("required" in one for one in fields)
    assert len(of("fieldset")) == len(of("legend")) == 3
    assert {one["role"] for one in of("p") if "role" in one} == {"status"}


def test_without_a_script_the_button_is_away_and_the_way_by_paper_is_told() -> None:
    hidden = [one["id"] for tag in ("div", "p") for one in of(tag) if "hidden" in one]
    assert hidden == ["saving"]
    assert "pairs.csv" in PageReader(PAGE).words


def test_a_difference_is_a_word_and_not_a_colour() -> None:
    (_, second) = PageReader(PAGE).table("Pair 1")["tbody"][0][:2]
    assert second == HOSTILE
    assert PageReader(PAGE).table("Pair 1")["tbody"][0][2:] == ["not stated", "Not on file"]


def test_without_pairs_nothing_is_asked() -> None:
    page = review_page(packet())
    assert "No pair needs a reviewer" in page
    assert "<script" not in page
