"""The index of benches lists each of them with the command that its own head states."""

import ast
import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
INDEX = ROOT / "bench" / "README.md"
COMMAND = re.compile(r"python -m (bench(?:\.\w+)+)(?=[ `\n]|$)")
WORKERS = {"bench.match.scale"}
"""What a bench starts in a process of its own; nobody runs it by hand."""


def benches() -> dict[str, str]:
    """The source of each module of bench/ that can be run, by the name that it is run by."""
    sources = {
        ".".join(path.relative_to(ROOT).with_suffix("").parts): path.read_text(encoding="utf-8")
        for path in sorted((ROOT / "bench").rglob("*.py"))
    }
    run = {
        name.removesuffix(".__main__"): text for name, text in sources.items() if "\nif __name__ ==" in text
    }
    return {name: text for name, text in run.items() if name not in WORKERS}


def stated(source: str) -> list[str]:
    """The commands on lines of their own in the head of a bench."""
    head = ast.get_docstring(ast.parse(source)) or ""
    return [line.strip() for line in head.splitlines() if COMMAND.match(line.strip())]


def misplaced(source: str) -> bool:
    """Whether a bench finds its parts otherwise than by being run as a module of the checkout."""
    return "sys.path" in source


def test_the_index_lists_every_bench_and_no_other() -> None:
    listed = [
        name for name in COMMAND.findall(INDEX.read_text(encoding="utf-8")) if name != "bench.SUBJECT.NAME"
    ]
    assert sorted(listed) == sorted(benches())


def test_a_bench_states_the_command_that_the_index_gives() -> None:
    index = INDEX.read_text(encoding="utf-8").replace("\\|", "|")
    one_command = {name: source for name, source in benches().items() if name != "bench.casework"}
    assert [name for name, text in one_command.items() if f"| `{stated(text)[0]}` |" not in index] == []
    assert all(COMMAND.findall(line) == ["bench.casework"] for line in stated(benches()["bench.casework"]))


def test_benches_are_run_in_one_way() -> None:
    assert [name for name, text in benches().items() if misplaced(text)] == []
    pages = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), ROOT / "test"]
    assert [page.name for page in pages if re.search(r"bench/[\w/]+\.py", page.read_text("utf-8"))] == []


def test_a_head_without_its_command_and_a_search_path_are_seen() -> None:
    assert stated('"""What it tells.\n\n    python -m bench.law.corpus [DAYS]\n"""\n') == [
        "python -m bench.law.corpus [DAYS]"
    ]
    assert stated('"""Run: python bench/corpus.py"""\n') == []
    assert misplaced("sys.path.insert(0, '.')")
