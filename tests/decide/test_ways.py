"""Which pathway: what opens, what comes near and what it lacks, and the narrowest that suffices."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tests.decide.world import ITEM_WAGES, ORDER, Case, PaperCustodian, terms_of
from tests.law.opening_cases import LAW, decided, opening_cases

from lawgate.decide.determination import Admission, Disposition, Near, SubjectDetermination, Ways
from lawgate.decide.ways import failing_max, near_max
from lawgate.kernel.truth import Truth
from lawgate.law.addresses import S6103
from lawgate.law.narrowness import narrowness
from lawgate.law.pathway import Pathway
from lawgate.service.gate import decide_subjects

OPENING = opening_cases()


def ways(case_of: str, **changes: object) -> Ways:
    """What a case that opens this paragraph comes to where it names none."""
    found = decided(OPENING[LAW.pathway(S6103 / case_of)], provision=None, **changes).ways
    assert found is not None
    return found


def cites(ways: Ways) -> tuple[list[str], list[str]]:
    """The pathways that open and those that come near, shortly."""
    return [one.pathway.cite.short for one in ways.open], [one.pathway.cite.short for one in ways.near]


@pytest.mark.parametrize("pathway", OPENING, ids=lambda pathway: pathway.cite.short)
def test_whoever_meets_a_paragraph_without_naming_it_is_shown_that_it_opens(pathway: Pathway) -> None:
    one = decided(OPENING[pathway], provision=None)
    found = one.ways
    assert found is not None
    assert found.tried == len(LAW.pathways)
    opened = {place for opening in found.open for place in opening.rows}
    disclosed = {p for p, row in enumerate(one.decisions) if row.disposition is Disposition.DISCLOSE}
    assert opened == disclosed
    assert pathway in [opening.pathway for opening in found.open]
    ranks = [narrowness(opening.pathway).rank for opening in found.open]
    assert ranks == sorted(ranks)
    if found.narrowest is not None:
        alone = [opening for opening in found.open if set(opening.rows) == opened]
        assert alone[0].pathway is found.narrowest
    for near in found.near:
        _bears_out(near)


def _bears_out(near: Near) -> None:
    """What is near opens nothing yet, says what is missing, and lacks no more than may be."""
    assert near.missing or near.orders or near.kept_apart
    assert sum(proof.truth is Truth.NO for proof in near.missing) <= failing_max
    assert all(proof.truth is not Truth.YES for proof in near.missing)
    assert all(answers for answers in near.answers)


def under_an_order_too(*items: str) -> SubjectDetermination:
    """A complete request under (i)(2) that names no paragraph and presents an order under (i)(1) besides."""
    order = {**ORDER, "items": ["identity.name", "identity.mailing_address", ITEM_WAGES, *items]}
    case = Case().asking("provision", None).asking("court_order", order)
    terms, subjects = terms_of(case)
    return next(iter(decide_subjects(subjects, terms, PaperCustodian(case), which=True)))


def test_each_row_is_decided_by_the_narrowest_pathway_that_opens_it() -> None:
    one = under_an_order_too("return.1040.total_wages")
    opened = [(row.item, row.pathway.cite.short) for row in one.decisions if row.pathway]
    assert opened[0] == ("identity.name", "(i)(2)")
    assert opened[-1] == ("return.1040.total_wages", "(i)(1)")
    assert one.ways is not None
    assert [opening.pathway.cite.short for opening in one.ways.open] == ["(i)(2)", "(i)(1)"]


def test_the_narrowest_that_suffices_opens_all_that_any_opens() -> None:
    whole, other = under_an_order_too("return.1040.total_wages").ways, under_an_order_too().ways
    assert whole is not None
    assert other is not None
    assert whole.narrowest is not None
    assert (whole.narrowest.cite.short, whole.because) == ("(i)(1)", "no other pathway suffices")
    assert other.open[0].pathway.cite.short == "(i)(2)"


def _all() -> Iterator[Ways]:
    for case in OPENING.values():
        found = decided(case, provision=None).ways
        assert found is not None
        yield found


def test_a_request_that_names_its_paragraph_is_not_told_of_others() -> None:
    assert decided(OPENING[LAW.pathway(S6103 / "m/2")]).ways is None


def test_a_signatory_who_is_not_listed_comes_near_and_is_told_which_answer_is_missing() -> None:
    opened, near = cites(ways("i/2", requester__signatory__office="assistant_us_attorney"))
    assert "(i)(2)" not in opened
    assert near[0] == "(i)(2)"


def test_what_is_near_opens_on_the_answers_that_are_named() -> None:
    found = ways("i/2", requester__signatory__office="assistant_us_attorney").near[0]
    failing = [proof.element.label for proof in found.missing if proof.truth is Truth.NO]
    assert failing == ["the request comes from a listed official"]
    offices = {office for answers in found.answers for office in answers.get("request.office", ())}
    assert "us_attorney" in offices
    assert "assistant_us_attorney" not in offices


def test_a_pathway_of_another_asker_is_not_near() -> None:
    _, near = cites(ways("i/2", requester__signatory__office="assistant_us_attorney"))
    assert not [cite for cite in near if cite.startswith(("(f)", "(g)", "(d)"))]
    _, of_congress = cites(ways("f/1", subjects__0__facts__congress__inspects="by_agents"))
    assert any(cite.startswith("(f)") for cite in of_congress)


def test_no_more_pathways_are_near_than_may_be() -> None:
    counts = [len(one.near) for one in _all()]
    assert max(counts) == near_max


def test_returned_is_told_what_comes_near_without_a_look() -> None:
    terms, subjects = terms_of(Case().asking("provision", None).asking("reasons", None))
    one = next(iter(decide_subjects(subjects, terms, None, which=True)))
    assert one.admission is Admission.RETURNED
    assert one.ways is not None
    assert not one.ways.open
    assert "(i)(2)" in cites(one.ways)[1]


def test_an_order_in_force_is_told_with_the_pathway_that_it_forbids() -> None:
    ice = Case().asking("provision", None).asking("requester.agency", "us.dhs.ice")
    ice = ice.asking("requester.signatory.office", "agency_head").asking("recipients.0.agency", "us.dhs.ice")
    terms, subjects = terms_of(ice.asking("items", ["identity.mailing_address"]))
    one = next(iter(decide_subjects(subjects, terms, PaperCustodian(ice), which=True)))
    assert one.ways is not None
    assert not one.ways.open
    assert [near.pathway.cite.short for near in one.ways.near if near.orders] == ["(i)(2)"]


def test_a_batch_is_told_nothing_of_it() -> None:
    terms, subjects = terms_of(Case().asking("provision", None))
    assert next(iter(decide_subjects(subjects, terms, None))).ways is None
