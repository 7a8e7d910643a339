"""The report of a batch: what became of a request, why, what is missing, and what waits for whom."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from lawgate.present.pages.charts import bar, mark
from lawgate.present.pages.figures import how_to_read, outcomes
from lawgate.present.pages.markup import Column, Content, Markup, el, join, table
from lawgate.present.pages.page import cited, page, section
from lawgate.present.pages.shape import shape_section
from lawgate.present.words import (
    ADMISSION,
    DISPOSITION,
    RESOLUTION,
    TRUTH,
    Word,
    counted,
    item_label,
    listed,
    number,
    share,
)

Summary = Mapping[str, Any]


def report_page(summary: Summary) -> str:
    """A page that stands alone, from the figures of a batch."""
    body = join(
        _outcome(summary),
        _items(summary),
        _elements(summary),
        _defects(summary),
        _open(summary),
        _faults(summary),
        shape_section(summary.get("shape")),
        _how_to_read(),
    )
    request = summary["request"]
    return page(f"Report on {request}", summary, body, heading=f"What became of request {request}")


def _outcome(summary: Summary) -> Markup:
    rows, found = summary["rows"], {key: summary["disposition"][key] for key in DISPOSITION}
    return section(
        "Outcome",
        el("p", _in_a_sentence(summary), class_="sum"),
        outcomes("Rows by outcome", "Rows", DISPOSITION, found, rows),
        el(
            "div",
            _states("Subjects: the request on its own words", ADMISSION, summary["admission"]),
            _states("Subjects: who is named on file", RESOLUTION, summary["resolution"]),
            class_="pair",
        ),
    )


def _in_a_sentence(summary: Summary) -> str:
    admission = summary["admission"]
    asked = counted(summary["subjects"], "subject")
    states = [
        f"{number(count)} {'was' if count == 1 else 'were'} {key}"
        for key in ADMISSION
        if (count := admission[key])
    ]
    subjects = f"Of {asked}, {listed(states)}. " if states else "No subject was asked for. "
    if not summary["rows"]:
        return f"{subjects}No row was decided."
    disclosed, rows = summary["disposition"]["disclose"], counted(summary["rows"], "row")
    return (
        f"{subjects}For the admitted, {rows} {'was' if summary['rows'] == 1 else 'were'} decided, one for each "
        f"item and period: {number(disclosed)} may be disclosed ({share(disclosed, summary['rows'])})."
    )


def _states(caption: str, words: Mapping[str, Word], counts: Mapping[str, int]) -> Markup:
    whole = sum(counts.values())
    return el(
        "div",
        table(
            caption,
            [Column("State"), Column("Share", "bars"), Column("Subjects", "number")],
            [
                [
                    [word.name, el("span", word.meaning, class_="small")],
                    bar({"count": counts[key]}, whole, width=110),
                    number(counts[key]),
                ]
                for key, word in words.items()
            ],
            foot=["All", None, number(whole)],
        ),
    )


def _items(summary: Summary) -> Markup | None:
    by_item = summary["by_item"]
    if not by_item:
        return None
    totals = {key: sum(counts[key] for counts in by_item.values()) for key in DISPOSITION}
    return section(
        "Item by item",
        table(
            "Rows of each item, by outcome",
            [
                Column("Item"),
                Column("Share", "bars"),
                *(Column(mark(key, word.name), "number wraps") for key, word in DISPOSITION.items()),
                Column("All", "number"),
            ],
            [
                [
                    [item_label(item), el("span", el("code", item), class_="small")],
                    *_spread({key: counts[key] for key in DISPOSITION}),
                    number(sum(counts.values())),
                ]
                for item, counts in by_item.items()
            ],
            foot=["All items", *_spread(totals), number(sum(totals.values()))],
        ),
        lead="A row is one item of one subject for one period. Each bar is one item's rows, drawn as shares.",
    )


def _spread(counts: Mapping[str, int]) -> list[Content]:
    return [bar(counts, sum(counts.values())), *(number(count) for count in counts.values())]


def _elements(summary: Summary) -> Markup | None:
    elements = summary["elements"]
    if not elements:
        return None
    provisions = list(dict.fromkeys(element["provision"] for element in elements))
    return section(
        "Why: what the law demands",
        [
            _elements_of(provision, [one for one in elements if one["provision"] == provision])
            for provision in provisions
        ],
        lead="Every demand must be met: a single no withholds the row, whatever else is met. Open counts as neither "
        "yes nor no. A row may fail several demands at once, so the columns do not add up to the rows withheld.",
    )


def _elements_of(provision: str, elements: Sequence[Summary]) -> Markup:
    return table(
        f"Demands of {provision}, and for how many rows each is met",
        [
            Column("Demand"),
            Column("Where it stands", "cites"),
            Column("Share", "bars"),
            *(Column(mark(key, word.name), "number") for key, word in TRUTH.items()),
        ],
        [
            [one["label"], cited(one["cite_text"]), *_spread({key: one[key] for key in TRUTH})]
            for one in elements
        ],
    )


def _defects(summary: Summary) -> Markup:
    defects = summary["defects"]
    if not defects:
        return section("What is missing", el("p", "No subject was returned.", class_="none"))
    most = max(defect["subjects"] for defect in defects)
    return section(
        "What is missing",
        table(
            "Defects of the request, each with its mend",
            [
                Column("Mend"),
                Column("Where it stands", "cites"),
                Column("Size", "bars"),
                Column("Subjects", "number"),
            ],
            [
                [
                    defect["fix"],
                    cited(defect["cite_text"]),
                    bar({"count": defect["subjects"]}, most),
                    number(defect["subjects"]),
                ]
                for defect in defects
            ],
        ),
        lead="These subjects can be asked for again once the request is mended. One subject may have several "
        "defects. Each bar is drawn against the most frequent defect.",
    )


def _open(summary: Summary) -> Markup:
    findings = [one for one in summary["open"] if one["kind"] == "finding"]
    facts = [one for one in summary["open"] if one["kind"] != "finding"]
    if not summary["open"]:
        return section("What waits for an answer", el("p", "No row waits for an answer.", class_="none"))
    most = max(one["rows"] for one in summary["open"])
    return section(
        "What waits for an answer",
        _questions("Questions for an official", findings, most) if findings else None,
        _questions("Facts that the requester, the records or a court must give", facts, most)
        if facts
        else None,
        lead="Only rows that turn on the question are counted; a row may wait for several. An answer to a "
        "question for an official goes into the findings file under the name shown.",
    )


def _questions(caption: str, questions: Sequence[Summary], most: int) -> Markup:
    return table(
        caption,
        [
            Column("Question"),
            Column("Where it stands", "cites"),
            Column("Size", "bars"),
            Column("Rows", "number"),
        ],
        [
            [
                [one["question"], el("span", el("code", one["name"]), class_="small")],
                cited(one["cite_text"]),
                bar({"count": one["rows"]}, most),
                number(one["rows"]),
            ]
            for one in questions
        ],
    )


def _faults(summary: Summary) -> Markup | None:
    faults = summary["faults"]
    if not faults:
        return None
    return section(
        "Faults of the program",
        el(
            "p",
            f"{counted(sum(faults.values()), 'row')} could not be decided and counted as withheld. "
            "Report the fault and decide again.",
            class_="fault",
        ),
        table(
            "Rows not decided, by fault",
            [Column("Fault"), Column("Rows", "number")],
            [[el("code", name), number(count)] for name, count in faults.items()],
        ),
    )


def _how_to_read() -> Markup:
    terms = {
        "Returned": "the request lacks, for this subject, something that the law demands of its own words. "
        "No record was looked at.",
        "Open": "nobody has answered yet. Nothing is disclosed on an open answer.",
        "Finding": "an answer that only an official with authority for that provision can give.",
        "Needs a finding": "findings of officials can settle the row by themselves, with no further fact.",
    }
    return how_to_read(terms)
