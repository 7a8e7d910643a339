"""Determinations reviewed in the diff like code. `python -m tests.golden.golden` writes them anew.

The hash of the corpus is left out: it changes with every word of the law, and stands in every answer.
"""

from __future__ import annotations

import copy
import json
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import polars as pl
from tests.decide.world import COMPLETE, ITEM_ADDRESS, ITEM_WAGES, ORDER, Case, findings_json

from lawgate.service.contract.write import determination_document
from lawgate.service.decide import decide

FOLDER = Path(__file__).parent
DAY = "2026-03-02"
ORDERED = Case().asking("provision", "26 USC 6103(i)(1)").asking("court_order", ORDER)

CASES: dict[str, Case] = {
    "i2-disclosed-and-withheld": Case().asking("items", [ITEM_ADDRESS, ITEM_WAGES]),
    "i2-waits-for-three-findings": Case().asking("items", [ITEM_ADDRESS]).but(answers={}),
    "i2-returned-with-all-defects": Case()
    .asking("in_writing", False)
    .asking("reasons", None)
    .asking("subjects.0.address", "62704")
    .asking("subjects.0.tax_periods", ["most recent"]),
    "i2-civil-statute-not-looked-at": Case()
    .asking("items", [ITEM_ADDRESS])
    .asking("matter.statutes", ["8 USC 1231"]),
    "i1-by-order": ORDERED.asking("items", ["return.1040.total_wages"]),
}

Json = dict[str, Any]


def made(name: str) -> str:
    """The determination of a case as the commands print it, without the hash of the corpus."""
    with tempfile.TemporaryDirectory() as place:
        document = determination(CASES[name], Path(place))
    return json.dumps({**document, "corpus": ""}, indent=1, ensure_ascii=False) + "\n"


def determination(case: Case, folder: Path) -> Json:
    """A case decided from files."""
    request, findings = folder / "request.json", folder / "findings.json"
    request.write_text(json.dumps(case.request), encoding="utf-8")
    findings.write_text(json.dumps(findings_json(case)), encoding="utf-8")
    records = write_records(case, folder / "records")
    return determination_document(
        decide(request, records=records, findings=findings, as_of_day=DAY, known_on=DAY)
    )


def write_records(case: Case, folder: Path) -> Path:
    """A custodian's folder about the one person whom the complete request names."""
    folder.mkdir()
    subject = copy.deepcopy(COMPLETE["subjects"][0])
    person = {
        "taxpayer_id": "T1",
        "given_name": subject["name"]["given"],
        "surname": subject["name"]["surname"],
    }
    home = {"taxpayer_id": "T1", "address": subject["address"], "held_from": "2020-01-01", "where": "mailing"}
    rows = [
        {
            "taxpayer_id": "T1",
            "item": item,
            "period": period,
            "value": "40000",
            "furnished_by": by,
            "document": paper,
        }
        for item, period, by, paper in case.held
        if period
    ]
    (folder / "records.json").write_text('{"synthetic": true, "custodian": "Sample"}', encoding="utf-8")
    for name, table in (("taxpayers", [person]), ("addresses", [home]), ("items", rows)):
        pl.DataFrame(table).write_parquet(folder / f"{name}.parquet")
    return folder


def written() -> Iterator[tuple[str, str]]:
    """The determinations as they were reviewed."""
    for path in sorted(FOLDER.glob("*.json")):
        yield path.stem, path.read_text(encoding="utf-8")


if __name__ == "__main__":
    for each in CASES:
        (FOLDER / f"{each}.json").write_text(made(each), encoding="utf-8")
