"""Every paragraph that is encoded, in the order of the statute: a new one is entered here."""

from __future__ import annotations

from types import ModuleType
from typing import Final, TypeVar

from lawgate.cite import Cite
from lawgate.kernel.fact import Fact
from lawgate.law.entry import Entry
from lawgate.law.provision import Definition, Provision, Proviso
from lawgate.law.usc26 import s7213, s7213A, s7431
from lawgate.law.usc26.s6103 import a, b, i, l, m, n, o, p, q
from lawgate.law.usc26.s6103.i import p1, p2, p2_1976, p3, p4, p5, p6, p7, p8, sole_use
from lawgate.law.usc26.s6103.l import p1 as l1
from lawgate.law.usc26.s6103.l import p2 as l2
from lawgate.law.usc26.s6103.l import p3 as l3
from lawgate.law.usc26.s6103.l import p4 as l4
from lawgate.law.usc26.s6103.l import p5 as l5
from lawgate.law.usc26.s6103.l import p6 as l6
from lawgate.law.usc26.s6103.l import p7 as l7
from lawgate.law.usc26.s6103.l import p8 as l8
from lawgate.law.usc26.s6103.l import p9 as l9
from lawgate.law.usc26.s6103.l import p10 as l10
from lawgate.law.usc26.s6103.l import p11 as l11
from lawgate.law.usc26.s6103.l import p12 as l12
from lawgate.law.usc26.s6103.l import p13 as l13
from lawgate.law.usc26.s6103.l import p13_onward as l13_onward
from lawgate.law.usc26.s6103.l import p14 as l14
from lawgate.law.usc26.s6103.l import p15 as l15
from lawgate.law.usc26.s6103.l import p16 as l16
from lawgate.law.usc26.s6103.l import p17 as l17
from lawgate.law.usc26.s6103.l import p18 as l18
from lawgate.law.usc26.s6103.l import p19 as l19
from lawgate.law.usc26.s6103.l import p20 as l20
from lawgate.law.usc26.s6103.l import p21 as l21
from lawgate.law.usc26.s6103.l import p22 as l22
from lawgate.law.usc26.s6103.m import p1 as m1
from lawgate.law.usc26.s6103.m import p2 as m2
from lawgate.law.usc26.s6103.m import p3 as m3
from lawgate.law.usc26.s6103.m import p4 as m4
from lawgate.law.usc26.s6103.m import p5 as m5
from lawgate.law.usc26.s6103.m import p6 as m6
from lawgate.law.usc26.s6103.m import p7 as m7
from lawgate.law.usc26.s6103.p import p3 as accounting
from lawgate.law.usc26.s6103.p import p4 as safeguards
from lawgate.law.usc26.s6103.p import p8 as state_law
from lawgate.law.usc26.s6103.p import p9 as contractors
from lawgate.law.use import Use

MODULES: Final[tuple[ModuleType, ...]] = (
    a, b, i, p1, p2, p2_1976, p3, p4, p5, p6, p7, p8, sole_use,
    l, l1, l2, l3, l4, l5, l6, l7, l8, l9, l10, l11, l12, l13, l13_onward, l14, l15, l16, l17, l18, l19, l20,
    l21, l22, m, m1, m2, m3, m4, m5, m6, m7, n, o, p, accounting, safeguards, state_law, contractors, q,
    s7213, s7213A, s7431,
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
