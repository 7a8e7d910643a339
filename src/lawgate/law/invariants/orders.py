"""Orders of courts and agreements: they withhold what they reach and nothing else, and neither ever opens."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from lawgate.cite import Cite
from lawgate.kernel.expr import All, AtMost, Expr, Holds
from lawgate.kernel.prove.claim import Claim, Denied, Every, Is, Some, implies, same_truth
from lawgate.kernel.truth import Truth
from lawgate.law.addresses import S6103
from lawgate.law.agreements import AGREEMENTS
from lawgate.law.corpus import Corpus
from lawgate.law.invariants.invariant import Invariant, Obligation, Tabled, answered, in_present_text
from lawgate.law.pathway import Pathway
from lawgate.law.restrained import SUBJECTS, receives, restrained

RESTRAIN = ("block", "hold", "quarantine", "certify")
"""What an order of a court can do; none of it permits."""


@dataclass(frozen=True, slots=True)
class Forbidden:
    """What an order keeps from going: under which provision, to which agency, which fields, of how many."""

    at: Cite
    agency: str
    fields: tuple[str, ...] = ()
    subjects_min: int = 1

    @property
    def reached(self) -> Claim:
        """The item is one that the order reaches."""
        claims: list[Claim] = [Is(Holds(receives(self.agency)), Truth.YES)]
        if self.fields:
            claims.append(answered("item.identity_field", self.fields))
        if self.subjects_min > 1:
            claims.append(Is(AtMost(SUBJECTS, self.subjects_min - 1), Truth.NO))
        return Every(tuple(claims))

    @property
    def passed_by(self) -> Claim:
        """The item is one that the order surely does not reach."""
        claims: list[Claim] = [Is(Holds(receives(self.agency)), Truth.NO)]
        if self.fields:
            claims.append(answered("item.identity_field", _other_fields(self.fields)))
        if self.subjects_min > 1:
            claims.append(Is(AtMost(SUBJECTS, self.subjects_min - 1), Truth.YES))
        return Some(tuple(claims))


def _other_fields(fields: Iterable[str]) -> tuple[str, ...]:
    return tuple(one for one in ("name", "mailing_address", "tin", "none") if one not in set(fields))


ADDRESSES_TO_DHS = Forbidden(S6103 / "i/2", "us.dhs", ("mailing_address",))

FORBIDDEN: Mapping[str, tuple[Forbidden, ...]] = {
    "O1": (),
    "O2": (),
    "O3": (Forbidden(S6103 / "i/2", "us.dhs", subjects_min=2),),
    "O4": (ADDRESSES_TO_DHS,),
    "O5": (ADDRESSES_TO_DHS,),
    "O6": (),
    "O7": (),
    "O8": (),
}
"""From the reports of each order, apart from its file. What it restrains after a release is not told here."""


def _withhold(corpus: Corpus) -> Iterator[Obligation | Tabled]:
    for order in corpus.orders:
        yield Tabled(f"order {order.id}", order.id in FORBIDDEN, "no table tells what it forbids")
        others = [restraint.act for restraint in order.restraints if restraint.act not in RESTRAIN]
        yield Tabled(f"order {order.id}", not others, f"it does {', '.join(others)}")
    for pathway in in_present_text(corpus):
        for order in corpus.orders:
            for row in FORBIDDEN.get(order.id, ()):
                if pathway.cite.within(row.at):
                    yield _withheld(pathway, corpus, order.id, row)


def _withheld(pathway: Pathway, corpus: Corpus, order: str, row: Forbidden) -> Obligation:
    tree = restrained(pathway, corpus.orders)
    refused = implies(row.reached, Is(tree, Truth.NO))
    occasion = Every((row.reached, Is(pathway.tree, Truth.YES)))
    return Obligation(f"order {order}, against {pathway.cite.text}", tree, refused, occasion)


def _nothing_else(corpus: Corpus) -> Iterator[Obligation]:
    for pathway in in_present_text(corpus):
        tree = restrained(pathway, corpus.orders)
        rows = [
            row
            for order in corpus.orders
            for row in FORBIDDEN.get(order.id, ())
            if pathway.cite.within(row.at)
        ]
        free = Every(tuple(row.passed_by for row in rows))
        alike = implies(free, same_truth(tree, pathway.tree))
        occasion = Every((free, Is(tree, Truth.YES)))
        yield Obligation(pathway.cite.text, tree, alike, occasion)


def _never_open(corpus: Corpus) -> Iterator[Obligation]:
    for pathway in corpus.pathways:
        tree = restrained(pathway, corpus.orders)
        yield opens_no_more(pathway.cite.text, tree, pathway.tree)


def opens_no_more(about: str, narrower: Expr, wider: Expr) -> Obligation:
    """The one is made out only where the other is, and refuses wherever the other does."""
    claim = Every(
        (
            implies(Is(narrower, Truth.YES), Is(wider, Truth.YES)),
            implies(Is(wider, Truth.NO), Is(narrower, Truth.NO)),
        )
    )
    return Obligation(about, All((wider, narrower)), claim, Is(narrower, Truth.YES))


Narrowing = Callable[[Corpus], Iterable[tuple[str, Corpus]]]
"""The corpus under each agreement, by the agreement's name."""


def under_each(corpus: Corpus) -> Iterator[tuple[str, Corpus]]:
    """The corpus under each agreement that there is."""
    return ((name, corpus.under_agreement(name)) for name in AGREEMENTS)


def narrowing(under: Narrowing) -> Callable[[Corpus], Iterator[Obligation | Tabled]]:
    """Under each agreement every pathway opens no more than without it, and one of them opens less."""

    def of(corpus: Corpus) -> Iterator[Obligation | Tabled]:
        for name, narrowed in under(corpus):
            standing = {pathway.cite: pathway for pathway in corpus.pathways}
            changed = [way for way in narrowed.pathways if way.elements != standing[way.cite].elements]
            if in_present_text(corpus):
                yield Tabled(f"agreement {name}", bool(changed), "it narrows no pathway")
            for way in changed:
                about = f"agreement {name}, of {way.cite.text}"
                yield opens_no_more(about, way.tree, standing[way.cite].tree)
                yield _refuses_more(about, way, standing[way.cite])

    return of


def _refuses_more(about: str, narrowed: Pathway, standing: Pathway) -> Obligation:
    """What the agreement refuses, and the law without it opens, is refused by what the agreement adds."""
    added = [one for one in narrowed.elements if one not in standing.elements]
    refused = Every((Is(standing.tree, Truth.YES), Denied(Is(narrowed.tree, Truth.YES))))
    by_it = Some(tuple(Denied(Is(one, Truth.YES)) for one in added))
    return Obligation(about, All((standing.tree, narrowed.tree)), implies(refused, by_it), refused)


INVARIANTS = (
    Invariant(
        "orders_withhold",
        "What an order in force forbids is withheld, whatever the request says and whatever an official decides.",
        S6103 / "a",
        _withhold,
    ),
    Invariant(
        "orders_forbid_nothing_else",
        "Where no order in force reaches, the outcome is that of the section alone.",
        S6103 / "a",
        _nothing_else,
        general=True,
    ),
    Invariant(
        "orders_restrain",
        "No order of a court permits: under the orders in force nothing opens that the section does not open.",
        S6103 / "a",
        _never_open,
        general=True,
    ),
    Invariant(
        "agreements_narrow",
        "Under an agreement nothing opens that the section does not open without it.",
        S6103 / "a",
        narrowing(under_each),
        general=True,
    ),
)
