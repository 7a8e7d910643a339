"""`lawgate law`: the law as it is encoded."""

from __future__ import annotations

from typing import Annotated

import typer

from lawgate.cli.options import AsOf, Json
from lawgate.cli.show import show

law = typer.Typer(help="The law as it is encoded.", no_args_is_help=True, rich_markup_mode=None)


@law.command("list")
def law_list(as_of: AsOf = None, as_json: Json = False) -> None:
    """List every provision that is encoded."""
    from lawgate.service.law import list_law

    show(list_law(as_of), as_json, "law_list")


@law.command("show")
def lawshow(
    cite: Annotated[str, typer.Argument(help="26 USC 6103(i)(2) or /us/usc/t26/s6103/i/2")],
    as_of: AsOf = None,
    as_json: Json = False,
) -> None:
    """Show one provision in plain words."""
    from lawgate.service.law import show_law

    show(show_law(cite, as_of), as_json, "law_show")


@law.command("items")
def law_items(as_json: Json = False) -> None:
    """List the data items and where a row can come from."""
    from lawgate.service.law import list_items

    show(list_items(), as_json, "items")


@law.command("vocab")
def law_vocab(as_json: Json = False) -> None:
    """List every question, who may answer it, and its values."""
    from lawgate.service.law import list_vocabulary

    show(list_vocabulary(), as_json, "vocabulary")
