"""One request decided at once: what `lawgate decide` does."""

from __future__ import annotations

from pathlib import Path

from lawgate.decide.determination import Determination
from lawgate.service.calibration import ceiling_of
from lawgate.service.gate import decide_subjects
from lawgate.service.run import load_run
from lawgate.stores.custodian import RecordsFolder


def decide(
    request: Path,
    *,
    records: Path | None = None,
    findings: Path | None = None,
    as_of_day: str | None = None,
    known_on: str | None = None,
    calibration: Path | None = None,
    ceiling: float | None = None,
) -> Determination:
    """The determination of a request file; without records only admission is tried.

    Under a calibration of the records a match whose bound is above the ceiling waits for a person.

    Raises InputError for whatever cannot be read, before any record is looked at.
    """
    run = load_run(request, findings=findings, as_of_day=as_of_day, known_on=known_on)
    folder = RecordsFolder.open(records) if records else None
    held_to = ceiling_of(ceiling, calibration, records)
    return Determination(
        request=run.terms.asked.id,
        as_of=run.terms.day,
        known_on=run.known_on,
        corpus=run.terms.corpus.digest,
        hypothetical=run.hypothetical,
        subjects=tuple(decide_subjects(run.subjects, run.terms, folder and folder.under(held_to))),
    )
