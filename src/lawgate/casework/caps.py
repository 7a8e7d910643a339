"""Caps that counsel sets: how many persons one officer may be named for in a day, and how often one official signs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lawgate.casework.registers import Step
from lawgate.casework.words import Reason, Reasons


@dataclass(frozen=True, slots=True)
class Caps:
    """The caps in force. None is no cap of counsel's: the deployment's own limit holds then, where there is one."""

    subjects_an_officer_max: int | None = None
    signatures_a_day_max: int | None = None

    @property
    def said(self) -> dict[str, Any]:
        """What its entry says."""
        return {
            "subjects_an_officer_max": self.subjects_an_officer_max,
            "signatures_a_day_max": self.signatures_a_day_max,
        }


def caps_of(steps: Sequence[Step]) -> Caps:
    """The caps that were set last; none where none ever were."""
    if not steps:
        return Caps()
    said = steps[-1].said
    return Caps(said["subjects_an_officer_max"], said["signatures_a_day_max"])


def check_caps(caps: Caps, *, signatures_limit: int) -> Reasons:
    """Why these cannot be set: a cap is one or more, and never above the deployment's own limit."""
    reasons = []
    if any(cap is not None and cap < 1 for cap in (caps.subjects_an_officer_max, caps.signatures_a_day_max)):
        reasons.append(Reason("no_number", "a cap is one or more"))
    if caps.signatures_a_day_max is not None and caps.signatures_a_day_max > signatures_limit:
        reasons.append(
            Reason(
                "above_limit",
                "the deployment lets nobody sign more than {most} times a day",
                {"most": signatures_limit},
            )
        )
    return tuple(reasons)


def check_officers(caps: Caps, *, wanted: Mapping[str, int], today: Mapping[str, int]) -> Reasons:
    """Why a request is not taken in, or a case not signed, today: an officer would be named for too many persons.

    `wanted` counts persons by officer in what is asked now, `today` in what went before on the same day.
    """
    most = caps.subjects_an_officer_max
    if most is None or all(count + today.get(officer, 0) <= most for officer, count in wanted.items()):
        return ()
    return (
        Reason(
            "officer_cap",
            "one officer is named for at most {most} persons a day; send the rest another day",
            {"most": most},
        ),
    )


def check_signatures(caps: Caps, *, signed_today: int, limit: int) -> Reasons:
    """Why an official signs no more today."""
    most = limit if caps.signatures_a_day_max is None else min(limit, caps.signatures_a_day_max)
    if signed_today >= most:
        return (Reason("too_many_today", "one official signs at most {most} times a day", {"most": most}),)
    return ()
