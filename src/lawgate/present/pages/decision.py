"""The page of one determination: for each subject and each row the disposition first, then what it rests on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from lawgate.present.pages.charts import mark
from lawgate.present.pages.markup import Column, Content, Markup, el, join, table
from lawgate.present.pages.page import cited, page
from lawgate.present.pages.ways import ways_section
from lawgate.present.words import (
    ADMISSION,
    DISPOSITION,
    OWNER,
    RESOLUTION,
    TRUTH,
    answer_words,
    because,
    counted,
    listed,
    origin,
    readable,
    reading_words,
    row_name,
    tally,
    word,
)

Document = Mapping[str, Any]


def decision_page(document: Document) -> str:
    """A page that stands alone, from one determination."""
    subjects = document["subjects"]
    body = join(
        _overview(subjects),
        [_subject(place, subject) for place, subject in enumerate(subjects, 1)],
    )
    request = document["request"]
    return page(f"Determination of {request}", document, body, heading=f"Determination of request {request}")


def _overview(subjects: Sequence[Document]) -> Markup:
    rows = [
        [
            el("a", f"Subject {subject['ref']}", href=f"#subject-{place}"),
            mark(subject["admission"], word(ADMISSION, subject["admission"]).name),
            word(RESOLUTION, subject["resolution"]["status"]).name,
            tally(subject["items"]) or "No row",
        ]
        for place, subject in enumerate(subjects, 1)
    ]
    columns = [Column("Subject"), Column("The request"), Column("Who is named"), Column("Rows")]
    return el(
        "section",
        el("h2", "Outcome"),
        table(f"{counted(len(subjects), 'subject')} and what became of each", columns, rows),
    )


def _subject(place: int, subject: Document) -> Markup:
    admission = word(ADMISSION, subject["admission"])
    return el(
        "section",
        el("h2", f"Subject {subject['ref']}"),
        el("p", mark(subject["admission"], admission.name), class_="said"),
        el("p", admission.meaning, class_="why"),
        _defects(subject["defects"]),
        _orders(subject["orders"]),
        _contested(subject["contested"]),
        _outcomes(place, subject["items"]),
        _resolution(subject["resolution"]),
        ways_section(subject.get("pathways")),
        [_row(f"subject-{place}-row-{number}", item) for number, item in enumerate(subject["items"], 1)],
        class_="subject",
        id=f"subject-{place}",
    )


def _defects(defects: Sequence[Document]) -> Markup | None:
    if not defects:
        return None
    return table(
        "What the request lacks, each with its mend",
        [Column("Mend"), Column("Where it stands", "cites")],
        [[defect["fix"], cited(defect["cite_text"])] for defect in defects],
    )


def _orders(orders: Sequence[str]) -> Markup | None:
    return el("p", f"Orders of a court that bear on this: {listed(list(orders))}.") if orders else None


def _contested(contested: Sequence[Any]) -> Markup | None:
    if not contested:
        return None
    return join(
        el("p", "The outcome turns on questions on which readings of the law differ:"),
        el("ul", [el("li", reading_words(question)) for question in contested]),
    )


def _resolution(resolution: Document) -> Markup:
    status = word(RESOLUTION, resolution["status"])
    settles = [readable(one) for one in resolution.get("settles", ())]
    further = {
        "record": resolution.get("taxpayer_id"),
        "address held": resolution.get("address_held"),
        "rule": resolution.get("rule"),
        "policy": resolution.get("policy"),
        "any one of these alone would settle it": listed(settles, "or"),
    }
    stated = "; ".join(f"{name}: {readable(value)}" for name, value in further.items() if value)
    said = el(
        "p", el("b", f"Who is named: {status.name}. "), status.meaning, f" ({stated})" if stated else ""
    )
    evidence = resolution["evidence"]
    if not evidence:
        return said
    noted = any(one["note"] for one in evidence)
    return join(
        said,
        table(
            "How what the request gives agrees with the record (levels only)",
            [Column("Field"), Column("Agreement"), *([Column("Note")] if noted else [])],
            [
                [readable(one["field"]), readable(one["level"]), *([one["note"]] if noted else [])]
                for one in evidence
            ],
            kind="dense narrow",
        ),
    )


def _outcomes(place: int, items: Sequence[Document]) -> Markup | None:
    if not items:
        return None
    return table(
        f"What becomes of each item ({counted(len(items), 'row')})",
        [Column("Item and period", "wide"), Column("Outcome", "words"), Column("Because")],
        [
            [
                [
                    el("a", row_name(item), href=f"#subject-{place}-row-{number}"),
                    el("span", origin(item), class_="small"),
                ],
                _disposition(item),
                because(item),
            ]
            for number, item in enumerate(items, 1)
        ],
    )


def _disposition(item: Document) -> Markup:
    return mark(item["disposition"], word(DISPOSITION, item["disposition"]).name)


def _row(anchor: str, item: Document) -> Markup:
    return el(
        "article",
        el("h3", row_name(item)),
        el("p", _disposition(item), class_="said"),
        el("p", because(item), class_="why"),
        el("p", _origin(item), class_="small"),
        _orders(item["orders"]),
        _contested(item["contested"]),
        _elements(item),
        _open(item["open"]),
        _sets("It would be disclosed on:", item["to_disclose"], item["open"]),
        _sets(
            "The smallest sets of answers that settle it, for or against; any one will do:",
            item["settling"],
            item["open"],
        ),
        _limits(item["limits"]),
        class_=f"row {item['disposition']}",
        id=anchor,
    )


def _origin(item: Document) -> list[Content]:
    asked = f"Decided under {item['provision_text']}" if item["provision_text"] else ""
    held = f"held for {item['held_period']}" if item["held_period"] else ""
    said = "; ".join(part for part in (asked, held, origin(item)) if part)
    return [f"{said}. " if said else "", el("code", item["item"])]


def _elements(item: Document) -> Markup | None:
    if not item["elements"]:
        return None
    return table(
        f"Demands of {item['provision_text'] or 'the law'}",
        [Column("Demand"), Column("Met?", "mark"), Column("Where it stands", "cites"), Column("Why")],
        [
            [
                element["label"],
                mark(element["truth"], word(TRUTH, element["truth"]).name),
                cited(element["cite_text"]),
                readable(element["why"]),
            ]
            for element in item["elements"]
        ],
        kind="dense",
    )


def _open(questions: Sequence[Document]) -> Markup | None:
    if not questions:
        return None
    return table(
        "Questions still open",
        [
            Column("Question"),
            Column("Who answers"),
            Column("Where it stands", "cites"),
            Column("Answers that alone settle it"),
        ],
        [
            [
                [question["question"], el("span", el("code", question["name"]), class_="small")],
                _who(question["owner"]),
                cited(question["cite_text"]),
                _settles(question["settles"]),
            ]
            for question in questions
        ],
        kind="dense",
    )


def _who(owner: str) -> list[Content]:
    said = word(OWNER, owner)
    return [said.name, el("span", said.meaning, class_="small")]


def _settles(settles: Mapping[str, str]) -> str:
    by_outcome = {
        outcome: [readable(value) for value, leads_to in settles.items() if leads_to == outcome]
        for outcome in dict.fromkeys(settles.values())
    }
    said = [f"{listed(values, 'or')}: {readable(outcome)}" for outcome, values in by_outcome.items()]
    return "; ".join(said) or "none alone"


def _sets(lead: str, sets: Sequence[Mapping[str, list[str]]], questions: Sequence[Document]) -> Markup | None:
    lines = [answer_words(answers, questions) for answers in sets if answers]
    if not lines:
        return None
    return join(el("p", lead, class_="over"), el("ul", [el("li", _answers(line)) for line in lines]))


def _answers(line: Sequence[tuple[str, str]]) -> Content:
    said = [[f"{question} ", el("b", answer)] for question, answer in line]
    if len(said) == 1:
        return said[0]
    return ["Together:", el("ul", [el("li", one) for one in said])]


def _limits(limits: Sequence[Document]) -> Markup | None:
    if not limits:
        return None
    return table(
        "After disclosure the recipient is bound by",
        [Column("Limit"), Column("Where it stands", "cites")],
        [[limit["says"], cited(limit["cite_text"])] for limit in limits],
        kind="dense",
    )
