"""`lawgate law`: the law as it is encoded."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from lawgate.cli.law_proofs import law_diff, law_prove
from lawgate.cli.options import AsOf, Json
from lawgate.cli.show import print_json, show, show_check

law = typer.Typer(help="The law as it is encoded.", no_args_is_help=True, rich_markup_mode=None)
law.command("prove")(law_prove)
law.command("diff")(law_diff)


@law.command("list")
def law_list(as_of: AsOf = None, as_json: Json = False) -> None:
    """List every provision that is encoded."""
    from lawgate.service.law.shown import list_law

    show(list_law(as_of), as_json, "law_list")


@law.command("show")
def law_show(
    cite: Annotated[str, typer.Argument(metavar="CITE", help="26 USC 6103(i)(2) or /us/usc/t26/s6103/i/2")],
    as_of: AsOf = None,
    as_json: Json = False,
) -> None:
    """Show one provision in plain words."""
    from lawgate.service.law.shown import show_law

    show(show_law(cite, as_of), as_json, "law_show")


@law.command("items")
def law_items(as_json: Json = False) -> None:
    """List the data items and where a row can come from."""
    from lawgate.service.law.shown import list_items

    show(list_items(), as_json, "items")


@law.command("vocab")
def law_vocab(as_json: Json = False) -> None:
    """List every question, who may answer it, and its values."""
    from lawgate.service.law.shown import list_vocabulary

    show(list_vocabulary(), as_json, "vocabulary")


@law.command("timeline")
def law_timeline(
    svg: Annotated[Path | None, typer.Option("--svg", metavar="FILE", help="Write the picture.")] = None,
    as_json: Json = False,
) -> None:
    """Show which orders came and went, and who read the law how."""
    from lawgate.service.law.history import timeline

    show(timeline(svg), as_json, "law_timeline")


@law.command("verify")
def law_verify(
    statute: Annotated[
        Path,
        typer.Argument(
            metavar="STATUTE.json", help="The statute: a row a provision, with its identifier and text."
        ),
    ],
    as_json: Json = False,
) -> None:
    """Name the provisions that no longer read as encoded.

    Exit 1 if there are any.
    """
    from lawgate.service.law.texts import verify_law

    document = verify_law(statute)
    show_check(document, as_json, "law_verify", failed=not document["same"])


@law.command("coverage")
def law_coverage(as_json: Json = False) -> None:
    """Say what becomes of each provision of the section.

    Exit 1 if one is passed over.
    """
    from lawgate.service.law.coverage import coverage, is_complete

    document = coverage()
    show_check(document, as_json, "law_coverage", failed=not is_complete(document))


@law.command("reference")
def law_reference(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder to write the pages into.")],
    as_of: AsOf = None,
    as_json: Json = False,
) -> None:
    """Write a page for each paragraph.

    It shows the paragraph's elements, its cases and the role of each address.
    """
    from lawgate.service.law.reference import write_reference

    show(write_reference(folder, as_of), as_json, "law_reference")


@law.command("adopt")
def law_adopt(
    adoptions: Annotated[Path, typer.Argument(metavar="ADOPTIONS.json", help="The adopted readings.")],
    key: Annotated[Path, typer.Option(metavar="FILE", help="The official's Ed25519 private key, in PEM.")],
    office: Annotated[str, typer.Option(metavar="OFFICE", help="counsel or privacy_officer.")],
    as_json: Json = False,  # noqa: ARG001 - it is JSON either way
) -> None:
    """Sign adopted readings, and print them."""
    from lawgate.service.law.adoption import sign_adoptions

    print_json(sign_adoptions(adoptions, key=key, office=office))
