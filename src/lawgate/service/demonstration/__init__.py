"""A demonstration: invented people, records and cases, in a folder of its own and on this machine alone."""

from __future__ import annotations

from pathlib import Path


def settings_of(folder: Path) -> dict[str, str]:
    """The settings of a demonstration in a folder, as its processes read them from the environment."""
    return {
        "LAWGATE_DEMONSTRATION": "true",
        "LAWGATE_DATA": str(folder),
        "LAWGATE_RECORDS": str(folder / "world" / "records"),
        "LAWGATE_RESUBMISSIONS_MAX": "1000",
        "LAWGATE_WITNESSES": str(folder / "keys" / "keys.txt"),
    }
