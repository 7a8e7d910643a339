"""`lawgate ledger`: the account of disclosures, checked offline."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from lawgate.cli.options import Json
from lawgate.cli.show import print_json, show_check

ledger = typer.Typer(
    help="The account of disclosures, checked offline.", no_args_is_help=True, rich_markup_mode=None
)
_BY_SETTINGS = "default where the LAWGATE_ settings say."


@ledger.command("verify")
def ledger_verify(
    path: Annotated[
        Path, typer.Argument(metavar="FILE-OR-DIR", help="A proof, an export, or a ledger's folder.")
    ],
    witness: Annotated[
        Path | None,
        typer.Option("--witness", metavar="KEYS", help="Whom you trust: keys of the log and its witnesses."),
    ] = None,
    head: Annotated[
        list[Path] | None, typer.Option("--head", metavar="FILE", help="A checkpoint that somebody kept.")
    ] = None,
    epochs: Annotated[
        Path | None, typer.Option("--epochs", metavar="FILE", help="Which key signed when, kept elsewhere.")
    ] = None,
    certifier: Annotated[
        list[str] | None,
        typer.Option("--certifier", metavar="KEY", help="A public key that has to have signed an export."),
    ] = None,
    as_json: Json = False,
) -> None:
    """Check a proof, an export or a ledger; name each fault.

    Exit 1 if there is one. Nothing is asked of a network or a database.
    """
    from lawgate.service.ledger.check import verify

    document = verify(
        path, witness=witness, heads=tuple(head or ()), epochs=epochs, certifiers=tuple(certifier or ())
    )
    show_check(document, as_json, "ledger_verify", failed=bool(document["faults"]))


@ledger.command("prove")
def ledger_prove(
    index: Annotated[int, typer.Argument(metavar="INDEX", min=0, help="The entry's index; the first is 0.")],
    folder: Annotated[
        Path | None, typer.Option("--ledger", metavar="DIR", help=f"The ledger's folder; {_BY_SETTINGS}")
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(
            "--out", metavar="FILE", help="The proof file to write; default entry-INDEX.tlog-proof."
        ),
    ] = None,
    as_json: Json = False,
) -> None:
    """Write the proof that an entry stands in the ledger."""
    from lawgate.service.ledger.check import prove

    document = prove(index, ledger=folder or _by_settings(), out=out or Path(f"entry-{index}.tlog-proof"))
    show_check(document, as_json, "ledger_prove", failed=bool(document["faults"]))


@ledger.command("checkpoint")
def ledger_checkpoint(
    folder: Annotated[
        Path | None, typer.Argument(metavar="DIR", help=f"The ledger's folder; {_BY_SETTINGS}")
    ] = None,
    as_json: Json = False,
) -> None:
    """Print the signed checkpoint, to be kept elsewhere."""
    from lawgate.service.ledger.check import checkpoint

    document = checkpoint(folder or _by_settings())
    if as_json:
        print_json(document)
    else:
        sys.stdout.write(document["note"])
    if document["faults"]:
        raise typer.Exit(1)


def _by_settings() -> Path:
    from lawgate.settings import DEPLOYMENT

    return DEPLOYMENT.ledger_folder
