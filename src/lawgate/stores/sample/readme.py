"""The ten lines that tell a reader what a sample is."""

from __future__ import annotations

from collections.abc import Mapping

from lawgate.stores.sample.batch_kinds import BATCH_KINDS

_LINES = """\
A synthetic world: {taxpayers} taxpayers, {subjects} subjects of a batch, seed {seed}. Nobody in it is real.
records/ is a custodian's folder; taxpayers, addresses and items name each other by taxpayer_id.
Tax numbers were never issued: people 900-959, group 11-16, 20-27, 30-36 or 40-49; entities 96 and 97.
requests/ holds {requests} requests, each named by what it is, and batch.json with its rows in batch.parquet.
expected.csv: what comes of each of these requests when it is decided as of the day it was received.
The batch: {sound} rows are sound, {returned} fail on their own words, {rest} single out nobody on file.
How its rows were made: {made}.
findings.json is for the batch ((i)(6) bars every 97th row, leaves every 101st open), -single for the rest.
truth.parquet: taxpayer_id is whom a row means (null: nobody on file), kind is how the row was made.
There expected_match speaks of identity alone: a row that is returned may still name one person.
"""


def readme(*, taxpayers: int, subjects: int, seed: int, requests: int, kinds: Mapping[str, int]) -> str:
    """The text of README.txt."""
    returned = sum(kinds.get(kind.name, 0) for kind in BATCH_KINDS if not kind.admitted)
    sound = sum(kinds.get(kind.name, 0) for kind in BATCH_KINDS if kind.admitted and kind.found)
    return _LINES.format(
        taxpayers=taxpayers,
        subjects=subjects,
        seed=seed,
        requests=requests,
        sound=sound,
        returned=returned,
        rest=subjects - sound - returned,
        made=", ".join(f"{kind.name} {kinds.get(kind.name, 0)}" for kind in BATCH_KINDS),
    )
