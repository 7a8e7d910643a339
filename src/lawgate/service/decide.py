"""One request decided at once: what `lawgate decide` does."""

from __future__ import annotations

from pathlib import Path

from lawgate.decide.admit import count_subjects
from lawgate.decide.determination import Determination
from lawgate.law.corpus import as_of
from lawgate.service.contract.read import read_request
from lawgate.service.files import day_of, findings_of, read_bytes
from lawgate.service.gate import Terms, decide_subjects
from lawgate.service.subjects import read_subjects
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

    Raises InputError for whatever cannot be read, before any record is looked at.
    """
    asked, given = read_request(read_bytes(request), where=request.name)
    subjects = tuple(read_subjects(request.parent / given, asked)) if isinstance(given, str) else given
    day, known = day_of(as_of_day, where="--as-of"), day_of(known_on, where="--known-on")
    corpus = as_of(day)
    if asked.provision:
        corpus.pathway(asked.provision)
    terms = Terms(asked, corpus, findings_of(findings, day), day, count_subjects(asked, subjects))
    custodian = RecordsFolder.open(records) if records else None
    return Determination(
        request=asked.id,
        as_of=day,
        known_on=known,
        corpus=corpus.digest,
        hypothetical=(day, known) != (today(), today()),
        subjects=tuple(decide_subjects(subjects, terms, custodian)),
    )
