"""The request's form as the contract's JSON: the fields as they were filled in, nothing read into them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any, Final

from django.http import QueryDict

from lawgate.service.check import received_today


def request_bytes(form: QueryDict) -> bytes:
    """The document that the form states, to be judged as one that came as a file. What is empty is not stated."""
    return json.dumps(request_document(form), ensure_ascii=False).encode()


def request_document(form: QueryDict) -> dict[str, Any]:
    """One request about one person."""
    return {
        "id": _text(form, "id") or "not numbered",
        "received_on": received_today(),
        "in_writing": True,
        "provision": _text(form, "provision"),
        "requester": {
            "agency": _text(form, "agency"),
            "level": _text(form, "level"),
            "signatory": {"name": _text(form, "signatory"), "office": _text(form, "office")},
        },
        "matter": {
            "number": _text(form, "matter"),
            "stage": _text(form, "stage"),
            "authority": _text(form, "authority"),
            "statutes": _listed(form, "statutes", ";"),
        },
        "recipients": _recipients(form),
        "reasons": _text(form, "reasons"),
        "use_undertaking": True if form.get("use_undertaking") else None,
        "items": form.getlist("items"),
        "subjects": [_subject(form)],
    }


FIELDS: Final = {
    "provision": "provision",
    "request.level": "level",
    "request.office": "office",
    "request.states_office": "office",
    "request.states_reasons": "reasons",
    "request.authority_form": "authority",
    "subject.names_taxpayer": "surname",
    "subject.address_form": "subject_address",
    "subject.states_periods": "periods",
}
"""In which field of the form a fact is stated that a defect is about; recipients' facts stand in theirs."""


def beside(defects: Sequence[Mapping[str, Any]]) -> tuple[dict[str, list[str]], list[dict[str, Any]]]:
    """The mends by the field that they belong beside, and every defect with that field, or with none."""
    fields: dict[str, list[str]] = {}
    told = []
    for one in defects:
        field = next(filter(None, map(_field_of, one["asks"])), "")
        if field:
            fields.setdefault(field, []).append(one["fix"])
        told.append({**one, "field": field})
    return fields, told


def _field_of(fact: str) -> str:
    return "recipient" if fact.startswith("recipients.") else FIELDS.get(fact, "")


def _recipients(form: QueryDict) -> list[dict[str, Any]]:
    if not any(_text(form, name) for name in ("recipient", "recipient_title", "recipient_agency")):
        return []
    return [
        {
            "id": "O1",
            "name": _text(form, "recipient"),
            "title": _text(form, "recipient_title"),
            "agency": _text(form, "recipient_agency"),
            "personally_and_directly_engaged": True if form.get("engaged") else None,
        }
    ]


def _subject(form: QueryDict) -> dict[str, Any]:
    named = {name: _text(form, name) for name in ("given", "middle", "surname", "entity")}
    return {
        "ref": "1",
        "name": {"entity": named["entity"]} if named["entity"] else {**named, "entity": None},
        "address": _text(form, "subject_address"),
        "tin": _text(form, "tin"),
        "date_of_birth": _text(form, "date_of_birth"),
        "tax_periods": _listed(form, "periods", None),
        "recipients": ["O1"] if _recipients(form) else [],
    }


def _text(form: QueryDict, name: str) -> str | None:
    return str(form.get(name, "")).strip() or None


def _listed(form: QueryDict, name: str, mark: str | None) -> list[str]:
    return [part.strip() for part in str(form.get(name, "")).split(mark) if part.strip()]
