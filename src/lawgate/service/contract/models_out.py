"""The determination as a pydantic model: what the published schema promises of every answer."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict


class _Document(BaseModel):
    model_config = ConfigDict(extra="forbid")


class _Cited(_Document):
    cite: str
    cite_text: str


class DefectOut(_Cited):
    """One thing that the request lacks, with its mend."""

    fix: str


class EvidenceOut(_Document):
    """One field compared."""

    field: str
    level: str
    note: str


class ResolutionOut(_Document):
    """Who is named."""

    status: Literal["one", "none", "several", "review", "not_tried"]
    taxpayer_id: str | None = None
    address_held: Literal["current", "earlier", "none"] | None = None
    policy: str | None = None
    rule: str | None = None
    evidence: list[EvidenceOut]
    settles: list[str] = []


class ElementOut(_Cited):
    """One element of the law."""

    label: str
    truth: Literal["yes", "no", "open"]
    why: str
    also: list[str]


class AskedOut(_Document):
    """One question, with who answers it and where."""

    name: str
    question: str
    cite: str | None
    cite_text: str | None
    kind: Literal["fact", "finding"]
    owner: Literal["requester", "custodian", "court", "official"]
    answered_in: Literal["facts", "request", "records", "court_order", "findings"]
    values: list[str]


class OpenOut(AskedOut):
    """One question on which the outcome waits."""

    settles: dict[str, Literal["disclose", "withhold"]]


class SourceOut(_Document):
    """Where a row came from."""

    furnished_by: str | None
    document: str | None


class LimitOut(_Cited):
    """What binds the information after its release."""

    says: str


class TurnOut(_Document):
    """One contested question on which an outcome turns, with what each reading gives."""

    question: str
    readings: dict[str, str]
    adopted: str


class ItemOut(_Document):
    """One item and period."""

    item: str
    period: str | None
    disposition: Literal["disclose", "withhold", "needs_more", "needs_finding"]
    provision: str | None
    provision_text: str | None
    held_period: str | None
    source: SourceOut | None
    cites: list[str]
    orders: list[str]
    contested: list[TurnOut]
    fault: str | None
    elements: list[ElementOut]
    open: list[OpenOut]
    settling: list[dict[str, list[str]]]
    to_disclose: list[dict[str, list[str]]]
    limits: list[LimitOut]


class NarrownessOut(_Document):
    """How narrowly a pathway opens."""

    extract: bool
    kinds: int
    recipients: str
    elements: int
    limits: int


class PathwayOut(_Cited):
    """One pathway."""

    heading: str
    duty: Literal["shall", "may", "may himself"]
    narrowness: NarrownessOut


class OpeningOut(PathwayOut):
    """A pathway that opens the rows at these places of `items`, counted from 0."""

    rows: list[int]


class MissingOut(ElementOut):
    """An element that is not made out, with its mend where the request itself must satisfy it."""

    mend: str | None


class NearOut(PathwayOut):
    """A pathway that comes near, for the item for which it lacks least."""

    item: str
    period: str | None
    missing: list[MissingOut]
    answers: list[dict[str, list[str]]]
    asks: list[AskedOut]
    orders: list[str]
    kept_apart: bool


class NarrowestOut(_Cited):
    """The narrowest pathway that alone opens whatever any opens, and in what it is narrower than the next."""

    because: str


class PathwaysOut(_Document):
    """Which pathways open and which come near; for the office's own use, never told outside."""

    tried: int
    open: list[OpeningOut]
    narrowest: NarrowestOut | None
    near: list[NearOut]
    fault: str | None = None


class SubjectOut(_Document):
    """One subject; `pathways` is absent where the request names a paragraph, and in a batch."""

    ref: str
    admission: Literal["admitted", "returned", "blocked"]
    defects: list[DefectOut]
    orders: list[str]
    contested: list[TurnOut]
    resolution: ResolutionOut
    items: list[ItemOut]
    pathways: PathwaysOut | None = None


class VersionOut(_Document):
    """One dated text by which the request is decided; no provisions are listed where the request names none."""

    first: str | None
    last: str | None
    certainty: str
    because: str
    provisions: list[str]


class LawOut(_Document):
    """The law that decides: its texts, the readings followed, the orders in force, the agreement."""

    versions: list[VersionOut]
    readings: dict[str, str]
    orders: list[str]
    orders_set_aside: list[str]
    agreement: str | None


class DeterminationJson(_Document):
    """The answer to a request."""

    request: str
    as_of: str
    known_on: str
    corpus: str
    law: LawOut
    hypothetical: bool
    subjects: list[SubjectOut]
