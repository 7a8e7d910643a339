"""The register of agreements: counsel proposes to enter or to end one, the privacy officer confirms.

Both take two officials: under a paragraph that rests on an agreement an entry opens, and where an agreement narrows
what the law opens its end does.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from lawgate.casework.registers import Entered, Step
from lawgate.casework.words import Reason, Reasons
from lawgate.cite import Cite
from lawgate.law.addresses import S6103
from lawgate.law.agencies import is_dotted, is_part
from lawgate.law.agreements import AGREEMENTS


@dataclass(frozen=True, slots=True)
class Written:
    """An agreement with an agency about a paragraph, as it is entered.

    `encoded` is the id of the agreement whose demands stand in the corpus; empty where it adds none. `last_day` is
    None where it has no end.
    """

    title: str
    party: str
    provision: Cite
    signed_on: date
    last_day: date | None = None
    encoded: str = ""

    def holds(self, day: date) -> bool:
        """Whether it stands on a day."""
        return self.signed_on <= day and (self.last_day is None or day <= self.last_day)

    @property
    def said(self) -> dict[str, Any]:
        """What its entry says."""
        return {
            "title": self.title, "party": self.party, "provision": str(self.provision),
            "signed_on": self.signed_on.isoformat(),
            "last_day": self.last_day.isoformat() if self.last_day else "", "encoded": self.encoded,
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class InRegister:
    """An agreement of the register: proposed, confirmed, and ended, as far as it came."""

    number: int
    written: Written
    by: str
    on: date
    confirmed_by: str | None = None
    confirmed_on: date | None = None
    end_proposed: int | None = None
    end_proposed_by: str | None = None
    end_reason: str = ""
    ended_on: date | None = None

    def stands(self, day: date) -> bool:
        """Whether it is followed on a day."""
        return (
            self.confirmed_on is not None
            and self.confirmed_on <= day
            and (self.ended_on is None or day < self.ended_on)
            and self.written.holds(day)
        )


def agreements_of(steps: Sequence[Step]) -> tuple[InRegister, ...]:
    """Every agreement of the register, in the order in which they were proposed."""
    found: dict[int, InRegister] = {}
    ends: dict[int, int] = {}
    for step in steps:
        if step.act == Entered.PROPOSE_AGREEMENT and step.said.get("ends"):
            one = found[int(step.said["ends"])]
            ends[step.number] = one.number
            found[one.number] = replace(
                one, end_proposed=step.number, end_proposed_by=step.by, end_reason=str(step.said["reason"])
            )
        elif step.act == Entered.PROPOSE_AGREEMENT:
            found[step.number] = InRegister(step.number, _written(step), step.by, step.day)
        elif step.act == Entered.CONFIRM_AGREEMENT:
            proposed = int(step.said["proposed"])
            number = ends.get(proposed, proposed)
            one = found[number]
            found[number] = (
                replace(one, ended_on=step.day)
                if proposed in ends
                else replace(one, confirmed_by=step.by, confirmed_on=step.day)
            )
        else:
            raise ValueError(f"no step of this register: {step.act}")
    return tuple(found.values())


def narrowing_names(
    held: Sequence[InRegister], day: date, *, agency: str, provision: Cite | None
) -> tuple[str, ...]:
    """The agreements of the corpus that are followed on a day for a request of an agency under a paragraph, or none."""
    names = []
    for one in held:
        encoded = AGREEMENTS.get(one.written.encoded)
        if encoded is None or not one.stands(day) or not is_part(agency, one.written.party):
            continue
        if provision is None or provision.within(encoded.narrows) or encoded.narrows.within(provision):
            names.append(encoded.id)
    return tuple(dict.fromkeys(names))


def has_agreement(held: Sequence[InRegister], day: date, *, agency: str, pathway: Cite) -> bool:
    """Whether an agreement with an agency, or the whole that it is part of, about this pathway stands on a day."""
    return any(
        one.stands(day) and is_part(agency, one.written.party) and pathway.within(one.written.provision)
        for one in held
    )


def check_written(written: Written, day: date) -> Reasons:
    """Why this cannot be entered as an agreement: every reason."""
    reasons = []
    if not written.title.strip():
        reasons.append(Reason("not_stated", "state what the agreement is called"))
    if not is_dotted(written.party):
        reasons.append(
            Reason("no_agency", "state with which agency it is, by its dotted name, such as us.dhs")
        )
    if written.signed_on > day:
        reasons.append(Reason("not_signed", "an agreement is entered once it is signed"))
    if written.last_day and written.last_day < day:
        reasons.append(Reason("over", "its last day is over"))
    if not written.provision.within(S6103):
        reasons.append(
            Reason("no_paragraph", "{cite} is not of the section", {"cite": written.provision.text})
        )
    if written.encoded:
        reasons += _check_encoded(written)
    return tuple(reasons)


def check_confirm(steps: Sequence[Step], proposed: int) -> tuple[str, Reasons]:
    """Who proposed this, and why it cannot be confirmed."""
    step = next((one for one in steps if one.number == proposed), None)
    if step is None or step.act != Entered.PROPOSE_AGREEMENT:
        return "", (Reason("not_proposed", "nobody proposed this"),)
    if any(one.act == Entered.CONFIRM_AGREEMENT and int(one.said["proposed"]) == proposed for one in steps):
        return step.by, (Reason("confirmed_already", "it was confirmed"),)
    return step.by, ()


def check_end(held: Sequence[InRegister], number: int) -> Reasons:
    """Why the end of an agreement cannot be proposed."""
    one = next((one for one in held if one.number == number), None)
    if one is None or one.confirmed_on is None:
        return (Reason("not_entered", "no such agreement was entered"),)
    if one.ended_on is not None:
        return (Reason("ended_already", "it ended"),)
    return ()


def _check_encoded(written: Written) -> list[Reason]:
    encoded = AGREEMENTS.get(written.encoded)
    if encoded is None:
        return [Reason("no_such_agreement", "no such agreement is encoded")]
    if encoded.party != written.party or encoded.narrows != written.provision:
        said = {"id": encoded.id, "party": encoded.party, "cite": encoded.narrows.text}
        return [Reason("another_agreement", "{id} is with {party} about {cite}", said)]
    return []


def _written(step: Step) -> Written:
    said = step.said
    return Written(
        title=said["title"],
        party=said["party"],
        provision=Cite.parse(said["provision"]),
        signed_on=date.fromisoformat(said["signed_on"]),
        last_day=date.fromisoformat(said["last_day"]) if said["last_day"] else None,
        encoded=said["encoded"],
    )
