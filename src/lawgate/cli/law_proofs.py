"""`lawgate law prove` and `lawgate law diff`: what always holds of the law, and what a change in it changes."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import Annotated

import typer

from lawgate.cli.options import AgreementName, AsOf, Json, ReadingOption
from lawgate.cli.show import show, show_check
from lawgate.errors import InputError

SOLVERS = ("z3", "cvc5")


def law_prove(
    as_of: AsOf = None,
    reading: ReadingOption = None,
    only: Annotated[str | None, typer.Option(metavar="NAME", help="Prove this invariant alone.")] = None,
    out: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Write a script a claim, and what it proves.")
    ] = None,
    both: Annotated[
        bool, typer.Option("--both", help="Ask the second solver too; the two must agree.")
    ] = False,
    analyse: Annotated[
        bool, typer.Option("--analyse", help="Say besides which conditions never decide an outcome.")
    ] = False,
    cases: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Keep each request for which an invariant fails.")
    ] = None,
    replay: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Try a kept request again, and prove nothing.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Prove what holds for every request there could be.

    Exit 1, with the requests for which it fails, if anything does not hold.
    """
    _demand_solvers()
    if replay is not None:
        _replay(replay, as_of, reading, as_json=as_json)
        return
    from lawgate.service.law.prove import ProveOptions, prove_law

    options = ProveOptions(
        as_of_day=as_of, readings=reading, only=only, out=out, cases=cases, both=both, analyse=analyse
    )
    document = prove_law(options)
    show_check(document, as_json, "law_prove", failed=bool(document["failed"]))


def _replay(path: Path, as_of: str | None, reading: list[str] | None, *, as_json: bool) -> None:
    from lawgate.service.law.cases import replay_case

    document = replay_case(path, as_of_day=as_of, readings=reading)
    show_check(document, as_json, "law_replay", failed=bool(document["fails"]))


def law_diff(
    days: Annotated[
        list[str] | None,
        typer.Argument(metavar="[DAY DAY]", help="Two days, as 2025-08-01 2026-03-01; default today."),
    ] = None,
    reading: Annotated[
        list[str] | None,
        typer.Option(
            "--reading", metavar="Q3=R1,R3", help="Compare these two readings, or follow one on both."
        ),
    ] = None,
    tree: Annotated[
        Path | None,
        typer.Option("--tree", metavar="DIR", help="Compare the law of this working tree with that of ours."),
    ] = None,
    lift: Annotated[
        list[str] | None,
        typer.Option("--lift", metavar="ORDER", help="Take this order as lifted on the second side."),
    ] = None,
    agreement: AgreementName = None,
    stored: Annotated[
        Path | None,
        typer.Option("--stored", metavar="DIR", help="Count the determinations here that would change."),
    ] = None,
    as_json: Json = False,
) -> None:
    """List what changed in outcome between two days or readings.

    Or orders, or trees of the law; each way with a request that shows it.
    """
    _demand_solvers()
    from lawgate.service.law.diff import DiffOptions, diff_law

    options = DiffOptions(
        days=days or (),
        readings=reading or (),
        tree=tree,
        lifted=lift or (),
        agreement=agreement,
        stored=stored,
    )
    show(diff_law(options), as_json, "law_diff")


def _demand_solvers() -> None:
    missing = [name for name in SOLVERS if find_spec(name) is None]
    if missing:
        raise InputError(
            f"{' and '.join(missing)} is not installed",
            where="law",
            mend="install lawgate with its extra `proofs`",
        )
