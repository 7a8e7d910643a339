"""The statute's text is known by its digest: what was altered is named, and nothing else."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.house.shared import shared
from tests.law import record_cases, record_texts

from lawgate.law.texts import compare_texts, text_digest
from lawgate.service.law.texts import digests_of, verify_law
from lawgate.stores.law_data import recorded_digests

STATUTES = ("usc26-6103.json", "usc26-penalties.json", "usc8-criminal.json")


def test_spacing_and_the_print_of_quotes_are_no_change() -> None:
    assert text_digest("A", "the  term “missing child’s”\n") == text_digest(
        "A ", 'the term "missing child\'s"'
    )
    assert text_digest("A", "shall") != text_digest("A", "may")
    assert text_digest("A", "B") != text_digest(None, "A B")


def test_only_the_sections_of_the_file_are_compared() -> None:
    recorded = {"/us/usc/t26/s6103/a": "1", "/us/usc/t26/s7213/a": "2"}
    changes = compare_texts({"/us/usc/t26/s6103/a": "1"}, recorded)
    assert changes.none


@pytest.mark.parametrize("name", STATUTES)
def test_the_statute_at_hand_is_the_one_on_record(name: str) -> None:
    assert verify_law(shared("law", name))["same"] is True


def test_the_record_is_of_the_statutes_at_hand() -> None:
    written = record_texts.text([shared("law", name) for name in STATUTES], "")
    assert written == record_texts.PLACE.read_text(encoding="utf-8")


def test_a_record_of_one_statute_leaves_the_others_as_they_are(tmp_path: Path) -> None:
    file = tmp_path / "new.json"
    file.write_text(json.dumps([{"id": "/us/usc/t26/s6103/a", "text": "new"}]), encoding="utf-8")
    written = record_texts.text([file], record_texts.PLACE.read_text(encoding="utf-8"))
    lines = dict(line.split("  ")[::-1] for line in written.splitlines())
    assert lines["/us/usc/t26/s6103/a"] == text_digest(None, "new")
    assert lines.keys() - {"/us/usc/t26/s6103/a"} == {
        address for address in recorded_digests() if not address.startswith("/us/usc/t26/s6103/")
    }


def test_planted_changes_are_named_exactly(tmp_path: Path) -> None:
    rows: list[dict[str, Any]] = json.loads(shared("law", STATUTES[0]).read_text(encoding="utf-8"))
    by_id = {row["id"].removeprefix("/us/usc/t26/s6103/"): row for row in rows}
    by_id["i/2/B/i"]["text"] = "the name of the taxpayer;"
    by_id["p/4"]["heading"] = "Safeguard"
    rows.remove(by_id["b/10"])
    rows.append({"id": "/us/usc/t26/s6103/k/16", "heading": None, "text": "New."})
    altered = tmp_path / "altered.json"
    altered.write_text(json.dumps(rows), encoding="utf-8")
    told = verify_law(altered)
    named = {kind: [one["cite_text"] for one in told[kind]] for kind in ("changed", "missing", "new")}
    assert named == {
        "changed": ["26 U.S.C. 6103(i)(2)(B)(i)", "26 U.S.C. 6103(p)(4)"],
        "missing": ["26 U.S.C. 6103(b)(10)"],
        "new": ["26 U.S.C. 6103(k)(16)"],
    }
    assert told["same"] is False


def test_an_address_given_twice_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "twice.json"
    file.write_text(json.dumps([{"id": "/us/usc/t26/s6103/a", "text": "x"}] * 2), encoding="utf-8")
    with pytest.raises(Exception, match="given twice"):
        digests_of(file)


def test_the_cases_that_law_show_prints_are_the_cases() -> None:
    assert record_cases.PLACE.read_text(encoding="utf-8") == record_cases.text()
