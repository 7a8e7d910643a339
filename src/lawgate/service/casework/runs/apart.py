"""Large requests decided in processes of their own, so that nothing else waits for them.

A process that ends without a word is begun again where it stood (`lawgate batch` takes up what it left); one that
refuses its input is not, and what it said is told on the page.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from lawgate.errors import LawgateError
from lawgate.service.batch.stream import BatchOptions, run_batch
from lawgate.service.casework.desk import Desk
from lawgate.stores.log import say
from lawgate.stores.runs.batch_runs import BatchRun, batch_at
from lawgate.stores.runs.run_folders import names_in, run_at

AT_ONCE_MAX: Final = 1
REFUSED: Final = 2
_LINE_CHARACTERS_MAX: Final = 300

_Process = subprocess.Popen[str]


class BatchesApart:
    """The processes that decide what is wanted, of one worker."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._running: dict[str, _Process] = {}

    def tend(self) -> None:
        """See to those that ended, and begin what is wanted; returns at once."""
        for name, process in list(self._running.items()):
            if process.poll() is not None:
                del self._running[name]
                self._ended(name, process)
        for name in names_in(self._desk.batches):
            if len(self._running) >= AT_ONCE_MAX:
                break
            run = BatchRun(run_at(self._desk.batches, name))
            if run.is_wanted and not run.is_decided and name not in self._running and not run.is_written_now:
                self._running[name] = _begin(name)
                say("batch_begun", case=name)

    def stop(self) -> None:
        """End them; the next worker takes up what they left."""
        for process in self._running.values():
            process.terminate()
        for process in self._running.values():
            process.communicate()
        self._running.clear()

    def _ended(self, name: str, process: _Process) -> None:
        _, said = process.communicate()
        run = BatchRun(run_at(self._desk.batches, name))
        if process.returncode > 0:
            lines = said.strip().splitlines()
            refused = process.returncode == REFUSED and lines
            run.fail(lines[-1][:_LINE_CHARACTERS_MAX] if refused else "a fault of the program")
        say("batch_ended", case=name, state=str(process.returncode))


@contextmanager
def deciding_apart(desk: Desk) -> Iterator[BatchesApart]:
    """The processes of one worker, which end with it."""
    apart = BatchesApart(desk)
    try:
        yield apart
    finally:
        apart.stop()


def _begin(name: str) -> _Process:
    command = [sys.executable, "-m", "lawgate.service.casework.runs.apart", name]
    # Our own module, and a name that is one of a run.
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)  # noqa: S603


def decide_wanted(desk: Desk, name: str) -> None:
    """Decide one large request here and now; InputError for what cannot be read."""
    run = batch_at(desk.batches, name)
    if desk.custodian is None:
        raise LawgateError("no records are set", where="LAWGATE_RECORDS", mend="name their folder")
    options = BatchOptions(
        records=desk.custodian.path,
        out=run.out,
        findings=run.findings,
        adopted=desk.adopted,
        officials=desk.officials,
    )
    run_batch(run.request, options)


def main(name: str) -> int:
    """Decide one of this deployment; 0, or 2 with a line for what cannot be read."""
    from lawgate.service.casework.deployment.deployed import desk  # noqa: PLC0415 - reads the settings of the process

    try:
        decide_wanted(desk(), name)
    except LawgateError as error:
        sys.stderr.write(f"{error.line()}\n")
        return REFUSED
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
