"""A case: one subject of one request, with what officials have done about it so far."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from lawgate.casework.deadline import Deadline
from lawgate.casework.proposal import Proposal
from lawgate.casework.words import State
from lawgate.cite import Cite


@dataclass(frozen=True, slots=True)
class Approval:
    """An official's yes to one digest; `prepared_by` is who prepared what he signed."""

    slot: int
    signer: str
    digest: str
    prepared_by: str
    signed_at: datetime


@dataclass(frozen=True, slots=True)
class Objection:
    """An official's no, or his doubt: it stands on the case and cannot be removed.

    `declines` is the digest that he declined to sign, where he was asked to.
    """

    official: str
    reason: str
    on: date
    declines: str | None = None


@dataclass(frozen=True, slots=True)
class ReleaseMade:
    """That the case was released: what, by whom, when, and until when a second has to look."""

    digest: str
    demand: str
    releaser: str
    released_at: datetime
    review_due: datetime | None = None
    reviewed_by: str | None = None
    disagrees: bool = False
    """Whether that second official does not agree that it left."""


@dataclass(frozen=True, slots=True)
class Case:
    """A case as it stands. `sequence` counts its entries; `proposal` is None when none stands or it became void.

    `preparers` is everybody who ever prepared it, by its entries; `preparer` the one who has it now.
    """

    number: str
    request: str
    agency: str
    ref: str
    provision: Cite | None
    state: State
    sequence: int
    preparer: str | None = None
    preparers: frozenset[str] = frozenset()
    proposal: Proposal | None = None
    approvals: tuple[Approval, ...] = ()
    objections: tuple[Objection, ...] = ()
    release: ReleaseMade | None = None
    deadline: Deadline | None = None
    waiting_since: date | None = None
    assigned_to: str | None = None
    sealed: bool = False

    def was_prepared_by(self, official: str) -> bool:
        """Whether he ever prepared any of it: whoever took the case over since does not wash that off."""
        return official in {*self.preparers, self.preparer, self.proposal and self.proposal.prepared_by}

    @property
    def standing_approvals(self) -> tuple[Approval, ...]:
        """Those that were given to what is proposed now; any change of it makes the others void."""
        if self.proposal is None:
            return ()
        return tuple(one for one in self.approvals if one.digest == self.proposal.digest)

    @property
    def declined_by(self) -> tuple[str, ...]:
        """Who declined to sign what is proposed now."""
        if self.proposal is None:
            return ()
        return tuple(one.official for one in self.objections if one.declines == self.proposal.digest)


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts: his roles, the agency that he belongs to, and the provisions that he has authority for."""

    id: str
    roles: frozenset[str] = frozenset()
    agency: str | None = None
    authority: tuple[Cite, ...] = field(default=())
    active: bool = True
