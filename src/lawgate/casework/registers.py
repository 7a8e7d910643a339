"""What counsel and others keep beside the cases, in registers: who may enter what, and what an entry says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Final

from lawgate.casework.case import Actor
from lawgate.casework.words import Reason, Reasons, Role
from lawgate.errors import IllFormedError
from lawgate.ledger.entry import Kind


class Register(StrEnum):
    """One register. Under its name stand its entries in the ledger, which belong to no case."""

    DOCKETS = "DOCKETS"
    GLASS = "BREAK-GLASS"
    READINGS = "READINGS"
    ORDERS = "ORDERS"
    AGREEMENTS = "AGREEMENTS"
    AGENCIES = "AGENCIES"
    OFFICIALS = "OFFICIALS"
    CAPS = "CAPS"
    KEYS = "KEYS"
    JOBS = "JOBS"

    @property
    def kind(self) -> Kind:
        """Of which kind its entries are."""
        return _KINDS.get(self, Kind.REGISTER_CHANGED)


_KINDS: Final = {
    Register.DOCKETS: Kind.DOCKETS_CHECKED,
    Register.GLASS: Kind.BREAK_GLASS,
    Register.READINGS: Kind.READING_ADOPTED,
    Register.ORDERS: Kind.ORDER_ENTERED,
    Register.KEYS: Kind.KEY_ROTATED,
}


class Entered(StrEnum):
    """What is entered into a register by a person at a page."""

    CHECK_DOCKETS = "check_dockets"
    ASK_GLASS = "ask_break_glass"
    GRANT_GLASS = "grant_break_glass"
    PROPOSE_READING = "propose_reading"
    ADOPT_READING = "adopt_reading"
    WITHDRAW_READING = "withdraw_reading"
    ENTER_ORDER = "enter_order"
    PROPOSE_SAFEGUARDS = "propose_safeguards"
    CONFIRM_SAFEGUARDS = "confirm_safeguards"
    END_SAFEGUARDS = "end_safeguards"
    PROPOSE_AGREEMENT = "propose_agreement"
    CONFIRM_AGREEMENT = "confirm_agreement"
    SET_CAPS = "set_caps"
    RETRY_JOB = "retry_job"


E, R = Entered, Role
HOLDERS: Final = frozenset({R.COUNSEL, R.PRIVACY_OFFICER})

MAY: Final[Mapping[Entered, frozenset[Role]]] = {
    E.CHECK_DOCKETS: frozenset({R.COUNSEL}),
    E.ASK_GLASS: HOLDERS,
    E.GRANT_GLASS: HOLDERS,
    E.PROPOSE_READING: frozenset({R.COUNSEL}),
    E.ADOPT_READING: frozenset({R.PRIVACY_OFFICER}),
    E.WITHDRAW_READING: frozenset({R.COUNSEL}),
    E.ENTER_ORDER: frozenset({R.COUNSEL}),
    E.PROPOSE_SAFEGUARDS: frozenset({R.COUNSEL}),
    E.CONFIRM_SAFEGUARDS: frozenset({R.PRIVACY_OFFICER}),
    E.END_SAFEGUARDS: HOLDERS,
    E.PROPOSE_AGREEMENT: frozenset({R.COUNSEL}),
    E.CONFIRM_AGREEMENT: frozenset({R.PRIVACY_OFFICER}),
    E.SET_CAPS: frozenset({R.COUNSEL}),
    E.RETRY_JOB: frozenset({R.ADMINISTRATOR}),
}
"""What could open something takes two officials; what can only close takes one."""

if set(MAY) != set(Entered):
    raise IllFormedError("what is entered has no roles", where="lawgate.casework.registers")


@dataclass(frozen=True, slots=True)
class Step:
    """One entry of a register: its number there, what was entered, by whom, when, and what it says."""

    number: int
    act: str
    by: str
    at: datetime
    said: Mapping[str, Any]

    @property
    def day(self) -> date:
        """The day on which it was entered."""
        return self.at.date()


def check_may_enter(actor: Actor, what: Entered) -> Reasons:
    """Why this person may not enter this; nothing where he may."""
    reasons = []
    if not actor.active:
        reasons.append(Reason("not_active", "the account is closed"))
    if not actor.roles & MAY[what]:
        reasons.append(Reason("no_role", "none of the person's roles does this"))
    return tuple(reasons)


def can_enter(actor: Actor, what: Entered) -> bool:
    """Whether this person may enter this: the absence of reasons against it."""
    return not check_may_enter(actor, what)


def check_other(actor: Actor, first: str) -> Reasons:
    """Why somebody may not confirm what another entered: two different officials act together."""
    if actor.id == first:
        return (Reason("same_official", "two different officials act together"),)
    return ()


def check_reason(text: str) -> Reasons:
    """Why a text is no reason."""
    return () if text.strip() else (Reason("no_reason", "state the reason"),)
