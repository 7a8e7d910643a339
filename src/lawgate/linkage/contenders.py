"""The records in question where a resolution names nobody by itself, and what bars each of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from lawgate.linkage.compare import Comparison, NamedForm, compare, glance, read_named
from lawgate.linkage.counts import NameCounts
from lawgate.linkage.level import Level
from lawgate.linkage.person import PersonNamed, Record
from lawgate.linkage.policy import Policy
from lawgate.linkage.resolve import UNSURE_GIVEN, better_housemate, is_plausible, rule_for


class Bar(StrEnum):
    """Why a record can never be the one named, whatever a reviewer sees in it."""

    NOTHING = ""
    CONTRADICTED = "contradicted"
    NUMBER_OF_ANOTHER = "number of another record"


@dataclass(frozen=True, slots=True)
class Contender:
    """A record in question with its comparison."""

    comparison: Comparison
    bar: Bar = Bar.NOTHING

    @property
    def record(self) -> Record:
        return self.comparison.record


def contenders(
    named: PersonNamed, candidates: Sequence[Record], *, counts: NameCounts, policy: Policy, day: date
) -> tuple[Contender, ...]:
    """Every record that could be the one named, and a housemate who stands in the way; by taxpayer.

    The number stated bars each record but its owner: a mended request settles that, not a reviewer.
    """
    form = read_named(named)
    if form.nobody or not (form.given or form.surname or form.entity):
        return ()
    compared = [compare(form, record, counts, day) for record in candidates]
    owners = {one.record.taxpayer_id for one in compared if one.tin is Level.EXACT}
    open_ones = [
        one
        for one in compared
        if not one.contradicted and (is_plausible(one) or rule_for(one, counts, policy) is not None)
    ]
    found = [Contender(one, _bar(one, owners)) for one in open_ones]
    if any(one.given in UNSURE_GIVEN for one in open_ones):
        found += _housemate(form, candidates, counts, day)
    return tuple(sorted(found, key=lambda one: one.record.taxpayer_id))


def _bar(one: Comparison, owners: set[str]) -> Bar:
    return Bar.NUMBER_OF_ANOTHER if owners - {one.record.taxpayer_id} else Bar.NOTHING


def _housemate(
    form: NamedForm, candidates: Sequence[Record], counts: NameCounts, day: date
) -> list[Contender]:
    """Shown beside the others, for only who sees him can tell for whom the request was meant."""
    other = better_housemate(form, [glance(form, record, counts) for record in candidates], counts, day)
    return [] if other is None else [Contender(other, Bar.CONTRADICTED)]
