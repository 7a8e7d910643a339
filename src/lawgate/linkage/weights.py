"""How strongly each field speaks for or against a record, in bits: shown beside a decision, never its reason.

Fellegi and Sunter (1969): the weight of a field is log2(m / u), where m is how often the field stands at this
level when both are one person, and u how often when they are not. The sum with the prior is the log-odds that
the record is the person named. Surname and address of a family are not independent evidence, so a field is
weighed against the people of the household once the address agrees: this is what a plain model leaves out.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import log2
from typing import Final

from lawgate.linkage.compare import Comparison
from lawgate.linkage.counts import NameCounts
from lawgate.linkage.level import Level
from lawgate.linkage.names import given_form, surname_form
from lawgate.linkage.person import Weighing
from lawgate.linkage.policy import Policy

WEIGHTS_VERSION: Final = "2026-1"

M: Final[Mapping[str, Mapping[Level, float]]] = {
    "given": {
        Level.EXACT: 0.90, Level.NICKNAME: 0.02, Level.PART: 0.02, Level.NEAR: 0.03, Level.INITIAL: 0.01,
        Level.CONFLICT: 0.02,
    },
    "middle": {Level.EXACT: 0.93, Level.NEAR: 0.03, Level.CONFLICT: 0.04},
    "surname": {
        Level.EXACT: 0.90, Level.PART: 0.03, Level.NEAR: 0.03, Level.INITIAL: 0.002, Level.CONFLICT: 0.038,
    },
    "suffix": {Level.EXACT: 0.35, Level.NEAR: 0.64, Level.CONFLICT: 0.01},
    "birth": {Level.EXACT: 0.95, Level.NEAR: 0.035, Level.CONFLICT: 0.015},
    "tin": {Level.EXACT: 0.97, Level.NEAR: 0.02, Level.CONFLICT: 0.01},
    "address": {
        Level.EXACT: 0.72, Level.NEAR: 0.05, Level.BUILDING: 0.03, Level.PLACE: 0.10, Level.CONFLICT: 0.10,
    },
}  # fmt: skip
"""The levels among pairs that are one person. Round numbers by judgement, not fitted to a file: slips in two to
five of a hundred names and dates, about one person in ten moved, surnames changed by marriage in one of
twenty-five. What they are worth is read off a reliability table: `python -m bench.match.reliability DATA`.
"""

U: Final[Mapping[str, Mapping[Level, float]]] = {
    "given": {Level.INITIAL: 0.08, Level.CONFLICT: 0.90},
    "middle": {Level.NEAR: 0.02, Level.CONFLICT: 0.90},
    "surname": {Level.INITIAL: 0.08, Level.CONFLICT: 0.98},
    "suffix": {Level.EXACT: 0.10, Level.NEAR: 0.85, Level.CONFLICT: 0.05},
    "birth": {Level.CONFLICT: 0.998},
    "tin": {Level.EXACT: 1e-7, Level.NEAR: 1e-5, Level.CONFLICT: 1.0},
    "address": {Level.PLACE: 0.05, Level.CONFLICT: 0.95},
}
"""The same among pairs of two persons, where no count of the file says it. A number agrees by chance less often
than one in a thousand million; what makes it agree is a number borrowed or miscopied.
"""

BREADTH: Final[Mapping[Level, float]] = {
    Level.EXACT: 1.0, Level.NICKNAME: 2.0, Level.PART: 2.0, Level.NEAR: 4.0,
}  # fmt: skip
"""How many times the share of one name is the share of all the names that reach this level with it."""

HOUSEHOLD: Final[Mapping[str, Mapping[Level, float]]] = {
    "given": {Level.EXACT: 0.003, Level.NICKNAME: 0.01, Level.PART: 0.01, Level.NEAR: 0.02},
    "middle": {Level.EXACT: 0.30},
    "surname": {Level.EXACT: 0.50, Level.CONFLICT: 0.50},
    "birth": {Level.EXACT: 0.005, Level.NEAR: 0.003},
}
"""The same among two persons of one household: a father and son of one name, a surname in common, twins."""

AT_HOME: Final = frozenset({Level.EXACT, Level.NEAR, Level.BUILDING})
DOOR_PEOPLE: Final[Mapping[Level, float]] = {Level.EXACT: 3.0, Level.NEAR: 30.0, Level.BUILDING: 20.0}
"""How many records a file holds at one door, at doors a slip away, and in one building."""

CHANCE_MAX: Final = 0.9
ON_FILE: Final = 0.5
"""Before a look nobody knows whether the person named is on file."""


def weigh(c: Comparison, counts: NameCounts, policy: Policy, *, rival: Comparison | None = None) -> Weighing:
    """The weight of each field that both sides state, with the prior from the size of the file; in bits."""
    against = None if rival is None else _field_weights(rival, counts, policy)
    records = max(counts.records, 2)
    prior = log2(ON_FILE / ((1 - ON_FILE) * records))
    return Weighing(
        prior=prior,
        fields=_field_weights(c, counts, policy),
        rival=None if against is None else prior + sum(bits for _, bits in against),
    )


def _field_weights(c: Comparison, counts: NameCounts, policy: Policy) -> tuple[tuple[str, float], ...]:
    """An organisation's name stands in both name fields and is weighed once."""
    named = ("surname",) if c.record.entity else ("given", "middle", "surname", "suffix", "birth")
    levels = [(field, getattr(c, field)) for field in (*named, "tin", "address")]
    return tuple(
        (field, log2(M[field][level] / _chance(c, field, level, counts, policy)))
        for field, level in levels
        if level in M[field]
    )


def _chance(c: Comparison, field: str, level: Level, counts: NameCounts, policy: Policy) -> float:
    """How often somebody else stands at this level: in the file, and in the household if that is likelier."""
    chance = _chance_in_file(c, field, level, counts, policy)
    if c.address in AT_HOME:
        at_home = HOUSEHOLD.get(field, {}).get(level)
        if at_home is not None:
            chance = at_home if level is Level.CONFLICT else max(chance, at_home)
    return min(chance, CHANCE_MAX) if level is not Level.CONFLICT else chance


def _chance_in_file(c: Comparison, field: str, level: Level, counts: NameCounts, policy: Policy) -> float:
    stated = U[field].get(level)
    if stated is not None:
        return stated
    match field:
        case "given":
            return BREADTH[level] * counts.given_share(given_form(c.record.given).joined)
        case "surname":
            return BREADTH[level] * counts.surname_share(surname_form(c.record.surname).joined)
        case "middle":
            return 1 / policy.middle_initials
        case "birth":
            return (policy.birth_slips if level is Level.NEAR else 1.0) / policy.birth_days
        case _:
            return DOOR_PEOPLE[level] / max(counts.records, 1)
