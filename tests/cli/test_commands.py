"""Sample, decide, batch, explain and the law's own commands, as a user runs them."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from tests.cli.conftest import SUBJECTS, Ran, Shell

from lawgate.law.paragraphs import PROVISIONS, PROVISOS
from lawgate.law.vocabulary import FACTS, FINDINGS
from lawgate.records.items import CATALOGUE

RECORDS, FINDINGS_FILE = ("--records", "sample/records"), ("--findings", "sample/findings.json")


def decide(shell: Shell, name: str, *more: str) -> Ran:
    """One of the sample's requests decided."""
    return shell.run("decide", f"sample/requests/{name}.json", *RECORDS, *more)


def test_help_names_every_command(shell: Shell) -> None:
    ran = shell.run("--help")
    assert ran.code == 0
    for command in ("sample", "decide", "batch", "match", "explain", "schema", "address", "review", "law"):
        assert f"  {command}" in ran.out


def test_a_sample_batch_is_decided_and_counted(batch: Ran) -> None:
    assert (batch.code, batch.err) == (0, "")
    summary = batch.document()
    assert summary["subjects"] == SUBJECTS
    assert summary["disposition"]["disclose"] > 0
    assert summary["faults"] == {}


def test_a_request_that_is_returned_or_withheld_is_an_answer_and_exit_0(shell: Shell) -> None:
    table = (shell.folder / "sample" / "expected.csv").read_text(encoding="utf-8")
    expected = {row["request"].removesuffix(".json"): row for row in csv.DictReader(table.splitlines())}
    for name in ("no-reasons", "nobody-on-file"):
        ran = decide(shell, name, "--json")
        assert ran.code == int(expected[name]["exit_code"]) == 0
        assert {one["admission"] for one in ran.document()["subjects"]} == {expected[name]["admission"]}


def test_json_is_one_document_and_nothing_else(shell: Shell, batch: Ran) -> None:
    assert batch.code == 0
    commands = (
        ("decide", "sample/requests/complete-us-attorney.json", *RECORDS, *FINDINGS_FILE),
        ("decide", "sample/requests/no-reasons.json"),
        ("explain", "out", "B1"),
        ("law", "list"),
        ("law", "show", "26 USC 6103(i)(2)"),
        ("law", "items"),
        ("law", "vocab"),
    )
    for words in commands:
        ran = shell.run(*words, "--json")
        assert (ran.code, ran.err) == (0, "")
        assert isinstance(ran.document(), dict)


def test_what_the_batch_decided_is_explained_as_decide_would_print_it(shell: Shell, batch: Ran) -> None:
    whole = shell.run("decide", "sample/requests/batch.json", *RECORDS, *FINDINGS_FILE, "--json").document()
    one = shell.run("explain", "out", whole["subjects"][3]["ref"], "--json").document()
    assert one == {**whole, "subjects": [whole["subjects"][3]]}
    assert one["corpus"] == batch.document()["corpus"]


def test_the_folder_of_a_batch_holds_what_the_contract_names(shell: Shell, batch: Ran) -> None:
    assert batch.code == 0
    names = {path.name for path in (shell.folder / "out").iterdir()}
    assert {"decisions.parquet", "summary.json", "report.html", "defects.csv"} <= names
    assert json.loads((shell.folder / "out" / "summary.json").read_text(encoding="utf-8")) == batch.document()


@pytest.mark.parametrize("name", ["complete-us-attorney", "no-reasons", "nobody-on-file", "spouse-not-named"])
def test_a_determination_is_readable_without_json(name: str, shell: Shell) -> None:
    ran = decide(shell, name)
    assert (ran.code, ran.err) == (0, "")
    found = decide(shell, name, "--json").document()
    assert found["request"] in ran.out
    for one in found["subjects"]:
        for defect in one["defects"]:
            assert _squeezed(defect["fix"]) in _squeezed(ran.out)
    assert "\x1b[" not in ran.out, "colours belong in a terminal"


def test_the_summary_and_the_explanation_of_a_batch_are_readable_without_json(
    shell: Shell, batch: Ran
) -> None:
    assert batch.code == 0
    explained = shell.run("explain", "out", "B1")
    again = shell.run("batch", "sample/requests/batch.json", *RECORDS, "--out", "out-again")
    for ran in (explained, again):
        assert (ran.code, ran.err) == (0, "")
        assert "REQ-2026-BATCH" in ran.out


def test_the_law_lists_every_pathway_and_proviso(shell: Shell) -> None:
    listed = shell.run("law", "list", "--json").document()
    cites = {row["cite"] for row in listed["provisions"]}
    assert {str(one.cite) for stated in (PROVISIONS, PROVISOS) for one in stated} <= cites
    plain = shell.run("law", "list")
    assert plain.code == 0
    assert all(
        row["cite_text"].removeprefix("26 U.S.C. ") in _squeezed(plain.out) for row in listed["provisions"]
    )


@pytest.mark.parametrize("spelling", ["26 USC 6103(i)(2)", "26 U.S.C. 6103(i)(2)", "/us/usc/t26/s6103/i/2"])
def test_a_provision_is_shown_in_whatever_spelling_it_is_asked_for(spelling: str, shell: Shell) -> None:
    shown = shell.run("law", "show", spelling, "--json").document()
    assert (shown["cite"], shown["effect"], shown["duty"]) == ("/us/usc/t26/s6103/i/2", "permit", "shall")
    assert shown["elements"]


def test_a_provision_is_shown_in_plain_words(shell: Shell) -> None:
    ran = shell.run("law", "show", "26 USC 6103(i)(6)")
    assert (ran.code, ran.err) == (0, "")
    assert "informant" in ran.out


def test_items_and_vocabulary_are_those_of_the_law(shell: Shell) -> None:
    items = shell.run("law", "items", "--json").document()
    vocabulary = shell.run("law", "vocab", "--json").document()
    assert [item["name"] for item in items["items"]] == list(CATALOGUE)
    assert {fact["name"] for fact in vocabulary["facts"]} == {
        f.name for f in FACTS.values() if not f.is_finding
    }
    assert [row["cite"] for row in vocabulary["findings"]] == [str(cite) for cite in FINDINGS]
    for words in (("law", "items"), ("law", "vocab")):
        assert shell.run(*words).code == 0


@pytest.mark.parametrize("name", ["request", "findings", "determination"])
def test_a_schema_is_printed_as_one_schema(name: str, shell: Shell) -> None:
    ran = shell.run("schema", name)
    assert (ran.code, ran.err) == (0, "")
    Draft202012Validator.check_schema(ran.document())


def test_the_same_sample_is_made_again(shell: Shell, tmp_path: Path) -> None:
    words = ("--taxpayers", "120", "--subjects", "5", "--seed", "9", "--json")
    one, two = (tmp_path / out for out in ("one", "two"))
    for out in (one, two):
        assert shell.run("sample", "--out", out, *words).code == 0
    for path in one.rglob("*"):
        if path.is_file():
            assert path.read_bytes() == (two / path.relative_to(one)).read_bytes()


def _squeezed(text: str) -> str:
    return " ".join(text.split())
