"""The law's own test cases: reads them, runs them through the gate, and says where the two differ.

Cases stand under usc26/ in the law's own tree: the path of a file is the address of the provision. How a
case is written is told at the head of usc26/bases.yaml.
"""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache, partial
from pathlib import Path
from typing import Any

import yaml

from lawgate.dates import parse_day, read_period
from lawgate.decide.admit import Admitted, Returned, admit, count_subjects
from lawgate.decide.determination import Admission, Decision
from lawgate.decide.determine import determine, is_blocked, look_could_matter, may_fetch
from lawgate.decide.findings import Findings
from lawgate.decide.use import check_use, determine_use
from lawgate.kernel.expr import Element
from lawgate.kernel.truth import Truth
from lawgate.law.corpus import as_of
from lawgate.linkage.person import Agreement, Resolution, Status
from lawgate.records.items import CATALOGUE, Item
from lawgate.records.provenance import Provenance
from lawgate.service.contract.read import read_findings, read_request
from lawgate.service.contract.read_use import asks_for_use, read_use

TREE = Path(__file__).parent / "usc26"
SECTION = "/us/usc/t26/s6103"
DAY = "2025-06-02"


@dataclass(frozen=True)
class Case:
    """One sentence about the law, the facts that it is about, and what follows from them."""

    sentence: str
    address: str
    request: str
    expect: dict[str, Any]
    but: dict[str, Any] = field(default_factory=dict)
    on_file: dict[str, str] | None = None
    held: list[dict[str, Any]] | None = None
    findings: Any = None
    subjects_each: dict[str, str] | None = None
    day: str = DAY
    scenario: str | None = None
    disputed: str | None = None
    note: str | None = None


@dataclass(frozen=True)
class Outcome:
    """What the gate made of a case."""

    admission: Admission
    looked: bool
    defects: tuple[tuple[str, str], ...] = ()
    decisions: tuple[Decision, ...] = ()


# ---- reading ----------------------------------------------------------------------------------------


class _Plain(yaml.SafeLoader):
    """YAML in which only true, false and null are more than text, and no key stands twice."""

    yaml_implicit_resolvers: dict[str, list[Any]] = {}  # noqa: RUF012 -- the loader's own way to say so

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        """A mapping whose keys differ."""
        keys = [key.value for key, _ in node.value]
        twice = {key for key in keys if keys.count(key) > 1}
        if twice:
            raise ValueError(f"{node.start_mark}: {sorted(twice)} stands twice")
        return super().construct_mapping(node, deep)


def _resolver(tag: str, words: str) -> None:
    first = list(dict.fromkeys(word[:1] for word in words.split("|")))
    _Plain.add_implicit_resolver(tag, re.compile(f"(?:{words})$"), first)


_resolver("tag:yaml.org,2002:bool", "true|false")
_resolver("tag:yaml.org,2002:null", "null")


def read_yaml(path: Path) -> Any:
    """One YAML file, in which `no` is a word and 2023 is a period."""
    return yaml.load(path.read_text(encoding="utf-8"), Loader=_Plain)  # noqa: S506 -- a safe loader


@cache
def bases() -> dict[str, Any]:
    """The requests that are complete, what an official answers to each, and what is commonly held.

    A file of cases may state further requests and answers beside its cases; every name stands once.
    """
    stated = read_yaml(TREE / "bases.yaml")
    for path in case_files().values():
        document = read_yaml(path)
        for part in ("requests", "findings"):
            twice = set(stated[part]) & set(document.get(part, {}))
            if twice:
                raise ValueError(f"{path.name}: {sorted(twice)} of {part} stands elsewhere too")
            stated[part] |= document.get(part, {})
    return stated


def case_files() -> dict[str, Path]:
    """Every file of cases by the address that its path is."""
    paths = sorted((TREE / "s6103").rglob("*.yaml"))
    return {path.relative_to(TREE / "s6103").with_suffix("").as_posix(): path for path in paths}


@cache
def cases() -> tuple[Case, ...]:
    """All cases of all files."""
    return tuple(case for address, path in case_files().items() for case in _cases_of(address, path))


def _cases_of(address: str, path: Path) -> Iterator[Case]:
    document = read_yaml(path)
    unknown = set(document) - {"unless_stated", "cases", "requests", "findings"}
    if unknown:
        raise ValueError(f"{path.name}: {sorted(unknown)} is no part of a file of cases")
    for row in document["cases"]:
        given = {**document.get("unless_stated", {}), **row}
        yield Case(sentence=given.pop("case"), address=address, **given)


# ---- running ----------------------------------------------------------------------------------------


@cache
def _outcomes() -> dict[str, Outcome]:
    return {}


def outcome_of(case: Case) -> Outcome:
    """What the gate makes of a case, worked out once."""
    known = _outcomes()
    if case.sentence not in known:
        known[case.sentence] = run(case)
    return known[case.sentence]


