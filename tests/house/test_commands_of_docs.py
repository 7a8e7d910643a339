"""Every command that a document shows is one that there is, with options that there are."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import Any

import pytest
import typer

from lawgate.cli.main import app

ROOT = Path(__file__).parents[2]
PAGES = sorted(path for path in (ROOT / "docs").rglob("*.md") if "reference" not in path.parts)
DOCS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *PAGES]
USAGE_ERROR: type[Exception] = typer.BadParameter.mro()[1]
"""What a command line is refused with; typer does not give it out by its name."""
BLOCK = re.compile(r"^```sh\n(.*?)^```", flags=re.M | re.S)
SPAN = re.compile(r"`((?:\.venv/bin/)?lawgate [^`]+)`")


def commands_of(text: str) -> list[list[str]]:
    """The words of each `lawgate` command in blocks marked `sh`; a line goes on behind a backslash."""
    lines = [line for block in BLOCK.findall(text) for line in block.replace("\\\n", " ").splitlines()]
    return [words for line in lines if (words := _words(line))]


def named_in(text: str) -> list[list[str]]:
    """The words of each `lawgate` command that is named within a sentence; it may leave arguments out."""
    outside = BLOCK.sub("", text)
    return [words for span in SPAN.findall(outside) if (words := _words(" ".join(span.split())))]


def _words(line: str) -> list[str]:
    try:
        words = shlex.split(line, comments=True)
    except ValueError:
        return []
    return words[1:] if words and words[0] in {"lawgate", ".venv/bin/lawgate"} else []


def found(words: list[str]) -> tuple[Any, list[str]]:
    """The command that these words name, and the words behind its name; KeyError where there is none."""
    command: Any = typer.main.get_command(app)
    while hasattr(command, "commands") and words and not words[0].startswith(("-", "...")):
        command, words = command.commands[words[0]], words[1:]
    return command, words


def fault_of(words: list[str]) -> str | None:
    """What is wrong with a command as it is written; it is read and not run."""
    try:
        command, rest = found(words)
        if hasattr(command, "commands"):
            return "a group of commands is named, and none of them"
        command.make_context("lawgate", list(rest))
    except KeyError as missing:
        return f"no such command: {missing}"
    except USAGE_ERROR as error:
        return str(error)
    return None


def options_missing(words: list[str]) -> list[str]:
    """The options in a command that it does not have; arguments that a sentence leaves out are let be."""
    try:
        command, rest = found([word for word in words if "/" not in word or word.startswith("-")])
    except KeyError as missing:
        return [str(missing)]
    if hasattr(command, "commands"):
        return []
    known = {option for parameter in command.params for option in parameter.opts} | {"--help"}
    return [word for word in rest if word.startswith("--") and word.partition("=")[0] not in known]


@pytest.mark.parametrize("page", DOCS, ids=lambda page: page.name)
def test_every_command_of_a_block_is_read_as_it_is_written(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert [
        (" ".join(words), fault) for words in commands_of(text) if (fault := fault_of(words)) is not None
    ] == []


@pytest.mark.parametrize("page", [*DOCS, ROOT / "CHANGELOG.md"], ids=lambda page: page.name)
def test_every_option_that_a_sentence_names_is_there(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert [(words, missing) for words in named_in(text) if (missing := options_missing(words))] == []


def test_a_command_that_is_none_and_an_option_that_is_none_are_seen() -> None:
    lines = [
        "lawgate decide R --recods D   # no",
        "lawgate ledger burn",
        "lawgate sample --out W",
        "pip install x",
    ]
    text = "\n".join(["```sh", *lines, "```", ""])
    assert [fault_of(words) is None for words in commands_of(text)] == [False, False, True]
    assert options_missing(named_in("so `lawgate open PACKAGE --kye FILE` is")[0]) == ["--kye"]
    assert len([words for page in DOCS for words in commands_of(page.read_text("utf-8"))]) > 50
