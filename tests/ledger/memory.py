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
        # With what stood in the file and was not written over: a cut cannot take it.
        self._unsynced: dict[str, bytes] = {}
        self._removed: list[str] = []
        # What was written beside a file, and whether it was synced there.
        self._beside: dict[str, tuple[bytes, bool]] = {}

    def read(self, path: str) -> bytes | None:
        return self.files.get(path)

    def paths(self) -> Iterator[str]:
        return iter(sorted(self.files))

    def put(self, path: str, data: bytes) -> None:
        self._write(f"put {path}", path, data, b"")

    def put_at(self, path: str, offset: int, data: bytes) -> None:
        kept = self.files.get(path, b"")[:offset].ljust(offset, b"\0")
        self._write(f"put {path}", path, kept + data, kept)

    def put_beside(self, path: str, data: bytes) -> None:
        fails = self._fails(f"write beside {path}")
        if not fails or self.before is not Before.NOTHING:
            self._beside[path] = data, False
        if fails:
            raise self.error

    def sync(self) -> None:
        for path, (data, _) in self._beside.items():
            fails = self._fails(f"sync beside {path}")
            self._beside[path] = data, not fails or self.before is Before.ALL
            if fails:
                raise self.error
        for path in list(self._unsynced):
            if self._fails(f"sync {path}"):
                if self.before is Before.ALL:
                    self.durable[path] = self.files[path]
                raise self.error
            self.durable[path] = self.files[path]
            del self._unsynced[path]
        for path in self._removed:
            if path not in self.files:
                self.durable.pop(path, None)
        self._removed.clear()

    def exchange(self, path: str) -> None:
        data, synced = self._beside[path]
        for step in ("rename", "sync name"):
            fails = self._fails(f"{step} {path}")
            if not fails or self.before is Before.ALL:
                if step == "rename":
                    self.files[path] = data
                    del self._beside[path]
                else:
                    self.durable[path] = data if synced else b""
            if fails:
                raise self.error

    def names(self, folder: str) -> tuple[str, ...]:
        below = (path.removeprefix(f"{folder}/") for path in self.files if path.startswith(f"{folder}/"))
        return tuple({path.partition("/")[0] for path in below})

    def remove(self, path: str) -> None:
        gone = [one for one in self.files if one == path or one.startswith(f"{path}/")]
        if not gone:
            return
        if self._fails(f"remove {path}"):
            raise self.error
        for name in gone:  # it may come back with the next start: no name was synced
            del self.files[name]
            self._unsynced.pop(name, None)
            self._removed.append(name)

    def after_cut(self, survives: Survives) -> Memory:
        """The folder as the next start finds it."""
        match survives:
            case Survives.SYNCED:
                return Memory(self.durable)
            case Survives.ALL:
                return Memory(self.files)
            case Survives.TORN:
                torn = {path: _half(kept, self.files[path]) for path, kept in self._unsynced.items()}
                return Memory(self.durable | torn)

    def _write(self, step: str, path: str, data: bytes, kept: bytes) -> None:
        fails = self._fails(step)
        if not fails or self.before is not Before.NOTHING:
            whole = not fails or self.before is Before.ALL
            self.files[path] = data if whole else _half(kept, data)
            self._unsynced.setdefault(path, kept)
        if fails:
            raise self.error

    def _fails(self, step: str) -> bool:
        self.steps.append(step)
        return len(self.steps) - 1 == self.fails_at


def _half(kept: bytes, data: bytes) -> bytes:
    """What was kept and half of what was written behind it."""
    return kept + data[len(kept) :][: (len(data) - len(kept)) // 2]
