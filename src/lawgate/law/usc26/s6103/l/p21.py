"""26 U.S.C. 6103(l)(21): eligibility for premium credits, cost sharing, Medicaid and like programs.

The year of (A)(vi) goes with each item as its period.
"""

from lawgate.kernel.expr import all_of, among, any_of, element
from lawgate.kernel.fact import Owner, choice
from lawgate.law.addresses import S6103
from lawgate.law.entry import entries
from lawgate.law.provision import Duty, Limit, Provision
from lawgate.law.terms import item
from lawgate.law.terms.finding import judgement
from lawgate.law.usc26.s6103.a import PERSON_NAMED
from lawgate.law.usc26.s6103.written_request import (
    as_extract,
    asked_by,
    in_writing,
    is_listed,
    purpose_is,
    received_by_agency_or_contractors,
    signed_by_head,
)

HERE = S6103 / "l/21"

receiver = choice(
    "coverage.receiver",
    "To whom does Health and Human Services disclose the inconsistency?",
    says="the inconsistency is disclosed to",
    owner=Owner.REQUESTER,
    values=("exchange", "state_agency", "contractor_of_either", "other"),
)
income_relevant = judgement(
    "income_relevant_to_coverage",
    HERE / "A",
    "Is the taxpayer's income relevant in determining a credit, reduction or eligibility that (A) names?",
    yes="the taxpayer's income is relevant in determining it",
    no="the taxpayer's income is not relevant in determining it",
)
prescribed = judgement(
    "prescribed_for_coverage",
    HERE / "A/v",
    "Do regulations prescribe the item as one that might indicate eligibility for the credit or reduction?",
    yes="regulations prescribe the item",
    no="regulations do not prescribe the item",
)
inconsistent = judgement(
    "inconsistent_with_statement",
    HERE,
    "Does the item tell only what is inconsistent between what that body stated and what was disclosed under (A)?",
    yes="the item tells only such an inconsistency",
    no="the item tells no such inconsistency, or more than that",
)

LISTED = (
    "identity.name", "identity.mailing_address", "identity.tin", "return.1040.filing_status",
    "return.1040.exemption_count", "return.1040.modified_agi", "return.household.modified_agi",
    "irs.account.no_information",
)  # fmt: skip
"""(A)(i) to (iv) and (vi); (iv) opens the income of others in the household too."""

HEALTH = ("Health and Human Services", "health_and_human_services")
PURPOSE = "eligibility for, and the amount of, premium credits and cost sharing, or for State programs"

COVERAGE = Provision(
    cite=HERE,
    heading="Income and household, for premium credits and State health programs",
    duty=Duty.SHALL,
    request=(
        in_writing(HERE / "A"),
        signed_by_head(HERE / "A", "the Secretary of Health and Human Services", HEALTH[1]),
        purpose_is(HERE / "C", PURPOSE, "coverage_eligibility", also=(HERE / "C/i", HERE / "C/ii")),
        as_extract(HERE / "A"),
    ),
    requires=(received_by_agency_or_contractors(HERE / "A", *HEALTH),),
    covers=(
        PERSON_NAMED,
        element(HERE / "A", "the taxpayer's income is relevant in determining it", income_relevant),
        element(
            HERE / "A",
            "the item is one that (A) lists, or that regulations prescribe",
            all_of(item.held, any_of(among(item.name, *LISTED), all_of(item.of_named_taxpayer, prescribed))),
            also=tuple(HERE / "A" / clause for clause in ("i", "ii", "iii", "iv", "v", "vi")),
        ),
    ),
    limits=(
        Limit(HERE / "C", f"Only for {PURPOSE}."),
        Limit(HERE / "B", "To Exchanges and State agencies only an inconsistency."),
    ),
    extract=True,
)

INCONSISTENCY = Provision(
    cite=HERE / "B",
    heading="Inconsistencies, for Exchanges and State agencies",
    duty=Duty.MAY,
    request=(
        asked_by(HERE / "B", *HEALTH),
        purpose_is(HERE / "C", PURPOSE, "coverage_inconsistency", also=(HERE / "C/i", HERE / "C/ii")),
    ),
    requires=(
        element(
            HERE / "B",
            "an Exchange, a State agency of such a program, or a contractor of either receives",
            among(receiver, "exchange", "state_agency", "contractor_of_either"),
        ),
    ),
    covers=(
        PERSON_NAMED,
        is_listed(HERE / "B", "an inconsistency", "hhs.inconsistency"),
        element(
            HERE / "B",
            "the item tells only what is inconsistent with what that body stated",
            inconsistent,
        ),
    ),
    limits=(Limit(HERE / "C", f"Only for {PURPOSE}."),),
)

ENTRIES = entries(HERE, rule=". A A/i A/ii A/iii A/iv A/v A/vi B C C/i C/ii")
