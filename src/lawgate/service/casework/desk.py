"""What every use case works with: the clock, the records, the keys, the ledger, and how a case is acted upon."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from lawgate.casework import permissions, policies
from lawgate.casework.case import Actor, Case
from lawgate.casework.transitions import Transition, line
from lawgate.casework.words import Act, Reason, Reasons, Role
from lawgate.ledger.trust import Trust
from lawgate.service.casework.sealing import Sealer
from lawgate.stores.casework import models
from lawgate.stores.casework.read import actor_of, find_case
from lawgate.stores.casework.write import (
    Locked,
    Told,
    draw_secrets,
    locked,
    write_change,
    write_event,
    write_move,
)
from lawgate.stores.log import say
from lawgate.stores.records.custodian import RecordsFolder

SERVICE = Actor("service", frozenset({Role.SERVICE}))
"""The software itself, where it acts on what law and officials have decided."""


@dataclass(frozen=True, slots=True)
class Refused:
    """An act that did not happen, with every reason; a value, so that page and server ask the same."""

    reasons: Reasons

    @property
    def names(self) -> frozenset[str]:
        """The reasons by their stable names."""
        return frozenset(one.name for one in self.reasons)


@dataclass(frozen=True, slots=True)
class Limits:
    """What a deployment has set."""

    docket_check_days_max: int = 7
    backlog_seconds_max: int = 60
    answer_days: int = 30
    signatures_a_day_max: int = 100
    """Who signs more often in a day does not look any more."""
    reply_window_days: int = 7
    """After the last day of an answer it is told that nothing is disclosed each so many days, and on no other day."""
    resubmissions_max: int = 10
    """So often within `resubmission_days` an agency asks about one person at the door."""
    resubmission_days: int = 30
    payload_days: int | None = None
    """So long what was released is kept; None keeps it."""
    unadmitted_days: int = 180
    """So long the words of requests that were never admitted are kept; their digest stays."""
    batch_days: int = 180
    """So long the words of a large request are kept after it was decided; their digests and its figures stay."""
    program_asks_max: int = 300
    person_sends_max: int = 120
    address_asks_max: int = 600
    """So often within a minute a program asks, somebody who signed in sends, an address asks before that is known."""


@dataclass(slots=True)
class Releases:
    """Whether this process still releases; once stopped it stays so, and only a new process goes on."""

    stopped: str = ""

    def stop(self, why: str) -> None:
        """Release nothing more from here on."""
        self.stopped = self.stopped or why
        say("releases_stopped", fault=why)


@dataclass(frozen=True, slots=True)
class Desk:
    """Where officials work. Everything that asks the machine for something is given to it."""

    now: Callable[[], datetime]
    custodian: RecordsFolder | None
    secret: bytes
    """What the salts of the permanent account are derived from."""
    ledger: Path
    trust: Trust
    """The keys of the ledger and its witnesses, and the quorum that has to have signed."""
    sealer: Sealer
    limits: Limits = Limits()
    adopted: Path | None = None
    officials: Path | None = None
    audits: Path | None = None
    batches: Path | None = None
    """The folders in which runs of audits and large requests lie, a folder each."""
    notices: Path | None = None
    """Where notices are put for the deployment's own mail; they are shown to whoever signs in in any case."""
    releases: Releases = field(default_factory=Releases)


Change = Callable[[Locked, models.Entry], Mapping[str, Any]]
"""What else an event writes; it gives back what changes in the case's own row."""


def nothing_else(_held: Locked, _entry: models.Entry) -> Mapping[str, Any]:
    """The event alone."""
    return {}


def act_on(
    desk: Desk,
    number: str,
    act: Act,
    *,
    by: str | Actor,
    values: Mapping[str, Any] | None = None,
    change: Change = nothing_else,
    expected: int | None = None,
    corpus: str | None = None,
) -> Case | Refused:
    """One act by one person, with its entry, in one transaction; or every reason why it does not happen.

    `expected` is the number of entries that the case had when it was looked at: where somebody else was faster,
    nothing happens. InputError where there is no such case.
    """
    with locked(number) as held:
        actor = person(desk, by)
        reasons = check(held.case, act, actor, expected=expected)
        if reasons:
            return refuse(number, act, actor, reasons)
        moved = line(held.case.state, act, policies.after(held.case, act))
        return write(desk, held, moved, actor, values=values, change=change, corpus=corpus)


def write(
    desk: Desk,
    held: Locked,
    moved: Transition,
    actor: Actor,
    *,
    values: Mapping[str, Any] | None = None,
    change: Change = nothing_else,
    corpus: str | None = None,
) -> Case:
    """Write an act that was found to be in order on a case that is held."""
    proposal = held.case.proposal
    law = corpus or (proposal.corpus if proposal else None)
    told = Told(
        actor.id,
        desk.now(),
        **({"corpus": law} if law else {}),
        cites=(str(held.case.provision),) if held.case.provision else (),
        values={"agency": held.case.agency, "officer": actor.id, **(values or {})},
    )
    entry = write_event(held.place, moved, told, draw_secrets(desk.secret))
    if moved.act is Act.VIEW:
        return write_move(held, entry, moved)
    changed = change(held, entry)
    return write_change(held, entry, moved, **changed)


def check(case: Case, act: Act, actor: Actor, *, expected: int | None = None) -> Reasons:
    """Why an act by this person does not happen to this case: who, what state, and whether it has moved on.

    A sealed matter that he does not see is not there for him, whatever he asks.
    """
    if actor is not SERVICE and (hidden := permissions.check_sees(actor, case)):
        return hidden
    reasons = (*permissions.check_may(actor, act, case), *policies.check_act(case, act, by=actor.id))
    if expected is not None and case.sequence != expected:
        reasons = (*reasons, Reason("moved_on", "somebody else acted meanwhile; look at the case again"))
    return reasons


def check_there(desk: Desk, number: str, *, by: str) -> Reasons:
    """Why a case is as if it were not there for this person: asked before anything else that could tell it.

    InputError where there is no such case.
    """
    return permissions.check_sees(person(desk, by), find_case(number))


def person(desk: Desk, by: str | Actor) -> Actor:
    """The one who acts, with the roles that he has today."""
    return by if isinstance(by, Actor) else actor_of(by, desk.now().date())


def refuse(number: str, act: Act, actor: Actor, reasons: Reasons) -> Refused:
    """A refusal, which is logged."""
    say("refused", case=number, act=act.value, actor=actor.id, reasons=sorted({one.name for one in reasons}))
    return Refused(reasons)
