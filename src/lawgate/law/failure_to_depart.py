"""8 U.S.C. 1253(a)(1), failure to depart: what a request designates of it, and what an order of removal states."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from lawgate.cite import Cite
from lawgate.errors import CiteError
from lawgate.kernel.fact import Value
from lawgate.law.statutes import CRIMINAL, UNLISTED, kind_of
from lawgate.law.terms import removal

OFFENCE = Cite("8", "1253", ("a", "1"))
LIMB_OF_DAYS = OFFENCE / "A"
DEPORTABLE = Cite("8", "1227", ("a",))
DAYS_TO_DEPART = timedelta(days=90)


def answers(
    statutes: Sequence[str], *, final_on: date | None, class_cite: str | None, day: date
) -> dict[str, Value | None]:
    """The answers to the questions of a removal order, on a day; unknown where nothing is stated."""
    return {
        removal.relied_on.name: relied_on_alone(statutes),
        removal.limb_of_days.name: _by_days(statutes),
        removal.other_unlisted.name: any(kind_of(s) == UNLISTED and not _is_offence(s) for s in statutes),
        removal.final.name: None if final_on is None else final_on <= day,
        removal.class_listed.name: _stands_in(class_cite, DEPORTABLE),
        removal.past_ninety_days.name: None if final_on is None else final_on + DAYS_TO_DEPART < day,
    }


def relied_on_alone(statutes: Sequence[str]) -> bool:
    """Whether failure to depart is designated and no other statute that is listed as criminal."""
    others = [s for s in statutes if kind_of(s) == CRIMINAL and not _is_offence(s)]
    return not others and any(map(_is_offence, statutes))


def _is_offence(stated: str) -> bool:
    """Also the section or the paragraph that holds it: neither holds another offence of those removed."""
    cite = _read(stated)
    return cite is not None and (cite.within(OFFENCE) or OFFENCE.within(cite))


def _by_days(statutes: Sequence[str]) -> bool:
    """Whether ninety days' stay is designated: the limb itself, or the offence without its limbs."""
    cites = [cite for cite in map(_read, filter(_is_offence, statutes)) if cite is not None]
    return any(cite.within(LIMB_OF_DAYS) or LIMB_OF_DAYS.within(cite) for cite in cites)


def _stands_in(stated: str | None, whole: Cite) -> bool | None:
    """Whether a cite stands within another one; unknown where none is stated or none can be read."""
    cite = _read(stated) if stated else None
    return None if cite is None else cite.within(whole)


def _read(stated: str) -> Cite | None:
    try:
        return Cite.parse(stated)
    except CiteError:
        return None
