"""No name, address, number or value of a person is in anything that a command writes or prints."""

from __future__ import annotations

import json
from pathlib import Path

import polars as pl
import pytest
from tests.service.desk import Desk, Json, files_in, findings_of_complete, write

from lawgate.service.batch.stream import BatchOptions, explain_row, run_batch
from lawgate.service.contract.write import determination_document
from lawgate.service.decide import decide

NAME, STREET, TOWN, TIN, VALUE, BORN = (
    "Quetzalbird", "77 Xanthophyll Causeway", "Zyzzyxville", "900-70-1234", "424242171", "1949-07-23",
)  # fmt: skip
CANARIES = (NAME, "Xanthophyll", TOWN, TIN, TIN.replace("-", ""), VALUE, BORN)
ITEMS = [
    "identity.name",
    "identity.mailing_address",
    "identity.tin",
    "third_party.w2.wages",
    "return.1040.phone",
]


def records_of_one(folder: Path) -> Path:
    """A custodian who holds one person with unmistakable data."""
    records = folder / "records"
    records.mkdir()
    person = {"taxpayer_id": "T1", "given_name": NAME, "surname": NAME, "date_of_birth": BORN, "tin": TIN}
    home = {"taxpayer_id": "T1", "address": f"{STREET}, {TOWN} IL 62704", "where": "mailing"}
    rows = [
        {
            "taxpayer_id": "T1",
            "item": item,
            "period": "2023",
            "value": VALUE,
            "furnished_by": by,
            "document": document,
        }
        for item, by, document in (
            ("third_party.w2.wages", "payer", "information_return"),
            ("return.1040.phone", "taxpayer", "return"),
        )
    ]
    (records / "records.json").write_text('{"synthetic": true}', encoding="utf-8")
    for name, table in (("taxpayers", [person]), ("addresses", [home]), ("items", rows)):
        pl.DataFrame(table).write_parquet(records / f"{name}.parquet")
    return records


def request_for(desk: Desk, **changes: object) -> Json:
    """A request that names the person with all that identifies her."""
    subject = {
        "ref": "1",
        "name": {"given": NAME, "surname": NAME},
        "address": f"{STREET}, {TOWN} IL 62704",
        "tin": TIN,
        "date_of_birth": BORN,
        "tax_periods": ["2023"],
        "recipients": ["O1"],
        **changes,
    }
    return {**desk.document("complete-us-attorney"), "items": ITEMS, "subjects": [subject]}


CHANGES: dict[str, dict[str, object]] = {
    "disclosed": {},
    "returned": {"tax_periods": []},
    "another person": {"name": {"given": "Ana", "surname": "Sample"}},
    "another address": {"address": f"9 {STREET}, {TOWN} IL 62704"},
    "an odd address": {"address": f"c/o {NAME}, {STREET}, {TOWN} IL 62704"},
    "a placeholder": {"address": f"Failed to Provide {TOWN}"},
}


@pytest.mark.parametrize("name", CHANGES)
def test_nothing_that_is_written_holds_a_datum_of_the_person(name: str, desk: Desk, tmp_path: Path) -> None:
    records, findings = (
        records_of_one(tmp_path),
        write(tmp_path, findings_of_complete("2026-03-01"), "findings.json"),
    )
    request = write(tmp_path, request_for(desk, **CHANGES[name]))
    answer = determination_document(decide(request, records=records, findings=findings, as_of_day=desk.day))
    options = BatchOptions(records=records, out=tmp_path / "out", findings=findings, as_of_day=desk.day)
    summary = run_batch(request, options)
    explained = explain_row(tmp_path / "out", "1")
    if name == "disclosed":
        assert "disclose" in {item["disposition"] for item in answer["subjects"][0]["items"]}
    written = {place: content.decode("latin-1") for place, content in files_in(tmp_path / "out").items()}
    tables = {
        path.name: str(pl.read_parquet(path).to_dicts()) for path in (tmp_path / "out").glob("*.parquet")
    }
    printed = {"decide": json.dumps(answer), "batch": json.dumps(summary), "explain": json.dumps(explained)}
    for place, text in {**written, **tables, **printed}.items():
        for canary in CANARIES:
            assert canary.lower() not in text.lower(), f"{canary} is in {place}"


def test_the_canaries_would_be_seen(tmp_path: Path) -> None:
    records = records_of_one(tmp_path)
    held = " ".join(str(pl.read_parquet(path).to_dicts()) for path in records.glob("*.parquet"))
    assert all(canary in held for canary in (NAME, "Xanthophyll", TOWN, TIN, VALUE, BORN))
