"""The JSON Schemas of the contract's documents."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel

from lawgate.errors import InputError
from lawgate.service.api.document import document
from lawgate.service.contract.models import FindingsJson, RequestJson, ReviewsJson, UseRequestJson
from lawgate.service.contract.models_adoption import AdoptionsJson
from lawgate.service.contract.models_audit import AuditJson
from lawgate.service.contract.models_handover import (
    AccountLineJson,
    PayloadJson,
    RegistrationJson,
    StatementJson,
)
from lawgate.service.contract.models_out import DeterminationJson

API = "api"
SCHEMAS: dict[str, type[BaseModel]] = {
    "request": RequestJson,
    "use": UseRequestJson,
    "findings": FindingsJson,
    "determination": DeterminationJson,
    "audit": AuditJson,
    "reviews": ReviewsJson,
    "adoptions": AdoptionsJson,
    "payload": PayloadJson,
    "statement": StatementJson,
    "registration": RegistrationJson,
    "account": AccountLineJson,
}


def schema_of(name: str) -> dict[str, Any]:
    """The schema of one document, draft 2020-12; of `api` the whole OpenAPI document."""
    if name == API:
        return document()
    if name not in SCHEMAS:
        raise InputError("no such document", where=name[:40], mend=f"use one of {', '.join((*SCHEMAS, API))}")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **SCHEMAS[name].model_json_schema()}
