"""Extracts of a group stay apart, law enforcement gets only whom it named, recorded status goes under (h)(5) alone.

Where the answers of which a rule speaks already refuse a pathway, no further answer opens it: what is settled stays
settled. So each rule is asked of every pathway with those answers alone, and each test shows one that it must let be.
"""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.law.opening_cases import LAW, decided, opening_cases

from lawgate.decide.determination import Disposition
from lawgate.kernel.truth import Truth
from lawgate.law.addresses import S6103
from lawgate.law.agencies import ENFORCEMENT, LISTED, is_enforcement, is_part
from lawgate.law.pathway import Pathway
from lawgate.law.terms import item, person, recipients
from lawgate.law.together import set_apart
from lawgate.law.usc26.s6103.a import EXTRACTS, ONWARD

STATUS = "irs.master_file.residence_status"
ASKS_FOR_EXTRACT = ("request.own_extract", "state.extract", "statistics.extract")
OPENING = opening_cases()
LET_BE = {pathway.cite for pathway in LAW.pathways if any(pathway.cite.within(at) for at in ONWARD)}
OF_GROUPS = tuple(pathway for pathway in LAW.pathways if pathway.provision.extract)
OF_PERSONS = tuple(pathway for pathway in LAW.pathways if not pathway.provision.extract)


def _id(pathway: Pathway) -> str:
    return pathway.cite.short


def test_both_kinds_are_there_and_every_one_but_the_expired_has_a_case_that_opens_it() -> None:
    assert (len(OF_GROUPS), len(OF_PERSONS)) == (19, 122)
    assert {_id(pathway) for pathway in LAW.pathways if pathway not in OPENING} <= {"(d)(5)"}


# ---- an extract is the paragraph's own -----------------------------------------------------------------


def test_whatever_asks_for_an_extract_is_marked_as_one_and_listed_as_one() -> None:
    asking = [p for p in LAW.pathways if any(fact.name in ASKS_FOR_EXTRACT for fact in p.facts)]
    listed = [p for p in LAW.pathways if any(p.cite.within(at) for at in EXTRACTS) and p.cite not in LET_BE]
    assert asking == listed == list(OF_GROUPS)


@pytest.mark.parametrize("pathway", OF_GROUPS, ids=_id)
def test_an_extract_that_is_not_asked_for_as_such_is_refused(pathway: Pathway) -> None:
    (name,) = [fact.name for fact in pathway.facts if fact.name in ASKS_FOR_EXTRACT]
    assert _discloses(pathway)
    for answer in (None, False if name == "request.own_extract" else "other"):
        found = decided(OPENING[pathway], **{f"subjects__0__facts__{name.replace('.', '__')}": answer})
        assert not [row for row in found.decisions if row.disposition is Disposition.DISCLOSE]


def _discloses(pathway: Pathway) -> bool:
    rows = decided(OPENING[pathway]).decisions
    return any(row.disposition is Disposition.DISCLOSE and row.pathway is pathway for row in rows)


@pytest.mark.parametrize("pathway", OF_GROUPS, ids=_id)
def test_an_extract_is_joined_to_no_other_answer(pathway: Pathway) -> None:
    found = decided(OPENING[pathway], provision=None).ways
    assert found is not None
    assert pathway in [way.pathway for way in found.open]
    assert all(way.pathway.provision.extract for way in found.open)
    assert all(near.kept_apart is not near.pathway.provision.extract for near in found.near)


def test_only_extracts_are_left_where_a_request_opens_one_and_all_where_it_opens_none() -> None:
    assert set_apart([OF_PERSONS[0], OF_GROUPS[0], OF_PERSONS[1]]) == (OF_GROUPS[0],)
    assert set_apart(OF_PERSONS) == OF_PERSONS


# ---- law enforcement and intelligence get only whom they named --------------------------------------------


@pytest.mark.parametrize("pathway", OF_GROUPS, ids=_id)
def test_no_extract_goes_where_law_enforcement_or_intelligence_asks_or_receives(pathway: Pathway) -> None:
    assert pathway.truth({recipients.enforcement.name: True}) is Truth.NO
    assert pathway.truth({recipients.enforcement.name: False}) is Truth.OPEN
    for agency in ("us.dhs.ice", "us.doj.fbi", "us.cia"):
        case = OPENING[pathway]
        receiving = [{"id": "O1", "name": "Agent One", "agency": agency}]
        for changes in ({"recipients": receiving}, {"requester__agency": agency}):
            rows = decided(case, **changes, subjects__0__recipients=None).decisions
            assert not [row for row in rows if row.disposition is Disposition.DISCLOSE]


@pytest.mark.parametrize("pathway", OF_PERSONS, ids=_id)
def test_every_other_pathway_opens_for_no_one_but_the_one_person_whom_the_request_names(
    pathway: Pathway,
) -> None:
    for nobody in ("none", "several"):
        assert pathway.truth({person.on_file.name: nobody}) is Truth.NO
    assert pathway.truth({person.on_file.name: "one"}) is Truth.OPEN


def test_agencies_of_law_enforcement_are_known_with_their_parts_and_others_are_none() -> None:
    assert is_enforcement("us.doj.usao.ndil")
    assert is_enforcement("us.treasury.irs.ci")
    assert not is_enforcement("us.treasury.irs")
    assert not is_enforcement("us.ssa")
    assert all(any(is_part(agency, listed) for listed in LISTED) for agency in ENFORCEMENT)


def test_who_receives_without_an_agency_keeps_an_extract_open() -> None:
    pathway = next(pathway for pathway in OF_GROUPS if pathway.cite == S6103 / "l/20")
    rows = decided(OPENING[pathway], recipients__0__agency=None).decisions
    assert rows
    assert not [row for row in rows if row.disposition is Disposition.DISCLOSE]


# ---- recorded status goes under (h)(5) alone ----------------------------------------------------------------


@pytest.mark.parametrize("pathway", LAW.pathways, ids=_id)
def test_recorded_status_goes_under_h5_and_no_other_pathway(pathway: Pathway) -> None:
    opens = pathway.cite == S6103 / "h/5"
    assert (pathway.truth({item.name.name: STATUS}) is Truth.NO) is not opens
    if opens:
        held = [{"item": STATUS, "period": None, "furnished_by": "irs", "document": "account"}]
        rows = decided(replace(OPENING[pathway], held=held), items=[STATUS]).decisions
        assert [row.disposition for row in rows] == [Disposition.DISCLOSE]
