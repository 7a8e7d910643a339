"""Writes the list of the law's cases that `lawgate law show` prints: python -m tests.law.record_cases."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.law.run_cases import SECTION, cases

from lawgate.stores import law_data

PLACE = Path(law_data.__file__).parents[1] / "law" / "data" / "cases.json"


def recorded() -> dict[str, list[dict[str, Any]]]:
    """By address, the sentence of each case and what follows in a word or two."""
    found: dict[str, list[dict[str, Any]]] = {}
    for case in cases():
        row = {"says": case.sentence, "follows": _follows(case.expect)}
        found.setdefault(f"{SECTION}/{case.address}", []).append(row)
    return found


def _follows(expected: dict[str, Any]) -> str:
    items = expected.get("items")
    if items is None:
        return str(expected.get("admission", ""))
    return items if isinstance(items, str) else ", ".join(sorted(set(items.values())))


def text() -> str:
    return json.dumps(recorded(), indent=1, ensure_ascii=False, sort_keys=True) + "\n"


if __name__ == "__main__":
    PLACE.write_text(text(), encoding="utf-8")
