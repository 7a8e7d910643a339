"""For which of the purposes that subsections (l) to (n) name the information is asked."""

from lawgate.kernel.fact import Owner, choice

NOT_STATED = "not_stated"

PURPOSES = (
    "social_security", "vested_benefits", "railroad_retirement",
    "erisa",
    "creditworthiness",
    "personnel_proceeding", "practice_proceeding", "treasury_defence",
    "return_processing", "mortality_research",
    "child_support",
    "benefits",
    "state_alcohol_laws",
    "offset_records", "offset_locating", "offset_defence", "offset_notice_exchange", "network_support",
    "federal_retirement",
    "medicare_coverage",
    "refund_notice",
    "federal_claim", "commercial_credit_report",
    "occupational_hazards",
    "education_debts",
    "health_loans",
    "blood_donors",
    "benefit_statement",
    "tax_administration_services",
    "other",
    NOT_STATED,
)  # fmt: skip
"""In the order of the statute. A request has one purpose; who has two asks twice."""

stated = choice(
    "purpose.stated",
    "For which purpose that a paragraph of (l), (m) or (n) names is the information asked?",
    says="the purpose stated",
    owner=Owner.REQUESTER,
    values=PURPOSES,
)
