"""Work done apart comes back in its order, and nobody who did it stays behind."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.stores.apart_ends import begin, double, end

from lawgate.errors import ApartError, InputError
from lawgate.stores.apart import AHEAD, apart, in_order

SECONDS_TO_END_MAX = 20


def test_work_comes_back_in_order_and_is_made_only_shortly_before_it_is_wanted(tmp_path: Path) -> None:
    made: list[int] = []

    def works() -> Iterator[int]:
        for number in range(20):
            made.append(number)
            yield number

    with apart(begin, tmp_path, workers=2) as pool:
        told = in_order(pool, double, works(), workers=2)
        assert next(told) == 0
        assert len(made) <= 2 + AHEAD + 2
        assert list(told) == [2 * number for number in range(1, 20)]


def test_what_ends_before_its_work_is_done_is_told_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(ApartError, match="memory ran out") as told, apart(begin, tmp_path, workers=1) as pool:
        list(in_order(pool, end, [1], workers=1))
    assert "\n" not in told.value.line()


def test_an_error_of_the_work_is_the_error_of_the_one_who_asked(tmp_path: Path) -> None:
    with pytest.raises(InputError) as told, apart(begin, tmp_path, workers=1) as pool:
        list(in_order(pool, refuse, [1], workers=1))
    assert (told.value.what, told.value.where, told.value.mend) == ("no name", "row 1", "give one")


def refuse(number: int) -> None:
    raise InputError("no name", where=f"row {number}", mend="give one")


def test_nobody_outlives_the_one_who_began_him(tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, "-m", "tests.stores.apart_ends", str(tmp_path)], check=False)
    assert done.returncode == -signal.SIGKILL
    began = [Path("/proc") / one.name for one in tmp_path.iterdir()]
    assert began
    deadline = time.monotonic() + SECONDS_TO_END_MAX
    while any(map(_works, began)) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not any(map(_works, began))


def _works(process: Path) -> bool:
    """Whether it is there and not merely waiting to be buried."""
    try:
        return (process / "stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
