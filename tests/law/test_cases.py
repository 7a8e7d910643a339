"""The law's own test cases hold, and there is one for each thing that the law asks."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator

import pytest
from tests.house.shared import shared
from tests.law import run_cases
from tests.law.run_cases import Case, Outcome, case_files, cases, element_name, outcome_of

from lawgate.cite import Cite
from lawgate.dates import parse_day
from lawgate.decide.determination import Admission, Decision, Disposition
from lawgate.kernel.expr import Element, facts_of
from lawgate.kernel.truth import Truth
from lawgate.law.addresses import S6103
from lawgate.law.contested import read
from lawgate.law.corpus import as_of
from lawgate.law.pathway import Pathway

SCENARIOS = "S01 S03 S05 S06 S08 S11 S13 S16 S17 S18 S21 S22 S23 S25 S27 S30 S34 S37 S40".split()

LAW = as_of(parse_day(run_cases.DAY))
SUBSECTION_I = S6103 / "i"
WAYS = tuple(
    way
    for way in (*LAW.pathways, *(pathway for _, pathway in LAW.rules_of_use))
    if way.cite.within(SUBSECTION_I)
)
"""Every pathway of (i) and every rule on the use of what it opened; for others the generated cases do this."""

OTHERS = tuple(pathway for pathway in LAW.pathways if not pathway.cite.within(SUBSECTION_I))
WAITING: frozenset[str] = frozenset()
"""Pathways outside (i) that still wait for their cases written by hand."""
REFUSALS_EACH = 3
ENDED = frozenset({"d/5"})
"""Pathways whose own words say that they ended: nothing opens them."""
JOINED_EVERYWHERE = tuple(S6103 / place for place in ("h/5", "o/2", "p/8/A"))
"""Bars that other subsections lay on nearly every pathway. By hand each is shown once; the generated cases show
each of every pathway."""


def _short(way: Pathway | None) -> str:
    return str(way.cite).removeprefix(f"{run_cases.SECTION}/") if way is not None else ""


# ---- each case ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.sentence)
def test_a_case_comes_out_as_it_is_written(case: Case) -> None:
    found = run_cases.differences(case)
    if case.disputed:
        now = found or ["the gate now answers as the case says: take the mark off"]
        pytest.fail("\n".join([f"disputed: {case.disputed.strip()}", *now]), pytrace=False)
    if found:
        pytest.fail("\n".join([f"{case.address}: {case.sentence}", *found]), pytrace=False)


# ---- the cases are well written -----------------------------------------------------------------------


def test_no_two_cases_have_one_sentence() -> None:
    assert [
        sentence for sentence, count in Counter(case.sentence for case in cases()).items() if count > 1
    ] == []


def test_every_case_says_what_follows_and_why() -> None:
    assert [case.sentence for case in cases() if not _says_what_and_why(case)] == []


def _says_what_and_why(case: Case) -> bool:
    expected = case.expect
    items = expected.get("items", {})
    outcomes = set(items.values() if isinstance(items, dict) else [items])
    known = outcomes <= {disposition.value for disposition in Disposition} and not set(expected) - set(
        run_cases.CHECKS
    )
    demanded = {
        "defects": expected.get("admission") == "returned",
        "no": "withhold" in outcomes and expected.get("admission") != "blocked",
        "orders": expected.get("admission") == "blocked",
        "open": bool(outcomes & {"needs_more", "needs_finding"}),
    }
    reasons = all(expected.get(name) for name, is_due in demanded.items() if is_due)
    return known and reasons and bool(outcomes or expected.get("admission") == "returned")


def test_every_scenario_of_the_list_has_a_case() -> None:
    assert sorted({case.scenario for case in cases() if case.scenario}) == sorted(SCENARIOS)


def test_every_file_of_cases_stands_at_an_address_of_the_statute() -> None:
    addresses = _statute()
    assert [address for address in case_files() if address not in addresses] == []


def _statute() -> dict[str, str]:
    provisions = json.loads(shared("law", "usc26-6103.json").read_text("utf-8"))
    return {
        row["id"].removeprefix(f"{run_cases.SECTION}/"): f"{row['heading'] or ''} {row['text']}"
        for row in provisions
    }


def test_every_element_is_made_out_in_some_case_that_discloses() -> None:
    made_out = {
        (_short(row.pathway), element_name(element))
        for row in _decided(Truth.YES)
        if row.pathway is not None
        for element in row.pathway.elements
    }
    assert not _elements() - made_out, _lines(_elements() - made_out)


def test_every_element_has_a_case_where_only_it_fails() -> None:
    alone = {found for case in cases() for found in _alone(case, outcome_of(case))}
    missing = _elements() - alone - _TOLD_BY_ANOTHER_RULE - _joined_everywhere()
    assert not missing, _lines(missing)
    assert {name for _, name in _joined_everywhere()} <= {name for _, name in alone}


_TOLD_BY_ANOTHER_RULE = {
    *((_short(way), element_name(rule.place)) for rule, way in LAW.rules_of_use),
    ("i/4/A/i", "i/4/A the item is a return or taxpayer return information"),
}
"""Where a rule of use fails on these alone, another rule allows the use or is the one that is told: a use in
another place falls under the rule for that place, and what is no return goes by (i)(4)(B)."""


def test_every_element_that_a_finding_can_hold_open_has_a_case_where_it_is_open() -> None:
    held_open = {
        (_short(row.pathway), element_name(proof.element))
        for row in _decided(Truth.OPEN)
        if row.pathway is not None and row.explanation is not None
        for proof in row.explanation.elements
        if proof.truth is Truth.OPEN
    }
    rest_on_findings = {
        (_short(way), element_name(element))
        for way in WAYS
        for element in way.elements
        if any(fact.is_finding for fact in facts_of(element))
    }
    missing = rest_on_findings - held_open - _joined_everywhere()
    assert not missing, _lines(missing)


def test_every_pathway_outside_i_has_a_case_that_opens_it_and_three_that_refuse_it() -> None:
    assert _waiting(OTHERS, *_opened_and_refused()) == WAITING


def test_every_pathway_of_i_would_pass_as_well_and_one_without_cases_would_not() -> None:
    opened, refused = _opened_and_refused()
    assert _waiting(LAW.pathways, opened, refused) == WAITING
    some = LAW.pathways[0]
    at_most = Counter({**refused, _short(some): REFUSALS_EACH - 1})
    assert _waiting([some], opened, at_most) == _waiting([some], Counter(), refused) == {_short(some)}


def _waiting(ways: Iterable[Pathway], opened: Counter[str], refused: Counter[str]) -> frozenset[str]:
    cites = map(_short, ways)
    return frozenset(
        cite for cite in cites if bool(opened[cite]) is (cite in ENDED) or refused[cite] < REFUSALS_EACH
    )


def _opened_and_refused() -> tuple[Counter[str], Counter[str]]:
    """By pathway, in how many cases it opens an item, and in how many a request for it is returned or withheld."""
    opened, refused = Counter[str](), Counter[str]()
    for case in cases():
        outcome = outcome_of(case)
        opened.update(
            {_short(row.pathway) for row in outcome.decisions if row.disposition is Disposition.DISCLOSE}
        )
        refused.update(
            {_short(row.pathway) for row in outcome.decisions if row.disposition is Disposition.WITHHOLD}
        )
        if outcome.admission is Admission.RETURNED and (asked := run_cases.request_of(case).get("provision")):
            refused[_short(LAW.pathway(Cite.parse(asked)))] += 1
    return opened, refused


def _lines(elements: set[tuple[str, str]]) -> str:
    return "\n".join(f"{way}: {element}" for way, element in sorted(elements))


def _elements() -> set[tuple[str, str]]:
    return {(_short(way), element_name(element)) for way in WAYS for element in way.elements}


def _joined_everywhere() -> set[tuple[str, str]]:
    return {
        (_short(way), element_name(element))
        for way in WAYS
        for proviso, element in way.provisos
        if proviso.cite in JOINED_EVERYWHERE
    }


def _decided(truth: Truth) -> Iterator[Decision]:
    for case in cases():
        for row in outcome_of(case).decisions:
            if row.explanation is not None and row.explanation.truth is truth:
                yield row


def _alone(case: Case, outcome: Outcome) -> Iterator[tuple[str, str]]:
    """The elements of which this case shows that each, failing alone, closes a pathway."""
    if outcome.admission is Admission.RETURNED:
        yield from _lacking_alone(case, outcome)
    for row in outcome.decisions:
        failing = _failing_alone(row)
        if row.pathway is not None and failing is not None:
            yield _short(row.pathway), element_name(failing)


def _lacking_alone(case: Case, outcome: Outcome) -> Iterator[tuple[str, str]]:
    """The one element of the request that is lacking, where one paragraph is asked for and one is lacking."""
    provision = run_cases.request_of(case).get("provision")
    if provision is None or len(outcome.defects) != 1:
        return
    way = as_of(parse_day(case.day)).pathway(Cite.parse(provision))
    for element in way.request:
        if (str(element.cite), element.mend) == outcome.defects[0]:
            yield _short(way), element_name(element)


def _failing_alone(row: Decision) -> Element | None:
    """The one element that fails, where all others hold or wait only for a look that could change nothing."""
    if row.explanation is None or row.pathway is None:
        return None
    failing = [proof.element for proof in row.explanation.elements if proof.truth is Truth.NO]
    waiting = [proof.element for proof in row.explanation.elements if proof.truth is Truth.OPEN]
    covers = read(row.pathway.provision.covers, row.pathway.readings)
    unseen = all(element in covers for element in waiting)
    return failing[0] if len(failing) == 1 and unseen else None
