"""The gate held to a second reading of 26 U.S.C. 6103(i)(2): the same outcome for the same reasons."""

from __future__ import annotations

import copy
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice

import pytest

pytest.importorskip("cedarpy")

from tests.oracle.cedar_i2 import Judgement, judge_many
from tests.oracle.gate import findings_of, resolution_of, row_of, statute_alone, without
from tests.oracle.near_misses import (
    DAY,
    DEPARTURE,
    OTHER_LIMBS,
    PERIODS,
    STATUTE,
    UNLISTED,
    WITH_THE_DAYS,
    NearMiss,
    near_misses,
)

from lawgate.dates import read_period
from lawgate.decide.admit import Admitted, Returned, admit, count_subjects
from lawgate.decide.determination import Decision, Disposition
from lawgate.decide.determine import determine, look_could_matter
from lawgate.decide.findings import Findings
from lawgate.decide.receiving import receiving_of
from lawgate.decide.request import Known, Request, Subject
from lawgate.decide.stated import stated_facts, words_of
from lawgate.kernel.explain import ElementProof
from lawgate.kernel.expr import Element
from lawgate.kernel.truth import Truth
from lawgate.law.addresses import S6103
from lawgate.law.corpus import Corpus
from lawgate.law.pathway import Pathway
from lawgate.law.terms import item, person
from lawgate.linkage.person import Resolution
from lawgate.records.items import NOT_IDENTITY, Item
from lawgate.service.contract.read import read_request

SEED = 6103
CASES = 10_000
HERE = S6103 / "i/2"

ELEMENTS = (
    # the oracle's id, where the element stands in our pathway, its cite and its label
    ("E201", 0, "i/2/A", "the request comes from a listed official"),
    ("E202", 1, "i/2/B", "the request is in writing"),
    ("E203", 2, "i/2/B/i", "the request sets forth the taxpayer's name"),
    ("E204", 3, "i/2/B/i", "the request sets forth the taxpayer's address"),
    ("E205", 4, "i/2/B/ii", "the request sets forth the taxable periods"),
    ("E206", 5, "i/2/B/iii", "the request sets forth the statutory authority"),
    ("E207", 6, "i/2/B/iv", "the request sets forth specific reasons"),
    ("E208", 7, "i/2/A", "the recipients are officers or employees of the requesting agency"),
    ("Q5", 8, "i/2/A", "the request identifies the officers or employees who would receive"),
    ("E209", 9, "i/2/A", "the recipients are personally and directly engaged"),
    (
        "E210", 10, "i/2/A",
        "a proceeding is being prepared, an investigation may result in one, or a grand jury sits",
    ),
    ("E211", 11, "i/1/A/i", "the matter enforces a designated Federal criminal statute, or is a child case"),
    (
        "Q11", 12, "i/2/A/ii",
        "where failure to depart alone is designated, the order of removal bears it out",
    ),
    ("PERSON", 13, "a", "exactly one person on file is the one whom the request names"),
    ("AGREES", 14, "i/2/B/i", "the address set forth is one held for the person named, current or earlier"),
    (
        "E213_214", 15, "i/2/A",
        "the item is return information, neither a return nor the taxpayer's own, or it is identity",
    ),
    ("E217", 16, "i/2/B/ii", "the item relates to the person named and to a stated period"),
    ("STATUS", 17, "h/5", "the item is not a status that the master file records, which this gate keeps to (h)(5)"),
    (
        "E215", 18, "i/6",
        "it would neither identify a confidential informant nor seriously impair a tax investigation",
    ),
    ("E901", 19, "p/4", "the recipient's agency meets the safeguards to the satisfaction of the Secretary"),
)  # fmt: skip
IDS = {(S6103 / cite, label): name for name, _, cite, label in ELEMENTS}
OF_THE_REQUEST = frozenset("E201 E202 E203 E204 E205 E206 E207".split())


