"""Every paragraph that is encoded, in the order of the statute: a new one is entered here."""

from __future__ import annotations

from types import ModuleType
from typing import Final, TypeVar

from lawgate.cite import Cite
from lawgate.kernel.fact import Fact
from lawgate.law.entry import Entry
from lawgate.law.provision import Definition, Provision, Proviso
from lawgate.law.usc26 import s7213, s7213A, s7431
from lawgate.law.usc26.s6103 import a, b, c, d, g, h, i
from lawgate.law.usc26.s6103.d import p1 as d1
from lawgate.law.usc26.s6103.d import p2 as d2
from lawgate.law.usc26.s6103.d import p3 as d3
from lawgate.law.usc26.s6103.d import p4 as d4
from lawgate.law.usc26.s6103.d import p5 as d5
from lawgate.law.usc26.s6103.d import p6 as d6
from lawgate.law.usc26.s6103.h import p1 as h1
from lawgate.law.usc26.s6103.h import p2 as h2
from lawgate.law.usc26.s6103.h import p4 as h4
from lawgate.law.usc26.s6103.h import p5 as h5
from lawgate.law.usc26.s6103.h import p6 as h6
from lawgate.law.usc26.s6103.i import p1, p2, p2_1976, p3, p4, p5, p6, p7, p8, sole_use
from lawgate.law.usc26.s6103.p import p3 as accounting
from lawgate.law.usc26.s6103.p import p4 as safeguards
from lawgate.law.use import Use

MODULES: Final[tuple[ModuleType, ...]] = (
    a, b, c, d, d1, d2, d3, d4, d5, d6, g, h, h1, h2, h4, h5, h6,
    i, p1, p2, p2_1976, p3, p4, p5, p6, p7, p8, sole_use, accounting, safeguards, s7213, s7213A, s7431,
)  # fmt: skip

Stated = TypeVar("Stated")


def _stated(kind: type[Stated]) -> tuple[Stated, ...]:
    """What the paragraphs state of one kind, by name or in a tuple of definitions; each once."""
    found: list[Stated] = []
    for module in MODULES:
        for value in vars(module).values():
            several = value if isinstance(value, tuple) else (value,)
            found += [one for one in several if isinstance(one, kind) and not any(one is f for f in found)]
    return tuple(found)


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
