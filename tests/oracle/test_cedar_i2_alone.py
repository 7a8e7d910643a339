"""The oracle by itself, against cases written from the words of 26 U.S.C. 6103(i)(2)."""

from __future__ import annotations

import copy
import itertools
from pathlib import Path
from typing import Any

import pytest

cedarpy = pytest.importorskip("cedarpy")

from tests.oracle import cedar_i2  # noqa: E402
from tests.oracle.cedar_i2 import Case, Judgement, judge, judge_many  # noqa: E402

HERE = Path(__file__).parent

REQUEST: dict[str, Any] = {
    "id": "REQ-1",
    "received_on": "2026-03-01",
    "in_writing": True,
    "requester": {
        "agency": "us.doj",
        "level": "federal",
        "signatory": {"name": "S", "office": "us_attorney"},
    },
    "matter": {
        "stage": "investigation",
        "authority": "28 USC 533",
        "statutes": ["18 USC 1343"],
        "tax_administration": False,
        "united_states_party": True,
        "child_case": False,
    },
    "recipients": [{"id": "O1", "agency": "us.doj.fbi", "personally_and_directly_engaged": True}],
    "reasons": "the wages paid bear on the source of the funds",
    "items": ["identity.name", "third_party.w2.wages"],
}
SUBJECT: dict[str, Any] = {
    "ref": "1",
    "name": {"given": "Ana", "middle": None, "surname": "Sample", "suffix": None},
    "address": "12 Elm St Apt 3, Springfield IL 62704",
    "tax_periods": ["2023"],
    "recipients": ["O1"],
}
WAGES = {
    "item": "third_party.w2.wages",
    "period": "2023",
    "furnished_by": "payer",
    "document": "information_return",
}
NAME = {"item": "identity.name", "period": None, "furnished_by": "taxpayer", "document": "return"}
ANSWERS = {
    "/us/usc/t26/s6103/i/2/B/iv": "yes",
    "/us/usc/t26/s6103/i/6": "no",
    "/us/usc/t26/s6103/p/4": "yes",
}
LINKED = {
    "address": "adequate",
    "person": "one",
    "agrees": "current",
    "statute_kinds": {
        "18 USC 1343": "criminal_nontax",
        "26 USC 7201": "criminal_tax",
        "31 USC 3729": "civil",
        "48 USC 1": "unlisted",
        "8 USC 1253": "unlisted",
        "8 USC 1253(a)(1)": "criminal_nontax",
        "8 USC 1253(a)(1)(A)": "criminal_nontax",
        "8 U.S.C. 1253(a)(1)(B)": "criminal_nontax",
        "8 USC 1253(a)(1)(C)": "criminal_nontax",
    },
    "day": "2026-03-05",
}
COMPLETE = {"request": REQUEST, "subject": SUBJECT, "item": WAGES, "answers": ANSWERS, "linked": LINKED}
ABSENT = object()

HEAD = "answers|/us/usc/t26/s6103/i/2/A"
REVIEW = "answers|/us/usc/t26/s6103/a"
ADDRESS = "answers|/us/usc/t26/s6103/i/2/B/i"
STATUTE = "answers|/us/usc/t26/s6103/i/1/A/i"
OFFICE = "request|requester|signatory|office"
AGENCY = "request|requester|agency"
LEVEL = "request|requester|level"
MATTER = "request|matter|"
OFFICER = "request|recipients|0|"
LIMB = "answers|/us/usc/t26/s6103/i/2/A/ii"
DEPARTURE = {
    MATTER + "statutes": ["8 USC 1253(a)(1)"],
    "subject|removal_order": {"final_on": "2025-12-04", "class_cite": "8 USC 1227(a)(1)(B)"},
}
OTHER_LIMBS = {**DEPARTURE, MATTER + "statutes": ["8 U.S.C. 1253(a)(1)(B)", "8 USC 1253(a)(1)(C)"]}
BY_SECTION = {**DEPARTURE, MATTER + "statutes": ["8 USC 1253"], STATUTE: "yes"}
BESIDE_UNLISTED = {**DEPARTURE, MATTER + "statutes": ["8 USC 1253(a)(1)", "48 USC 1"]}
FINAL, CLASS = "subject|removal_order|final_on", "subject|removal_order|class_cite"