def run(case: Case) -> Outcome:
    """Admit, look if a look could matter and the case says what a look would show, determine."""
    data = _bytes(request_of(case))
    if asks_for_use(data):
        return _run_use(case, data)
    asked, subjects = read_request(data)
    if isinstance(subjects, str):
        raise ValueError("a case names its subjects itself")
    day = parse_day(case.day)
    counts = count_subjects(asked, subjects)
    counts |= {who: int(number) for who, number in (case.subjects_each or {}).items()}
    admitted = admit(asked, subjects[0], as_of(day), day=day, subjects_each=counts)
    if isinstance(admitted, Returned):
        defects = tuple((str(defect.cite), defect.fix) for defect in admitted.defects)
        return Outcome(Admission.RETURNED, looked=False, defects=defects)
    findings = Findings.check(read_findings(_bytes(findings_of(case))), day=day)
    return _decided(case, admitted, findings)


def _run_use(case: Case, data: bytes) -> Outcome:
    """A use that is asked for is determined by the rules of use alone."""
    _, asked = read_use(data)
    day = parse_day(case.day)
    check_use(asked, as_of(day), day=day)
    findings = Findings.check(read_findings(_bytes(findings_of(case))), day=day)
    determined = determine_use(asked, as_of(day), findings)
    return Outcome(determined.admission, looked=False, decisions=determined.decisions)


def _decided(case: Case, admitted: Admitted, findings: Findings) -> Outcome:
    resolution = _resolution(case) if look_could_matter(admitted, findings) else None
    held: tuple[Item, ...] = ()
    if resolution is not None and may_fetch(admitted, resolution, findings):
        held = tuple(map(_item, bases()["held"] if case.held is None else case.held))
    decisions = determine(admitted, resolution, held, findings)
    admission = Admission.BLOCKED if is_blocked(admitted) else Admission.ADMITTED
    return Outcome(admission, looked=resolution is not None, decisions=decisions)


def request_of(case: Case) -> dict[str, Any]:
    """The base of a case with its changes, in the contract's shape."""
    request = copy.deepcopy(bases()["requests"][case.request])
    for place, value in case.but.items():
        _put(request, _steps(place), value)
    return request


def _steps(place: str) -> list[str]:
    """The steps of a dotted place; what follows `facts` is the name of one fact."""
    before, facts, name = place.partition(".facts.")
    return [*before.split("."), *(["facts", name] if facts else [])]


def _put(inside: Any, steps: list[str], value: Any) -> None:
    for number, step in enumerate(steps[:-1]):
        if isinstance(inside, dict) and inside.get(step) is None:
            inside[step] = {}
        try:
            inside = inside[int(step)] if isinstance(inside, list) else inside[step]
        except IndexError as error:
            raise ValueError(f"nothing stands at {'.'.join(steps[: number + 1])}") from error
    last: Any = int(steps[-1]) if isinstance(inside, list) else steps[-1]
    if value is None and isinstance(inside, dict):
        inside.pop(last, None)
    else:
        inside[last] = value


def findings_of(case: Case) -> dict[str, Any]:
    """The findings file of a case: answers by cite, each alone, as a row or as several rows."""
    stated = {"rest": "complete"} if case.findings == "complete" else dict(case.findings or {})
    answers = bases()["findings"][case.request] if stated.pop("rest", None) == "complete" else {}
    rows = [
        _finding(cite, row if isinstance(row, dict) else {"answer": row}, case.day)
        for cite, answer in {**answers, **stated}.items()
        for row in (answer if isinstance(answer, list) else [answer])
        if row != "open"
    ]
    return {"findings": rows}


def _finding(cite: str, row: dict[str, Any], day: str) -> dict[str, Any]:
    by = {"name": "Sample Official", "office": "delegated_official"}
    return {"cite": f"{SECTION}/{cite}", "by": by, "on": day, **row}


def _resolution(case: Case) -> Resolution | None:
    if case.on_file is None:
        return None
    unknown = set(case.on_file) - {"person", "address_held"}
    if unknown:
        raise ValueError(f"{case.sentence}: on_file knows no {sorted(unknown)}")
    agreement = case.on_file.get("address_held")
    status = Status(case.on_file["person"])
    found = "T1" if status in (Status.ONE, Status.REVIEW) else None
    return Resolution(status, found, Agreement(agreement) if agreement else None)


def _item(row: dict[str, Any]) -> Item:
    unknown = set(row) - {"item", "period", "furnished_by", "document"}
    if unknown:
        raise ValueError(f"a row that is held has no {sorted(unknown)}")
    period = read_period(row["period"]) if row.get("period") else None
    provenance = Provenance.read(row.get("furnished_by"), row.get("document"))
    if (provenance.furnished_by, provenance.document) != (row.get("furnished_by"), row.get("document")):
        raise ValueError(f"{row}: this provenance is in no vocabulary")
    return Item(CATALOGUE[row["item"]], period, "x", provenance)


def _bytes(document: dict[str, Any]) -> bytes:
    return json.dumps(document).encode()


