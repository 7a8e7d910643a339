"""One determination in a terminal: each row's disposition first, then what it rests on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from rich.console import Group, RenderableType
from rich.text import Text

from lawgate.present.terminal.decided import question_asked, standing
from lawgate.present.terminal.lines import grid, heading, indented, quiet, short_cite, state, text
from lawgate.present.terminal.ways import ways_lines
from lawgate.present.words import (
    ADMISSION,
    DISPOSITION,
    OWNER,
    RESOLUTION,
    TRUTH,
    answer_words,
    because,
    counted,
    number,
    origin,
    readable,
    reading_words,
    row_name,
    word,
)

Document = Mapping[str, Any]
Lines = Iterator[RenderableType]

_OWN = {"item", "period", "held_period", "source"}
"""What tells one row from another that came out the same."""


def determination(document: Document) -> RenderableType:
    """One determination: each row's disposition first, then what it rests on."""
    return Group(
        *standing(f"Request {document['request']}", document),
        *(line for subject in document["subjects"] for line in _subject(subject)),
    )


def _subject(subject: Document) -> Lines:
    admission, status = (
        word(ADMISSION, subject["admission"]),
        word(RESOLUTION, subject["resolution"]["status"]),
    )
    yield heading(f"Subject {subject['ref']}")
    yield Text.assemble(state(subject["admission"], ADMISSION), f". {admission.meaning}")
    for defect in subject["defects"]:
        yield indented(Text.assemble(text(defect["fix"]), " ", quiet(short_cite(defect["cite_text"]))))
    yield from _orders_and_readings(subject)
    yield text(f"{status.name}. {status.meaning}")
    if evidence := subject["resolution"]["evidence"]:
        levels = ", ".join(f"{readable(one['field'])} {readable(one['level'])}" for one in evidence)
        yield indented(quiet(levels))
    for alike in _alike(subject["items"]):
        yield from _rows(alike)
    yield from ways_lines(subject.get("pathways"))


def _alike(rows: Sequence[Document]) -> list[list[Document]]:
    """Rows that came out the same for the same reasons, told once."""
    groups: dict[str, list[Document]] = {}
    for row in rows:
        reasons = {name: value for name, value in row.items() if name not in _OWN}
        groups.setdefault(repr(reasons), []).append(row)
    return list(groups.values())


def _rows(alike: Sequence[Document]) -> Lines:
    item = alike[0]
    yield Text.assemble("\n", state(item["disposition"], DISPOSITION), f": {counted(len(alike), 'row')}")
    for (name, source), count in Counter((row_name(row), origin(row)) for row in alike).items():
        times = f" ({number(count)} times)" if count > 1 else ""
        yield indented(Text.assemble(text(name, "bold"), times, quiet(f"  {source}" if source else "")))
    under = f" Decided under {item['provision_text']}." if item["provision_text"] else ""
    yield indented(text(because(item) + under))
    yield from _orders_and_readings(item)
    if item["elements"]:
        yield indented(_elements(item["elements"]))
    if item["open"]:
        yield indented(heading("Open questions"))
        yield indented(
            grid(["who", "question"], [[_owner(one), question_asked(one)] for one in item["open"]])
        )
    yield from _sets("To disclose, all of:", item["to_disclose"], item["open"])
    yield from _sets("Settles it either way, any one of:", item["settling"], item["open"])
    if item["limits"]:
        yield indented(heading("After disclosure"))
        for limit in item["limits"]:
            yield indented(Text.assemble(text(limit["says"]), " ", quiet(short_cite(limit["cite_text"]))), 2)


def _orders_and_readings(decided: Document) -> Lines:
    if decided["orders"]:
        yield indented(text(f"Orders of a court that bear on this: {', '.join(decided['orders'])}."))
    for question in decided["contested"]:
        yield indented(text(f"Readings differ. {reading_words(question)}"))


def _elements(elements: Sequence[Document]) -> RenderableType:
    return grid(
        ["=met", "demand", "where"],
        [
            [state(one["truth"], TRUTH), _with_reason(one), quiet(short_cite(one["cite_text"]))]
            for one in elements
        ],
    )


def _with_reason(element: Document) -> RenderableType:
    """The reason is shown where it tells more than the demand: where it is not met, or open."""
    label = text(element["label"])
    return label if element["truth"] == "yes" else Group(label, quiet(readable(element["why"])))


def _owner(question: Document) -> Text:
    return text(word(OWNER, question["owner"]).name)


def _sets(lead: str, sets: Sequence[Mapping[str, Sequence[str]]], questions: Sequence[Document]) -> Lines:
    lines = [answer_words(answers, questions) for answers in sets if answers]
    if not lines:
        return
    yield indented(heading(lead))
    for place, answers in enumerate(lines):
        if place and len(answers) > 1:
            yield indented(quiet("or"), 2)
        for question, answer in answers:
            yield indented(Text.assemble(text(question), " ", text(answer, "bold")), 2)
