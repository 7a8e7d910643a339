"""A request judged on its own words for a program: every defect at once, each with a pointer; nothing is kept."""

from __future__ import annotations

from typing import Any, Final

from lawgate.service.check import check_request

Document = dict[str, Any]

POINTERS: Final = {
    "provision": "/provision",
    "request.level": "/requester/level",
    "request.office": "/requester/signatory/office",
    "request.states_office": "/requester/signatory/office",
    "request.states_reasons": "/reasons",
    "request.authority_form": "/matter/authority",
}
"""Where in a request a fact is stated that a defect is about."""
POINTERS_OF_A_SUBJECT: Final = {
    "subject.names_taxpayer": "name",
    "subject.address_form": "address",
    "subject.states_periods": "tax_periods",
}
RECIPIENTS: Final = "recipients."


def checked_document(body: bytes) -> Document:
    """What admission says today of each subject. InputError for what is no request."""
    found = check_request(body)
    asks = {(one["cite"], one["fix"]): one["asks"] for one in found["defects"]}
    return {
        "request": found["request"],
        "as_of": found["as_of"],
        "admitted": found["admitted"],
        "subjects": [
            {
                "ref": one["ref"],
                "admission": one["admission"],
                "defects": [
                    {"pointer": pointer_of(asks.get((defect["cite"], defect["fix"]), ()), at), **defect}
                    for defect in one["defects"]
                ],
            }
            for at, one in enumerate(found["subjects"])
        ],
    }


def pointer_of(asks: tuple[str, ...], at: int) -> str:
    """The place of the first of these facts that has one; else the subject itself."""
    for fact in asks:
        if fact in POINTERS:
            return POINTERS[fact]
        if fact in POINTERS_OF_A_SUBJECT:
            return f"/subjects/{at}/{POINTERS_OF_A_SUBJECT[fact]}"
        if fact.startswith(RECIPIENTS):
            return "/recipients"
    return f"/subjects/{at}"
