"""26 U.S.C. 6103(l)(7): agencies that administer benefit programs, read a second time."""

from __future__ import annotations

from tests.law.read_twice import records
from tests.oracle.second.answers import Answers
from tests.oracle.second.paragraph import Same
from tests.oracle.second.questions import (
    EXTRACT,
    NECESSARY,
    NO_ENFORCEMENT,
    NO_WAGERING,
    PERSON,
    SAFEGUARDED,
    SAME_ENFORCEMENT,
    SAME_EXTRACT,
    SAME_PERSON,
    SAME_SAFEGUARDS,
    SAME_STATE_LAW,
    SAME_WRITING,
    STATE_LAW,
    WAGERING_LABEL,
    WRITING,
    OfQuestions,
    every,
    is_so,
    one_among,
    purpose,
    rule,
    some,
    some_among,
)

BESIDE = (
    "needy_families", "medical_or_drug_subsidy", "supplemental_income", "territories", "unemployment", "nutrition",
    "state_supplements", "needs_based_pension", "parents_compensation", "veterans_health_care",
)  # fmt: skip
"""(D)(i) to (viii)(III): what the last two sentences say nothing of."""

UNEMPLOYABILITY, HOUSING = "unemployability_compensation", "housing"
NOT_HOUSING = one_among("benefit.program", *BESIDE, UNEMPLOYABILITY)
OF_HOUSING = one_among("benefit.program", HOUSING)
NOT_UNEMPLOYABILITY = one_among("benefit.program", *BESIDE, HOUSING)
WAGES_AND_EARNINGS = (
    "return.1040.schedule_se.net_earnings",
    "third_party.w2.wages",
    "return.1040.total_wages",
)

RULES = (
    WRITING,
    rule(
        "AGENCY", "l/7/A",
        every(one_among("request.level", "federal", "state", "local"), is_so("benefit.administers")),
    ),
    rule(
        "PROGRAM", "l/7/D",
        some(
            NOT_HOUSING,
            every(
                OF_HOUSING,
                some_among("request.named_agencies", "housing"),
                some(
                    one_among("request.office", "agency_head"),
                    every(
                        one_among("request.office", "acting_agency_head", "delegate"),
                        is_so("finding.signatory_listed"),
                    ),
                ),
            ),
        ),
    ),
    purpose("l/7/C", "benefits"),
    EXTRACT,
    rule("RECIPIENTS", "l/7/A", is_so("recipients.of_requesting_agency")),
    rule(
        "HOUSING_STAFF", "l/7/D/ix",
        some(NOT_HOUSING, every(OF_HOUSING, some_among("recipients.named_agencies", "housing"))),
    ),
    PERSON,
    NO_WAGERING,
    NECESSARY,
    SAFEGUARDED,
    STATE_LAW,
    NO_ENFORCEMENT,
)  # fmt: skip

EARNED = (
    *RULES,
    rule(
        "ITEM", "l/7/A",
        some(
            one_among("item.name", *WAGES_AND_EARNINGS),
            every(one_among("item.name", *records()["l/7/A"]["items"]["names"]), NOT_UNEMPLOYABILITY),
        ),
    ),
    rule("FROM_SSA", "l/7/A", is_so("finding.from_ssa_for_benefits")),
)  # fmt: skip
"""For unemployability wages and net earnings alone, and so no payments of retirement income."""

UNEARNED = (
    *RULES,
    rule(
        "ITEM", "l/7/B",
        every(
            one_among("item.name", *records()["l/7/B"]["items"]["names"]),
            is_so("finding.current_unearned_income"),
        ),
    ),
    rule("NOT_UNEMPLOYABILITY", "l/7/D/viii/IV", NOT_UNEMPLOYABILITY),
)  # fmt: skip

PURPOSE = "determining eligibility for, or the correct amount of, benefits under a listed program"
SAME = (
    SAME_WRITING,
    Same("AGENCY", "the Federal, State or local agency that administers the program asks"),
    Same(
        "PROGRAM",
        "the program is one of those listed; housing only on the request of the Secretary of Housing",
    ),
    Same("PURPOSE", f"the information is asked for {PURPOSE}"),
    SAME_EXTRACT,
    Same("RECIPIENTS", "the recipients belong to the requesting agency"),
    Same("HOUSING_STAFF", "for housing, officers of the Department of Housing alone receive"),
    SAME_PERSON,
    Same("NECESSARY", f"the item is necessary for {PURPOSE}"),
    SAME_SAFEGUARDS,
    SAME_STATE_LAW,
    SAME_ENFORCEMENT,
)

FOR_BENEFITS: Answers = {
    "request.in_writing": True,
    "recipients.enforcement": False,
    "request.level": "state",
    "request.named_agencies": frozenset(),
    "request.office": "state_agency_head",
    "request.own_extract": True,
    "benefit.program": "nutrition",
    "benefit.administers": True,
    "purpose.stated": "benefits",
    "recipients.of_requesting_agency": True,
    "recipients.of_state": True,
    "finding.state_law_protects": True,
    "finding.necessary_for_purpose": True,
    "finding.from_ssa_for_benefits": True,
    "finding.current_unearned_income": True,
}
FOR_HOUSING: Answers = {
    **FOR_BENEFITS,
    "request.level": "federal",
    "request.named_agencies": frozenset({"housing"}),
    "request.office": "agency_head",
    "benefit.program": "housing",
    "recipients.named_agencies": frozenset({"housing"}),
    "recipients.of_state": False,
    "finding.state_law_protects": None,
}
RETIREMENT: Answers = {"item.name": "third_party.1099.retirement"}
INTEREST: Answers = {"item.name": "third_party.1099.interest"}

PARAGRAPHS = (
    OfQuestions(
        "l/7/A", EARNED,
        (
            *SAME,
            Same(
                "ITEM WAGERING", "the item is net earnings, wages or, save for unemployability, retirement income",
                WAGERING_LABEL,
            ),
            Same("FROM_SSA", "the Social Security Administration discloses it and has it under (l)(1) or (5)"),
        ),
        frozenset(), ({**FOR_BENEFITS, **RETIREMENT}, {**FOR_HOUSING, **RETIREMENT}), lambda case: {},
    ),
    OfQuestions(
        "l/7/B", UNEARNED,
        (
            *SAME,
            Same("ITEM WAGERING", "the item is current return information on unearned income", WAGERING_LABEL),
            Same("NOT_UNEMPLOYABILITY", "the program is not compensation for unemployability"),
        ),
        frozenset(), ({**FOR_BENEFITS, **INTEREST}, {**FOR_HOUSING, **INTEREST}), lambda case: {},
    ),
)  # fmt: skip
