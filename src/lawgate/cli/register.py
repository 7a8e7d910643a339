"""`lawgate register`: who may act in a deployment, and the keys of agencies and programs; each change is entered."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from lawgate.cli.options import Json
from lawgate.cli.show import show

register = typer.Typer(
    help="Officials and their roles, and the keys of agencies.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
Login = Annotated[str, typer.Argument(metavar="LOGIN", help="The name that the official signs in with.")]
By = Annotated[
    str, typer.Option("--by", metavar="LOGIN", help="Who has it entered; `service` is the deployment itself.")
]
BY = "service"


@register.command()
def official(
    login: Login,
    name: Annotated[str, typer.Option(help="The name as letters and pages print it.")],
    role: Annotated[
        list[str],
        typer.Option(metavar="ROLE", help="A role, such as reviewer; give the option again for another one."),
    ],
    since: Annotated[str, typer.Option(metavar="DAY", help="The first day of the roles.")],
    agency: Annotated[str, typer.Option(help="For an agency's officer: its dotted name.")] = "",
    authority: Annotated[
        list[str] | None, typer.Option(metavar="CITE", help="A provision for which authority was delegated.")
    ] = None,
    by: By = BY,
    as_json: Json = False,
) -> None:
    """Register somebody who may act from a day on."""
    from lawgate.service.casework.deployment.registering import register_official

    document = register_official(
        login, name=name, roles=role, since=since, agency=agency, authority=authority, by=by
    )
    show(document, as_json, "registered")


@register.command()
def end(
    login: Login,
    on: Annotated[str, typer.Option(metavar="DAY", help="The last day of all the roles.")],
    by: By = BY,
    as_json: Json = False,
) -> None:
    """End all roles of an official."""
    from lawgate.service.casework.deployment.registering import end_roles

    show(end_roles(login, on=on, by=by), as_json, "registered")


@register.command()
def close(login: Login, by: By = BY, as_json: Json = False) -> None:
    """Close an account: its holder does nothing any more."""
    from lawgate.service.casework.deployment.registering import close_account

    show(close_account(login, by=by), as_json, "registered")


@register.command()
def key(
    agency: Annotated[str, typer.Argument(metavar="AGENCY", help="Its dotted name.")],
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The registration that it sent.")],
    by: By = BY,
    as_json: Json = False,
) -> None:
    """Register the key that an agency's packages are sealed to.

    It holds from now on; safeguards are stated by page.
    """
    from lawgate.service.casework.deployment.registering import register_key

    show(register_key(agency, key=file, by=by), as_json, "registered")


@register.command()
def client(
    login: Login,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Its public key, as PEM or as a JWK.")],
    by: By = BY,
    as_json: Json = False,
) -> None:
    """Register a key by which a program signs in at the API.

    The program is an officer of its agency.
    """
    from lawgate.service.api.programs import register_client

    show(register_client(login, key=file, by=by), as_json, "registered")


@register.command()
def end_client(
    login: Login,
    key: Annotated[
        str, typer.Argument(metavar="KEY", help="The digest that was told when it was registered.")
    ],
    by: By = BY,
    as_json: Json = False,
) -> None:
    """End a program's key: nobody signs in by it any more."""
    from lawgate.service.api.programs import end_client as end_key

    show(end_key(login, key=key, by=by), as_json, "registered")
