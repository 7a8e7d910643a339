"""26 U.S.C. 6103(e)(1)(A), (1)(D) and (6): own returns, those of corporations, and attorneys in fact, read again."""

from __future__ import annotations

from tests.oracle.second.answers import Answers
from tests.oracle.second.paragraph import Same
from tests.oracle.second.questions import (
    A_RETURN,
    NO_WAGERING,
    PERSON,
    SAME_PERSON,
    SAME_STATE_LAW,
    SAME_WAGERING,
    SAME_WRITING,
    STATE_LAW,
    WRITING,
    OfQuestions,
    every,
    is_so,
    not_so,
    one_among,
    rule,
    some,
)
from tests.oracle.second.rules import Rules

OF_OWN = ("taxpayer", "spouse_who_split_gift", "child")
OF_CORPORATIONS = (
    "designee_of_board", "corporate_officer", "one_percent_shareholder", "s_corporation_shareholder",
    "agent_under_state_law", "interested_in_dissolved_corporation",
)  # fmt: skip
INDIVIDUALS_ONLY = (*OF_OWN, "joint_filer", "donee", "trustee_in_individual_case")
ENTITIES_ONLY = ("partner", *OF_CORPORATIONS, "trustee", "beneficiary_of_trust", "debtor_of_estate")
EITHER = ("executor", "heir", "guardian", "title_11_trustee", "receiver")
"""(1) to (5), by whose return each opens; an estate's or a decedent's, an incompetent's or his partnership's."""

NEEDS_INTEREST = (
    "interested_in_dissolved_corporation", "heir", "donee", "beneficiary_of_trust", "title_11_trustee", "receiver",
)  # fmt: skip
"""(1)(D)(v), (E)(ii), (F)(ii), (3)(B) and (4): only if the Secretary finds a material interest."""

CAPACITY = "interest.capacity"
INDIVIDUAL = is_so("subject.is_individual")
SHOWN = is_so("finding.capacity_shown")

CHILD = rule(
    "CHILD", "e/1/A/iii", some(not_so(one_among(CAPACITY, "child")), is_so("finding.needed_by_child"))
)
OFFICER = rule(
    "OFFICER", "e/1/D/ii",
    some(not_so(one_among(CAPACITY, "corporate_officer")), is_so("interest.request_attested")),
)  # fmt: skip
INTEREST = rule(
    "INTEREST", "e", some(not_so(one_among(CAPACITY, *NEEDS_INTEREST)), is_so("finding.material_interest"))
)
RETURN = rule("RETURN", "b/1", A_RETURN)
SCHEDULES = rule("SCHEDULES", "e/10", some(INDIVIDUAL, not_so(is_so("finding.identifies_others"))))
ALL = (WRITING, PERSON, RETURN, NO_WAGERING, STATE_LAW)


def _asks_as(cite: str, *capacities: str) -> Rules:
    for_himself = one_among("interest.acting", "for_himself")
    return rule("ASKS", cite, every(for_himself, one_among(CAPACITY, *capacities))), rule(
        "SHOWN", cite, SHOWN
    )


OWN = (*ALL, *_asks_as("e/1/A", *OF_OWN), rule("INDIVIDUAL", "e/1/A", INDIVIDUAL), CHILD)
CORPORATE = (
    *ALL, *_asks_as("e/1/D", *OF_CORPORATIONS), rule("ENTITY", "e/1/D", not_so(INDIVIDUAL)),
    OFFICER, INTEREST, SCHEDULES,
)  # fmt: skip
BY_ATTORNEY = (
    *ALL, CHILD, OFFICER, INTEREST, SCHEDULES,
    rule("ACTS", "e/6", one_among("interest.acting", "as_attorney_in_fact")),
    rule("AUTHORISED", "e/6", is_so("finding.attorney_authorised")),
    rule("CAPACITY", "e/6", every(one_among(CAPACITY, *INDIVIDUALS_ONLY, *ENTITIES_ONLY, *EITHER), SHOWN)),
    rule(
        "KIND", "e/6",
        every(
            some(INDIVIDUAL, not_so(one_among(CAPACITY, *INDIVIDUALS_ONLY))),
            some(not_so(INDIVIDUAL), not_so(one_among(CAPACITY, *ENTITIES_ONLY))),
        ),
    ),
    rule(
        "RELIEF", "e/5/C",
        some(
            not_so(one_among(CAPACITY, "trustee_in_individual_case")),
            not_so(is_so("title11.involuntary")),
            is_so("title11.relief_or_leave"),
        ),
    ),
)  # fmt: skip

