"""What a request says, as answers to the law's questions: nothing here has looked at a record."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta

from lawgate.cite import Cite
from lawgate.dates import Period, read_period
from lawgate.decide.named_agencies import named_agencies
from lawgate.decide.request import CourtOrder, Matter, Recipient, RemovalOrder, Request, Subject
from lawgate.errors import CiteError, InputError
from lawgate.kernel.fact import Value
from lawgate.law.paragraphs import RECITALS
from lawgate.law.statutes import CRIMINAL, UNLISTED, kind_of
from lawgate.law.terms import matter, order, recipients, removal, request, subject, time
from lawgate.law.usc26.s6103.i import p2
from lawgate.law.vocabulary import FACTS, REQUESTERS_OWN
from lawgate.linkage.address import assess
from lawgate.linkage.names import states_a_name
from lawgate.records.items import CATALOGUE, NOT_IDENTITY

Known = dict[str, Value | None]

JUSTICE = "us.doj"
TREASURY = "us.treasury"
USSS = "us.dhs.usss"
SOCIAL_SECURITY = "us.ssa"
RAILROAD_BOARD = "us.rrb"
ACCOUNTABILITY_OFFICE = "us.gao"
FEDERAL_ROOT = "us"
STATE_ROOT = "state"
STATE_LEVEL = "state"


def stated_facts(asked: Request, one: Subject, *, subjects_each: Mapping[str, int], day: date) -> Known:
    """All answers that the request gives for one subject, on a day: an order of a later day is none yet.

    `subjects_each` counts, by recipient, the subjects for whom he is named. Raises InputError where
    `facts` says the contrary of the request's own fields.
    """
    known: Known = {
        time.as_of.name: day,
        **_of_request(asked, one),
        **_of_matter(one.matter or asked.matter),
        **_of_recipients(asked, one, subjects_each),
        **_of_subject(asked, one),
        **_of_removal(one.matter or asked.matter, one.removal_order, day),
        **_of_order(one.court_order or asked.court_order, day),
    }
    return _not_stated_is_no(with_own_facts(known, one.facts, where=f"subjects[{one.ref}].facts"))


def periods_stated(asked: Request, one: Subject) -> tuple[Period, ...]:
    """The taxable periods stated for this subject, each once; what is no period is left out."""
    return _read_all(asked.periods_of(one))


def periods_asked(asked: Request, one: Subject) -> tuple[Period, ...]:
    """The periods to answer for: those stated, or, where none is, those of the court's order."""
    granted = one.court_order or asked.court_order
    return periods_stated(asked, one) or _read_all(granted.periods if granted else ())


def _read_all(texts: Iterable[str]) -> tuple[Period, ...]:
    read = map(read_period, texts)
    return tuple(dict.fromkeys(period for period in read if period is not None))


def part_of(agency: str, whole: str) -> bool:
    """Whether an agency is another one or a part of it, by their dotted names."""
    return agency == whole or agency.startswith(f"{whole}.")


def such_agency(asked: Request) -> str:
    """The agency whose officers may receive: the requester's own, or, for a listed Justice official, Justice.

    26 U.S.C. 6103(i)(2)(A) lists those officials for the Department, not for its parts.
    """
    listed = (*p2.JUSTICE_OFFICES, p2.ACTING_JUSTICE_OFFICE)
    of_justice = part_of(asked.requester.agency, JUSTICE) and asked.requester.office in listed
    return JUSTICE if of_justice else asked.requester.agency


