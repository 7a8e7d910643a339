"""`lawgate keys`: keys made, shown, exchanged, in files or in the deployment's token."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from lawgate.cli.options import Json
from lawgate.cli.show import show, show_check

keys = typer.Typer(
    help="Keys in files, or in the deployment's token.", no_args_is_help=True, rich_markup_mode=None
)
Token = Annotated[
    str | None,
    typer.Option("--token", metavar="LABEL", help="Draw it in the token of LAWGATE_TOKEN_LIBRARY."),
]
Compromised = Annotated[
    bool, typer.Option("--compromised", help="The old key may be in other hands: verifiers are told.")
]


@keys.command("recipient")
def keys_recipient(
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="The recipient's office, as in us.doj.fbi/unit-7.")
    ],
    role: Annotated[
        str, typer.Option("--role", metavar="ROLE", help="The role that receipts state; never a name.")
    ],
    trust: Annotated[Path, typer.Option("--trust", metavar="FILE", help="The agency's trust file.")],
    out: Annotated[Path, typer.Option("--out", metavar="FILE", help="The key file to make.")],
    registration: Annotated[
        Path, typer.Option("--registration", metavar="FILE", help="The public part, for the agency.")
    ],
    token: Token = None,
    as_json: Json = False,
) -> None:
    """Make a recipient's key: it opens packages, signs receipts."""
    from lawgate.service.keys import new_recipient

    document = new_recipient(name, role=role, trust=trust, out=out, registration=registration, token=token)
    show(document, as_json, "key_made")


@keys.command("signer")
def keys_signer(
    name: Annotated[str, typer.Argument(metavar="NAME", help="Its name, as in agency.example/releases.")],
    kind: Annotated[
        str, typer.Option("--for", metavar="KIND", help="log, witness or agency (who signs releases).")
    ],
    out: Annotated[Path, typer.Option("--out", metavar="FILE", help="The key file to make.")],
    token: Token = None,
    as_json: Json = False,
) -> None:
    """Make a signing key."""
    from lawgate.service.keys import new_signer

    show(new_signer(name, kind=kind, out=out, token=token), as_json, "key_made")


@keys.command("show")
def keys_show(
    key: Annotated[Path, typer.Argument(metavar="KEY", help="A key file.")],
    as_json: Json = False,
) -> None:
    """Show what a key file holds, and never a private key.

    Exit 1 if the token that holds the key does not answer.
    """
    from lawgate.service.keys import shown

    document = shown(key)
    show_check(document, as_json, "key_shown", failed=bool(document["faults"]))


@keys.command("trust")
def keys_trust(
    policy: Annotated[
        Path,
        typer.Argument(
            metavar="KEYS", help="The keys of the ledger and its witnesses, as found writes them to keys.txt."
        ),
    ],
    agency: Annotated[
        list[str], typer.Option("--agency", metavar="KEY", help="KEY, or KEY,FIRST,LAST: who signs releases.")
    ],
    out: Annotated[Path, typer.Option("--out", metavar="FILE", help="The trust file to write.")],
    epochs: Annotated[
        Path | None, typer.Option("--epochs", metavar="FILE", help="Which key of the ledger signs when.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Write the file that recipients trust."""
    from lawgate.service.keys import new_trust

    show(new_trust(policy, agency=tuple(agency), out=out, epochs=epochs), as_json, "trust_made")


@keys.command("rotate")
def keys_rotate(
    ledger: Annotated[Path, typer.Argument(metavar="DIR", help="The ledger's folder.")],
    old: Annotated[Path, typer.Option("--from", metavar="KEY", help="The key that signs now.")],
    new: Annotated[Path, typer.Option("--to", metavar="KEY", help="The key that signs from now on.")],
    compromised: Compromised = False,
    as_json: Json = False,
) -> None:
    """Let another key sign a ledger from its next checkpoint on."""
    from lawgate.service.keys import rotate

    show(rotate(ledger, old=old, new=new, compromised=compromised), as_json, "rotated")


@keys.command("database")
def keys_database(token: Token = None, as_json: Json = False) -> None:
    """Draw the key of a database that has none."""
    from lawgate.service.casework.deployment.database_key import first_key

    show(first_key(token=token), as_json, "database_key_made")


@keys.command("reencrypt")
def keys_reencrypt(as_json: Json = False) -> None:
    """Encrypt the database under another key, and enter that.

    Stop the worker and the pages first.
    """
    from lawgate.service.casework.deployment.database_key import reencrypt

    show(reencrypt(), as_json, "reencrypted")


@keys.command("exchange")
def keys_exchange(
    which: Annotated[str, typer.Argument(metavar="WHICH", help="ledger, or releases.")],
    new: Annotated[Path, typer.Option("--to", metavar="KEY", help="The key file that takes its place.")],
    compromised: Compromised = False,
    as_json: Json = False,
) -> None:
    """Exchange a key of this deployment, and enter that.

    Stop the worker and the pages first.
    """
    from lawgate.service.casework.deployment.key_exchange import exchange

    show(exchange(which, new=new, compromised=compromised), as_json, "exchanged")
