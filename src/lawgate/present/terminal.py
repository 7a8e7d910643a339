"""What the command line shows: one function for each document, each giving something that rich prints."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from rich.console import Group, RenderableType
from rich.text import Text

from lawgate.present.lines import bar, facts, grid, heading, indented, quiet, shared, state, text
from lawgate.present.terminal_accounting import account_written, accounting, exported
from lawgate.present.terminal_audit import audit_release, audit_rows, audit_summary, differences
from lawgate.present.terminal_handover import (
    exchanged,
    key_made,
    key_shown,
    opened,
    received,
    reconciled,
    registered,
    rotated,
    stated,
    trust_made,
)
from lawgate.present.terminal_history import law_coverage, law_timeline, law_verify
from lawgate.present.terminal_law import items, law_list, law_reference, law_show, vocabulary
from lawgate.present.terminal_ledger import ledger_prove, ledger_verify
from lawgate.present.terminal_match import match
from lawgate.present.terminal_proofs import law_diff, law_prove, law_replay
from lawgate.present.terminal_review import review_agreement, review_packet, review_recorded
from lawgate.present.terminal_shape import shape_alone, shape_lines
from lawgate.present.ways import ways_lines
from lawgate.present.words import (
    ADDRESS,
    ADMISSION,
    DISPOSITION,
    HYPOTHETICAL,
    OWNER,
    RESOLUTION,
    SYNTHETIC,
    TRUTH,
    Word,
    answer_words,
    because,
    counted,
    item_label,
    law_words,
    number,
    origin,
    readable,
    reading_words,
    row_name,
    word,
)

__all__ = [
    "account_written",
    "accounting",
    "addresses",
    "audit_release",
    "audit_rows",
    "audit_summary",
    "batch_summary",
    "determination",
    "differences",
    "exchanged",
    "exported",
    "items",
    "key_made",
    "key_shown",
    "law_coverage",
    "law_diff",
    "law_list",
    "law_prove",
    "law_reference",
    "law_replay",
    "law_show",
    "law_timeline",
    "law_verify",
    "ledger_prove",
    "ledger_verify",
    "match",
    "opened",
    "received",
    "reconciled",
    "registered",
    "review_agreement",
    "review_packet",
    "review_recorded",
    "rotated",
    "sample",
    "shape_alone",
    "stated",
    "trust_made",
    "vocabulary",
]

Document = Mapping[str, Any]
Lines = Iterator[RenderableType]

_OWN = {"item", "period", "held_period", "source"}
"""What tells one row from another that came out the same."""


def addresses(summary: Document) -> RenderableType:
    """How many texts of a list are addresses."""
    return Group(*_counts("Addresses", ADDRESS, summary["outcomes"]))


def batch_summary(summary: Document) -> RenderableType:
    """The figures of a batch."""
    return Group(
        *_top(f"Batch {summary['request']}", summary),
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


def determination(document: Document) -> RenderableType:
    """One determination: each row's disposition first, then what it rests on."""
    return Group(
        *_top(f"Request {document['request']}", document),
        *(line for subject in document["subjects"] for line in _subject(subject)),
    )


def sample(document: Document) -> RenderableType:
    """What a sample folder holds and where."""
    return Group(
        text(SYNTHETIC, "bold"),
        facts(
            (readable(name), number(value) if isinstance(value, int) else str(value))
            for name, value in document.items()
        ),
    )


def _top(title: str, document: Document) -> Lines:
    yield text(title, "bold")
    if document.get("synthetic"):
        yield text(SYNTHETIC, "yellow")
    if document["hypothetical"]:
        yield text(HYPOTHETICAL, "bold red")
    yield facts(
        [
            ("law as of", f"{document['as_of']}, known on {document['known_on']}"),
            *law_words(document["law"]),
            ("corpus", document["corpus"]),
        ]
    )


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
                [Text.assemble(text(one["label"]), " ", quiet(_short(one["cite_text"]))),
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
                [text(count), Text.assemble(text(fix), " ", quiet(_short(cite)))]
                for fix, cite, count in defects
            ],
        )


def _waiting(questions: Sequence[Document]) -> Lines:
    for kind, title in (("finding", "Questions for an official"), ("fact", "Facts still to be given")):
        asked = [question for question in questions if question["kind"] == kind]
        if asked:
            yield heading(title)
            yield grid([">rows", "question"], [[text(number(one["rows"])), _question(one)] for one in asked])


def _question(question: Document) -> Group:
    cite = f" {_short(question['cite_text'])}" if question["cite_text"] else ""
    return Group(text(question["question"]), quiet(f"{question['name']}{cite}"))


def _faults(faults: Mapping[str, int]) -> Lines:
    if faults:
        yield heading("Faults of the program: these rows were not decided and count as withheld")
        yield grid(
            [">rows", "fault"], [[text(number(count)), text(name, "red")] for name, count in faults.items()]
        )


def _subject(subject: Document) -> Lines:
    admission, status = (
        word(ADMISSION, subject["admission"]),
        word(RESOLUTION, subject["resolution"]["status"]),
    )
    yield heading(f"Subject {subject['ref']}")
    yield Text.assemble(state(subject["admission"], ADMISSION), f". {admission.meaning}")
    for defect in subject["defects"]:
        yield indented(Text.assemble(text(defect["fix"]), " ", quiet(_short(defect["cite_text"]))))
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
        yield indented(grid(["who", "question"], [[_owner(one), _question(one)] for one in item["open"]]))
    yield from _sets("To disclose, all of:", item["to_disclose"], item["open"])
    yield from _sets("Settles it either way, any one of:", item["settling"], item["open"])
    if item["limits"]:
        yield indented(heading("After disclosure"))
        for limit in item["limits"]:
            yield indented(Text.assemble(text(limit["says"]), " ", quiet(_short(limit["cite_text"]))), 2)


def _orders_and_readings(decided: Document) -> Lines:
    if decided["orders"]:
        yield indented(text(f"Orders of a court that bear on this: {', '.join(decided['orders'])}."))
    for question in decided["contested"]:
        yield indented(text(f"Readings differ. {reading_words(question)}"))


def _elements(elements: Sequence[Document]) -> RenderableType:
    return grid(
        ["=met", "demand", "where"],
        [
            [state(one["truth"], TRUTH), _with_reason(one), quiet(_short(one["cite_text"]))]
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


def _short(cite_text: str) -> str:
    """A cite without the title that all of them share: 6103(i)(2)(B)."""
    return cite_text.removeprefix("26 U.S.C. ")
