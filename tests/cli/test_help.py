"""The help of every command: what it does, in a line that is not cut, and an example that can be run."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from typing import Any

import pytest
import typer
from tests.cli.conftest import Shell
from tests.house.test_commands_of_docs import fault_of

from lawgate.cli.examples import EXAMPLES
from lawgate.cli.main import app

PROCESSES = {"serve", "worker"}
"""They answer nothing: they run until they are told to end."""


def commands(group: Any, before: str = "") -> Iterator[tuple[str, Any]]:
    """Every command with its name, those of groups behind the group's."""
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from commands(command, f"{before}{name} ")
        else:
            yield f"{before}{name}", command


COMMANDS = dict(commands(typer.main.get_command(app)))


def test_every_command_has_an_example_and_every_example_a_command() -> None:
    assert EXAMPLES.keys() == COMMANDS.keys()


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_is_of_its_command_and_is_read_as_it_is_written(name: str) -> None:
    assert f"{EXAMPLES[name]} ".startswith(f"{name} ")
    assert fault_of(shlex.split(EXAMPLES[name])) is None
    assert EXAMPLES[name] in COMMANDS[name].epilog


def test_every_command_that_answers_knows_json() -> None:
    without = {name for name, command in COMMANDS.items() if "--json" not in _options(command)}
    assert without == PROCESSES


@pytest.mark.parametrize(
    "words", [(), ("law",), ("ledger",), ("keys",), ("register",), ("received",), ("review",)]
)
def test_no_line_of_a_list_of_commands_is_cut_off(words: tuple[str, ...], shell: Shell) -> None:
    listed = shell.run(*words, "--help").out
    assert "Commands:" in listed
    assert "..." not in listed.partition("Commands:")[2]


def _options(command: Any) -> set[str]:
    return {option for parameter in command.params for option in parameter.opts}
