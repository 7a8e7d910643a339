"""`lawgate law prove` and `lawgate law diff` as a user runs them."""

from __future__ import annotations

import hashlib
import json
import os
from datetime import date
from pathlib import Path
from typing import Any

import cvc5
import pytest
from tests.cli.conftest import Shell

from lawgate.law.corpus import as_of
from lawgate.law.invariants import INVARIANTS

DAY = ("--as-of", "2026-11-01")


@pytest.fixture(scope="module")
def certified(shell: Shell, tmp_path_factory: pytest.TempPathFactory) -> tuple[Any, Path]:
    """What the command told of all invariants, and the folder of certificates that it wrote."""
    out = tmp_path_factory.mktemp("certified") / "proofs"
    ran = shell.run("law", "prove", *DAY, "--out", out, "--json")
    assert (ran.code, ran.err) == (0, "")
    return ran.document(), out


def test_every_invariant_is_proved_and_certified_of_this_corpus(certified: tuple[Any, Path]) -> None:
    document, out = certified
    assert (document["proved"], document["failed"]) == (len(INVARIANTS), 0)
    manifest = json.loads((out / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["corpus"] == document["corpus"] == as_of(date(2026, 11, 1)).digest
    assert len(manifest["files"]) == 2 * len(INVARIANTS)
    for one in manifest["files"]:
        text = (out / one["file"]).read_bytes()
        assert hashlib.sha256(text).hexdigest() == one["sha256"]


def test_another_solver_answers_every_question_of_every_certificate_as_the_manifest_says(
    certified: tuple[Any, Path],
) -> None:
    _, out = certified
    manifest = json.loads((out / "manifest.json").read_text(encoding="utf-8"))
    for one in manifest["files"]:
        told = _by_cvc5(out / one["file"])
        assert told == [one["expected"]] * one["questions"], one["file"]
    assert sum(one["questions"] for one in manifest["files"]) > 2_000


def test_a_certificate_in_which_a_claim_is_turned_round_is_answered_otherwise(
    certified: tuple[Any, Path], tmp_path: Path
) -> None:
    text = (certified[1] / "own_information_stays.smt2").read_text(encoding="utf-8")
    (tmp_path / "turned.smt2").write_text(text.replace("(assert (not (not", "(assert (not (and true", 1))
    assert "sat" in _by_cvc5(tmp_path / "turned.smt2")


def _by_cvc5(path: Path) -> list[str]:
    """The answers of cvc5 to the file itself, read by its own parser."""
    solver = cvc5.Solver()
    solver.setOption("incremental", "true")
    parser = cvc5.InputParser(solver)
    parser.setFileInput(cvc5.InputLanguage.SMT_LIB_2_6, str(path))
    told: list[str] = []
    while not (command := parser.nextCommand()).isNull():
        told += command.invoke(solver, parser.getSymbolManager()).split()
    return told


def test_a_request_for_which_an_invariant_fails_is_kept_and_can_be_tried_again(
    shell: Shell, tmp_path: Path
) -> None:
    wrong = ("--reading", "Q2=R2")
    ran = shell.run("law", "prove", *DAY, *wrong, "--only", "request_sets_forth", "--cases", tmp_path)
    kept = tmp_path / "request_sets_forth-1.json"
    assert (ran.code, [path.name for path in tmp_path.iterdir()]) == (1, [kept.name])
    still = shell.run("law", "prove", "--replay", kept, *DAY, *wrong)
    assert still.code == 1
    assert "still fails" in still.out
    mended = shell.run("law", "prove", "--replay", kept, *DAY)
    assert (mended.code, mended.err) == (0, "")
    assert "no longer fails" in mended.out


def test_a_reading_that_can_never_be_adopted_fails_with_a_request_in_words(shell: Shell) -> None:
    ran = shell.run(
        "law", "prove", *DAY, "--reading", "Q2=R2", "--both", "--only", "unadoptable_opens_nothing"
    )
    assert ran.code == 1
    assert "it would disclose where" in ran.out
    assert "a number like a ZIP Code stands in the address given" in ran.out


def test_the_analysis_counts_conditions_that_decide_alone(shell: Shell) -> None:
    ran = shell.run("law", "prove", *DAY, "--only", "nothing_known", "--analyse", "--json")
    analysis = ran.document()["analysis"]
    assert analysis["elements"]["paired"] > 100
    assert len(analysis["pathways"]) > 20
    assert (analysis["never_opens"], analysis["opens_nothing_more"]) == ([], [])
    assert len(analysis["pull_apart"]) > 100


def test_a_name_that_no_invariant_has_is_refused(shell: Shell) -> None:
    ran = shell.run("law", "prove", "--only", "everything")
    assert ran.code == 2
    assert "--only: no such invariant; use one of nothing_known" in ran.err


def test_a_folder_that_holds_something_else_is_let_be(shell: Shell) -> None:
    ran = shell.run("law", "prove", "--only", "nothing_known", "--out", "sample")
    assert ran.code == 2
    assert (shell.folder / "sample" / "records").is_dir()


def test_without_solvers_one_line_says_what_to_install(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(
        "import importlib.util as u\nreal = u.find_spec\n"
        "u.find_spec = lambda name, *more: None if name == 'z3' else real(name, *more)\n",
        encoding="utf-8",
    )
    path = os.pathsep.join(filter(None, (str(tmp_path), os.environ.get("PYTHONPATH"))))
    ran = shell.run_beside(Path(path), "law", "prove")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "lawgate: law: z3 is not installed; install lawgate with its extra `proofs`\n"


def test_a_difference_is_told_in_words(shell: Shell) -> None:
    ran = shell.run("law", "diff", "2026-03-01", "2026-03-01", "--reading", "Q3=R1,R3")
    assert (ran.code, ran.err) == (0, "")
    assert "withhold becomes disclose" in ran.out
    assert "the TIN given is the one held" in ran.out
