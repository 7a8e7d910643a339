"""A match answers every subject as a decision would, is held to what controls show, and is whole or nothing."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from bench.match.picture import picture
from tests.service.desk import Desk

from lawgate.errors import InputError
from lawgate.service.batch.stream import BatchOptions, run_batch
from lawgate.service.decide import decide
from lawgate.service.match.calibration import ceiling_of
from lawgate.service.match.table import MatchOptions, run_match

ROOT = Path(__file__).parents[3]
EACH = 400


def subjects(desk: Desk) -> Path:
    return desk.out / "requests" / "batch.parquet"


def match(desk: Desk, out: Path, **more: Any) -> dict[str, Any]:
    given: dict[str, Any] = {
        "records": desk.records,
        "out": out,
        "as_of_day": desk.day,
        "controls_each": EACH,
    }
    return run_match(subjects(desk), MatchOptions(**given | more))


@pytest.fixture(scope="module")
def matched(desk: Desk, tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, Any], pl.DataFrame]:
    out = tmp_path_factory.mktemp("match") / "out.parquet"
    return match(desk, out), pl.read_parquet(out)


@pytest.fixture(scope="module")
def calibrated(desk: Desk, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a match with its calibration beside it."""
    folder = tmp_path_factory.mktemp("calibrated")
    match(desk, folder / "out.parquet", calibrate=True, html=folder / "out.html")
    return folder


def test_every_subject_has_one_row_in_its_order(
    desk: Desk, matched: tuple[dict[str, Any], pl.DataFrame]
) -> None:
    summary, table = matched
    assert table["ref"].to_list() == desk.refs()
    assert summary["subjects"] == table.height == sum(summary["status"].values())
    assert summary["status"]["one"] == table["taxpayer_id"].drop_nulls().len() > 50


def test_a_record_stands_as_the_person_only_where_one_is_named(
    matched: tuple[dict[str, Any], pl.DataFrame],
) -> None:
    _, table = matched
    one = table.filter(pl.col("status") == "one")
    rest = table.filter(pl.col("status") != "one")
    assert one["taxpayer_id"].null_count() == one["probability"].null_count() == 0
    assert rest["taxpayer_id"].null_count() == rest["probability"].null_count() == rest.height > 0
    assert set(rest.drop_nulls("proposed_id")["status"]) <= {"review"}
    assert one.filter(pl.col("probability") > 0.999).height == 0


def test_a_match_names_whom_a_batch_names(
    desk: Desk, decided: Desk, matched: tuple[dict[str, Any], pl.DataFrame]
) -> None:
    tried = pl.read_parquet(decided.batch / "subjects.parquet").select(
        "ref", pl.col("resolution").str.json_decode(pl.Struct({"status": pl.Utf8, "rule": pl.Utf8}))
    )
    both = tried.unnest("resolution").join(matched[1], on="ref").filter(pl.col("status") != "not_tried")
    assert both.height > 20
    assert both["status"].to_list() == both["status_right"].to_list()
    assert both["rule"].to_list() == [rule or "" for rule in both["rule_right"].to_list()]


# Ibis 12 calls DuckDB 2 by a name that DuckDB gives up.
@pytest.mark.filterwarnings("ignore:fetch_arrow_table:DeprecationWarning")
def test_an_engine_that_finds_the_candidates_gives_the_same_bytes(desk: Desk, tmp_path: Path) -> None:
    here, there = tmp_path / "here.parquet", tmp_path / "there.parquet"
    assert match(desk, here) == match(desk, there, engine="duckdb")
    assert here.read_bytes() == there.read_bytes()


@pytest.mark.parametrize("engine", ["postgres", "oracle", ""])
def test_an_engine_that_finds_no_candidates_is_refused_and_nothing_is_written(
    desk: Desk, tmp_path: Path, engine: str
) -> None:
    with pytest.raises(InputError, match="finds no candidates") as refused:
        match(desk, tmp_path / "out.parquet", engine=engine)
    assert refused.value.where == "--engine"
    assert not list(tmp_path.iterdir())


