"""The power fails during a release: `python -m tests.service.casework.power SCENE WORLD --runs 10000`.

One release is walked under strace, which records each write, sync and change of a name. From that record the disk is
laid down as it may lie there after any of the calls: what was synced is there; of what was not, any sectors, in any
order, torn or whole; of names that were not synced, the first few. What had been told by then has to be borne out,
and another process has to be able to go on. With --unsynced the database commits without syncing (synchronous=NORMAL),
which the check has to find. The result is one line of JSON.

What strace does not see is left out: SQLite's shared memory, which is made anew by whoever opens the database.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import sys
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from tests.service.casework.kill import Inline, copied, go_on, in_child, killed_at, lie

import lawgate.settings
from lawgate.stores.ledger import disk

SECTOR_BYTES = 512
CALLS = "openat,write,pwrite64,fsync,fdatasync,rename,ftruncate,truncate,unlink,unlinkat,mkdir,rmdir,sendto"
CALL = re.compile(r"^(\w+)\((.*)\)\s+= (\d+)(?:<.*>)?$")
"""A call that did not fail."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("scene", type=Path)
    parser.add_argument("world", type=Path)
    parser.add_argument("--runs", type=int, default=10_000)
    parser.add_argument("--unsynced", action="store_true")
    told = parser.parse_args()
    setattr(disk, "ThreadPoolExecutor", lambda _count: Inline())  # noqa: B010 - a name that it imports
    case = case_in(told.scene)
    calls = recorded(told.scene, told.world, case, synced=not told.unsynced)
    found = {"calls": len(calls), "runs": 0, "released": 0, "packages": 0, "unsynced": 0, "faults": []}
    for number in range(told.runs):
        at = number * len(calls) // told.runs if told.runs < len(calls) else number % len(calls)
        one_failure(told.scene, told.world, calls[: at + 1], Random(number), found)
    sys.stdout.write(json.dumps(found) + "\n")


def case_in(scene: Path) -> str:
    """The scene's approved case."""
    return (scene / "scene").read_text(encoding="ascii").split()[1]


def recorded(scene: Path, world: Path, case: str, *, synced: bool) -> list[tuple[str, list[str]]]:
    """Each call of the whole road: its name, and its arguments with the folder of the office taken off paths."""
    right = lawgate.settings.database_of

    def database_of(url: str) -> dict:
        made = right(url)
        options = made["OPTIONS"]
        options["init_command"] = options["init_command"].replace("synchronous=FULL", "synchronous=NORMAL")
        return made

    with copied(scene, world, case, begun=True) as run:
        if not synced:
            lawgate.settings.database_of = database_of
        log = run.folder.parent / "strace"
        killed_at(run, ["-e", f"trace={CALLS}", "-y", "-xx", "-s", "10000000", "-o", str(log)], guarded=True)
        lawgate.settings.database_of = right
        assert {f"released {case}", f"package {case}"} <= set(run.told), run.told
        folder = str(run.folder)
        found = map(CALL.match, log.read_text(encoding="ascii").splitlines())
        return [
            (call[1], [_plain(one, folder) for one in (*_split(call[2]), call[3])]) for call in found if call
        ]


def _split(arguments: str) -> list[str]:
    return re.findall(r'"(?:[^"])*"(?:\.\.\.)?|[^,\s][^,]*', arguments)


def _plain(argument: str, folder: str) -> str:
    """A path within the folder without it; the bytes of a text in hexadecimal."""
    named = re.match(r"^(?:-?\d+|AT_FDCWD)<(.*)>$", argument)
    if named:
        path = bytes.fromhex(named[1].replace(r"\x", "")).decode() if named[1].startswith(r"\x") else named[1]
        return f"{argument.split('<', maxsplit=1)[0]}:{(path + '/').removeprefix(folder + '/').removesuffix('/')}"
    if argument.startswith('"'):
        return argument.strip('"').replace(r"\x", "")
    return argument


@dataclass
class File:
    """What of a file was synced, and the writes since, in their order."""

    synced: bytearray
    since: list[tuple[int, bytes | None]] = field(default_factory=list)
    """Where, and what; None cuts the file off there."""
    size: int = 0

    def sync(self) -> None:
        for at, data in self.since:
            _apply(self.synced, at, data)
        self.since.clear()

    def after_failure(self, chance: Random) -> bytes:
        """As it may lie there: each sector of what was not synced was written or was not."""
        content, kept = bytearray(self.synced), chance.choice((0.0, 0.5, 1.0))
        for at, data in self.since:
            if data is None:
                if chance.random() < kept:
                    _apply(content, at, None)
                continue
            for begin in range(0, len(data), SECTOR_BYTES):
                if chance.random() < kept:
                    _apply(content, at + begin, data[begin : begin + SECTOR_BYTES])
        return bytes(content)


def _apply(content: bytearray, at: int, data: bytes | None) -> None:
    if data is None:
        del content[at:]
    if len(content) < at:
        content.extend(bytes(at - len(content)))
    content[at : at + len(data or b"")] = data or b""


