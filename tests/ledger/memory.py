"""A ledger's folder in memory, which loses what was not synced and fails where a test tells it to."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum


class Cut(BaseException):
    """The power goes."""


class Before(Enum):
    """What a failing step has done by then."""

    NOTHING = "nothing"
    HALF = "half"
    ALL = "all"


class Survives(Enum):
    """What is there after the power has gone."""

    SYNCED = "synced"
    TORN = "torn"
    ALL = "all"


class Memory:
    """A `Storage`; its steps are counted, and step `fails_at` raises `error` having done what `before` says."""

    def __init__(self, files: dict[str, bytes] | None = None) -> None:
        self.files = dict(files or {})
        self.durable = dict(self.files)
        self.steps: list[str] = []
        self.fails_at = -1
        self.before = Before.NOTHING
        self.error: BaseException = Cut()
        self._unsynced: list[str] = []

    def read(self, path: str) -> bytes | None:
        return self.files.get(path)

    def paths(self) -> Iterator[str]:
        return iter(sorted(self.files))

    def put(self, path: str, data: bytes) -> None:
        self._write(f"put {path}", path, data, b"")

    def put_at(self, path: str, offset: int, data: bytes) -> None:
        kept = self.files.get(path, b"")[:offset].ljust(offset, b"\0")
        self._write(f"put {path}", path, kept + data, kept)

    def sync(self) -> None:
        for path in list(self._unsynced):
            if self._fails(f"sync {path}"):
                if self.before is Before.ALL:
                    self.durable[path] = self.files[path]
                raise self.error
            self.durable[path] = self.files[path]
            self._unsynced.remove(path)

    def replace(self, path: str, data: bytes) -> None:
        for step in ("write beside", "rename", "sync name"):
            fails = self._fails(f"{step} {path}")
            if not fails or self.before is Before.ALL:
                if step == "rename":
                    self.files[path] = data
                elif step == "sync name":
                    self.durable[path] = data
            if fails:
                raise self.error

    def remove(self, path: str) -> None:
        if self._fails(f"remove {path}"):
            raise self.error
        for files in (self.files, self.durable):
            for name in [one for one in files if one.startswith(path + "/")]:
                del files[name]

    def after_cut(self, survives: Survives) -> Memory:
        """The folder as the next start finds it."""
        match survives:
            case Survives.SYNCED:
                return Memory(self.durable)
            case Survives.ALL:
                return Memory(self.files)
            case Survives.TORN:
                torn = {path: self.files[path][: len(self.files[path]) // 2] for path in self._unsynced}
                return Memory(self.durable | torn)

    def _write(self, step: str, path: str, data: bytes, half: bytes) -> None:
        fails = self._fails(step)
        if not fails or self.before is not Before.NOTHING:
            whole = not fails or self.before is Before.ALL
            self.files[path] = data if whole else half + data[len(half) :][: (len(data) - len(half)) // 2]
            if path not in self._unsynced:
                self._unsynced.append(path)
        if fails:
            raise self.error

    def _fails(self, step: str) -> bool:
        self.steps.append(step)
        return len(self.steps) - 1 == self.fails_at
