"""The commands that decide one request or many, explain one row, and print the schemas of their documents."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from lawgate.cli.options import (
    Adopted,
    AgreementName,
    AsOf,
    CalibrationFile,
    CeilingRate,
    FindingsFile,
    Html,
    Json,
    KnownOn,
    Officials,
    ReadingOption,
    ReviewsFile,
)
from lawgate.cli.show import print_json, show


def decide(
    request: Annotated[Path, typer.Argument(metavar="REQUEST.json", help="The request.")],
    records: Annotated[
        Path | None, typer.Option(metavar="DIR", help="The custodian's folder; without it only admission.")
    ] = None,
    findings: FindingsFile = None,
    reviews: ReviewsFile = None,
    as_of: AsOf = None,
    known_on: KnownOn = None,
    reading: ReadingOption = None,
    adopted: Adopted = None,
    officials: Officials = None,
    agreement: AgreementName = None,
    calibration: CalibrationFile = None,
    ceiling: CeilingRate = None,
    html: Html = None,
    as_json: Json = False,
) -> None:
    """Decide one request, item by item, with the reasons."""
    from lawgate.service.contract.write import determination_document
    from lawgate.service.decide import decide as decide_request
    from lawgate.service.pages import write_page

    answer = decide_request(
        request,
        records=records,
        findings=findings,
        reviews=reviews,
        as_of_day=as_of,
        known_on=known_on,
        readings=reading,
        adopted=adopted,
        officials=officials,
        agreement=agreement,
        calibration=calibration,
        ceiling=ceiling,
    )
    document = determination_document(answer)
    write_page(document, html)
    show(document, as_json, "determination")


def batch(
    request: Annotated[
        Path, typer.Argument(metavar="REQUEST.json", help="The request, its subjects in a table or inside.")
    ],
    records: Annotated[Path | None, typer.Option(metavar="DIR", help="The custodian's folder.")] = None,
    out: Annotated[Path | None, typer.Option(metavar="DIR", help="The folder to write.")] = None,
    shape_only: Annotated[
        bool, typer.Option("--shape-only", help="Print the figures of the request's own words, and no more.")
    ] = False,
    findings: FindingsFile = None,
    reviews: ReviewsFile = None,
    as_of: AsOf = None,
    known_on: KnownOn = None,
    reading: ReadingOption = None,
    adopted: Adopted = None,
    officials: Officials = None,
    agreement: AgreementName = None,
    calibration: CalibrationFile = None,
    ceiling: CeilingRate = None,
    engine: Annotated[
        str, typer.Option(metavar="NAME", help="What decides the rows: polars, duckdb, postgres or spark.")
    ] = "polars",
    engine_at: Annotated[
        str | None,
        typer.Option(
            metavar="ADDRESS",
            envvar="LAWGATE_ENGINE_AT",
            help="Where PostgreSQL is: postgres://HOST/DATABASE.",
        ),
    ] = None,
    as_json: Json = False,
) -> None:
    """Decide a large request into a folder.

    The folder holds decisions.parquet, summary.json, report.html and defects.csv.
    """
    from lawgate.cli.progress import watch
    from lawgate.service.batch.stream import batch_options, run_batch, tell_shape

    told: dict[str, Any] = dict(  # noqa: C408 - names as the options below have them
        findings=findings,
        reviews=reviews,
        as_of_day=as_of,
        known_on=known_on,
        readings=reading,
        adopted=adopted,
        officials=officials,
        agreement=agreement,
        calibration=calibration,
        ceiling=ceiling,
    )
    if shape_only:
        show(tell_shape(request, **told), as_json, "shape_alone")
        return
    options = batch_options(records=records, out=out, engine=engine, engine_at=engine_at, **told)
    with watch("subjects") as progress:
        summary = run_batch(request, options, progress)
    show(summary, as_json, "batch_summary")


def explain(
    out: Annotated[Path, typer.Argument(metavar="OUT", help="The folder of a batch or of an audit.")],
    ref: Annotated[
        str | None, typer.Argument(metavar="REF", help="The subject's ref; of an audit also a release_id.")
    ] = None,
    rows: Annotated[
        str | None,
        typer.Option(metavar="KEY", help="Of an audit: list the releases behind a count, by its key."),
    ] = None,
    html: Html = None,
    as_json: Json = False,
) -> None:
    """Explain one subject of a batch, or one release of an audit."""
    from lawgate.service.audit.rows import demand_ref, explain_audit, is_audit
    from lawgate.service.batch.stream import explain_row
    from lawgate.service.pages import write_page

    if rows is not None or is_audit(out):
        document, view = explain_audit(out, ref, rows, html)
        show(document, as_json, view)
        return
    document = explain_row(out, demand_ref(ref))
    write_page(document, html)
    show(document, as_json, "determination")


def schema(
    name: Annotated[
        str,
        typer.Argument(
            metavar="NAME",
            help="request, use, findings, determination, audit, reviews, adoptions, payload, statement, "
            "registration, account or api.",
        ),
    ],
    as_json: Json = False,  # noqa: ARG001 - it is JSON either way
) -> None:
    """Print the JSON Schema of one of the contract's documents."""
    from lawgate.service.schema import schema_of

    print_json(schema_of(name))
