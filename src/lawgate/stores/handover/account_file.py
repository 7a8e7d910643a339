"""The account as a file: a line of JSON for each entry that has fields."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from lawgate.errors import InputError
from lawgate.handover.account import AccountLine, parse_account_line
from lawgate.stores.refused import refused_as
from lawgate.stores.replacing import write_whole


def read_account(path: Path) -> dict[int, AccountLine]:
    """The lines by the entry's place in the ledger; InputError for a line that is none, or an entry told twice."""
    lines: dict[int, AccountLine] = {}
    with refused_as("the file cannot be read", where=path), path.open("rb") as file:
        for number, data in enumerate(file, 1):
            line = parse_account_line(data, where=f"{path.name}:{number}")
            if line.index in lines:
                raise InputError(
                    "an entry is told twice",
                    where=f"{path.name}:{number}",
                    mend="export the account again",
                )
            lines[line.index] = line
    return lines


def write_account(path: Path, lines: Iterable[AccountLine]) -> None:
    """Write the lines to a file that its owner alone can read; InputError where it cannot be written."""

    def write(made: Path) -> None:
        made.touch(mode=0o600)
        with made.open("w", encoding="utf-8") as file:
            for line in lines:
                file.write(json.dumps(line.document, ensure_ascii=False, separators=(",", ":")) + "\n")

    write_whole(path, write)
