"""Each request of a sample ends as the sample's own table says."""

from __future__ import annotations

import csv
from collections import Counter

from tests.service.desk import Desk

from lawgate.errors import InputError
from lawgate.service.decide import decide

EXIT_BAD_INPUT = "2"


def test_each_request_of_the_sample_ends_as_its_table_says(desk: Desk) -> None:
    ends: Counter[str] = Counter()
    for row in csv.DictReader((desk.out / "expected.csv").read_text(encoding="utf-8").splitlines()):
        request = desk.request(row["request"].removesuffix(".json"))
        try:
            found = decide(request, records=desk.records, as_of_day=desk.day)
        except InputError:
            assert row["exit_code"] == EXIT_BAD_INPUT, row["says"]
            ends["refused"] += 1
            continue
        assert row["exit_code"] == "0", row["says"]
        if row["admission"]:
            assert {one.admission.value for one in found.subjects} == {row["admission"]}, row["says"]
            ends[row["admission"]] += 1
    assert all(ends[end] >= 5 for end in ("refused", "admitted", "returned")), ends
    assert ends["blocked"] == 1


def test_nothing_is_disclosed_before_officials_answered(desk: Desk) -> None:
    for name in ("complete-us-attorney", "complete-three-subjects", "fugitive", "court-order-two-years"):
        found = decide(desk.request(name), records=desk.records, as_of_day=desk.day)
        rows = [row for one in found.subjects for row in one.decisions]
        assert rows
        assert "disclose" not in {row.disposition.value for row in rows}
