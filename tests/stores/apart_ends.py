"""One who begins work apart and is killed: the processes that he began write their numbers first.

Usage: python -m tests.stores.apart_ends FOLDER
"""

from __future__ import annotations

import os
import signal
import sys
import time
from pathlib import Path

from lawgate.stores.apart import apart


def begin(folder: Path) -> None:
    (folder / str(os.getpid())).touch()


def wait(seconds: float) -> None:
    time.sleep(seconds)


def end(_: int) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def double(number: int) -> int:
    return 2 * number


def main(folder: Path) -> None:
    """Wait until somebody works, then end without a word."""
    with apart(begin, folder, workers=2) as pool:
        pool.submit(wait, 0.01).result()
        os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
