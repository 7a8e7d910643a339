"""`lawgate sample`: a world of invented people."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from lawgate.cli.options import Json
from lawgate.cli.show import show


def sample(
    out: Annotated[Path, typer.Option(metavar="DIR", help="The folder to make.")],
    taxpayers: Annotated[
        int | None, typer.Option(min=1, help="How many people and entities to invent: 3000 if not said.")
    ] = None,
    subjects: Annotated[
        int | None, typer.Option(min=1, help="How many of the batch request's subjects: 200 if not said.")
    ] = None,
    seed: Annotated[int, typer.Option(help="Equal seeds make equal folders.")] = 1,
    preset: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="transfer-2025: the transfer of 7 August 2025, with its releases."),
    ] = None,
    scale: Annotated[
        float | None, typer.Option(metavar="X", help="The size of a preset, as 0.1; 1 is that of the event.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Invent people, records, requests and findings.

    The truth about them lies beside: who each subject is, and what every request should lead to.
    """
    from lawgate.cli.progress import watch
    from lawgate.service.sample import make_folder

    with watch("people") as progress:
        made = make_folder(
            out,
            preset=preset,
            scale=scale,
            taxpayers=taxpayers,
            subjects=subjects,
            seed=seed,
            progress=progress,
        )
    show(made, as_json, "sample")
