"""Officials as the registers tell of them: what their entries come to, whatever stands in any table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from lawgate.casework.case import Actor
from lawgate.casework.permissions import OUTSIDE
from lawgate.casework.registers import Entered, Step
from lawgate.casework.words import Role
from lawgate.cite import Cite


@dataclass(frozen=True, slots=True)
class Held:
    """A role that somebody has from a day to another, that one included, with the provision of his authority."""

    role: str
    provision: str
    begins_on: date
    ends_on: date | None


def actor_with(login: str, *, agency: str, active: bool, held: Iterable[Held], day: date) -> Actor:
    """An official with the roles and the authority that he has on a day.

    Who belongs to an agency that asks is none of our own officials, whatever roles he was given.
    """
    standing = [
        one
        for one in held
        if one.begins_on <= day and (one.ends_on is None or day <= one.ends_on)
        if not agency or one.role in OUTSIDE
    ]
    return Actor(
        login,
        frozenset(one.role for one in standing),
        agency or None,
        # Only reviewers do what asks for authority (`permissions.NEED_AUTHORITY`): another role's lends none.
        tuple(Cite.parse(one.provision) for one in standing if one.provision and one.role == Role.REVIEWER),
        active,
    )


def entered_actor(login: str, officials: Sequence[Step], glass: Sequence[Step], day: date) -> Actor:
    """The same by the entries of the two registers alone; one who was never entered has no role."""
    agency, active, held = "", False, list[Held]()
    for step in officials:
        if step.said.get("official") != login:
            continue
        match step.act:
            case "register_official":
                active, agency = active or not held, str(step.said["agency"])
                held += _registered(step)
            case "end_roles":
                last = date.fromisoformat(step.said["last_day"])
                held = [replace(one, ends_on=last) if one.ends_on is None else one for one in held]
            case "close_account":
                active = False
            case _:
                pass
    return actor_with(login, agency=agency, active=active, held=[*held, *_let_sign(login, glass)], day=day)


def _registered(step: Step) -> list[Held]:
    since, authority = date.fromisoformat(step.said["since"]), step.said["authority"] or [""]
    return [Held(role, provision, since, None) for role in step.said["roles"] for provision in authority]


def _let_sign(login: str, glass: Sequence[Step]) -> list[Held]:
    """What two holders let him do, from the day on which the second granted it."""
    asked = {step.number: step for step in glass if step.act == Entered.ASK_GLASS}
    granted = (
        (step, asked.get(step.said.get("asked", 0))) for step in glass if step.act == Entered.GRANT_GLASS
    )
    return [
        Held(
            Role.REVIEWER.value,
            str(wanted.said["provision"]),
            step.day,
            step.day + timedelta(days=int(wanted.said["days"]) - 1),
        )
        for step, wanted in granted
        if wanted is not None and wanted.said["official"] == login
    ]