MET: list[Any] = [
    {},
    {"item": NAME},
    {"item": {**NAME, "furnished_by": None, "document": None}},
    {OFFICE: "agency_head", AGENCY: "us.hhs", OFFICER + "agency": "us.hhs.oig"},
    {OFFICE: "inspector_general"},
    {OFFICE: "fbi_director", AGENCY: "us.doj.fbi"},
    {OFFICE: "fbi_director", AGENCY: "us.doj.fbi", OFFICER + "agency": "us.doj.usao"},
    {OFFICE: "component_head", HEAD: "yes"},
    {OFFICE: "acting_us_attorney", HEAD: "yes"},
    {"linked|address": "needs_human", ADDRESS: "yes"},
    {"linked|agrees": "earlier"},
    {"subject|name": {"entity": "Sample LLC"}},
    {"subject|name": {"given": "FNU", "surname": "Sample"}},
    {"subject|tax_periods": ["all years", "2023"]},
    {"subject|tax_periods": ["2023Q4"], "item|period": "2023Q4"},
    {"subject|tax_periods": ["2023-12"], "item|period": "2023-12"},
    {MATTER + "statutes": ["26 USC 7201", "31 USC 3729", "18 USC 1343"]},
    {MATTER + "statutes": ["48 USC 1"], STATUTE: "yes"},
    {MATTER + "child_case": ABSENT},
    {"linked|person": "review", REVIEW: "yes"},
    {"subject|name": {"given": "John", "surname": "Sample"}},
    {"subject|tax_periods": ["", " "], "request|tax_periods": ["2023"]},
    {"subject|reasons": "  "},
    {MATTER + "child_case": True, MATTER + "statutes": [], MATTER + "united_states_party": False},
    {MATTER + "stage": "grand_jury"},
    {"request|reasons": None, "subject|reasons": "the subject's own"},
    {"item|furnished_by": "irs", "item|document": "account"},
    {OFFICER + "name": "Agent One"},
    {OFFICER + "name": " "},
    DEPARTURE,
    {**DEPARTURE, FINAL: "2025-12-05", LIMB: "yes"},
    {**DEPARTURE, LIMB: "no"},
    {**DEPARTURE, CLASS: "8 USC 1182(a)(6)", MATTER + "statutes": ["8 USC 1253(a)(1)", "18 USC 1343"]},
    {**DEPARTURE, CLASS: "8 USC 1182(a)(6)", MATTER + "child_case": True},
    {**DEPARTURE, MATTER + "statutes": ["8 USC 1253(a)(1)(B)", "8 USC 1253(a)(1)(A)"]},
    {**OTHER_LIMBS, LIMB: "yes"},
    {**OTHER_LIMBS, FINAL: "2026-03-05", LIMB: "yes"},
    BY_SECTION,
    BESIDE_UNLISTED,
    {**BESIDE_UNLISTED, STATUTE: "no"},
    {**BESIDE_UNLISTED, STATUTE: "yes", CLASS: "8 USC 1182(a)(6)"},
]

