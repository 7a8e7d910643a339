"""The OpenAPI document of the API as it was reviewed; a test holds it to what is served."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any, Final

NAME: Final = "openapi.json"


@cache
def document_bytes() -> bytes:
    """Its bytes, as they are served and printed."""
    return files("lawgate.service.api").joinpath(NAME).read_bytes()


def document() -> dict[str, Any]:
    """The document itself (OpenAPI 3.1)."""
    return dict(json.loads(document_bytes()))
