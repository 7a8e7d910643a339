"""Entries: what becomes of each address of the statute, so that none is passed over in silence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from lawgate.cite import Cite
from lawgate.errors import IllFormedError


class Role(StrEnum):
    """What a provision is to the gate."""

    RULE = "rule"
    """It is executed: an element, a pathway or a bar stands for it."""
    DEFINITION = "definition"
    CONDITION = "condition"
    DUTY = "duty"
    """It binds somebody before or after the release: an account, a report, a notice, a safeguard."""
    LIMIT = "limit"
    """It binds the use of what was released and travels with each item."""
    PENALTY = "penalty"
    NO_EFFECT = "no_effect"
    """Nothing in code follows from it; the entry says why."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One address with its role; `says` gives the reason in a sentence where nothing is executed."""

    cite: Cite
    role: Role
    says: str = ""

    def __post_init__(self) -> None:
        if self.role in (Role.NO_EFFECT, Role.DUTY, Role.PENALTY) and not self.says.endswith("."):
            raise IllFormedError("an entry that is not executed says why in a sentence", where=str(self.cite))


def entries(
    here: Cite,
    *,
    rule: str = "",
    definition: str = "",
    condition: str = "",
    limit: str = "",
    duty: Mapping[str, str] | None = None,
    penalty: Mapping[str, str] | None = None,
    no_effect: Mapping[str, str] | None = None,
) -> tuple[Entry, ...]:
    """The entries of one paragraph: addresses below `here` in words, "." standing for `here` itself.

    `rule="A A/i B"` names what is executed; `no_effect={"C": "Why."}` what is not, and why.
    """
    executed = {
        Role.RULE: rule, Role.DEFINITION: definition, Role.CONDITION: condition, Role.LIMIT: limit
    }  # fmt: skip
    told = {Role.DUTY: duty, Role.PENALTY: penalty, Role.NO_EFFECT: no_effect}
    return (
        *(Entry(_at(here, step), role) for role, steps in executed.items() for step in steps.split()),
        *(
            Entry(_at(here, step), role, why)
            for role, says in told.items()
            for step, why in (says or {}).items()
        ),
    )


def _at(here: Cite, step: str) -> Cite:
    return here if step == "." else here / step
