"""Bytes to values: strict, with one message that names the place and the mend, before anything is done."""

from __future__ import annotations

import codecs
from collections.abc import Mapping
from typing import Any, TypeVar

import jiter
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from lawgate.decide.findings import EVERY, Finding
from lawgate.decide.own_facts import demand_own
from lawgate.decide.request import (
    CourtOrder,
    Matter,
    Recipient,
    RemovalOrder,
    Request,
    Requester,
    Subject,
)  # fmt: skip
from lawgate.errors import InputError
from lawgate.kernel.fact import Domain
from lawgate.law.vocabulary import FACTS
from lawgate.linkage.person import PersonNamed
from lawgate.service.contract.models import (
    CourtOrderJson,
    FindingJson,
    FindingsJson,
    MatterJson,
    RemovalOrderJson,
    RequestJson,
    SubjectJson,
)  # fmt: skip

request_size_bytes_max = 64 * 1024 * 1024
"""Above this, subjects belong in a table beside the request."""

Model = TypeVar("Model", bound=BaseModel)

_MENDS = {
    "extra_forbidden": ("no such key", "remove it, or spell it as the contract does"),
    "missing": ("not there", "state it"),
    "string_pattern_mismatch": (
        "not in the form asked for",
        "use lower-case words joined by dots, or a .parquet or .csv name",
    ),
    "none_required": ("not asked for beside `use`", "leave it out, or ask for the use alone"),
    "too_short": ("empty", "state at least one"),
    "model_type": (
        "not an object with keys",
        "write it in braces, with the keys that the contract's schema states",
    ),
    "dict_type": ("not an object with keys", "write it in braces, each key with its value"),
    "list_type": ("not a list", "write it in brackets, also where it is one alone"),
    "string_type": ("not text", "write it in quotation marks"),
    "bool_type": ("neither true nor false", "write true or false without quotation marks"),
}


def read_request(data: bytes, *, where: str = "request") -> tuple[Request, tuple[Subject, ...] | str]:
    """The request and its subjects, or the name of the table that holds them."""
    document = read_document(data, RequestJson, where=where)
    asked = _request(document)
    if isinstance(document.subjects, str):
        return asked, document.subjects
    subjects = tuple(_subject(one) for one in document.subjects)
    check_subjects(asked, subjects)
    return asked, subjects


def read_findings(data: bytes, *, where: str = "findings") -> tuple[Finding, ...]:
    """The rows of a findings file, not yet held against a day; see Findings.check."""
    return tuple(_finding(row) for row in read_document(data, FindingsJson, where=where).findings)


def read_document(data: bytes, model: type[Model], *, where: str) -> Model:
    """One JSON document of one model; InputError for anything else."""
    if len(data) > request_size_bytes_max:
        raise InputError(
            f"{len(data)} bytes are more than the {request_size_bytes_max} that a document may have",
            where=where,
            mend="put the subjects in a .parquet file and name it in `subjects`",
        )
    try:
        return model.model_validate(read_json(data, where=where))
    except ValidationError as error:
        raise _first(error, where) from None


def read_json(data: bytes, *, where: str) -> Any:
    """Plain values of one JSON document without double keys; InputError for anything else."""
    if data.startswith(codecs.BOM_UTF8):
        raise InputError(
            "it begins with a byte order mark", where=where, mend="save it as UTF-8 without one (without BOM)"
        )
    if not data.strip():
        raise InputError("the file is empty", where=where, mend="give one JSON document")
    try:
        return jiter.from_json(data, allow_inf_nan=False, catch_duplicate_keys=True)
    except ValueError as error:
        raise InputError(
            f"not JSON: {error}", where=where, mend="mend the JSON; it is UTF-8 without double keys"
        ) from None


def check_subjects(asked: Request, subjects: tuple[Subject, ...]) -> None:
    """Refuse a ref given twice, a recipient that the request does not list, and facts that are not the requester's."""
    seen: set[str] = set()
    listed = {recipient.id for recipient in asked.recipients}
    for one in subjects:
        if one.ref in seen:
            raise InputError(
                "this ref is given twice", where=f"subjects[{one.ref}]", mend="give each subject its own ref"
            )
        seen.add(one.ref)
        check_recipients(one, listed)
        for name, value in one.facts.items():
            demand_own(name, value, where=f"subjects[{one.ref}].facts.{name}")


def check_recipients(one: Subject, listed: set[str]) -> None:
    """Refuse a recipient that the request does not list."""
    unlisted = sorted(set(one.recipients or ()) - listed)
    if unlisted:
        raise InputError(
            f"recipient {unlisted[0]!r} is not among the request's recipients",
            where=f"subjects[{one.ref}].recipients",
            mend="list it under `recipients`",
        )


def every_fault(error: ValidationError, where: str) -> list[InputError]:
    """Each fault of a document without unions, in the words of the contract."""
    return [
        _told(fault, where)
        for fault in error.errors(include_url=False, include_context=False, include_input=False)
    ]