class Disk:
    """Files and names as the calls left them, and as they would lie there if the power failed now."""

    def __init__(self, base: Path) -> None:
        paths = [one for one in base.rglob("*") if one.is_file()]
        self.now = {one.relative_to(base).as_posix(): File(bytearray(one.read_bytes())) for one in paths}
        for file in self.now.values():
            file.size = len(file.synced)
        self.named = dict(self.now)
        self.renamed: dict[str, list[tuple[str, File | None]]] = defaultdict(list)
        """Of each folder the names given (a file) or taken away (None) since it was synced."""
        self.places: dict[str, int] = {}
        self.told: list[str] = []

    def call(self, name: str, arguments: list[str]) -> None:
        """One more call happened."""
        getattr(self, f"_{name}")(*arguments)

    def lay_down(self, folder: Path, chance: Random) -> bool:
        """Write the disk as it may lie there; whether anything was not synced."""
        names = dict(self.named)
        for changes in self.renamed.values():
            for path, file in changes[: chance.randint(0, len(changes))]:
                if file is None:
                    names.pop(path, None)
                else:
                    names[path] = file
        for path, file in names.items():
            if not path.endswith("-shm"):
                place = folder / path
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_bytes(file.after_failure(chance))
        return any(self.renamed.values()) or any(file.since for file in names.values())

    def _name(self, path: str, file: File | None) -> None:
        if file is None:
            self.now.pop(path, None)
        else:
            self.now[path] = file
        self.renamed[_folder(path)].append((path, file))

    def _openat(self, at: str, name: str, flags: str, *rest: str) -> None:
        path = _path(at, name)
        if path is None:
            return
        self.places[rest[-1]] = 0
        if "O_CREAT" in flags and path not in self.now:
            self._name(path, File(bytearray()))
        if "O_TRUNC" in flags and path in self.now:
            self._cut(self.now[path], 0)

    def _write(self, at: str, data: str, *_: str) -> None:
        number, path = _both(at)
        begin = self.places.get(number, 0)
        self._put(path, data, begin)
        self.places[number] = begin + len(data) // 2

    def _pwrite64(self, at: str, data: str, _count: str, begin: str, *_: str) -> None:
        self._put(_both(at)[1], data, int(begin))

    def _put(self, path: str, data: str, begin: int) -> None:
        if file := self._of(path):
            file.since.append((begin, bytes.fromhex(data)))
            file.size = max(file.size, begin + len(data) // 2)

    def _of(self, path: str) -> File | None:
        """A file of the office; one that was made before the record began has a name that was not synced."""
        if path.startswith("/") or path == "":
            return None
        if path not in self.now:
            self._name(path, File(bytearray()))
        return self.now[path]

    def _fsync(self, at: str, *_: str) -> None:
        path = _both(at)[1]
        if path in self.now:
            self.now[path].sync()
            return
        for name, file in self.renamed.pop(path, ()):
            if file is None:
                self.named.pop(name, None)
            else:
                self.named[name] = file

    _fdatasync = _fsync

    def _ftruncate(self, at: str, size: str, *_: str) -> None:
        if file := self._of(_both(at)[1]):
            self._cut(file, int(size))

    def _truncate(self, name: str, size: str, *_: str) -> None:
        if (path := _path("AT_FDCWD:", name)) and path in self.now:
            self._cut(self.now[path], int(size))

    def _cut(self, file: File, size: int) -> None:
        if size != file.size:
            file.since.append((size, None))
            file.size = size

    def _rename(self, before: str, after: str, *_: str) -> None:
        first, second = _path("AT_FDCWD:", before), _path("AT_FDCWD:", after)
        if first and second:
            file = self.now[first]
            self._name(second, file)
            self._name(first, None)

    def _unlink(self, name: str, *_: str) -> None:
        if (path := _path("AT_FDCWD:", name)) and path in self.now:
            self._name(path, None)

    def _unlinkat(self, at: str, name: str, *_: str) -> None:
        if (path := _path(at, name)) and path in self.now:
            self._name(path, None)

    def _mkdir(self, *_: str) -> None: ...

    _rmdir = _mkdir

    def _sendto(self, _at: str, data: str, *_: str) -> None:
        self.told += bytes.fromhex(data).decode().splitlines()


def _both(at: str) -> tuple[str, str]:
    number, _, path = at.partition(":")
    return number, path


def _folder(path: str) -> str:
    return path.rpartition("/")[0]


OFFICE = re.compile(r"^.*/office/")


def _path(at: str, name: str) -> str | None:
    """The path within the office's folder; None where it lies elsewhere."""
    path = bytes.fromhex(name).decode()
    if not path.startswith("/"):
        folder = _both(at)[1]
        return f"{folder}/{path}" if folder and not folder.startswith("/") else None
    return OFFICE.sub("", path) if OFFICE.match(path) else None


def one_failure(
    scene: Path, world: Path, calls: list[tuple[str, list[str]]], chance: Random, found: dict
) -> None:
    """The power fails after these calls: what lies there, and whether another process can go on."""
    case = case_in(scene)
    made = Disk(scene)
    for name, arguments in calls:
        made.call(name, arguments)
    with copied(scene, world, case, begun=True) as run:
        shutil.rmtree(run.folder)
        run.folder.mkdir()
        found["unsynced"] += made.lay_down(run.folder, chance)
        run.told = made.told
        found["runs"] += 1
        found["released"] += f"released {case}" in run.told
        found["packages"] += f"package {case}" in run.told
        name = f"call {len(calls)}, {calls[-1][0]}"
        found["faults"] += [f"{name}: {fault}" for fault in in_child(run, lie)]
        found["faults"] += [f"{name}, going on: {fault}" for fault in in_child(run, go_on)]


if __name__ == "__main__":
    main()
