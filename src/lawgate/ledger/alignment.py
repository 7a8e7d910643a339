"""What became of the entries: the hashes found, held against the hashes recorded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from lawgate.ledger.faults import Fault, FaultKind, entries_text

_Named = tuple[FaultKind, int]


def align(found: Sequence[bytes], recorded: Sequence[bytes]) -> list[Fault]:
    """Each difference by its kind, runs of one kind together; `recorded` is what was signed.

    Entries are named by the index that was recorded, inserted ones by the index at which they are found.
    """
    return [
        Fault(kind, entries_text(run[0], run[-1]))
        for kind, run in _runs(
            sorted(set(_differences(found, recorded)), key=lambda one: (one[0].value, one[1]))
        )
    ]


def _differences(found: Sequence[bytes], recorded: Sequence[bytes]) -> Iterator[_Named]:
    still = {one: at for at, one in reversed(list(enumerate(recorded)))}
    stands = {one: at for at, one in reversed(list(enumerate(found)))}
    right, here, there = list(recorded), 0, 0
    moved = set[int]()
    while here < len(found) and there < len(right):
        # `later`: where the log recorded what is found here; `away`: where what was recorded here is found.
        later, away = still.get(found[here], -1), stands.get(right[there], -1)
        if found[here] == right[there]:
            here, there = here + 1, there + 1
        elif here in moved:
            here += 1
        elif away < here and later < there:
            yield FaultKind.CHANGED, there
            here, there = here + 1, there + 1
        elif later < there or _stands_aside(found, right, here, there):
            yield FaultKind.INSERTED, here
            here += 1
        elif away < here:
            yield FaultKind.DELETED, there
            there += 1
        else:
            yield from ((FaultKind.SWAPPED, there), (FaultKind.SWAPPED, later))
            if later - there == away - here:  # two changed places: go on as if they had not
                right[there], right[later] = right[later], right[there]
                still[right[there]], still[right[later]] = there, later
            else:  # one was moved, and others made room
                moved.add(away)
                there += 1
    yield from ((FaultKind.INSERTED, at) for at in range(here, len(found)) if at not in moved)
    yield from ((FaultKind.CUT_TAIL, at) for at in range(there, len(right)))


def _stands_aside(found: Sequence[bytes], recorded: Sequence[bytes], here: int, there: int) -> bool:
    """Whether all goes on as recorded once the entry found here is left out."""
    return tuple(found[here + 1 : here + 3]) == tuple(recorded[there : there + 2])


def _runs(named: Sequence[_Named]) -> Iterator[tuple[FaultKind, list[int]]]:
    """Neighbours of one kind together."""
    numbered = enumerate(named)
    for (kind, _), run in groupby(numbered, key=lambda one: (one[1][0], one[1][1] - one[0])):
        yield kind, [at for _, (_, at) in run]
