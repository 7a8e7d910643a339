"""A case decided: its request, findings and reviews, held against the law of today and one look at the records."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from lawgate.casework.case import Case
from lawgate.casework.proposal import Proposal, digest_of, lines_of
from lawgate.casework.release import Disclosed
from lawgate.decide.admit import Admitted, Returned, count_subjects
from lawgate.decide.determination import SubjectDetermination
from lawgate.decide.findings import Findings
from lawgate.decide.receiving import receiving_of
from lawgate.decide.request import Request, Subject
from lawgate.decide.restrain import Standing, standing_against
from lawgate.decide.rows import rows_asked
from lawgate.errors import InputError
from lawgate.law.corpus import Corpus
from lawgate.ledger.fields import Field, commitments, field_root, salt_of
from lawgate.linkage.person import Resolution
from lawgate.records.items import Item
from lawgate.service.casework.desk import Desk
from lawgate.service.casework.registers.agreements import narrowing
from lawgate.service.casework.registers.law_applied import applied
from lawgate.service.casework.registers.law_entered import enter_law
from lawgate.service.contract.read import read_request
from lawgate.service.contract.write import law_document, subject_document
from lawgate.service.gate import Terms, decide_subjects, gates_of
from lawgate.stores.casework.read import findings_of, reviews_of, submission_of
from lawgate.stores.records.custodian import RecordsFolder

SUBJECTS_MAX: Final = 500
"""In one request; each becomes a case, and all of them in one transaction."""


@dataclass(frozen=True, slots=True)
class Decided:
    """What came of a look: the decisions, beside each the row that is held of it, and the law that decided."""

    asked: Request
    subject: Subject
    determination: SubjectDetermination
    held: tuple[Item | None, ...]
    corpus: Corpus
    day: date
    hypothetical: bool
    request_digest: str
    digest: str
    """SHA-256 of the determination's canonical bytes, without any value."""

    @property
    def failed(self) -> bool:
        """Whether a decision could not be made, so that its item is withheld for no reason of law."""
        return any(one.fault for one in self.determination.decisions)

    @property
    def document(self) -> dict[str, Any]:
        """The determination without any value."""
        return {
            "as_of": self.day.isoformat(),
            "corpus": self.corpus.digest,
            "law": law_document(self.corpus, self.asked.provision),
            "hypothetical": self.hypothetical,
            "subject": subject_document(self.determination),
        }

    @property
    def disclosed(self) -> tuple[Disclosed, ...]:
        """What would leave, with its values."""
        found = zip(self.determination.decisions, lines_of(self.determination), self.held, strict=True)
        return tuple(
            Disclosed(
                line.item,
                line.period,
                item.value,
                decision.pathway.cite,
                decision.cites,
                tuple(decision.pathway.provision.limits),
            )
            for decision, line, item in found
            if line.leaves and decision.pathway and item
        )


def parse_submission(body: bytes, *, where: str) -> tuple[Request, tuple[Subject, ...]]:
    """A request with its subjects; InputError where they stand in a table, which is for batches."""
    asked, subjects = read_request(body, where=where)
    if isinstance(subjects, str):
        raise InputError(
            "a case is made of each subject, so they stand in the request itself",
            where=f"{where}.subjects",
            mend="send the table beside the request; a large one is decided by lawgate batch",
        )
    return asked, subjects


def demand_readable(desk: Desk, asked: Request, subjects: Sequence[Subject]) -> None:
    """InputError for what no admission can read, such as a paragraph that is none: its case could never go on.

    Nor is more taken in at once than can be written while others wait.
    """
    demand_few(subjects, where="request.subjects")
    day = desk.now().date()
    gates_of(subjects, _terms(asked, subjects, law_of(desk, day), Findings(), day))


def demand_few(subjects: Sequence[Subject], *, where: str) -> None:
    """InputError where more subjects stand in a request than are judged one by one."""
    if len(subjects) > SUBJECTS_MAX:
        raise InputError(
            f"more than {SUBJECTS_MAX} subjects",
            where=where,
            mend="send them in several requests, or as a batch",
        )


def law_of(desk: Desk, day: date) -> Corpus:
    """The law of a day as this deployment reads it."""
    return applied(desk, day).law(day)


def narrowed(desk: Desk, law: Corpus, asked: Request, day: date) -> Corpus:
    """The same law with what the agreements of the register add for the one who asks; it never opens more."""
    under = law
    for name in narrowing(day, agency=asked.requester.agency, provision=asked.provision):
        under = under.under_agreement(name)
    if under is not law and day == desk.now().date():
        enter_law(desk, under)
    return under


def law_for(desk: Desk, asked: Request, day: date) -> Corpus:
    """The law of a day for the one who asks: as this deployment reads it, narrowed by agreements."""
    return narrowed(desk, law_of(desk, day), asked, day)


def receiving_agencies(case: Case, asked: Request, subject: Subject) -> tuple[str, ...]:
    """The agency whose case it is, the one that asked, and those of the recipients."""
    others = (one.agency for one in asked.recipients_of(subject))
    names = (case.agency, asked.requester.agency, *others)
    return tuple(dict.fromkeys(name for name in names if name))


def receiving_now(case: Case) -> tuple[str, ...]:
    """The same of the words of a case. InputError where they were purged."""
    body, _ = submission_of(case.number)
    asked, subjects = parse_submission(body, where=case.number)
    return receiving_agencies(case, asked, _subject(subjects, case.ref))


