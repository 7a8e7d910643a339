"""The commands about who is named and where: the check of addresses on their face."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from lawgate.cli.options import Json
from lawgate.cli.show import show


def address(
    file: Annotated[Path, typer.Argument(help="A CSV file with the column raw.")],
    out: Annotated[Path | None, typer.Option(help="The CSV file to write; default standard output.")] = None,
    keep: Annotated[bool, typer.Option("--keep", help="Pass the file's other columns on.")] = False,
    as_json: Json = False,
) -> None:
    """Judge each text on its face: adequate, inadequate or needs_human, with its kind and the rule."""
    from lawgate.cli.progress import watch
    from lawgate.service.address import address_document, write_addresses

    with watch("addresses") as progress:
        if as_json and out is None:
            document = address_document(file, keep=keep, progress=progress)
        else:
            document = write_addresses(file, out or sys.stdout, keep=keep, progress=progress)
    if as_json or out is not None:
        show(document, as_json, "addresses")
