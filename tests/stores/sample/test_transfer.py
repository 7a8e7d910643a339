"""The replica of 7 August 2025: its counts are the published ones, at scale, and nothing tells an audit its truth."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import polars as pl
import pytest

from lawgate.errors import InputError
from lawgate.linkage.address import assess
from lawgate.stores.sample.transfer import write_transfer
from lawgate.stores.sample.transfer_kinds import (
    ASKED,
    BY_ADDRESS,
    BY_NUMBER,
    NAME_ADDRESS,
    RELEASED,
    TAXPAYERS,
    TIN_NAME,
    quotas,
    share,
)

SCALE = 0.003


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("transfer") / "world"
    write_transfer(out, scale=SCALE, seed=1)
    return out


def test_at_scale_1_the_counts_are_those_published() -> None:
    told = quotas(1.0)
    by_basis = {basis: sum(n for way, n in told if way.basis == basis) for basis in (TIN_NAME, NAME_ADDRESS)}
    assert by_basis == {TIN_NAME: 42_695, NAME_ADDRESS: 4_594}
    assert sum(by_basis.values()) == 47_289
    assert (ASKED, TAXPAYERS) == (1_280_000, 3_000_000)
    assert told == list(RELEASED)


@pytest.mark.parametrize("scale", [0.001, 0.0137, 0.05, 0.1, 0.333, 0.99, 1.0])
def test_at_every_scale_each_path_is_rounded_once_and_placeholders_stay_below_5_percent(scale: float) -> None:
    told = quotas(scale)
    for basis, published in ((TIN_NAME, BY_NUMBER), (NAME_ADDRESS, BY_ADDRESS)):
        assert sum(n for way, n in told if way.basis == basis) == round(published * scale)
    placeholders = sum(n for way, n in told if way.placeholder)
    assert placeholders < 0.05 * sum(n for _, n in told)


def test_shares_of_the_places_add_up_to_the_whole() -> None:
    for count in (0, 1, 7, 99):
        cuts = [0, 13, 14, 60, 100]
        assert sum(share(count, 100, *pair) for pair in pairwise(cuts)) == count


def test_the_folder_holds_as_many_as_it_says(made: Path) -> None:
    truth, releases = pl.read_parquet(made / "truth.parquet"), pl.read_parquet(made / "releases.parquet")
    assert pl.read_parquet(made / "records" / "taxpayers.parquet").height == round(TAXPAYERS * SCALE)
    assert (
        truth.height == pl.read_parquet(made / "requests" / "transfer.parquet").height == round(ASKED * SCALE)
    )
    assert (
        releases.height
        == truth.get_column("basis").count()
        == round(BY_NUMBER * SCALE) + round(BY_ADDRESS * SCALE)
    )
    assert releases.get_column("release_id").is_unique().all()
    told = releases.join(truth, on="ref", suffix="_true")
    assert told.filter(pl.col("taxpayer_id") != pl.col("taxpayer_id_true")).height == 0
    assert told.filter(pl.col("compared_address") != (pl.col("basis") == NAME_ADDRESS)).height == 0


def test_what_stands_in_place_of_an_address_is_none_on_its_face_and_everything_else_is_one(
    made: Path,
) -> None:
    truth = pl.read_parquet(made / "truth.parquet").filter(pl.col("basis").is_not_null())
    asked = truth.join(pl.read_parquet(made / "requests" / "transfer.parquet"), on="ref")
    for address, placeholder in asked.select("address", "placeholder").iter_rows():
        assert assess(address).outcome.value == ("inadequate" if placeholder else "adequate")


def test_equal_arguments_give_equal_bytes(made: Path, tmp_path: Path) -> None:
    write_transfer(tmp_path / "again", scale=SCALE, seed=1)
    files = sorted(one.relative_to(made) for one in made.rglob("*") if one.is_file())
    assert len(files) > 8
    assert [
        one for one in files if (made / one).read_bytes() != (tmp_path / "again" / one).read_bytes()
    ] == []


@pytest.mark.parametrize("scale", [0.0, 0.0009, 1.01, float("nan")])
def test_a_scale_that_cannot_be_had_is_refused_and_nothing_is_written(scale: float, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="out of range"):
        write_transfer(tmp_path / "out", scale=scale, seed=1)
    assert not (tmp_path / "out").exists()
