"""Rows as the values that the pure floor knows; nothing of Django leaves the stores."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from django.db.models import Max

from lawgate.casework.case import Actor, Approval, Case, Objection, ReleaseMade
from lawgate.casework.deadline import Deadline
from lawgate.casework.officials import Held, actor_with
from lawgate.casework.permissions import PREPARING
from lawgate.casework.proposal import Line, Proposal
from lawgate.casework.words import Act, State
from lawgate.cite import Cite
from lawgate.decide.determination import Disposition
from lawgate.decide.findings import EVERY, Finding
from lawgate.errors import InputError, UnknownCaseError
from lawgate.linkage.review import Answer, ReviewDecision, Reviewer, Reviews
from lawgate.stores.casework import models

NEVER: Final = 0
"""The number of a row that never was."""


@dataclass(frozen=True, slots=True)
class AgencyStanding:
    """Whether an agency may receive: its safeguards, until when, and the key that packages are sealed to."""

    name: str
    safeguards_satisfy: bool
    valid_until: date | None
    key: str

    def satisfies(self, day: date) -> bool:
        """Whether its safeguards were found to satisfy and that is not out of date."""
        return self.safeguards_satisfy and self.valid_until is not None and day <= self.valid_until


@dataclass(frozen=True, slots=True)
class Event:
    """One entry of a case as the history shows it."""

    case: str
    sequence: int
    kind: str
    act: str
    before: str
    after: str
    actor: str
    happened_at: datetime
    leaf: int | None
    account: dict[str, Any]


def find_case(number: str) -> Case:
    """The case of this number; InputError where there is none."""
    return case_of(row_of(number))


def row_of(number: str, *, lock: bool = False) -> models.Case:
    """The row of a case, locked against every other writer until the transaction ends where that is asked."""
    rows = models.Case.objects.select_for_update() if lock else models.Case.objects.all()
    row = rows.filter(number=number).first()
    if row is None:
        raise UnknownCaseError("no such case", mend="give the number as the list of cases shows it")
    return row


def case_of(row: models.Case) -> Case:
    """A row with all that belongs to it as a value.

    The same is asked of the database whatever belongs to it: an agency's own page is made of this, and how long that
    takes is to tell nothing of how far a case has come.
    """
    return Case(
        number=row.number,
        request=row.request,
        agency=row.agency,
        ref=row.ref,
        provision=Cite.parse(row.provision) if row.provision else None,
        state=State(row.state),
        sequence=row.sequence,
        preparer=row.preparer_id,
        preparers=_preparers_of(row.number),
        proposal=_standing_of(row),
        approvals=tuple(
            Approval(one.slot, one.signer_id, one.digest, one.prepared_by_id, one.signed_at)
            for one in models.Approval.objects.filter(proposal__case=row).order_by("id")
        ),
        objections=tuple(
            Objection(one.official_id, one.reason, one.made_on, one.declines or None)
            for one in row.objections.order_by("id")
        ),
        release=_release_of(row),
        deadline=Deadline(
            row.begun_on,
            row.days,
            tuple((date.fromisoformat(start), date.fromisoformat(end)) for start, end in row.stops),
            row.stopped_on,
        ),
        waiting_since=row.waiting_since,
        assigned_to=row.assigned_to_id,
        sealed=row.sealed,
    )


def _preparers_of(number: str) -> frozenset[str]:
    acts = [act.value for act in PREPARING]
    rows = models.Entry.objects.filter(case_number=number, act__in=acts)
    return frozenset(rows.values_list("actor", flat=True))


def _standing_of(row: models.Case) -> Proposal | None:
    """The proposal that stands, without its determination; where none does, one that never was is asked for."""
    at = row.proposal_id or NEVER
    made = models.Proposal.objects.filter(pk=at).defer("document").first()
    lines = list(models.ProposalLine.objects.filter(proposal_id=at).order_by("position"))
    return _proposal(made, lines) if made else None


def proposal_of(row: models.Proposal) -> Proposal:
    """A proposal with its lines."""
    return _proposal(row, row.lines.order_by("position"))


def _proposal(row: models.Proposal, lines: Iterable[models.ProposalLine]) -> Proposal:
    return Proposal(
        case=row.case_id,
        number=row.number,
        request=row.request_digest,
        determination=row.determination_digest,
        corpus=row.corpus,
        record_root=row.record_root,
        prepared_by=row.prepared_by_id,
        lines=tuple(
            Line(
                one.item,
                one.period or None,
                Disposition(one.disposition),
                Cite.parse(one.pathway) if one.pathway else None,
            )
            for one in lines
        ),
        hypothetical=row.hypothetical,
    )


def _release_of(row: models.Case) -> ReleaseMade | None:
    found = models.Release.objects.filter(case=row).select_related("proposal")
    made = found.defer("proposal__document").first()
    review = models.ReviewAfter.objects.filter(release_id=made.pk if made else NEVER).first()
    if made is None:
        return None
    return ReleaseMade(
        made.proposal.digest,
        made.demand,
        made.releaser_id,
        made.released_at,
        made.review_due,
        review.official_id if review else None,
        review is not None and not review.agrees,
    )


def actor_of(login: str, day: date) -> Actor:
    """An official with the roles and the authority that he has on a day; one who is not known has none.

    Who belongs to an agency that asks is none of our own officials, whatever roles he was given.
    """
    return actors_of((login,), day)[0]


def actors_of(logins: Sequence[str], day: date) -> tuple[Actor, ...]:
    """These officials in this order, as `actor_of` tells of each."""
    rows = models.Official.objects.filter(login__in=logins).prefetch_related("assignments")
    known = {row.login: _actor(row, day) for row in rows}
    return tuple(known.get(login) or Actor(login, active=False) for login in logins)


def _actor(row: models.Official, day: date) -> Actor:
    held = (Held(one.role, one.provision, one.begins_on, one.ends_on) for one in row.assignments.all())
    return actor_with(row.login, agency=row.agency, active=row.active, held=held, day=day)


def name_of(login: str) -> str:
    """An official's name, as it stands in an account."""
    row = models.Official.objects.filter(login=login).first()
    return row.name if row else login


