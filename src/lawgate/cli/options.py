"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

Json = Annotated[bool, typer.Option("--json", help="Print one JSON document and nothing else.")]
AsOf = Annotated[
    str | None,
    typer.Option("--as-of", metavar="DAY", help="The day whose law decides, as 2026-03-01; default today."),
]
KnownOn = Annotated[
    str | None, typer.Option("--known-on", metavar="DAY", help="What was known by this day; default today.")
]
Html = Annotated[
    Path | None, typer.Option("--html", metavar="FILE", help="Write the answer as an HTML page too.")
]
ReviewsFile = Annotated[
    Path | None,
    typer.Option(
        "--reviews",
        metavar="FILE",
        help="Recorded decisions of match reviewers, as review record keeps them.",
    ),
]
FindingsFile = Annotated[
    Path | None,
    typer.Option("--findings", metavar="FILE", help="Officials' answers to open questions, as JSON."),
]
ReadingOption = Annotated[
    list[str] | None,
    typer.Option(
        "--reading",
        metavar="Q3=R2",
        help="Follow this reading of a contested question; the answer is then a hypothesis.",
    ),
]
Adopted = Annotated[
    Path | None, typer.Option("--adopted", metavar="FILE", help="Readings adopted, as law adopt signs them.")
]
Officials = Annotated[
    Path | None, typer.Option("--officials", metavar="FILE", help="The public keys of those who may sign.")
]
CalibrationFile = Annotated[
    Path | None,
    typer.Option(
        "--calibration", metavar="FILE", help="A calibration of these records, as match --calibrate keeps it."
    ),
]
CeilingRate = Annotated[
    float | None,
    typer.Option(
        "--ceiling",
        metavar="RATE",
        help="Highest bound of false matches at which nobody need look; 0.001 where there is a calibration.",
    ),
]
AgreementName = Annotated[
    str | None,
    typer.Option("--agreement", metavar="ID", help="Decide under this agreement too; it can only narrow."),
]
