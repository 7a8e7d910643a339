"""The corpus: all law in force on a day, with its hash."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property

import rfc8785

from lawgate.cite import Cite
from lawgate.errors import CorpusError, InputError
from lawgate.kernel.plain import plain, plain_fact
from lawgate.law.pathway import Pathway
from lawgate.law.provision import Definition, Provision, Proviso
from lawgate.law.statutes import STATUTES
from lawgate.law.usc26.s6103 import a, b
from lawgate.law.usc26.s6103.i import p1, p2, p5, p6
from lawgate.law.usc26.s6103.p import p4
from lawgate.law.vocabulary import FACTS, FINDINGS, offices_for

FORMALISED_FROM = date(2023, 4, 1)
"""The statute was read as it stood in April 2023; no later change to these paragraphs is known."""

PROVISIONS = (p1.BY_ORDER, p1.CHILD_CASE, p2.CRIMINAL_USE, p5.FUGITIVE)
PROVISOS = (p6.INFORMANTS_AND_INVESTIGATIONS, p4.SAFEGUARDS)
DEFINITIONS = (a.GENERAL_RULE, *b.DEFINITIONS)


@dataclass(frozen=True)
class Corpus:
    """Provisions, provisos, definitions and tables that are in force together."""

    provisions: tuple[Provision, ...]
    provisos: tuple[Proviso, ...]
    definitions: tuple[Definition, ...]
    statutes: Mapping[Cite, str]

    def __post_init__(self) -> None:
        pathways = {provision.cite for provision in self.provisions}
        for proviso in self.provisos:
            lost = [str(cite) for cite, _ in proviso.reaches if cite not in pathways]
            if lost:
                raise CorpusError(f"a proviso reaches {lost}, which is no pathway", where=str(proviso.cite))

    @cached_property
    def pathways(self) -> tuple[Pathway, ...]:
        """Every pathway with its provisos, in the order of the statute."""
        return tuple(Pathway.join(provision, self.provisos) for provision in self.provisions)

    def pathway(self, cite: Cite) -> Pathway:
        """The pathway at this address or the nearest one above it; InputError if none is stated here."""
        holding = [pathway for pathway in self.pathways if cite.within(pathway.cite)]
        if not holding:
            listed = ", ".join(pathway.cite.text for pathway in self.pathways)
            raise InputError(
                f"{cite.text} is no pathway of this corpus", where="provision", mend=f"use one of {listed}"
            )
        return max(holding, key=lambda pathway: len(pathway.cite.steps))

    @cached_property
    def digest(self) -> str:
        """SHA-256, in hexadecimal, over the RFC 8785 JSON of all trees and tables."""
        return hashlib.sha256(rfc8785.dumps(self._plain())).hexdigest()  # type: ignore[arg-type]

    def _plain(self) -> dict[str, object]:
        return {
            "provisions": [
                {
                    "cite": str(provision.cite),
                    "heading": provision.heading,
                    "effect": provision.effect.value,
                    "duty": provision.duty.value,
                    "request": [plain(element) for element in provision.request],
                    "requires": [plain(element) for element in provision.requires],
                    "covers": [plain(element) for element in provision.covers],
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
                }
                for proviso in self.provisos
            ],
            "definitions": [
                [str(definition.cite), definition.term, plain(definition.body) if definition.body else None]
                for definition in self.definitions
            ],
            "statutes": sorted([str(cite), kind] for cite, kind in self.statutes.items()),
            "facts": [plain_fact(fact) for fact in FACTS.values()],
            "offices": [[str(cite), list(offices_for(fact))] for cite, fact in FINDINGS.items()],
        }


@cache
def _current() -> Corpus:
    return Corpus(PROVISIONS, PROVISOS, DEFINITIONS, STATUTES)


def as_of(day: date) -> Corpus:
    """The law in force on that day; CorpusError for days that are not formalised."""
    if day < FORMALISED_FROM:
        raise InputError(
            f"the law of {day.isoformat()} is not formalised",
            where="as-of",
            mend=f"choose a day from {FORMALISED_FROM.isoformat()} on",
        )
    return _current()
