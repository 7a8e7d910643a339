"""The figures of a batch, and of a list of addresses, in a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from rich.console import Group, RenderableType
from rich.text import Text

from lawgate.present.terminal.decided import question_asked, standing
from lawgate.present.terminal.lines import bar, grid, heading, quiet, shared, short_cite, state, text
from lawgate.present.terminal.shape import shape_lines
from lawgate.present.words import (
    ADDRESS,
    ADMISSION,
    DISPOSITION,
    RESOLUTION,
    TRUTH,
    Word,
    counted,
    item_label,
    number,
)

Document = Mapping[str, Any]
Lines = Iterator[RenderableType]


def batch_summary(summary: Document) -> RenderableType:
    """The figures of a batch."""
    return Group(
        *standing(f"Batch {summary['request']}", summary),
        *shape_lines(summary.get("shape")),
        *_counts("Subjects", ADMISSION, summary["admission"]),
        *_counts("Who is named", RESOLUTION, summary["resolution"]),
        *_counts("Rows", DISPOSITION, summary["disposition"]),
        *_by_item(summary["by_item"]),
        *_elements_failing(summary["elements"]),
        *_defects([(one["fix"], one["cite_text"], number(one["subjects"])) for one in summary["defects"]]),
        *_waiting(summary["open"]),
        *_faults(summary["faults"]),
    )


def addresses(summary: Document) -> RenderableType:
    """How many texts of a list are addresses."""
    return Group(*_counts("Addresses", ADDRESS, summary["outcomes"]))


def _counts(title: str, words: Mapping[str, Word], counts: Mapping[str, int]) -> Lines:
    whole = sum(counts.values())
    yield heading(f"{title}: {number(whole)}")
    yield grid(
        ["=", ">", ">", "="],
        [
            [
                state(key, words),
                text(number(counts[key])),
                shared(counts[key], whole),
                bar(counts[key], whole, key),
            ]
            for key in words
        ],
        head=False,
    )


def _by_item(by_item: Mapping[str, Mapping[str, int]]) -> Lines:
    if by_item:
        yield heading("Rows of each item")
        yield grid(
            ["item", ">disclose", ">finding", ">more", ">withhold"],
            [
                [text(item_label(item)), *(text(number(counts[key])) for key in DISPOSITION)]
                for item, counts in by_item.items()
            ],
        )


def _elements_failing(elements: Sequence[Document]) -> Lines:
    turning = [element for element in elements if element["no"] or element["open"]]
    if not elements:
        return
    met = len(elements) - len(turning)
    yield heading("Demands of the law that some row does not meet, or that are open")
    if turning:
        yield grid(
            ["demand", ">yes", ">no", ">open"],
            [
                [Text.assemble(text(one["label"]), " ", quiet(short_cite(one["cite_text"]))),
                 *(text(number(one[key])) for key in TRUTH)]
                for one in turning
            ],
        )  # fmt: skip
    yield quiet(f"{counted(met, 'further demand')} met by every row.")


def _defects(defects: Sequence[tuple[str, str, str]]) -> Lines:
    if defects:
        yield heading("What the request lacks")
        yield grid(
            [">subjects", "mend"],
            [
                [text(count), Text.assemble(text(fix), " ", quiet(short_cite(cite)))]
                for fix, cite, count in defects
            ],
        )


def _waiting(questions: Sequence[Document]) -> Lines:
    for kind, title in (("finding", "Questions for an official"), ("fact", "Facts still to be given")):
        asked = [question for question in questions if question["kind"] == kind]
        if asked:
            yield heading(title)
            yield grid(
                [">rows", "question"], [[text(number(one["rows"])), question_asked(one)] for one in asked]
            )


def _faults(faults: Mapping[str, int]) -> Lines:
    if faults:
        yield heading("Faults of the program: these rows were not decided and count as withheld")
        yield grid(
            [">rows", "fault"], [[text(number(count)), text(name, "red")] for name, count in faults.items()]
        )
