"""The law as it is encoded, for people and programs: what `lawgate law` shows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from lawgate.cite import Cite
from lawgate.kernel.plain import plain, plain_fact
from lawgate.kernel.say import say
from lawgate.law.corpus import Corpus, as_of
from lawgate.law.use import Use
from lawgate.law.vocabulary import FACTS, FINDINGS, offices_for
from lawgate.present.letters.pages import Language, item_text, mend_text
from lawgate.records.items import CATALOGUE, NOT_IDENTITY
from lawgate.records.provenance import DOCUMENTS, FURNISHED_BY
from lawgate.service.contract.printed import cite_document
from lawgate.service.files import day_of
from lawgate.service.law.history import orders_about, questions_about, versions_of
from lawgate.stores.law_data import recorded_cases

Document = dict[str, Any]


def list_law(day: str | None = None) -> Document:
    """Every pathway, proviso and definition in force on the day."""
    corpus = as_of(day_of(day, where="--as-of"))
    return {
        "corpus": corpus.digest,
        "provisions": [
            {**cite_document(p.cite), "heading": p.heading, "effect": p.effect.value, "duty": p.duty.value}
            for p in corpus.provisions
        ]
        + [
            {**cite_document(p.cite), "heading": p.heading, "effect": p.effect.value, "duty": None}
            for p in corpus.provisos
        ]
        + [
            {**cite_document(rule.cite), "heading": rule.heading, "effect": "use", "duty": None}
            for rule in corpus.uses
        ]
        + [
            {**cite_document(d.cite), "heading": d.term, "effect": "definition", "duty": None}
            for d in corpus.definitions
        ],
    }


def show_law(text: str, day: str | None = None) -> Document:
    """One provision in plain words and as a tree; InputError for one that the corpus does not state."""
    corpus = as_of(day_of(day, where="--as-of"))
    cite = Cite.parse(text)
    stated = (
        _definition(corpus, cite)
        or _proviso(corpus, cite)
        or _rules_of_use(corpus, cite)
        or _pathway(corpus, cite)
    )
    return {
        **stated,
        "orders": orders_about(cite),
        "contested": questions_about(cite),
        "history": versions_of(Cite.parse(stated["cite"])),
        "cases": [
            case for address, cases in recorded_cases().items() for case in _about(cite, address, cases)
        ],
    }


def _about(cite: Cite, address: str, cases: Sequence[Mapping[str, Any]]) -> list[Document]:
    """The cases that stand at this address or within it."""
    at = Cite.parse(address)
    return [{**cite_document(at), **case} for case in cases] if at.within(cite) else []


def _pathway(corpus: Corpus, cite: Cite) -> Document:
    pathway = corpus.pathway(cite)
    return {
        **cite_document(pathway.cite),
        "heading": pathway.provision.heading,
        "effect": pathway.provision.effect.value,
        "duty": pathway.provision.duty.value,
        "words": [[depth, words] for depth, words in say(pathway.tree)],
        "elements": [plain(element) for element in pathway.elements],
        "limits": [{**cite_document(limit.cite), "says": limit.says} for limit in pathway.provision.limits],
    }


def list_items() -> Document:
    """The catalogue of data items."""
    return {
        "items": [
            {"name": kind.name, "label": kind.label, "identity": kind.identity != NOT_IDENTITY}
            for kind in CATALOGUE.values()
        ],
        "furnished_by": list(FURNISHED_BY),
        "document": list(DOCUMENTS),
    }


def mend_in(mend: str, language: str) -> str:
    """What a paragraph asks to be mended, in a language; in English where no other words are held of it."""
    return mend_text(mend, Language.SPANISH if language == "es" else Language.ENGLISH)


def item_in(name: str, language: str) -> str:
    """What an item is, in a language; its name where the catalogue does not hold it."""
    return item_text(name, Language.SPANISH if language == "es" else Language.ENGLISH)


def list_vocabulary() -> Document:
    """Every question with its owner and values; the findings with the offices that may answer them."""
    return {
        "facts": [plain_fact(fact) for fact in FACTS.values() if not fact.is_finding],
        "findings": [
            {
                **cite_document(cite),
                "name": fact.name,
                "question": fact.question,
                "offices": list(offices_for(fact)),
            }
            for cite, fact in FINDINGS.items()
        ],
        "dispositions": ["disclose", "withhold", "needs_more", "needs_finding"],
    }


def _definition(corpus: Corpus, cite: Cite) -> Document | None:
    for one in corpus.definitions:
        if one.cite == cite:
            words = [[depth, words] for depth, words in say(one.body)] if one.body else [[0, one.note]]
            return {
                **cite_document(cite),
                "heading": one.term,
                "effect": "definition",
                "duty": None,
                "words": words,
                "elements": [plain(one.body)] if one.body else [],
                "limits": [],
            }
    return None


def _proviso(corpus: Corpus, cite: Cite) -> Document | None:
    for one in corpus.provisos:
        if one.cite == cite:
            words = [
                line
                for reached, element in one.reaches
                for line in (
                    [0, f"for {reached.text}:"],
                    *([depth + 1, text] for depth, text in say(element)),
                )
            ]
            return {
                **cite_document(cite),
                "heading": one.heading,
                "effect": one.effect.value,
                "duty": None,
                "words": words,
                "elements": [plain(element) for _, element in one.reaches],
                "limits": [],
            }
    return None


def _rules_of_use(corpus: Corpus, cite: Cite) -> Document | None:
    """The rules of use within this address, where it opens no record itself."""
    if any(cite.within(pathway.cite) for pathway in corpus.pathways):
        return None
    rules = [(rule, way) for rule, way in corpus.rules_of_use if rule.cite.within(cite)]
    opened_below = any(pathway.cite.within(cite) for pathway in corpus.pathways)
    if opened_below or not rules:
        return None
    return {
        **cite_document(cite),
        "heading": "; ".join(rule.heading for rule, _ in rules),
        "effect": "use",
        "duty": None,
        "words": [
            line
            for rule, way in rules
            for line in (
                [0, f"{rule.cite.text}, for what was released under {_listed(rule)}:"],
                *([depth + 1, text] for depth, text in say(way.tree)),
            )
        ],
        "elements": [plain(element) for _, way in rules for element in way.elements],
        "limits": [
            {**cite_document(limit.cite), "says": limit.says} for rule, _ in rules for limit in rule.limits
        ],
    }


def _listed(rule: Use) -> str:
    return ", ".join(cite.short for cite in rule.reaches)