UNMET: list[Any] = [
    ("E201", {OFFICE: None}),
    ("E201", {OFFICE: "assistant_us_attorney"}),
    ("E201", {OFFICE: "delegate"}),
    ("E201", {AGENCY: "us.dhs.ice", OFFICER + "agency": "us.dhs.ice"}),
    ("E201", {OFFICE: "agency_head", LEVEL: "state"}),
    ("E201", {OFFICE: "acting_agency_head", HEAD: "no"}),
    ("E201", {OFFICE: "acting_us_attorney", AGENCY: "us.dojo", OFFICER + "agency": "us.dojo"}),
    ("E202", {"request|in_writing": False}),
    ("E202", {"request|in_writing": ABSENT}),
    ("E203", {"subject|name": None}),
    ("E203", {"subject|name": {"given": "UNKNOWN", "surname": "N/A"}}),
    ("E203", {"subject|name": {"given": None, "surname": "", "suffix": "Jr"}}),
    ("E203", {"subject|name": {"given": "John", "surname": "Doe"}}),
    ("E203", {"subject|name": {"given": None, "surname": "TEST"}}),
    ("E204", {"subject|address": "", "linked|address": None}),
    ("E204", {"linked|address": "inadequate"}),
    ("E204", {"linked|address": "inadequate", ADDRESS: "yes"}),
    ("E204", {"linked|address": "needs_human", ADDRESS: "no"}),
    ("E205", {"subject|tax_periods": [], "item": NAME}),
    ("E205", {"subject|tax_periods": ["2020-2023", "2023Q5", "2023-13"], "item": NAME}),
    ("E206", {MATTER + "authority": ""}),
    ("E207", {"request|reasons": ABSENT}),
    ("E207", {"answers|/us/usc/t26/s6103/i/2/B/iv": "no"}),
    ("E208", {OFFICER + "agency": "us.dhs.ice"}),
    ("E208", {OFFICER + "agency": "us.doj2"}),
    ("E208", {OFFICE: "agency_head", AGENCY: "us.doj.fbi", OFFICER + "agency": "us.doj"}),
    ("E209", {OFFICER + "personally_and_directly_engaged": False}),
    ("Q5", {OFFICER + "name": "TBD"}),
    ("E210", {MATTER + "stage": "none"}),
    ("Q11", {**DEPARTURE, FINAL: "2026-03-06"}),
    ("Q11", {**DEPARTURE, CLASS: "8 USC 1182(a)(6)", LIMB: "yes"}),
    ("Q11", {**DEPARTURE, FINAL: "2025-12-05", LIMB: "no"}),
    ("Q11", {**DEPARTURE, FINAL: "2026-03-06", MATTER + "statutes": ["8 USC 1253(a)(1)", "26 USC 7201"]}),
    ("Q11", {**BESIDE_UNLISTED, STATUTE: "no", CLASS: "8 USC 1182(a)(6)"}),
    ("Q11", {**BY_SECTION, FINAL: "2026-03-06"}),
    ("Q11", {**OTHER_LIMBS, LIMB: "no"}),
    ("Q11", {**OTHER_LIMBS, LIMB: "yes", CLASS: "8 USC 1227(b)"}),
    ("E211", {MATTER + "statutes": ["26 USC 7201"]}),
    ("E211", {MATTER + "statutes": ["31 USC 3729", "26 USC 7201"]}),
    ("E211", {MATTER + "statutes": ["48 USC 1"], STATUTE: "no"}),
    ("E211", {MATTER + "tax_administration": True}),
    ("E211", {MATTER + "united_states_party": False}),
    ("E213_214", {"item|furnished_by": "taxpayer"}),
    ("E213_214", {"item|furnished_by": "joint_filer", "item|document": None}),
    ("E213_214", {"item|document": "information_return_image"}),
    ("E213_214", {"item|document": "return_attachment", "item|furnished_by": None}),
    ("E213_214", {"item|document": "taxpayer_letter", "item|furnished_by": None}),
    ("E213_214", {"item|document": "taxpayer_letter", "item|furnished_by": "third_party"}),
    ("E213_214", {"item|document": "state_record", "item|furnished_by": "state_tax_agency"}),
    ("E215", {"answers|/us/usc/t26/s6103/i/6": "yes"}),
    ("E205", {"subject|tax_periods": ["0000"], "item": NAME}),
    ("E217", {"item|period": "2022"}),
    ("E217", {"item|item": "return.joint.spouse_income", "item|period": None}),
    ("E217", {"item|period": "2023Q1"}),
    ("E901", {"answers|/us/usc/t26/s6103/p/4": "no"}),
    ("STATUS", {"item|item": "irs.master_file.residence_status"}),
    ("PERSON", {"linked|person": "none"}),
    ("PERSON", {"linked|person": "several"}),
    ("PERSON", {"linked|person": "review", REVIEW: "no"}),
    ("AGREES", {"linked|agrees": "none"}),
]

