"""What one run decides, loaded and checked whole before a record is looked at or a file written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from pathlib import Path
from typing import overload

from lawgate.decide.findings import Findings
from lawgate.decide.request import Request, Subject
from lawgate.errors import InputError
from lawgate.law.agencies import is_part
from lawgate.law.agreements import AGREEMENTS
from lawgate.law.corpus import Corpus, as_of
from lawgate.service.contract.read import read_request
from lawgate.service.files import day_of, findings_of, read_bytes, reviews_of
from lawgate.service.gate import Terms
from lawgate.service.law.adoption import followed, read_overrides
from lawgate.service.match.calibration import ceiling_of
from lawgate.service.subjects import count_recipients, read_subjects, table_beside
from lawgate.stores.clock import today
from lawgate.stores.records.custodian import RecordsFolder


@dataclass(frozen=True, slots=True, kw_only=True)
class RunOptions:
    """What a command is told besides the request: answers of officials, two days, and how the law is read."""

    findings: Path | None = None
    reviews: Path | None = None
    as_of_day: str | None = None
    known_on: str | None = None
    readings: list[str] | None = None
    adopted: Path | None = None
    officials: Path | None = None
    agreement: str | None = None
    calibration: Path | None = None
    ceiling: float | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """The subjects of a request with the terms on which they are decided.

    A hypothetical answer, of another day than today or under a reading that is not adopted, can never
    become a release. `table` is the file of the subjects, where they are not inside the request.
    """

    terms: Terms
    subjects: Sequence[Subject]
    known_on: date
    hypothetical: bool
    table: Path | None = None


@dataclass(frozen=True, slots=True)
class Law:
    """The law that decides: its corpus, the two days, and whether the answer is a hypothesis."""

    corpus: Corpus
    day: date
    known_on: date
    hypothetical: bool


def law_for(options: RunOptions) -> Law:
    """The law by which a command's options have it decided; InputError for days or readings that do not stand."""
    day, known = day_of(options.as_of_day, where="--as-of"), day_of(options.known_on, where="--known-on")
    overrides = read_overrides(options.readings)
    adopted = followed(options.adopted, options.officials, day, known_on=known)
    readings = {**adopted.readings, **overrides}
    corpus = as_of(
        day,
        known_on=known,
        readings=readings,
        set_aside=adopted.set_aside,
        complied_with=adopted.complied_with,
    )
    return Law(corpus, day, known, bool(overrides) or (day, known) != (today(), today()))


def load_run(request: Path, options: RunOptions) -> Run:
    """Read a request and all that it is decided by; raises InputError for whatever cannot be read."""
    asked, given = read_request(read_bytes(request), where=request.name)
    table = table_beside(request, given) if isinstance(given, str) else None
    subjects = given if isinstance(given, tuple) else read_subjects(table_beside(request, given), asked)
    law = _law_on(asked, options)
    findings = findings_of(options.findings, min(law.day, law.known_on))
    counts = count_recipients(asked, subjects)
    terms = Terms(asked, law.corpus, findings, law.day, counts, len(subjects))
    return Run(terms, subjects, law.known_on, law.hypothetical, table)


@dataclass(frozen=True, slots=True)
class TermsApart:
    """Terms for another process: the law is not sent but made anew there, and is the same by its digest."""

    options: RunOptions
    asked: Request
    findings: Findings
    subjects_each: Mapping[str, int]
    subjects: int
    digest: str

    @classmethod
    def of(cls, run: Run, options: RunOptions) -> TermsApart:
        """Those of a run, with the days that it was decided for: midnight may pass."""
        terms = run.terms
        days = {"as_of_day": terms.day.isoformat(), "known_on": run.known_on.isoformat()}
        told = {one.name: getattr(options, one.name) for one in fields(RunOptions)}
        return cls(
            RunOptions(**{**told, **days}),
            terms.asked,
            terms.findings,
            terms.subjects_each,
            terms.subjects,
            terms.corpus.digest,
        )

    def terms(self) -> Terms:
        """Raises InputError where a file that the law rests on was changed since the run began."""
        law = _law_on(self.asked, self.options)
        if law.corpus.digest != self.digest:
            raise InputError(
                "the readings adopted are others than when this run began",
                where=str(self.options.adopted),
                mend="run it again",
            )
        return Terms(self.asked, law.corpus, self.findings, law.day, self.subjects_each, self.subjects)


def _law_on(asked: Request, options: RunOptions) -> Law:
    """The law that decides what is asked: under its agreement, and with the paragraph that it names."""
    law = law_for(options)
    if options.agreement:
        law = replace(law, corpus=_under_agreement(law.corpus, options.agreement, asked, law.day))
    if asked.provision:
        law.corpus.pathways_at(asked.provision)
    return law


def _under_agreement(corpus: Corpus, name: str, asked: Request, day: date) -> Corpus:
    """The law narrowed by an agreement with the one who asks; InputError where it is not with him."""
    narrowed = corpus.under_agreement(name)
    agreement = AGREEMENTS[name]
    if agreement.signed.latest > day:
        raise InputError(
            f"{name} was not signed yet on {day.isoformat()}",
            where="--agreement",
            mend="leave it out, or take another day",
        )
    if not is_part(asked.requester.agency, agreement.party):
        raise InputError(
            f"{name} is an agreement with {agreement.party}, and another agency asks",
            where="--agreement",
            mend="leave it out, or name the agreement with the agency that asks",
        )
    if asked.provision and not asked.provision.within(agreement.narrows):
        raise InputError(
            f"{name} narrows {agreement.narrows.text}, and the request is under {asked.provision.text}",
            where="--agreement",
            mend="leave it out, or name an agreement on that provision",
        )
    return narrowed


@overload
def open_records(records: Path, options: RunOptions) -> RecordsFolder: ...
@overload
def open_records(records: Path | None, options: RunOptions) -> RecordsFolder | None: ...
def open_records(records: Path | None, options: RunOptions) -> RecordsFolder | None:
    """The custodian of a records folder, with the decisions of reviewers and held to a ceiling."""
    if options.reviews and not records:
        raise InputError(
            "reviews are of records, and none are named", where="--reviews", mend="give --records"
        )
    opened = RecordsFolder.open(records, reviews_of(options.reviews)) if records else None
    ceiling = ceiling_of(options.ceiling, options.calibration, records)
    return opened.under(ceiling) if opened else None
