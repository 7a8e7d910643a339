"""A folder whose files count only once they are synced: writing, syncing and nothing else."""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import contextmanager
from pathlib import Path
from typing import Final, Protocol

from lawgate.errors import InputError

OPEN_FILES_MAX: Final = 128
SYNCS_AT_ONCE: Final = 8


class Storage(Protocol):
    """What a sequencer writes to. After `sync`, all that was put before it survives a loss of power."""

    def read(self, path: str) -> bytes | None:
        """The bytes at a path; None where there is no file."""

    def put(self, path: str, data: bytes) -> None:
        """Write a file under its own name; until the next sync it may be absent, torn or whole."""

    def put_at(self, path: str, offset: int, data: bytes) -> None:
        """Write into a file at an offset, which makes the file end behind it; the same holds until the sync."""

    def sync(self) -> None:
        """Make durable what was put: first the files, then the folders that name them."""

    def put_beside(self, path: str, data: bytes) -> None:
        """Write beside a file what is to stand in its place; until the next sync it may be torn."""

    def exchange(self, path: str) -> None:
        """Put what was written beside, and synced, in the place of the file, durably: there is the old or the new."""

    def names(self, folder: str) -> tuple[str, ...]:
        """The names in a folder; none where there is no folder."""

    def remove(self, path: str) -> None:
        """Remove a file, or a folder with its files, if it is there."""


class Disk:
    """A folder of the file system. Every error of the system is the caller's to see: none is swallowed."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._files: list[int] = []
        self._folders: set[Path] = set()
        self._named: set[Path] = set()
        self._syncing = ThreadPoolExecutor(SYNCS_AT_ONCE)

    def read(self, path: str) -> bytes | None:
        """The bytes at a path; None where there is no file."""
        try:
            return (self.root / path).read_bytes()
        except (FileNotFoundError, NotADirectoryError):
            return None

    def paths(self) -> Iterator[str]:
        """The paths of all files in the folder."""
        return (
            one.relative_to(self.root).as_posix() for one in sorted(self.root.rglob("*")) if one.is_file()
        )

    def put(self, path: str, data: bytes) -> None:
        """Write a file under its own name."""
        self._write(path, data, flags=os.O_TRUNC)

    def put_at(self, path: str, offset: int, data: bytes) -> None:
        """Write into a file at an offset; what stood behind it is cut off."""
        self._write(path, data, offset=offset)

    def sync(self) -> None:
        """fsync each file put and each folder that has a new name in it: fsync of a file does not keep its name.

        All at once, so that the file system can make them durable together.
        """
        self._sync_files(
            os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC) for folder in self._folders
        )
        self._folders.clear()

    def put_beside(self, path: str, data: bytes) -> None:
        """Write under a name that is nobody's."""
        self.put(_beside(path), data)

    def exchange(self, path: str) -> None:
        """Rename, and sync the folder."""
        place = self.root / path
        (self.root / _beside(path)).replace(place)
        _sync_folder(place.parent)

    def names(self, folder: str) -> tuple[str, ...]:
        """The names in a folder; none where there is no folder."""
        try:
            return tuple(one.name for one in (self.root / folder).iterdir())
        except FileNotFoundError:
            return ()

    def remove(self, path: str) -> None:
        """Remove a file, or a folder with its files, if it is there."""
        place = self.root / path
        if place.is_dir():
            shutil.rmtree(place)
            self._named.discard(place)
        else:
            place.unlink(missing_ok=True)

    @contextmanager
    def hold(self) -> Iterator[None]:
        """Hold the folder against every other process that appends; InputError where another one does."""
        with (self.root / "lock").open("ab") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise InputError(
                    "another process appends to this ledger", where=str(self.root), mend="stop it first"
                ) from None
            yield

    def _write(self, path: str, data: bytes, *, offset: int = 0, flags: int = 0) -> None:
        place = self.root / path
        if len(self._files) >= OPEN_FILES_MAX:
            self._sync_files()
        self._make_folder(place.parent)
        descriptor = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_CLOEXEC | flags, 0o640)
        self._files.append(descriptor)
        # A name that is there already may be one that a process left unsynced when it ended: it is synced too.
        self._folders.add(place.parent)
        while data:
            written = os.pwrite(descriptor, data, offset)
            data, offset = data[written:], offset + written
        os.truncate(descriptor, offset)

    def _make_folder(self, folder: Path) -> None:
        """Make a folder with those above it; each is named durably once in the life of this object."""
        if folder in self._named or folder == self.root:
            return
        self._make_folder(folder.parent)
        folder.mkdir(exist_ok=True)
        self._folders.add(folder.parent)
        self._named.add(folder)

    def _sync_files(self, others: Iterable[int] = ()) -> None:
        self._files += others
        waiting, self._files = self._files, []
        synced = [self._syncing.submit(os.fsync, descriptor) for descriptor in waiting]
        wait(synced)
        for descriptor in waiting:
            os.close(descriptor)
        for one in synced:
            one.result()  # raises the error of the sync


def replace(storage: Storage, path: str, data: bytes) -> None:
    """Put a file in the place of another, durably: at each moment there is the old or the new one, whole."""
    storage.put_beside(path, data)
    storage.sync()
    storage.exchange(path)


def _beside(path: str) -> str:
    folder, _, name = path.rpartition("/")
    return f"{folder}/.{name}.part".removeprefix("/")


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
