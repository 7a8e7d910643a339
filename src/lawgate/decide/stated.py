"""What a request says, as answers to the law's questions: nothing here has looked at a record."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from lawgate.cite import Cite
from lawgate.dates import Period, read_period
from lawgate.decide.own_facts import not_stated_is_no, with_own_facts
from lawgate.decide.receiving import Receiving
from lawgate.decide.request import CourtOrder, Known, Matter, RemovalOrder, Request, Subject
from lawgate.decide.says import says_something
from lawgate.kernel.fact import Value
from lawgate.law import failure_to_depart
from lawgate.law.agencies import (
    JUSTICE,
    RAILROAD_BOARD,
    SECRET_SERVICE,
    SOCIAL_SECURITY,
    TREASURY,
    is_federal,
    is_part,
    named_agencies,
)
from lawgate.law.paragraphs import RECITALS
from lawgate.law.statutes import kind_of
from lawgate.law.terms import matter, order, request, subject, time
from lawgate.linkage.address import assess
from lawgate.linkage.names import states_a_name
from lawgate.records.items import CATALOGUE, NOT_IDENTITY

FEDERAL_LEVEL = "federal"


@dataclass(frozen=True, slots=True)
class Words:
    """Everything in a request's words for one subject that the law asks about, and nothing else of them.

    Subjects of equal words have equal facts: neither the ref, nor who is named, nor a reason's text, nor a
    matter's number is here. `own` are the requester's own answers, each with its type, for True is not 1.
    """

    names_taxpayer: bool
    of_entity: bool
    address_form: str
    address_like_zip: bool
    periods: tuple[str, ...]
    says_reasons: bool
    matter: Matter
    receiving: Receiving
    court_order: CourtOrder | None
    removal_order: RemovalOrder | None
    own: frozenset[tuple[str, str, Value]]


def words_of(asked: Request, one: Subject, receiving: Receiving, *, form: str | None = None) -> Words:
    """The words for one subject; `form` is the form of his address where it is known already."""
    address = one.named.address
    stated = one.matter or asked.matter
    return Words(
        names_taxpayer=_names_taxpayer(one),
        of_entity=one.named.entity is not None,
        address_form=form or address_form(address),
        address_like_zip=bool(_LIKE_ZIP.search(address or "")),
        periods=asked.periods_of(one),
        says_reasons=says_something(one.reasons or asked.reasons),
        matter=replace(stated, number=None) if stated.number else stated,
        receiving=receiving,
        court_order=one.court_order or asked.court_order,
        removal_order=one.removal_order,
        own=frozenset((name, type(value).__name__, value) for name, value in one.facts.items()),
    )


def stated_facts(asked: Request, words: Words, *, day: date, ref: str) -> Known:
    """All answers that the request gives for subjects of these words, on a day: an order of a later day is none yet.

    Raises InputError, naming the subject, where his own facts say the contrary of the request's fields.
    """
    known: Known = {
        time.as_of.name: day,
        **_of_request(asked, words),
        **_of_matter(words.matter),
        **dict(words.receiving.answers),
        **_of_subject(words),
        **_of_removal(words, day),
        **_of_order(words.court_order, day),
    }
    return not_stated_is_no(with_own_facts(known, _own(asked, words), where=f"subjects[{ref}].facts"))


def _own(asked: Request, words: Words) -> dict[str, Value]:
    """His own answers, without a level that his agency's name does not bear out: saying it here is saying it again."""
    own = {name: value for name, _, value in sorted(words.own, key=lambda one: one[0])}
    if own.get(request.level.name) == FEDERAL_LEVEL and not is_federal(asked.requester.agency):
        del own[request.level.name]
    return own


def periods_asked(words: Words) -> tuple[Period, ...]:
    """The periods to answer for: those stated, each once, or, where none is, those of the court's order."""
    granted = words.court_order
    return _read_all(words.periods) or _read_all(granted.periods if granted else ())


def _read_all(texts: Iterable[str]) -> tuple[Period, ...]:
    read = map(read_period, texts)
    return tuple(dict.fromkeys(period for period in read if period is not None))


def _of_request(asked: Request, words: Words) -> Known:
    return {
        request.in_writing.name: asked.in_writing,
        request.level.name: _level(asked),
        request.of_justice.name: is_part(asked.requester.agency, JUSTICE),
        request.of_treasury.name: is_part(asked.requester.agency, TREASURY),
        request.of_secret_service.name: is_part(asked.requester.agency, SECRET_SERVICE),
        request.of_social_security.name: is_part(asked.requester.agency, SOCIAL_SECURITY),
        request.of_railroad_board.name: is_part(asked.requester.agency, RAILROAD_BOARD),
        request.office.name: asked.requester.office,
        request.named_agencies.name: named_agencies(asked.requester.agency),
        request.authority_form.name: authority_form(words.matter.authority),
        request.states_reasons.name: words.says_reasons,
        request.seeks_beyond_identity.name: any(
            CATALOGUE[name].identity == NOT_IDENTITY for name in asked.items
        ),
    }


def _level(asked: Request) -> str | None:
    """The level stated; unknown where an agency that is none of the United States calls itself Federal."""
    level = asked.requester.level
    return None if level == FEDERAL_LEVEL and not is_federal(asked.requester.agency) else level


_STATUTE = re.compile(
    r"\bu\.?\s?s\.?\s?c\b|\bstat\.|\bpub(?:lic)?\.?\s?l(?:aw)?\b|\bact\b|\bcode\b|\bsection\b|§",
    re.IGNORECASE,
)


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


def _of_subject(words: Words) -> Known:
    return {
        subject.names_taxpayer.name: words.names_taxpayer,
        subject.address_form.name: words.address_form,
        subject.address_like_zip.name: words.address_like_zip,
        subject.states_periods.name: bool(_read_all(words.periods)),
        subject.says_of_periods.name: any(map(says_something, words.periods)),
        subject.earliest_year.name: _earliest_year(_read_all(words.periods)),
        subject.is_individual.name: None if not words.names_taxpayer else not words.of_entity,
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


def _of_removal(words: Words, day: date) -> Known:
    """What is stated of a final order of removal: unknown where the request does not say it."""
    ordered = words.removal_order or RemovalOrder()
    return failure_to_depart.answers(
        words.matter.statutes, final_on=ordered.final_on, class_cite=ordered.class_cite, day=day
    )


def _of_order(granted: CourtOrder | None, day: date) -> Known:
    """What a court's order says; of a later day it is none yet, of no stated day it may be one."""
    if granted is None or (granted.granted_on is not None and granted.granted_on > day):
        return {order.granted.name: False}
    known: Known = {
        order.granted.name: True if granted.granted_on is not None else None,
        order.judge.name: granted.judge_kind,
        order.ex_parte.name: granted.ex_parte,
        order.authorised_by.name: granted.authorised_by,
        order.specifies_periods.name: any(map(says_something, granted.periods)),
    }
    recited = frozenset(_recited(granted.recitals))
    return known | {fact.name: fact.name in recited for facts in RECITALS.values() for fact in facts}


def _recited(recitals: Iterable[Cite]) -> Iterable[str]:
    """The recitals that the order makes; whether the court determined the others, an official finds."""
    for recital in recitals:
        for clause, facts in RECITALS.items():
            if recital.within(clause):
                yield from (fact.name for fact in facts)
