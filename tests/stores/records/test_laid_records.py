"""Records laid out in files give the very candidates that the columns in memory give."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

import polars as pl
import pytest
from tests.service.transfer import Transfer

from lawgate.linkage.compare import read_named
from lawgate.linkage.keys import named_keys
from lawgate.linkage.policy import POLICY
from lawgate.stores.records import record_frames
from lawgate.stores.records.batch_match import read_subjects, resolve_many
from lawgate.stores.records.laid_records import LaidRecords, laid_out, laid_parts
from lawgate.stores.records.record_frames import read_frames

DAY = date(2025, 7, 31)


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Transfer:
    return Transfer.made(tmp_path_factory.mktemp("laid") / "world")


@contextmanager
def laid(records: Path, folder: Path) -> Iterator[LaidRecords]:
    folder.mkdir()
    with laid_out(records, folder):
        yield LaidRecords.open(folder)
    assert not list(folder.iterdir())


@pytest.mark.parametrize("in_part", [97, 1_000_000])
def test_files_hold_what_the_columns_hold_however_many_are_read_at_once(
    in_part: int, world: Transfer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    records = world.folder / "records"
    frames = read_frames(records)
    monkeypatch.setattr(record_frames, "taxpayers_in_part_max", in_part)
    asked = pl.read_parquet(world.folder / "requests" / "transfer.parquet").head(2_000)
    wanted = [named_keys(read_named(person)) for _, person in read_subjects(asked)]
    with laid(records, tmp_path / "laid") as files:
        assert files.counts == frames.counts
        found = files.fetch_many(wanted)
        told = list(resolve_many(asked, files, policy=POLICY, day=DAY))
    assert found == frames.fetch_many(wanted) == read_frames(records).fetch_many(wanted)
    assert sum(map(len, found)) > len(wanted) / 2
    assert told == list(resolve_many(asked, frames, policy=POLICY, day=DAY))


def test_a_record_that_lost_a_key_is_seen_to_be_missed(world: Transfer, tmp_path: Path) -> None:
    frames = read_frames(world.folder / "records")
    wanted = [[key] for key in frames.keys.get_column("key").unique().sort().head(50)]
    lacking = replace(frames, keys=frames.keys.filter(pl.col("key") != wanted[7][0]))
    with laid_parts([lacking], lacking.counts, tmp_path):
        found, whole = LaidRecords.open(tmp_path).fetch_many(wanted), frames.fetch_many(wanted)
    assert [at for at, (one, other) in enumerate(zip(found, whole, strict=True)) if one != other] == [7]


def test_a_folder_without_taxpayers_is_laid_out_and_holds_nobody(tmp_path: Path) -> None:
    for name in ("taxpayers", "addresses"):
        pl.DataFrame(schema={"taxpayer_id": pl.Utf8}).write_parquet(tmp_path / f"{name}.parquet")
    with laid(tmp_path, tmp_path / "laid") as files:
        assert files.fetch_many([[1, 2], []]) == [[], []]


def test_what_is_laid_out_has_no_name_on_the_disk(world: Transfer, tmp_path: Path) -> None:
    with laid(world.folder / "records", tmp_path / "laid"):
        assert all(one.is_symlink() for one in (tmp_path / "laid").iterdir())
