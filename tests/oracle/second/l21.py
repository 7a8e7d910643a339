"""26 U.S.C. 6103(l)(21)(A): eligibility for premium credits and State health programs, read a second time."""

from __future__ import annotations

from tests.law.read_twice import records
from tests.oracle.second.answers import Answers
from tests.oracle.second.paragraph import Same
from tests.oracle.second.questions import (
    AGENTS,
    EXTRACT,
    NO_ENFORCEMENT,
    NO_WAGERING,
    OF_AGENTS,
    PERSON,
    SAFEGUARDED,
    SAME_AGENTS,
    SAME_ENFORCEMENT,
    SAME_EXTRACT,
    SAME_PERSON,
    SAME_SAFEGUARDS,
    SAME_WAGERING,
    SAME_WRITING,
    WRITING,
    OfQuestions,
    is_so,
    one_among,
    purpose,
    rule,
    signed_by,
    some,
    some_among,
)

HEALTH = "health_and_human_services"

RULES = (
    WRITING,
    signed_by("l/21/A", HEALTH),
    purpose("l/21/C", "coverage_eligibility"),
    EXTRACT,
    rule(
        "RECIPIENTS",
        "l/21/A",
        some(some_among("recipients.named_agencies", HEALTH), one_among("recipients.agents", "agents")),
    ),
    PERSON,
    rule("RELEVANT", "l/21/A", is_so("finding.income_relevant_to_coverage")),
    rule(
        "LISTED",
        "l/21/A",
        some(
            one_among("item.name", *records()["l/21"]["items"]["names"]),
            is_so("finding.prescribed_for_coverage"),
        ),
    ),
    NO_WAGERING,
    SAFEGUARDED,
    AGENTS,
    NO_ENFORCEMENT,
)

SAME = (
    SAME_WRITING,
    Same("HEAD", "the Secretary of Health and Human Services makes the request"),
    Same(
        "PURPOSE",
        "the information is asked for eligibility for, and the amount of, premium credits and cost sharing, or for "
        "State programs",
    ),
    SAME_EXTRACT,
    Same("RECIPIENTS", "the recipients belong to Health and Human Services or are its contractors"),
    SAME_PERSON,
    Same("RELEVANT", "the taxpayer's income is relevant in determining it"),
    Same("LISTED", "the item is one that (A) lists, or that regulations prescribe"),
    SAME_WAGERING,
    SAME_SAFEGUARDS,
    SAME_AGENTS,
    SAME_ENFORCEMENT,
)

FOR_COVERAGE: Answers = {
    "request.in_writing": True,
    "recipients.enforcement": False,
    "request.named_agencies": frozenset({HEALTH}),
    "request.states_office": True,
    "request.office": "agency_head",
    "request.own_extract": True,
    "purpose.stated": "coverage_eligibility",
    "recipients.named_agencies": frozenset({HEALTH}),
    "recipients.of_requesting_agency": True,
    "item.name": "return.household.modified_agi",
    "finding.income_relevant_to_coverage": True,
    "finding.prescribed_for_coverage": False,
}
BY_REGULATION: Answers = {
    **FOR_COVERAGE,
    **OF_AGENTS,
    "item.name": "return.1040.total_tax",
    "finding.prescribed_for_coverage": True,
}

PARAGRAPH = OfQuestions("l/21", RULES, SAME, frozenset(), (FOR_COVERAGE, BY_REGULATION), lambda case: {})
