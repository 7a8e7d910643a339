"""What a request, a row held and the officials' answers say, as the facts that the second readings ask for."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from tests.oracle.cedar_i2 import PERIOD
from tests.oracle.near_misses import NearMiss
from tests.oracle.second.rules import NO, NOT_KNOWN, YES, Facts

SECTION = "/us/usc/t26/s6103/"


def of_each_officer(one: NearMiss, found: Mapping[str, str], recited: Mapping[str, str]) -> list[Facts]:
    """The facts of one case, once for each officer, or once with no officer known.

    `found` and `recited` name the facts that a finding, or the order's recital, at a cite answers.
    """
    shared = {
        **_of_matter(one.request.get("matter") or {}, one.linked),
        **_of_order(one, recited),
        **{name: one.answers.get(SECTION + cite, NOT_KNOWN) for name, cite in found.items()},
        "certified": said(one.linked.get("certified", False)),
        "person": one.linked["person"],
        "item": one.held["item"],
        "furnished_by": one.held["furnished_by"] or NOT_KNOWN,
        "document": one.held["document"] or NOT_KNOWN,
        "named": _named(one.subject.get("name")),
    }
    return [{**shared, **_of_officer(officer)} for officer in one.request.get("recipients") or [{}]]


def said(answer: object) -> str:
    """An answer as the policies read it: yes, no or not known."""
    return NOT_KNOWN if not isinstance(answer, bool) else YES if answer else NO


def _of_matter(matter: Mapping[str, Any], linked: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "stage": matter.get("stage") or NOT_KNOWN,
        "statute_kinds": sorted({linked["statute_kinds"][text] for text in matter.get("statutes") or ()}),
        "child_case": said(matter.get("child_case")),
        "tax_administration": said(matter.get("tax_administration")),
        "party": said(matter.get("united_states_party")),
    }


def _of_order(one: NearMiss, recited: Mapping[str, str]) -> dict[str, str]:
    """An order of a later day is none yet, one of no day may be of a later one.

    An item or period not listed is outside the order; so is every period where its words can't be read.
    """
    order: Mapping[str, Any] | None = one.request.get("court_order")
    if order is None or not _is_past(order.get("granted_on"), one.linked["day"]):
        not_known = ("judge", "ex_parte", "authorised_by", "order_states_periods", "order_covers_period")
        unsaid = dict.fromkeys([*not_known, "order_lists_item", *recited], NOT_KNOWN)
        return {**unsaid, "order": NO}
    stated, period = order.get("periods") or (), one.held["period"]
    periods = list(filter(PERIOD.fullmatch, stated))
    recitals = [_path(text) for text in order.get("recitals") or ()]
    return {
        "order": YES if order.get("granted_on") else NOT_KNOWN,
        "judge": order.get("judge_kind") or NOT_KNOWN,
        "ex_parte": said(order.get("ex_parte")),
        "authorised_by": order.get("authorised_by") or NOT_KNOWN,
        "order_states_periods": said(bool(stated)),
        "order_covers_period": said(period in periods) if period else NOT_KNOWN,
        "order_lists_item": said(one.held["item"] in (order.get("items") or ())),
        **{name: said(cite in recitals) for name, cite in recited.items()},
    }


def _path(text: str) -> str:
    """A cite as an address within the section: 26 USC 6103(i)(1)(B)(i) is i/1/B/i."""
    return text.removeprefix("26 USC 6103").strip("()").replace(")(", "/")


def _is_past(text: str | None, day: str) -> bool:
    return text is None or date.fromisoformat(text) <= date.fromisoformat(day)


def _of_officer(officer: Mapping[str, Any]) -> dict[str, str]:
    """/us/usc/t26/s6103/i/1/A: officers and employees of any Federal agency, by the whole it is part of."""
    agency = officer.get("agency")
    return {
        "officer_federal": said(agency.split(".")[0] == "us") if agency else NOT_KNOWN,
        "officer_engaged": said(officer.get("personally_and_directly_engaged")),
    }


def _named(name: Mapping[str, Any] | None) -> str:
    parts = name or {}
    if parts.get("entity"):
        return "entity"
    return "individual" if parts.get("given") or parts.get("surname") else NOT_KNOWN
