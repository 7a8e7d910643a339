"""Two sides compared by bucket digests: what was planted is found and named, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path
from random import Random

import polars as pl
import pytest

from lawgate.errors import InputError
from lawgate.handover.reconcile import (
    BUCKETS,
    EXPECTED,
    Receipt,
    Standing,
    bucket_digests,
    bucket_of,
    classify,
    decode_digests,
    differing,
    encode_digests,
    receipts_of,
)
from lawgate.handover.statement import Stated, Statement
from lawgate.service.handover.reconcile import reconcile
from lawgate.stores.handover.receipt_table import lines_of, read_receipts, write_receipts

DAY = date(2026, 3, 10)
D1, D2, D3 = date(2026, 3, 1), date(2026, 3, 2), date(2026, 3, 3)
ME = "a" * 32


def receipt(number: int) -> Receipt:
    package = sha256(str(number).encode()).hexdigest()
    return Receipt(package, f"CASE-{number}", 1, ME, D1, D2, D3)


def theirs(one: Receipt) -> Receipt:
    return replace(one, released_on=None, delivered_on=None)


ONE = receipt(1)
FRESH = replace(ONE, received_on=None)
TABLE: dict[str, tuple[list[Receipt], list[Receipt], Standing]] = {
    "both say so": ([ONE], [theirs(ONE)], Standing.AGREED),
    "on its way": ([replace(FRESH, delivered_on=None)], [], Standing.RELEASED),
    "delivered yesterday": ([replace(FRESH, delivered_on=DAY - timedelta(1))], [], Standing.DELIVERED),
    "delivered a week ago": ([replace(FRESH, delivered_on=DAY - timedelta(7))], [], Standing.DELIVERED),
    "delivered eight days ago": ([replace(FRESH, delivered_on=DAY - timedelta(8))], [], Standing.LATE),
    "the receipt is on its way": ([FRESH], [theirs(ONE)], Standing.RECEIVED),
    "received late": ([replace(FRESH, delivered_on=D2)], [replace(theirs(ONE), received_on=DAY)], Standing.LATE),
    "we never released it": ([], [theirs(ONE)], Standing.MISSING_HERE),
    "they receipted and know it no more": ([ONE], [], Standing.MISSING_THERE),
    "somebody else has it": ([ONE], [replace(theirs(ONE), recipient="b" * 32)], Standing.MISDELIVERED),
    "another case": ([ONE], [replace(theirs(ONE), case="CASE-9")], Standing.DIFFERS),
    "another event": ([ONE], [replace(theirs(ONE), sequence=2)], Standing.DIFFERS),
    "another day": ([ONE], [replace(theirs(ONE), received_on=D2)], Standing.DIFFERS),
    "destroyed, not told yet": ([ONE], [replace(theirs(ONE), destroyed_on=DAY)], Standing.DESTROYED),
    "destroyed, both know": (
        [replace(ONE, destroyed_on=DAY)], [replace(theirs(ONE), destroyed_on=DAY)], Standing.AGREED,
    ),
    "destroyed, they deny it": ([replace(ONE, destroyed_on=DAY)], [theirs(ONE)], Standing.DIFFERS),
    "twice here": ([ONE, ONE], [theirs(ONE)], Standing.DUPLICATE),
    "twice there": ([ONE], [theirs(ONE), theirs(ONE)], Standing.DUPLICATE),
}  # fmt: skip


@pytest.mark.parametrize("name", TABLE)
def test_each_difference_has_its_name(name: str) -> None:
    here, there, expected = TABLE[name]
    assert classify(here, there, day=DAY) == [(ONE.package, expected)]


def test_every_standing_has_a_row_above() -> None:
    assert {standing for *_, standing in TABLE.values()} == set(Standing)


def test_what_settles_itself_is_for_nobody_to_look_at() -> None:
    assert {Standing.LATE, Standing.MISDELIVERED, Standing.DUPLICATE, Standing.DIFFERS}.isdisjoint(EXPECTED)


def drop_there(_: list[Receipt], there: list[Receipt], at: int) -> None:
    del there[at]


def drop_here(here: list[Receipt], _: list[Receipt], at: int) -> None:
    del here[at]


def double(_: list[Receipt], there: list[Receipt], at: int) -> None:
    there.append(there[at])


def alter(_: list[Receipt], there: list[Receipt], at: int) -> None:
    there[at] = replace(there[at], case="CASE-X")


def misdeliver(_: list[Receipt], there: list[Receipt], at: int) -> None:
    there[at] = replace(there[at], recipient="c" * 32)


def delay(here: list[Receipt], there: list[Receipt], at: int) -> None:
    here[at], there[at] = replace(here[at], received_on=None), replace(there[at], received_on=DAY)


Hand = Callable[[list[Receipt], list[Receipt], int], None]
HANDS: dict[str, tuple[Hand, Standing]] = {
    "dropped there": (drop_there, Standing.MISSING_THERE),
    "dropped here": (drop_here, Standing.MISSING_HERE),
    "doubled": (double, Standing.DUPLICATE),
    "altered": (alter, Standing.DIFFERS),
    "misdelivered": (misdeliver, Standing.MISDELIVERED),
    "delayed": (delay, Standing.LATE),
}


@pytest.mark.parametrize("name", HANDS)
def test_what_is_planted_among_many_is_found_through_its_bucket_and_nothing_else(name: str) -> None:
    hand, standing = HANDS[name]
    ours = [receipt(number) for number in range(1000)]
    for seed in range(30):
        here, there, picked = list(ours), [theirs(one) for one in ours], Random(seed)
        at = picked.randrange(len(ours))
        hand(here, there, at)
        picked.shuffle(there)
        buckets = differing(
            bucket_digests([one.line for one in here]), bucket_digests([one.line for one in there])
        )
        assert buckets == [bucket_of(ours[at].package)]
        found = classify(
            [one for one in here if bucket_of(one.package) in buckets],
            [one for one in there if bucket_of(one.package) in buckets],
            day=DAY,
        )
        assert [one for one in found if one[1] is not Standing.AGREED] == [(ours[at].package, standing)]


def test_digests_are_exchanged_in_128_kib() -> None:
    digests = bucket_digests([ONE.line])
    data = encode_digests(digests)
    assert (len(data), decode_digests(data)) == (128 * 1024, digests)
    assert decode_digests(data[:-1]) is None
    assert len(digests) == BUCKETS


def test_order_does_not_matter_and_a_doubled_row_does() -> None:
    lines = [receipt(number).line for number in range(50)]
    assert bucket_digests(lines) == bucket_digests(lines[::-1])
    assert differing(bucket_digests(lines), bucket_digests([*lines, lines[7]])) == [bucket_of(lines[7][:64])]


def statement(what: Stated, day: date, *, to: str | None = None) -> Statement:
    return Statement(
        what, "0" * 64, "log", "CASE-7", 3, 9, ME, "agent", day, to, "/us/usc/t26" if to else None
    )


def test_a_journal_comes_to_one_row_a_package() -> None:
    said = [
        statement(Stated.RECEIVED, D1), statement(Stated.RECEIVED, D3), statement(Stated.PASSED_ON, D3, to="x"),
        statement(Stated.DESTROYED, DAY),
    ]  # fmt: skip
    assert receipts_of(said) == [Receipt("0" * 64, "CASE-7", 3, ME, received_on=D1, destroyed_on=DAY)], (
        "the first receipt counts"
    )
    with pytest.raises(InputError, match="onward"):
        statement(Stated.RECEIVED, D1, to="x")


@pytest.mark.parametrize("suffix", [".csv", ".parquet"])
def test_tables_give_the_lines_of_their_rows(suffix: str, tmp_path: Path) -> None:
    rows = [receipt(1), replace(receipt(2), received_on=None), replace(receipt(3), destroyed_on=DAY)]
    path = tmp_path / f"t{suffix}"
    write_receipts(path, rows)
    assert lines_of(read_receipts(path)) == [one.line for one in rows]


def test_digests_alone_name_the_buckets_and_the_rows_exchanged_name_the_package(tmp_path: Path) -> None:
    ours = [receipt(number) for number in range(500)]
    there = [theirs(one) for one in ours]
    lost = there.pop(77)
    write_receipts(tmp_path / "ours.parquet", ours)
    write_receipts(tmp_path / "theirs.csv", there)
    theirs_digests = tmp_path / "theirs.buckets"
    reconcile(tmp_path / "theirs.csv", tmp_path / "theirs.csv", as_of="2026-03-10", digests=theirs_digests)
    rows = tmp_path / "rows.csv"
    first = reconcile(tmp_path / "ours.parquet", theirs_digests, as_of="2026-03-10", exchange=rows)
    assert first["buckets_differing"] == [bucket_of(lost.package)]
    assert first["digests_bytes"] == 131072
    assert lost.package in pl.read_csv(rows)["package"].to_list()
    whole = reconcile(tmp_path / "ours.parquet", tmp_path / "theirs.csv", as_of="2026-03-10")
    assert whole["differences"] == [
        {"package": lost.package, "case": lost.case, "standing": "missing there", "expected": False}
    ]
    assert whole["faults"] == 1


@pytest.mark.parametrize(
    ("content", "place"),
    [
        ("package,case,sequence\n", "recipient"),
        ("package,case,sequence,recipient\nxyz,A,1,B\n", ":2"),
        (f"package,case,sequence,recipient\n{'0' * 64},A,0,B\n", ":2"),
        (f"package,case,sequence,recipient,received_on\n{'0' * 64},A,1,B,soon\n", ":2"),
    ],
)
def test_a_table_that_does_not_hold_is_refused_with_its_place(
    content: str, place: str, tmp_path: Path
) -> None:
    (tmp_path / "t.csv").write_text(content, encoding="utf-8")
    with pytest.raises(InputError) as error:
        read_receipts(tmp_path / "t.csv")
    assert place in str(error.value)
