"""Which pathway, as a page and a terminal tell it: what opens, what comes near, what is missing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from rich.console import RenderableType
from rich.text import Text

from lawgate.present.charts import mark
from lawgate.present.lines import grid, heading, indented, quiet, state, text
from lawgate.present.markup import Column, Markup, el, join, table
from lawgate.present.page import cited
from lawgate.present.words import TRUTH, answer_words, clean, counted, item_label, listed, readable, word

Document = Mapping[str, Any]

TITLE = "Which pathway"
FOR_THE_OFFICE = "For the office's own use: nothing of this is told outside."


def ways_lines(ways: Document | None) -> Iterator[RenderableType]:
    """The part of a terminal view; nothing where the request names its paragraph."""
    if ways is None:
        return
    yield heading(TITLE)
    yield text(_summary(ways))
    yield quiet(FOR_THE_OFFICE)
    if ways["open"]:
        yield indented(
            grid(
                [">rows", "opens under", "because it opens for"],
                [[text(str(len(one["rows"]))), _named(one), quiet(_width(one))] for one in ways["open"]],
            )
        )
    for near in ways["near"]:
        yield Text.assemble("\n", text("Near: ", "bold"), _named(near), quiet(f"  for {_row(near)}"))
        yield indented(
            grid(["=met", "missing"], [[state(one["truth"], TRUTH), _lacks(one)] for one in near["missing"]])
        )
        for hindrance in _hindrances(near):
            yield indented(text(hindrance))
        for line in _answer_lines(near):
            yield indented(text(line), 2)


def ways_section(ways: Document | None) -> Markup | None:
    """The part of a page; nothing where the request names its paragraph."""
    if ways is None:
        return None
    return el(
        "section",
        el("h3", TITLE),
        el("p", _summary(ways)),
        el("p", FOR_THE_OFFICE, class_="small"),
        _open_table(ways["open"]),
        [_near_part(near) for near in ways["near"]],
    )


def _open_table(opening: Sequence[Document]) -> Markup | None:
    if not opening:
        return None
    return table(
        "Pathways that open, the narrowest first",
        [Column("Pathway"), Column("Rows"), Column("How narrow")],
        [
            [
                [cited(one["cite_text"]), el("span", one["heading"], class_="small")],
                str(len(one["rows"])),
                _width(one),
            ]
            for one in opening
        ],
        kind="dense",
    )


def _near_part(near: Document) -> Markup:
    answers = _answer_lines(near)
    return join(
        table(
            f"Near: {near['heading']}, for {_row(near)}",
            [
                Column("Missing"),
                Column("Met?", "mark"),
                Column("Where it stands", "cites"),
                Column("Why, and the mend"),
            ],
            [
                [
                    one["label"],
                    mark(one["truth"], word(TRUTH, one["truth"]).name),
                    cited(one["cite_text"]),
                    _why(one),
                ]
                for one in near["missing"]
            ],
            kind="dense",
        ),
        [el("p", hindrance) for hindrance in _hindrances(near)],
        el("ul", [el("li", line) for line in answers]) if answers else None,
    )


def _summary(ways: Document) -> str:
    narrowest = ways["narrowest"]
    tried = f"The request names no paragraph; {counted(ways['tried'], 'pathway was', 'pathways were')} tried."
    if ways.get("fault"):
        said = f"What opens could not be made out because of a fault of the program ({clean(ways['fault'])})."
    elif narrowest:
        said = f"The narrowest that suffices is {narrowest['cite_text']}: {clean(narrowest['because'])}."
    elif ways["open"]:
        said = "No pathway alone opens all that can go; each row names the narrowest that opens it."
    else:
        said = "None opens."
    return f"{tried} {said}"


def _named(one: Document) -> Text:
    return Text.assemble(text(one["cite_text"].removeprefix("26 U.S.C. "), "bold"), " ", text(one["heading"]))


def _row(near: Document) -> str:
    label = item_label(near["item"])
    return f"{label}, {clean(near['period'])}" if near["period"] else label


def _width(one: Document) -> str:
    """The criteria of narrowness in their order."""
    width = one["narrowness"]
    whom = "an extract of a group" if width["extract"] else "a person named"
    counts = [
        counted(width["kinds"], "kind of item", "kinds of item"),
        counted(width["elements"], "element"),
        counted(width["limits"], "limit"),
    ]
    return f"{whom}; {counts[0]}; to {clean(width['recipients'])}; {listed(counts[1:])}"


def _lacks(missing: Document) -> RenderableType:
    return Text.assemble(
        text(missing["label"]),
        " ",
        quiet(missing["cite_text"].removeprefix("26 U.S.C. ")),
        "\n",
        quiet(_why(missing)),
    )


def _why(missing: Document) -> str:
    why = readable(missing["why"])
    return f"{why}. {clean(missing['mend'])}" if missing["mend"] and missing["truth"] == "no" else why


def _hindrances(near: Document) -> Iterator[str]:
    """What keeps the pathway closed whatever is answered."""
    if near["orders"]:
        yield f"Orders of a court forbid it: {', '.join(near['orders'])}."
    if near["kept_apart"]:
        yield "It stays closed because the request asks for an extract, which joins no other answer."
    if not near["answers"] and near["missing"]:
        yield "No answers of this request can make all of it out."


def _answer_lines(near: Document) -> list[str]:
    """Each smallest set of answers in a line."""
    lines = []
    for answers in near["answers"]:
        said = [f"{question} {answer}" for question, answer in answer_words(answers, near["asks"])]
        lines.append(f"It would open on: {'; '.join(said)}.")
    return lines
