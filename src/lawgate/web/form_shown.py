"""The request's form as it is shown: filled in from what was typed or sent, each mend beside its fields."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from django.http import QueryDict

from lawgate.errors import LawgateError
from lawgate.service.check import own_questions
from lawgate.web.forms import FACT, Document, holder_of, places_of, recipients_of

FIELDS: Final = {
    "provision": "provision",
    "request.in_writing": "send",
    "request.level": "level",
    "request.office": "office",
    "request.states_office": "office",
    "request.states_reasons": "reasons",
    "request.authority_form": "authority",
    "matter.stage": "stage",
    "subject.names_taxpayer": "surname",
    "subject.address_form": "subject_address",
    "subject.states_periods": "periods",
}
"""In which field of the form a fact is stated that a defect is about; recipients' facts stand in theirs.

What is sent by the form is in writing, so that defect is mended by sending it.
"""
ASKER: Final = frozenset(
    {"request.named_agencies", "request.of_justice", "request.of_treasury", "request.of_social_security"}
)
"""Facts that are read from the agency: a defect is about them where nothing else of it can be stated."""
READ_BY_PLACE: Final = {
    "id": "id", "agency": "agency", "level": "level", "name": "signatory", "office": "office",
    "provision": "provision", "items": "item-1", "date_of_birth": "date_of_birth", "tin": "tin",
    "address": "subject_address", "tax_periods": "periods", "stage": "stage", "reasons": "reasons",
}  # fmt: skip
"""The field whose words cannot be read, by the last step of their place in the request."""


def form_sent(form: QueryDict) -> Document:
    """What was typed, to be shown as it was."""
    shown: Document = {name: value.strip() for name, value in form.items() if isinstance(value, str)}
    shown["items_chosen"] = form.getlist("items")
    shown["recipients"] = [
        {
            "place": place,
            "name": shown.get(f"recipient{place}", ""),
            "title": shown.get(f"recipient_title{place}", ""),
            "agency": shown.get(f"recipient_agency{place}", ""),
            "engaged": bool(form.get(f"engaged{place}")),
        }
        for place in places_of(form)
    ]
    return shown


def form_of(document: Document, *, ref: str) -> Document:
    """A request that was sent, as the form states it about one of its subjects."""
    subject = next(one for one in document["subjects"] if one["ref"] == ref)
    asker, name = document["requester"], subject.get("name") or {}
    signatory = asker.get("signatory") or {}
    matter = holder_of(document, subject, "matter").get("matter") or {}
    periods = holder_of(document, subject, "tax_periods").get("tax_periods") or ()
    people = recipients_of(document, subject) or [{}]
    shown = {
        "id": document["id"],
        "agency": asker["agency"],
        "level": asker.get("level"),
        "signatory": signatory.get("name"),
        "office": signatory.get("office"),
        "provision": document.get("provision"),
        "matter": matter.get("number"),
        **{one: matter.get(one) for one in ("stage", "authority")},
        "statutes": "; ".join(matter.get("statutes") or ()),
        "reasons": holder_of(document, subject, "reasons").get("reasons"),
        **{one: name.get(one) for one in ("given", "middle", "surname", "entity")},
        "subject_address": subject.get("address"),
        "tin": subject.get("tin"),
        "date_of_birth": subject.get("date_of_birth"),
        "periods": " ".join(map(str, periods)),
        **{f"{FACT}{fact}": _answer(said) for fact, said in (subject.get("facts") or {}).items()},
    }
    return {field: said or "" for field, said in shown.items()} | {
        "use_undertaking": document.get("use_undertaking") is True,
        "items_chosen": list(document.get("items") or ()),
        "recipients": [_recipient(one, at) for at, one in enumerate(people, 1)],
    }


def beside(defects: Sequence[Mapping[str, Any]]) -> tuple[dict[str, list[str]], list[Document]]:
    """The mends by the fields that they belong beside, and every defect with its fields, the first of them apart."""
    fields: dict[str, list[str]] = {}
    told = []
    for one in defects:
        found = fields_of(one["asks"])
        for field in found:
            fields.setdefault(field, []).append(one["fix"])
        told.append({**one, "field": found[0] if found else "", "fields": found})
    return fields, told


def fields_of(facts: Sequence[str]) -> list[str]:
    """The fields in which these facts are stated."""
    own = own_questions(facts)
    stated = [
        FIELDS.get(one) or _recipients_field(one) or (FACT + one if one in own else "") for one in facts
    ]
    found = list(dict.fromkeys(filter(None, stated)))
    return found or (["agency"] if ASKER & set(facts) else [])


def further_questions(form: Mapping[str, Any], defects: Iterable[Mapping[str, Any]]) -> list[Document]:
    """The law's questions for which the form has no field of its own: those that were answered or are asked."""
    answered = [name.removeprefix(FACT) for name in form if name.startswith(FACT)]
    asked = [field.removeprefix(FACT) for one in defects for field in one["fields"] if field.startswith(FACT)]
    found = own_questions([*answered, *asked])
    return [
        {
            "field": FACT + name,
            "asks": one["asks"],
            "values": one["values"],
            "value": form.get(FACT + name, ""),
        }
        for name, one in found.items()
    ]


def standing(form: Mapping[str, Any], field: str) -> str:
    """What stands in a field, as somebody reads it; empty where nothing does."""
    if field == "surname":
        parts = (form.get(one) for one in ("given", "middle", "surname", "entity"))
        return " ".join(str(part) for part in parts if part)
    if field == "recipient":
        named = [(one["name"], one["title"], one["agency"]) for one in form["recipients"]]
        return "; ".join(filter(None, (", ".join(filter(None, one)) for one in named)))
    return str(form.get(field) or "").replace("_", " ")


def unreadable_at(error: LawgateError) -> str:
    """The field whose words cannot be read; empty where the form has none for them."""
    steps = re.split(r"[.\[\]]+", error.where)
    return READ_BY_PLACE.get(next((one for one in reversed(steps) if one and not one.isdigit()), ""), "")


def _recipients_field(fact: str) -> str:
    return "recipient" if fact.startswith("recipients.") else ""


def _recipient(one: Mapping[str, Any], at: int) -> Document:
    return {
        "place": "" if at == 1 else f"-{at}",
        **{name: one.get(name) or "" for name in ("name", "title", "agency")},
        "engaged": one.get("personally_and_directly_engaged") is True,
    }


def _answer(said: Any) -> str:
    return ("no", "yes")[said] if isinstance(said, bool) else str(said)
