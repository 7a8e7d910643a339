"""The commands of resolution: who is named, how often that errs, and what is an address on its face."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from lawgate.cli.options import AsOf, CalibrationFile, CeilingRate, Html, Json
from lawgate.cli.show import show


def match(
    records: Annotated[Path, typer.Option(metavar="DIR", help="The custodian's folder.")],
    subjects: Annotated[
        Path | None, typer.Argument(metavar="SUBJECTS", help="The subjects, as .parquet or .csv.")
    ] = None,
    out: Annotated[Path | None, typer.Option(metavar="FILE.parquet", help="Where the answer goes.")] = None,
    calibrate: Annotated[
        bool, typer.Option("--calibrate", help="Run controls on these records first, and keep the result.")
    ] = False,
    calibration: CalibrationFile = None,
    ceiling: CeilingRate = None,
    as_of: AsOf = None,
    html: Html = None,
    engine: Annotated[
        str, typer.Option(metavar="polars|duckdb|spark", help="Which engine finds the candidates.")
    ] = "polars",
    as_json: Json = False,
) -> None:
    """Tell whom each subject names, or that nobody is.

    With --calibrate it is bounded how often that errs on these records.
    """
    from lawgate.cli.progress import watch
    from lawgate.service.match.table import MatchOptions, run_match

    options = MatchOptions(
        records=records, out=out, calibrate=calibrate, calibration=calibration, ceiling=ceiling,
        as_of_day=as_of, html=html, engine=engine,
    )  # fmt: skip
    with watch("controls and subjects" if calibrate else "subjects") as progress:
        summary = run_match(subjects, options, progress)
    show(summary, as_json, "match")


def address(
    file: Annotated[Path, typer.Argument(metavar="FILE.csv", help="A CSV file with the column raw.")],
    out: Annotated[
        Path | None, typer.Option(metavar="FILE.csv", help="The file to write; default standard output.")
    ] = None,
    keep: Annotated[bool, typer.Option("--keep", help="Pass the file's other columns on.")] = False,
    as_json: Json = False,
) -> None:
    """Judge of each text whether it is an address.

    The answer is a CSV file with raw, outcome (adequate, inadequate or needs_human), kind and why.
    """
    from lawgate.cli.progress import watch
    from lawgate.service.address import address_document, write_addresses

    with watch("addresses") as progress:
        if as_json and out is None:
            document = address_document(file, keep=keep, progress=progress)
        else:
            document = write_addresses(file, out or sys.stdout, keep=keep, progress=progress)
    if as_json or out is not None:
        show(document, as_json, "addresses")
