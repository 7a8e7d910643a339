"""Reviewers' decisions as bytes: JSON, or a table that was typed back, with every fault told at once."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from io import StringIO
from typing import Any

from pydantic import ValidationError

from lawgate.errors import InputError, ProblemsError
from lawgate.linkage.review import Answer, ReviewDecision, Reviewer
from lawgate.service.contract.models import ReviewDecisionJson
from lawgate.service.contract.read import every_fault, read_json

DECISION_COLUMNS = ("pair", "answer", "reason", "reviewer", "office", "on")
SHOWN_COLUMNS = ("number", "field", "the request says", "the record says", "difference")
"""What a packet's table shows besides; it may come back with them and nothing in them is read."""


@dataclass(frozen=True, slots=True)
class Given:
    """Decisions read so far with their places, and the faults of those that could not be read."""

    decisions: list[tuple[str, ReviewDecision]] = field(default_factory=list)
    faults: list[InputError] = field(default_factory=list)


def read_reviews(data: bytes, *, where: str) -> tuple[ReviewDecision, ...]:
    """The decisions of a file; raises ProblemsError with every fault, contradictions of one reviewer included."""
    given = read_given(data, where=where)
    faults = [*given.faults, *contradictions(given.decisions)]
    if faults:
        raise ProblemsError(faults)
    return tuple(one for _, one in given.decisions)


def read_given(data: bytes, *, where: str) -> Given:
    """The decisions of a file with their places; InputError where it is neither such JSON nor such a table."""
    if where.lower().endswith(".csv"):
        return _read_rows((f"{where} row {at}", row) for at, row in _table(data, where))
    plain = read_json(data, where=where)
    rows = plain.get("decisions") if isinstance(plain, dict) and set(plain) == {"decisions"} else None
    if not isinstance(rows, list):
        raise InputError("no list of decisions", where=where, mend='write {"decisions": [...]}')
    return _read_rows((f"{where}.decisions[{at}]", row) for at, row in enumerate(rows))


def contradictions(placed: Iterable[tuple[str, ReviewDecision]]) -> list[InputError]:
    """Each decision that differs from an earlier one of the same reviewer on the same pair."""
    seen: dict[tuple[str, str], ReviewDecision] = {}
    found = []
    for place, one in placed:
        earlier = seen.setdefault((one.pair, one.by.key), one)
        if earlier.answer is not one.answer:
            found.append(
                InputError(
                    "this reviewer has given another answer on this pair",
                    where=place,
                    mend="leave one answer; a third reviewer settles a doubt",
                )
            )
        elif earlier != one:
            found.append(
                InputError(
                    "this reviewer has decided this pair already in other words",
                    where=place,
                    mend="leave it out; a recorded decision stands as it is",
                )
            )
    return found


def decisions_document(decisions: Sequence[ReviewDecision]) -> dict[str, Any]:
    """Decisions as they are recorded."""
    return {
        "decisions": [
            {
                "pair": one.pair,
                "answer": one.answer.value,
                "reason": one.reason,
                "by": {"name": one.by.name, "office": one.by.office},
                "on": one.on.isoformat(),
            }
            for one in decisions
        ]
    }


def _read_rows(rows: Iterable[tuple[str, Any]]) -> Given:
    given = Given()
    for place, row in rows:
        try:
            stated = ReviewDecisionJson.model_validate(_stated(row))
        except ValidationError as error:
            given.faults.extend(every_fault(error, place))
            continue
        by = Reviewer(stated.by.name, stated.by.office)
        if not by.key:
            fault = InputError("no letters in the reviewer's name", where=place, mend="state the name")
            given.faults.append(fault)
            continue
        answer = Answer(stated.answer)
        one = ReviewDecision(pair=stated.pair, by=by, on=stated.on, reason=stated.reason, answer=answer)
        given.decisions.append((place, one))
    return given


def _stated(row: Any) -> Any:
    """The row without what is empty, so that it is told as not there."""
    if not isinstance(row, dict):
        return row
    return {name: _stated(part) for name, part in row.items() if part not in ("", None)}


def _table(data: bytes, where: str) -> Iterable[tuple[int, dict[str, Any]]]:
    """Rows of a table as decisions; a pair has many rows, and one in which nothing is decided is passed over."""
    try:
        table = csv.DictReader(StringIO(data.decode("utf-8-sig"), newline=""), strict=True)
        columns, rows = table.fieldnames or (), list(table)
    except (UnicodeDecodeError, csv.Error):
        raise InputError("not a table", where=where, mend="give UTF-8 CSV with a header") from None
    missing = [name for name in DECISION_COLUMNS if name not in columns]
    strange = [str(name) for name in columns if name not in DECISION_COLUMNS + SHOWN_COLUMNS]
    if missing or strange:
        what = f"the column {missing[0]} is missing" if missing else f"no such column: {strange[0][:40]}"
        raise InputError(what, where=where, mend=f"use {', '.join(DECISION_COLUMNS)}")
    return [(at, _decision(row)) for at, row in enumerate(rows, 2) if _is_decision(row)]


def _is_decision(row: dict[str, Any]) -> bool:
    return any((row[name] or "").strip() for name in DECISION_COLUMNS if name != "pair") or None in row


def _decision(row: dict[str, Any]) -> dict[str, Any]:
    said = {name: (row[name] or "").strip() for name in DECISION_COLUMNS}
    answer = said["answer"].lower().replace(" ", "_") or Answer.NO_MATCH.value
    by = {"name": said["reviewer"], "office": said["office"]}
    stated = {"pair": said["pair"], "answer": answer, "reason": said["reason"], "by": by, "on": said["on"]}
    return {**stated, "more": "cells"} if None in row else stated
