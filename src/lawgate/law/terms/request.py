"""Questions about the request as a whole; the requester answers them by what the request says."""

from lawgate.kernel.fact import Owner, choice, flag, several

LEVELS = (
    "federal", "state", "local", "tribal", "foreign", "private", "self", "congress", "court", "president",
)  # fmt: skip

OFFICES = (
    "agency_head", "acting_agency_head", "component_head", "acting_component_head", "inspector_general",
    "attorney_general", "deputy_attorney_general", "associate_attorney_general", "assistant_attorney_general",
    "us_attorney", "acting_us_attorney", "assistant_us_attorney", "fbi_director", "dea_administrator",
    "special_prosecutor", "strike_force_attorney", "assistant_director", "delegate", "comptroller_general",
    "president", "committee_chair", "state_agency_head", "taxpayer", "other",
)  # fmt: skip

NAMED_AGENCIES = (
    "social_security", "railroad_retirement", "labor", "pension_benefit_guaranty", "treasury", "housing",
    "personnel_management", "medicare_medicaid", "occupational_safety_institute", "education",
    "health_and_human_services", "customs", "archives",
)  # fmt: skip
"""The Federal agencies to which subsections (l) and (m) open something by their names."""
NOT_STATED = "not_stated"
"""A value of what a paragraph demands of the request's own words: the answer of a request that does not say it."""

in_writing = flag(
    "request.in_writing",
    "Is the request in writing?",
    says="the request is in writing",
    denies="the request is not stated to be in writing",
    owner=Owner.REQUESTER,
)
level = choice(
    "request.level",
    "At what level of government does the requester stand?",
    says="the requester's level",
    owner=Owner.REQUESTER,
    values=LEVELS,
)
of_justice = flag(
    "request.of_justice",
    "Does the requester belong to the Department of Justice?",
    says="the requester belongs to the Department of Justice",
    denies="the requester does not belong to the Department of Justice",
    owner=Owner.CUSTODIAN,
)
of_treasury = flag(
    "request.of_treasury",
    "Does the requester belong to the Department of the Treasury?",
    says="the requester belongs to the Department of the Treasury",
    denies="the requester does not belong to the Department of the Treasury",
    owner=Owner.CUSTODIAN,
)
of_secret_service = flag(
    "request.of_secret_service",
    "Does the requester belong to the United States Secret Service?",
    says="the requester belongs to the Secret Service",
    denies="the requester does not belong to the Secret Service",
    owner=Owner.CUSTODIAN,
)
of_social_security = flag(
    "request.of_social_security",
    "Does the requester belong to the Social Security Administration?",
    says="the requester belongs to the Social Security Administration",
    denies="the requester does not belong to the Social Security Administration",
    owner=Owner.CUSTODIAN,
)
of_railroad_board = flag(
    "request.of_railroad_board",
    "Does the requester belong to the Railroad Retirement Board?",
    says="the requester belongs to the Railroad Retirement Board",
    denies="the requester does not belong to the Railroad Retirement Board",
    owner=Owner.CUSTODIAN,
)
states_office = flag(
    "request.states_office",
    "Does the request state its signatory's office?",
    says="the signatory's office is stated",
    denies="the signatory's office is not stated",
    owner=Owner.CUSTODIAN,
)
office = choice(
    "request.office",
    "Which office does the signatory hold?",
    says="the signatory's office",
    owner=Owner.REQUESTER,
    values=OFFICES,
)
named_agencies = several(
    "request.named_agencies",
    "Of which Federal agencies that a paragraph names is the requester, or a part?",
    says="the agencies named of which the requester is, or is a part",
    owner=Owner.CUSTODIAN,
    values=NAMED_AGENCIES,
)
own_extract = flag(
    "request.own_extract",
    "Does the request ask for the paragraph's own extract, and not for persons of the requester's choosing?",
    says="the request asks for the paragraph's own extract",
    denies="the request is not stated to ask for the paragraph's own extract",
    owner=Owner.REQUESTER,
)
authority_form = choice(
    "request.authority_form",
    "How does the request set forth the statutory authority of the proceeding or investigation?",
    says="the form of the statutory authority set forth",
    owner=Owner.CUSTODIAN,
    values=("statute", "other", "not_stated"),
)
seeks_beyond_identity = flag(
    "request.seeks_beyond_identity",
    "Is anything besides the taxpayer's identity sought?",
    says="other information than identity is sought too",
    denies="nothing but identity is sought",
    owner=Owner.CUSTODIAN,
)
states_reasons = flag(
    "request.states_reasons",
    "Does the request set forth why disclosure is or may be relevant?",
    says="reasons are set forth",
    denies="no reason is set forth",
    owner=Owner.CUSTODIAN,
)
of_agency_responding = flag(
    "request.of_agency_responding",
    "Is the requesting agency a Federal law enforcement agency involved in the response or investigation?",
    says="the requesting agency is a Federal law enforcement agency involved in the response or investigation",
    denies="the requesting agency is no Federal law enforcement agency involved in the response or investigation",
    owner=Owner.REQUESTER,
)
appointed_with_consent = flag(
    "request.appointed_with_consent",
    "Is the signatory appointed by the President with the advice and consent of the Senate?",
    says="the signatory is appointed by the President with the consent of the Senate",
    denies="the signatory is not appointed by the President with the consent of the Senate",
    owner=Owner.REQUESTER,
)
responsible_for_intelligence = flag(
    "request.responsible_for_intelligence",
    "Is the signatory responsible for collecting and analysing intelligence on terrorist incidents or threats?",
    says="the signatory is responsible for intelligence on terrorist incidents or threats",
    denies="the signatory is not responsible for intelligence on terrorist incidents or threats",
    owner=Owner.REQUESTER,
)
