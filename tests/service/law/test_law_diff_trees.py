"""The law of two working trees compared, as the gate in continuous integration does for each change of the law."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from lawgate.errors import InputError
from lawgate.service.law.diff import DiffOptions, diff_law

ROOT = Path(__file__).parents[3]
P2 = "src/lawgate/law/usc26/s6103/i/p2.py"
DAYS = ("2026-11-01", "2026-11-01")


@pytest.fixture
def tree(tmp_path: Path) -> Callable[[str, str, str], Path]:
    """A copy of this tree with one text of one file replaced."""

    def changed(file: str, old: str, new: str) -> Path:
        shutil.copytree(ROOT / "src", tmp_path / "src", ignore=shutil.ignore_patterns("__pycache__"))
        text = (tmp_path / file).read_text(encoding="utf-8")
        assert old in text
        (tmp_path / file).write_text(text.replace(old, new), encoding="utf-8")
        return tmp_path

    return changed


def test_an_office_that_another_tree_lists_is_told_by_a_request(tree) -> None:
    other = tree(P2, '"special_prosecutor"', '"special_prosecutor", "assistant_us_attorney"')
    found = diff_law(DiffOptions(days=DAYS, tree=other))
    assert found["before"]["corpus"] != found["after"]["corpus"]
    assert found["before"]["tree"] == str(other)
    turns = {(one["about"], one["from"], one["to"]) for one in found["changes"]}
    assert ("26 U.S.C. 6103(i)(2)", "disclose", "withhold") in turns
    told = {line for one in found["changes"] for line in one["decided_by"]}
    assert "the signatory's office: assistant_us_attorney" in told


def test_a_question_that_is_only_worded_otherwise_changes_nothing(tree) -> None:
    other = tree(
        "src/lawgate/law/terms/request.py", 'says="the request is in writing"', 'says="it is written"'
    )
    assert diff_law(DiffOptions(days=DAYS, tree=other))["changes"] == []


def test_a_tree_whose_law_has_other_classes_is_refused(tree) -> None:
    other = tree(
        "src/lawgate/law/provision.py",
        "    extract: bool = False\n",
        "    extract: bool = False\n    more: int = 0\n",
    )
    with pytest.raises(InputError, match="classes of other fields"):
        diff_law(DiffOptions(days=DAYS, tree=other))


def test_a_tree_that_does_not_read_is_refused_in_one_line(tree) -> None:
    with pytest.raises(InputError, match="its law cannot be read: SyntaxError"):
        diff_law(DiffOptions(days=DAYS, tree=tree(P2, "ENTRIES = ", "ENTRIES == (")))


def test_a_folder_that_is_no_tree_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no working tree"):
        diff_law(DiffOptions(tree=tmp_path))