@dataclass(frozen=True)
class Ours:
    """What the gate says of one case, in the oracle's words. `defects` are those on which it is returned."""

    allow: bool
    no: frozenset[str]
    open: frozenset[str]
    defects: frozenset[str]


def test_every_element_has_its_counterpart() -> None:
    """The table names every element of the pathway, at its place, and no other."""
    standing = [(place, str(e.cite), e.label) for place, e in enumerate(_pathway(statute_alone()).elements)]
    assert [(place, str(S6103 / cite), label) for _, place, cite, label in ELEMENTS] == standing


def test_both_readings_agree() -> None:
    """Ten thousand near misses: disclosed by both or by neither, with the same elements unmet and open."""
    different = [
        (number, why)
        for number, (one, both) in enumerate(zip(_cases(), _judged(), strict=True))
        for why in differences(one, both, statute_alone())
    ]
    assert not different, _told(different)


def test_the_cases_are_worth_comparing() -> None:
    """A fifth disclose, and every element is in some cases all that is unmet, in others all that is open."""
    judged = [found for found, _ in _judged()]
    assert len(judged) == CASES
    assert sum(found.allow for found in judged) >= CASES / 5
    alone = Counter(next(iter(found.no)) for found in judged if len(found.no) == 1 and not found.open)
    never = [name for name, *_ in ELEMENTS if alone[name] < 3]
    assert not never
    waiting = Counter(next(iter(found.open)) for found in judged if len(found.open) == 1 and not found.no)
    never_open = {name for name, *_ in ELEMENTS if not waiting[name]}
    stated_or_not = {"E202", "E203", "E205"}
    assert never_open == stated_or_not | {"Q5", "STATUS"}, "with no officer named, E208 and E209 are open too"
    addresses = Counter(one.linked["address"] for one in _cases())
    assert all(addresses[outcome] > 50 for outcome in ("adequate", "inadequate", "needs_human", None))


def test_the_cases_reach_every_side_of_failure_to_depart() -> None:
    """Each way to designate it, alone or beside an unlisted statute with each finding, both met and unmet."""
    sides: dict[tuple[str, str], set[bool]] = {}
    for one, (found, _) in zip(_cases(), _judged(), strict=True):
        if (found.no | found.open) <= {"Q11"}:
            sides.setdefault(_side(one), set()).add(found.allow)
    beside = [("(a)(1) and an unlisted one", finding) for finding in ("yes", "no", "none")]
    limbs = [(text, "none") for text in [*WITH_THE_DAYS[2:], *OTHER_LIMBS]]
    wider = [(text, "yes") for text in WITH_THE_DAYS[:2]]
    always_met = {("(a)(1) and an unlisted one", "yes")}
    for side in [*beside, *limbs, *wider]:
        assert sides[side] == ({True} if side in always_met else {True, False}), side


def _side(one: NearMiss) -> tuple[str, str]:
    """What is designated, where it is one statute or (a)(1) beside an unlisted one, and the finding of it."""
    designated = _designated(one)
    beside = len(designated) == 2 and designated[0] == DEPARTURE and designated[1] in UNLISTED
    text = "(a)(1) and an unlisted one" if beside else " ".join(designated)
    return text, one.answers.get(STATUTE, "none")


def _designated(one: NearMiss) -> list[str]:
    matter = one.subject.get("matter") or one.request.get("matter") or {}
    return matter.get("statutes") or []


@pytest.mark.parametrize("dropped", [name for name, *_ in ELEMENTS])
def test_an_element_dropped_is_seen(dropped: str) -> None:
    """Without any one of its elements the gate discloses what the oracle keeps closed."""
    labels = [label for name, _, _, label in ELEMENTS if name == dropped]
    poorer = without(statute_alone(), HERE, labels)
    telling = [
        (one, both)
        for one, both in zip(_cases(), _judged(), strict=True)
        if both[0].no == {dropped} and not both[0].open
    ]
    seen = [why for one, both in telling[:60] for why in differences(one, both, poorer)]
    assert "decision: True, oracle False" in seen


