"""The request's form as the contract's JSON: the fields as they were filled in, nothing read into them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import Any, Final

from django.http import QueryDict

from lawgate.service.check import received_today

Document = dict[str, Any]

FACT: Final = "fact-"
"""What the name of a field begins with that answers one of the law's questions by its own name."""
_RECIPIENT: Final = {"recipient": "name", "recipient_title": "title", "recipient_agency": "agency"}
_ENGAGED: Final = "personally_and_directly_engaged"


def request_bytes(form: QueryDict) -> bytes:
    """The document that the form states, to be judged as one that came as a file. What is empty is not stated."""
    return json.dumps(request_document(form), ensure_ascii=False).encode()


def request_document(form: QueryDict) -> Document:
    """One request about one person."""
    number, agency = _text(form, "id") or "not numbered", _text(form, "agency")
    return filled(form, {"id": number, "requester": {"agency": agency}, "subjects": [{"ref": "1"}]}, ref="1")


def mended_bytes(form: QueryDict, before: Document, *, ref: str) -> bytes:
    """The words of a request with what the form states about one of its subjects; the rest stays as it was sent."""
    return json.dumps(filled(form, before, ref=ref), ensure_ascii=False).encode()


def filled(form: QueryDict, before: Document, *, ref: str) -> Document:
    """A request with what the form states; its number, its agency and what the form has no field for stay."""
    made = deepcopy(before)
    subject = next(one for one in made["subjects"] if one["ref"] == ref)
    made |= {
        "received_on": received_today(),
        "in_writing": True,
        "provision": _text(form, "provision"),
        "use_undertaking": _ticked(form, "use_undertaking", made.get("use_undertaking")),
        "items": form.getlist("items"),
    }
    made["requester"] |= {
        "level": _text(form, "level"),
        "signatory": {"name": _text(form, "signatory"), "office": _text(form, "office")},
    }
    # What is taken away for this subject does not hold again because it is stated for all of them.
    reasons, periods = _text(form, "reasons"), _listed(form, "periods", None)
    holder_of(made, subject, "reasons")["reasons"] = reasons
    made |= {} if reasons else {"reasons": None}
    subject["tax_periods"] = periods
    made |= {} if periods else {"tax_periods": None}
    matter = holder_of(made, subject, "matter")
    matter["matter"] = {**(matter.get("matter") or {}), **_matter(form)}
    _fill_recipients(form, made, subject)
    _fill_subject(form, subject)
    return made


def holder_of(document: Document, subject: Document, name: str) -> Document:
    """Where a request states something that holds for a subject: beside the subject, or else for all of them."""
    return subject if subject.get(name) else document


def recipients_of(document: Mapping[str, Any], subject: Mapping[str, Any]) -> list[Document]:
    """Those who would receive what is disclosed about a subject, in the order in which the form shows them."""
    named = subject.get("recipients")
    return [one for one in document.get("recipients") or () if not named or one["id"] in named]


def places_of(form: Mapping[str, Any]) -> Iterator[str]:
    """The ends of the names of the fields of each recipient in the form: none for the first, then -2, -3."""
    yield ""
    at = 2
    while f"recipient-{at}" in form:
        yield f"-{at}"
        at += 1


def _matter(form: QueryDict) -> Document:
    return {
        "number": _text(form, "matter"),
        "stage": _text(form, "stage"),
        "authority": _text(form, "authority"),
        "statutes": _listed(form, "statutes", ";"),
    }


def _fill_recipients(form: QueryDict, made: Document, subject: Document) -> None:
    """Each recipient stays who he is under his id; one who was not named before is added."""
    named, listed = recipients_of(made, subject), [*(made.get("recipients") or ())]
    for at, place in enumerate(places_of(form)):
        stated = {name: _text(form, f"{field}{place}") for field, name in _RECIPIENT.items()}
        if at >= len(named) and any(stated.values()):
            named.append({"id": _free_id(listed)})
            listed.append(named[-1])
        if at < len(named):
            engaged = _ticked(form, f"engaged{place}", named[at].get(_ENGAGED))
            named[at] |= {**stated, _ENGAGED: engaged}
    made["recipients"], subject["recipients"] = listed, [one["id"] for one in named]


def _free_id(listed: list[Document]) -> str:
    taken = {one["id"] for one in listed}
    return next(name for at in range(1, len(taken) + 2) if (name := f"O{at}") not in taken)


def _fill_subject(form: QueryDict, subject: Document) -> None:
    named = {name: _text(form, name) for name in ("given", "middle", "surname", "entity")}
    suffix = (subject.get("name") or {}).get("suffix")
    person = {**named, "entity": None, **({"suffix": suffix} if suffix else {})}
    subject |= {
        "name": {"entity": named["entity"]} if named["entity"] else person,
        "address": _text(form, "subject_address"),
        "tin": _text(form, "tin"),
        "date_of_birth": _text(form, "date_of_birth"),
    }
    answers = {name.removeprefix(FACT): _text(form, name) for name in form if name.startswith(FACT)}
    if answers:
        subject["facts"] = {**(subject.get("facts") or {}), **answers}


def _ticked(form: QueryDict, name: str, before: bool | None) -> bool | None:
    """A box that is ticked says so; one that is not says nothing, or no where that had been said."""
    return True if form.get(name) else (False if before is False else None)


def _text(form: QueryDict, name: str) -> str | None:
    return str(form.get(name, "")).strip() or None


def _listed(form: QueryDict, name: str, mark: str | None) -> list[str]:
    return [part.strip() for part in str(form.get(name, "")).split(mark) if part.strip()]
