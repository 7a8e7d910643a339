"""What one run decides, loaded and checked whole before a record is looked at or a file written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from lawgate.decide.admit import count_subjects
from lawgate.decide.request import Subject
from lawgate.law.corpus import as_of
from lawgate.service.contract.read import read_request
from lawgate.service.files import day_of, findings_of, read_bytes
from lawgate.service.gate import Terms
from lawgate.service.subjects import read_subjects
from lawgate.stores.clock import today


@dataclass(frozen=True, slots=True)
class Run:
    """The subjects of a request with the terms on which they are decided."""

    terms: Terms
    subjects: Sequence[Subject]
    known_on: date

    @property
    def hypothetical(self) -> bool:
        """Whether another day than today decides: such an answer can never become a release."""
        return (self.terms.day, self.known_on) != (today(), today())


def load_run(request: Path, *, findings: Path | None, as_of_day: str | None, known_on: str | None) -> Run:
    """Read a request and its findings; raises InputError for whatever cannot be read."""
    asked, given = read_request(read_bytes(request), where=request.name)
    subjects = tuple(read_subjects(request.parent / given, asked)) if isinstance(given, str) else given
    day, known = day_of(as_of_day, where="--as-of"), day_of(known_on, where="--known-on")
    corpus = as_of(day)
    if asked.provision:
        corpus.pathway(asked.provision)
    terms = Terms(asked, corpus, findings_of(findings, day), day, count_subjects(asked, subjects))
    return Run(terms, subjects, known)
