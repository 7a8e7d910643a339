"""What the taxpayer furnished himself, and returns: under which paragraphs of (i) they never leave, or only so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lawgate.cite import Cite
from lawgate.kernel.prove.claim import Claim, Every, Some
from lawgate.law.addresses import S6103
from lawgate.law.corpus import Corpus
from lawgate.law.invariants.invariant import (
    Answers,
    Invariant,
    Obligation,
    Tabled,
    all_answered,
    answered,
    never,
    one_of,
    only_where,
    row_for,
    spoken_of,
)
from lawgate.law.vocabulary import FACTS
from lawgate.records.items import CATALOGUE

BY_OR_FOR_THE_TAXPAYER = ("taxpayer", "on_behalf_of_taxpayer", "joint_filer")
FILED = ("return", "return_attachment", "estimated_tax_form", "information_return_image")
IDENTITY = ("name", "mailing_address", "tin")

FURNISHER, DOCUMENT, FIELD = "item.furnished_by", "item.document", "item.identity_field"

OTHERS_ONLY = {S6103 / at: True for at in ("i/2", "i/3/A", "i/3/C/i", "i/7/A", "i/7/B")}
"""Paragraphs that open return information other than taxpayer return information, and identity."""

ORDER = ({"order.granted": True, "order.ex_parte": True},)
"""Which judge, and what he found, the invariants on orders say."""

EXCUSES: Mapping[Cite, tuple[Answers, ...]] = {
    S6103 / "i/1": ORDER,
    S6103 / "i/1/C": ({"finding.obtained_by_order": True, "matter.child_case": True},),
    S6103 / "i/3/B/i": ({"apprisal.circumstances": "danger_of_death_or_injury", "finding.emergency": True},),
    S6103 / "i/3/B/ii": (
        {"apprisal.circumstances": "flight_from_federal_prosecution", "finding.emergency": True},
    ),
    S6103 / "i/3/C/ii": (
        {"apprisal.addressee": "attorney_general", "finding.necessary_for_application": True},
    ),
    S6103 / "i/5": ORDER,
    S6103 / "i/7/C": ORDER,
    S6103 / "i/7/D": ORDER,
    S6103 / "i/8": ({"request.office": "comptroller_general"},),
}
"""For what under (i) a return or taxpayer return information goes; under no paragraph else."""

OWN = Some((answered(FURNISHER, BY_OR_FOR_THE_TAXPAYER), answered(DOCUMENT, "taxpayer_letter")))
OWN_OR_RETURN = Some((OWN, answered(DOCUMENT, FILED)))
NO_IDENTITY = answered(FIELD, "none")


def _besides_identity(of_class: Claim) -> Claim:
    return Every((of_class, NO_IDENTITY))


def _own_never_leaves(corpus: Corpus) -> Iterator[Obligation]:
    for pathway, _ in spoken_of(corpus, OTHERS_ONLY):
        yield never(pathway, _besides_identity(OWN), (FURNISHER, DOCUMENT, FIELD))


def _excused(corpus: Corpus) -> Iterator[Obligation]:
    for pathway, _ in spoken_of(corpus, {S6103 / "i": True}):
        excuse = row_for(EXCUSES, pathway.cite)
        if excuse is None:
            yield never(pathway, _besides_identity(OWN_OR_RETURN), (FURNISHER, DOCUMENT, FIELD))
        else:
            yield only_where(pathway, one_of(excuse))


def _three_fields(corpus: Corpus) -> Iterator[Obligation | Tabled]:
    for pathway, _ in spoken_of(corpus, OTHERS_ONLY):
        of_the_person = Every((answered(FIELD, IDENTITY), all_answered({"item.of_named_taxpayer": True})))
        yield only_where(pathway, of_the_person, given=OWN)
    asked = set(FACTS[FIELD].values) - {"none"}
    yield Tabled("the question which field an item is", asked == set(IDENTITY), "it lists other fields")
    held = {kind.identity for kind in CATALOGUE.values()} - {"none"}
    yield Tabled("the catalogue of items", held == set(IDENTITY), "it marks other items as identity")
    of_others = [kind.name for kind in CATALOGUE.values() if kind.of_other and kind.identity != "none"]
    yield Tabled("the catalogue of items", not of_others, "another person's item is marked as identity")


INVARIANTS = (
    Invariant(
        "own_information_stays",
        "What the taxpayer furnished, his identity apart, never leaves under (i)(2), (3)(A), (3)(C)(i), (7)(A) "
        "or (7)(B).",
        S6103 / "b/3",
        _own_never_leaves,
    ),
    Invariant(
        "returns_need_an_order",
        "Under (i) returns and taxpayer return information go only on the order that the paragraph names or as "
        "obtained by it, in an emergency of (3)(B), to the Attorney General under (3)(C)(ii), or to the "
        "Comptroller General under (8).",
        S6103 / "i",
        _excused,
    ),
    Invariant(
        "identity_is_three_fields",
        "Identity is the name, the mailing address and the TIN of the person named, and nothing else.",
        S6103 / "b/6",
        _three_fields,
    ),
)
