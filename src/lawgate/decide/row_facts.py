"""What is known of one row: the request's words, the officials' answers, the court's order, and what a look showed."""

from __future__ import annotations

from datetime import date

from lawgate.dates import read_period
from lawgate.decide.admit import Admitted
from lawgate.decide.findings import Findings
from lawgate.decide.request import CourtOrder, Known
from lawgate.decide.rows import Asked
from lawgate.decide.says import says_something
from lawgate.law.terms import item, order, person
from lawgate.linkage.person import Resolution, Status
from lawgate.records.items import CATALOGUE, NOT_IDENTITY


def known_of(admitted: Admitted, resolution: Resolution | None, asked: Asked, findings: Findings) -> Known:
    """All that is known of one row: the request's words, the officials' answers, and what a look showed."""
    return {
        **_case(admitted, findings, asked.item),
        **facts_of_row(asked, resolution, _granted(admitted), admitted.day),
    }


def known_unseen(admitted: Admitted, asked: Asked, findings: Findings) -> Known:
    """The same without a look."""
    return {**_case(admitted, findings, asked.item), **_unseen(asked, _granted(admitted), admitted.day)}


def facts_of_row(asked: Asked, resolution: Resolution | None, granted: CourtOrder | None, day: date) -> Known:
    """What is known of a row, besides its case: its kind, the court's order, and what a look showed, if one was."""
    seen = _seen(resolution, asked) if resolution is not None else {}
    return {**_unseen(asked, granted, day), **seen}


def _case(admitted: Admitted, findings: Findings, name: str) -> Known:
    """What is known of the case without a look: the request's words and the officials' answers."""
    return {**admitted.facts, **findings.known(admitted.subject.ref, name)}


def _granted(admitted: Admitted) -> CourtOrder | None:
    return admitted.subject.court_order or admitted.request.court_order


def _unseen(asked: Asked, granted: CourtOrder | None, day: date) -> Known:
    """What is known of a row without a look: its kind, and what a court's order says of it."""
    known = {**of_kind(asked.item), item.years_past.name: _years_past(asked, day)}
    if granted is not None:
        known[order.covers_item.name] = asked.item in granted.items
        known[order.covers_period.name] = _order_covers(granted, asked)
    return known


def of_kind(name: str) -> Known:
    """What is known of an item by its kind alone."""
    kind = CATALOGUE[name]
    return {
        item.name.name: name,
        item.identity_field.name: kind.identity,
        item.of_named_taxpayer.name: not kind.of_other,
    }


def _years_past(asked: Asked, day: date) -> int | None:
    """The years from the end of the row's own period, else of the one asked for, to the year of the decision."""
    period = (asked.held.period if asked.held else None) or asked.period
    return day.year - period.last.year if period and period.last.year <= day.year else None


def _order_covers(granted: CourtOrder, asked: Asked) -> bool | None:
    """By the period of the row held; before a look it is open where the order specifies a part of the one asked.

    Identity is of no period: an order that specifies any period opens it, be it in words that can't be read.
    """
    if CATALOGUE[asked.item].identity != NOT_IDENTITY:
        return any(map(says_something, granted.periods))
    specified = [period for period in map(read_period, granted.periods) if period is not None]
    if not specified:
        return False
    period = asked.held.period if asked.held is not None else asked.period
    if period is None:
        return None
    if any(period.within(one) for one in specified):
        return True
    part_unseen = asked.held is None and any(one.within(period) for one in specified)
    return None if part_unseen else False


def _seen(resolution: Resolution, asked: Asked) -> Known:
    """What the look showed: who is named, and what is held."""
    known = who_is_named(resolution)
    if asked.held is not None:
        dated = asked.held.period is not None or asked.held.kind.identity != NOT_IDENTITY
        known[item.held.name] = True
        known[item.of_stated_period.name] = True if dated else None
        known[item.furnished_by.name] = asked.held.provenance.furnished_by
        known[item.document.name] = asked.held.provenance.document
    elif known[person.on_file.name] == Status.ONE.value:
        known[item.held.name] = False
    return known


def who_is_named(resolution: Resolution) -> Known:
    """What the law asks of a resolution, and nothing else of it: resolutions equal in this decide alike."""
    known: Known = {person.on_file.name: resolution.status.value}
    if resolution.agreement is not None and resolution.status is not Status.SEVERAL:
        known[person.address_held.name] = resolution.agreement.value
        known[person.tin_agrees.name] = ("tin", "exact") in {(e.field, e.level) for e in resolution.evidence}
    return known
