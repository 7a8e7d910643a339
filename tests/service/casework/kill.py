"""A release killed at each of its steps: `python -m tests.service.casework.kill SCENE WORLD --runs 2000`.

SCENE is the folder of an office with an approved case, as the tests make it. A child releases the case, enters it,
hands the package over and fetches it; strace kills it at one write or sync. What it had told by then has to be
borne out by the database and the ledger as they lie there, and another process has to be able to go on. With
--unguarded packages leave at once, which the check has to find. The result is one line of JSON.

With --error ENOSPC (or EIO) nobody dies: from one write or sync on every call of that kind fails, as on a disk that
is full. What was told has to be borne out all the same, the process has to say that releases are stopped, and go on
reading.

This process uses no tables itself: their threads would not survive the fork.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from concurrent.futures import Executor, Future
from dataclasses import dataclass, field
from pathlib import Path

from django.db import DatabaseError
from tests.service.casework.office import POLICY, Office

from lawgate.errors import LawgateError, LedgerFormatError
from lawgate.ledger.checkpoint import parse_signed_checkpoint
from lawgate.ledger.examine import CHECKPOINT_PATH, examine
from lawgate.ledger.proof_file import parse_proof_file
from lawgate.ledger.reading import read_entry
from lawgate.ledger.trust import Trust, check_signatures
from lawgate.service.casework.acts import delivery, release
from lawgate.service.casework.desk import Refused
from lawgate.stores import database
from lawgate.stores.casework import guards
from lawgate.stores.ledger import disk

STEPS = "write,pwrite64,writev,fsync,fdatasync,rename,ftruncate,truncate,unlink,mkdir"
IN_MEMORY = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108


class Inline(Executor):
    """Syncs on the one thread, so that each is a step of its own."""

    def submit(self, call, /, *arguments, **named) -> Future:
        future: Future = Future()
        try:
            future.set_result(call(*arguments, **named))
        except OSError as error:
            future.set_exception(error)
        return future


@dataclass
class Run:
    """One office that is killed once."""

    folder: Path
    world: Path
    case: str
    begun: bool = False
    """Whether the process had its connection already: a failing disk is met by one that runs."""
    told: list[str] = field(default_factory=list)

    @property
    def url(self) -> str:
        return f"sqlite:///{self.folder / 'office_with_scene'}.sqlite3"

    def office(self) -> Office:
        database.use(self.url)
        return Office(self.folder, self.world)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("scene", type=Path)
    parser.add_argument("world", type=Path)
    parser.add_argument("--runs", type=int, default=2000)
    parser.add_argument("--unguarded", action="store_true")
    parser.add_argument("--error", choices=("ENOSPC", "EIO"), help="fail instead of dying")
    told = parser.parse_args()
    setattr(disk, "ThreadPoolExecutor", lambda _count: Inline())  # noqa: B010 - a name that it imports
    case = (told.scene / "scene").read_text(encoding="ascii").split()[1]
    steps = steps_of(told.scene, told.world, case, guarded=not told.unguarded, begun=bool(told.error))
    found = {
        "steps": len(steps),
        "runs": 0,
        "killed": 0,
        "released": 0,
        "packages": 0,
        "stopped": 0,
        "faults": [],
    }
    for number in range(told.runs):
        # Every step in turn, spread evenly where there are fewer runs than steps.
        at = number * len(steps) // told.runs if told.runs < len(steps) else number % len(steps)
        one_run(told.scene, told.world, case, steps[at], found, guarded=not told.unguarded, error=told.error)
    sys.stdout.write(json.dumps(found) + "\n")


def steps_of(scene: Path, world: Path, case: str, *, guarded: bool, begun: bool) -> list[tuple[str, int]]:
    """The writes and syncs of the whole road when nobody kills it: each call's name, and which of that name it is.

    strace counts each kind of call by itself.
    """
    with copied(scene, world, case, begun=begun) as run:
        log = run.folder / "strace"
        killed_at(run, ["-o", str(log)], guarded=guarded)
        wanted = {f"released {case}", f"package {case}"}
        assert wanted <= set(run.told), run.told
        names = re.findall(r"^(\w+)\(", log.read_text(encoding="utf-8", errors="replace"), flags=re.MULTILINE)
    return [(name, names[: at + 1].count(name)) for at, name in enumerate(names)]


def one_run(
    scene: Path,
    world: Path,
    case: str,
    step: tuple[str, int],
    found: dict,
    *,
    guarded: bool,
    error: str | None,
) -> None:
    """One death, or failure, at one step, what lies there then, and whether another process can go on."""
    with copied(scene, world, case, begun=bool(error)) as run:
        name, which = step
        what = f"error={error}:when={which}+" if error else f"signal=SIGKILL:when={which}"
        inject = ["-e", f"inject={name}:{what}", "-o", "/dev/null"]
        killed = killed_at(run, inject, guarded=guarded)
        found["runs"] += 1
        found["killed"] += killed
        found["released"] += f"released {case}" in run.told
        found["packages"] += f"package {case}" in run.told
        found["stopped"] += any(one.startswith("says ") for one in run.told)
        found["faults"] += [f"{name} {which}: {fault}" for fault in in_child(run, lie)]
        found["faults"] += [f"{name} {which}: {fault}" for fault in (unsaid(run) if error else ())]
        if guarded:
            found["faults"] += [f"{name} {which}, going on: {fault}" for fault in in_child(run, go_on)]


class copied:  # noqa: N801 - used as a function
    """A copy of the scene for one run, removed afterwards."""

    def __init__(self, scene: Path, world: Path, case: str, *, begun: bool) -> None:
        folder = Path(tempfile.mkdtemp(prefix="lawgate-kill-", dir=IN_MEMORY))
        self.run = Run(folder / "office", world, case, begun)
        shutil.copytree(scene, self.run.folder)

    def __enter__(self) -> Run:
        return self.run

    def __exit__(self, *_: object) -> None:
        shutil.rmtree(self.run.folder.parent, ignore_errors=True)


def killed_at(run: Run, options: list[str], *, guarded: bool) -> bool:
    """Let a child do the work under strace; whether it was killed."""
    reading, writing = socket.socketpair()  # what is sent there is none of the calls that fail
    if not guarded:
        assert in_child(run, without_guards) == []
    pid = os.fork()
    if not pid:
        reading.close()
        _child(run, writing, guarded=guarded)
    writing.close()
    os.waitpid(pid, os.WUNTRACED)
    words = ["strace", "-p", str(pid), "-e", f"trace={STEPS}", *options]
    with subprocess.Popen(words, stderr=subprocess.PIPE, text=True) as tracer:
        assert tracer.stderr is not None
        for line in tracer.stderr:
            if "attached" in line:
                break
        os.kill(pid, signal.SIGCONT)
        with reading, reading.makefile() as pipe:
            run.told = pipe.read().splitlines()
        _, status = os.waitpid(pid, 0)
        tracer.wait()
    assert not any(one.startswith("failed") for one in run.told), run.told
    return os.WIFSIGNALED(status)


def _child(run: Run, writing: socket.socket, *, guarded: bool) -> None:
    def tell(text: str) -> None:
        writing.sendall(f"{text}\n".encode())

    try:
        office = run.office()
        sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - it ends with the child
        if run.begun:
            office.case(run.case)
        os.kill(os.getpid(), signal.SIGSTOP)
        try:
            work(office, run.case, tell, guarded=guarded)
        except (LawgateError, OSError, DatabaseError) as error:
            tell(f"raised {type(error).__name__}: {error}")
        if reasons := release.check_releases(office.desk):
            tell(f"says {reasons[0].says}")
        tell(f"read {office.case(run.case).number}")
    except BaseException as error:  # noqa: BLE001 - a child never goes back into its parent's work
        tell(f"failed {type(error).__name__}: {error}")
    os._exit(0)


def work(office: Office, case: str, tell, *, guarded: bool) -> None:
    """Release, enter, hand over, fetch; each outcome is told when somebody outside could have seen it."""
    if not guarded:
        delivery.under_checkpoint = lambda *_: True  # type: ignore[assignment]
        guards.missing = tuple
        delivery._body = lambda *_: b"unproved"
    if not isinstance(release.release(office.desk, case, by="releaser", key="once"), Refused):
        tell(f"released {case}")
    if guarded:
        office.enter()
    if not isinstance(delivery.deliver(office.desk, case), Refused):
        package = delivery.fetch(office.desk, case, by="agent")
        if isinstance(package, bytes):
            tell(f"package {case}")
    office.enter()


def unsaid(run: Run) -> list[str]:
    """What a process that met a failing disk had to do: read on, and say it where it could not do all its work."""
    faults = [] if f"read {run.case}" in run.told else ["reading does not go on"]
    if f"package {run.case}" not in run.told and not any(one.startswith("says ") for one in run.told):
        faults.append(f"nobody is told that releases are stopped: {run.told}")
    return faults


def without_guards(run: Run) -> list[str]:
    """The control: the database lets everything in, and packages leave before the ledger is written."""
    run.office()
    from django.db import connection  # noqa: PLC0415 - Django is ready by now

    from lawgate.stores.casework.guards import statements_to_remove  # noqa: PLC0415

    with connection.cursor() as cursor:
        for statement in statements_to_remove(connection.vendor):
            cursor.execute(statement)
    return []


def lie(run: Run) -> list[str]:
    """What is wrong with what lies there: whatever was told has to be borne out."""
    run.office()
    from lawgate.stores.casework import models  # noqa: PLC0415

    made = models.Release.objects.filter(case=run.case).select_related("entry").first()
    faults = []
    if f"released {run.case}" in run.told and made is None:
        faults.append("an acknowledged release is lost")
    gone = made is not None and made.package.handed_over_at is not None
    if (gone or f"package {run.case}" in run.told) and not (made and is_proved(run, made)):
        faults.append("a package without an entry under a checkpoint")
    return faults


def is_proved(run: Run, made) -> bool:
    """Whether a package proves its entry under a checkpoint of the quorum, and the ledger that lies there holds it."""
    encoded, ledger = bytes(made.entry.encoded), disk.Disk(run.folder / "ledger")
    try:
        proof = parse_proof_file(bytes(made.package.body).removesuffix(bytes(made.package.sealed)))
    except LedgerFormatError:
        return False
    # A later checkpoint may lie there that its witnesses have not signed yet; this one they had.
    size = parse_signed_checkpoint(ledger.read(CHECKPOINT_PATH) or b"", where=CHECKPOINT_PATH).checkpoint.size
    stands = any(read_entry(ledger, at, size) == encoded for at in range(size))
    return (
        stands and proof.proves(encoded) and not check_signatures(proof.signed, Trust(POLICY), where="proof")
    )


def go_on(run: Run) -> list[str]:
    """Another process takes the work up with the same key: everything stands once, and the ledger is whole."""
    office = run.office()
    from lawgate.stores.casework import models  # noqa: PLC0415

    office.enter()
    release.release(office.desk, run.case, by="releaser", key="once")
    office.enter()
    delivery.deliver(office.desk, run.case)
    office.enter()
    faults = [fault.kind.value for fault in examine(disk.Disk(office.ledger), Trust(POLICY)).faults]
    if models.Release.objects.filter(case=run.case).count() != 1:
        faults.append("not released once")
    if models.Entry.objects.filter(case_number=run.case, kind="released").count() != 1:
        faults.append("not accounted for once")
    if models.Entry.objects.filter(leaf__isnull=True).exists():
        faults.append("an entry is not in the ledger")
    if models.Package.objects.get(release__case=run.case).handed_over_at is None:
        faults.append("not handed over")
    return faults


def in_child(run: Run, check) -> list[str]:
    """A check in a process of its own, since it may read tables."""
    reading, writing = os.pipe()
    pid = os.fork()
    if not pid:
        os.close(reading)
        sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115
        try:
            faults = check(run)
        except BaseException as error:  # noqa: BLE001
            faults = [f"{type(error).__name__}: {error}"]
        os.write(writing, json.dumps(faults).encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        faults = json.loads(pipe.read())
    os.waitpid(pid, 0)
    return faults


if __name__ == "__main__":
    main()
