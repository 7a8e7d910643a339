"""Large requests: the shape before any record is looked at, how far deciding has come, and what became of it.

Nothing here releases. What may be disclosed is told in figures; each release is a case of its own, with its approvals.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any, Final

from lawgate.casework.permissions import OFFICERS
from lawgate.casework.words import Reason, Role
from lawgate.errors import InputError
from lawgate.ledger.entry import Kind
from lawgate.present.spreadsheet import inert_csv
from lawgate.service.batch.stream import tell_shape
from lawgate.service.casework.desk import Desk, Refused, person
from lawgate.service.casework.runs.looks import BATCH_PREFIX, check_role, enter, look
from lawgate.service.contract.read import read_request
from lawgate.service.files import read_bytes
from lawgate.service.run import RunOptions, law_for
from lawgate.service.subjects import demand_rows_max, table_beside
from lawgate.stores.digests import digest_of
from lawgate.stores.runs.batch_folder import DEFECTS, BatchFolder
from lawgate.stores.runs.batch_runs import REQUEST, BatchRun, batch_at, place_batch
from lawgate.stores.runs.run_folders import names_in, run_at

Document = dict[str, Any]

TABLE: Final = re.compile(r"\w[\w .-]{0,60}\.(parquet|csv)")
"""What a table that is taken in may be called, so that it is no other file of its folder."""
ROWS_MAX: Final = 2_000_000
"""In a table: a few kilobytes can say that they are a thousand million rows."""
TAKE_IN: Final = frozenset({Role.INTAKE_CLERK})
DECIDE: Final = frozenset({Role.PREPARER})


def batches_document(desk: Desk, *, by: str) -> Document:
    """Every large request with its state; no subject of theirs is shown."""
    runs = [BatchRun(run_at(desk.batches, name)) for name in names_in(desk.batches)]
    return {
        "batches": [
            {"name": run.at.name, "state": _state(run)} for run in runs if run.request.is_file() or run.purged
        ],
        "may_take_in": bool(person(desk, by).roles & TAKE_IN),
    }


def shape_document(desk: Desk, name: str, *, by: str) -> Document:
    """The figures of a request's own words, each with what of the law it puts in doubt; no record is looked at.

    They are those that were counted last, as the request was taken in or in the background since; none while one that
    was laid into the folder by hand waits to be counted, and none once its words were destroyed.
    """
    run = batch_at(desk.batches, name)
    last, state = run.last_shape(), _state(run)
    told, counted_from = last or ({}, {})
    return {
        **told,
        "name": name,
        "state": state,
        "counted_on": counted_from.get("day"),
        "may_decide": bool(last) and state in {"waits", "failed"} and bool(person(desk, by).roles & DECIDE),
        "failed": run.failed,
        "purged": run.purged,
    }


def progress_document(desk: Desk, name: str) -> Document:
    """How far deciding has come: subjects done, how many a second of late, and the seconds that are left."""
    run = batch_at(desk.batches, name)
    last, growth, state = run.last_shape(), run.growth(), _state(run)
    whole = last[0]["shape"]["subjects"] if last else 0
    done = (
        whole if state == "decided" else min(whole, growth.parts * growth.subjects_in_part) if growth else 0
    )
    rate = growth.subjects_in_part / growth.seconds_a_part if growth and growth.seconds_a_part else None
    return {
        "name": name,
        "state": state,
        "subjects": whole,
        "done": done,
        "percent": round(100 * done / whole) if whole else 100 if state == "decided" else 0,
        "rate": round(rate) if rate and state == "at_work" else None,
        "seconds_left": round((whole - done) / rate) if rate and state == "at_work" else None,
        "failed": run.failed,
    }


def batch_result_document(desk: Desk, name: str) -> Document:
    """What became of it, in figures; InputError where it is not decided yet."""
    run = batch_at(desk.batches, name)
    return {**BatchFolder.open(run.out).summary(), "name": name, "state": _state(run)}


def batch_defects_csv(desk: Desk, name: str, *, by: str) -> bytes | Refused:
    """The defects of the request, a line each, to be told to the agency; taking them away is a look."""
    run = batch_at(desk.batches, name)
    summary = BatchFolder.open(run.out).summary()
    returned = summary["admission"]["returned"]
    purpose = "to take the defects away"
    refused = look(desk, f"{BATCH_PREFIX}{name}", by=by, roles=OFFICERS, purpose=purpose, subjects=returned)
    return refused or inert_csv((run.out / DEFECTS).read_text(encoding="utf-8"))


def take_in_batch(desk: Desk, request: bytes, table: bytes | None, *, by: str) -> str | Refused:
    """Take a large request in, with its table if it names one; the name under which it lies.

    InputError for what cannot be read, and then nothing is kept.
    """
    if refused := check_role(person(desk, by), TAKE_IN, "take_in_batch"):
        return refused
    if desk.batches is None:
        raise InputError("no folder for large requests is set", where="LAWGATE_BATCHES", mend="name one")
    asked, named = read_request(request, where="request")
    if isinstance(named, str) and table is None:
        raise InputError("the request names a table", where="request.subjects", mend="send its table too")
    if isinstance(named, str):
        table_beside(Path(REQUEST), named)
    beside = (named, table) if isinstance(named, str) and table is not None else None
    if beside and not TABLE.fullmatch(beside[0]):
        mend = "use letters and digits, and .parquet or .csv"
        raise InputError("the table needs another name", where="request.subjects", mend=mend)
    run = place_batch(desk.batches, desk.now().year, request, beside)
    try:
        if beside:
            demand_rows_max(run.at / beside[0], ROWS_MAX)
        subjects = count_shape(desk, run)["shape"]["subjects"]
        refused = enter(
            desk,
            f"{BATCH_PREFIX}{run.at.name}",
            Kind.REQUEST_RECEIVED,
            "take_in_batch",
            by=by,
            roles=TAKE_IN,
            values={"agency": asked.requester.agency, "subjects_count": subjects},
        )
    except BaseException:
        shutil.rmtree(run.at)
        raise
    return refused or run.at.name


def decide_batch(desk: Desk, name: str, *, by: str) -> Refused | None:
    """Have a large request decided in the background. Its subjects are looked for, so the look is entered first."""
    run = batch_at(desk.batches, name)
    if refused := check_role(person(desk, by), DECIDE, "decide_batch"):
        return refused
    if _state(run) not in {"waits", "failed"}:
        return Refused((Reason("not_now", "it is being decided, or was"),))
    if run.last_shape() is None:
        return Refused((Reason("not_counted", "its figures are counted first; come back in a few minutes"),))
    refused = enter(
        desk,
        f"{BATCH_PREFIX}{name}",
        Kind.RECORD_VIEWED,
        "decide_batch",
        by=by,
        roles=DECIDE,
        values={
            "reason": "to decide a large request",
            "subjects_count": count_shape(desk, run)["shape"]["subjects"],
        },
    )
    if refused is None:
        run.want()
    return refused


def _state(run: BatchRun) -> str:
    if run.purged:
        return "purged"
    if run.is_decided:
        return "decided"
    if run.failed is not None:
        return "failed"
    return "at_work" if run.is_wanted or run.growth() else "waits"


def count_shapes(desk: Desk) -> int:
    """Count the shape of each request that has none, or whose own was counted under other law; how many."""
    counted = 0
    for name in names_in(desk.batches):
        run = BatchRun(run_at(desk.batches, name))
        if not run.request.is_file() or run.purged or (run.is_wanted and not run.is_decided):
            continue
        law, last = law_for(_reading(desk, run)), run.last_shape()
        if last is None or last[1].get("corpus") != law.corpus.digest:
            try:
                count_shape(desk, run)
                counted += 1
            except InputError as error:
                run.fail(error.line())
    return counted


def count_shape(desk: Desk, run: BatchRun) -> Document:
    """The shape, counted once for the same words and the same law."""
    options = _reading(desk, run)
    _, named = read_request(read_bytes(run.request), where=REQUEST)
    law = law_for(options)
    counted_from = {
        "request": digest_of(run.request),
        "table": digest_of(table_beside(run.request, named)) if isinstance(named, str) else None,
        "corpus": law.corpus.digest,
        "day": law.day.isoformat(),
    }
    last = run.last_shape()
    if last and last[1] == counted_from:
        return last[0]
    told = tell_shape(run.request, adopted=options.adopted, officials=options.officials)
    run.keep_shape(counted_from, told)
    return told


def _reading(desk: Desk, run: BatchRun) -> RunOptions:
    return RunOptions(findings=run.findings, adopted=desk.adopted, officials=desk.officials)
