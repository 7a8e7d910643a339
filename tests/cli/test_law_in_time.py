"""The law in time, as a user asks for it: orders, readings, texts, coverage, and what another reading gives."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.cli.conftest import Shell
from tests.house.shared import shared

RECORDS, COMPLETE = ("--records", "sample/records"), "sample/requests/complete-us-attorney.json"
BLOCKED = "sample/requests/blocked-by-orders.json"


def test_show_tells_readings_orders_texts_and_cases(shell: Shell) -> None:
    shown = shell.run("law", "show", "26 USC 6103(i)(2)", "--json").document()
    assert {"Q1", "Q2", "Q3"} <= {question["id"] for question in shown["contested"]}
    assert {"O3", "O4", "O5"} <= {order["id"] for order in shown["orders"]}
    assert [version["first"] for version in shown["history"]] == ["2023-04-01", "1977-01-01"]
    assert len(shown["cases"]) > 50
    told = shell.run("law", "show", "26 USC 6103(i)(2)").out
    assert "followed unless another is adopted" in told


def test_timeline_is_told_and_drawn(shell: Shell, tmp_path: Path) -> None:
    picture = tmp_path / "orders.svg"
    ran = shell.run("law", "timeline", "--svg", picture, "--json")
    assert ran.code == 0
    assert [order["id"] for order in ran.document()["orders"]] == [f"O{n}" for n in range(1, 9)]
    assert picture.read_text(encoding="utf-8").startswith("<svg")


def test_verify_ends_with_1_where_the_text_is_another(shell: Shell, tmp_path: Path) -> None:
    statute = shared("law", "usc26-6103.json")
    assert shell.run("law", "verify", statute).code == 0
    rows = json.loads(statute.read_text(encoding="utf-8"))
    altered = tmp_path / "altered.json"
    altered.write_text(json.dumps(rows[1:]), encoding="utf-8")
    ran = shell.run("law", "verify", altered, "--json")
    assert ran.code == 1
    assert [one["cite_text"] for one in ran.document()["missing"]] == ["26 U.S.C. 6103(a)"]
    for bad, text in (("list.json", "{}"), ("row.json", '[{"heading": "x"}]'), ("no.json", "x")):
        (tmp_path / bad).write_text(text, encoding="utf-8")
        refused = shell.run("law", "verify", tmp_path / bad)
        assert (refused.code, refused.out, refused.err.count("\n")) == (2, "", 1)


def test_a_blocked_subject_names_the_orders(shell: Shell) -> None:
    one = shell.run("decide", BLOCKED, *RECORDS, "--as-of", "2026-03-01", "--json").document()["subjects"][0]
    assert one["admission"] == "blocked"
    assert one["orders"] == ["O4", "O5"]
    assert one["resolution"]["status"] == "not_tried"
    assert [row["orders"] for row in one["items"]] == [["O4", "O5"]]
    told = shell.run("decide", BLOCKED, *RECORDS, "--as-of", "2026-03-01").out
    assert "O4, O5" in told


def test_blocked_is_told_without_records_too(shell: Shell) -> None:
    one = shell.run("decide", BLOCKED, "--as-of", "2026-03-01", "--json").document()["subjects"][0]
    assert (one["admission"], one["orders"], one["items"]) == ("blocked", ["O4", "O5"], [])


def test_what_was_not_known_yet_does_not_block(shell: Shell) -> None:
    words = ("decide", BLOCKED, "--as-of", "2026-03-01", "--known-on", "2025-11-20", "--json")
    assert shell.run(*words).document()["subjects"][0]["admission"] == "admitted"


def test_another_reading_is_a_hypothesis(shell: Shell) -> None:
    ran = shell.run("decide", COMPLETE, *RECORDS, "--reading", "Q10=R2", "--json")
    assert ran.document()["hypothetical"] is True
    assert ran.document()["law"]["readings"]["Q10"] == "R2"


def test_a_determination_records_the_law_that_decided_it(shell: Shell) -> None:
    law = shell.run("decide", COMPLETE, "--as-of", "2026-03-01", "--json").document()["law"]
    assert law["orders"] == ["O4", "O5", "O6", "O7", "O8"]
    assert [(one["first"], one["last"]) for one in law["versions"]] == [("2023-04-01", None)]
    assert law["agreement"] is None
    assert set(law["readings"]) == {f"Q{n}" for n in range(1, 15)}
    told = " ".join(shell.run("decide", COMPLETE, "--as-of", "2026-03-01").out.split())
    assert "orders in force O4, O5, O6, O7, O8" in told
    assert "certainty A" in told


@pytest.mark.parametrize("reading", ["Q3=R9", "Q99=R1", "Q3", "R2"])
def test_a_reading_that_does_not_stand_is_refused_in_one_line(shell: Shell, reading: str) -> None:
    ran = shell.run("decide", COMPLETE, "--reading", reading)
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)


def test_the_days_of_1977_have_the_form_of_1976(shell: Shell) -> None:
    shown = shell.run("decide", COMPLETE, "--as-of", "1977-06-01", "--json").document()
    assert {one["cite"] for one in shown["subjects"][0]["defects"]} == {"/us/usc/t26/s6103/i/2"}
    (version,) = shown["law"]["versions"]
    assert (version["first"], version["certainty"]) == ("1977-01-01", "B")
    assert version["provisions"] == ["/us/usc/t26/s6103/i/2"]
    assert shell.run("decide", COMPLETE, "--as-of", "1990-01-01").code == 2


def test_coverage_ends_with_1_until_every_provision_has_its_entry(shell: Shell) -> None:
    ran = shell.run("law", "coverage", "--json")
    document = ran.document()
    complete = document["addressed"] == document["addresses"] == 578
    assert ran.code == (0 if complete else 1)
    assert document["doubled"] == document["unknown"] == []
