"""The law as pages to read: one for each paragraph, with its pathways, its entries and the cases that speak of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from lawgate.cite import Cite
from lawgate.errors import InputError
from lawgate.kernel.expr import Element, facts_of
from lawgate.kernel.say import say
from lawgate.law.addresses import S6103
from lawgate.law.contested import read
from lawgate.law.corpus import Corpus, as_of
from lawgate.law.entry import Entry
from lawgate.law.narrowness import RECIPIENTS, narrowness
from lawgate.law.order import Order
from lawgate.law.orders import ORDERS
from lawgate.law.paragraphs import DEFINITIONS, ENTRIES, MODULES, PROVISIONS, PROVISOS
from lawgate.law.pathway import Pathway
from lawgate.law.provision import Provision
from lawgate.law.usc26.s6103.p.p3 import accounting_due
from lawgate.law.usc26.s6103.p.p4 import SAFEGUARDED
from lawgate.present.reference import index_page, paragraph_page
from lawgate.service.contract.printed import cite_document
from lawgate.service.files import day_of
from lawgate.stores.law_data import recorded_cases
from lawgate.stores.refused import refused_as
from lawgate.stores.replacing import put_text

Document = dict[str, Any]


def write_reference(folder: Path, day: str | None = None) -> Document:
    """Write a page for each paragraph and an index of all addresses into a folder that is there or can be made."""
    pages = reference_pages(day_of(day, where="--as-of"))
    with refused_as("the pages cannot be written", where=folder):
        folder.mkdir(parents=True, exist_ok=True)
        if others := sorted(one.name for one in folder.iterdir() if one.name not in pages):
            raise InputError(
                f"it holds something else ({others[0][:60]})",
                where=str(folder),
                mend="name a new folder, or its own",
            )
        for name, said in pages.items():
            put_text(folder / name, said)
    return {"folder": str(folder), "pages": len(pages)}


def reference_pages(day: date) -> dict[str, str]:
    """Every page by its name, as Markdown; the same law gives the same bytes."""
    corpus = as_of(day)
    documents = [_paragraph(corpus, here) for here in _places()]
    pages = {f"{one['name']}.md": paragraph_page(one) for one in documents}
    return {"index.md": index_page(documents), **pages}


@cache
def _places() -> tuple[Cite, ...]:
    """The paragraphs that have a page: where a file of the law stands, and each subsection with entries of its own."""
    stated = dict.fromkeys(module.HERE for module in MODULES if hasattr(module, "HERE"))
    alone = (entry.cite for entry in ENTRIES if _page_of(entry.cite, tuple(stated)) is None)
    return tuple(sorted(dict.fromkeys((*stated, *map(_top, alone))), key=_reading_order))


def _top(cite: Cite) -> Cite:
    return S6103 / cite.steps[0] if cite.within(S6103) and cite.steps else cite


def _reading_order(cite: Cite) -> tuple[str, list[tuple[int, str]]]:
    """By section and step: 2 before 10, and a subsection before its paragraphs."""
    return cite.section, [(int(step) if step.isdigit() else 0, step) for step in cite.steps]


def _page_of(cite: Cite, places: Sequence[Cite]) -> Cite | None:
    holding = [place for place in places if cite.within(place)]
    return max(holding, key=lambda place: len(place.steps)) if holding else None


def _paragraph(corpus: Corpus, here: Cite) -> Document:
    places = _places()

    def mine(cite: Cite) -> bool:
        return _page_of(cite, places) == here

    return {
        "name": "-".join((here.section, *here.steps)) if not here.within(S6103) else "-".join(here.steps),
        "cite_text": here.text,
        "about": _about(here),
        "pathways": [_pathway(corpus, pathway) for pathway in corpus.pathways if mine(pathway.cite)],
        "earlier": [_version(p) for p in PROVISIONS if mine(p.cite) and p not in corpus.provisions],
        "provisos": [
            {
                **_cite(one.cite),
                "heading": one.heading,
                "effect": one.effect.value,
                "reaches": [cite.short for cite, _ in one.reaches],
                "spares": [cite.short for cite in one.spares],
                "words": _words([element for _, element in one.reaches]),
            }
            for one in PROVISOS
            if mine(one.cite)
        ],
        "uses": [
            {
                **_cite(rule.cite),
                "heading": rule.heading,
                "of": [cite.short for cite in rule.reaches],
                "words": _words(way.elements),
            }
            for rule, way in corpus.rules_of_use
            if mine(rule.cite)
        ],
        "definitions": [
            {
                **_cite(one.cite),
                "term": one.term,
                "words": [[depth, said] for depth, said in say(one.body)] if one.body else [[0, one.note]],
            }
            for one in DEFINITIONS
            if mine(one.cite)
        ],
        "entries": [_entry(entry) for entry in ENTRIES if mine(entry.cite)],
        "cases": [
            {**_cite(Cite.parse(address)), **case}
            for address, cases in recorded_cases().items()
            if mine(Cite.parse(address))
            for case in cases
        ],
    }


def _about(here: Cite) -> str:
    """What the file says of itself, without the citation."""
    told = [module.__doc__ or "" for module in MODULES if getattr(module, "HERE", None) == here]
    return told[0].split(": ", 1)[-1].strip() if told else ""


def _pathway(corpus: Corpus, pathway: Pathway) -> Document:
    provision = pathway.provision
    width = narrowness(pathway)
    return {
        **_cite(pathway.cite),
        "heading": provision.heading,
        "duty": provision.duty.value,
        "extract": provision.extract,
        "version": _version(provision),
        "recipients": RECIPIENTS[width.recipients],
        "receiving": [e.label for e in pathway.elements if any(_of_recipients(f.name) for f in facts_of(e))],
        "kinds": width.kinds,
        "accounting": accounting_due(pathway.cite),
        "safeguards": SAFEGUARDED in pathway.elements,
        "parts": list(_parts(pathway)),
        "limits": [{**_cite(limit.cite), "says": limit.says} for limit in provision.limits],
        "questions": [
            {"id": question.id, "asks": question.asks, "followed": corpus.readings[question.id]}
            for question in provision.questions
        ],
        "orders": [{"id": o.id, "docket": o.docket, "says": o.says} for o in _restraining(pathway.cite)],
    }


def _of_recipients(name: str) -> bool:
    return name.startswith("recipients.")


def _parts(pathway: Pathway) -> Iterator[Document]:
    provision, readings = pathway.provision, pathway.readings
    own = provision.drafted
    stated = (
        ("What the request itself must say", read(provision.request, readings)),
        ("The matter, and those who receive", read(provision.requires, readings)),
        ("The person, and each item", read(provision.covers, readings)),
        (
            "What joins it, each on its own page",
            tuple(e for e in pathway.elements if e not in read(own, readings)),
        ),
    )
    *own_parts, joined = stated
    for title, elements in own_parts:
        if elements:
            yield {"title": title, "elements": [_element(element) for element in elements]}
    yield {"title": joined[0], "elements": [{**_element(element), "words": []} for element in joined[1]]}


def _element(element: Element) -> Document:
    return {
        **_cite(element.cite),
        "label": element.label,
        "also": [cite.short for cite in element.also],
        "words": [[depth, said] for depth, said in say(element.body)],
        "mend": element.mend,
    }


def _words(elements: Iterable[Element]) -> list[list[object]]:
    """Each different element once, in plain words."""
    return [[depth, said] for element in dict.fromkeys(elements) for depth, said in say(element)]


def _restraining(cite: Cite) -> list[Order]:
    return [
        order for order in ORDERS if any(cite.within(at) for one in order.restraints for at in one.pathways)
    ]


def _version(provision: Provision) -> Document:
    version = provision.version
    return {
        **_cite(provision.cite),
        "heading": provision.heading,
        "first": str(version.days.first) if version.days.first else None,
        "last": str(version.days.last) if version.days.last else None,
        "certainty": version.certainty,
        "because": version.because,
    }


def _entry(entry: Entry) -> Document:
    return {**_cite(entry.cite), "role": entry.role.value, "says": entry.says}


def _cite(cite: Cite) -> Document:
    return {**cite_document(cite), "short": cite.short}
