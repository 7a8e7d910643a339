"""What a command wrote into its folder as JSON, read back."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from lawgate.errors import InputError


def read_written(path: Path, *, by: str, mend: str) -> Any:
    """The document in a file that `by` wrote; InputError where somebody else wrote there since."""
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except ValueError:
        raise InputError(f"this is not what {by} wrote", where=str(path), mend=mend) from None
