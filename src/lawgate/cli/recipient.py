"""`lawgate open`, `received`, `reconcile`: the recipient's side."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from lawgate.cli.options import Json
from lawgate.cli.show import show, show_check

KeyFile = Annotated[Path, typer.Option("--key", metavar="FILE", help="The recipient's key file.")]
JournalFolder = Annotated[
    Path | None,
    typer.Option("--journal", metavar="DIR", help="Your statements; by default beside the key file."),
]


def open_(
    package: Annotated[Path, typer.Argument(metavar="PACKAGE", help="The package that was fetched.")],
    key: KeyFile,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="DIR", help="A new folder for the contents.")
    ] = None,
    witness: Annotated[
        Path | None,
        typer.Option(
            "--witness", metavar="KEYS", help="Whom you trust, in the place of the key file's list."
        ),
    ] = None,
    head: Annotated[
        Path | None,
        typer.Option("--head", metavar="FILE", help="A checkpoint that somebody kept, to be no older than."),
    ] = None,
    ledger: Annotated[
        Path | None,
        typer.Option(
            "--ledger", metavar="DIR", help="A copy of the ledger, for a proof older than what was seen."
        ),
    ] = None,
    journal: JournalFolder = None,
    as_json: Json = False,
) -> None:
    """Check a sealed package, open it and sign a receipt.

    Nothing is asked of a network. Exit 1, unopened, if anything is wrong with it.
    """
    from lawgate.service.handover.opening import open_package

    document = open_package(
        package, key=key, out=out, witness=witness, head=head, ledger=ledger, journal=journal
    )
    show_check(document, as_json, "opened", failed=bool(document["flaws"]))


def reconcile(
    ours: Annotated[Path, typer.Argument(metavar="OURS", help="Our table of packages, .parquet or .csv.")],
    theirs: Annotated[
        Path, typer.Argument(metavar="THEIRS", help="The other side's table, or its .buckets file.")
    ],
    as_of: Annotated[
        str | None, typer.Option("--as-of", metavar="DAY", help="The day to compare on; default today.")
    ] = None,
    late_days: Annotated[
        int, typer.Option("--late-days", min=0, help="Days after delivery by which a receipt is due.")
    ] = 7,
    digests: Annotated[
        Path | None, typer.Option("--digests", metavar="FILE", help="Write our digests, 128 KiB.")
    ] = None,
    exchange: Annotated[
        Path | None, typer.Option("--exchange", metavar="FILE", help="Write our rows that may differ, .csv.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Compare what was released with what was received.

    Exit 1 if a difference needs a person.
    """
    from lawgate.service.handover.reconcile import reconcile as compared

    document = compared(ours, theirs, as_of=as_of, late_days=late_days, digests=digests, exchange=exchange)
    show_check(document, as_json, "reconciled", failed=bool(document["faults"]))


received = typer.Typer(
    help="What became of packages that were received.", no_args_is_help=True, rich_markup_mode=None
)
PackageName = Annotated[
    str, typer.Argument(metavar="PACKAGE", help="The package, or its hash as the receipt states it.")
]
On = Annotated[str | None, typer.Option("--on", metavar="DAY", help="The day it happened; default today.")]


Returned = Annotated[
    Path | None,
    typer.Option("--out", metavar="FILE", help="The signed statement, to be returned to the agency."),
]


@received.command("list")
def received_list(
    key: KeyFile,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="FILE", help="The table for lawgate reconcile.")
    ] = None,
    journal: JournalFolder = None,
    as_json: Json = False,
) -> None:
    """List every package received, and what became of it."""
    from lawgate.service.handover.received import received as listed

    show(listed(key=key, journal=journal, out=out), as_json, "received")


@received.command("passed-on")
def received_passed_on(
    package: PackageName,
    key: KeyFile,
    to: Annotated[str, typer.Option("--to", metavar="AGENCY", help="To whom it was disclosed onward.")],
    cite: Annotated[str, typer.Option("--under", metavar="CITE", help="The provision that allows it.")],
    on: On = None,
    journal: JournalFolder = None,
    as_json: Json = False,
) -> None:
    """State an onward disclosure of a package.

    It is signed and kept with its parent package.
    """
    from lawgate.service.handover.received import state

    document = state("passed_on", package, key=key, to=to, cite=cite, on=on, journal=journal)
    show(document, as_json, "stated")


@received.command("destroyed")
def received_destroyed(
    package: PackageName,
    key: KeyFile,
    on: On = None,
    out: Returned = None,
    journal: JournalFolder = None,
    as_json: Json = False,
) -> None:
    """State that everything from a package was destroyed."""
    from lawgate.service.handover.received import state

    show(state("destroyed", package, key=key, on=on, journal=journal, out=out), as_json, "stated")


@received.command("quarantined")
def received_quarantined(
    package: PackageName,
    key: KeyFile,
    on: On = None,
    out: Returned = None,
    journal: JournalFolder = None,
    as_json: Json = False,
) -> None:
    """State that a recalled package is set apart and used no more."""
    from lawgate.service.handover.received import state

    show(state("quarantined", package, key=key, on=on, journal=journal, out=out), as_json, "stated")
