"""Which cases somebody seeks: what the search of the list states, read into values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from typing import Final, TypeVar

from lawgate.casework.transitions import OWED
from lawgate.casework.words import Role, State
from lawgate.cite import Cite
from lawgate.errors import InputError
from lawgate.service.casework.desk import Desk, person
from lawgate.stores.casework.lists import Due, Order, Wanted

Kind = TypeVar("Kind", Due, Order)

WORDS_CHARS_MAX: Final = 100
VIEWS: Final = ("work", "mine", "open", "all")

WORK: Final = {
    Role.INTAKE_CLERK: (State.RECEIVED,),
    Role.PREPARER: (State.ADMITTED, State.RESOLVING, State.DETERMINED),
    Role.REVIEWER: (State.IN_REVIEW, State.RESOLVING),
    Role.RELEASER: (State.APPROVED, State.RECEIPTED),
    Role.COUNSEL: (State.BLOCKED,),
    Role.PRIVACY_OFFICER: (State.INCIDENT, State.RECALLED),
}
"""Where cases wait for somebody in a role."""


@dataclass(frozen=True, slots=True)
class Sought:
    """A search as it was stated, text for text.

    `view` is `work` (what waits for the roles of whoever asks), `mine`, `open`, `all` or a state; `due` late, week or
    stands; `given` to whom, by login, or `-` for nobody. What is empty is not asked for.
    """

    view: str = "work"
    words: str = ""
    agency: str = ""
    provision: str = ""
    due: str = ""
    given: str = ""
    order: str = Order.WAITING.value

    @classmethod
    def of(cls, stated: Mapping[str, str]) -> Sought:
        """What a form or a kept search states; what it does not know is left out."""
        known = {one.name: stated.get(one.name, "").strip()[:WORDS_CHARS_MAX] for one in fields(cls)}
        return cls(**{name: text for name, text in known.items() if text})

    def stated(self) -> dict[str, str]:
        """What it states, and nothing that is as it would be anyway."""
        return {name: text for name, text in asdict(self).items() if text and text != _PLAIN[name]}


_PLAIN: Final = {one.name: str(one.default) for one in fields(Sought)}


def wanted_of(desk: Desk, sought: Sought, *, by: str) -> Wanted:
    """The cases that are sought. InputError for a paragraph, a day or an order that is none."""
    given = by if sought.view == "mine" else sought.given
    return Wanted(
        states=_states(desk, sought.view, by),
        assigned_to=given or None,
        agency=sought.agency or None,
        words=sought.words,
        provision=_provision(sought.provision),
        due=_one_of(Due, sought.due, "due") if sought.due else None,
        today=desk.now().date(),
        order=_one_of(Order, sought.order, "order"),
    )


def in_any_state(sought: Sought) -> Sought:
    """The same search, whatever the state: what is counted by state."""
    return sought if sought.view == "mine" else replace(sought, view="all")


def _states(desk: Desk, view: str, by: str) -> tuple[State, ...]:
    if view == "work":
        roles = person(desk, by).roles
        return tuple(dict.fromkeys(state for role in roles for state in WORK.get(Role(role), ())))
    if view == "open":
        return OWED
    return (State(view),) if view in set(State) else ()


def _provision(text: str) -> Cite | None:
    """A paragraph as somebody writes it: `(i)(2)` and `i/2` are those of 26 U.S.C. 6103."""
    if not text:
        return None
    if text.startswith("("):
        text = f"26 USC 6103{text}"
    elif not text.startswith("/") and "/" in text:
        text = f"/us/usc/t26/s6103/{text}"
    return Cite.parse(text)


def _one_of(kinds: type[Kind], text: str, where: str) -> Kind:
    try:
        return kinds(text)
    except ValueError:
        raise InputError(
            "not one of those offered", where=where, mend=f"use one of {', '.join(kinds)}"
        ) from None
