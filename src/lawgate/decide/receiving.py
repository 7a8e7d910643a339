"""Those who would receive: what is stated of them, as answers to the law's questions."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from lawgate.decide.request import Known, Recipient, Request, Subject
from lawgate.decide.says import says_something
from lawgate.kernel.fact import Value
from lawgate.law.agencies import (
    ACCOUNTABILITY_OFFICE,
    FEDERAL_ROOT,
    JUSTICE,
    STATE_ROOT,
    TREASURY,
    is_enforcement,
    is_part,
    named_agencies,
)
from lawgate.law.terms import recipients
from lawgate.law.usc26.s6103.i import p2

STATE_LEVEL = "state"


@dataclass(frozen=True, slots=True)
class Receiving:
    """What is stated of those who would receive: their agencies, and the answers that this gives."""

    agencies: tuple[str, ...]
    answers: tuple[tuple[str, Value | None], ...]


def receiving_of(asked: Request, one: Subject, *, subjects_each: Mapping[str, int]) -> Receiving:
    """`subjects_each` counts, by recipient, the subjects for whom he is named."""
    named = asked.recipients_of(one)
    agencies = dict.fromkeys(recipient.agency for recipient in named if recipient.agency)
    return Receiving(tuple(agencies), tuple(_of_recipients(asked, named, subjects_each).items()))


def such_agency(asked: Request) -> str:
    """The agency whose officers may receive: the requester's own, or, for a listed Justice official, Justice.

    26 U.S.C. 6103(i)(2)(A) lists those officials for the Department, not for its parts.
    """
    listed = (*p2.JUSTICE_OFFICES, p2.ACTING_JUSTICE_OFFICE)
    of_justice = is_part(asked.requester.agency, JUSTICE) and asked.requester.office in listed
    return JUSTICE if of_justice else asked.requester.agency


def _of_recipients(asked: Request, named: tuple[Recipient, ...], subjects_each: Mapping[str, int]) -> Known:
    return {
        recipients.identified.name: _every(named, lambda r: says_something(r.name) if r.name else True),
        recipients.of_requesting_agency.name: _every(named, lambda r: _belongs(r, such_agency(asked))),
        recipients.named_agencies.name: _shared_by_all(named),
        recipients.of_state.name: _some_of_state(asked, named),
        recipients.enforcement.name: _some_of_enforcement(asked, named),
        recipients.federal.name: _every(named, lambda r: _belongs(r, FEDERAL_ROOT)),
        recipients.engaged.name: _every(named, lambda r: r.personally_and_directly_engaged),
        recipients.state_or_local.name: False if _every(named, _not_federal) is False else None,
        **_of_recipients_agencies(named),
        recipients.subjects_each.name: max((subjects_each.get(r.id, 1) for r in named), default=None),
    }


def _of_recipients_agencies(named: tuple[Recipient, ...]) -> Known:
    """What dotted names tell of the recipients' agencies; what kind of agency it is, they do not tell."""
    federal = _every(named, lambda r: _belongs(r, FEDERAL_ROOT))
    no_federal_agency = False if federal is False else None
    of_departments = _every(named, lambda r: _belongs(r, JUSTICE) or _belongs(r, TREASURY))
    return {
        recipients.of_justice.name: _every(named, lambda r: _belongs(r, JUSTICE)),
        recipients.of_treasury.name: _every(named, lambda r: _belongs(r, TREASURY)),
        recipients.of_accountability_office.name: _every(named, lambda r: _belongs(r, ACCOUNTABILITY_OFFICE)),
        recipients.federal_law_enforcement.name: no_federal_agency,
        recipients.federal_law_enforcement_or_intelligence.name: no_federal_agency,
        recipients.justice_treasury_or_intelligence.name: True if of_departments else no_federal_agency,
    }


def _shared_by_all(named: tuple[Recipient, ...]) -> frozenset[str] | None:
    """The agencies named by a paragraph to which all recipients belong; unknown while one states no agency."""
    shared = [named_agencies(recipient.agency) if recipient.agency else None for recipient in named]
    known = [agencies for agencies in shared if agencies is not None]
    if frozenset() in known:
        return frozenset()
    return frozenset.intersection(*known) if known and len(known) == len(shared) else None


def _some_of_state(asked: Request, named: tuple[Recipient, ...]) -> bool | None:
    """Whether a recipient is of a State, by his agency's dotted name or as one of a requester at that level.

    Where nobody is named the requester receives. Local agencies are no States, save as (b)(5) counts them.
    """
    asks = asked.requester.agency if asked.requester.level == STATE_LEVEL else STATE_ROOT
    agencies = [recipient.agency for recipient in named] or [asked.requester.agency]
    if any(agency and (is_part(agency, STATE_ROOT) or is_part(agency, asks)) for agency in agencies):
        return True
    return False if all(agencies) else None


def _some_of_enforcement(asked: Request, named: tuple[Recipient, ...]) -> bool | None:
    """Whether one who asks or receives is of law enforcement or intelligence; unknown while one has no agency."""
    agencies = [asked.requester.agency, *(recipient.agency for recipient in named)]
    if any(agency and is_enforcement(agency) for agency in agencies):
        return True
    return False if all(agencies) else None


def _belongs(recipient: Recipient, agency: str) -> bool | None:
    return is_part(recipient.agency, agency) if recipient.agency else None


def _not_federal(recipient: Recipient) -> bool | None:
    federal = _belongs(recipient, FEDERAL_ROOT)
    return None if federal is None else not federal


def _every(named: tuple[Recipient, ...], answer: Callable[[Recipient], bool | None]) -> bool | None:
    """What holds of every recipient: no if it fails for one, unknown if it is for one or if none is named."""
    answers = [answer(recipient) for recipient in named]
    if False in answers:
        return False
    return True if answers and None not in answers else None
