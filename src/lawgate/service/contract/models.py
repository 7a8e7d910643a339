"""The contract's documents as pydantic models: the source of the published JSON Schemas."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, GetJsonSchemaHandler, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from lawgate.law.terms.matter import STAGES
from lawgate.law.terms.order import JUDGES
from lawgate.law.terms.request import LEVELS, OFFICES
from lawgate.law.terms.use import FORUMS
from lawgate.records.items import CATALOGUE
from lawgate.records.provenance import DOCUMENTS, FURNISHED_BY
from lawgate.service.contract.text import (
    CiteText,
    Day,
    MaybeDay,
    PairId,
    Reason,
    Stated,
    Text,
    agency_chars_max,
    enum_of,
    listed,
)

ITEMS = tuple(CATALOGUE)

Office = Annotated[str, listed(OFFICES), enum_of(OFFICES)]
Level = Annotated[str, listed(LEVELS), enum_of(LEVELS)]
Stage = Annotated[str, listed(STAGES), enum_of(STAGES)]
Forum = Annotated[str, listed(FORUMS), enum_of(FORUMS)]
Source = Annotated[str, listed(FURNISHED_BY), enum_of(FURNISHED_BY)]
Paper = Annotated[str, listed(DOCUMENTS), enum_of(DOCUMENTS)]
Agency = Annotated[Stated, Field(max_length=agency_chars_max, pattern=r"^[a-z0-9_-]+(\.[a-z0-9_-]+)*$")]
Judge = Annotated[str, listed(JUDGES), enum_of(JUDGES)]
ItemName = Annotated[str, listed(ITEMS), enum_of(ITEMS)]


class Document(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    @model_validator(mode="before")
    @classmethod
    def _empty_is_not_stated(cls, fields: Any) -> Any:
        """Absent, null, empty text and, where null may stand, an empty list all mean not stated."""
        if not isinstance(fields, dict):
            return fields
        may_be_null = {name for name, field in cls.model_fields.items() if field.default is None}
        return {
            name: None if value == "" or (value == [] and name in may_be_null) else value
            for name, value in fields.items()
        }

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Empty text and an empty list in the published schema too, wherever null may stand."""
        schema = handler(core_schema)
        for stated in handler.resolve_ref_schema(schema).get("properties", {}).values():
            kinds = stated.get("anyOf", [])
            if {"type": "null"} in kinds and not any(_takes_any_text(kind) for kind in kinds):
                kinds.append({"const": ""})
            if {"type": "null"} in kinds and not any(_is_list(kind) for kind in kinds):
                kinds.append({"const": []})
        return schema


def _is_list(kind: dict[str, Any]) -> bool:
    return kind.get("type") == "array" or kind.get("const") == []


def _takes_any_text(kind: dict[str, Any]) -> bool:
    return kind.get("type") == "string" and "enum" not in kind


class SignatoryJson(Document):
    """The one who signs the request."""

    name: Text | None = None
    office: Office | None = None


class RequesterJson(Document):
    """Who asks."""

    agency: Agency
    level: Level | None = None
    signatory: SignatoryJson | None = None


class MatterJson(Document):
    """What the request is for."""

    number: Text | None = None
    opened_on: MaybeDay = None
    stage: Stage | None = None
    authority: Text | None = None
    statutes: list[Text] | None = None
    tax_administration: bool | None = None
    united_states_party: bool | None = None
    child_case: bool | None = None


class RecipientJson(Document):
    """One who would receive the information."""

    id: Stated
    name: Text | None = None
    title: Text | None = None
    agency: Text | None = None
    personally_and_directly_engaged: bool | None = None


class CourtOrderJson(Document):
    """A court's order."""

    court: Text | None = None
    docket: Text | None = None
    judge_kind: Judge | None = None
    ex_parte: bool | None = None
    granted_on: MaybeDay = None
    authorised_by: Office | None = None
    periods: list[Text] | None = None
    items: list[ItemName] | None = None
    recitals: list[CiteText] | None = None


class RemovalOrderJson(Document):
    """A final order of removal."""

    final_on: MaybeDay = None
    class_cite: Text | None = None


class NameJson(Document):
    """The name of a person, or of an entity."""

    given: Text | None = None
    middle: Text | None = None
    surname: Text | None = None
    suffix: Text | None = None
    entity: Text | None = None


class SubjectJson(Document):
    """One person whom the request names."""

    ref: Stated
    name: NameJson | None = None
    address: Text | None = None
    tin: Text | None = None
    date_of_birth: MaybeDay = None
    tax_periods: list[Text] | None = None
    recipients: list[Stated] | None = None
    matter: MatterJson | None = None
    reasons: Text | None = None
    court_order: CourtOrderJson | None = None
    removal_order: RemovalOrderJson | None = None
    facts: dict[str, Any] | None = None


class RequestJson(Document):
    """A request. What is absent, null, "" or [] is not stated."""

    id: Stated
    received_on: Day
    in_writing: bool | None = None
    provision: CiteText | None = None
    requester: RequesterJson
    matter: MatterJson | None = None
    recipients: list[RecipientJson] | None = None
    reasons: Text | None = None
    use_undertaking: bool | None = None
    court_order: CourtOrderJson | None = None
    tax_periods: list[Text] | None = None
    items: Annotated[list[ItemName], Field(min_length=1)]
    subjects: (
        Annotated[list[SubjectJson], Field(min_length=1)] | Annotated[str, Field(pattern=r"\.(parquet|csv)$")]
    )


class ReleasedItemJson(Document):
    """One item as it was released; its source as the determination told it."""

    item: ItemName
    period: Text | None = None
    provision: CiteText
    released_on: MaybeDay = None
    furnished_by: Source | None = None
    document: Paper | None = None


class UserJson(Document):
    """The one who would use the items."""

    agency: Agency
    office: Office | None = None


class ReceiverJson(Document):
    """The one to whom the items would be passed on."""

    agency: Agency | None = None
    level: Level | None = None


class UseJson(Document):
    """What would be done with items after their release."""

    items: Annotated[list[ReleasedItemJson], Field(min_length=1)]
    by: UserJson
    to: ReceiverJson | None = None
    forum: Forum | None = None
    statutes: list[Text] | None = None
    court_finding: CiteText | None = None
    facts: dict[str, Any] | None = None


class UseRequestJson(RequestJson):
    """A request that asks, instead of subjects, for the use of items that were released."""

    # Two fields of the base may not be stated here, so their types are narrowed.
    items: list[ItemName] | None = None  # type: ignore[assignment]
    subjects: None = None  # type: ignore[assignment]
    use: UseJson


class OfficialJson(Document):
    """The official who answers."""

    name: Text | None = None
    office: Stated


class FindingJson(Document):
    """One answer to a question of judgement."""

    cite: CiteText
    answer: Literal["yes", "no"]
    refs: Literal["*"] | list[Stated] = "*"
    items: Literal["*"] | list[ItemName] = "*"
    by: OfficialJson
    on: Day
    certified_on: MaybeDay = None
    note: Text | None = None


class ReviewerJson(Document):
    """The official who compared two sides."""

    name: Stated
    office: Stated


class ReviewDecisionJson(Document):
    """One reviewer's answer on one pair. Two of the same name count as one reviewer."""

    pair: PairId
    answer: Literal["no_match", "match", "cannot_tell"] = "no_match"
    reason: Reason
    by: ReviewerJson
    on: Day


class ReviewsJson(Document):
    """Decisions on pairs, in the order in which they were recorded."""

    decisions: list[ReviewDecisionJson]


class FindingsJson(Document):
    """A findings file."""

    findings: list[FindingJson]
