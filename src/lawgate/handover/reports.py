"""Accounting reports as tables: the form's columns, the counts for a year, and a person's own accounting."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from lawgate.cite import Cite
from lawgate.handover.account import Told
from lawgate.ledger.entry import Kind

OfCite = Callable[[Cite], bool]


@dataclass(frozen=True, slots=True)
class Report:
    """A table with its title, and what is to be said below it."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Codes:
    """A deployment's codes, by agency and by provision; they are the agency's to give, and blank where it gave none."""

    agency: Mapping[str, str]
    purpose: Mapping[str, str]
    source: Mapping[str, str]


NO_CODES: Final = Codes({}, {}, {})

AGENCIES_CODED: Final = {"us.gao": "FD005"}
PURPOSES_CODED: Final = {Cite.parse("26 USC 6103(f)"): "12", Cite.parse("26 USC 6103(i)(8)(A)(i)"): "20"}
"""The codes that the public instructions of Form 5466-B state (irs.gov/media/333421, beside IRM 11.3.37)."""

FORM_5466_B: Final = (
    "Taxpayer (account id)", "Tax period", "Date of disclosure", "Agency", "Agency code", "Provision", "Purpose code",
    "Items", "ADP source code", "Recipients", "Case", "Ledger entry",
)  # fmt: skip


def form_5466_b(told: Iterable[Told], *, first: date, last: date, codes: Codes = NO_CODES) -> Report:
    """Each disclosure of some days, a row for each period, in the columns of Form 5466-B and with its entry.

    The account holds no identifying number and no name: whoever may look the taxpayer up does so by the id.
    """
    rows = []
    for one in told:
        if one.entry.kind is Kind.RELEASED and first <= one.entry.day <= last and not one.sealed:
            rows += [_form_row(one, period, codes) for period in one.get("periods") or ["none"]]
    note = (
        "Columns of Form 5466-B (IRM 11.3.37) with the ledger's entry. Filled in from what its public instructions "
        "state: purpose 12 for (f), 20 for (i)(8)(A)(i), agency FD005 for the Government Accountability Office. Every "
        "other code is blank unless the agency gave its list: an officer fills in agency and purpose codes from the "
        "exhibits of IRM 11.3.37, and the ADP source code of the system of records from which each item came."
    )
    days = f"from {first} to {last}" if first > date.min else f"up to {last}"
    return Report(f"Disclosures {days}", FORM_5466_B, tuple(rows), (note,))


YEARLY: Final = ("Agency", "Requests", "Disclosures", "Taxpayers", "General purposes")


def yearly_counts(told: Iterable[Told], *, year: int, accounted: OfCite, smallest: int = 0) -> Report:
    """The counts of 26 U.S.C. 6103(p)(3)(C): by agency the requests, the disclosures, the taxpayers, the purposes.

    `accounted` says for which provisions an account is demanded ((p)(3)(A)); disclosures under others are left out.
    A count above none and below `smallest` is told as such, for a page that anyone may read.
    """
    requests: dict[str, set[str]] = defaultdict(set)
    disclosures: dict[str, int] = defaultdict(int)
    taxpayers: dict[str, set[str]] = defaultdict(set)
    purposes: dict[str, set[str]] = defaultdict(set)
    for one in told:
        agency = one.get("agency")
        if one.entry.day.year != year or not agency or one.sealed:
            continue
        if one.entry.kind is Kind.REQUEST_RECEIVED:
            requests[agency].add(one.entry.case)
        elif one.entry.kind is Kind.RELEASED:
            under = [cite for cite in map(Cite.parse, one.entry.cites) if accounted(cite)]
            if not under:
                continue
            disclosures[agency] += 1
            taxpayers[agency] |= set(_subjects(one))
            purposes[agency] |= {cite.text for cite in under}
    rows = [
        (
            agency,
            _count(len(requests[agency]), smallest),
            _count(disclosures[agency], smallest),
            _count(len(taxpayers[agency]), smallest),
            "; ".join(sorted(purposes[agency])),
        )
        for agency in sorted({*requests, *disclosures})
    ]
    note = (
        "26 U.S.C. 6103(p)(3)(C). Purposes are told by the provisions under which was disclosed. A request for one "
        "person counts once; disclosures for which (p)(3)(A) demands no account are left out."
    )
    return Report(f"Requests and disclosures in {year}", YEARLY, tuple(rows), (note,))


@dataclass(frozen=True, slots=True)
class OwnWords:
    """In which words a person reads his own accounting: title, heads of five columns, note, and an item's name."""

    title: str
    heads: tuple[str, ...]
    note: str
    say_item: Callable[[str], str]


def own_account(told: Iterable[Told], subject: str, *, hidden: OfCite, words: OwnWords) -> Report:
    """A person's own accounting (5 U.S.C. 552a(c)(3)): his disclosures by date, those that are hidden left out.

    Nothing in it is numbered and no place in the ledger is told, so that what is hidden leaves no gap.
    """
    rows = [
        _own_row(one, words)
        for one in told
        if one.entry.kind is Kind.RELEASED
        and subject in _subjects(one)
        and not one.sealed
        and not any(hidden(Cite.parse(cite)) for cite in one.entry.cites)
    ]
    return Report(words.title, words.heads, tuple(sorted(rows)), (words.note,))


def _count(count: int, smallest: int) -> str:
    return str(count) if count == 0 or count >= smallest else f"fewer than {smallest}"


def _form_row(one: Told, period: str, codes: Codes) -> tuple[str, ...]:
    cites = [Cite.parse(cite) for cite in one.entry.cites]
    agency = str(one.get("agency") or "")
    items = list(one.get("items") or ())
    return (
        "; ".join(_subjects(one)),
        period,
        str(one.get("disclosed_on") or one.entry.day.isoformat()),
        agency,
        codes.agency.get(agency) or AGENCIES_CODED.get(agency, ""),
        "; ".join(cite.text for cite in cites),
        "; ".join(_coded({**_purposes(cites), **codes.purpose}, [str(cite) for cite in cites])),
        "; ".join(items),
        "; ".join(_coded(codes.source, items)),
        "; ".join(map(_person, one.get("recipients") or ())),
        one.entry.case,
        str(one.index),
    )


def _purposes(cites: Sequence[Cite]) -> dict[str, str]:
    """The purpose codes that the instructions state for these, each by the provision that was applied."""
    return {str(one): code for one in cites for under, code in PURPOSES_CODED.items() if one.within(under)}


def _own_row(one: Told, words: OwnWords) -> tuple[str, ...]:
    return (
        str(one.get("disclosed_on") or one.entry.day.isoformat()),
        "; ".join(map(words.say_item, one.get("items") or ())),
        "; ".join(one.get("periods") or ()),
        "; ".join(Cite.parse(cite).text for cite in one.entry.cites),
        "; ".join(map(_person, one.get("recipients") or ())) or str(one.get("agency") or ""),
    )


def _subjects(one: Told) -> list[str]:
    held = one.get("subject")
    if held is None:
        return []
    return [str(each) for each in held] if isinstance(held, list) else [str(held)]


def _person(held: Any) -> str:
    if not isinstance(held, dict):
        return str(held)
    return ", ".join(str(held[part]) for part in ("name", "title", "agency") if held.get(part))


def _coded(codes: Mapping[str, str], names: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(codes[name] for name in names if name in codes))
