"""A batch decides what each decision alone would, writes whole or not at all, and the same bytes each time."""

from __future__ import annotations

import csv
import json
import re
import shutil
import signal
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from tests.service.desk import Desk, Json, files_in, write

from lawgate.errors import InputError
from lawgate.service.batch import stream as batching
from lawgate.service.batch.part import PartGate
from lawgate.service.batch.stream import BatchOptions, explain_row, run_batch
from lawgate.service.contract.write import determination_document
from lawgate.service.decide import decide
from lawgate.stores.digests import digest_of
from lawgate.stores.runs.batch_folder import FILES
from lawgate.stores.runs.batch_growing import growing

ALONE_MAX = 40
"""How many subjects are decided alone, spread over the batch."""


def options_of(desk: Desk, out: Path) -> BatchOptions:
    """The batch of the sample, written elsewhere."""
    return BatchOptions(records=desk.records, out=out, findings=desk.findings, as_of_day=desk.day)


@pytest.fixture
def again(decided: Desk, tmp_path: Path) -> Desk:
    """A copy of the batch's folder, to be spoilt."""
    return replace(decided, batch=Path(shutil.copytree(decided.batch, tmp_path / "out")))


def decide_alone(desk: Desk, ref: str, folder: Path) -> Json:
    """The determination of one subject of the batch, from a request that names nobody else."""
    people = desk.table("requests/batch").filter(pl.col("ref") == ref)
    people.write_parquet(folder / "one.parquet")
    request = write(folder, {**desk.document("batch"), "subjects": "one.parquet"})
    return determination_document(
        decide(request, records=desk.records, findings=desk.findings, as_of_day=desk.day)
    )


