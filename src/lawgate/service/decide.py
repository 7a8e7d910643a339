"""One request decided at once: what `lawgate decide` does."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from lawgate.decide.determination import Determination
from lawgate.service.gate import decide_subjects
from lawgate.service.run import RunOptions, load_run, open_records


def decide(request: Path, *, records: Path | None = None, **told: Any) -> Determination:
    """The determination of a request file; without records only admission is tried. See RunOptions.

    Under a calibration of the records a match whose bound is above the ceiling waits for a person.

    Raises InputError for whatever cannot be read, before any record is looked at.
    """
    options = RunOptions(**told)
    run = load_run(request, options)
    custodian = open_records(records, options)
    return Determination(
        request=run.terms.asked.id,
        as_of=run.terms.day,
        known_on=run.known_on,
        corpus=run.terms.corpus.digest,
        hypothetical=run.hypothetical,
        subjects=tuple(decide_subjects(run.subjects, run.terms, custodian)),
    )
