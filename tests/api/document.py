"""The OpenAPI document made from the operations: `python -m tests.api.document` writes it, to be reviewed and kept."""

from __future__ import annotations

import json
from http import HTTPStatus
from pathlib import Path
from typing import Any, Final

from pydantic.json_schema import models_json_schema

from lawgate.stores import database

database.ready()

from lawgate.api.problems import MEDIA_TYPE  # noqa: E402
from lawgate.api.schemas import Envelope, Reason, Words  # noqa: E402
from lawgate.api.v1 import API  # noqa: E402
from lawgate.service.contract.models import RequestJson  # noqa: E402

Document = dict[str, Any]

BODIES: Final = (RequestJson, Envelope, Words, Reason)
"""What is sent, letter for letter; these stand in the document beside what the operations answer."""
PREFIX: Final = "/api/v1"
PACE: Final = {
    "Retry-After": {
        "required": True,
        "schema": {"type": "integer"},
        "description": "So many seconds to wait.",
    },
    "RateLimit": {"required": True, "schema": {"type": "string"}},
    "RateLimit-Policy": {"required": True, "schema": {"type": "string"}},
}
"""What is told beside that it was asked too often; the last two are told whenever it was counted."""
PLACE: Final = Path(__file__).parents[2] / "src" / "lawgate" / "service" / "api" / "openapi.json"


def openapi_document() -> Document:
    """OpenAPI 3.1: every operation with each of its answers."""
    made: Document = json.loads(json.dumps(API.get_openapi_schema(path_prefix="")))
    _, bodies = models_json_schema(
        [(model, "validation") for model in BODIES], ref_template="#/components/schemas/{model}"
    )
    made["components"]["schemas"] |= bodies["$defs"]
    made["info"]["license"] = {"name": "Apache-2.0", "identifier": "Apache-2.0"}
    made["servers"] = [{"url": PREFIX, "description": "this deployment"}]
    for operations in made["paths"].values():
        for operation in operations.values():
            _tell_problems(operation)
    return made


def _tell_problems(operation: Document) -> None:
    """Problems have a media type of their own; of the sign-in RFC 6749 says how it refuses."""
    for status, answer in operation["responses"].items():
        answer["description"] = HTTPStatus(int(status)).phrase
        schema = answer.get("content", {}).get("application/json", {}).get("schema", {})
        if schema.get("$ref", "").endswith("/Problem") or schema.get("title") == "Problem":
            answer["content"] = {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}
        if status == "429":
            answer["headers"] = PACE


def written() -> bytes:
    """The document as it is kept."""
    return (json.dumps(openapi_document(), indent=1, ensure_ascii=False) + "\n").encode()


if __name__ == "__main__":
    PLACE.write_bytes(written())