UNKNOWN: list[Any] = [
    ("E201", {OFFICE: "agency_head", AGENCY: "us.hhs", OFFICER + "agency": "us.hhs", LEVEL: ABSENT}),
    ("E201", {OFFICE: "attorney_general", LEVEL: ABSENT}),
    ("E201", {OFFICE: "acting_agency_head"}),
    ("E201", {OFFICE: "component_head"}),
    ("E201", {OFFICE: "acting_us_attorney"}),
    ("E204", {"linked|address": "needs_human"}),
    ("E207", {"answers|/us/usc/t26/s6103/i/2/B/iv": ABSENT}),
    ("E208", {OFFICER + "agency": None}),
    ("E208", {OFFICE: "agency_head", AGENCY: ABSENT}),
    ("E209", {OFFICER + "personally_and_directly_engaged": ABSENT}),
    ("E210", {MATTER + "stage": ABSENT}),
    ("E211", {MATTER + "statutes": []}),
    ("E211", {MATTER + "statutes": ["48 USC 1", "31 USC 3729"]}),
    ("E211", {MATTER + "tax_administration": ABSENT}),
    ("E211", {MATTER + "united_states_party": ABSENT}),
    ("E211", {MATTER + "united_states_party": False, MATTER + "child_case": ABSENT}),
    ("E211", {MATTER + "tax_administration": True, MATTER + "child_case": ABSENT}),
    ("Q11", {**DEPARTURE, "subject|removal_order": {}}),
    ("Q11", {**DEPARTURE, FINAL: None, LIMB: "yes"}),
    ("Q11", {**DEPARTURE, FINAL: "2025-12-05"}),
    ("Q11", {**DEPARTURE, CLASS: "INA 237(a)"}),
    ("Q11", {**BESIDE_UNLISTED, CLASS: "8 USC 1182(a)(6)"}),
    ("Q11", {**BY_SECTION, "subject|removal_order": {}}),
    ("Q11", OTHER_LIMBS),
    ("Q11", {**OTHER_LIMBS, LIMB: "yes", FINAL: None}),
    ("E213_214", {"item|furnished_by": None}),
    ("E213_214", {"item|document": None}),
    ("E215", {"answers|/us/usc/t26/s6103/i/6": ABSENT}),
    ("E217", {"item|period": None}),
    ("E901", {"answers|/us/usc/t26/s6103/p/4": ABSENT}),
    ("PERSON", {"linked|person": "review"}),
    ("AGREES", {"linked|agrees": None}),
]


def judged(changes: dict[str, Any]) -> Judgement:
    """Judge the complete case with the changes made."""
    return judge(*changed(changes))


def changed(changes: dict[str, Any]) -> Case:
    """The complete case with the changes made, each named by its path."""
    case = copy.deepcopy(COMPLETE)
    for path, value in changes.items():
        *way, last = path.split("|")
        place: Any = case
        for step in way:
            place = place[int(step) if step.isdigit() else step]
        if value is ABSENT:
            place.pop(last, None)
        else:
            place[last] = copy.deepcopy(value)
    return case["request"], case["subject"], case["item"], case["answers"], case["linked"]


def test_policies_fit_their_schema() -> None:
    """An ill-typed policy would be skipped in silence."""
    result = cedarpy.validate_policies((HERE / "i2.cedar").read_text(), (HERE / "i2.cedarschema").read_text())
    assert result.validation_passed, [str(error) for error in result.errors]


@pytest.mark.parametrize(
    "changes",
    MET,
)
def test_a_request_that_meets_every_element_discloses(changes: dict[str, Any]) -> None:
    """/us/usc/t26/s6103/i/2/A: all elements hold, so the Secretary shall disclose."""
    assert judged(changes) == Judgement(True, frozenset(), frozenset())


