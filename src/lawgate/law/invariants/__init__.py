"""What holds of the law for every request there could be, by name, in the order in which it is told."""

from typing import Final

from lawgate.law.invariants import (
    bars,
    complete,
    demands,
    every_pathway,
    officials,
    orders,
    readings,
    returns,
    tables,
)
from lawgate.law.invariants.invariant import Invariant

INVARIANTS: Final[tuple[Invariant, ...]] = tuple(
    invariant
    for module in (every_pathway, returns, bars, officials, demands, complete, orders, readings, tables)
    for invariant in module.INVARIANTS
)
