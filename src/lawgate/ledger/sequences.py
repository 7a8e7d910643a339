"""The numbers of entries in their cases: a case that skips or repeats one has lost or gained an entry."""

from __future__ import annotations

from lawgate.ledger.faults import Fault, FaultKind


class Sequences:
    """The last number seen of each case, and the cases in which the numbers did not follow on each other."""

    def __init__(self) -> None:
        self._last: dict[bytes, int] = {}
        self._gaps: dict[bytes, int] = {}
        self._repeats: dict[bytes, int] = {}
        self._strangers: list[int] = []

    def add(self, index: int, place: tuple[bytes, int] | None) -> None:
        """Take note of the entry at this index of the log: its case and number, None where it is no entry."""
        if place is None:
            self._strangers.append(index)
            return
        case, number = place
        last = self._last.get(case, 0)
        if number > last + 1:
            self._gaps.setdefault(case, last + 1)
        elif number <= last:
            self._repeats.setdefault(case, number)
        self._last[case] = max(last, number)

    def faults(self) -> list[Fault]:
        """One fault a case: a gap alone is a deletion, a repeat alone an insertion, both a change of order."""
        kinds = {case: self._kind(case) for case in sorted({*self._gaps, *self._repeats})}
        return [
            *(Fault(kind, f"case {case.decode()}", says) for case, (kind, says) in kinds.items()),
            *(Fault(FaultKind.CHANGED, f"entry {index}", "it is no entry") for index in self._strangers),
        ]

    def _kind(self, case: bytes) -> tuple[FaultKind, str]:
        if case not in self._repeats:
            return FaultKind.DELETED, f"it has no entry number {self._gaps[case]}"
        if case not in self._gaps:
            return FaultKind.INSERTED, f"it has entry number {self._repeats[case]} more than once"
        return FaultKind.SWAPPED, f"its entry number {self._repeats[case]} stands behind a later one"
