"""What a request is read to say: the answers that the gate takes from its words alone."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest

from lawgate.cite import Cite
from lawgate.decide.receiving import receiving_of, such_agency
from lawgate.decide.request import CourtOrder, Known, Matter, Recipient, Request, Requester, Subject
from lawgate.decide.says import says_something
from lawgate.decide.stated import Words, address_form, authority_form, periods_asked, stated_facts, words_of
from lawgate.errors import InputError
from lawgate.law.agencies import is_part
from lawgate.law.terms import order, purpose, recipients, request, subject
from lawgate.linkage.person import PersonNamed

DAY = date(2026, 3, 2)
ASKED = Request("R", DAY, Requester("us.doj", "federal", "us_attorney"), ("identity.name",))
ONE = Subject("1", PersonNamed(given="Ana", surname="Sample"))


def known(
    asked: Request = ASKED, one: Subject = ONE, *, subjects_each: Mapping[str, int] | None = None
) -> Known:
    return stated_facts(asked, _words(asked, one, subjects_each or {}), day=DAY, ref=one.ref)


def _words(asked: Request, one: Subject, subjects_each: Mapping[str, int] | None = None) -> Words:
    return words_of(asked, one, receiving_of(asked, one, subjects_each=subjects_each or {}))


def received_by(agency: str, office: str | None, *others: Recipient) -> Known:
    asked = replace(ASKED, requester=Requester(agency, "federal", office), recipients=others)
    return known(asked, subjects_each={other.id: at for at, other in enumerate(others, start=3)})


@pytest.mark.parametrize(
    ("agency", "office", "such"),
    [
        ("us.doj", "us_attorney", "us.doj"),
        ("us.doj.fbi", "fbi_director", "us.doj"),
        ("us.doj.usao", "acting_us_attorney", "us.doj"),
        ("us.doj.fbi", "agency_head", "us.doj.fbi"),
        ("us.doj.fbi", None, "us.doj.fbi"),
        ("us.dhs.ice", "us_attorney", "us.dhs.ice"),
        ("us.dojo", "us_attorney", "us.dojo"),
    ],
)
def test_such_agency_is_the_department_for_its_listed_officials_alone(
    agency: str, office: str | None, such: str
) -> None:
    assert such_agency(replace(ASKED, requester=Requester(agency, "federal", office))) == such


@pytest.mark.parametrize(
    ("level", "received", "of_state"),
    [
        ("federal", ["us.doj.fbi"], False),
        ("federal", ["us.doj.fbi", "state.tx.dps"], True),
        ("federal", ["local.tx.travis"], False),
        ("federal", ["us.doj.fbi", None], None),
        ("federal", [None, "state.tx.dps"], True),
        ("federal", ["stateside.bank"], False),
        ("state", ["tx.comptroller.audit"], True),
        ("federal", ["tx.comptroller.audit"], False),
        ("state", [], True),
        ("private", [], False),
    ],
)
def test_a_recipient_is_of_a_state_by_the_name_of_his_agency_or_as_one_of_a_state_that_asks(
    level: str, received: list[str | None], of_state: bool | None
) -> None:
    named = tuple(Recipient(f"R{at}", agency=agency) for at, agency in enumerate(received))
    asked = replace(ASKED, requester=Requester("tx.comptroller", level), recipients=named)
    assert known(asked)[recipients.of_state.name] is of_state


def test_an_agency_is_a_part_of_itself_and_of_what_stands_before_it() -> None:
    assert is_part("us.dhs", "us.dhs")
    assert is_part("us.dhs.ice", "us.dhs")
    assert not is_part("us.dhs", "us.dhs.ice")
    assert not is_part("us.dhsx", "us.dhs")


FBI = Recipient("a", agency="us.doj.fbi", personally_and_directly_engaged=True)
POLICE = Recipient("b", agency="tx.dps", personally_and_directly_engaged=False)
NOBODY_SAYS = Recipient("c")


@pytest.mark.parametrize(
    ("others", "answers"),
    [
        ((), (None, None, None, None, None)),
        ((FBI,), (True, True, True, False, 3)),
        ((POLICE,), (False, False, False, None, 3)),
        ((NOBODY_SAYS,), (None, None, None, None, 3)),
        ((FBI, NOBODY_SAYS), (None, None, None, False, 4)),
        ((FBI, POLICE), (False, False, False, False, 4)),
        ((POLICE, NOBODY_SAYS), (False, False, False, None, 4)),
    ],
)
def test_recipients_are_answered_for_together(
    others: tuple[Recipient, ...], answers: tuple[bool | int | None, ...]
) -> None:
    said = received_by("us.doj", "us_attorney", *others)
    asked = (
        recipients.of_requesting_agency,
        recipients.federal,
        recipients.engaged,
        recipients.state_or_local,
        recipients.subjects_each,
    )
    assert tuple(said[fact.name] for fact in asked) == answers


def test_a_recipient_of_whom_no_count_is_known_is_named_for_one_subject() -> None:
    assert known(replace(ASKED, recipients=(FBI,)))[recipients.subjects_each.name] == 1


@pytest.mark.parametrize(
    ("text", "form"),
    [
        (None, "not_stated"),
        ("", "not_stated"),
        ("N/A", "not_stated"),
        ("to follow", "not_stated"),
        ("28 USC 533", "statute"),
        ("28 u.s.c. 533", "statute"),
        ("90 Stat. 1667", "statute"),
        ("Public Law 94-455", "statute"),
        ("Pub. L. 94-455", "statute"),
        ("the Tax Reform Act of 1976", "statute"),
        ("section 533 of title 28", "statute"),
        ("Memorandum of 7 April 2025", "other"),
    ],
)
def test_the_form_of_the_authority_is_told_from_its_words(text: str | None, form: str) -> None:
    assert authority_form(text) == form
    assert known(replace(ASKED, matter=Matter(authority=text)))[request.authority_form.name] == form


@pytest.mark.parametrize(
    ("text", "says"), [(None, False), ("--", False), ("None", False), ("payments", True)]
)
def test_words_that_stand_for_nothing_say_nothing(text: str | None, says: bool) -> None:
    assert says_something(text) is says


def test_a_person_and_an_entity_are_told_apart_and_nobody_is_neither() -> None:
    entity = replace(ONE, named=PersonNamed(entity="Sample LLC"))
    assert known()[subject.is_individual.name] is True
    assert known(one=entity)[subject.is_individual.name] is False
    assert known(one=replace(ONE, named=PersonNamed()))[subject.is_individual.name] is None


def test_periods_are_the_orders_only_where_the_request_states_none() -> None:
    ordered = replace(ASKED, court_order=CourtOrder(periods=("2021", "soon", "2021")))
    assert [period.text for period in periods_asked(_words(ordered, ONE))] == ["2021"]
    stating = replace(ONE, tax_periods=("2023", "2022"))
    assert [period.text for period in periods_asked(_words(ordered, stating))] == ["2023", "2022"]
    own = replace(ONE, court_order=CourtOrder(periods=("2020",)))
    assert [period.text for period in periods_asked(_words(ordered, own))] == ["2020"]


def test_an_order_is_read_from_its_day_on_and_no_recital_is_taken_for_granted() -> None:
    granted = CourtOrder(
        granted_on=DAY,
        ex_parte=True,
        judge_kind="district_judge",
        recitals=(Cite.parse("26 USC 6103(i)(1)(B)(i)"),),
    )
    said = known(replace(ASKED, court_order=granted))
    assert said[order.granted.name] is True
    assert said[order.judge.name] == "district_judge"
    assert said[order.recites_criminal_act.name] is True
    assert said[order.recites_relevance.name] is False
    assert said[order.specifies_periods.name] is False
    later = replace(granted, granted_on=date(2026, 3, 3))
    assert known(replace(ASKED, court_order=later)) == known()
    assert known()[order.granted.name] is False


def test_a_fact_fills_what_the_request_does_not_say() -> None:
    said = known(one=replace(ONE, facts={"matter.child_case": True, "request.in_writing": True}))
    assert (said["matter.child_case"], said["request.in_writing"]) == (True, True)
    assert known()["request.in_writing"] is False


def test_a_fact_that_says_what_the_request_says_is_taken() -> None:
    asked = replace(ASKED, in_writing=False)
    assert known(asked, replace(ONE, facts={"request.in_writing": False}))["request.in_writing"] is False


def test_a_fact_against_the_requests_own_field_is_refused_in_one_line() -> None:
    asked = replace(ASKED, in_writing=False)
    with pytest.raises(InputError) as refused:
        known(asked, replace(ONE, facts={"request.in_writing": True}))
    assert refused.value.line() == (
        "subjects[1].facts.request.in_writing: this fact says the contrary of the request's own field; "
        "leave it out or make the two agree"
    )


def test_a_fact_that_is_not_the_requesters_is_refused_where_it_stands() -> None:
    with pytest.raises(InputError) as refused:
        known(one=replace(ONE, facts={"item.held": True}))
    assert refused.value.where == "subjects[1].facts.item.held"


def test_an_address_of_blanks_is_not_stated() -> None:
    for text in (None, "", "  "):
        assert address_form(text) == "not_stated"
    assert address_form("12 Elm St Apt 3, Springfield IL 62704") == "adequate"


@pytest.mark.parametrize(
    ("agencies", "shared"),
    [
        (("us.hhs.cms", "us.hhs"), {"health_and_human_services"}),
        (("us.ssa", "us.rrb"), set()),
        (("us.ssa", "private.printer"), set()),
        (("us.dhs.ice", None), set()),
        (("us.ssa", None), None),
        ((), None),
    ],
)
def test_recipients_are_of_the_agencies_named_to_which_all_of_them_belong(
    agencies: tuple[str | None, ...], shared: set[str] | None
) -> None:
    others = tuple(Recipient(str(at), agency=agency) for at, agency in enumerate(agencies))
    assert received_by("us.ssa", None, *others)[recipients.named_agencies.name] == shared


def test_a_requester_is_of_the_agencies_named_that_hold_its_own() -> None:
    said = received_by("us.hhs.cms", "component_head")[request.named_agencies.name]
    assert said == {"health_and_human_services", "medicare_medicaid"}
    assert known()[request.named_agencies.name] == frozenset()


def test_the_earliest_year_is_of_periods_that_can_be_read() -> None:
    periods = replace(ONE, tax_periods=("2022", "1986Q4", "soon"))
    assert known(one=periods)[subject.earliest_year.name] == 1986
    assert known()[subject.earliest_year.name] is None


def test_no_purpose_and_no_extract_is_asked_for_unless_the_request_says_so() -> None:
    assert (known()[purpose.stated.name], known()[request.own_extract.name]) == (purpose.NOT_STATED, False)
    said = known(one=replace(ONE, facts={"purpose.stated": "erisa", "request.own_extract": True}))
    assert (said[purpose.stated.name], said[request.own_extract.name]) == ("erisa", True)
