"""Questions about those who would receive the information for one subject."""

from lawgate.kernel.fact import Owner, choice, count, flag, several
from lawgate.law.terms.request import NAMED_AGENCIES

identified = flag(
    "recipients.identified",
    "Does the request identify the officers or employees who would receive, by id or by name?",
    says="the recipients are identified",
    denies="the recipients are not identified",
    owner=Owner.CUSTODIAN,
)
of_requesting_agency = flag(
    "recipients.of_requesting_agency",
    "Is every recipient an officer or employee of the requesting agency?",
    says="every recipient belongs to the requesting agency",
    denies="a recipient does not belong to the requesting agency",
    owner=Owner.REQUESTER,
)
named_agencies = several(
    "recipients.named_agencies",
    "To which Federal agencies that a paragraph names does every recipient belong?",
    says="the agencies named to which every recipient belongs",
    owner=Owner.CUSTODIAN,
    values=NAMED_AGENCIES,
)
enforcement = flag(
    "recipients.enforcement",
    "Does the requester or a recipient belong to a Federal law enforcement or intelligence agency, by its name?",
    says="the requester or a recipient belongs to a Federal law enforcement or intelligence agency",
    denies="neither the requester nor a recipient belongs to a Federal law enforcement or intelligence agency",
    owner=Owner.CUSTODIAN,
)
agents = choice(
    "recipients.agents",
    "In what capacity do recipients who are not officers or employees of the requesting agency receive?",
    says="the capacity of the recipients from outside the agency",
    owner=Owner.REQUESTER,
    values=("agents", "consumer_reporting_agency", "others"),
)
of_state = flag(
    "recipients.of_state",
    "Is a recipient an officer or employee of a State?",
    says="a recipient belongs to a State",
    denies="no recipient belongs to a State",
    owner=Owner.CUSTODIAN,
)
federal = flag(
    "recipients.federal",
    "Is every recipient an officer or employee of a Federal agency?",
    says="every recipient belongs to a Federal agency",
    denies="a recipient does not belong to a Federal agency",
    owner=Owner.REQUESTER,
)
engaged = flag(
    "recipients.personally_and_directly_engaged",
    "Is every recipient personally and directly engaged in the matter?",
    says="every recipient is personally and directly engaged",
    denies="a recipient is not personally and directly engaged",
    owner=Owner.REQUESTER,
)
subjects_each = count(
    "recipients.subjects_each",
    "For how many subjects at most is one of these recipients named?",
    says="the most subjects for whom one recipient is named",
    owner=Owner.CUSTODIAN,
)
state_or_local = flag(
    "recipients.state_or_local_law_enforcement",
    "Is every recipient an officer or employee of a State or local law enforcement agency?",
    says="every recipient belongs to a State or local law enforcement agency",
    denies="a recipient does not belong to a State or local law enforcement agency",
    owner=Owner.REQUESTER,
)
on_team = flag(
    "recipients.on_team",
    "Is the State or local agency part of a team with the Federal agency in the investigation?",
    says="the State or local agency is part of a team with the Federal agency",
    denies="the State or local agency is not part of a team with the Federal agency",
    owner=Owner.REQUESTER,
)
federal_law_enforcement = flag(
    "recipients.federal_law_enforcement",
    "Is every recipient an officer or employee of a Federal law enforcement agency?",
    says="every recipient belongs to a Federal law enforcement agency",
    denies="a recipient does not belong to a Federal law enforcement agency",
    owner=Owner.REQUESTER,
)
federal_or_state_law_enforcement = flag(
    "recipients.federal_or_state_law_enforcement",
    "Is every recipient an officer or employee of a Federal or a State law enforcement agency?",
    says="every recipient belongs to a Federal or a State law enforcement agency",
    denies="a recipient belongs neither to a Federal nor to a State law enforcement agency",
    owner=Owner.REQUESTER,
)
federal_law_enforcement_or_intelligence = flag(
    "recipients.federal_law_enforcement_or_intelligence",
    "Is every recipient an officer or employee of a Federal law enforcement or intelligence agency?",
    says="every recipient belongs to a Federal law enforcement or intelligence agency",
    denies="a recipient belongs neither to a Federal law enforcement nor to a Federal intelligence agency",
    owner=Owner.REQUESTER,
)
justice_treasury_or_intelligence = flag(
    "recipients.justice_treasury_or_intelligence",
    "Is every recipient an officer or employee of Justice, the Treasury or another Federal intelligence agency?",
    says="every recipient belongs to Justice, the Treasury or another Federal intelligence agency",
    denies="a recipient belongs to none of Justice, the Treasury and the other Federal intelligence agencies",
    owner=Owner.REQUESTER,
)
of_accountability_office = flag(
    "recipients.of_accountability_office",
    "Is every recipient an officer or employee of the Government Accountability Office?",
    says="every recipient belongs to the Government Accountability Office",
    denies="a recipient does not belong to the Government Accountability Office",
    owner=Owner.REQUESTER,
)
of_justice = flag(
    "recipients.of_justice",
    "Is every recipient an officer or employee of the Department of Justice?",
    says="every recipient belongs to the Department of Justice",
    denies="a recipient does not belong to the Department of Justice",
    owner=Owner.REQUESTER,
)
of_treasury = flag(
    "recipients.of_treasury",
    "Is every recipient an officer or employee of the Department of the Treasury?",
    says="every recipient belongs to the Department of the Treasury",
    denies="a recipient does not belong to the Department of the Treasury",
    owner=Owner.REQUESTER,
)