SAME = (
    SAME_WRITING,
    SAME_PERSON,
    Same("RETURN", "the item stands in a return on file"),
    SAME_WAGERING,
    SAME_STATE_LAW,
)
OWN_WHO = "that individual, the spouse who split a gift on it, or the child who needs it or its legal representative"
CORPORATE_WHO = (
    "one whom the board designated, an officer or employee, a shareholder of (iii) or (iv), or one of (v)"
)
SAME_SCHEDULES = Same(
    "SCHEDULES",
    "the item is no part of a schedule that identifies others than the entity and the requester",
)


def _same_capacity(who: str) -> tuple[Same, Same]:
    return Same("ASKS", f"the requester asks for himself, as {who}"), Same(
        "SHOWN", f"it is shown that he is {who}"
    )


OF_HIS_OWN: Answers = {
    "request.in_writing": True,
    "interest.acting": "for_himself",
    "interest.capacity": "child",
    "subject.is_individual": True,
    "finding.capacity_shown": True,
    "finding.needed_by_child": True,
    "item.name": "return.1040.total_wages",
    "item.document": "return",
    "item.furnished_by": "taxpayer",
    "recipients.of_state": False,
}
OF_A_CORPORATION: Answers = {
    **OF_HIS_OWN,
    "interest.capacity": "corporate_officer",
    "interest.request_attested": True,
    "subject.is_individual": False,
    "finding.identifies_others": False,
}
OF_ONE_DISSOLVED: Answers = {
    **OF_A_CORPORATION,
    "interest.capacity": "interested_in_dissolved_corporation",
    "finding.material_interest": True,
}
ACTING: Answers = {"interest.acting": "as_attorney_in_fact", "finding.attorney_authorised": True}
FOR_TRUSTEE: Answers = {
    **OF_HIS_OWN,
    "interest.capacity": "trustee_in_individual_case",
    "title11.involuntary": True,
    "title11.relief_or_leave": True,
    "recipients.of_state": True,
    "finding.state_law_protects": True,
}

PARAGRAPHS = (
    OfQuestions(
        "e/1/A", OWN,
        (
            *SAME, *_same_capacity(OWN_WHO),
            Same("INDIVIDUAL", "the return is that of an individual"),
            Same("CHILD", "a child sees only what it needs to comply with section 1(g)"),
        ),
        frozenset(), (OF_HIS_OWN,), lambda case: {},
    ),
    OfQuestions(
        "e/1/D", CORPORATE,
        (
            *SAME, *_same_capacity(CORPORATE_WHO), SAME_SCHEDULES,
            Same("ENTITY", "the return is that of a corporation, not of an individual"),
            Same("OFFICER", "an officer or employee asks with an attested request of a principal officer"),
            Same("INTEREST", "one interested in a dissolved corporation has a material interest"),
        ),
        frozenset(), (OF_A_CORPORATION, OF_ONE_DISSOLVED), lambda case: {},
    ),
    OfQuestions(
        "e/6", BY_ATTORNEY,
        (
            *SAME, SAME_SCHEDULES,
            Same("ACTS", "the requester acts as attorney in fact"),
            Same("AUTHORISED", "he is authorised in writing"),
            Same("CAPACITY", "the capacity stated is one that (1) to (5) lists, and is shown"),
            Same("KIND", "the return is of the kind that the capacity opens"),
            Same("CHILD", "a child sees only what it needs"),
            Same("OFFICER", "an officer or employee has an attested request"),
            Same("INTEREST", "where the capacity calls for a material interest, there is one"),
            Same("RELIEF", "in an individual's involuntary case the court entered relief or gave leave"),
        ),
        frozenset(),
        tuple({**one, **ACTING} for one in (OF_HIS_OWN, OF_A_CORPORATION, OF_ONE_DISSOLVED, FOR_TRUSTEE)),
        lambda case: {},
    ),
)  # fmt: skip