def _of_request(asked: Request, one: Subject) -> Known:
    authority = (one.matter or asked.matter).authority
    return {
        request.in_writing.name: asked.in_writing,
        request.level.name: asked.requester.level,
        request.of_justice.name: part_of(asked.requester.agency, JUSTICE),
        request.of_treasury.name: part_of(asked.requester.agency, TREASURY),
        request.of_secret_service.name: part_of(asked.requester.agency, USSS),
        request.of_social_security.name: part_of(asked.requester.agency, SOCIAL_SECURITY),
        request.of_railroad_board.name: part_of(asked.requester.agency, RAILROAD_BOARD),
        request.office.name: asked.requester.office,
        request.named_agencies.name: named_agencies(asked.requester.agency),
        request.authority_form.name: authority_form(authority),
        request.states_reasons.name: says_something(one.reasons or asked.reasons),
        request.seeks_beyond_identity.name: any(
            CATALOGUE[name].identity == NOT_IDENTITY for name in asked.items
        ),
    }


_NOTHING_SAID = frozenset(
    "na none nil null unknown tbd pending blank various see above same notapplicable notavailable notstated "
    "notprovided tofollow tobedetermined tobeprovided seeabove seeattached asabove".split()
)

_STATUTE = re.compile(
    r"\bu\.?\s?s\.?\s?c\b|\bstat\.|\bpub(?:lic)?\.?\s?l(?:aw)?\b|\bact\b|\bcode\b|\bsection\b|§",
    re.IGNORECASE,
)


def says_something(text: str | None) -> bool:
    """Whether the text is more than a word that stands for nothing, such as N/A or "to follow"."""
    letters = "".join(char for char in (text or "").casefold() if char.isalnum())
    return bool(letters) and letters not in _NOTHING_SAID


def authority_form(text: str | None) -> str:
    """Whether a statute is set forth: by citation or by name, in other words, or not at all."""
    if text is None or not says_something(text):
        return "not_stated"
    return "statute" if _STATUTE.search(text) else "other"


def _of_matter(stated: Matter) -> Known:
    return {
        matter.stage.name: stated.stage,
        matter.statutes.name: frozenset(map(kind_of, stated.statutes)) or None,
        matter.tax_administration.name: stated.tax_administration,
        matter.united_states_party.name: stated.united_states_party,
        matter.child_case.name: stated.child_case,
    }


def _of_recipients(asked: Request, one: Subject, subjects_each: Mapping[str, int]) -> Known:
    named = asked.recipients_of(one)
    return {
        recipients.identified.name: _every(named, lambda r: says_something(r.name) if r.name else True),
        recipients.of_requesting_agency.name: _every(named, lambda r: _belongs(r, such_agency(asked))),
        recipients.named_agencies.name: _shared_by_all(named),
        recipients.of_state.name: _some_of_state(asked, named),
        recipients.federal.name: _every(named, lambda r: _belongs(r, FEDERAL_ROOT)),
        recipients.engaged.name: _every(named, lambda r: r.personally_and_directly_engaged),
        recipients.state_or_local.name: False if _every(named, _not_federal) is False else None,
        **_of_recipients_agencies(named),
        recipients.subjects_each.name: max((subjects_each.get(r.id, 1) for r in named), default=None),
    }


def _of_recipients_agencies(named: tuple[Recipient, ...]) -> Known:
    """What dotted names tell of the recipients' agencies; what kind of agency it is, they do not tell."""
    federal = _every(named, lambda r: _belongs(r, FEDERAL_ROOT))
    no_federal_agency = False if federal is False else None
    of_departments = _every(named, lambda r: _belongs(r, JUSTICE) or _belongs(r, TREASURY))
    return {
        recipients.of_justice.name: _every(named, lambda r: _belongs(r, JUSTICE)),
        recipients.of_treasury.name: _every(named, lambda r: _belongs(r, TREASURY)),
        recipients.of_accountability_office.name: _every(named, lambda r: _belongs(r, ACCOUNTABILITY_OFFICE)),
        recipients.federal_law_enforcement.name: no_federal_agency,
        recipients.federal_law_enforcement_or_intelligence.name: no_federal_agency,
        recipients.justice_treasury_or_intelligence.name: True if of_departments else no_federal_agency,
    }