@pytest.mark.parametrize(
    ("element", "changes"),
    UNMET,
)
def test_one_element_unmet(element: str, changes: dict[str, Any]) -> None:
    """One element known to be unmet is the one reason."""
    assert judged(changes) == Judgement(False, frozenset({element}), frozenset())


@pytest.mark.parametrize(
    ("element", "changes"),
    UNKNOWN,
)
def test_one_element_not_known(element: str, changes: dict[str, Any]) -> None:
    """One element not known is the one reason."""
    assert judged(changes) == Judgement(False, frozenset(), frozenset({element}))


ANY_AGENCY = "agency_head inspector_general".split()
JUSTICE = """attorney_general deputy_attorney_general associate_attorney_general assistant_attorney_general
    fbi_director dea_administrator us_attorney special_prosecutor strike_force_attorney""".split()
HEADS_IN_DOUBT = "acting_agency_head component_head acting_component_head".split()
NOT_LISTED = """assistant_us_attorney assistant_director delegate comptroller_general president
    committee_chair state_agency_head taxpayer other""".split()
IN_JUSTICE = {AGENCY: "us.doj.fbi", OFFICER + "agency": "us.doj.usao"}
ELSEWHERE = {AGENCY: "us.hhs", OFFICER + "agency": "us.hhs"}
LEVEL_NOT_KNOWN = {**ELSEWHERE, LEVEL: ABSENT}
AGENCY_NOT_KNOWN = {AGENCY: ABSENT, LEVEL: "federal"}


@pytest.mark.parametrize(
    ("offices", "truths"),
    [
        (ANY_AGENCY, ("yes", "yes", "open", "yes")),
        (JUSTICE, ("yes", "no", "no", "open")),
        (HEADS_IN_DOUBT, ("open", "open", "open", "open")),
        (["acting_us_attorney"], ("open", "no", "no", "open")),
        (NOT_LISTED, ("no", "no", "no", "no")),
    ],
)
def test_every_office_asks_for_the_agencies_that_it_may(offices: list[str], truths: tuple[str, ...]) -> None:
    """/us/usc/t26/s6103/i/2/A: which offices ask, for which agency."""
    settings: list[dict[str, Any]] = [IN_JUSTICE, ELSEWHERE, LEVEL_NOT_KNOWN, AGENCY_NOT_KNOWN]
    for office, (setting, truth) in itertools.product(offices, zip(settings, truths, strict=True)):
        assert truth_of("E201", judged({OFFICE: office, **setting})) == truth, (office, setting)
        found = judged({OFFICE: office, **setting, HEAD: "no"})
        assert truth_of("E201", found) == ("no" if turns_on_finding(office) else truth)


def turns_on_finding(office: str) -> bool:
    """Whether a finding may say that the signatory is the head."""
    return office in HEADS_IN_DOUBT or office == "acting_us_attorney"


@pytest.mark.parametrize("office", [*JUSTICE, "acting_us_attorney", *ANY_AGENCY, *HEADS_IN_DOUBT])
def test_such_agency_is_the_department_for_a_justice_office(office: str) -> None:
    """/us/usc/t26/s6103/i/2/A: for a Justice office such agency is the Department, else the one headed."""
    wide = office in JUSTICE or office == "acting_us_attorney"
    assert truth_of("E208", judged({OFFICE: office, **IN_JUSTICE})) == ("yes" if wide else "no")


TRI = "taxpayer on_behalf_of_taxpayer joint_filer state_tax_agency".split()
OTHERS = "payer third_party irs other_agency".split()
RETURNS = "return return_attachment estimated_tax_form information_return_image".split()
DATA = """information_return summons_response interview workpaper account statement_of_third_party
    agency_report state_record""".split()


