"""What `lawgate review` shows in a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from rich.console import Group, RenderableType

from lawgate.present.terminal.lines import facts, grid, heading, indented, quiet, text
from lawgate.present.words import SYNTHETIC, counted, listed, number, share

Document = Mapping[str, Any]

STATES = {
    "match": "Two reviewers say match",
    "no_match": "Two reviewers say no match",
    "conflict": "Reviewers differ: a third is to look",
    "untold": "A reviewer cannot tell: ask the requester for more",
    "waiting": "Fewer than two reviewers have looked",
}


def review_packet(document: Document) -> RenderableType:
    """What was written for reviewers, and what they cannot settle."""
    told = f"{counted(document['pairs'], 'pair')} of {counted(document['subjects'], 'subject')}"
    return Group(
        text(f"Pairs for review, request {document['request']}", "bold"),
        text(SYNTHETIC, "yellow"),
        facts([("as of", document["as_of"]), ("written", told)]),
        *_for_the_requester(document["for_the_requester"]),
        quiet("The folder shows records. Give it to reviewers only, and remove it when they are done."),
    )


def review_recorded(document: Document) -> RenderableType:
    """What was recorded, and how the pairs stand now."""
    told = f"{counted(document['recorded'], 'decision')}, {number(document['already'])} recorded before"
    return Group(text(f"Recorded: {told}", "bold"), *_standing(document))


def review_agreement(document: Document) -> RenderableType:
    """How the pairs stand, and agreement between reviewers."""
    return Group(*_standing(document), *_agreement(document))


def _for_the_requester(refs: list[str]) -> Iterator[RenderableType]:
    if refs:
        yield heading("Not for reviewers: the number stated is another's. The requester must mend these.")
        yield indented(text(listed(refs)))


def _standing(document: Document) -> Iterator[RenderableType]:
    yield heading(f"Pairs: {number(document['pairs'])}")
    yield grid(
        ["", ">pairs"],
        [[text(STATES[key]), text(number(count))] for key, count in document["states"].items()],
        head=False,
    )
    for key, pairs in document["open"].items():
        if pairs:
            yield indented(quiet(f"{STATES[key]}: {' '.join(pair[:12] for pair in pairs)}"))


def _agreement(document: Document) -> Iterator[RenderableType]:
    yield heading("Agreement between reviewers, on the pairs that both judged first")
    yield grid(
        ["reviewers", ">pairs", ">agree", ">kappa", ">match"],
        [
            [
                text(name),
                text(number(one["pairs"])),
                text(_share(one["observed"])),
                text(_kappa(one["kappa"])),
                text(_share(one["prevalence"])),
            ]
            for name, one in _named(document)
        ],
    )
    yield quiet(
        "Kappa is agreement beyond chance, not shown for few pairs. Where nearly all answers are alike it is "
        "low even for reviewers who hardly differ: read it beside the share of match."
    )


def _named(document: Document) -> Iterator[tuple[str, Document]]:
    for one in document["reviewers"]:
        yield listed(one["reviewers"]), one
    yield "all", document["overall"]


def _share(value: float | None) -> str:
    return "–" if value is None else share(round(value * 10_000), 10_000)


def _kappa(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}"
