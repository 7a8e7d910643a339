"""The documents of the API as they were reviewed: OpenAPI, which a test holds to the operations, and JSON-LD."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any, Final

NAME: Final = "openapi.json"
CONTEXT: Final = "context.json"


@cache
def document_bytes() -> bytes:
    """Its bytes, as they are served and printed."""
    return files("lawgate.service.api").joinpath(NAME).read_bytes()


@cache
def context_bytes() -> bytes:
    """Which fields of a request mean what a term of NIEM 6.0 does (JSON-LD 1.1): mapped, and not conformant.

    Every term was found in niem-core 6.0 (github.com/niemopen/niem-model, xsd/niem-core.xsd); the prefix is that of its
    own json-ld/context.json.
    """
    return files("lawgate.service.api").joinpath(CONTEXT).read_bytes()


def document() -> dict[str, Any]:
    """The document itself (OpenAPI 3.1)."""
    return dict(json.loads(document_bytes()))
