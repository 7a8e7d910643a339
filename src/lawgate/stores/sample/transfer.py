"""The replica of the transfer of 7 August 2025: a synthetic world of the published shape, at any scale."""

from __future__ import annotations

from pathlib import Path

import polars as pl

from lawgate.errors import InputError
from lawgate.stores.progress import Progress
from lawgate.stores.sample.batch import SUBJECT_COLUMNS
from lawgate.stores.sample.draws import Dice
from lawgate.stores.sample.folder import MADE_BY, MARK, replacing
from lawgate.stores.sample.homes import ADDRESS_COLUMNS, addresses, buildings_for
from lawgate.stores.sample.items import ITEM_COLUMNS
from lawgate.stores.sample.people import people, taxpayers
from lawgate.stores.sample.request_parts import Json
from lawgate.stores.sample.requests import write_json
from lawgate.stores.sample.tables import Tables
from lawgate.stores.sample.transfer_kinds import ASKED, BY_ADDRESS, BY_NUMBER, TAXPAYERS, quotas
from lawgate.stores.sample.transfer_request import FINDINGS, README, REQUEST, SUBJECTS_FILE
from lawgate.stores.sample.transfer_rows import (
    RELEASE_COLUMNS,
    TRUTH_COLUMNS,
    release_rows,
    transfer_rows,
)

PRESET = "transfer-2025"
SCALE_MIN, SCALE_MAX = 0.001, 1.0

_HOUSEHOLDS_A_CHUNK = 50_000
_RELEASES = "releases.parquet"


def write_transfer(out: Path, *, scale: float, seed: int, progress: Progress | None = None) -> Json:
    """Write the replica at a scale into a new, empty or earlier sample's folder; equal arguments, equal bytes.

    Memory does not grow with the scale. Raises InputError, with nothing written, where the folder is another's
    or the scale cannot be had.
    """
    if not SCALE_MIN <= scale <= SCALE_MAX:
        raise InputError(
            f"{scale} is out of range", where="--scale", mend=f"use {SCALE_MIN} to {SCALE_MAX:g}"
        )
    sizes = round(ASKED * scale), round(TAXPAYERS * scale)
    with replacing(out) as part:
        for name in ("records", "requests"):
            (part / name).mkdir()
        tables = Tables(part)
        _write_chunks(tables, Dice(seed), scale=scale, sizes=sizes, progress=progress)
        counts = tables.close()
        write_json(part / "records" / "records.json", {"synthetic": True, "custodian": "Sample Custodian"})
        write_json(part / "requests" / "transfer.json", REQUEST)
        for name, body in FINDINGS.items():
            write_json(part / name, body)
        (part / "README.txt").write_text(README.format(scale=scale, seed=seed), encoding="utf-8")
        write_json(part / MARK, {"made_by": MADE_BY, "preset": PRESET, "scale": scale, "seed": seed})
    return {
        "out": str(out),
        "records": str(out / "records"),
        "request": str(out / "requests" / "transfer.json"),
        "releases": str(out / _RELEASES),
        "findings": str(out / "findings.json"),
        "taxpayers": counts["records/taxpayers.parquet"],
        "addresses": counts["records/addresses.parquet"],
        "subjects": counts[f"requests/{SUBJECTS_FILE}"],
        "released": counts[_RELEASES],
        "by_number": round(BY_NUMBER * scale),
        "by_address": round(BY_ADDRESS * scale),
    }


def _write_chunks(
    tables: Tables, dice: Dice, *, scale: float, sizes: tuple[int, int], progress: Progress | None
) -> None:
    """Make and write the people household by household with the subjects who fall on them."""
    total = sizes[1]
    buildings, wanted = buildings_for(total), quotas(scale)
    done, household, released = 0, 0, 1
    tables.add("records/items.parquet", pl.DataFrame(schema=dict.fromkeys(ITEM_COLUMNS, pl.String)))
    while done < total:
        count = min(_HOUSEHOLDS_A_CHUNK, total - done)
        made = people(dice, households_from=household, households=count, number_from=done)
        members = made.head(total - done)
        held = addresses(members, dice, buildings=buildings)
        rows = transfer_rows(members, held, dice, quotas=wanted, sizes=sizes)
        releases = release_rows(rows, number_from=released)
        tables.add("records/taxpayers.parquet", taxpayers(members))
        tables.add("records/addresses.parquet", held.select(ADDRESS_COLUMNS))
        tables.add(f"requests/{SUBJECTS_FILE}", rows.select(SUBJECT_COLUMNS))
        tables.add("truth.parquet", rows.select(TRUTH_COLUMNS))
        tables.add(_RELEASES, releases.select(RELEASE_COLUMNS))
        household, done, released = household + count, done + members.height, released + releases.height
        if progress is not None:
            progress(done, total)