# ---- saying where the two differ --------------------------------------------------------------------

ROWS_NOT_OPENED = {"no": ("withhold", Truth.NO), "open": ("needs_more needs_finding", Truth.OPEN)}


def differences(case: Case) -> list[str]:
    """Each expectation that the gate does not meet, in one line."""
    outcome = outcome_of(case)
    faults = [f"{row.item}: a fault, {row.fault}" for row in outcome.decisions if row.fault]
    return [*faults, *(line for name in case.expect for line in CHECKS[name](case.expect[name], outcome))]


def _admission(wanted: str, outcome: Outcome) -> Iterator[str]:
    if wanted != outcome.admission:
        told = ", ".join(f"{cite}: {fix}" for cite, fix in outcome.defects)
        yield f"admission: {wanted} by the case, {outcome.admission} by the gate ({told})"


def _looked(wanted: str, outcome: Outcome) -> Iterator[str]:
    if (wanted == "yes") is not outcome.looked:
        yield f"looked: {wanted} by the case, not so by the gate"


def _defects(wanted: list[str], outcome: Outcome) -> Iterator[str]:
    return _both_ways("defects", wanted, [f"{_short(cite)} {fix}" for cite, fix in outcome.defects])


def _items(wanted: str | dict[str, str], outcome: Outcome) -> Iterator[str]:
    by_row = (
        wanted if isinstance(wanted, dict) else dict.fromkeys((row.item for row in outcome.decisions), wanted)
    )
    if not by_row:
        yield f"items: {wanted} by the case, none decided by the gate"
    for name, disposition in by_row.items():
        rows = [row for row in outcome.decisions if _is_meant(name, row)]
        if not rows:
            yield f"{name}: no such row"
        for row in rows:
            if row.disposition != disposition:
                told = ", ".join(_elements(row, Truth.NO) or _elements(row, Truth.OPEN))
                yield f"{name}: {disposition} by the case, {row.disposition} by the gate ({told})"


def _is_meant(name: str, row: Decision) -> bool:
    """Whether `item`, `item@document` or `item@period` speaks of this row."""
    item, _, which = name.partition("@")
    document = row.provenance.document if row.provenance else None
    return item == row.item and (not which or which in (document, row.period))


def _reasons(name: str, wanted: list[str], outcome: Outcome) -> Iterator[str]:
    dispositions, truth = ROWS_NOT_OPENED[name]
    rows = [row for row in outcome.decisions if row.disposition in dispositions.split()]
    return _both_ways(name, wanted, [element for row in rows for element in _elements(row, truth)])


def _both_ways(name: str, wanted: list[str], found: list[str]) -> Iterator[str]:
    """Each reason stated is found, and each one found is stated."""
    for reason in wanted:
        if not any(_speaks_of(reason, element) for element in found):
            yield f"{name}: {reason} by the case, not so by the gate"
    for element in dict.fromkeys(found):
        if not any(_speaks_of(reason, element) for reason in wanted):
            yield f"{name}: {element} by the gate, not so by the case"


def _speaks_of(reason: str, element: str) -> bool:
    """Whether a reason, a cite with or without words of the element, is this element."""
    cite, _, words = reason.partition(" ")
    return element.partition(" ")[0] == cite and words in element


def _asks(wanted: list[str], outcome: Outcome) -> Iterator[str]:
    questions = [
        question.fact for row in outcome.decisions if row.explanation for question in row.explanation.open
    ]
    asked = {_short(str(fact.cite)) if fact.cite else fact.name for fact in questions}
    for question in wanted:
        if question not in asked:
            yield f"asks: {question} by the case, not so by the gate, which asks {sorted(asked)}"


def _by(wanted: str, outcome: Outcome) -> Iterator[str]:
    ways = {_short(str(row.pathway.cite)) for row in outcome.decisions if row.pathway}
    if ways != {wanted}:
        yield f"by: {wanted} by the case, {sorted(ways)} by the gate"


def _orders(wanted: list[str], outcome: Outcome) -> Iterator[str]:
    named = list(dict.fromkeys(order.id for row in outcome.decisions for order in row.orders))
    if named != wanted:
        yield f"orders: {wanted} by the case, {named} by the gate"


def _elements(row: Decision, truth: Truth) -> list[str]:
    proofs = row.explanation.elements if row.explanation else ()
    return [element_name(proof.element) for proof in proofs if proof.truth is truth]


def element_name(element: Element) -> str:
    """An element as cases and messages name it: i/2/A and its label."""
    return f"{_short(str(element.cite))} {element.label}"


def _short(cite: str) -> str:
    return cite.removeprefix(f"{SECTION}/")


CHECKS: dict[str, Callable[[Any, Outcome], Iterator[str]]] = {
    "admission": _admission,
    "looked": _looked,
    "defects": _defects,
    "items": _items,
    "no": partial(_reasons, "no"),
    "open": partial(_reasons, "open"),
    "asks": _asks,
    "by": _by,
    "orders": _orders,
}
