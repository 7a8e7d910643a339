"""Before any look: what is returned, with which defects, and that no record was touched."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest
from tests.decide.world import DAY, I1, I5, SECTION, Case, PaperCustodian, SealedCustodian, outcome, terms_of

from lawgate.decide.admit import NO_PARAGRAPH, Admitted, Returned, admit
from lawgate.decide.determination import Admission
from lawgate.law.corpus import as_of

I2B = f"{SECTION}/i/2/B"

ONE_DEFECT: dict[str, tuple[Case, str]] = {
    "not in writing": (Case().asking("in_writing", False), I2B),
    "silent on writing": (Case().asking("in_writing", None), I2B),
    "an office outside the list": (
        Case().asking("requester.signatory.office", "assistant_us_attorney"),
        f"{SECTION}/i/2/A",
    ),
    "the office 'other'": (Case().asking("requester.signatory.office", "other"), f"{SECTION}/i/2/A"),
    "no office": (Case().asking("requester.signatory.office", None), f"{SECTION}/i/2/A"),
    "a State asks": (Case().asking("requester.level", "state"), f"{SECTION}/i/2/A"),
    "no name": (Case().asking("subjects.0.name", None), f"{I2B}/i"),
    "a placeholder for a name": (
        Case().asking("subjects.0.name", {"given": "Unknown", "surname": "Unknown"}),
        f"{I2B}/i",
    ),
    "no address": (Case().asking("subjects.0.address", None), f"{I2B}/i"),
    "a ZIP Code for an address": (Case().asking("subjects.0.address", "62704"), f"{I2B}/i"),
    "a city for an address": (Case().asking("subjects.0.address", "Springfield IL"), f"{I2B}/i"),
    "no period": (Case().asking("subjects.0.tax_periods", []), f"{I2B}/ii"),
    "a vague period": (Case().asking("subjects.0.tax_periods", ["most recent"]), f"{I2B}/ii"),
    "no authority": (Case().asking("matter.authority", None), f"{I2B}/iii"),
    "no reasons": (Case().asking("reasons", None), f"{I2B}/iv"),
    "reasons of blanks": (Case().asking("reasons", "   "), f"{I2B}/iv"),
}
"""Requests that fail on one of their own words, and the provision that asks for it."""

ALREADY_NO = {
    "a civil statute": Case().asking("matter.statutes", ["8 USC 1231"]),
    "a tax statute": Case().asking("matter.statutes", ["26 USC 7201"]),
    "tax administration": Case().asking("matter.tax_administration", True),
    "the United States is no party": Case().asking("matter.united_states_party", False),
    "no stage": Case().asking("matter.stage", "none"),
    "a recipient outside the agency": Case().asking("recipients.0.agency", "private.contractor"),
    "a recipient who is not engaged": Case().asking("recipients.0.personally_and_directly_engaged", False),
    "reasons found not to be specific": Case().but(answers={"i/2/B/iv": "no"}),
    "an informant would be identified": Case().but(answers={"i/6": "yes"}),
    "safeguards found wanting": Case().but(answers={"p/4": "no"}),
    "an item about another person": Case().asking("items", ["return.joint.spouse_income"]),
}
"""Requests that are complete in words, where no record could change the outcome."""


@pytest.mark.parametrize("name", ONE_DEFECT)
def test_what_the_paragraph_demands_and_the_request_does_not_say_is_its_one_defect(name: str) -> None:
    case, cite = ONE_DEFECT[name]
    found = outcome(case)
    assert found.admission is Admission.RETURNED
    assert [str(defect.cite) for defect in found.defects] == [cite]


def test_all_defects_are_told_at_once_each_with_a_mend_in_one_sentence() -> None:
    case = Case()
    for place in ("in_writing", "matter.authority", "reasons", "requester.signatory"):
        case = case.asking(place, None)
    for place in ("name", "address", "tax_periods"):
        case = case.asking(f"subjects.0.{place}", None)
    defects = outcome(case).defects
    wanted = [f"{SECTION}/i/2/A", I2B, f"{I2B}/i", f"{I2B}/i", f"{I2B}/ii", f"{I2B}/iii", f"{I2B}/iv"]
    assert [str(defect.cite) for defect in defects] == wanted
    assert len({defect.fix for defect in defects}) == len(defects)
    for defect in defects:
        assert defect.fix[0].isupper()
        assert defect.fix.endswith(".")
        assert "\n" not in defect.fix


@pytest.mark.parametrize("name", ONE_DEFECT)
def test_no_record_is_touched_for_a_request_that_is_returned(name: str) -> None:
    found = outcome(ONE_DEFECT[name][0], SealedCustodian())
    assert (found.admission, found.resolution, found.decisions) == (Admission.RETURNED, None, ())


@pytest.mark.parametrize("name", ALREADY_NO)
def test_no_record_is_touched_where_none_could_change_the_outcome(name: str) -> None:
    found = outcome(ALREADY_NO[name], SealedCustodian())
    assert found.admission is Admission.ADMITTED
    assert found.resolution is None
    assert {row.disposition.value for row in found.decisions} == {"withhold"}


@pytest.mark.parametrize("provision", [I1, I5])
def test_no_record_is_touched_where_an_order_is_needed_and_none_is_presented(provision: str) -> None:
    found = outcome(Case().asking("provision", provision), SealedCustodian())
    assert found.admission is Admission.RETURNED
    assert found.defects[0].cite.text == f"{provision.replace('USC', 'U.S.C.')}(A)"


def test_the_seal_breaks_for_a_request_that_is_good() -> None:
    with pytest.raises(pytest.fail.Exception, match="looked for"):
        outcome(Case(), SealedCustodian())


def test_the_seal_breaks_while_a_finding_is_still_open() -> None:
    with pytest.raises(pytest.fail.Exception, match="looked for"):
        outcome(Case().but(answers={}), SealedCustodian())


@pytest.mark.parametrize("person", ["none", "several", "review"])
def test_nothing_is_fetched_while_nobody_knows_who_is_meant(person: str) -> None:
    paper = PaperCustodian(Case().but(person=person))

    class LookOnly(SealedCustodian):
        def resolve(self, admitted: Any) -> Any:
            return paper.resolve(admitted)

    found = outcome(paper.case, LookOnly())
    assert found.resolution is not None
    assert all(row.provenance is None for row in found.decisions)


def test_only_the_items_asked_are_asked_of_the_custodian() -> None:
    found = outcome(Case().asking("items", ["identity.name"]))
    assert [row.item for row in found.decisions] == ["identity.name"]


def _admitted() -> Admitted:
    terms, subjects = terms_of(Case())
    gate = admit(terms.asked, subjects[0], as_of(DAY), day=DAY, subjects_each=terms.subjects_each)
    assert isinstance(gate, Admitted)
    return gate


def test_nobody_but_admission_makes_an_admitted() -> None:
    admitted = _admitted()
    fields = {
        name.name: getattr(admitted, name.name) for name in dataclasses.fields(Admitted) if name.name != "key"
    }
    with pytest.raises(TypeError, match="only admit"):
        Admitted(**fields, key=object())
    with pytest.raises(TypeError):
        Admitted(**fields)


def test_an_admitted_is_not_turned_into_one_for_another_subject() -> None:
    admitted, (other,) = _admitted(), terms_of(Case().asking("subjects.0.ref", "2"))[1]
    with pytest.raises((TypeError, ValueError)):
        dataclasses.replace(admitted, subject=other)  # type: ignore[call-arg]
    with pytest.raises(dataclasses.FrozenInstanceError):
        admitted.subject = other  # type: ignore[misc]


def test_where_no_paragraph_is_named_no_more_is_told_outside_than_to_name_one() -> None:
    terms, subjects = terms_of(Case().asking("provision", None).asking("reasons", None))
    gate = admit(terms.asked, subjects[0], as_of(DAY), day=DAY, subjects_each=terms.subjects_each)
    assert isinstance(gate, Returned)
    assert gate.defects == (NO_PARAGRAPH,)
    assert not any(pathway.cite.short in NO_PARAGRAPH.fix for pathway in gate.tried.pathways)


def test_where_a_group_of_paragraphs_is_named_the_defects_of_the_nearest_are_told_once_each() -> None:
    terms, subjects = terms_of(Case().asking("provision", "26 USC 6103(i)(3)"))
    gate = admit(terms.asked, subjects[0], as_of(DAY), day=DAY, subjects_each=terms.subjects_each)
    assert isinstance(gate, Returned)
    assert gate.defects
    assert NO_PARAGRAPH not in gate.defects
    assert len(set(gate.defects)) == len(gate.defects)
