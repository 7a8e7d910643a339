"""The shape of a request: what its own words tell before a look, and which demands of the law that touches."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from tests.decide.world import COMPLETE, I2
from tests.service.desk import Desk, Json, write

from lawgate.errors import InputError
from lawgate.service.batch.stream import batch_options, tell_shape

DAY = "2026-03-10"


def subject(ref: str, **but: Any) -> Json:
    """A subject of whom everything is stated and nothing is stated of another one."""
    return {
        "ref": ref,
        "name": {"given": "Ana", "surname": f"Sample{ref}"},
        "address": f"{ref} Elm St Apt 3, Springfield IL 62704",
        "tax_periods": ["2023"],
        "recipients": ["O1"],
        "reasons": f"Wire {ref} was credited to this person.",
        **but,
    }


def figures(folder: Path, subjects: list[Json], **request: Any) -> dict[str, Json]:
    """The figures of a request for these subjects, by name."""
    path = write(folder, {**COMPLETE, **request, "subjects": subjects})
    return {one["name"]: one for one in tell_shape(path, as_of_day=DAY)["shape"]["figures"]}


Touched = tuple[str, str, set[str]]
"""The state that is counted, the demand, and the contested questions on how it reads."""

FLAWS: list[tuple[str, Json, Touched]] = [
    ("addresses", {"address": "unknown"}, ("inadequate", f"{I2}(B)(i)", {"Q2"})),
    ("addresses", {"address": None}, ("not_stated", f"{I2}(B)(i)", {"Q2"})),
    ("address_kinds", {"address": "62704"}, ("zip_only", f"{I2}(B)(i)", {"Q2"})),
    ("periods", {"tax_periods": []}, ("not_stated", f"{I2}(B)(ii)", {"Q9"})),
    ("periods", {"tax_periods": ["lately"]}, ("not_readable", f"{I2}(B)(ii)", {"Q9"})),
    ("reasons", {"reasons": "n/a"}, ("not_stated", f"{I2}(B)(iv)", {"Q10"})),
    (
        "removal_orders",
        {"removal_order": {"final_on": "2026-03-11"}},
        ("in_the_future", f"{I2}(A)(ii)", {"Q11"}),
    ),
]


@pytest.mark.parametrize(("name", "flaw", "touched"), FLAWS)
def test_what_one_subject_lacks_is_counted_with_the_demand_that_it_touches(
    name: str, flaw: Json, touched: Touched, tmp_path: Path
) -> None:
    state, cite, contested = touched
    sound = figures(tmp_path, [subject("1"), subject("2")])[name]
    flawed = figures(tmp_path, [subject("1"), subject("2", **flaw)])[name]
    assert (sound["in_doubt"], sound["subjects"].get(state, 0)) == (0, 0)
    assert (flawed["in_doubt"], flawed["subjects"][state]) == (1, 1)
    assert cite.replace("26 USC", "26 U.S.C.") in {one["cite_text"] for one in flawed["elements"]}
    assert contested <= set(flawed["contested"])


@pytest.mark.parametrize(
    ("name", "alike"),
    [
        (
            "same_name_and_birth_date",
            {"name": {"given": "ANA", "surname": "Sample1"}, "date_of_birth": "1980-01-02"},
        ),
        ("same_tin", {"tin": "900-70-0001"}),
        ("same_address", {"address": "9 ELM st apt 3, Springfield IL 62704"}),
    ],
)
def test_two_subjects_of_whom_the_same_is_stated_are_told(name: str, alike: Json, tmp_path: Path) -> None:
    apart = figures(tmp_path, [subject("1", **alike), subject("2")])[name]
    shared = figures(tmp_path, [subject("1", **alike), subject("2", **alike), subject("3")])[name]
    assert apart["in_doubt"] == 0
    assert (shared["in_doubt"], shared["told"]) == (2, {"groups": 1, "largest": 2})
    assert shared["elements"]


def test_a_reason_repeated_with_other_capitals_and_spaces_is_one_reason(tmp_path: Path) -> None:
    subjects = [
        subject("1", reasons="Final order of removal."),
        subject("2", reasons="final  ORDER of removal"),
    ]
    found = figures(tmp_path, [*subjects, subject("3")])["reasons"]
    assert found["subjects"] == {"own": 1, "repeated": 2, "not_stated": 0}
    assert found["told"] == {"different": 2, "repeat_1": 2}


def test_one_officer_for_more_subjects_than_one_can_work_on_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lawgate.decide.shape.SUBJECTS_PER_OFFICER_MAX", 2)
    within = figures(tmp_path, [subject("1"), subject("2")])["officers"]
    above = figures(tmp_path, [subject("1"), subject("2"), subject("3")])["officers"]
    assert (within["in_doubt"], above["in_doubt"]) == (0, 3)
    assert (above["told"]["most"], above["told"]["above_limit"]) == (3, 1)


def test_a_request_that_names_no_officer_is_in_doubt_for_every_subject(tmp_path: Path) -> None:
    found = figures(tmp_path, [subject("1", recipients=None), subject("2", recipients=None)], recipients=[])
    assert (found["officers"]["in_doubt"], found["officers"]["subjects"]["no_officer"]) == (2, 2)
    assert {"Q4", "Q5"} <= set(found["officers"]["contested"])


def test_an_order_of_removal_is_missed_only_where_the_matter_rests_on_it(tmp_path: Path) -> None:
    of_removal = {**COMPLETE["matter"], "statutes": ["8 USC 1253(a)(1)"]}
    assert figures(tmp_path, [subject("1")])["removal_orders"]["in_doubt"] == 0
    assert figures(tmp_path, [subject("1")], matter=of_removal)["removal_orders"]["in_doubt"] == 1


def test_statutes_are_told_by_kind(tmp_path: Path) -> None:
    civil = {**COMPLETE["matter"], "statutes": ["8 USC 1227"]}
    assert figures(tmp_path, [subject("1")])["statutes"]["subjects"] == {"criminal_nontax": 1}
    found = figures(tmp_path, [subject("1"), subject("2")], matter=civil)["statutes"]
    assert (found["subjects"], found["in_doubt"]) == ({"civil": 2}, 2)


def test_the_shape_of_a_table_is_that_of_the_same_subjects_inside_the_request(
    desk: Desk, tmp_path: Path
) -> None:
    inside = [subject("1"), subject("2", tax_periods=[]), subject("3", address="unknown")]
    table = [
        {
            "ref": one["ref"],
            "given_name": one["name"]["given"],
            "surname": one["name"]["surname"],
            "address": one["address"],
            "tax_periods": "|".join(one["tax_periods"]),
            "recipients": "O1",
            "reasons": one["reasons"],
        }
        for one in inside
    ]
    lines = [",".join(table[0]), *(",".join(f'"{text}"' for text in row.values()) for row in table)]
    (tmp_path / "people.csv").write_text("\n".join(lines), encoding="utf-8")
    path = write(tmp_path, {**COMPLETE, "subjects": "people.csv"}, "table.json")
    of_table = tell_shape(path, as_of_day=DAY)["shape"]
    assert {one["name"]: one for one in of_table["figures"]} == figures(tmp_path, inside)


def test_every_figure_counts_every_subject_and_touches_a_demand(decided: Desk) -> None:
    shape = json.loads((decided.batch / "summary.json").read_text(encoding="utf-8"))["shape"]
    assert shape["subjects"] == len(decided.refs())
    for one in shape["figures"]:
        assert sum(one["subjects"].values()) == shape["subjects"], one["name"]
        assert one["elements"], one["name"]
    assert any(one["in_doubt"] for one in shape["figures"])


def test_a_batch_without_records_or_a_place_to_write_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no records"):
        batch_options(records=None, out=tmp_path)
    with pytest.raises(InputError, match="no folder"):
        batch_options(records=tmp_path, out=None)


def test_a_date_of_birth_that_is_no_day_is_told_since_what_it_says_against_somebody_is_lost(
    tmp_path: Path,
) -> None:
    rows = ["1980-01-02", "3/14/1980", "1980-02-30", None]
    found = shape_of_table(tmp_path, "date_of_birth", rows)
    assert found["birth_dates"]["subjects"] == {"stated": 1, "not_readable": 2, "not_stated": 1}
    assert found["birth_dates"]["in_doubt"] == 2
    assert found["birth_dates"]["elements"]


@pytest.mark.parametrize("written", ["3/14/1980", "29281", "19800314"])
@pytest.mark.parametrize("column", ["date_of_birth", "removal_final_on"])
def test_a_column_of_days_that_are_all_written_otherwise_is_refused(
    written: str, column: str, tmp_path: Path
) -> None:
    with pytest.raises(InputError, match="no day of this column can be read") as refused:
        shape_of_table(tmp_path, column, [written, None, written])
    assert refused.value.where.endswith(column)
    assert written not in str(refused.value)


def shape_of_table(folder: Path, column: str, said: list[str | None]) -> dict[str, Json]:
    """The figures of a table whose rows say this in one column."""
    rows = [{"ref": str(at), "surname": "Sample", column: one} for at, one in enumerate(said)]
    pl.DataFrame(rows, schema=dict.fromkeys(("ref", "surname", column), pl.Utf8)).write_csv(
        folder / "subjects.csv"
    )
    path = write(folder, {**COMPLETE, "subjects": "subjects.csv"})
    return {one["name"]: one for one in tell_shape(path, as_of_day=DAY)["shape"]["figures"]}
