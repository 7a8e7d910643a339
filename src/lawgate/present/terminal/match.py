"""A match and a calibration in a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from rich.console import Group, RenderableType

from lawgate.present.match_words import BASES, FAMILIES, percent
from lawgate.present.pages.calibration import claim_words
from lawgate.present.terminal.lines import bar, facts, grid, heading, indented, quiet, shared, state, text
from lawgate.present.words import RESOLUTION, SYNTHETIC, number

Document = Mapping[str, Any]
Lines = Iterator[RenderableType]


def match(summary: Document) -> RenderableType:
    """The figures of a match, and of the controls where some were asked."""
    return Group(
        text("Who is named", "bold"),
        *([text(SYNTHETIC, "yellow")] if summary["synthetic"] else []),
        facts(
            [
                ("records", number(summary["records"])),
                ("policy", summary["policy"]),
                ("as of", summary["as_of"]),
            ]
        ),
        *_statuses(summary),
        *_calibration(summary),
    )


def _statuses(summary: Document) -> Lines:
    whole, counts = summary["subjects"], summary["status"]
    if not whole:
        return
    yield heading(f"Subjects: {number(whole)}")
    yield grid(
        ["=", ">", ">", "="],
        [
            [
                state(key, RESOLUTION),
                text(number(counts[key])),
                shared(counts[key], whole),
                bar(counts[key], whole),
            ]
            for key in counts
        ],
        head=False,
    )
    if summary["ceiling"] is None:
        yield quiet("Not calibrated: nothing is known of how often this errs on these records.")
    else:
        yield text(
            f"Held back by the ceiling of {percent(summary['ceiling'])}: {number(summary['held_back'])}"
        )


def _calibration(summary: Document) -> Lines:
    found, ceiling = summary["calibration"], summary["ceiling"]
    if found is None:
        return
    yield heading("Controls: people whom the records do not hold")
    yield _families(found["families"])
    yield text(claim_words(found), "bold")
    yield heading(f"What a match rests on, against the ceiling of {percent(ceiling)}")
    yield grid(
        ["basis", ">at most", "without a person"],
        [
            [text(BASES[one["basis"]].name), text(percent(one["claim"])),
             text("yes", "green") if one["claim"] <= ceiling else text("no", "red")]
            for one in found["bases"]
        ],
    )  # fmt: skip
    yield indented(quiet("Every bound holds with a confidence of 95%."), 0)


def _families(families: Sequence[Document]) -> RenderableType:
    return grid(
        ["family", ">asked", ">matched", ">counted as", ">at most"],
        [
            [
                text(FAMILIES[one["family"]].name),
                text(number(one["asked"])),
                text(number(one["errors"])),
                text("1" if one["scale"] == 1.0 else f"{one['scale']:.2g}"),
                text(percent(one["bound"])),
            ]
            for one in families
        ],
    )
