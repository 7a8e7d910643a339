"""Orders in force against a disclosure: every recipient is tested, not the signatory alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lawgate.cite import Cite
from lawgate.decide.receiving import Receiving
from lawgate.decide.request import Request
from lawgate.law.order import FORBIDDING, Act, Order, Restraint
from lawgate.records.items import CATALOGUE


@dataclass(frozen=True, slots=True)
class Standing:
    """The orders in force, as they bear on one subject: who asks, who would receive, and of how many."""

    restraints: tuple[tuple[Order, Restraint], ...]
    agencies: tuple[str, ...]
    subjects: int

    def forbidding(self, pathway: Cite, item: str) -> tuple[Order, ...]:
        """The orders that forbid this item on this pathway, each once."""
        identity = CATALOGUE[item].identity
        forbidden = (
            order
            for order, restraint in self.restraints
            if restraint.reaches(pathway, self.agencies, identity, self.subjects)
        )
        return tuple(dict.fromkeys(forbidden))


def standing_against(
    asked: Request, receiving: Receiving, orders: Sequence[Order], *, subjects: int
) -> Standing:
    """What the orders in force restrain for those who would receive, in a request of so many subjects."""
    agencies = dict.fromkeys((asked.requester.agency, *receiving.agencies))
    return Standing(_of_kind(orders, FORBIDDING), tuple(agency for agency in agencies if agency), subjects)


def quarantined(agencies: Sequence[str], orders: Sequence[Order]) -> Standing:
    """What the orders in force set apart of what these agencies received before."""
    return Standing(_of_kind(orders, (Act.QUARANTINE,)), tuple(agencies), 1)


def _of_kind(orders: Sequence[Order], acts: Sequence[Act]) -> tuple[tuple[Order, Restraint], ...]:
    return tuple((order, r) for order in orders for r in order.restraints if r.act in acts)
