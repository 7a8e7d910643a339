"""`lawgate law prove` and `lawgate law diff` as a user runs them."""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path

from tests.cli.conftest import Shell

from lawgate.kernel.prove.by_cvc5 import verdicts
from lawgate.kernel.prove.script import Script
from lawgate.law.invariants import INVARIANTS

DAY = ("--as-of", "2026-11-01")


def test_every_invariant_is_proved_and_certified(shell: Shell, tmp_path: Path) -> None:
    out = tmp_path / "proofs"
    ran = shell.run("law", "prove", *DAY, "--out", out, "--json")
    assert (ran.code, ran.err) == (0, "")
    document = ran.document()
    assert (document["proved"], document["failed"]) == (len(INVARIANTS), 0)
    manifest = json.loads((out / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["corpus"] == document["corpus"]
    for one in manifest["files"]:
        text = (out / one["file"]).read_bytes()
        assert hashlib.sha256(text).hexdigest() == one["sha256"]


def test_another_solver_answers_a_certificate_as_its_manifest_says(shell: Shell, tmp_path: Path) -> None:
    out = tmp_path / "certificate"
    ran = shell.run("law", "prove", *DAY, "--only", "own_information_stays", "--out", out)
    assert (ran.code, ran.err) == (0, "")
    manifest = json.loads((out / "manifest.json").read_text(encoding="utf-8"))
    for one in manifest["files"]:
        preamble, *questions = (out / one["file"]).read_text().split("(push 1)\n")
        asked = tuple(question.removesuffix("(check-sat)\n(pop 1)\n") for question in questions)
        told = verdicts(Script(preamble, asked, ()))
        assert len(told) == one["questions"] > 0
        assert set(told) == {one["expected"] == "sat"}


def test_a_reading_that_can_never_be_adopted_fails_with_a_request_in_words(shell: Shell) -> None:
    ran = shell.run("law", "prove", *DAY, "--reading", "Q2=R2", "--both")
    assert ran.code == 1
    assert "it would disclose where" in ran.out
    assert "a number like a ZIP Code stands in the address given" in ran.out


def test_the_analysis_counts_conditions_that_decide_alone(shell: Shell) -> None:
    ran = shell.run("law", "prove", *DAY, "--only", "nothing_known", "--analyse", "--json")
    analysis = ran.document()["analysis"]
    assert analysis["elements"]["paired"] > 100
    assert len(analysis["pathways"]) > 20


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
