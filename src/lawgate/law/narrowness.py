"""How narrowly a pathway opens, so that of several that suffice the narrowest can be named.

The order is stated here and nowhere else; each criterion is counted from the pathway's own elements. It is an
order of our own: the statute does not rank its paragraphs.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from lawgate.kernel.closures import compile_tree
from lawgate.kernel.expr import All, facts_of
from lawgate.kernel.truth import Truth
from lawgate.law.pathway import Pathway
from lawgate.law.terms import item, recipients
from lawgate.records.items import CATALOGUE
from lawgate.records.provenance import Provenance

SOURCES = (
    Provenance("taxpayer", "return"),
    Provenance("taxpayer", "taxpayer_letter"),
    Provenance("irs", "account"),
)
"""One source for each class of (b): a return, what else the taxpayer furnished, and other return information."""

RECIPIENTS = (
    "persons who are personally and directly engaged",
    "persons whom the request identifies",
    "officers, employees or agents of a body that the paragraph names",
    "whoever asks",
)
"""Who may receive, the strictest demand first."""

CRITERIA = (
    "it opens for a person whom the request names, and not an extract of a group",
    "it opens fewer kinds of item, counted over the catalogue and the classes of (b)",
    "it demands more of those who receive",
    "it has more elements to be made out",
    "it binds the use afterwards by more limits",
    "it stands earlier in the statute",
)
"""What makes one pathway narrower than another: the first of these in which they differ."""


@dataclass(frozen=True, slots=True)
class Narrowness:
    """The criteria of one pathway, in their order; `recipients` is a place in RECIPIENTS."""

    extract: bool
    kinds: int
    recipients: int
    elements: int
    limits: int

    @property
    def rank(self) -> tuple[int, ...]:
        """Compared place by place, the lower is the narrower."""
        return (int(self.extract), self.kinds, self.recipients, -self.elements, -self.limits)

    def because(self, wider: Narrowness) -> str:
        """The first criterion in which this one is narrower than another that stands later."""
        differing = (
            at for at, (one, other) in enumerate(zip(self.rank, wider.rank, strict=True)) if one != other
        )
        return CRITERIA[next(differing, len(CRITERIA) - 1)]


@lru_cache(maxsize=4096)
def narrowness(pathway: Pathway) -> Narrowness:
    """What the elements of a pathway say of how narrowly it opens; counted once for each."""
    return Narrowness(
        extract=pathway.provision.extract,
        kinds=_kinds(pathway),
        recipients=_recipients(pathway),
        elements=len(pathway.elements),
        limits=len(pathway.provision.limits),
    )


_ITEM = {
    fact.name
    for fact in (item.name, item.identity_field, item.of_named_taxpayer, item.furnished_by, item.document)
}


def _kinds(pathway: Pathway) -> int:
    """The kinds of item, by class, that no element refuses for what they are and where they come from."""
    speaking = [one for one in pathway.elements if any(fact.name in _ITEM for fact in facts_of(one))]
    if not speaking:
        return len(CATALOGUE) * len(SOURCES)
    truth = compile_tree(All(tuple(speaking)))
    return sum(
        truth(
            {
                item.name.name: kind.name,
                item.identity_field.name: kind.identity,
                item.of_named_taxpayer.name: not kind.of_other,
                item.furnished_by.name: source.furnished_by,
                item.document.name: source.document,
            }
        )
        is not Truth.NO
        for kind, source in product(CATALOGUE.values(), SOURCES)
    )


def _recipients(pathway: Pathway) -> int:
    asked = {fact.name for fact in pathway.facts if fact.name.startswith("recipients.")}
    if recipients.engaged.name in asked:
        return 0
    return 1 if recipients.identified.name in asked else 2 if asked else 3
