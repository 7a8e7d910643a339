"""Who may ask, who must decide, and for whom: the offices and levels that the paragraphs of (i) name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lawgate.cite import Cite
from lawgate.law.addresses import S6103
from lawgate.law.corpus import Corpus
from lawgate.law.discretion import decision
from lawgate.law.invariants.bars import turns_on_neither
from lawgate.law.invariants.invariant import (
    Answers,
    Invariant,
    Obligation,
    Tabled,
    answered,
    one_of,
    only_where,
    row_for,
    spoken_of,
)
from lawgate.law.provision import Duty
from lawgate.law.vocabulary import FACTS

OFFICE, FOUND = "request.office", {"finding.signatory_listed": True}
JUSTICE, TREASURY = {"request.of_justice": True}, {"request.of_treasury": True}
SECRET_SERVICE = {"request.of_secret_service": True}

LAWYERS = (
    "attorney_general", "deputy_attorney_general", "associate_attorney_general", "assistant_attorney_general",
    "us_attorney",
)  # fmt: skip
PROSECUTORS = (*LAWYERS, "special_prosecutor", "strike_force_attorney")
BUREAUS = ("fbi_director", "dea_administrator")
ACTING = ("acting_agency_head", "component_head", "acting_component_head")

_HEAD: tuple[Answers, ...] = (
    {OFFICE: "agency_head"},
    {OFFICE: ("attorney_general", *BUREAUS), **JUSTICE},
    {OFFICE: ACTING, **FOUND},
)

SIGNED_BY: Mapping[Cite, tuple[Answers, ...]] = {
    S6103 / "i/1": (
        {"order.authorised_by": PROSECUTORS}, {"finding.order_authorised_1": True},
    ),
    S6103 / "i/1/C": (
        {OFFICE: ("agency_head", "delegate")},
        {OFFICE: ("attorney_general",), **JUSTICE},
        {OFFICE: ACTING, **FOUND},
        {OFFICE: BUREAUS, **JUSTICE, **FOUND},
    ),
    S6103 / "i/2": (
        {OFFICE: ("agency_head", "inspector_general")},
        {OFFICE: (*PROSECUTORS, *BUREAUS), **JUSTICE},
        {OFFICE: ACTING, **FOUND},
        {OFFICE: "acting_us_attorney", **JUSTICE, **FOUND},
    ),
    S6103 / "i/5": (
        {"order.authorised_by": PROSECUTORS}, {"finding.order_authorised_5": True},
    ),
    S6103 / "i/7/A": (*_HEAD, {OFFICE: "delegate"}),
    S6103 / "i/7/A/ii": _HEAD,
    S6103 / "i/7/B": (
        {"request.appointed_with_consent": True, **JUSTICE},
        {"request.appointed_with_consent": True, **TREASURY},
        {OFFICE: ("agency_head", "component_head"), **SECRET_SERVICE},
        {OFFICE: ("acting_agency_head", "acting_component_head"), **SECRET_SERVICE, **FOUND},
    ),
    S6103 / "i/7/C": ({"order.authorised_by": LAWYERS}, {"finding.order_authorised_7": True}),
    S6103 / "i/7/D": (
        {"order.authorised_by": ("agency_head", "delegate"), **TREASURY},
        {"finding.order_authorised_7d": True},
    ),
    S6103 / "i/8": ({OFFICE: "comptroller_general"},),
}  # fmt: skip
"""Who signs the request or authorises the application; who acts or heads a component, an official finds."""

LEVELS: Mapping[Cite, tuple[str, ...]] = {
    **{S6103 / at: ("federal",) for at in ("i/1/C", "i/2", "i/7/A", "i/7/B", "l/3", "m/2", "o/1")},
    **{S6103 / at: ("state",) for at in ("d/2", "d/5", "l/9")},
    **{S6103 / at: ("state", "local") for at in ("d/1", "d/3", "k/5")},
    **{S6103 / at: ("congress",) for at in ("f/1", "f/2", "f/3", "f/4")},
    S6103 / "g/1": ("president",),
    S6103 / "g/2": ("president", "federal"),
    S6103 / "k/4": ("foreign",),
    S6103 / "l/15": ("federal", "state", "local", "foreign"),
}
"""By (b)(5)(B) some cities count as a State for (d)(1); (d)(3) and (k)(5) name local bodies themselves; whoever has
access discloses of his own accord under (f)(5), which names no level."""

MAY = (
    "i/1/C", "i/3/A", "i/3/B/i", "i/3/B/ii", "i/3/C/i", "i/3/C/ii", "i/7/A", "i/7/A/ii", "i/7/B", "i/7/D",
    "i/8/B/i",
)  # fmt: skip
SHALL = ("i/1", "i/2", "i/5", "i/7/C", "i/8/A/i", "i/8/A/ii", "i/8/B/ii")

DUTIES: Mapping[Cite, Duty] = {
    **{S6103 / at: Duty.MAY for at in MAY},
    **{S6103 / at: Duty.SHALL for at in SHALL},
}
"""(8)(B)(i) prohibits nothing and commands nothing: whoever holds the information decides."""


def _signed(corpus: Corpus) -> Iterator[Obligation]:
    for pathway, offices in spoken_of(corpus, SIGNED_BY):
        yield only_where(pathway, one_of(offices))


def _level(corpus: Corpus) -> Iterator[Obligation]:
    for pathway, level in spoken_of(corpus, LEVELS):
        yield only_where(pathway, answered("request.level", level))


def _decided(corpus: Corpus) -> Iterator[Obligation | Tabled]:
    for pathway in corpus.pathways:
        duty = row_for(DUTIES, pathway.cite) or pathway.provision.duty
        fact = decision(pathway.cite)
        if duty is Duty.SHALL:
            yield turns_on_neither(pathway, (fact,))
        elif duty is Duty.MAY and fact.name in FACTS:
            yield only_where(pathway, answered(fact.name, True))
        elif duty is Duty.MAY:
            yield Tabled(pathway.cite.text, False, "no official is asked whether to disclose")


INVARIANTS = (
    Invariant(
        "listed_officials",
        "Under (i) nothing goes unless an official whom the paragraph lists asks or authorised the application.",
        S6103 / "i",
        _signed,
    ),
    Invariant(
        "named_levels",
        "No paragraph that names a level of government opens to a requester at another.",
        S6103 / "a",
        _level,
    ),
    Invariant(
        "may_is_decided",
        "Where a paragraph says may, nothing goes unless an official decided it; where it says shall, no "
        "decision is asked.",
        S6103 / "i",
        _decided,
        general=True,
    ),
)
