"""Every paragraph that is encoded, in the order of the statute: a new one is entered here."""

from __future__ import annotations

from types import ModuleType
from typing import Final, TypeVar

from lawgate.cite import Cite
from lawgate.kernel.fact import Fact
from lawgate.law.entry import Entry
from lawgate.law.provision import Definition, Provision, Proviso
from lawgate.law.usc26 import s7213, s7213A, s7431
from lawgate.law.usc26.s6103 import a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q
from lawgate.law.use import Use

MODULES: Final[tuple[ModuleType, ...]] = (
    a, b, c, d, *d.PARAGRAPHS, e, *e.PARAGRAPHS, f, g, h, *h.PARAGRAPHS, i, *i.PARAGRAPHS, j, k, *k.PARAGRAPHS,
    l, *l.PARAGRAPHS, m, *m.PARAGRAPHS, n, o, p, *p.PARAGRAPHS, q, s7213, s7213A, s7431,
)  # fmt: skip

Stated = TypeVar("Stated")


def _everything() -> tuple[object, ...]:
    """What the paragraphs state, by name or in a tuple of definitions; each object once, in reading order."""
    found: dict[int, object] = {}
    for module in MODULES:
        for value in vars(module).values():
            for one in value if isinstance(value, tuple) else (value,):
                found.setdefault(id(one), one)
    return tuple(found.values())


_EVERYTHING: Final = _everything()


def _stated(kind: type[Stated]) -> tuple[Stated, ...]:
    """What the paragraphs state of one kind."""
    return tuple(one for one in _EVERYTHING if isinstance(one, kind))


PROVISIONS: Final = _stated(Provision)
PROVISOS: Final = _stated(Proviso)
USES: Final = _stated(Use)
DEFINITIONS: Final = _stated(Definition)
QUESTIONS_OF_FACT: Final = _stated(Fact)
ENTRIES: Final = _stated(Entry)

RECITALS: Final[dict[Cite, tuple[Fact, ...]]] = {
    cite: facts for module in MODULES for cite, facts in getattr(module, "RECITALS", {}).items()
}
"""What a court's order recites when it recites the clause at this address."""