@pytest.mark.parametrize(
    ("furnishers", "documents", "truth"),
    [
        ([*TRI, *OTHERS, None, "new"], RETURNS, "no"),
        (TRI, [*RETURNS, *DATA, "taxpayer_letter", None, "new"], "no"),
        (OTHERS, DATA, "yes"),
        (OTHERS, [None, "new"], "open"),
        ([None, "new"], [*DATA, None, "new"], "open"),
        ([*OTHERS, None, "new"], ["taxpayer_letter"], "no"),
    ],
)
def test_a_source_is_of_the_class_that_its_row_says(
    furnishers: list[Any], documents: list[Any], truth: str
) -> None:
    """/us/usc/t26/s6103/b/1, b/3: no return, not from the taxpayer; i/2/C: identity apart."""
    for furnished_by, document in itertools.product(furnishers, documents):
        row = {"item|furnished_by": furnished_by, "item|document": document}
        assert truth_of("E213_214", judged(row)) == truth, row
        for field in ("name", "mailing_address", "tin"):
            assert judged({**row, "item|item": "identity." + field, "item|period": None}).allow


@pytest.mark.parametrize("stage", ["preparation", "investigation", "grand_jury"])
def test_every_stage_of_a_proceeding_opens(stage: str) -> None:
    """/us/usc/t26/s6103/i/2/A/i to iii."""
    assert judged({MATTER + "stage": stage}).allow


def truth_of(element: str, judgement: Judgement) -> str:
    """The element's truth in the judgement."""
    return "no" if element in judgement.no else "open" if element in judgement.open else "yes"


def test_officers_not_known() -> None:
    """/us/usc/t26/s6103/i/2/A: no officer named, or an id that names none."""
    both = frozenset({"E208", "Q5", "E209"})
    assert judged({"request|recipients": [], "subject|recipients": []}).open == both
    assert judged({"subject|recipients": ["O9"]}).open == both


def test_one_officer_of_several_outside() -> None:
    """Unmet for one officer is unmet, whatever is not known of the others."""
    inside = {"id": "O1", "agency": "us.doj", "personally_and_directly_engaged": True}
    outside = {"id": "O2", "agency": "us.dhs", "personally_and_directly_engaged": True}
    officers = [inside, outside, {"id": "O3"}]
    result = judged({"request|recipients": officers, "subject|recipients": ["O1", "O2", "O3"]})
    assert (result.no, result.open) == (frozenset({"E208"}), frozenset({"E209"}))


def test_subject_replaces_the_request() -> None:
    """A subject's own matter stands alone."""
    result = judged({"subject|matter": {"authority": "28 USC 533", "child_case": True}})
    assert (result.no, result.open) == (frozenset(), frozenset({"E210"}))


def test_an_answer_is_yes_or_no() -> None:
    """A finding in other words is refused, not left open."""
    with pytest.raises(ValueError, match="/us/usc/t26/s6103/p/4"):
        judged({"answers|/us/usc/t26/s6103/p/4": "true"})


def test_allowed_exactly_when_nothing_is_unmet_or_open() -> None:
    """Over every two changes made together: the verdict follows the elements, and every policy evaluates."""
    cases = paired_changes()
    results = judge_many(cases)
    assert {result.allow for result in results} == {True, False}
    assert all(result.allow == (not result.no and not result.open) for result in results)
    assert results[:200] == [judge(*case) for case in cases[:200]]


def test_no_element_is_both_unmet_and_open() -> None:
    """For one officer the two forms of an element exclude each other in the policies themselves."""
    contexts = [context for case in paired_changes() for context in cedar_i2._contexts(*case)]
    for result in cedar_i2._evaluate(contexts):
        fired = set(cedar_i2._fired(result))
        assert not {name for name in fired if name.removesuffix(".no") + ".open" in fired}


def paired_changes() -> list[Case]:
    """The complete case with every two changes of the tables made together."""
    changes = [*MET, *(change for _, change in [*UNMET, *UNKNOWN])]
    pairs = itertools.combinations_with_replacement(changes, 2)
    return [changed({**one, **other}) for one, other in pairs]
