"""A table of persons sent beside a request: read by the readers of batches, and put into the request's own words."""

from __future__ import annotations

import json
from typing import Any, Final

from lawgate.errors import InputError
from lawgate.service.contract.read import read_json, read_request
from lawgate.service.subjects import check_table, stated_day
from lawgate.stores.tables import scan_table_bytes

Document = dict[str, Any]

PERSONS_AT_ONCE_MAX: Final = 500
"""More than these are a batch, whose figures are looked at before anybody in it is."""
TABLE: Final = "the table"


def with_table(body: bytes, table: bytes | None) -> bytes:
    """The request with the persons of a table in it; the request as it is where there is no table.

    InputError where persons stand in both, for a table that cannot be read, and for one that is a batch.
    """
    if not table:
        return body
    document = read_json(body, where="request")
    if not isinstance(document, dict):
        raise InputError("not a request", where="request", mend="give one JSON object")
    if _names_persons(document.get("subjects")):
        raise InputError(
            "persons stand in the request and in a table",
            where="subjects",
            mend="send them in one of the two",
        )
    frame = check_table(scan_table_bytes(table, where=TABLE), where=TABLE)
    if frame.height > PERSONS_AT_ONCE_MAX:
        raise InputError(
            f"{frame.height} persons are more than {PERSONS_AT_ONCE_MAX}",
            where=TABLE,
            mend="send it in parts under numbers of their own, or have it decided as a batch",
        )
    matter = document.get("matter") or {}
    document["subjects"] = [_subject(row, matter) for row in frame.iter_rows(named=True)]
    made = json.dumps(document, ensure_ascii=False).encode()
    read_request(made)
    return made


def _names_persons(subjects: Any) -> bool:
    """Whether the request names anybody itself; the name of a table, or a person without a word, names nobody."""
    if not isinstance(subjects, list):
        return False
    return any(_states(value) for one in subjects if isinstance(one, dict) for value in _besides_ref(one))


def _besides_ref(one: Document) -> list[Any]:
    return [value for name, value in one.items() if name not in {"ref", "recipients"}]


def _states(value: Any) -> bool:
    if isinstance(value, dict):
        return any(map(_states, value.values()))
    return value not in (None, "", [])


def _subject(row: dict[str, str | None], matter: Document) -> Document:
    """A row as the contract has a subject in JSON, read as `lawgate batch` reads it: a day that never was is none."""
    said = {name: (text or "").strip() or None for name, text in row.items()}
    name = {
        "given": said["given_name"], "middle": said["middle_name"], "surname": said["surname"],
        "suffix": said["suffix"],
    }  # fmt: skip
    made = {
        "ref": said["ref"],
        "name": {"entity": said["entity"]} if said["entity"] and not any(name.values()) else name,
        "address": said["address"],
        "tin": said["tin"],
        "date_of_birth": _day(said["date_of_birth"]),
        "tax_periods": _split(said["tax_periods"]),
        "recipients": _split(said["recipients"]),
        "reasons": said["reasons"],
        "matter": {**matter, "number": said["matter_number"]} if said["matter_number"] else None,
        "removal_order": _removal(said),
    }
    return {name: value for name, value in made.items() if value is not None}


def _removal(said: dict[str, str | None]) -> Document | None:
    final, cited = _day(said["removal_final_on"]), said["removal_class_cite"]
    return {"final_on": final, "class_cite": cited} if final or cited else None


def _day(text: str | None) -> str | None:
    day = stated_day(text)
    return day.isoformat() if day else None


def _split(text: str | None) -> list[str] | None:
    return [part.strip() for part in (text or "").split("|") if part.strip()] or None
