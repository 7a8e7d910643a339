"""One request decided at once: what `lawgate decide` does."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from lawgate.decide.determination import Determination
from lawgate.decide.use import check_use, determine_use
from lawgate.service.contract.read_use import asks_for_use, read_use
from lawgate.service.files import findings_of, read_bytes
from lawgate.service.gate import decide_subjects
from lawgate.service.run import RunOptions, law_for, load_run, open_records


def decide(request: Path, *, records: Path | None = None, **told: Any) -> Determination:
    """The determination of a request file; without records only admission is tried. See RunOptions.

    Under a calibration of the records a match whose bound is above the ceiling waits for a person.

    A request for the use of released items is decided without any record. Raises InputError for
    whatever cannot be read, before any record is looked at.
    """
    options = RunOptions(**told)
    if asks_for_use(read_bytes(request)):
        return _decide_use(request, options)
    run = load_run(request, options)
    custodian = open_records(records, options)
    return Determination(
        request=run.terms.asked.id,
        provision=run.terms.asked.provision,
        as_of=run.terms.day,
        known_on=run.known_on,
        law=run.terms.corpus,
        hypothetical=run.hypothetical,
        subjects=tuple(decide_subjects(run.subjects, run.terms, custodian, which=True)),
    )


def _decide_use(request: Path, options: RunOptions) -> Determination:
    name, asked = read_use(read_bytes(request), where=request.name)
    law = law_for(options)
    check_use(asked, law.corpus, day=law.day)
    found = determine_use(asked, law.corpus, findings_of(options.findings, min(law.day, law.known_on)))
    return Determination(name, None, law.day, law.known_on, law.corpus, law.hypothetical, (found,))
