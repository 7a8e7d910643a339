"""Questions about the matter for which the request is made."""

from lawgate.kernel.fact import Owner, choice, flag, several

STAGES = ("preparation", "investigation", "grand_jury", "none")
STATUTE_KINDS = ("criminal_nontax", "criminal_tax", "civil", "unlisted")

stage = choice(
    "matter.stage",
    "At what stage is the matter?",
    says="the stage of the matter",
    owner=Owner.REQUESTER,
    values=STAGES,
)
statutes = several(
    "matter.statutes",
    "Of which kinds are the statutes that the request designates?",
    says="the kinds of the statutes designated",
    owner=Owner.CUSTODIAN,
    values=STATUTE_KINDS,
)
tax_administration = flag(
    "matter.tax_administration",
    "Does the matter involve tax administration?",
    says="the matter involves tax administration",
    denies="the matter does not involve tax administration",
    owner=Owner.REQUESTER,
)
united_states_party = flag(
    "matter.united_states_party",
    "Is the United States or the agency, or may it be, a party to the proceeding?",
    says="the United States or the agency is or may be a party",
    denies="neither the United States nor the agency is or may be a party",
    owner=Owner.REQUESTER,
)
child_case = flag(
    "matter.child_case",
    "Does the matter pertain to the case of a missing or exploited child?",
    says="the matter pertains to a missing or exploited child",
    denies="the matter does not pertain to a missing or exploited child",
    owner=Owner.REQUESTER,
)
terrorism = flag(
    "matter.terrorism",
    "Does the matter concern a terrorist incident, threat or activity?",
    says="the matter concerns a terrorist incident, threat or activity",
    denies="the matter is not stated to concern a terrorist incident, threat or activity",
    owner=Owner.REQUESTER,
)
