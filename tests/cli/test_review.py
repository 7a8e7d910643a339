"""Pairs written, decided and measured, as a clerk runs it."""

from __future__ import annotations

import json

import pytest
from tests.cli.conftest import Ran, Shell

REQUEST, RECORDS = "sample/requests/name-twice-on-file.json", ("--records", "sample/records")


@pytest.fixture(scope="module")
def written(shell: Shell) -> Ran:
    """The pairs of a request whose subject stands twice on file, in the folder `pairs`."""
    return shell.run("review", "pairs", REQUEST, *RECORDS, "--out", "pairs", "--json")


def decisions(shell: Shell, reviewer: str, **changes: str) -> str:
    """One reviewer's file: the first pair is a match, the other is not."""
    packet = json.loads((shell.folder / "pairs" / "pairs.json").read_text(encoding="utf-8"))
    rows = [
        {
            "pair": one["pair"], "answer": "no_match" if at else "match", "reason": "seen",
            "by": {"name": reviewer, "office": "officer"}, "on": "2026-03-01", **changes,
        }
        for at, one in enumerate(packet["pairs"])
    ]  # fmt: skip
    (shell.folder / f"{reviewer}.json").write_text(json.dumps({"decisions": rows}), encoding="utf-8")
    return f"{reviewer}.json"


def test_two_reviewers_settle_who_is_named(shell: Shell, written: Ran) -> None:
    assert (written.code, written.err, written.document()["pairs"]) == (0, "", 2)
    for reviewer in ("ann", "bob"):
        ran = shell.run("review", "record", "pairs", decisions(shell, reviewer), "--json")
        assert (ran.code, ran.err, ran.document()["recorded"]) == (0, "", 2)
    measured = shell.run("review", "agreement", "pairs", "--json")
    assert measured.document()["overall"]["observed"] == 1
    for more, status in (((), "several"), (("--reviews", "pairs/reviews.json"), "one")):
        found = shell.run("decide", REQUEST, *RECORDS, *more, "--json").document()
        assert found["subjects"][0]["resolution"]["status"] == status


def test_each_answer_is_readable_without_json(shell: Shell, written: Ran) -> None:
    assert written.code == 0
    for words in (("pairs", REQUEST, *RECORDS, "--out", "plain"), ("agreement", "pairs"),
                  ("record", "pairs", decisions(shell, "ann"))):  # fmt: skip
        ran = shell.run("review", *words)
        assert (ran.code, ran.err) == (0, "")
        assert "pair" in ran.out.lower()


def test_each_fault_of_a_reviewers_file_is_one_line(shell: Shell, written: Ran) -> None:
    assert written.code == 0
    ran = shell.run("review", "record", "pairs", decisions(shell, "cy", reason="", on="2026-02-30"))
    assert (ran.code, ran.out) == (2, "")
    assert len(ran.err.splitlines()) == 4
    assert all(
        line.startswith("lawgate: cy.json.decisions[") and "; " in line for line in ran.err.splitlines()
    )


BAD = {
    "no folder of records": ("pairs", REQUEST, "--records", "nowhere", "--out", "never"),
    "a place that holds something else": ("pairs", REQUEST, *RECORDS, "--out", "sample"),
    "a folder without pairs": ("record", "sample", "sample/findings.json"),
    "decisions that are not there": ("record", "pairs", "nowhere.json"),
    "a file that is none of decisions": ("record", "pairs", "sample/findings.json"),
    "agreement of nothing": ("agreement", "sample"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_one_line_and_exit_2(name: str, shell: Shell, written: Ran) -> None:
    assert written.code == 0
    ran = shell.run("review", *BAD[name])
    assert (ran.code, ran.out, len(ran.err.splitlines())) == (2, "", 1)
    assert "; " in ran.err
    assert not (shell.folder / "never").exists()
