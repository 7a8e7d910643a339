"""Questions about the use, after release, of one item that was disclosed under a paragraph of (i)."""

from lawgate.kernel.fact import Owner, choice, flag, several
from lawgate.law.addresses import S6103
from lawgate.law.terms.finding import judgement
from lawgate.law.terms.matter import STATUTE_KINDS
from lawgate.law.terms.request import OFFICES

FORUMS = (
    "criminal_proceeding", "civil_forfeiture", "civil_removal", "other_civil", "tax_proceeding",
    "administrative_use",
)  # fmt: skip
"""Where the item is to be used; administrative_use is use in the recipient's own work, outside a proceeding."""

OWN_WORK = ("administrative_use",)

RECEIVERS = ("nobody", "own_agency", "other_federal_agency", "state_or_local", "court", "other")

forum = choice(
    "use.forum",
    "Where is the item to be used?",
    says="the item is to be used in",
    owner=Owner.REQUESTER,
    values=FORUMS,
)
passed_to = choice(
    "use.passed_to",
    "To whom is the item passed on?",
    says="the item is passed on to",
    owner=Owner.CUSTODIAN,
    values=RECEIVERS,
)
office = choice(
    "use.office",
    "Which office holds the one who uses the item or passes it on?",
    says="the office of the one who uses the item or passes it on",
    owner=Owner.REQUESTER,
    values=OFFICES,
)
in_same_work = flag(
    "use.in_same_work",
    "Is the item used in the very work for which it was released, by those to whom it was disclosed or passed on?",
    says="the item is used in the work for which it was released, by those who may have it",
    denies="the item is used in other work than that for which it was released, or by others",
    owner=Owner.REQUESTER,
)
as_necessary = flag(
    "use.as_necessary",
    "Do those to whom the item is passed on need it for the work for which it was released?",
    says="those to whom the item is passed on need it for that work",
    denies="those to whom the item is passed on do not need it for that work",
    owner=Owner.REQUESTER,
)
statutes = several(
    "use.statutes",
    "Of which kinds are the statutes that the proceeding enforces?",
    says="the kinds of the statutes enforced",
    owner=Owner.REQUESTER,
    values=STATUTE_KINDS,
)
related_forfeiture = flag(
    "use.related_forfeiture",
    "Is it a civil forfeiture related to a specifically designated Federal criminal statute?",
    says="the forfeiture is related to a designated Federal criminal statute",
    denies="the forfeiture is related to no designated Federal criminal statute",
    owner=Owner.REQUESTER,
)
tax_administration = flag(
    "use.tax_administration",
    "Does the proceeding involve tax administration?",
    says="the proceeding involves tax administration",
    denies="the proceeding does not involve tax administration",
    owner=Owner.REQUESTER,
)
united_states_party = flag(
    "use.united_states_party",
    "Is the United States or a Federal agency a party to the proceeding?",
    says="the United States or a Federal agency is a party",
    denies="neither the United States nor a Federal agency is a party",
    owner=Owner.REQUESTER,
)
found_probative = flag(
    "use.found_probative",
    "Did the court find the item probative of a matter in issue, on the crime or on guilt or liability?",
    says="the court found the item probative of a matter in issue",
    denies="the court did not find the item probative of a matter in issue",
    owner=Owner.COURT,
)
ordered_produced = flag(
    "use.ordered_produced",
    "Does an order under 18 U.S.C. 3500 or criminal rule 16 require the item?",
    says="an order under 18 U.S.C. 3500 or criminal rule 16 requires the item",
    denies="no order under 18 U.S.C. 3500 or criminal rule 16 requires the item",
    owner=Owner.COURT,
)
released_as_other = flag(
    "use.released_as_other",
    "Was the item released under a paragraph that opens no taxpayer return information, and is it no identity?",
    says="the item was released as other than taxpayer return information",
    denies="the item was released as identity, or under a paragraph that opens taxpayer return information too",
    owner=Owner.CUSTODIAN,
)
admission_barred = judgement(
    "admission_barred",
    S6103 / "i/4/C",
    "Did the Secretary determine, and notify, that admission would identify an informant or seriously impair a tax "
    "investigation?",
    yes="admission would identify an informant or impair an investigation, and that was notified",
    no="no such determination was made and notified",
)
