"""The law in time: what stood when, which orders came and went, and who read it how."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from lawgate.cite import Cite
from lawgate.dates import Between
from lawgate.law.contested import Question
from lawgate.law.order import Order
from lawgate.law.orders import ORDERS
from lawgate.law.paragraphs import PROVISIONS
from lawgate.law.provision import Provision
from lawgate.law.readings import QUESTIONS
from lawgate.present.pages.timeline import timeline_picture
from lawgate.service.contract.printed import cite_document, day_text
from lawgate.stores.clock import today
from lawgate.stores.replacing import put_text

Document = dict[str, Any]


def timeline(svg: Path | None = None) -> Document:
    """Orders, versions and readings by day; with a path the picture is written there."""
    document: Document = {
        "until": today().isoformat(),
        "orders": [order_document(order) for order in ORDERS],
        "versions": [version_document(p) for p in PROVISIONS if p.version.days.last is not None],
        "adopted": adoptions_by_day(),
    }
    if svg is not None:
        picture = timeline_picture(document)
        put_text(svg, picture)
    return document


def order_document(order: Order) -> Document:
    """One order of a court."""
    return {
        "id": order.id,
        "court": order.court,
        "docket": order.docket,
        "judge": order.judge,
        "says": order.says,
        "binds": order.binds,
        "begins": _between(order.begins),
        "ends": _between(order.ends) if order.ends else None,
        "ended_by": order.ended_by,
        "standing": order.standing.value,
        "acts": list(dict.fromkeys(restraint.act.value for restraint in order.restraints)),
        "reads": [f"{question}={reading}" for question, reading in order.holds],
        "certainty": order.certainty,
        "source": order.source,
        "docket_checked_on": order.checked_on.isoformat(),
        "note": order.note,
    }


def question_document(question: Question) -> Document:
    """One contested question with who reads it how."""
    return {
        "id": question.id,
        "asks": question.asks,
        "cites": [str(cite) for cite in question.cites],
        "default": question.default,
        "note": question.note,
        "readings": [
            {
                "id": reading.id,
                "says": reading.says,
                "adoptable": reading.adoptable,
                "adopters": [
                    {"who": a.who, "on": day_text(a.on), "order": a.order, "binding": a.binding.value, "where": a.where}
                    for a in reading.adopters
                ],
            }
            for reading in question.readings
        ],
    }  # fmt: skip


def version_document(provision: Provision) -> Document:
    """The days of one dated text."""
    days = provision.version.days
    return {
        **cite_document(provision.cite),
        "first": day_text(days.first),
        "last": day_text(days.last),
        "certainty": provision.version.certainty,
        "because": provision.version.because,
    }


def orders_about(cite: Cite) -> list[Document]:
    """The orders that restrain a provision or read a question about it."""
    return [
        order_document(order)
        for order in ORDERS
        if any(_touches(reached, cite) for restraint in order.restraints for reached in restraint.pathways)
        or any(_touches(at, cite) for question, _ in order.holds for at in QUESTIONS[question].cites)
    ]


def questions_about(cite: Cite) -> list[Document]:
    """The contested questions about a provision."""
    return [
        question_document(question)
        for question in QUESTIONS.values()
        if any(_touches(at, cite) for at in question.cites)
    ]


def versions_of(cite: Cite) -> list[Document]:
    """Every dated text of a provision."""
    return [version_document(p) for p in PROVISIONS if p.cite == cite]


def adoptions_by_day() -> list[Document]:
    """Who adopted which reading, by day, where the day is known."""
    found = [
        {"question": question.id, "reading": reading.id, "who": adopter.who, "on": day_text(adopter.on)}
        for question in QUESTIONS.values()
        for reading in question.readings
        for adopter in reading.adopters
        if adopter.on is not None
    ]
    return sorted(found, key=lambda one: (str(one["on"]), str(one["question"])))


def _touches(one: Cite, other: Cite) -> bool:
    return one.within(other) or other.within(one)


def _between(days: Between) -> Document:
    return {"earliest": days.earliest.isoformat(), "latest": days.latest.isoformat()}
