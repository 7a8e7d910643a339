"""`lawgate review`: pairs that only people can judge, their decisions, and how far they agree."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from lawgate.cli.options import AsOf, FindingsFile, Json, ReviewsFile
from lawgate.cli.show import show

review = typer.Typer(help="Pairs that people must compare.", no_args_is_help=True, rich_markup_mode=None)

Folder = Annotated[Path, typer.Argument(metavar="DIR", help="The folder that review pairs wrote.")]


@review.command("pairs")
def review_pairs(
    request: Annotated[Path, typer.Argument(metavar="REQUEST.json", help="The request.")],
    records: Annotated[Path, typer.Option(metavar="DIR", help="The custodian's folder.")],
    out: Annotated[Path, typer.Option(metavar="DIR", help="The folder to write; it will show records.")],
    findings: FindingsFile = None,
    reviews: ReviewsFile = None,
    as_of: AsOf = None,
    as_json: Json = False,
) -> None:
    """Write the pairs that need a person.

    A page, a table and JSON, blind to any score.
    """
    from lawgate.service.match.review import PacketOptions, write_pairs

    options = PacketOptions(records=records, out=out, findings=findings, reviews=reviews, as_of_day=as_of)
    show(write_pairs(request, options), as_json, "review_packet")


@review.command("record")
def review_record(
    folder: Folder,
    decisions: Annotated[
        Path, typer.Argument(metavar="DECISIONS", help="One reviewer's decisions, as JSON or CSV.")
    ],
    as_json: Json = False,
) -> None:
    """Record a reviewer's decisions.

    Or tell every fault in them, and record nothing.
    """
    from lawgate.service.match.review import record_reviews

    show(record_reviews(folder, decisions), as_json, "review_recorded")


@review.command("agreement")
def review_agreement(folder: Folder, as_json: Json = False) -> None:
    """Show what is settled, and how far reviewers agree."""
    from lawgate.service.match.review import measure_agreement

    show(measure_agreement(folder), as_json, "review_agreement")
