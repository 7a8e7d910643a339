"""For which of the purposes that subsections (l) to (o) name the information is asked."""

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
    "income_driven_repayment", "disability_discharge", "student_aid", "aid_administration", "aid_audit",
    "aid_contract", "aid_family", "aid_by_494c",
    "customs_audit", "customs_recovery",
    "cash_reports",
    "dc_retirement", "dc_retirement_proceeding",
    "records_appraisal",
    "health_insurance_credit",
    "medicare_discount_card",
    "premium_adjustment", "premium_collection", "premium_appeal", "premium_litigation",
    "coverage_eligibility", "coverage_inconsistency",
    "medicare_enrolment",
    "refund_notice",
    "federal_claim", "commercial_credit_report",
    "occupational_hazards",
    "education_debts",
    "health_loans",
    "blood_donors",
    "benefit_statement",
    "tax_administration_services",
    "alcohol_tobacco_firearms", "wagering_tax", "heavy_vehicle_tax",
    "other",
    NOT_STATED,
)  # fmt: skip
"""In the order of the statute. A request has one purpose; who has two asks twice."""

stated = choice(
    "purpose.stated",
    "For which purpose that a paragraph of (l) to (o) names is the information asked?",
    says="the purpose stated",
    owner=Owner.REQUESTER,
    values=PURPOSES,
)