@pytest.mark.parametrize(
    ("stated", "held", "opens"),
    [
        ("2023", "2023", True),
        ("2023", "2023Q1", True),
        ("2023", "2023Q4", True),
        ("2023", "2023-01", True),
        ("2023", "2023-12", True),
        ("2023Q4", "2023-10", True),
        ("2023Q4", "2023-12", True),
        ("2023Q4", "2023-09", False),
        ("2023Q4", "2023", False),
        ("2023-12", "2023Q4", False),
        ("2023-12", "2023", False),
        ("2023", "2024Q1", False),
        ("2023", "2022-12", False),
    ],
)
def test_a_stated_period_covers_its_parts(stated: str, held: str, opens: bool) -> None:
    """26 U.S.C. 6103(i)(2)(B)(ii): a year states its quarters and months, a part never states the whole."""
    one = _complete_case()
    one.request["tax_periods"], one.subject["tax_periods"] = [stated], None
    one.held["period"] = held
    assert _ours(one, statute_alone()).allow is opens


NAME_FORMS = (
    {"given": "Ana", "surname": None},
    {"given": None, "surname": "..."},
    {"given": "Name", "surname": "Not Provided"},
    {"given": "Unidentified", "surname": "Male"},
)


@pytest.mark.parametrize("name", NAME_FORMS)
def test_names_and_words_that_are_none(name: Mapping[str, str | None]) -> None:
    """26 U.S.C. 6103(i)(2)(B)(i): one word that names is a name, words that say it is not known are none."""
    one = _complete_case()
    one.subject["name"] = name
    assert not differences(one, judged_twice([one])[0], statute_alone())


def test_an_acting_us_attorney_asks_for_the_department() -> None:
    """26 U.S.C. 6103(i)(2)(A): any United States attorney is listed in the case of the Department."""
    one = _complete_case()
    one.request["requester"] = {
        "agency": "us.doj.usao",
        "level": "federal",
        "signatory": {"office": "acting_us_attorney"},
    }
    one.request["recipients"] = [
        {"id": "O1", "agency": "us.doj.fbi", "personally_and_directly_engaged": True}
    ]
    one.subject["recipients"] = None
    one.answers["/us/usc/t26/s6103/i/2/A"] = "yes"
    assert not differences(one, judged_twice([one])[0], statute_alone())


@cache
def _cases() -> list[NearMiss]:
    return list(islice(near_misses(SEED), CASES))


@cache
def _judged() -> list[tuple[Judgement, Judgement]]:
    return judged_twice(_cases())


def judged_twice(cases: Sequence[NearMiss]) -> list[tuple[Judgement, Judgement]]:
    """The oracle on each case, with all findings and, as admission sees it, with none.

    A finding taken away never makes an element unmet, so only the cases with one unmet are judged again.
    """
    found = judge_many(one.case for one in cases)
    unmet = [place for place, judged in enumerate(found) if judged.no & OF_THE_REQUEST]
    again = judge_many(replace(cases[place], answers={}).case for place in unmet)
    unfound = dict(zip(unmet, again, strict=True))
    return [(judged, unfound.get(place, judged)) for place, judged in enumerate(found)]


def _complete_case() -> NearMiss:
    """A complete case of a row with a period, to change as one likes."""
    found = next(
        one
        for one, (judged, _) in zip(_cases(), _judged(), strict=True)
        if judged.allow and one.held["period"] in PERIODS and "identity" not in one.held["item"]
    )
    return copy.deepcopy(found)


def differences(one: NearMiss, both: tuple[Judgement, Judgement], corpus: Corpus) -> list[str]:
    """Where the gate and the oracle part ways on one case."""
    found, unfound = both
    ours = _ours(one, corpus)
    pairs = (
        ("decision", ours.allow, found.allow),
        ("defects", ours.defects, unfound.no & OF_THE_REQUEST),
        ("unmet", ours.no, found.no),
        ("open", ours.open, found.open),
    )
    return [f"{what}: {_say(mine)}, oracle {_say(theirs)}" for what, mine, theirs in pairs if mine != theirs]


