"""The parts of a large batch decided side by side: each process has its own gate, all read one copy of the records.

PartGate in one process is the definition, and parts know nothing of each other, so who decides which is nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from lawgate.decide.request import Subject
from lawgate.service.batch.part import DecidedPart, PartGate
from lawgate.service.run import TermsApart
from lawgate.stores.apart import apart, in_order
from lawgate.stores.records.custodian import RecordsFolder

Part = tuple[Sequence[Subject], Mapping[str, str]]
"""Some of the subjects, and the forms of their addresses."""
Decide = Callable[[Iterable[Part]], Iterator[DecidedPart]]
"""Each part decided, in the order given."""

_GATE: Final[dict[str, PartGate]] = {}


@contextmanager
def deciding_apart(terms: TermsApart, custodian: RecordsFolder, room: Path) -> Iterator[Decide]:
    """Decide by every core; `room` is an empty folder for as long as that lasts."""
    with custodian.laid_out(room) as laid, apart(_open_gate, terms, laid) as pool:
        yield lambda parts: in_order(pool, _decide, parts)


def _open_gate(terms: TermsApart, custodian: RecordsFolder) -> None:
    _GATE["gate"] = PartGate(terms.terms(), custodian)


def _decide(part: Part) -> DecidedPart:
    subjects, forms = part
    return _GATE["gate"].decide(tuple(subjects), forms)
