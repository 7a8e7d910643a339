"""One request decided at once: what `lawgate decide` does."""

from __future__ import annotations

from pathlib import Path

from lawgate.decide.determination import Determination
from lawgate.decide.use import check_use, determine_use
from lawgate.law.corpus import as_of
from lawgate.service.contract.read_use import asks_for_use, read_use
from lawgate.service.files import day_of, findings_of, read_bytes
from lawgate.service.gate import decide_subjects
from lawgate.service.run import load_run
from lawgate.stores.clock import today
from lawgate.stores.custodian import RecordsFolder


def decide(
    request: Path,
    *,
    records: Path | None = None,
    findings: Path | None = None,
    as_of_day: str | None = None,
    known_on: str | None = None,
) -> Determination:
    """The determination of a request file; without records only admission is tried.

    A request for the use of released items is decided without any record. Raises InputError for
    whatever cannot be read, before any record is looked at.
    """
    if asks_for_use(read_bytes(request)):
        return _decide_use(request, findings, as_of_day, known_on)
    run = load_run(request, findings=findings, as_of_day=as_of_day, known_on=known_on)
    custodian = RecordsFolder.open(records) if records else None
    return Determination(
        request=run.terms.asked.id,
        as_of=run.terms.day,
        known_on=run.known_on,
        corpus=run.terms.corpus.digest,
        hypothetical=run.hypothetical,
        subjects=tuple(decide_subjects(run.subjects, run.terms, custodian)),
    )


def _decide_use(
    request: Path, findings: Path | None, as_of_day: str | None, known_on: str | None
) -> Determination:
    name, asked = read_use(read_bytes(request), where=request.name)
    day, known = day_of(as_of_day, where="--as-of"), day_of(known_on, where="--known-on")
    corpus = as_of(day)
    check_use(asked, corpus, day=day)
    return Determination(
        request=name,
        as_of=day,
        known_on=known,
        corpus=corpus.digest,
        hypothetical=(day, known) != (today(), today()),
        subjects=(determine_use(asked, corpus, findings_of(findings, day)),),
    )
