"""What an outcome means for an item: held to the three truths and to who could settle an open one."""

from __future__ import annotations

from tests.kernel.strategies import HERE

from lawgate.decide import reach
from lawgate.decide.determination import Disposition
from lawgate.kernel.explain import Explanation, explain
from lawgate.kernel.expr import all_of, element, not_
from lawgate.kernel.truth import Truth
from lawgate.law.terms import finding, item


def check_only_yes_discloses() -> None:
    """DISCLOSE where the pathway is made out, WITHHOLD where it fails, and neither while it is open."""
    tree = all_of(
        element(HERE, "held", item.held), element(HERE, "no bar", not_(finding.identifies_or_impairs))
    )
    held, bar = item.held.name, finding.identifies_or_impairs.name
    told = {
        (is_held, barred): reach.disposition_of(explain(tree, {held: is_held, bar: barred}))
        for is_held in (True, False, None)
        for barred in (True, False, None)
    }
    assert told == {
        (True, False): Disposition.DISCLOSE,
        (True, True): Disposition.WITHHOLD,
        (True, None): Disposition.NEEDS_FINDING,
        (False, True): Disposition.WITHHOLD,
        (False, False): Disposition.WITHHOLD,
        (False, None): Disposition.WITHHOLD,
        (None, True): Disposition.WITHHOLD,
        (None, False): Disposition.NEEDS_MORE,
        (None, None): Disposition.NEEDS_FINDING,
    }
    assert reach.disposition_of(Explanation(Truth.OPEN, ())) is Disposition.NEEDS_MORE