def test_the_bits_of_a_row_add_up(matched: tuple[dict[str, Any], pl.DataFrame]) -> None:
    for row in matched[1].drop_nulls("prior_bits").iter_rows(named=True):
        weighed = [one["bits"] for one in json.loads(row["evidence"]) if one["bits"] is not None]
        assert row["total_bits"] == pytest.approx(row["prior_bits"] + sum(weighed), abs=0.01)


def test_no_row_and_no_page_holds_a_personal_datum(desk: Desk, calibrated: Path) -> None:
    asked = pl.read_parquet(subjects(desk))
    told = pl.read_parquet(calibrated / "out.parquet").write_json()
    told += (calibrated / "out.html").read_text(encoding="utf-8")
    told += (calibrated / "out.calibration.json").read_text(encoding="utf-8")
    for column in ("surname", "address", "tin", "date_of_birth"):
        data = [value for value in asked[column].drop_nulls().unique().to_list() if len(value) > 4]
        assert data
        assert not [value for value in data if value in told], column


def test_the_same_files_give_the_same_bytes(desk: Desk, calibrated: Path, tmp_path: Path) -> None:
    match(desk, tmp_path / "out.parquet", calibrate=True, html=tmp_path / "out.html")
    for name in ("out.parquet", "out.html", "out.calibration.json"):
        assert (tmp_path / name).read_bytes() == (calibrated / name).read_bytes()


def test_a_calibration_tells_each_family_and_the_worst_is_the_claim(calibrated: Path) -> None:
    told = json.loads((calibrated / "out.calibration.json").read_text(encoding="utf-8"))
    bounds = {one["family"]: one["bound"] for one in told["families"]}
    assert set(bounds) == {"strangers", "leave_one_out", "household", "doubles"}
    assert told["claim"] == bounds[told["worst"]] == max(bounds.values())
    assert {one["basis"] for one in told["bases"]} == {"facts", "home", "rarity"}


def test_so_few_controls_prove_too_little_and_nobody_is_named_by_default(calibrated: Path) -> None:
    table = pl.read_parquet(calibrated / "out.parquet")
    assert table["taxpayer_id"].null_count() == table.height
    held = table.filter(pl.col("evidence").str.contains("above ceiling"))
    assert set(held["status"]) == {"review"}
    assert held.height > 50


@pytest.mark.parametrize("rate", [0.0, 0.02, 1.0])
def test_a_stored_calibration_holds_a_match_to_the_ceiling(
    rate: float,
    desk: Desk,
    calibrated: Path,
    tmp_path: Path,
    matched: tuple[dict[str, Any], pl.DataFrame],
) -> None:
    stored = calibrated / "out.calibration.json"
    summary = match(desk, tmp_path / "out.parquet", calibration=stored, ceiling=rate)
    claims = {one["basis"]: one["claim"] for one in json.loads(stored.read_text(encoding="utf-8"))["bases"]}
    free = matched[1].filter(pl.col("status") == "one")
    stands = [basis for basis in free["basis"] if claims[basis] <= rate]
    named = pl.read_parquet(tmp_path / "out.parquet").filter(pl.col("status") == "one")
    assert named["basis"].to_list() == stands
    assert summary["held_back"] == free.height - len(stands)
    assert all(row["probability"] <= 1 - claims[row["basis"]] for row in named.iter_rows(named=True))


def test_a_decision_and_a_batch_keep_the_ceiling_too(desk: Desk, calibrated: Path, tmp_path: Path) -> None:
    stored = calibrated / "out.calibration.json"
    request = desk.request("complete-us-attorney")
    given: dict[str, Any] = {"records": desk.records, "as_of_day": desk.day}
    free = decide(request, **given).subjects[0].resolution
    held = decide(request, **given, calibration=stored).subjects[0].resolution
    assert free is not None
    assert held is not None
    assert (free.status, held.status) == ("one", "review")
    options = BatchOptions(**given, out=tmp_path / "out", calibration=stored, ceiling=0.0)
    assert run_batch(desk.request("batch"), options)["resolution"]["one"] == 0


