"""Holds every pathway outside 26 U.S.C. 6103(i) against the second reading of it, as far as that can be compared.

The records stand under second_reading/; what their keys mean is told in its README. A pathway is asked what it
could still open with some answers given: an element that these answers alone keep from being met keeps it closed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import Any

from tests.law.run_cases import read_yaml

from lawgate.dates import parse_day
from lawgate.kernel.expr import Element, facts_of
from lawgate.kernel.fact import Facts, Value
from lawgate.kernel.settle import Choices, choices_of, sets_for
from lawgate.kernel.truth import Truth
from lawgate.law.addresses import S6103
from lawgate.law.corpus import Corpus
from lawgate.law.pathway import Pathway
from lawgate.law.terms.request import LEVELS, NAMED_AGENCIES, OFFICES
from lawgate.law.usc26.s6103.p.p3 import accounting_due
from lawgate.records.items import CATALOGUE
from lawgate.records.provenance import DOCUMENTS

RECORDS = Path(__file__).parent / "second_reading"
CONDITIONS = "conditions.yaml"
SUBSECTION_I = S6103 / "i"

Record = Mapping[str, Any]
Differences = Iterator[str]
Answers = dict[str, Value | None]


@cache
def records() -> dict[str, Record]:
    """The record of each pathway by its address within the section; every address stands once."""
    found: dict[str, Record] = {}
    for path in sorted(RECORDS.glob("*.yaml")):
        if path.name != CONDITIONS:
            stated = read_yaml(path)
            twice = set(found) & set(stated)
            if twice:
                raise ValueError(f"{path.name}: {sorted(twice)} is read elsewhere too")
            found |= stated
    return found


def pathways(corpus: Corpus) -> dict[str, Pathway]:
    """Every pathway outside (i), by its address within the section."""
    outside = (pathway for pathway in corpus.pathways if not pathway.cite.within(SUBSECTION_I))
    return {"/".join(pathway.cite.steps): pathway for pathway in outside}


def differences(pathway: Pathway, record: Record) -> list[str]:
    """Each matter in which the pathway and the record part ways, in a line."""
    return [f"{name}: {told}" for name, compare in COMPARED.items() for told in compare(pathway, record)]


def could_open(pathway: Pathway, facts: Facts) -> bool:
    """Whether each element could still be met when these answers are given and any others besides."""
    asked = {name for name in facts if asks(pathway, name)}
    touched = (element for element, names in _questions(pathway) if asked & names)
    return all(sets_for(element, facts, Truth.YES, _choices(pathway)) for element in touched)


@cache
def _choices(pathway: Pathway) -> Choices:
    return choices_of(pathway.tree)


@cache
def _questions(pathway: Pathway) -> tuple[tuple[Element, frozenset[str]], ...]:
    return tuple((one, frozenset(fact.name for fact in facts_of(one))) for one in pathway.elements)


def asks(pathway: Pathway, *names: str) -> bool:
    """Whether an element puts one of these questions."""
    return any(fact.name in names for fact in pathway.facts)


# ---- what is said outright -----------------------------------------------------------------------------


def _opens(pathway: Pathway, record: Record) -> Differences:
    yield from _both(record["opens"], str(pathway.provision.duty.value))


def _accounting(pathway: Pathway, record: Record) -> Differences:
    yield from _both(record["accounting"], accounting_due(pathway.cite))


def _subjects(pathway: Pathway, record: Record) -> Differences:
    """A paragraph runs as an extract only where its text has no person named, and always where it has a group."""
    extract, subjects = pathway.provision.extract, record["subjects"]
    if (extract and subjects == "named") or (not extract and subjects == "group"):
        yield f"{subjects} by the reading, {'an' if extract else 'no'} extract by the law"


def _afterwards(pathway: Pathway, record: Record) -> Differences:
    if {"use", "passed_on"} & set(record) and not pathway.provision.limits:
        yield "something binds afterwards by the reading, nothing by the law"


# ---- what is asked of the request ----------------------------------------------------------------------


def _written(pathway: Pathway, record: Record) -> Differences:
    yield from _both(record["asked"]["written"], not could_open(pathway, {"request.in_writing": False}))


def _levels(pathway: Pathway, record: Record) -> Differences:
    if "levels" in record:
        yield from _both(set(record["levels"]), _levels_of(pathway))


def _levels_of(pathway: Pathway) -> set[str]:
    """Of what levels a requester can be; one who has to be of a Federal body is of no other."""
    if not could_open(pathway, dict.fromkeys(FEDERAL_FLAGS, False) | NO_AGENCY | NO_SIGNATORY | NO_RECIPIENT):
        return {"federal"}
    return {level for level in LEVELS if could_open(pathway, {"request.level": level})}


FEDERAL_FLAGS = (
    "request.of_justice", "request.of_treasury", "request.of_social_security", "request.of_railroad_board",
    "receivable.to_social_security", "levy.to_fiscal_service", "passport.to_secretary_of_state",
)  # fmt: skip
NO_AGENCY: Answers = {"request.named_agencies": frozenset()}
NO_SIGNATORY: Answers = {"statistics.signatory": "other"}
NO_RECIPIENT: Answers = {"recipients.of_treasury": False, "recipients.of_justice": False}
"""That it is none of the Federal bodies, put in every way in which a pathway asks for one."""

OF_NO_AGENTS: Answers = {"recipients.agents": "others"}
OF_BODY = {
    "request.of_social_security": "social_security",
    "request.of_railroad_board": "railroad_retirement",
}


def _agencies(pathway: Pathway, record: Record) -> Differences:
    if "agencies" in record:
        yield from _both(set(record["agencies"]), {name for name in NAMED_AGENCIES if _serves(pathway, name)})


def _serves(pathway: Pathway, agency: str) -> bool:
    """Whether one of this agency alone can ask, and where nobody has to ask can receive."""
    asked: Answers = {fact: named == agency for fact, named in OF_BODY.items()} | OF_NO_AGENTS
    at = "request" if asks(pathway, "request.named_agencies", *OF_BODY) else "recipients"
    if record_of_passing_on(pathway):
        at = "recipients"
    return could_open(pathway, asked | {f"{at}.named_agencies": frozenset({agency})})


def record_of_passing_on(pathway: Pathway) -> bool:
    """Whether another than the Secretary discloses, so that the agencies read are those that receive."""
    record = records()["/".join(pathway.cite.steps)]
    return "by" in record and asks(pathway, "recipients.named_agencies")


def _heads(pathway: Pathway, record: Record) -> Differences:
    """Who signs, where the paragraph names an office; whoever acts for him or has it delegated is found."""
    found = {office for office in OFFICES if _signs(pathway, office)}
    yield from _both(set(record["asked"].get("heads", OFFICES)), found)


def _signs(pathway: Pathway, office: str) -> bool:
    return could_open(pathway, {"request.office": office, "finding.signatory_listed": False})


def _signatory(pathway: Pathway, record: Record) -> Differences:
    """Who signs for an extract of (j), in the words of its own question."""
    told = {
        value
        for fact in pathway.facts
        if fact.name == "statistics.signatory"
        for value in fact.values
        if could_open(pathway, {fact.name: value})
    }
    yield from _both({record["asked"]["signs"]} if "signs" in record["asked"] else set(), told)


# ---- what has to be there besides ----------------------------------------------------------------------


def _order(pathway: Pathway, record: Record) -> Differences:
    yield from _both(record["order"], not could_open(pathway, {"order.granted": False}))


def _approved(pathway: Pathway, record: Record) -> Differences:
    refused = not could_open(pathway, {"misstatement.committee_approved": False})
    yield from _both("approved" in record, refused)


def _safeguards(pathway: Pathway, record: Record) -> Differences:
    said, refused = record["safeguards"], {"finding.safeguards": False}
    needed = not could_open(pathway, refused)
    if said in (True, False):
        yield from _both(said, needed or (asks(pathway, "finding.safeguards") and "sometimes"))
    else:
        of_agent = refused | {"recipients.of_requesting_agency": False}
        yield from _both((True, False), (not could_open(pathway, of_agent), needed))


def _state_law(pathway: Pathway, record: Record) -> Differences:
    yield from _both(
        record.get("state_law", False), _refused_by(pathway, "finding.state_law_protects", OF_STATE)
    )


def _agents(pathway: Pathway, record: Record) -> Differences:
    yield from _both(
        record.get("agents", False), _refused_by(pathway, "finding.contractors_seen_to", TO_AGENTS)
    )


OF_STATE: Answers = {"recipients.of_state": True, "request.level": "state"}
TO_AGENTS: Answers = {
    "recipients.of_requesting_agency": False, "recipients.federal": False, "recipients.agents": "agents",
    "contract.federal_tax_administration": False,
}  # fmt: skip


def _refused_by(pathway: Pathway, finding: str, where: Facts) -> bool:
    """Whether the element that puts the finding is unmet where it is answered no of such recipients."""
    asking = [one for one, names in _questions(pathway) if finding in names]
    refused = {**where, finding: False}
    return any(not sets_for(one, refused, Truth.YES, _choices(pathway)) for one in asking)


def _shields(pathway: Pathway, record: Record) -> Differences:
    """What harm bars it: to an informant or an investigation, or to tax administration."""
    row: Answers = {"item.document": "account"}
    told = {
        harm
        for finding, harm in HARMS.items()
        if asks(pathway, finding) and not could_open(pathway, row | {finding: True})
    }
    yield from _both(set(record.get("shields", "").split()), told)


HARMS = {
    "finding.identifies_or_impairs": "informant",
    "finding.impairs_tax_administration": "administration",
    "finding.status_impairs": "administration",
}


def _ends(pathway: Pathway, record: Record) -> Differences:
    if "ends" in record:
        last = parse_day(record["ends"])
        days: Sequence[Value] = (last, last + timedelta(days=1))
        yield from _both([True, False], [could_open(pathway, {"time.as_of": day}) for day in days])
    elif asks(pathway, "time.as_of"):
        yield "no end by the reading, one by the law"


# ---- what it opens -------------------------------------------------------------------------------------


def _items(pathway: Pathway, record: Record) -> Differences:
    """Listed items by their names; a class by the kinds of document whose rows it opens."""
    items = _like(record["items"])
    if items["class"] == "listed":
        found = {name for name in CATALOGUE if could_open(pathway, NOT_PRESCRIBED | _row(name))}
        yield from _both(set(items["names"]), found)
        return
    opened = {document for document in DOCUMENTS if _opens_document(pathway, document)}
    yield from _both(set(CLASSES[items["class"]]), opened)
    closed = {
        name for name, kind in CATALOGUE.items() if not kind.of_other and not could_open(pathway, _row(name))
    }
    kept_back = {name for name in CATALOGUE if items.get("but") and name.startswith(f"{items['but']}.")}
    if found := closed - ELSEWHERE ^ kept_back:
        yield f"{_told(found)}: closed by one alone"


def _like(items: Record) -> Record:
    return _like(records()[items["like"]]["items"]) if "like" in items else items


def _row(name: str) -> Answers:
    """What the catalogue alone tells of a row of this name."""
    kind = CATALOGUE[name]
    return {
        "item.name": name,
        "item.identity_field": kind.identity,
        "item.of_named_taxpayer": not kind.of_other,
    }


def _opens_document(pathway: Pathway, document: str) -> bool:
    """Whether rows of such documents go without a finding that what stands in a return is data of it alone."""
    return could_open(pathway, {"item.document": document, "finding.data_of_return": False})


NOT_PRESCRIBED: Answers = {"finding.prescribed_for_premiums": False, "finding.prescribed_for_coverage": False}
"""What regulations add to a list is not on it."""

ELSEWHERE = {"irs.master_file.residence_status", "excise.wagering.return", "excise.wagering.account"}
"""What two paragraphs, (h)(5) as the gate holds it and (o)(2), keep from every other one."""

RETURNS = ("return", "return_attachment", "estimated_tax_form", "information_return_image")
CLASSES: Mapping[str, Iterable[str]] = {
    "any": DOCUMENTS,
    "return": RETURNS,
    "information": set(DOCUMENTS) - set(RETURNS),
    "reflected": {*RETURNS, "information_return", "account"},
    "information_returns": ("information_return", "information_return_image"),
}


def _both(reading: object, law: object) -> Differences:
    if reading != law:
        yield f"{_told(reading)} by the reading, {_told(law)} by the law"


def _told(value: object) -> str:
    return ", ".join(sorted(value)) or "none" if isinstance(value, set) else str(value)


COMPARED: Mapping[str, Callable[[Pathway, Record], Differences]] = {
    "opens": _opens,
    "accounting": _accounting,
    "subjects": _subjects,
    "afterwards": _afterwards,
    "written": _written,
    "levels": _levels,
    "agencies": _agencies,
    "heads": _heads,
    "signs": _signatory,
    "order": _order,
    "approved": _approved,
    "safeguards": _safeguards,
    "state_law": _state_law,
    "agents": _agents,
    "shields": _shields,
    "ends": _ends,
    "items": _items,
}
