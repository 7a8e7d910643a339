"""`lawgate ledger report` and `export`: what the account says, for those who have to rely on it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from lawgate.cli.options import Json
from lawgate.cli.show import show

LedgerFolder = Annotated[Path, typer.Argument(metavar="DIR", help="The ledger's folder.")]
AccountFile = Annotated[
    Path, typer.Option("--account", metavar="FILE", help="The fields of its entries, a line of JSON each.")
]
Witness = Annotated[
    Path | None, typer.Option("--witness", metavar="KEYS", help="Keys of the log and its witnesses.")
]
First = Annotated[str | None, typer.Option("--from", metavar="DAY", help="The first day, as 2026-01-01.")]
Last = Annotated[str | None, typer.Option("--to", metavar="DAY", help="The last day.")]
AgencyName = Annotated[str, typer.Option("--agency", help="The agency's name, as it stands on paper.")]
Synthetic = Annotated[bool, typer.Option("--synthetic", help="Mark it as made up.")]


def ledger_report(
    folder: LedgerFolder,
    account: AccountFile,
    kind: Annotated[str, typer.Option("--as", help="form-5466-b, yearly or own.")],
    year: Annotated[int | None, typer.Option("--year", help="The calendar year of the counts.")] = None,
    first: First = None,
    last: Last = None,
    subject: Annotated[
        str | None, typer.Option("--subject", metavar="ID", help="Whose own accounting, by the account's id.")
    ] = None,
    codes: Annotated[
        Path | None, typer.Option("--codes", metavar="FILE", help="The agency's codes for the form.")
    ] = None,
    out: Annotated[Path | None, typer.Option("--out", metavar="FILE", help="A .csv or .pdf file.")] = None,
    witness: Witness = None,
    smallest: Annotated[
        int, typer.Option("--suppress-below", min=0, help="Tell smaller counts as fewer than this.")
    ] = 0,
    language: Annotated[
        str, typer.Option("--language", help="Of a person's own accounting: en or es.")
    ] = "en",
    agency: AgencyName = "",
    synthetic: Synthetic = False,
    as_json: Json = False,
) -> None:
    """Make an accounting report of the entries.

    Each field is held against what its entry commits to.
    """
    from lawgate.service.ledger.accounting import Wanted, report
    from lawgate.service.ledger.paper import Paper
    from lawgate.service.ledger.told import Books

    document = report(
        Books(folder, account, witness),
        Wanted(kind, year, first, last, subject, codes, smallest),
        out=out,
        paper=Paper(agency, language, synthetic),
    )
    show(document, as_json, "accounting")


def ledger_export(
    folder: LedgerFolder,
    account: AccountFile,
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="A new folder for the export.")],
    case: Annotated[
        str | None, typer.Option("--case", metavar="CASE", help="The case, as C2026-000001-1.")
    ] = None,
    first: First = None,
    last: Last = None,
    viewer: Annotated[str, typer.Option("--view", help="inspector, subject or public.")] = "inspector",
    values: Annotated[bool, typer.Option("--values", help="Open what was released, too.")] = False,
    documents: Annotated[
        Path | None, typer.Option("--documents", metavar="DIR", help="Documents to go with it.")
    ] = None,
    signer: Annotated[
        Path | None, typer.Option("--signer", metavar="KEY", help="The key of the one who certifies.")
    ] = None,
    witness: Witness = None,
    language: Annotated[str, typer.Option("--language", help="en or es.")] = "en",
    agency: AgencyName = "",
    synthetic: Synthetic = False,
    as_json: Json = False,
) -> None:
    """Write the entries of a case with their proofs.

    Or of some days; with a plain statement of what these show, and what not.
    """
    from lawgate.service.ledger.export import choose, export
    from lawgate.service.ledger.paper import Paper
    from lawgate.service.ledger.told import Books

    document = export(
        Books(folder, account, witness),
        choose(case=case, first=first, last=last),
        out=out,
        viewer=viewer,
        values=values,
        documents=documents,
        signer=signer,
        paper=Paper(agency, language, synthetic),
    )
    show(document, as_json, "exported")


def ledger_account(
    out: Annotated[Path, typer.Option("--out", metavar="FILE", help="Where the account is written.")],
    packages: Annotated[
        Path | None,
        typer.Option("--packages", metavar="FILE", help="A table for reconcile, .parquet or .csv."),
    ] = None,
    as_json: Json = False,
) -> None:
    """Write what report and export need beside the ledger.

    The account is that of the deployment of the LAWGATE_ settings.
    """
    from lawgate.service.casework.deployment.account import export_of_deployment

    show(export_of_deployment(out, packages=packages), as_json, "account_written")
