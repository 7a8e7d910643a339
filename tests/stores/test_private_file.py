"""A file that its owner alone can read is there whole, or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from lawgate.errors import InputError
from lawgate.stores.private_file import new_private_file

REFUSED = "the key cannot be written"


def test_what_is_written_is_its_owners_alone(tmp_path: Path) -> None:
    with new_private_file(tmp_path / "key", refused=REFUSED) as file:
        file.write(b"secret")
    assert (tmp_path / "key").read_bytes() == b"secret"
    assert (tmp_path / "key").stat().st_mode & 0o777 == 0o600


def test_nothing_stays_of_a_file_that_a_full_disk_broke_off(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="the key cannot be written; no space left on device"):
        _broken_off(tmp_path / "key")
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_stands_there_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "key").write_bytes(b"another's")
    with (
        pytest.raises(InputError, match="file exists"),
        new_private_file(tmp_path / "key", refused=REFUSED),
    ):
        pytest.fail("it was opened")
    assert (tmp_path / "key").read_bytes() == b"another's"


def _broken_off(path: Path) -> None:
    with new_private_file(path, refused=REFUSED) as file:
        file.write(b"half")
        raise OSError(28, "No space left on device")
