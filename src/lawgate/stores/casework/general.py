"""Entries that belong to no case."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db import IntegrityError

from lawgate.casework.registers import Step
from lawgate.ledger.entry import Kind, parse_entry
from lawgate.ledger.fields import Secrets
from lawgate.stores.casework import models
from lawgate.stores.casework.write import Told, write_general
from lawgate.stores.database import one_transaction


def last_law(name: str) -> tuple[int, str | None]:
    """The number of the last entry under a name and the law that it rests on; 0 and None where there is none."""
    last = models.Entry.objects.filter(case_number=name).order_by("-sequence").first()
    return (last.sequence, parse_entry(bytes(last.encoded), where=name).corpus) if last else (0, None)


def write_once(place: tuple[str, int], kind: Kind, act: str, told: Told, drawn: Secrets) -> bool:
    """Enter an event of no case in its place, unless somebody else has just done so; whether it was us."""
    try:
        with one_transaction():
            write_general(place, kind, act, told, drawn)
    except IntegrityError:
        return False
    return True


def steps_under(names: Iterable[str]) -> Mapping[str, tuple[Step, ...]]:
    """The entries under each of these names, in their order."""
    wanted = tuple(names)
    found: dict[str, list[Step]] = {name: [] for name in wanted}
    for row in models.Entry.objects.filter(case_number__in=wanted).order_by("sequence"):
        found[row.case_number].append(step_of(row))
    return {name: tuple(steps) for name, steps in found.items()}


def step_of(row: models.Entry) -> Step:
    """An entry of a register as a step of it."""
    said = row.account.get("reason")
    return Step(row.sequence, row.act, row.actor, row.happened_at, said if isinstance(said, dict) else {})


@dataclass(frozen=True, slots=True)
class Asked:
    """What a holder asked for: who may sign, under which provision, for how many days, and on which day."""

    by: str
    day: date
    official: str
    provision: str
    days: int


def asked_at(name: str, sequence: int, act: str) -> Asked | None:
    """What was asked under this number; None where nothing was."""
    row = models.Entry.objects.filter(case_number=name, sequence=sequence, act=act).first()
    if row is None:
        return None
    said = row.account["reason"]
    return Asked(row.actor, row.day, said["official"], said["provision"], int(said["days"]))


def was_granted(name: str, asked: int, act: str) -> bool:
    """Whether what was asked under this number was granted."""
    granted = models.Entry.objects.filter(case_number=name, act=act)
    return any(row.account["reason"] == {"asked": asked} for row in granted)
