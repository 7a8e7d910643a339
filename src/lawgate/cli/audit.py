"""The commands about past releases: an audit, and what differs between two runs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from lawgate.cli.options import Adopted, AgreementName, FindingsFile, Json, KnownOn, Officials, ReadingOption
from lawgate.cli.show import show


def audit(
    releases: Annotated[
        Path, typer.Argument(metavar="RELEASES.parquet", help="What was released: a row a release.")
    ],
    request: Annotated[
        Path, typer.Option(metavar="REQUEST.json", help="The request that the releases answered.")
    ],
    out: Annotated[Path, typer.Option(metavar="DIR", help="The folder to write.")],
    records: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="The custodian's folder; without it a plan for a sample is made."),
    ] = None,
    findings: FindingsFile = None,
    known_on: KnownOn = None,
    reading: ReadingOption = None,
    adopted: Adopted = None,
    officials: Officials = None,
    agreement: AgreementName = None,
    ledger: Annotated[
        Path | None, typer.Option(metavar="DIR", help="The account of disclosures: is each release entered?")
    ] = None,
    batch: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR", help="A batch of the request as of the day: which valid ones were refused?"
        ),
    ] = None,
    as_json: Json = False,
) -> None:
    """Judge past releases by the law of their day.

    The folder holds judged.parquet, summary.json and report.html.
    """
    from lawgate.cli.progress import watch
    from lawgate.service.audit.replay import AuditOptions, run_audit

    options = AuditOptions(
        records=records,
        out=out,
        findings=findings,
        known_on=known_on,
        readings=reading,
        adopted=adopted,
        officials=officials,
        agreement=agreement,
        ledger=ledger,
        batch=batch,
    )
    with watch("releases") as progress:
        summary = run_audit(releases, request, options, progress)
    show(summary, as_json, "audit_summary")


def differences(
    one: Annotated[Path, typer.Argument(metavar="ONE", help="The folder of an audit or of a batch.")],
    other: Annotated[Path, typer.Argument(metavar="OTHER", help="Another one of the same request.")],
    html: Annotated[Path | None, typer.Option(metavar="FILE", help="Write it as a page too.")] = None,
    as_json: Json = False,
) -> None:
    """Tell who gained and who lost between two batches or audits.

    Each change is told with the demand of the law by which it came.
    """
    from lawgate.service.differences import differences as tell
    from lawgate.service.pages import write_differences

    found = tell(one, other)
    write_differences(found, html)
    show(found, as_json, "differences")
