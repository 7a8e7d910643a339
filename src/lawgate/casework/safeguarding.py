"""Safeguards of an agency (26 U.S.C. 6103(p)(4)): that they satisfy takes two officials, that they do not takes one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from lawgate.casework.registers import Entered as Act
from lawgate.casework.registers import Step
from lawgate.casework.words import Reason, Reasons
from lawgate.law.agencies import is_dotted, is_part

REGISTER_AGENCY, REGISTER_KEY = "register_agency", "register_key"
"""How the entries of a command are named that state an agency's safeguards and key, or its key alone."""


@dataclass(frozen=True, slots=True)
class Reviewed:
    """What a review of an agency's safeguards found: that they satisfy, from what, and until when that holds."""

    agency: str
    reviewed_on: date
    valid_until: date
    basis: str

    @property
    def said(self) -> dict[str, Any]:
        """What its entry says."""
        return {
            "agency": self.agency, "reviewed_on": self.reviewed_on.isoformat(),
            "valid_until": self.valid_until.isoformat(), "basis": self.basis,
        }  # fmt: skip


def check_reviewed(reviewed: Reviewed, day: date) -> Reasons:
    """Why this cannot be proposed: every reason."""
    reasons = []
    if not is_dotted(reviewed.agency):
        reasons.append(Reason("no_agency", "state the agency by its dotted name, such as us.dhs"))
    if not reviewed.basis.strip():
        reasons.append(Reason("no_reason", "state on what it rests, such as the report of the review"))
    if reviewed.reviewed_on > day:
        reasons.append(Reason("not_reviewed", "the review lies in the future"))
    if reviewed.valid_until < day:
        reasons.append(Reason("over", "its last day is over"))
    if reviewed.valid_until <= reviewed.reviewed_on:
        reasons.append(Reason("over", "it holds for some days after the review"))
    return tuple(reasons)


def waiting(steps: Sequence[Step], agency: str) -> Step | None:
    """The proposal for an agency that waits to be confirmed: the latest, unless something came after it."""
    last = next((step for step in reversed(steps) if step.said.get("agency") == agency), None)
    return last if last and last.act == Act.PROPOSE_SAFEGUARDS else None


def check_confirm(steps: Sequence[Step], proposed: int) -> tuple[Step | None, Reasons]:
    """The proposal, and why it cannot be confirmed: what was entered of the agency since takes its place."""
    step = next((one for one in steps if one.number == proposed), None)
    if step is None or step.act != Act.PROPOSE_SAFEGUARDS:
        return None, (Reason("not_proposed", "nobody proposed this"),)
    if waiting(steps, str(step.said["agency"])) != step:
        return step, (Reason("overtaken", "something else was entered of this agency since"),)
    return step, ()


@dataclass(frozen=True, slots=True)
class Standing:
    """What the entries of the register come to for one agency: whether its safeguards satisfy, until when, its key."""

    satisfy: bool = False
    valid_until: date | None = None
    key: str = ""
    """The digest of its registration; empty where it registered none."""

    def satisfies(self, day: date) -> bool:
        """Whether they satisfy on a day."""
        return self.satisfy and self.valid_until is not None and day <= self.valid_until


def standing_of(steps: Sequence[Step], agency: str) -> Standing:
    """How an agency stands by the entries alone. What ends the safeguards of a whole agency ends those of its parts."""
    held, proposed = Standing(), {step.number: step for step in steps}
    for step in steps:
        about = str(step.said.get("agency", ""))
        ends = step.act == Act.END_SAFEGUARDS or (step.act == REGISTER_AGENCY and not step.said["satisfy"])
        if about != agency:
            held = replace(held, satisfy=False) if ends and is_part(agency, about) else held
        elif ends or step.act == REGISTER_AGENCY:
            until = date.fromisoformat(step.said["valid_until"]) if step.act == REGISTER_AGENCY else None
            held = Standing(not ends, until, step.said.get("key", held.key))
        elif step.act == REGISTER_KEY:
            held = replace(held, key=str(step.said["key"]))
        elif step.act == Act.CONFIRM_SAFEGUARDS:
            first = proposed[step.said["proposed"]]
            held = replace(held, satisfy=True, valid_until=date.fromisoformat(first.said["valid_until"]))
    return held
