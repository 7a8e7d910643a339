"""A demonstration: invented people, records and cases, in a folder of its own and on this machine alone."""

from __future__ import annotations

from pathlib import Path

from lawgate.errors import InputError
from lawgate.stores.ledger.disk import Disk


def settings_of(folder: Path) -> dict[str, str]:
    """The settings of a demonstration in a folder, as its processes read them from the environment."""
    return {
        "LAWGATE_DEMONSTRATION": "true",
        "LAWGATE_DATA": str(folder),
        "LAWGATE_OFFICE": "Sample Tax Agency",
        "LAWGATE_RECORDS": str(folder / "world" / "records"),
        "LAWGATE_RESUBMISSIONS_MAX": "1000",
        "LAWGATE_WITNESSES": str(folder / "keys" / "keys.txt"),
    }


def demand_free(folder: Path) -> None:
    """InputError where nothing can be kept in the folder, or another demonstration is at work in it."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        ledger = Disk(folder / "ledger")
        if ledger.root.is_dir():
            with ledger.hold():
                pass
    except OSError as error:
        raise InputError(
            "the demonstration cannot be kept here",
            where=str(folder),
            mend=f"name another folder ({(error.strerror or '').lower()})",
        ) from None
