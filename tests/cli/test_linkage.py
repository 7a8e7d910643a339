"""Match as a user runs it."""

from __future__ import annotations

import polars as pl
import pytest
from tests.cli.conftest import SUBJECTS, Ran, Shell

RECORDS = ("--records", "sample/records")
SUBJECT_TABLE = "sample/requests/batch.parquet"


@pytest.fixture(scope="module")
def calibrated(shell: Shell) -> Ran:
    """A match with controls, a page and figures."""
    return shell.run(
        "match", SUBJECT_TABLE, *RECORDS, "--out", "match.parquet", "--calibrate", "--ceiling", "0.5", "--html",
        "match.html", "--as-of", "2026-03-10", "--json",
    )  # fmt: skip


def test_a_match_writes_the_columns_of_the_contract(calibrated: Ran, shell: Shell) -> None:
    assert (calibrated.code, calibrated.err) == (0, "")
    table = pl.read_parquet(shell.folder / "match.parquet")
    assert table.columns[:5] == ["ref", "taxpayer_id", "status", "probability", "evidence"]
    assert table.height == calibrated.document()["subjects"] == SUBJECTS
    assert calibrated.document()["status"]["one"] > 0


def test_each_family_of_controls_is_printed_with_its_errors_and_bound(calibrated: Ran, shell: Shell) -> None:
    families = {one["family"]: one for one in calibrated.document()["calibration"]["families"]}
    assert set(families) == {"strangers", "leave_one_out", "household", "doubles"}
    assert all(0 <= one["errors"] <= one["asked"] and 0 < one["bound"] <= 1 for one in families.values())
    told = shell.run("match", *RECORDS, "--calibrate")
    assert (told.code, told.err) == (0, "")
    for name in ("Strangers", "Left out", "Household", "Doubles"):
        assert name in told.out


def test_a_calibration_that_was_kept_serves_the_other_commands(calibrated: Ran, shell: Shell) -> None:
    assert calibrated.code == 0
    kept = ("--calibration", "match.calibration.json", "--ceiling", "0")
    request = "sample/requests/complete-us-attorney.json"
    free = shell.run("decide", request, *RECORDS, "--json").document()["subjects"][0]["resolution"]
    held = shell.run("decide", request, *RECORDS, *kept, "--json").document()["subjects"][0]["resolution"]
    assert (free["status"], held["status"]) == ("one", "review")
    assert held["evidence"][-1]["level"] == "above ceiling"


def test_a_csv_of_subjects_is_matched_as_its_parquet_is(calibrated: Ran, shell: Shell) -> None:
    pl.read_parquet(shell.folder / SUBJECT_TABLE).write_csv(shell.folder / "subjects.csv")
    ran = shell.run("match", "subjects.csv", *RECORDS, "--out", "csv.parquet", "--calibration",
                    "match.calibration.json", "--ceiling", "0.5", "--json")  # fmt: skip
    assert ran.document()["status"] == calibrated.document()["status"]


def test_a_page_of_a_match_shows_single_decisions(calibrated: Ran, shell: Shell) -> None:
    assert calibrated.code == 0
    text = (shell.folder / "match.html").read_text(encoding="utf-8")
    assert text.count("<h2>Subject ") == 10
    assert "Contradictions looked for" in text