def _first(error: ValidationError, where: str) -> InputError:
    """The first fault alone, in the words of the contract; of the branches of a union the one that went deepest."""
    faults = error.errors(include_url=False, include_context=False, include_input=False)
    start = _place(faults[0])
    same = [fault for fault in faults if _place(fault)[: len(start)] == start]
    return _told(
        max(same, key=lambda one: (len(_place(one)), one["type"] == "string_pattern_mismatch")), where
    )


def _told(fault: ErrorDetails, where: str) -> InputError:
    place = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in _place(fault))
    message = fault["msg"].removeprefix("Value error, ")
    what, _, mend = message.partition("|")
    if fault["type"] in _MENDS:
        what, mend = _MENDS[fault["type"]]
    return InputError(
        what, where=f"{where}{place}", mend=mend or "give it in the form that the contract's schema states"
    )


def _place(fault: ErrorDetails) -> list[int | str]:
    """The place without the names that pydantic gives to branches of a union; a key as it was written, on one line."""
    unknown = fault["type"] == "extra_forbidden"
    *_, last = fault["loc"] or ("",)
    steps = [step for step in fault["loc"] if isinstance(step, int) or step.isidentifier()]
    if not unknown or last in steps[-1:]:
        return steps
    return [*steps, str(last) if str(last).isprintable() else repr(last)]


def _request(document: RequestJson) -> Request:
    signatory = document.requester.signatory
    recipients = tuple(
        Recipient(one.id, one.name, one.title, one.agency, one.personally_and_directly_engaged)
        for one in document.recipients or ()
    )
    if len({one.id for one in recipients}) != len(recipients):
        ids = [one.id for one in recipients]
        twice = next(one for one in ids if ids.count(one) > 1)
        raise InputError(
            f"the recipient's id {twice!r} is given twice",
            where="request.recipients",
            mend="give each its own id",
        )
    return Request(
        id=document.id,
        received_on=document.received_on,
        requester=Requester(
            document.requester.agency,
            document.requester.level,
            signatory.office if signatory else None,
            signatory.name if signatory else None,
        ),
        items=tuple(dict.fromkeys(document.items)),
        in_writing=document.in_writing,
        provision=document.provision,  # type: ignore[arg-type]  # a Cite by now
        matter=_matter(document.matter) or Matter(),
        recipients=recipients,
        reasons=document.reasons,
        use_undertaking=document.use_undertaking,
        court_order=_court_order(document.court_order),
        tax_periods=_texts(document.tax_periods),
    )


def _subject(one: SubjectJson) -> Subject:
    name = one.name.model_dump() if one.name else {}
    return Subject(
        ref=one.ref,
        named=PersonNamed(**name, address=one.address, tin=one.tin, date_of_birth=one.date_of_birth),
        tax_periods=_texts(one.tax_periods) or None,
        matter=_matter(one.matter),
        recipients=tuple(one.recipients) if one.recipients else None,
        reasons=one.reasons,
        court_order=_court_order(one.court_order),
        removal_order=_removal_order(one.removal_order),
        facts=read_facts(one.facts or {}),
    )


def read_facts(stated: Mapping[str, Any]) -> dict[str, Any]:
    """The facts stated; an answer of yes or no is taken in the words in which `open` offers it."""
    flags = {name for name, fact in FACTS.items() if fact.domain is Domain.FLAG}
    return {
        name: value == "yes" if name in flags and value in ("yes", "no") else value
        for name, value in stated.items()
        if value not in (None, "", [])
    }


def _texts(texts: list[Any] | None) -> tuple[str, ...]:
    return tuple(text for text in texts or () if text)


def _matter(stated: MatterJson | None) -> Matter | None:
    """A matter that states nothing is not stated."""
    if stated is None or not any(value not in (None, []) for value in dict(stated).values()):
        return None
    fields = stated.model_dump()
    return Matter(**{**fields, "statutes": _texts(stated.statutes)})


def _court_order(stated: CourtOrderJson | None) -> CourtOrder | None:
    """An order that states nothing is not stated."""
    if stated is None or not any(value not in (None, []) for value in dict(stated).values()):
        return None
    fields = dict(stated)
    lists = {name: tuple(fields[name] or ()) for name in ("periods", "items", "recitals")}
    return CourtOrder(**{**fields, **lists})


def _removal_order(stated: RemovalOrderJson | None) -> RemovalOrder | None:
    return RemovalOrder(stated.final_on, stated.class_cite) if stated else None


def _finding(row: FindingJson) -> Finding:
    return Finding(
        cite=row.cite,  # type: ignore[arg-type]  # a Cite by now
        answer=row.answer == "yes",
        refs=EVERY if row.refs == "*" else frozenset(row.refs),
        items=EVERY if row.items == "*" else frozenset(row.items),
        office=row.by.office,
        official=row.by.name,
        on=row.on,
        certified_on=row.certified_on,
        note=row.note,
    )
