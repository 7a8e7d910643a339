"""The corpus: all law in force on a day, with its hash."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, cached_property, lru_cache

import rfc8785

from lawgate.cite import Cite
from lawgate.errors import InputError
from lawgate.kernel.plain import plain, plain_fact
from lawgate.law.agencies import LISTED, NAMED
from lawgate.law.agreements import AGREEMENTS
from lawgate.law.contested import Adopter, Contested, Drafted, Question, Readings
from lawgate.law.order import Order, Side
from lawgate.law.orders import ORDERS
from lawgate.law.paragraphs import DEFINITIONS, PROVISIONS, PROVISOS, RECITALS, USES
from lawgate.law.pathway import Pathway
from lawgate.law.provision import Definition, Provision, Proviso, Version
from lawgate.law.readings import DEFAULTS, QUESTIONS
from lawgate.law.statutes import STATUTES
from lawgate.law.together import Together
from lawgate.law.use import Use
from lawgate.law.vocabulary import FACTS, FINDINGS, offices_for
from lawgate.records.items import CATALOGUE

listed_max = 12
"""More pathways than this are not listed in one line of an error."""


@dataclass(frozen=True)
class Corpus:
    """Provisions, provisos, definitions and tables that are in force together, and how they are read."""

    provisions: tuple[Provision, ...]
    provisos: tuple[Proviso, ...]
    definitions: tuple[Definition, ...]
    uses: tuple[Use, ...]
    statutes: Mapping[Cite, str]
    readings: Readings
    orders: tuple[Order, ...] = ()
    set_aside: tuple[str, ...] = ()
    agreement: str | None = None

    @cached_property
    def pathways(self) -> tuple[Pathway, ...]:
        """Every pathway with its provisos, in the order of the statute."""
        return tuple(Pathway.join(provision, self.provisos, self.readings) for provision in self.provisions)

    def together(self, cite: Cite | None) -> Together:
        """The pathways at this address, or every one, read together; InputError if there is none at it."""
        if cite not in self._together:
            self._together[cite] = Together(self.pathways_at(cite) if cite else self.pathways)
        return self._together[cite]

    @cached_property
    def _together(self) -> dict[Cite | None, Together]:
        return {}

    @cached_property
    def rules_of_use(self) -> tuple[tuple[Use, Pathway], ...]:
        """Every rule on the use of what was released, each as a pathway under these readings."""
        return tuple((use, use.pathway(self.readings)) for use in self.uses)

    def pathways_at(self, cite: Cite) -> tuple[Pathway, ...]:
        """The pathways that stand within this address, or the one that holds it; InputError if there is none."""
        within = tuple(pathway for pathway in self.pathways if pathway.cite.within(cite))
        exact = tuple(pathway for pathway in within if pathway.cite == cite)
        return exact or within or (self.pathway(cite),)

    def versions(self, cite: Cite | None) -> dict[Version, tuple[Cite, ...]]:
        """The dated texts by which a request under this address is decided, each with its pathways."""
        found: dict[Version, tuple[Cite, ...]] = {}
        for pathway in self.pathways_at(cite) if cite else self.pathways:
            version = pathway.provision.version
            found[version] = (*found.get(version, ()), pathway.cite)
        return found

    def pathway(self, cite: Cite) -> Pathway:
        """The pathway at this address or the nearest one above it; InputError if none is stated here."""
        holding = [pathway for pathway in self.pathways if cite.within(pathway.cite)]
        if not holding:
            below = [pathway.cite.text for pathway in self.pathways if pathway.cite.within(cite)]
            raise InputError(
                f"{cite.text} is no pathway of this corpus",
                where="provision",
                mend=f"use one of {', '.join(below)}"
                if 0 < len(below) <= listed_max
                else "use an address that `lawgate law list` names",
            )
        return max(holding, key=lambda pathway: len(pathway.cite.steps))

    def under_agreement(self, name: str) -> Corpus:
        """The same law with what one agreement adds to it; InputError if there is no such agreement."""
        if name not in self._under:
            self._under[name] = self._narrowed_by(name)
        return self._under[name]

    @cached_property
    def _under(self) -> dict[str, Corpus]:
        return {}

    def _narrowed_by(self, name: str) -> Corpus:
        agreement = AGREEMENTS.get(name)
        if agreement is None:
            listed = ", ".join(AGREEMENTS)
            raise InputError(
                f"no such agreement {name[:40]!r}", where="--agreement", mend=f"use one of {listed}"
            )
        followed = f"{self.agreement}, {name}" if self.agreement else name
        return replace(self, provisos=(*self.provisos, *agreement.provisos), agreement=followed)

    @cached_property
    def digest(self) -> str:
        """SHA-256, in hexadecimal, over the RFC 8785 JSON of all trees and tables."""
        return hashlib.sha256(rfc8785.dumps(self._plain())).hexdigest()  # type: ignore[arg-type]  # JSON alone

    def _plain(self) -> dict[str, object]:
        return {
            "provisions": [
                {
                    "cite": str(provision.cite),
                    "heading": provision.heading,
                    "effect": provision.effect.value,
                    "duty": provision.duty.value,
                    "extract": provision.extract,
                    "request": [plain_drafted(drafted) for drafted in provision.request],
                    "requires": [plain_drafted(drafted) for drafted in provision.requires],
                    "covers": [plain_drafted(drafted) for drafted in provision.covers],
                    "version": [str(provision.version.days.first), str(provision.version.days.last)],
                    "limits": [[str(limit.cite), limit.says] for limit in provision.limits],
                }
                for provision in self.provisions
            ],
            "provisos": [
                {
                    "cite": str(proviso.cite),
                    "heading": proviso.heading,
                    "effect": proviso.effect.value,
                    "reaches": [[str(cite), plain(element)] for cite, element in proviso.reaches],
                    "spares": [str(cite) for cite in proviso.spares],
                }
                for proviso in self.provisos
            ],
            "uses": [
                {
                    "cite": str(use.cite),
                    "heading": use.heading,
                    "reaches": [str(cite) for cite in use.reaches],
                    "spares": [str(cite) for cite in use.spares],
                    "requires": [plain_drafted(drafted) for drafted in (*use.requires, use.place)],
                    "limits": [[str(limit.cite), limit.says] for limit in use.limits],
                }
                for use in self.uses
            ],
            "definitions": [
                [str(definition.cite), definition.term, plain(definition.body) if definition.body else None]
                for definition in self.definitions
            ],
            "readings": dict(self.readings),
            "questions": [_plain_question(QUESTIONS[name]) for name in self.readings],
            "orders": [_plain_order(order) for order in self.orders],
            "statutes": sorted([str(cite), kind] for cite, kind in self.statutes.items()),
            "facts": [plain_fact(fact) for fact in FACTS.values()],
            "set_aside": list(self.set_aside),
            "recitals": sorted(
                [str(cite), [fact.name for fact in facts]] for cite, facts in RECITALS.items()
            ),
            "items": [[kind.name, kind.identity, kind.of_other] for kind in CATALOGUE.values()],
            "agencies": [sorted(LISTED), sorted(NAMED.items())],
            "offices": [[str(cite), list(offices_for(fact))] for cite, fact in FINDINGS.items()],
        }


def plain_drafted(drafted: Drafted | None) -> object:
    """A part of a provision with all its readings, as plain JSON values."""
    if isinstance(drafted, Contested):
        readings = {name: plain_drafted(alternative) for name, alternative in drafted.alternatives}
        return {"contested": drafted.question.id, "readings": readings}
    return plain(drafted) if drafted is not None else None


def _plain_question(question: Question) -> object:
    readings = [
        [reading.id, reading.says, reading.adoptable, [_plain_adopter(a) for a in reading.adopters]]
        for reading in question.readings
    ]
    return [question.id, question.asks, [str(cite) for cite in question.cites], readings, question.default]


def _plain_adopter(adopter: Adopter) -> object:
    return [adopter.who, str(adopter.on), adopter.order, adopter.binding, adopter.where]


def _plain_order(order: Order) -> object:
    restraints = [
        [r.act, [str(cite) for cite in r.pathways], list(r.agencies), list(r.identity_fields), r.subjects_min]
        for r in order.restraints
    ]
    return [
        order.id,
        order.docket,
        order.says,
        str(order.begins),
        str(order.ends),
        order.standing,
        order.binds,
        order.ended_by,
        [list(held) for held in order.holds],
        restraints,
    ]


def as_of(
    day: date,
    *,
    known_on: date | None = None,
    side: Side = Side.RELEASE,
    readings: Readings = DEFAULTS,
    set_aside: frozenset[str] = frozenset(),
    complied_with: frozenset[str] = frozenset(),
    orders: tuple[Order, ...] = ORDERS,
) -> Corpus:
    """The law in force on a day, by what was known on another; InputError for days that are not formalised.

    `readings` are those followed; `set_aside` the orders that counsel recorded as lifted, `complied_with` those
    of which what must be done first is done; `orders` those that are known, which a deployment adds to.
    """
    return _as_of(
        day,
        known_on or day,
        side,
        tuple(readings.items()),
        set_aside=set_aside,
        complied_with=complied_with,
        orders=orders,
    )


@lru_cache(maxsize=64)
def _as_of(
    day: date,
    known_on: date,
    side: Side,
    readings: tuple[tuple[str, str], ...],
    *,
    set_aside: frozenset[str],
    complied_with: frozenset[str],
    orders: tuple[Order, ...],
) -> Corpus:
    standing = (order for order in orders if order.in_force(day, known_on=known_on, side=side))
    kept = tuple(
        order.done() if order.id in complied_with else order
        for order in standing
        if order.id not in set_aside
    )
    return _corpus(_provisions(day), readings, kept, tuple(sorted(set_aside)))


def _provisions(day: date) -> tuple[Provision, ...]:
    standing = tuple(provision for provision in PROVISIONS if provision.version.days.holds(day))
    if not standing:
        starts = sorted(
            {first.isoformat() for p in PROVISIONS if (first := p.version.days.first) is not None}
        )
        raise InputError(
            f"the law of {day.isoformat()} is not formalised",
            where="as-of",
            mend=f"choose a day from {starts[-1]} on, or one at which an earlier version stood",
        )
    return standing


@cache
def _corpus(
    provisions: tuple[Provision, ...],
    readings: tuple[tuple[str, str], ...],
    orders: tuple[Order, ...],
    set_aside: tuple[str, ...],
) -> Corpus:
    """One corpus for all days on which the same law stands, so that it is read and hashed once."""
    return Corpus(provisions, PROVISOS, DEFINITIONS, USES, STATUTES, dict(readings), orders, set_aside)
