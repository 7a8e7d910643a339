"""The folder from which a deployment's own mail takes notices: a file each, whole or not there."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from lawgate.stores.replacing import put_bytes


def drop(folder: Path, name: str, document: Mapping[str, Any]) -> None:
    """Write a notice as JSON under its name; the same again replaces it with the same. InputError where it cannot."""
    data = json.dumps(document, sort_keys=True).encode()
    put_bytes(folder / f"{name}.json", data)
