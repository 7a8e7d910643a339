"""What every pathway makes of one row, and which of them decides."""

from __future__ import annotations

from collections.abc import Sequence

from lawgate.decide.admit import Admitted
from lawgate.decide.determination import Disposition
from lawgate.decide.request import Known
from lawgate.kernel.explain import Explanation
from lawgate.kernel.settle import Answers
from lawgate.kernel.truth import Truth
from lawgate.law.narrowness import narrowness
from lawgate.law.order import Order
from lawgate.law.pathway import Pathway
from lawgate.law.vocabulary import FACTS

NEAREST_FIRST = (
    Disposition.DISCLOSE,
    Disposition.NEEDS_FINDING,
    Disposition.NEEDS_MORE,
    Disposition.WITHHOLD,
)
"""Where several pathways are tried, the one that comes nearest to opening decides."""


class Reach:
    """What every pathway makes of one row; each is asked once, and only an open one for its reasons."""

    def __init__(self, admitted: Admitted, name: str, facts: Known) -> None:
        self._admitted, self._name, self._facts = admitted, name, facts
        self.standings = admitted.tried.read(facts)
        self._dispositions: dict[Pathway, Disposition] = {}

    def orders(self, pathway: Pathway) -> tuple[Order, ...]:
        """The orders in force that forbid the item on this pathway."""
        return self._admitted.standing.forbidding(pathway.cite, self._name)

    def disposition(self, pathway: Pathway) -> Disposition:
        """What becomes of the item on this pathway."""
        if pathway not in self._dispositions:
            self._dispositions[pathway] = self._disposition(pathway)
        return self._dispositions[pathway]

    def _disposition(self, pathway: Pathway) -> Disposition:
        known = pathway in self.standings
        truth = self.standings.truth(pathway) if known else pathway.truth(self._facts)
        if truth is Truth.NO or self.orders(pathway):
            return Disposition.WITHHOLD
        if truth is Truth.YES:
            return Disposition.DISCLOSE
        return disposition_of(pathway.explainer.explain(self._facts))

    def nearest(self) -> Pathway:
        """Where several pathways are tried, the one that comes nearest to opening decides, or the narrowest that opens.

        Of those that are closed, one that an order forbids: its elements may all be made out.
        """
        return min(self._admitted.pathways, key=self._distance)

    def _distance(self, pathway: Pathway) -> tuple[object, ...]:
        disposition = self.disposition(pathway)
        if disposition is Disposition.DISCLOSE:
            further = narrowness(pathway).rank
        else:
            further = (self.standings.failing(pathway), self.standings.missing(pathway))
        return NEAREST_FIRST.index(disposition), not self.orders(pathway), further

    def under(self, tried: Sequence[Pathway]) -> Disposition:
        """What becomes of the item where these pathways are tried, some of them under another reading.

        What the request's words close is closed in the whole too; extracts stay apart as they were admitted.
        """
        apart = self._admitted.pathways[0].provision.extract
        return min(
            (self.disposition(pathway) for pathway in tried if pathway.provision.extract is apart),
            key=NEAREST_FIRST.index,
        )


def disposition_of(explanation: Explanation) -> Disposition:
    """What the outcome means for the item: only a YES discloses, and what is left falls off to WITHHOLD."""
    if explanation.truth is Truth.YES:
        return Disposition.DISCLOSE
    if explanation.truth is Truth.OPEN:
        waits_for_officials = any(_findings_only(answers) for answers in explanation.smallest)
        return Disposition.NEEDS_FINDING if waits_for_officials else Disposition.NEEDS_MORE
    return Disposition.WITHHOLD


def _findings_only(answers: Answers) -> bool:
    return all(FACTS[name].is_finding for name in answers)