def test_a_calibration_of_other_records_is_refused(desk: Desk, calibrated: Path, tmp_path: Path) -> None:
    stored, records = calibrated / "out.calibration.json", tmp_path / "records"
    shutil.copytree(desk.records, records)
    assert ceiling_of(None, stored, records) is not None
    people = pl.read_parquet(records / "taxpayers.parquet")
    people.head(people.height - 1).write_parquet(records / "taxpayers.parquet")
    with pytest.raises(InputError, match="the records changed"):
        ceiling_of(None, stored, records)


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"policy": "2019-1"}, "of policy '2019-1'"),
        ({"format": "another"}, "no calibration"),
        ({"families": None}, "no calibration"),
        ({"seed": "x"}, "no calibration"),
    ],
)
def test_what_is_no_calibration_of_this_policy_is_refused(
    changed: dict[str, Any], told: str, desk: Desk, calibrated: Path, tmp_path: Path
) -> None:
    document = json.loads((calibrated / "out.calibration.json").read_text(encoding="utf-8"))
    (tmp_path / "c.json").write_text(json.dumps(document | changed), encoding="utf-8")
    with pytest.raises(InputError, match=told):
        ceiling_of(None, tmp_path / "c.json", desk.records)


def test_a_calibration_whose_errors_were_taken_out_does_not_add_up(
    desk: Desk, calibrated: Path, tmp_path: Path
) -> None:
    document = json.loads((calibrated / "out.calibration.json").read_text(encoding="utf-8"))
    document["families"][2] |= {"errors": 1, "errors_by_basis": {"facts": 0, "home": 0, "rarity": 0}}
    (tmp_path / "c.json").write_text(json.dumps(document), encoding="utf-8")
    with pytest.raises(InputError, match="no calibration"):
        ceiling_of(None, tmp_path / "c.json", desk.records)


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ({"out": Path("out.csv")}, "Parquet"),
        ({"out": Path("nowhere/at/all/out.parquet")}, "no file can stand here"),
        ({"out": None}, "no place"),
        ({"ceiling": 0.1}, "needs a calibration"),
        ({"ceiling": 2.0, "calibrate": True}, "between 0 and 1"),
        ({"ceiling": float("nan"), "calibrate": True}, "between 0 and 1"),
        ({"calibration": Path("nowhere.json")}, "cannot be read"),
    ],
)
def test_options_that_do_not_fit_are_refused_and_nothing_is_written(
    options: dict[str, Any], told: str, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(InputError, match=told):
        match(desk, **{"out": Path("out.parquet")} | options)
    assert list(tmp_path.iterdir()) == []


def test_the_records_and_the_subjects_are_never_overwritten(desk: Desk) -> None:
    for place in (desk.records / "taxpayers.parquet", subjects(desk)):
        with pytest.raises(InputError, match="overwrite"):
            match(desk, place)


def test_records_not_declared_synthetic_are_refused(desk: Desk, tmp_path: Path) -> None:
    shutil.copytree(desk.records, tmp_path / "records")
    (tmp_path / "records" / "records.json").write_text('{"synthetic": false}', encoding="utf-8")
    with pytest.raises(InputError, match="not declared synthetic"):
        match(desk, tmp_path / "out.parquet", records=tmp_path / "records")
    assert not (tmp_path / "out.parquet").exists()


def test_the_picture_in_the_documents_is_the_one_that_its_command_makes() -> None:
    committed = (ROOT / "docs" / "images" / "match-decision.svg").read_text(encoding="utf-8")
    assert picture() == committed
