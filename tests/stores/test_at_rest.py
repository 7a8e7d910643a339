"""What rests encrypted opens in its own place, under its own key, unaltered, or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.stores.softhsm import soft_token

from lawgate.errors import AtRestError, InputError
from lawgate.stores import database
from lawgate.stores.at_rest import DataKey, DataKeys, Place
from lawgate.stores.data_key_file import add_version, make_data_keys, read_data_keys

KEY, NEXT = DataKey(1, bytes(32)), DataKey(2, bytes(31) + b"\1")
KEYS = DataKeys.of(KEY, NEXT)
HERE = Place("casework_entry", "account", ("C2026-000001-1", 3))
WORDS = b'{"subject":"T0000001"}'


@pytest.fixture(autouse=True)
def noted() -> Iterator[None]:
    """What stops the releases of this process is forgotten again."""
    yield
    database._FAULTS.clear()


def test_what_was_encrypted_opens_in_its_place_and_never_looks_alike_twice() -> None:
    first, second = KEY.encrypt(HERE, WORDS), KEY.encrypt(HERE, WORDS)
    assert KEYS.decrypt(HERE, first) == KEYS.decrypt(HERE, second) == WORDS
    assert first != second
    assert WORDS not in first
    assert KEYS.decrypt(HERE, NEXT.encrypt(HERE, WORDS)) == WORDS, "the newer key opens beside the older"


@pytest.mark.parametrize(
    "elsewhere",
    [
        replace(HERE, table="casework_case"),
        replace(HERE, column="payload"),
        replace(HERE, row=("C2026-000001-1", 4)),
        replace(HERE, row=("C2026-000002-1", 3)),
        replace(HERE, row=("C2026-000001-1", "3")),
        replace(HERE, row=("C2026-000001-1",)),
    ],
)
def test_what_was_moved_to_another_place_does_not_open(elsewhere: Place) -> None:
    with pytest.raises(AtRestError, match="altered or moved"):
        KEYS.decrypt(elsewhere, KEY.encrypt(HERE, WORDS))
    assert database.fault_met(), "and this process releases nothing more"


def test_no_flipped_bit_opens() -> None:
    encrypted = KEY.encrypt(HERE, WORDS)
    for bit in range(len(encrypted) * 8):
        altered = bytearray(encrypted)
        altered[bit // 8] ^= 1 << bit % 8
        with pytest.raises(AtRestError):
            KEYS.decrypt(HERE, bytes(altered))


@pytest.mark.parametrize("length", [0, 1, 4, 16, 31])
def test_what_was_cut_does_not_open(length: int) -> None:
    with pytest.raises(AtRestError):
        KEYS.decrypt(HERE, KEY.encrypt(HERE, WORDS)[:length])


def test_another_key_opens_nothing_and_neither_does_another_version() -> None:
    encrypted = KEY.encrypt(HERE, WORDS)
    with pytest.raises(AtRestError, match="another key"):
        DataKeys.of(DataKey(1, b"\1" * 32)).decrypt(HERE, encrypted)
    with pytest.raises(AtRestError, match="not here"):
        DataKeys.of(NEXT).decrypt(HERE, encrypted)
    renumbered = (2).to_bytes(4, "big") + encrypted[4:]
    with pytest.raises(AtRestError):
        DataKeys.of(KEY, DataKey(2, bytes(32))).decrypt(HERE, renumbered)


def test_an_index_finds_the_same_and_tells_nothing_without_the_key() -> None:
    assert KEY.index("t", "subject", "T1") == KEY.index("t", "subject", "T1")
    others = {
        KEY.index("t", "subject", "T2"),
        KEY.index("t", "agency", "T1"),
        KEY.index("u", "subject", "T1"),
        NEXT.index("t", "subject", "T1"),
    }
    assert len(others) == 4
    assert KEY.index("t", "subject", "T1") not in others


def test_a_key_tells_nothing_of_itself() -> None:
    key = DataKey(1, bytes.fromhex("5ec2e7" * 10 + "0000"))
    assert "5ec2" not in repr(key)
    assert key.secret.hex() not in repr(DataKeys.of(key))
    assert len({key.mark, key.secret.hex(), NEXT.mark}) == 3


def test_keys_are_kept_in_a_file_of_its_owner_and_the_next_is_added_beside_them(tmp_path: Path) -> None:
    path = tmp_path / "database.key"
    made = make_data_keys(path)
    assert path.stat().st_mode & 0o077 == 0
    assert read_data_keys(path) == made
    with pytest.raises(InputError):
        make_data_keys(path)
    assert read_data_keys(path) == made, "what stands is not written over"
    more = add_version(path)
    assert path.stat().st_mode & 0o077 == 0
    assert read_data_keys(path) == more
    assert sorted(more.versions) == [1, 2]
    assert more.versions[1] == made.versions[1]
    assert more.versions[2].secret != more.versions[1].secret


@pytest.mark.parametrize(
    "text", ["", "\n", "x", "DATA+KEY+1+00", "DATA+KEY+0+" + "0" * 64, "SEALED+KEY+1+00+TOKEN+OPENS+a+04"]
)
def test_what_is_no_key_file_is_told_without_a_word_of_it(tmp_path: Path, text: str) -> None:
    path = tmp_path / "database.key"
    path.write_text(text)
    with pytest.raises(InputError, match="not the keys of a database") as error:
        read_data_keys(path)
    assert "0000" not in str(error.value)
    path.unlink()
    with pytest.raises(InputError, match="not the keys of a database"):
        read_data_keys(path)


def test_a_key_sealed_to_a_token_is_in_no_file_and_opens_with_the_token_alone(tmp_path: Path) -> None:
    token, path = soft_token(), tmp_path / "database.key"
    token.use()
    made = make_data_keys(path, token=f"database-{tmp_path.name}")
    more = add_version(path)
    held = path.read_text("ascii")
    assert "DATA+KEY" not in held
    assert not any(key.secret.hex() in held for key in more.versions.values())
    assert read_data_keys(path) == more
    assert more.versions[1] == made.versions[1]
    lines = held.split()
    path.write_text(lines[0].replace("SEALED+KEY+1", "SEALED+KEY+2") + "\n")
    with pytest.raises(InputError, match="not the keys"):
        read_data_keys(path)
    path.write_text(held)
    token.take_away()
    try:
        with pytest.raises(InputError, match="token"):
            read_data_keys(path)
    finally:
        token.put_back()
    assert read_data_keys(path) == more