def test_a_subject_decided_alone_has_the_document_that_the_batch_explains(
    decided: Desk, tmp_path: Path
) -> None:
    refs = decided.refs()
    for ref in refs[:: max(1, len(refs) // ALONE_MAX)]:
        together, alone = explain_row(decided.batch, ref), decide_alone(decided, ref, tmp_path)
        assert _whatever_the_count(together) == _whatever_the_count(alone)


def _whatever_the_count(document: Json) -> Json:
    """The document without the number of subjects of one officer: alone it is another number, rightly."""
    counted = re.sub(r"(for whom one recipient is named: )\d+", r"\1N", json.dumps(document))
    return json.loads(counted)


def test_all_subjects_decided_at_once_have_the_documents_that_the_batch_explains(decided: Desk) -> None:
    whole = determination_document(
        decide(
            decided.request("batch"),
            records=decided.records,
            findings=decided.findings,
            as_of_day=decided.day,
        )
    )
    assert [one["ref"] for one in whole["subjects"]] == decided.refs()
    for one in whole["subjects"]:
        assert explain_row(decided.batch, one["ref"])["subjects"] == [one]


def test_subjects_in_a_table_of_text_are_those_of_the_parquet_table(decided: Desk, tmp_path: Path) -> None:
    decided.table("requests/batch").write_csv(tmp_path / "people.csv")
    request = write(tmp_path, {**decided.document("batch"), "subjects": "people.csv"})
    run_batch(request, options_of(decided, tmp_path / "out"))
    assert files_in(tmp_path / "out") == files_in(decided.batch)


def test_subjects_inside_the_request_are_those_of_the_table(decided: Desk, tmp_path: Path) -> None:
    rows = decided.table("requests/batch").to_dicts()
    request = write(tmp_path, {**decided.document("batch"), "subjects": [_as_json(row) for row in rows]})
    run_batch(request, options_of(decided, tmp_path / "out"))
    assert files_in(tmp_path / "out") == files_in(decided.batch)


def _as_json(row: dict[str, Any]) -> Json:
    names = {
        "given": "given_name",
        "middle": "middle_name",
        "surname": "surname",
        "suffix": "suffix",
        "entity": "entity",
    }
    lists = {
        name: (row.get(name) or "").split("|") if row.get(name) else []
        for name in ("tax_periods", "recipients")
    }
    plain = {name: row.get(name) for name in ("ref", "address", "tin", "date_of_birth", "reasons")}
    return {**plain, **lists, "name": {name: row.get(column) for name, column in names.items()}}


def test_the_masks_of_a_row_are_the_elements_of_its_explanation(decided: Desk) -> None:
    table = pl.read_parquet(decided.batch / "decisions.parquet")
    assert table.height
    for (ref,), rows in table.group_by(["ref"], maintain_order=True):
        items = explain_row(decided.batch, str(ref))["subjects"][0]["items"]
        for row, item in zip(rows.iter_rows(named=True), items, strict=True):
            truths = [element["truth"] for element in item["elements"]]
            assert row["yes_mask"] == sum(1 << k for k, truth in enumerate(truths) if truth == "yes")
            assert row["no_mask"] == sum(1 << k for k, truth in enumerate(truths) if truth == "no")
            assert (row["item"], row["period"], row["disposition"]) == (
                item["item"],
                item["period"],
                item["disposition"],
            )


def test_no_row_has_an_element_that_is_both_yes_and_no_and_only_all_yes_discloses(decided: Desk) -> None:
    for row in pl.read_parquet(decided.batch / "decisions.parquet").iter_rows(named=True):
        whole = row["yes_mask"] | row["no_mask"]
        assert not row["yes_mask"] & row["no_mask"]
        assert (row["disposition"] == "withhold") == bool(row["no_mask"])
        if row["disposition"] == "disclose":
            assert whole == row["yes_mask"]
            assert (whole & (whole + 1)) == 0, "an element between others is open"


def test_the_summary_counts_what_the_tables_hold(decided: Desk) -> None:
    summary = json.loads((decided.batch / "summary.json").read_text(encoding="utf-8"))
    rows = pl.read_parquet(decided.batch / "decisions.parquet")
    subjects = pl.read_parquet(decided.batch / "subjects.parquet")
    counted = Counter(rows["disposition"].to_list())
    assert (summary["subjects"], summary["rows"]) == (len(decided.refs()), rows.height)
    assert {kind: count for kind, count in summary["disposition"].items() if count} == counted
    assert {k: n for k, n in summary["admission"].items() if n} == Counter(subjects["admission"].to_list())
    assert sum(sum(kinds.values()) for kinds in summary["by_item"].values()) == rows.height
    assert summary["faults"] == {}
    by_pathway = Counter(rows["provision"].to_list())
    for element in summary["elements"]:
        assert element["yes"] + element["no"] + element["open"] in by_pathway.values()


def test_the_defects_of_the_table_are_the_admission_defects_and_no_others(decided: Desk) -> None:
    with (decided.batch / "defects.csv").open(encoding="utf-8", newline="") as file:
        listed = [(row["ref"], row["cite"]) for row in csv.DictReader(file)]
    told = [
        (ref, defect["cite"])
        for ref in decided.refs()
        for defect in explain_row(decided.batch, ref)["subjects"][0]["defects"]
    ]
    assert listed
    assert listed == told


def test_a_batch_reaches_every_outcome(decided: Desk) -> None:
    summary = json.loads((decided.batch / "summary.json").read_text(encoding="utf-8"))
    assert all(summary["disposition"][kind] for kind in ("disclose", "withhold", "needs_finding"))
    assert all(summary["admission"][kind] for kind in ("admitted", "returned"))


def test_the_same_batch_is_the_same_bytes_whether_its_folder_is_new_or_its_own(again: Desk) -> None:
    before = files_in(again.batch)
    assert set(before) == FILES
    run_batch(again.request("batch"), options_of(again, again.batch))
    assert files_in(again.batch) == before


def test_the_size_of_the_parts_changes_nothing(
    decided: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batching, "subjects_in_part_max", 7)
    run_batch(decided.request("batch"), options_of(decided, tmp_path / "out"))
    assert files_in(tmp_path / "out") == files_in(decided.batch)


def test_parts_decided_side_by_side_are_the_same_bytes(
    decided: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batching, "subjects_in_part_max", 25)
    monkeypatch.setattr(batching, "apart_subjects_min", 1)
    told: list[int] = []
    run_batch(
        decided.request("batch"), options_of(decided, tmp_path / "out"), lambda done, _: told.append(done)
    )
    assert told == sorted(set(told))
    assert told[-1] == len(decided.refs())
    assert files_in(tmp_path / "out") == files_in(decided.batch)
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


@pytest.mark.parametrize("step", ["PartGate", "forms_of", "report_page"])
def test_a_batch_that_fails_midway_leaves_the_older_result_and_nothing_else(
    step: str, again: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = files_in(again.batch.parent)

    def breaks(*_: Any, **__: Any) -> Any:
        raise RuntimeError(step)

    monkeypatch.setattr(batching, step, breaks)
    with pytest.raises(RuntimeError, match=step):
        run_batch(again.request("batch"), options_of(again, again.batch))
    assert files_in(again.batch.parent) == before
    assert [path.name for path in again.batch.parent.iterdir()] == [again.batch.name]


def test_a_folder_that_cannot_take_its_place_leaves_the_older_result(
    again: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, rename = files_in(again.batch), Path.rename

    def fails(path: Path, target: Path) -> Path:
        if path.suffix == ".part":
            raise OSError("no room")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", fails)
    with pytest.raises(OSError, match="no room"):
        run_batch(again.request("batch"), options_of(again, again.batch))
    assert files_in(again.batch) == before
    assert [path.name for path in again.batch.parent.iterdir()] == [again.batch.name]


def test_a_batch_leaves_nothing_beside_its_folder(decided: Desk) -> None:
    assert [path.name for path in decided.batch.parent.iterdir()] == [decided.batch.name]


@pytest.mark.parametrize(
    "names", [["notes.txt"], ["summary.json", "notes.txt"], ["summary.json/x"], ["empty/"]]
)
def test_a_folder_that_holds_something_else_is_left_alone(
    names: list[str], desk: Desk, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    for name in names:
        place = out / name
        (place if name.endswith("/") else place.parent).mkdir(parents=True, exist_ok=True)
        if not name.endswith("/"):
            place.write_text("mine", encoding="utf-8")
    before = files_in(out)
    with pytest.raises(InputError, match="something else") as error:
        run_batch(desk.request("batch"), options_of(desk, out))
    assert error.value.where == str(out)
    assert files_in(out) == before


def test_a_file_or_a_link_in_the_place_of_the_folder_is_left_alone(again: Desk, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    (tmp_path / "link").symlink_to(again.batch)
    before = files_in(tmp_path)
    for name in ("file", "link"):
        with pytest.raises(InputError, match="something else"):
            run_batch(again.request("batch"), options_of(again, tmp_path / name))
    assert files_in(tmp_path) == before


def test_a_folder_of_another_name_beside_it_is_left_alone(desk: Desk, tmp_path: Path) -> None:
    beside = tmp_path / "out.part"
    beside.mkdir()
    (beside / "notes.txt").write_text("mine", encoding="utf-8")
    run_batch(desk.request("batch"), options_of(desk, tmp_path / "out"))
    assert files_in(beside) == {"notes.txt": b"mine"}


def test_an_empty_folder_is_taken(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    run_batch(desk.request("batch"), options_of(desk, tmp_path / "out"))
    assert set(files_in(tmp_path / "out")) == FILES


def test_an_engine_that_is_none_is_refused(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="is no engine"):
        run_batch(desk.request("batch"), replace(options_of(desk, tmp_path / "out"), engine="abacus"))
    assert files_in(tmp_path) == {}


def test_a_ref_that_the_batch_does_not_hold_is_refused(decided: Desk) -> None:
    with pytest.raises(InputError, match="no subject"):
        explain_row(decided.batch, "no-such-ref")


@pytest.mark.parametrize("name", sorted(FILES))
def test_a_folder_that_lacks_a_file_is_no_batch(name: str, again: Desk) -> None:
    (again.batch / name).unlink()
    with pytest.raises(InputError, match="no batch"):
        explain_row(again.batch, again.refs()[0])


@pytest.mark.parametrize(
    "name", ["summary.json", "explanations.json", "subjects.parquet", "decisions.parquet"]
)
def test_a_batch_with_a_spoilt_file_is_refused(name: str, again: Desk) -> None:
    (again.batch / name).write_bytes(b"{ not what a batch wrote")
    with pytest.raises(InputError) as error:
        explain_row(again.batch, again.refs()[0])
    assert name in error.value.where


def test_progress_ends_with_all_subjects(desk: Desk, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    run_batch(
        desk.request("batch"), options_of(desk, tmp_path / "out"), lambda done, of: told.append((done, of))
    )
    assert told[-1] == (len(desk.refs()), len(desk.refs()))


def test_a_run_that_is_interrupted_is_taken_up_and_ends_in_the_same_bytes(
    decided: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batching, "subjects_in_part_max", 25)
    parts, kept = -(-len(decided.refs()) // 25), 2
    interrupted = PartGate.decide
    counts: list[Any] = []

    def stops_after_two(gate: PartGate, *told: Any) -> Any:
        if len(counts) == kept:
            raise KeyboardInterrupt
        counts.append(told)
        return interrupted(gate, *told)

    monkeypatch.setattr(PartGate, "decide", stops_after_two)
    with pytest.raises(KeyboardInterrupt):
        run_batch(decided.request("batch"), options_of(decided, tmp_path / "out"))
    kept = parts
    run_batch(decided.request("batch"), options_of(decided, tmp_path / "out"))
    assert len(counts) == parts, "parts that stood were decided again, or one was not"
    assert files_in(tmp_path / "out") == files_in(decided.batch)
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


KILLED_AT = (4, 31, 78)
"""The steps at which a run ends itself, where each file opened, moved or removed in its folder is a step."""


def test_a_run_that_is_killed_at_some_points_ends_in_the_same_bytes(decided: Desk, tmp_path: Path) -> None:
    for step in KILLED_AT:
        assert run_apart(decided, tmp_path / "out", killed_at=step) == -signal.SIGKILL
        assert not (tmp_path / "out").exists()
    assert run_apart(decided, tmp_path / "out", killed_at=0) == 0
    assert files_in(tmp_path / "out") == files_in(decided.batch)
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_run_side_by_side_that_is_killed_ends_in_the_same_bytes(decided: Desk, tmp_path: Path) -> None:
    for step, left in ((9, "room"), (52, "000001.json")):
        assert run_apart(decided, tmp_path / "out", killed_at=step, side_by_side=True) == -signal.SIGKILL
        assert (tmp_path / ".out.growing" / left).exists()
    assert run_apart(decided, tmp_path / "out", killed_at=0, side_by_side=True) == 0
    assert files_in(tmp_path / "out") == files_in(decided.batch)
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def run_apart(desk: Desk, out: Path, *, killed_at: int, side_by_side: bool = False) -> int:
    """Run the batch in a process of its own that is killed at this step, 0 for never; give its return code."""
    command = (
        sys.executable,
        "-m",
        "tests.service.small_parts",
        str(desk.out),
        desk.day,
        str(out),
        str(killed_at),
        *(("--side-by-side",) if side_by_side else ()),
    )
    return subprocess.run(command, check=False).returncode


@pytest.mark.parametrize("changed", ["findings", "option", "part"])
def test_what_another_input_or_a_torn_part_left_is_not_taken_up(
    changed: str, decided: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batching, "subjects_in_part_max", 60)
    options = options_of(decided, tmp_path / "out")
    findings = Path(shutil.copy(decided.findings, tmp_path / "findings.json"))
    first = replace(options, findings=findings)
    monkeypatch.setattr(batching, "report_page", _interrupts)
    with pytest.raises(KeyboardInterrupt):
        run_batch(decided.request("batch"), first)
    monkeypatch.undo()
    monkeypatch.setattr(batching, "subjects_in_part_max", 60)
    (beside,) = (path for path in tmp_path.iterdir() if path.is_dir())
    if changed == "findings":
        findings.write_text('{"findings": []}', encoding="utf-8")
    elif changed == "option":
        first = replace(first, as_of_day="2026-03-11")
    else:
        (torn,) = beside.glob("000000.decisions*")
        torn.write_bytes(torn.read_bytes()[:-1])
    run_batch(decided.request("batch"), first)
    run_batch(decided.request("batch"), replace(first, out=tmp_path / "fresh"))
    assert files_in(tmp_path / "out") == files_in(tmp_path / "fresh")


def test_what_a_broken_run_kept_is_what_the_next_one_puts_together(
    decided: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control of the runs that are killed: were a kept part another one, the bytes would be others."""
    monkeypatch.setattr(batching, "subjects_in_part_max", 60)
    options = options_of(decided, tmp_path / "out")
    with monkeypatch.context() as broken:
        broken.setattr(batching, "report_page", _interrupts)
        with pytest.raises(KeyboardInterrupt):
            run_batch(decided.request("batch"), options)
    (beside,) = (path for path in tmp_path.iterdir() if path.is_dir())
    part, note = beside / "000000.decisions.parquet", beside / "000000.json"
    pl.read_parquet(part).with_columns(yes_mask=pl.lit(0, pl.UInt64)).write_parquet(part)
    told = json.loads(note.read_text()) | {"decisions.parquet": digest_of(part)}
    note.write_text(json.dumps(told))
    run_batch(decided.request("batch"), options)
    assert files_in(tmp_path / "out") != files_in(decided.batch)
    masks = pl.read_parquet(tmp_path / "out" / "decisions.parquet").get_column("yes_mask")
    assert (masks.head(3).to_list(), (masks > 0).any()) == ([0, 0, 0], True)


def _interrupts(*_: Any) -> str:
    raise KeyboardInterrupt


def test_two_runs_do_not_write_one_folder(decided: Desk, tmp_path: Path) -> None:
    with (
        growing(tmp_path / "out", {}),
        pytest.raises(InputError, match="another run"),
    ):
        run_batch(decided.request("batch"), options_of(decided, tmp_path / "out"))


def test_the_older_result_comes_back_when_a_run_was_killed_while_it_took_its_place(
    again: Desk, tmp_path: Path
) -> None:
    before = files_in(again.batch)
    beside = again.batch.with_name(f".{again.batch.name}.growing")
    beside.mkdir()
    again.batch.rename(beside / "whole.old")
    with pytest.raises(KeyboardInterrupt), growing(again.batch, {"other": "inputs"}):
        raise KeyboardInterrupt
    assert files_in(again.batch) == before
