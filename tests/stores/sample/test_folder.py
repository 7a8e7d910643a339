"""A sample is written whole or not at all, and never into what is somebody else's."""

from __future__ import annotations

import json
from pathlib import Path

import polars as pl
import pytest
from tests.service.desk import files_in

from lawgate.errors import InputError
from lawgate.stores.sample import write, write_sample
from lawgate.stores.sample.cast import CAST_MEMBERS

TAXPAYERS, SUBJECTS = 150, 40


def write_small(out: Path, *, seed: int) -> None:
    write_sample(out, taxpayers=TAXPAYERS, subjects=SUBJECTS, seed=seed)


def test_equal_arguments_give_equal_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        write_small(tmp_path / name, seed=5)
    assert files_in(tmp_path / "one") == files_in(tmp_path / "two")


def test_another_seed_gives_other_people(tmp_path: Path) -> None:
    for seed in (5, 6):
        write_small(tmp_path / str(seed), seed=seed)
    one, two = (pl.read_parquet(tmp_path / seed / "records" / "taxpayers.parquet") for seed in ("5", "6"))
    assert (one["surname"] == two["surname"]).sum() < 30


def test_people_do_not_depend_on_how_the_work_is_cut(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_small(tmp_path / "whole", seed=5)
    monkeypatch.setattr(write, "_HOUSEHOLDS_A_CHUNK", 37)
    write_small(tmp_path / "cut", seed=5)
    for name in ("taxpayers", "addresses", "items"):
        whole, cut = (
            pl.read_parquet(tmp_path / out / "records" / f"{name}.parquet") for out in ("whole", "cut")
        )
        assert whole.equals(cut)
    assert pl.read_parquet(tmp_path / "cut" / "truth.parquet").height == SUBJECTS


def test_an_empty_folder_and_one_that_is_not_there_are_fine(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for out in (tmp_path / "empty", tmp_path / "not" / "there"):
        write_small(out, seed=5)
        assert (out / "README.txt").exists()


def test_an_earlier_sample_is_replaced_whole(tmp_path: Path) -> None:
    out = tmp_path / "sample"
    write_small(out, seed=5)
    (out / "requests" / "fugitive.json").write_text("{}")
    write_small(out, seed=6)
    write_small(tmp_path / "fresh", seed=6)
    assert files_in(out) == files_in(tmp_path / "fresh")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["fresh", "sample"]


@pytest.mark.parametrize("strange", ["notes.txt", "records/more.parquet", "sample.json"])
def test_a_folder_that_is_no_sample_is_refused_and_left_alone(tmp_path: Path, strange: str) -> None:
    out = tmp_path / "precious"
    (out / strange).parent.mkdir(parents=True)
    (out / strange).write_text("{}")
    before = files_in(out)
    with pytest.raises(InputError) as refused:
        write_small(out, seed=5)
    assert refused.value.mend
    assert files_in(out) == before
    assert list(tmp_path.iterdir()) == [out]


@pytest.mark.parametrize("strange", ["decisions/report.html", "requests/mine.json"])
def test_a_sample_that_holds_somebodys_file_is_refused_and_left_alone(tmp_path: Path, strange: str) -> None:
    out = tmp_path / "sample"
    write_small(out, seed=5)
    (out / strange).parent.mkdir(exist_ok=True)
    (out / strange).write_text("mine")
    before = files_in(out)
    with pytest.raises(InputError, match=strange):
        write_small(out, seed=6)
    assert files_in(out) == before


def test_an_empty_folder_in_a_sample_is_somebodys(tmp_path: Path) -> None:
    out = tmp_path / "sample"
    write_small(out, seed=5)
    (out / "decisions").mkdir()
    with pytest.raises(InputError, match="decisions"):
        write_small(out, seed=6)


def test_a_file_or_a_link_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    (tmp_path / "link").symlink_to(tmp_path)
    for out in (tmp_path / "file", tmp_path / "link"):
        with pytest.raises(InputError):
            write_small(out, seed=5)
    assert (tmp_path / "file").read_text() == "mine"


def test_a_failure_half_way_leaves_the_earlier_sample(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "sample"
    write_small(out, seed=5)
    before = files_in(out)

    def stop(done: int, total: int) -> None:
        raise OSError("disk full")

    with pytest.raises(OSError, match="disk full"):
        write_sample(out, taxpayers=TAXPAYERS, subjects=SUBJECTS, seed=6, progress=stop)
    assert files_in(out) == before
    assert list(tmp_path.iterdir()) == [out]


@pytest.mark.parametrize(
    "wrong",
    [
        {"taxpayers": CAST_MEMBERS - 1},
        {"taxpayers": 6_000_001},
        {"subjects": 0},
        {"subjects": 6_000_001},
        {"seed": -1},
        {"seed": 2**63},
    ],
)
def test_sizes_that_cannot_be_had_are_refused_before_anything_is_written(
    tmp_path: Path, wrong: dict[str, int]
) -> None:
    with pytest.raises(InputError) as refused:
        write_sample(
            tmp_path / "sample",
            taxpayers=wrong.get("taxpayers", TAXPAYERS),
            subjects=wrong.get("subjects", SUBJECTS),
            seed=wrong.get("seed", 5),
        )
    assert refused.value.where == f"--{next(iter(wrong))}"
    assert list(tmp_path.iterdir()) == []


def test_the_smallest_sample_is_the_cast_alone(tmp_path: Path) -> None:
    made = write_sample(tmp_path / "sample", taxpayers=CAST_MEMBERS, subjects=1, seed=5)
    assert (made.taxpayers, made.subjects) == (CAST_MEMBERS, 1)
    assert pl.read_parquet(made.truth).height == 1


def test_progress_counts_up_to_all_taxpayers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(write, "_HOUSEHOLDS_A_CHUNK", 30)
    steps: list[tuple[int, int]] = []

    def note(done: int, total: int) -> None:
        steps.append((done, total))

    write_sample(tmp_path / "sample", taxpayers=TAXPAYERS, subjects=SUBJECTS, seed=5, progress=note)
    assert len(steps) > 1
    assert steps == sorted(set(steps))
    assert steps[-1] == (150, 150)


def test_the_mark_names_every_file_and_no_place_of_this_machine(tmp_path: Path) -> None:
    out = tmp_path / "sample"
    write_small(out, seed=5)
    mark = json.loads((out / "sample.json").read_text())
    assert mark["files"] == sorted(files_in(out))
    assert not [name for name, text in files_in(out).items() if str(tmp_path).encode() in text]