def _shared_by_all(named: tuple[Recipient, ...]) -> frozenset[str] | None:
    """The agencies named by a paragraph to which all recipients belong; unknown while one states no agency."""
    shared = [named_agencies(recipient.agency) if recipient.agency else None for recipient in named]
    known = [agencies for agencies in shared if agencies is not None]
    if frozenset() in known:
        return frozenset()
    return frozenset.intersection(*known) if known and len(known) == len(shared) else None


def _some_of_state(asked: Request, named: tuple[Recipient, ...]) -> bool | None:
    """Whether a recipient is of a State, by his agency's dotted name or as one of a requester at that level.

    Where nobody is named the requester receives. Local agencies are no States, save as (b)(5) counts them.
    """
    asks = asked.requester.agency if asked.requester.level == STATE_LEVEL else STATE_ROOT
    agencies = [recipient.agency for recipient in named] or [asked.requester.agency]
    if any(agency and (part_of(agency, STATE_ROOT) or part_of(agency, asks)) for agency in agencies):
        return True
    return False if all(agencies) else None


def _belongs(recipient: Recipient, agency: str) -> bool | None:
    return part_of(recipient.agency, agency) if recipient.agency else None


def _not_federal(recipient: Recipient) -> bool | None:
    federal = _belongs(recipient, FEDERAL_ROOT)
    return None if federal is None else not federal


def _every(named: tuple[Recipient, ...], answer: Callable[[Recipient], bool | None]) -> bool | None:
    """What holds of every recipient: no if it fails for one, unknown if it is for one or if none is named."""
    answers = [answer(recipient) for recipient in named]
    if False in answers:
        return False
    return True if answers and None not in answers else None


def _of_subject(asked: Request, one: Subject) -> Known:
    return {
        subject.names_taxpayer.name: _names_taxpayer(one),
        subject.address_form.name: address_form(one.named.address),
        subject.address_like_zip.name: bool(_LIKE_ZIP.search(one.named.address or "")),
        subject.states_periods.name: bool(periods_stated(asked, one)),
        subject.says_of_periods.name: any(map(says_something, asked.periods_of(one))),
        subject.earliest_year.name: _earliest_year(periods_stated(asked, one)),
        subject.is_individual.name: None if not _names_taxpayer(one) else one.named.entity is None,
    }


def _earliest_year(stated: tuple[Period, ...]) -> int | None:
    return min((period.first.year for period in stated), default=None)


def _names_taxpayer(one: Subject) -> bool:
    """The entity's name, where one is stated, else what is stated of a person's."""
    named = one.named
    return states_a_name(None, named.entity) if named.entity else states_a_name(named.given, named.surname)


def address_form(text: str | None) -> str:
    """Whether the text given as an address is one on its face; see lawgate.linkage.address."""
    return assess(text).outcome.value if text and text.strip() else "not_stated"


_LIKE_ZIP = re.compile(r"(?<!\d)\d{5}(?:-?\d{4})?(?!\d)")
_FAILURE_TO_DEPART = Cite("8", "1253", ("a", "1"))
_DEPORTABLE = Cite("8", "1227", ("a",))
_DAYS_TO_DEPART = timedelta(days=90)


def _of_removal(stated: Matter, ordered: RemovalOrder | None, day: date) -> Known:
    """What is stated of a final order of removal: unknown where the request does not say it."""
    final_on = ordered.final_on if ordered else None
    return {
        removal.relied_on.name: _only_failure_to_depart(stated.statutes),
        removal.limb_of_days.name: _by_days(stated.statutes),
        removal.other_unlisted.name: any(
            kind_of(s) == UNLISTED and not _is_failure_to_depart(s) for s in stated.statutes
        ),
        removal.final.name: None if final_on is None else final_on <= day,
        removal.class_listed.name: _stands_in(ordered.class_cite if ordered else None, _DEPORTABLE),
        removal.past_ninety_days.name: None if final_on is None else final_on + _DAYS_TO_DEPART < day,
    }


