"""The four letters: grant, return for more, refuse, and the notice under 26 U.S.C. 7431(e)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from lawgate.present.letters.pages import Language, day_text, item_text, mend_text, pdf, strings


@dataclass(frozen=True, slots=True)
class Point:
    """A sentence of the law's or the office's, with the citation that it rests on."""

    cite_text: str
    says: str


@dataclass(frozen=True, slots=True)
class Disclosed:
    """One kind of item that is disclosed; for whom stands in the payload alone, never in a letter."""

    item: str
    periods: tuple[str, ...]
    provision_text: str


@dataclass(frozen=True, slots=True)
class Heading:
    """What every letter bears: who writes to whom, about which case and request, on which day."""

    agency: str
    address: tuple[str, ...]
    to: tuple[str, ...]
    case: str
    request: str
    day: date
    language: Language = Language.ENGLISH
    sender: tuple[str, ...] = ()
    synthetic: bool = False


@dataclass(frozen=True, slots=True)
class Act:
    """What a notice tells: an inspection or a disclosure, its day, why it is told, and the rights that go with it.

    `inspection` False means a disclosure; `charged` False that an agency proposes discipline. `rights` are those
    under that determination, in words.
    """

    inspection: bool
    on: date
    charged: bool
    rights: str = ""


@dataclass(frozen=True, slots=True)
class _Body:
    table: Mapping[str, Any] | None = None
    points: Sequence[Point] = ()
    facts: Sequence[tuple[str, str]] = field(default_factory=tuple)


def grant_letter(
    heading: Heading, *, disclosed: Sequence[Disclosed], limits: Sequence[Point], corpus: str
) -> bytes:
    """The cover letter of a release: which items, under which provisions, and what binds their use."""
    table = strings(heading.language)
    rows = [
        [
            item_text(one.item, heading.language),
            ", ".join(one.periods) or table["no_period"],
            one.provision_text,
        ]
        for one in disclosed
    ]
    heads = [table["item"], table["periods"], table["provision"]]
    body = _Body({"heads": heads, "rows": rows, "widths": [4, 3, 4]}, limits, ((table["law"], corpus),))
    return _letter("grant", heading, body)


def return_letter(heading: Heading, *, defects: Sequence[Point]) -> bytes:
    """A request returned on its own words, with each defect and its mend."""
    told = [Point(one.cite_text, mend_text(one.says, heading.language)) for one in defects]
    return _letter("return", heading, _Body(points=told))


def refuse_letter(heading: Heading) -> bytes:
    """The one letter for everything that is not disclosed once a record was touched."""
    return _letter("refuse", heading, _Body())


def notice_letter(heading: Heading, *, act: Act) -> bytes:
    """The notice to a taxpayer under 26 U.S.C. 7431(e): the day of the act and the rights."""
    table = strings(heading.language)
    words = table["facts"]
    facts = (
        (words["act"], words["act_inspection" if act.inspection else "act_disclosure"]),
        (words["act_on"], day_text(act.on, heading.language)),
        (words["ground"], words["ground_charged" if act.charged else "ground_discipline"]),
    )
    rights = [Point(cite, says) for cite, says in table["rights"]]
    if act.rights:
        rights.append(Point("26 U.S.C. 7431(e)", table["rights_determination"].format(rights=act.rights)))
    return _letter("notice", heading, _Body(points=rights, facts=facts))


def _letter(kind: str, heading: Heading, body: _Body) -> bytes:
    table = strings(heading.language)
    words = table[kind]
    data = {
        "title": words["title"],
        "agency": heading.agency,
        "address": list(heading.address),
        "to": list(heading.to),
        "reference": heading.case,
        "language": heading.language.value,
        "day_text": day_text(heading.day, heading.language),
        "synthetic": heading.synthetic,
        "synthetic_mark": table["synthetic"],
        "facts": [(table["case"], heading.case), (table["request"], heading.request), *body.facts],
        "opening": words["opening"],
        "table": body.table,
        "points_title": words["points_title"],
        "points": [{"cite_text": one.cite_text, "says": one.says} for one in body.points],
        "closing": words["closing"],
        "sender": list(heading.sender),
    }
    return pdf("letter", data, heading.day)