def gate_of(desk: Desk, number: str, ref: str) -> tuple[Admitted | Returned, Corpus]:
    """The case admitted or returned on the request's own words; no record is looked at."""
    day = desk.now().date()
    law = law_of(desk, day)
    enter_law(desk, law)
    body, _ = submission_of(number)
    asked, subjects = parse_submission(body, where=number)
    corpus = narrowed(desk, law, asked, day)
    return _gate(asked, subjects, ref, corpus, day), corpus


def gate_under(number: str, ref: str, corpus: Corpus, day: date) -> Admitted | Returned:
    """The same under a law that is not applied yet, such as one with an order that somebody is about to enter."""
    body, _ = submission_of(number)
    asked, subjects = parse_submission(body, where=number)
    return _gate(asked, subjects, ref, corpus, day)


def _gate(
    asked: Request, subjects: Sequence[Subject], ref: str, corpus: Corpus, day: date
) -> Admitted | Returned:
    terms = _terms(asked, subjects, corpus, Findings(), day)
    return gates_of([_subject(subjects, ref)], terms)[0]


def standing_now(desk: Desk, case: Case) -> Standing:
    """The orders in force today against those who asked and would receive; no record is looked at."""
    body, _ = submission_of(case.number)
    asked, subjects = parse_submission(body, where=case.number)
    receiving = receiving_of(asked, _subject(subjects, case.ref), subjects_each={})
    orders = law_of(desk, desk.now().date()).orders
    return standing_against(asked, receiving, orders, subjects=len(subjects))


def decide_case(desk: Desk, case: Case, *, day: date | None = None) -> Decided:
    """Decide a case as of today, with one look at the records; of another day it is a hypothesis."""
    today = desk.now().date()
    as_of_day = day or today
    body, digest = submission_of(case.number)
    asked, subjects = parse_submission(body, where=case.number)
    subject, law = _subject(subjects, case.ref), law_of(desk, as_of_day)
    if as_of_day == today:
        enter_law(desk, law)
    corpus = narrowed(desk, law, asked, as_of_day)
    findings = Findings.check(findings_of(case.number), day=as_of_day)
    terms = _terms(asked, subjects, corpus, findings, as_of_day)
    look = _OneLook(_custodian(desk, case.number))
    determination = next(decide_subjects([subject], terms, look))
    return Decided(
        asked,
        subject,
        determination,
        _held(gates_of([subject], terms)[0], determination, look),
        corpus,
        as_of_day,
        as_of_day != today,
        digest,
        digest_of(subject_document(determination)),
    )


def propose(desk: Desk, case: Case, decided: Decided, *, number: int, by: str, key: str) -> Proposal:
    """What would leave, under one digest; `key` is the registration of the key that it would be sealed to."""
    return Proposal(
        case=case.number,
        number=number,
        request=decided.request_digest,
        determination=decided.digest,
        corpus=decided.corpus.digest,
        record_root=_record_root(desk, case, decided.disclosed, key),
        prepared_by=by,
        lines=lines_of(decided.determination),
        hypothetical=decided.hypothetical,
    )


class _OneLook:
    """A custodian that is asked once and remembers: what was decided on is what leaves."""

    def __init__(self, custodian: RecordsFolder) -> None:
        self._custodian = custodian
        self.held: Mapping[str, Sequence[Item]] = {}

    def resolve(self, admitted: Sequence[Admitted]) -> Iterable[Resolution]:
        return self._custodian.resolve(admitted)

    def items(self, found: Iterable[tuple[Admitted, Resolution]]) -> Mapping[str, Sequence[Item]]:
        self.held = self._custodian.items(found)
        return self.held


def _custodian(desk: Desk, number: str) -> RecordsFolder:
    if desk.custodian is None:
        raise InputError("no records are named", where="LAWGATE_RECORDS", mend="name the custodian's folder")
    return desk.custodian.afresh(reviews_of(number))


def _held(
    gate: Admitted | Returned, determination: SubjectDetermination, look: _OneLook
) -> tuple[Item | None, ...]:
    """Beside each decision the row that it is about."""
    if isinstance(gate, Returned):
        return ()
    named = determination.resolution.taxpayer_id if determination.resolution else None
    failed = any(one.fault for one in determination.decisions)
    rows = rows_asked(gate, () if failed else look.held.get(named or "", ()))
    return tuple(row.held for row in rows)


def _terms(
    asked: Request, subjects: Sequence[Subject], corpus: Corpus, findings: Findings, day: date
) -> Terms:
    return Terms(asked, corpus, findings, day, count_subjects(asked, subjects), len(subjects))


def _subject(subjects: Sequence[Subject], ref: str) -> Subject:
    return next(one for one in subjects if one.ref == ref)


def _record_root(desk: Desk, case: Case, items: Sequence[Disclosed], key: str) -> str:
    """One root over what would leave and the key it would be sealed to, salted so that nothing can be guessed."""
    leaves = [("value", f"record/{at}", [one.item, one.period, one.value]) for at, one in enumerate(items)]
    leaves.append(("key", "key", [case.agency, key]))
    fields = [
        Field(kind, value, salt_of(desk.secret, case=case.number, sequence=0, name=name))
        for kind, name, value in leaves
    ]
    return field_root(commitments(fields)).hex()
