"""The figures of an audit as a pydantic model: what the published schema promises of every summary."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from lawgate.service.contract.models_out import LawOut


class _Document(BaseModel):
    model_config = ConfigDict(extra="forbid")


class _Cited(_Document):
    cite: str
    cite_text: str


class CountOut(_Document):
    """How many releases are in a state; `rows` opens them (`lawgate explain FOLDER --rows`), `first` are some refs."""

    state: str
    releases: int = Field(ge=0)
    rows: str
    first: list[str]


class CrossedOut(_Document):
    """Of those compared, not compared or not told of, how many addresses are what by the records."""

    compared: Literal["yes", "no", "not_told"]
    placeholder: int
    current: int
    earlier: int
    none: int
    missing: int
    not_asked: int
    rows: str


class AddressOut(_Document):
    """What was compared then, and apart from it what agrees with the records."""

    compared_then: list[CountOut]
    held: list[CountOut]
    crossed: list[CrossedOut]
    placeholder_kinds: list[CountOut]


class AuditElementOut(_Cited):
    """One demand: for how many releases it is met, fails, is open, and is the only one that fails."""

    provision: str
    label: str
    yes: int
    no: int
    open: int
    alone: int
    rows: str
    rows_alone: str
    rows_yes: str
    rows_open: str


class ReadingOut(_Document):
    """The outcomes with one reading followed, and how far all adoptable readings of the others move them.

    `rows` with an outcome after it opens the releases of that outcome.
    """

    reading: str
    says: str
    adoptable: bool
    followed: bool
    rows: str
    lawful: int
    unlawful: int
    undeterminable: int
    unlawful_least: int
    unlawful_most: int
    lawful_least: int
    lawful_most: int


class QuestionOut(_Document):
    """One contested question on which something turns."""

    question: str
    asks: str
    rows: str
    readings: list[ReadingOut]


class TurningOut(_Document):
    """A set of questions and how many releases turn on it."""

    questions: str
    releases: int
    rows: str


class OrderOut(_Document):
    """An order of a court beside the releases."""

    order: str
    court: str
    says: str
    begins: str
    forbade: int
    in_doubt: int
    in_force_now: bool
    quarantines: bool
    rows: str


class FaultOut(_Document):
    """One thing that is wrong with a ledger."""

    kind: str
    where: str
    says: str


class AccountingOut(_Document):
    """Whether a ledger accounts for the releases, and what is wrong with it."""

    size: int | None
    faults: list[FaultOut]
    accounted: int
    not_accounted: int
    request: str


class SumOut(_Document):
    """Acts counted, and the least amount of the statute for them, in US dollars."""

    of: str
    acts: int
    dollars: int


class DamagesOut(_Cited):
    """26 U.S.C. 7431(c)(1)(A) as arithmetic, and no advice."""

    dollars_each: int
    sums: list[SumOut]


class NoticesOut(_Cited):
    """To how many taxpayers notice would be due; `listed` stand by number in notices.csv, each with the ground."""

    listed: int
    taxpayers: dict[Literal["unlawful", "turns_on"], int]
    followed: int


class RefusalsOut(_Document):
    """Valid requests under a paragraph that says shall, of which nothing was released."""

    as_of: str
    subjects: int
    rows: int
    turning: dict[str, int]
    first: list[str]


class PlanOut(_Document):
    """How many of each path are looked at by hand for one margin (95 %)."""

    margin: float
    size: int
    of_stratum: dict[str, int]
    unseen_max: float


class SamplingOut(_Document):
    """A plan for the releases whose records are missing; sampling.csv has the order in which they are drawn."""

    releases: int
    strata: dict[str, int]
    plans: list[PlanOut]
    drawn_by: str


class AuditJson(_Document):
    """summary.json of an audit, and what `lawgate audit --json` prints."""

    request: str
    released_on: list[str]
    known_on: str
    corpus: dict[str, str]
    corpus_then: dict[str, str]
    law: LawOut | None
    hypothetical: bool
    synthetic: bool
    releases: int
    taxpayers: int
    verdict: list[CountOut]
    verdict_then: list[CountOut]
    followed: list[CountOut]
    address: AddressOut
    elements: list[AuditElementOut]
    questions: list[QuestionOut]
    turning: list[TurningOut]
    orders: list[OrderOut]
    outside: list[CountOut]
    accounting: AccountingOut | None
    damages: DamagesOut
    notices: NoticesOut
    refusals: RefusalsOut | None
    sampling: SamplingOut | None
