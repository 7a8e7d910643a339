"""The commands of resolution: who is named, and how often that errs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from lawgate.cli.options import AsOf, CalibrationFile, CeilingRate, Html, Json
from lawgate.cli.show import show


def match(
    records: Annotated[Path, typer.Option(help="The custodian's folder.")],
    subjects: Annotated[Path | None, typer.Argument(help="The subjects, as .parquet or .csv.")] = None,
    out: Annotated[Path | None, typer.Option(metavar="FILE.parquet", help="Where the answer goes.")] = None,
    calibrate: Annotated[
        bool, typer.Option("--calibrate", help="Run controls on these records first, and keep the result.")
    ] = False,
    calibration: CalibrationFile = None,
    ceiling: CeilingRate = None,
    as_of: AsOf = None,
    html: Html = None,
    as_json: Json = False,
) -> None:
    """Resolve whom each subject names; with --calibrate bound how often that errs on these records."""
    from lawgate.cli.progress import watch
    from lawgate.service.match import MatchOptions, run_match

    options = MatchOptions(
        records=records, out=out, calibrate=calibrate, calibration=calibration, ceiling=ceiling,
        as_of_day=as_of, html=html,
    )  # fmt: skip
    with watch("controls and subjects" if calibrate else "subjects") as progress:
        summary = run_match(subjects, options, progress)
    show(summary, as_json, "match")
