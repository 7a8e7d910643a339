"""A past release judged: lawful, unlawful, turning on a contested question, or not to be told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from lawgate.audit.outside import GENERAL_RULE, asked_for
from lawgate.audit.readings import EveryReading, Range
from lawgate.cite import Cite
from lawgate.decide.request import Known
from lawgate.decide.restrain import Standing
from lawgate.kernel.explain import Explanation
from lawgate.kernel.truth import Truth
from lawgate.law.order import Order
from lawgate.law.pathway import Pathway


class Verdict(StrEnum):
    """What a release was by the law of its day."""

    LAWFUL = "lawful"
    """Every element is made out under every reading that may be adopted, and no order forbade it."""
    UNLAWFUL = "unlawful"
    """Some element fails under every such reading, or an order in force for certain forbade it."""
    TURNS_ON = "turns_on"
    """It is one thing under one reading of a contested question and another under another."""
    UNDETERMINABLE = "undeterminable"
    """Under every reading something is open that would have to be known."""


NEAREST_LAWFUL_FIRST = (Verdict.LAWFUL, Verdict.TURNS_ON, Verdict.UNDETERMINABLE, Verdict.UNLAWFUL)
"""Where several pathways are tried, the release rests on the one that comes nearest to it."""

_BORNE_OUT_FIRST = (Truth.YES, Truth.OPEN, Truth.NO)
_SETTLED = {Truth.YES: Verdict.LAWFUL, Truth.NO: Verdict.UNLAWFUL, Truth.OPEN: Verdict.UNDETERMINABLE}


@dataclass(frozen=True, slots=True)
class Judgement:
    """One item of a release, judged by one pathway; `outside` the request, by none.

    `followed` is the outcome under the readings that are followed. `orders` forbade it for certain; of
    `orders_in_doubt` the days are not known well enough to say so.
    """

    pathway: Pathway
    verdict: Verdict
    followed: Truth
    turns_on: tuple[str, ...]
    under: Mapping[tuple[str, str], Range]
    explanation: Explanation
    orders: tuple[Order, ...] = ()
    orders_in_doubt: tuple[Order, ...] = ()
    outside: bool = False

    @property
    def rests_on(self) -> Cite:
        """The paragraph by which it is judged."""
        return GENERAL_RULE if self.outside else self.pathway.cite


@dataclass(frozen=True, slots=True)
class Orders:
    """The orders that bear on a release: those that stood for certain, and those that may have stood."""

    certain: Standing
    possible: Standing


class Judge:
    """Judges by these pathways; each is taken apart once."""

    def __init__(self, pathways: Sequence[Pathway]) -> None:
        self._every = [(pathway, EveryReading(pathway)) for pathway in pathways]

    def judge(self, item: str, facts: Known, orders: Orders) -> Judgement:
        """The judgement by the pathway that bears the release out best as the law is read here.

        One pathway is enough, so the verdict is that of the one on which it comes nearest to being lawful.
        """
        judged = [_judge(pathway, every, item, facts, orders) for pathway, every in self._every]
        shown = min(judged, key=lambda one: (_BORNE_OUT_FIRST.index(one.followed), _distance(one)))
        verdict = min((one.verdict for one in judged), key=NEAREST_LAWFUL_FIRST.index)
        if verdict is shown.verdict:
            return shown
        turning = dict.fromkeys(
            question for one in judged if one.verdict is verdict for question in one.turns_on
        )
        return replace(shown, verdict=verdict, turns_on=tuple(turning))

    def outside(self, item: str, orders: Orders, *, person: bool, asked: bool) -> Judgement:
        """The judgement of what the request does not name or ask for: unlawful however the law is read."""
        pathway, _ = self._every[0]
        certain = orders.certain.forbidding(pathway.cite, item)
        possible = orders.possible.forbidding(pathway.cite, item)
        return Judgement(
            pathway=pathway,
            verdict=Verdict.UNLAWFUL,
            followed=Truth.NO,
            turns_on=(),
            under=dict.fromkeys((key for _, every in self._every for key in every.asked), _FORBIDDEN),
            explanation=asked_for(person=person, item=asked),
            orders=certain,
            orders_in_doubt=tuple(order for order in possible if order not in certain),
            outside=True,
        )


def _judge(pathway: Pathway, every: EveryReading, item: str, facts: Known, orders: Orders) -> Judgement:
    found = every.find(facts)
    certain = orders.certain.forbidding(pathway.cite, item)
    possible = orders.possible.forbidding(pathway.cite, item)
    verdict = _SETTLED[found.whole.best] if found.whole.best is found.whole.worst else Verdict.TURNS_ON
    return Judgement(
        pathway=pathway,
        verdict=Verdict.UNLAWFUL if certain else verdict,
        followed=Truth.NO if certain else found.whole.followed,
        turns_on=() if certain or verdict is not Verdict.TURNS_ON else found.turns_on,
        under=dict.fromkeys(found.under, _FORBIDDEN) if certain else found.under,
        explanation=pathway.explainer.explain(facts),
        orders=certain,
        orders_in_doubt=tuple(order for order in possible if order not in certain),
    )


_FORBIDDEN = Range(Truth.NO, Truth.NO, Truth.NO)


def _distance(one: Judgement) -> int:
    return NEAREST_LAWFUL_FIRST.index(one.verdict)


def of_release(verdicts: Sequence[Verdict]) -> Verdict:
    """A release of several items is what the worst of them is."""
    return max(verdicts, key=NEAREST_LAWFUL_FIRST.index)
