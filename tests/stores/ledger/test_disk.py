"""The folder on disk syncs files, the folders that name them, and nothing too early; one process holds it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from tests.ledger.logs import LOG, entries

from lawgate.errors import InputError, LedgerFormatError, LedgerStoppedError
from lawgate.ledger.examine import examine
from lawgate.ledger.keys import KeyKind
from lawgate.ledger.policy import Policy
from lawgate.ledger.trust import Trust
from lawgate.stores.ledger.disk import OPEN_FILES_MAX, Disk, replace
from lawgate.stores.ledger.keys import make_key, read_signer
from lawgate.stores.ledger.restore import restore
from lawgate.stores.ledger.sequencer import Sequencer, create


@contextmanager
def recorded(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[tuple[str, Path]]]:
    """What is written, renamed and synced, in its order."""
    calls: list[tuple[str, Path]] = []
    fsync, pwrite, replace = os.fsync, os.pwrite, Path.replace

    def place(descriptor: int) -> Path:
        return Path(f"/proc/self/fd/{descriptor}").readlink()

    def synced(descriptor: int) -> None:
        calls.append(("sync", place(descriptor)))
        fsync(descriptor)

    def written(descriptor: int, data: bytes, offset: int) -> int:
        calls.append(("write", place(descriptor)))
        return pwrite(descriptor, data[: max(1, len(data) // 2)], offset)  # a write may be short

    def renamed(source: Path, target: Path) -> Path:
        calls.append(("rename", target))
        return replace(source, target)

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", synced)
        patch.setattr(os, "pwrite", written)
        patch.setattr(Path, "replace", renamed)
        yield calls


def test_a_file_counts_once_it_and_every_folder_on_its_way_are_synced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = Disk(tmp_path)
    with recorded(monkeypatch) as calls:
        disk.put("a/b/c", b"four")
        assert [kind for kind, _ in calls if kind == "sync"] == []
        disk.sync()
    assert {path for kind, path in calls[-4:]} == {tmp_path / one for one in ("a/b/c", "", "a", "a/b")}
    assert [kind for kind, _ in calls[-4:]] == ["sync"] * 4
    assert disk.read("a/b/c") == b"four"


def test_a_folder_that_an_earlier_process_left_unsynced_is_synced_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Disk(tmp_path).put("a/b/c", b"left")
    with recorded(monkeypatch) as calls:
        disk = Disk(tmp_path)
        disk.put("a/b/c", b"new")
        disk.sync()
    assert {path for kind, path in calls if kind == "sync"} == {
        tmp_path / "a/b/c", tmp_path, tmp_path / "a", tmp_path / "a/b",
    }  # fmt: skip


def test_a_file_is_replaced_only_when_the_new_one_is_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = Disk(tmp_path)
    replace(disk, "checkpoint", b"old")
    with recorded(monkeypatch) as calls:
        replace(disk, "checkpoint", b"new")
    beside, place = tmp_path / ".checkpoint.part", tmp_path / "checkpoint"
    assert {*calls[:-2]} == {("write", beside), ("sync", beside), ("sync", tmp_path)}
    assert calls[-2:] == [("rename", place), ("sync", tmp_path)]
    assert disk.read("checkpoint") == b"new"


def test_many_files_are_synced_without_keeping_all_of_them_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = Disk(tmp_path)
    with recorded(monkeypatch) as calls:
        for number in range(OPEN_FILES_MAX + 5):
            disk.put(f"f{number}", b"x")
        disk.sync()
    synced = [path for kind, path in calls if kind == "sync"]
    assert sorted(synced) == sorted([tmp_path, *(tmp_path / f"f{n}" for n in range(OPEN_FILES_MAX + 5))])


def test_writing_at_an_offset_ends_the_file_behind_it(tmp_path: Path) -> None:
    disk = Disk(tmp_path)
    disk.put_at("index", 0, b"aaaabbbbcccc")
    disk.put_at("index", 4, b"dd")
    disk.sync()
    assert disk.read("index") == b"aaaadd"


def test_removing_a_folder_that_is_not_there_is_nothing(tmp_path: Path) -> None:
    disk = Disk(tmp_path)
    disk.put("a.p/1", b"x")
    disk.remove("a.p")
    disk.remove("a.p")
    assert list(disk.paths()) == []
    disk.put("a.p/2", b"y")
    assert list(disk.paths()) == ["a.p/2"]


@pytest.mark.parametrize("fails_at", range(9))
def test_a_failed_sync_of_the_disk_stops_the_ledger_and_the_next_start_finds_it_sound(
    fails_at: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    create(Disk(tmp_path), LOG)
    sequencer = Sequencer(Disk(tmp_path), LOG)
    sequencer.append(entries(0, 3))
    real, count = os.fsync, iter(range(99))

    def fails(descriptor: int) -> None:
        if next(count) == fails_at:
            raise OSError(5, "input/output error")
        real(descriptor)

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", fails)
        with pytest.raises(LedgerStoppedError, match="a write failed"):
            _append_singly(sequencer, range(3, 9))
    with pytest.raises(LedgerStoppedError, match="stopped"):
        sequencer.append(entries(3, 4))
    again = Sequencer(Disk(tmp_path), LOG)
    size = again.signed.checkpoint.size
    assert size >= 3
    again.append(entries(size, size + 300))
    assert examine(Disk(tmp_path), Trust(Policy((LOG.key,)))).faults == ()


def _append_singly(sequencer: Sequencer, numbers: range) -> None:
    for at in numbers:
        sequencer.append(entries(at, at + 1))


def test_two_processes_cannot_append(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from lawgate.stores.ledger.disk import Disk\n"
        "with Disk(Path(sys.argv[1])).hold(): print('held')"
    )
    words = [sys.executable, "-c", code, str(tmp_path)]
    with Disk(tmp_path).hold():
        with pytest.raises(InputError, match="another process"), Disk(tmp_path).hold():
            pass
        refused = subprocess.run(words, capture_output=True, text=True, check=False)
        assert "another process appends" in refused.stderr
    assert subprocess.run(words, capture_output=True, text=True, check=True).stdout == "held\n"


def test_tiles_and_index_restored_from_the_entries_are_the_same_bytes(tmp_path: Path) -> None:
    disk = Disk(tmp_path)
    create(disk, LOG)
    Sequencer(disk, LOG).append(entries(0, 700))
    whole = {path: disk.read(path) for path in disk.paths()}
    assert restore(disk) == ()
    for path in whole:
        if path == "index" or (path.startswith("tile/") and "entries" not in path):
            (tmp_path / path).unlink()
    (tmp_path / "tile" / "0" / "000").write_bytes(bytes(8192))
    assert set(restore(disk)) == {path for path in whole if path == "index" or path[5:6] in {"0", "1"}}
    assert {path: disk.read(path) for path in disk.paths()} == whole


def test_entries_that_do_not_bear_out_the_checkpoint_restore_nothing(tmp_path: Path) -> None:
    disk = Disk(tmp_path)
    create(disk, LOG)
    Sequencer(disk, LOG).append(entries(0, 20))
    bundle = tmp_path / "tile/entries/000.p/20"
    bundle.write_bytes(bundle.read_bytes()[:-1] + b" ")
    before = {path: disk.read(path) for path in disk.paths()}
    with pytest.raises(LedgerStoppedError, match="root"):
        restore(disk)
    assert {path: disk.read(path) for path in disk.paths()} == before


def test_a_key_file_is_its_owners_alone_and_is_read_back(tmp_path: Path) -> None:
    path = tmp_path / "log.key"
    made = make_key(path, "ledger.example/x", KeyKind.COSIGNATURE)
    assert path.stat().st_mode & 0o777 == 0o600
    read = read_signer(path)
    assert read.key == made.key
    assert made.key.verifies(read.sign(b"message"), b"message")
    assert not made.key.verifies(read.sign(b"message"), b"massage")
    with pytest.raises(InputError, match="cannot be written"):
        make_key(path, "ledger.example/x")


@pytest.mark.parametrize("change", [("PRIVATE+KEY+", ""), ("ledger", "lodger"), ("=", ""), ("+01", "+99")])
def test_a_key_file_that_is_damaged_is_refused_without_a_word_of_it(
    change: tuple[str, str], tmp_path: Path
) -> None:
    path = tmp_path / "log.key"
    make_key(path, "ledger.example/x")
    text = path.read_text(encoding="ascii")
    damaged = text.replace(*change) if change[0] in text else text[:-9]
    path.write_text(damaged, encoding="ascii")
    with pytest.raises(InputError, match="not a key file") as refused:
        read_signer(path)
    assert text.split("+", 4)[-1].strip() not in str(refused.value)


def test_a_key_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        read_signer(tmp_path / "none.key")
    with pytest.raises(LedgerFormatError):
        make_key(tmp_path / "odd.key", "a name with spaces")
