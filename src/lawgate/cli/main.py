"""`lawgate`: each command reads its options, calls one service function and prints the answer."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

import typer

from lawgate.errors import LawgateError

app = typer.Typer(
    help="The gate between a tax agency's records and everyone who asks for them (26 U.S.C. 6103).",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
law = typer.Typer(help="The law as it is encoded.", no_args_is_help=True, rich_markup_mode=None)
app.add_typer(law, name="law")

Json = Annotated[bool, typer.Option("--json", help="Print one JSON document and nothing else.")]
AsOf = Annotated[
    str | None, typer.Option("--as-of", metavar="DAY", help="The day whose law decides; default today.")
]
KnownOn = Annotated[
    str | None, typer.Option("--known-on", metavar="DAY", help="What was known by then; default today.")
]
Html = Annotated[Path | None, typer.Option("--html", metavar="FILE", help="Write the answer as a page too.")]
FindingsFile = Annotated[Path | None, typer.Option("--findings", metavar="FILE", help="Officials' answers.")]


@app.command()
def sample(
    out: Annotated[Path, typer.Option(help="The folder to make.")],
    taxpayers: Annotated[int, typer.Option(min=1, help="How many people and entities to invent.")] = 3000,
    subjects: Annotated[int, typer.Option(min=1, help="How many of the batch request's subjects.")] = 200,
    seed: Annotated[int, typer.Option(help="Equal seeds make equal folders.")] = 1,
    as_json: Json = False,
) -> None:
    """Invent people, records, requests and findings, with the truth about them."""
    from lawgate.cli.progress import watch
    from lawgate.service.sample import make_sample

    with watch("people") as progress:
        made = make_sample(out, taxpayers=taxpayers, subjects=subjects, seed=seed, progress=progress)
    _show(made, as_json, "sample")


@app.command()
def decide(
    request: Annotated[Path, typer.Argument(help="The request, as JSON.")],
    records: Annotated[
        Path | None, typer.Option(help="The custodian's folder; without it only admission.")
    ] = None,
    findings: FindingsFile = None,
    as_of: AsOf = None,
    known_on: KnownOn = None,
    html: Html = None,
    as_json: Json = False,
) -> None:
    """Decide one request, item by item, with the reasons."""
    from lawgate.service.contract.write import determination_document
    from lawgate.service.decide import decide as decide_request
    from lawgate.service.pages import write_page

    answer = decide_request(request, records=records, findings=findings, as_of_day=as_of, known_on=known_on)
    document = determination_document(answer)
    write_page(document, html)
    _show(document, as_json, "determination")


@app.command()
def batch(
    request: Annotated[Path, typer.Argument(help="The request, its subjects in a table or inside.")],
    records: Annotated[Path, typer.Option(help="The custodian's folder.")],
    out: Annotated[Path, typer.Option(help="The folder to write.")],
    findings: FindingsFile = None,
    as_of: AsOf = None,
    known_on: KnownOn = None,
    engine: Annotated[str, typer.Option(help="polars")] = "polars",
    as_json: Json = False,
) -> None:
    """Decide a large request into a folder: decisions, summary, defects and a report."""
    from lawgate.cli.progress import watch
    from lawgate.service.batch import BatchOptions, run_batch

    options = BatchOptions(
        records=records, out=out, findings=findings, as_of_day=as_of, known_on=known_on, engine=engine
    )
    with watch("subjects") as progress:
        summary = run_batch(request, options, progress)
    _show(summary, as_json, "batch_summary")


@app.command()
def explain(
    out: Annotated[Path, typer.Argument(help="The folder of a batch.")],
    ref: Annotated[str, typer.Argument(help="The subject's ref.")],
    html: Html = None,
    as_json: Json = False,
) -> None:
    """Explain what a batch decided about one subject."""
    from lawgate.service.batch import explain_row
    from lawgate.service.pages import write_page

    document = explain_row(out, ref)
    write_page(document, html)
    _show(document, as_json, "determination")


@app.command()
def schema(
    name: Annotated[str, typer.Argument(help="request, findings or determination")],
) -> None:
    """Print the JSON Schema of one of the contract's documents."""
    from lawgate.service.schema import schema_of

    _print_json(schema_of(name))


@law.command("list")
def law_list(as_of: AsOf = None, as_json: Json = False) -> None:
    """List every provision that is encoded."""
    from lawgate.service.law import list_law

    _show(list_law(as_of), as_json, "law_list")


@law.command("show")
def law_show(
    cite: Annotated[str, typer.Argument(help="26 USC 6103(i)(2) or /us/usc/t26/s6103/i/2")],
    as_of: AsOf = None,
    as_json: Json = False,
) -> None:
    """Show one provision in plain words."""
    from lawgate.service.law import show_law

    _show(show_law(cite, as_of), as_json, "law_show")


@law.command("items")
def law_items(as_json: Json = False) -> None:
    """List the data items and where a row can come from."""
    from lawgate.service.law import list_items

    _show(list_items(), as_json, "items")


@law.command("vocab")
def law_vocab(as_json: Json = False) -> None:
    """List every question, who may answer it, and its values."""
    from lawgate.service.law import list_vocabulary

    _show(list_vocabulary(), as_json, "vocabulary")


def _show(document: dict[str, Any], as_json: bool, view: str) -> None:
    if as_json:
        _print_json(document)
        return
    from lawgate.cli.show import show

    show(document, view)


def _print_json(document: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(document, indent=1, ensure_ascii=False) + "\n")


def main() -> None:
    """Run a command; what somebody gave us that cannot be read ends in one line and exit 2."""
    sys.exit(_run(app))


_UsageError: Any = typer.BadParameter.__mro__[1]
"""A command in words that it does not know; of this family typer makes only the one kind public."""


def _run(command: Callable[..., Any]) -> int:
    try:
        return int(command(standalone_mode=False) or 0)
    except LawgateError as error:
        return _refuse(error.line())
    except _UsageError as error:
        return _refuse_usage(error)
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else 2
    except Exception as fault:  # noqa: BLE001 - no traceback reaches a user, and its text may hold a name
        sys.stderr.write(f"lawgate: a fault of the program ({type(fault).__name__}); nothing was released\n")
        return 3


def _refuse_usage(error: Any) -> int:
    told = error.format_message()
    if told.startswith("Usage:"):
        sys.stderr.write(f"{told}\n")
        return 2
    path = error.ctx.command_path if error.ctx else "lawgate"
    return _refuse(f"{path.partition(' ')[2] or 'command'}: {told.rstrip('.')}; see {path} --help")


def _refuse(line: str) -> int:
    """One line, whatever signs stand in what was given."""
    sys.stderr.write("lawgate: " + "".join(sign if sign.isprintable() else " " for sign in line) + "\n")
    return 2


if __name__ == "__main__":
    main()