def _ours(one: NearMiss, corpus: Corpus) -> Ours:
    """The gate on one case: read, admit, determine, with a resolution as it would have come."""
    asked, subjects = read_request(json.dumps(one.request).encode())
    assert not isinstance(subjects, str)
    (subject,) = subjects
    findings = findings_of(one)
    row, resolution = row_of(one.held), resolution_of(one.linked)
    gate = admit(asked, subject, corpus, day=DAY, subjects_each=count_subjects(asked, subjects))
    stated = gate.facts if isinstance(gate, Admitted) else _stated(asked, subject)
    facts = {**stated, **_found(asked, subject, findings, row, resolution)}
    proofs: Sequence[ElementProof] = _pathway(corpus).explainer.explain(facts).elements
    if isinstance(gate, Returned):
        mends = {(element.cite, element.mend): _id(element) for element in _pathway(corpus).elements}
        return _said(False, proofs, frozenset(mends[defect.cite, defect.fix] for defect in gate.defects))
    decisions = determine(gate, resolution, [row], findings)
    assert not any(decision.fault for decision in decisions)
    of_the_row = [decision for decision in decisions if decision.provenance is not None]
    for decision in of_the_row:
        assert decision.explanation is not None
        assert _truths(decision.explanation.elements) == _truths(proofs)
    allow = _discloses(decisions)
    assert not allow or (of_the_row and look_could_matter(gate, findings))
    return _said(allow, proofs, frozenset())


def _stated(asked: Request, one: Subject) -> Known:
    receiving = receiving_of(asked, one, subjects_each=count_subjects(asked, (one,)))
    words = words_of(asked, one, receiving)
    return stated_facts(asked, words, day=DAY, ref=one.ref)


def _found(asked: Request, one: Subject, findings: Findings, row: Item, resolution: Resolution) -> Known:
    """What officials and the look add. The row's period is stated if a period of the request covers it."""
    stated = [period for period in map(read_period, asked.periods_of(one)) if period is not None]
    covered = any(map(row.period.within, stated)) if row.period else None
    known: Known = {
        **findings.known(one.ref, row.kind.name),
        person.on_file.name: resolution.status.value,
        item.held.name: True,
        item.furnished_by.name: row.provenance.furnished_by,
        item.document.name: row.provenance.document,
        item.name.name: row.kind.name,
        item.identity_field.name: row.kind.identity,
        item.of_named_taxpayer.name: not row.kind.of_other,
        item.of_stated_period.name: True if row.kind.identity != NOT_IDENTITY else covered,
    }
    if resolution.agreement is not None:
        known[person.address_held.name] = resolution.agreement.value
    return known


def _discloses(decisions: Iterable[Decision]) -> bool:
    return any(decision.disposition is Disposition.DISCLOSE for decision in decisions)


def _said(allow: bool, proofs: Sequence[ElementProof], defects: frozenset[str]) -> Ours:
    truths = _truths(proofs)
    unmet, waiting = (
        frozenset(name for name, truth in truths.items() if truth is said) for said in (Truth.NO, Truth.OPEN)
    )
    return Ours(allow, unmet, waiting, defects)


def _truths(proofs: Iterable[ElementProof]) -> dict[str, Truth]:
    return {_id(proof.element): proof.truth for proof in proofs}


def _id(element: Element) -> str:
    return IDS[element.cite, element.label]


def _pathway(corpus: Corpus) -> Pathway:
    return corpus.pathway(HERE)


def _say(what: object) -> str:
    return " ".join(sorted(what)) or "none" if isinstance(what, frozenset) else str(what)


def _told(different: Sequence[tuple[int, str]]) -> str:
    """The differences by how often each occurs, with the number of one case."""
    counts = Counter(why for _, why in different)
    first = {why: number for number, why in reversed(different)}
    return "\n".join(f"{count} x {why} (case {first[why]})" for why, count in counts.most_common(30))
