"""An order of a court as counsel enters it by page: it holds from the day that it names, and only forbids.

An order that ends is recorded in the register of readings, by two officials and with its wait; nobody takes one away.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from lawgate.casework.registers import Entered, Step
from lawgate.casework.words import Reason, Reasons
from lawgate.cite import Cite
from lawgate.dates import Between
from lawgate.law.addresses import S6103
from lawgate.law.agencies import is_dotted
from lawgate.law.order import Act, Order, Restraint, Standing
from lawgate.law.readings import QUESTIONS
from lawgate.records.items import CATALOGUE, NOT_IDENTITY

READ_BY_COUNSEL: Final = "B"
"""The certainty of an order that counsel has before him."""
WORDS_MAX: Final = 600
IDENTITY_FIELDS: Final = tuple(
    sorted({kind.identity for kind in CATALOGUE.values()} - {NOT_IDENTITY})
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class OrderWanted:
    """What counsel reads in an order. `identity_fields` empty means every item."""

    court: str
    docket: str
    judge: str
    says: str
    binds: str
    source: str
    begins: date
    acts: tuple[Act, ...]
    pathways: tuple[Cite, ...]
    agencies: tuple[str, ...]
    identity_fields: tuple[str, ...] = ()
    subjects_min: int = 1
    holds: tuple[tuple[str, str], ...] = ()

    def order(self, number: int, entered_on: date) -> Order:
        """The order under the number of its entry."""
        return Order(
            id=f"E{number}",
            court=self.court,
            docket=self.docket,
            judge=self.judge,
            says=self.says,
            binds=self.binds,
            begins=Between.on(self.begins),
            standing=Standing.IN_FORCE,
            certainty=READ_BY_COUNSEL,
            source=self.source,
            checked_on=entered_on,
            restraints=tuple(
                Restraint(act, self.pathways, self.agencies, self.identity_fields, self.subjects_min)
                for act in self.acts
            ),
            holds=self.holds,
        )

    @property
    def said(self) -> dict[str, Any]:
        """What its entry says."""
        return {
            "court": self.court, "docket": self.docket, "judge": self.judge, "says": self.says,
            "binds": self.binds, "source": self.source, "begins": self.begins.isoformat(),
            "acts": [act.value for act in self.acts], "pathways": [str(cite) for cite in self.pathways],
            "agencies": list(self.agencies), "identity_fields": list(self.identity_fields),
            "subjects_min": self.subjects_min, "holds": [list(held) for held in self.holds],
        }  # fmt: skip


def orders_of(steps: Sequence[Step]) -> tuple[Order, ...]:
    """Every order of the register, in the order in which they were entered."""
    return tuple(
        _wanted(step).order(step.number, step.day) for step in steps if step.act == Entered.ENTER_ORDER
    )


def check_order(wanted: OrderWanted, day: date) -> Reasons:
    """Why this cannot be entered as an order: every reason, each with its place."""
    reasons = [
        reason
        for reason, text in (
            (Reason("not_stated", "state the court"), wanted.court),
            (Reason("not_stated", "state the docket"), wanted.docket),
            (Reason("not_stated", "state what it says"), wanted.says),
            (Reason("not_stated", "state whom it binds"), wanted.binds),
            (Reason("not_stated", "state where it can be read"), wanted.source),
        )
        if not text.strip()
    ]
    if any(
        len(text) > WORDS_MAX
        for text in (wanted.court, wanted.docket, wanted.judge, wanted.says, wanted.binds)
    ):
        reasons.append(Reason("too_long", "say it in at most {most} letters", {"most": WORDS_MAX}))
    if wanted.begins > day:
        reasons.append(Reason("not_begun", "an order is entered on the day on which it begins, or later"))
    if not wanted.acts and not wanted.holds:
        reasons.append(Reason("does_nothing", "say what it does, or how it reads the law"))
    if wanted.acts and not wanted.agencies:
        reasons.append(Reason("to_nobody", "say to which agencies nothing may go"))
    if wanted.acts and not wanted.pathways:
        reasons.append(Reason("no_paragraph", "say under which paragraphs; 26 USC 6103 means all of them"))
    reasons += [
        Reason("no_paragraph", "{cite} is not of the section", {"cite": cite.text})
        for cite in wanted.pathways
        if not cite.within(S6103)
    ]
    reasons += [
        Reason("no_agency", "{name} is no agency's dotted name, such as us.dhs", {"name": repr(name[:40])})
        for name in wanted.agencies
        if not is_dotted(name)
    ]
    if not set(wanted.identity_fields) <= set(IDENTITY_FIELDS):
        reasons.append(Reason("no_field", "there is no such field of identity"))
    if wanted.subjects_min < 1:
        reasons.append(Reason("no_number", "it restrains requests about one person or more"))
    reasons += [
        Reason(
            "no_such_reading",
            "there is no reading {question}={reading}",
            {"question": question, "reading": reading},
        )
        for question, reading in wanted.holds
        if question not in QUESTIONS or reading not in QUESTIONS[question].names
    ]
    return tuple(reasons)


def _wanted(step: Step) -> OrderWanted:
    said = step.said
    return OrderWanted(
        court=said["court"],
        docket=said["docket"],
        judge=said["judge"],
        says=said["says"],
        binds=said["binds"],
        source=said["source"],
        begins=date.fromisoformat(said["begins"]),
        acts=tuple(Act(one) for one in said["acts"]),
        pathways=tuple(Cite.parse(one) for one in said["pathways"]),
        agencies=tuple(said["agencies"]),
        identity_fields=tuple(said["identity_fields"]),
        subjects_min=int(said["subjects_min"]),
        holds=tuple((question, reading) for question, reading in said["holds"]),
    )
