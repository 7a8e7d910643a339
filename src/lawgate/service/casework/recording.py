"""How a register is written: each change is an entry of the ledger, in one transaction with what it changes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from lawgate.casework.case import Actor
from lawgate.casework.registers import Entered, Register, Step, check_may_enter
from lawgate.casework.words import Notice, Reason, Reasons
from lawgate.errors import InputError
from lawgate.service.casework import outbox
from lawgate.service.casework.desk import Desk, Refused, person
from lawgate.stores.casework import notices
from lawgate.stores.casework.general import steps_under, write_once
from lawgate.stores.casework.write import Told, draw_secrets, last_sequence
from lawgate.stores.database import one_transaction
from lawgate.stores.log import say

Said = Mapping[str, Any]
"""What an entry says beside its act: ids, cites, days and reasons; never anything about a taxpayer."""


def steps_of(register: Register) -> tuple[Step, ...]:
    """The entries of a register in their order."""
    return steps_under((register.value,))[register.value]


def enter(
    desk: Desk,
    register: Register,
    what: Entered,
    *,
    by: str,
    check: Callable[[Actor, tuple[Step, ...]], Reasons],
    said: Said,
    change: Callable[[Actor], None] = lambda _: None,
) -> int | Refused:
    """Enter something into a register as it stands, or every reason why not; the number of the entry.

    `check` is asked of the person and of what the register holds; `change` writes with the entry, or nothing is
    written. Where somebody else was faster, nothing happens.
    """
    with one_transaction():
        steps, actor = steps_of(register), person(desk, by)
        if reasons := (*check_may_enter(actor, what), *check(actor, steps)):
            return refuse_to_enter(what, actor, reasons)
        number = len(steps) + 1
        if not _write(desk, (register, number), what.value, by=actor.id, said=said):
            moved_on = Reason("moved_on", "somebody else entered something meanwhile; look at it again")
            return refuse_to_enter(what, actor, (moved_on,))
        change(actor)
        _tell(desk, register, what, number)
    return number


def record(desk: Desk, register: Register, act: str, *, by: str, said: Said) -> None:
    """Enter a change that a command makes, in the transaction that makes it. InputError where another came first."""
    number = last_sequence(register.value) + 1
    if not _write(desk, (register, number), act, by=by, said=said):
        raise InputError(
            "another change was entered at the same moment", where=register.value, mend="do it again"
        )


def refuse_to_enter(what: Entered, actor: Actor, reasons: Reasons) -> Refused:
    """A refusal, which is logged."""
    say("refused", act=what.value, actor=actor.id, reasons=sorted({one.name for one in reasons}))
    return Refused(reasons)


def _tell(desk: Desk, register: Register, what: Entered, number: int) -> None:
    """Whoever has to know at once, and the open cases, which are held against other law."""
    if what is Entered.ADOPT_READING:
        notices.put(Notice.READING_ADOPTED, register.value, str(number), desk.now())
    if register in {Register.ORDERS, Register.READINGS}:
        outbox.hold_to_law(f"{register.value}-{number}")


def _write(desk: Desk, place: tuple[Register, int], act: str, *, by: str, said: Said) -> bool:
    (register, number), told = place, Told(by, desk.now(), values={"officer": by, "reason": dict(said)})
    return write_once((register.value, number), register.kind, act, told, draw_secrets(desk.secret))