def findings_of(number: str) -> tuple[Finding, ...]:
    """The findings that stand in a case: the latest on each question for the same items.

    What officials answered about words that were mended since stands no more.
    """
    words = models.Entry.objects.filter(case_number=number, act__in=[Act.RECEIVE.value, Act.MEND.value])
    since = words.aggregate(last=Max("sequence"))["last"] or 0
    latest: dict[tuple[str, str], models.Finding] = {}
    for row in models.Finding.objects.filter(case=number, entry__sequence__gt=since).order_by("id"):
        latest[row.cite, ",".join(sorted(row.items)) if row.items else ""] = row
    return tuple(
        Finding(
            cite=Cite.parse(row.cite),
            answer=row.answer,
            refs=EVERY,
            items=frozenset(row.items) if row.items else EVERY,
            office=row.office,
            official=row.official_id,
            on=row.found_on,
            certified_on=row.certified_on,
            note=row.note or None,
        )
        for row in latest.values()
    )


def reviews_of(number: str) -> Reviews:
    """What reviewers decided on the pairs of a case."""
    return Reviews.of(
        ReviewDecision(
            pair=row.pair,
            by=Reviewer(row.official.name, "reviewer"),
            on=row.decided_on,
            reason=row.reason,
            answer=Answer(row.answer),
        )
        for row in models.MatchDecision.objects.filter(case=number).select_related("official").order_by("id")
    )


def submission_of(number: str) -> tuple[bytes, str]:
    """The request of a case, letter for letter, with its digest; InputError where it was purged, or is another."""
    row = models.Submission.objects.get(cases=number)
    if row.body is None:
        raise InputError("the request was purged", where=number, mend="have it submitted again")
    body = bytes(row.body)
    if hashlib.sha256(body).hexdigest() != row.digest:
        raise InputError("the request is not the one that came in", where=number, mend="tell the auditor")
    return body, row.digest


def agencies_of(names: Sequence[str]) -> tuple[AgencyStanding, ...]:
    """How these agencies stand; one that is not registered satisfies nothing."""
    held = {row.name: row for row in models.Agency.objects.filter(name__in=names)}
    return tuple(
        AgencyStanding(name, row.safeguards_satisfy, row.valid_until, row.key)
        if (row := held.get(name))
        else AgencyStanding(name, safeguards_satisfy=False, valid_until=None, key="")
        for name in names
    )


def dockets_checked_on() -> date | None:
    """The day of counsel's last look at the dockets; None where there was none."""
    last = models.DocketCheck.objects.order_by("-checked_on").first()
    return last.checked_on if last else None


def events_of(number: str) -> tuple[Event, ...]:
    """The entries of a case in their order."""
    return tuple(
        Event(
            row.case_number, row.sequence, row.kind, row.act, row.state_before, row.state_after, row.actor,
            row.happened_at, row.leaf, row.account,
        )
        for row in models.Entry.objects.filter(case_number=number).order_by("sequence")
    )  # fmt: skip
