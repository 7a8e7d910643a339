"""26 U.S.C. 6103(l)(13)(A) and (C): student loans and student aid, read a second time."""

from __future__ import annotations

from tests.law.read_twice import records
from tests.oracle.second.answers import Answers
from tests.oracle.second.paragraph import Same
from tests.oracle.second.questions import (
    AGENTS,
    NECESSARY,
    NO_WAGERING,
    OF_AGENTS,
    PERSON,
    SAFEGUARDED,
    SAME_AGENTS,
    SAME_PERSON,
    SAME_SAFEGUARDS,
    SAME_WRITING,
    WAGERING_LABEL,
    WRITING,
    OfQuestions,
    every,
    is_so,
    one_among,
    purpose,
    rule,
    signed_by,
    some,
    some_among,
)
from tests.oracle.second.rules import Rules


def _rules(at: str, stated: str, approval: str) -> Rules:
    return (
        WRITING,
        signed_by(at, "education"),
        purpose(at, stated),
        rule("YEARS", at, is_so("subject.states_periods")),
        rule("APPROVED", at, one_among("education.approval", approval)),
        rule(
            "AUTHORISED", "l/13/E",
            every(
                some(
                    some_among("recipients.named_agencies", "education"),
                    one_among("recipients.agents", "agents"),
                ),
                is_so("education.designated"),
            ),
        ),
        PERSON,
        rule("LISTED", at, one_among("item.name", *records()[at]["items"]["names"])),
        NO_WAGERING,
        NECESSARY,
        SAFEGUARDED,
        AGENTS,
    )  # fmt: skip


def _same(what: str, clause: str) -> tuple[Same, ...]:
    return (
        SAME_WRITING,
        Same("HEAD", "the Secretary of Education makes the request"),
        Same("PURPOSE", f"the information is asked for {what}"),
        Same("YEARS", "the request specifies taxable years"),
        Same("APPROVED", f"the individual is certified to have approved under section 494(a)({clause})"),
        Same(
            "AUTHORISED",
            "the recipients belong to Education or are its contractors, and are designated for this",
        ),
        SAME_PERSON,
        Same("LISTED WAGERING", "the item is one that the subparagraph lists", WAGERING_LABEL),
        Same("", "the item is of a year that the request specifies"),
        Same("NECESSARY", f"the item is necessary for {what}"),
        SAME_SAFEGUARDS,
        SAME_AGENTS,
    )


FOR_PLAN: Answers = {
    "request.in_writing": True,
    "request.named_agencies": frozenset({"education"}),
    "request.states_office": True,
    "request.office": "agency_head",
    "purpose.stated": "income_driven_repayment",
    "subject.states_periods": True,
    "education.approval": "494a2",
    "education.designated": True,
    "recipients.named_agencies": frozenset({"education"}),
    "recipients.of_requesting_agency": True,
    "item.name": "return.1040.adjusted_gross_income",
    "finding.necessary_for_purpose": True,
}
FOR_AID: Answers = {
    **FOR_PLAN,
    "purpose.stated": "student_aid",
    "education.approval": "494a1",
    "education.year_of_aid": True,
    "item.name": "return.1040.tax_exempt_interest",
}
BY_DELEGATE: Answers = {"request.office": "delegate", "finding.signatory_listed": True, **OF_AGENTS}

PLAN, AID = (
    "repayment plans by income, or what is due under them",
    ("eligibility for, and the amount of, Federal student financial aid"),
)
YEAR_OF_AID = rule("YEAR_OF_AID", "l/13/C", is_so("education.year_of_aid"))

PARAGRAPHS = (
    OfQuestions(
        "l/13/A", _rules("l/13/A", "income_driven_repayment", "494a2"), _same(PLAN, "2"), frozenset(),
        (FOR_PLAN, {**FOR_PLAN, **BY_DELEGATE}), lambda case: {},
    ),
    OfQuestions(
        "l/13/C", (*_rules("l/13/C", "student_aid", "494a1"), YEAR_OF_AID),
        (*_same(AID, "1"), Same("YEAR_OF_AID", "the years stated are those that section 480(a) uses")),
        frozenset(), (FOR_AID, {**FOR_AID, **BY_DELEGATE}), lambda case: {},
    ),
)  # fmt: skip
