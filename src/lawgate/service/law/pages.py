"""The law for its pages: by subsection, the orders with their picture, the questions, the agreements."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from lawgate.kernel.say import say
from lawgate.law.addresses import S6103
from lawgate.law.agreement import Agreement
from lawgate.law.agreements import AGREEMENTS
from lawgate.law.readings import QUESTIONS
from lawgate.present.pages.timeline import timeline_picture
from lawgate.service.contract.printed import cite_document
from lawgate.service.law.history import question_document, timeline
from lawgate.service.law.shown import list_law
from lawgate.stores.clock import today

Document = dict[str, Any]

SUBSECTIONS: Final = {
    "a": "The rule: confidential unless the section opens it",
    "b": "Definitions",
    "c": "Whom the taxpayer designates",
    "d": "State tax officials",
    "e": "Persons with a material interest",
    "f": "Committees of Congress",
    "g": "The President and vetting",
    "h": "Tax administration",
    "i": "Federal law other than tax",
    "j": "Statistics",
    "k": "Certain releases for tax administration",
    "l": "Purposes other than tax administration",
    "m": "Taxpayer identity alone",
    "n": "Contractors",
    "o": "Alcohol, tobacco, firearms, wagering, heavy vehicles",
    "p": "Procedure, records and safeguards",
    "q": "Regulations",
}


def overview(day: str | None, words: str) -> Document:
    """What is in force on a day, by subsection: rows that hold all the words; InputError for a day that has no law."""
    law = list_law(day)
    sought = words.lower().split()
    rows = [row for row in law["provisions"] if _holds(row, sought)]
    groups: dict[str, list[Document]] = {}
    for row in rows:
        groups.setdefault(_subsection(row["cite"]), []).append(row)
    return {
        "day": day or today().isoformat(),
        "is_today": not day or day == today().isoformat(),
        "corpus": law["corpus"],
        "count": len(rows),
        "of": len(law["provisions"]),
        "groups": [
            {"letter": letter, "heading": SUBSECTIONS.get(letter, ""), "rows": some}
            for letter, some in sorted(groups.items())
        ],
    }


def orders() -> Document:
    """The orders of courts, newest first, with their picture and what changed by day."""
    document = timeline()
    return {
        **document,
        "orders": sorted(document["orders"], key=lambda one: one["begins"]["latest"], reverse=True),
        "picture": timeline_picture(document),
        "adopted": list(reversed(document["adopted"])),
    }


def questions_asked() -> list[Document]:
    """The contested questions, each with the places in the law that it is about."""
    return [
        {**question_document(question), "cites": [cite_document(cite) for cite in question.cites]}
        for question in QUESTIONS.values()
    ]


def agreements() -> list[Document]:
    """Each agreement with what it adds to the law."""
    return [_agreement(one) for one in AGREEMENTS.values()]


def _agreement(one: Agreement) -> Document:
    signed = one.signed
    return {
        "id": one.id,
        "title": one.title,
        "party": one.party,
        "signed": signed.earliest.isoformat(),
        "signed_by": signed.latest.isoformat(),
        "certainty": one.certainty,
        "source": one.source,
        "narrows": cite_document(one.narrows),
        "adds": [{"label": element.label, "words": _words(say(element))} for element in one.adds],
    }


def _words(lines: Iterable[tuple[int, str]]) -> list[list[Any]]:
    return [[depth, words] for depth, words in lines]


def _holds(row: Document, sought: list[str]) -> bool:
    text = f"{row['cite_text']} {row['cite']} {row['heading']} {row['effect']}".lower()
    return all(word in text for word in sought)


def _subsection(cite: str) -> str:
    within = cite.removeprefix(f"{S6103}/")
    return within.partition("/")[0] if within != cite else ""