def _only_failure_to_depart(statutes: Sequence[str]) -> bool:
    """Whether failure to depart is designated and no other statute that is listed as criminal."""
    others = [s for s in statutes if kind_of(s) == CRIMINAL and not _is_failure_to_depart(s)]
    return not others and any(map(_is_failure_to_depart, statutes))


def _is_failure_to_depart(stated: str) -> bool:
    """Also the section or the paragraph that holds it: neither holds another offence of those removed."""
    try:
        cite = Cite.parse(stated)
    except CiteError:
        return False
    return cite.within(_FAILURE_TO_DEPART) or _FAILURE_TO_DEPART.within(cite)


def _by_days(statutes: Sequence[str]) -> bool:
    """Whether ninety days' stay is designated: the limb itself, or the offence without its limbs."""
    designated = [Cite.parse(s) for s in statutes if _is_failure_to_depart(s)]
    limb = _FAILURE_TO_DEPART / "A"
    return any(cite.within(limb) or limb.within(cite) for cite in designated)


def _stands_in(stated: str | None, whole: Cite) -> bool | None:
    """Whether a cite stands within another one; unknown where none is stated or none can be read."""
    try:
        return Cite.parse(stated).within(whole) if stated else None
    except CiteError:
        return None


def _of_order(granted: CourtOrder | None, day: date) -> Known:
    if granted is None or (granted.granted_on is not None and granted.granted_on > day):
        return {order.granted.name: False}
    known: Known = {
        order.granted.name: True,
        order.judge.name: granted.judge_kind,
        order.ex_parte.name: granted.ex_parte,
        order.authorised_by.name: granted.authorised_by,
        order.specifies_periods.name: bool(_read_all(granted.periods)),
    }
    recited = frozenset(_recited(granted.recitals))
    return known | {fact.name: fact.name in recited for facts in RECITALS.values() for fact in facts}


def _recited(recitals: Iterable[Cite]) -> Iterable[str]:
    """The recitals that the order makes; whether the court determined the others, an official finds."""
    for recital in recitals:
        for clause, facts in RECITALS.items():
            if recital.within(clause):
                yield from (fact.name for fact in facts)


_OWN = frozenset(fact.name for fact in REQUESTERS_OWN)


def with_own_facts(known: Known, own: Mapping[str, Value], *, where: str) -> Known:
    """What is known, with the requester's own answers; InputError where they say the contrary of it."""
    for name, value in own.items():
        demand_own(name, value, where=f"{where}.{name}")
        if known.get(name) not in (None, value):
            raise InputError(
                "this fact says the contrary of the request's own field",
                where=f"{where}.{name}",
                mend="leave it out or make the two agree",
            )
        known[name] = value
    return known


def demand_own(name: str, value: object, *, where: str) -> None:
    """Refuse a fact that nobody asks for, that is not the requester's to state, or that is no answer."""
    fact = FACTS.get(name)
    if fact is None:
        raise InputError("no such fact", where=where, mend="use a name that `lawgate law vocab` lists")
    if name not in _OWN:
        place = "the findings file" if fact.is_finding else f"the {fact.owner.value}'s own records"
        raise InputError(
            f"this fact is not the requester's to state but the {fact.owner.value}'s",
            where=where,
            mend=f"leave it out; it is read from {place}",
        )
    if not fact.admits(value):
        listed = ", ".join(fact.values) or "true or false"
        raise InputError("not an answer to this question", where=where, mend=f"use {listed}")


_DEMANDED: Known = {
    request.in_writing.name: False,
    request.own_extract.name: False,
    matter.terrorism.name: False,
    **{fact.name: request.NOT_STATED for fact in REQUESTERS_OWN if request.NOT_STATED in fact.values},
}
"""What some paragraph demands of the request's own words, with the answer of a request that does not say it."""


def _not_stated_is_no(known: Known) -> Known:
    """What a paragraph demands of the request itself and is not stated, is not there."""
    known[request.states_office.name] = known.get(request.office.name) is not None
    for demanded, nothing in _DEMANDED.items():
        if known.get(demanded) is None:
            known[demanded] = nothing
    return known
