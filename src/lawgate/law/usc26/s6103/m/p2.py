"""26 U.S.C. 6103(m)(2): the mailing address of one who owes the United States."""

from lawgate.kernel.expr import Element, all_of, among, element
from lawgate.kernel.fact import Owner, flag
from lawgate.law.addresses import S6103
from lawgate.law.entry import entries
from lawgate.law.provision import Duty, Limit, Provision
from lawgate.law.terms import finding, recipients
from lawgate.law.usc26.s6103.a import PERSON_NAMED
from lawgate.law.usc26.s6103.b import FEDERAL_AGENCY
from lawgate.law.usc26.s6103.written_request import (
    agents_safeguarded,
    in_writing,
    is_mailing_address,
    purpose_is,
    received_by_requester_or_agents,
    stated,
)

HERE = S6103 / "m/2"

claim = flag(
    "claim.federal",
    "Is there a Federal claim against the taxpayer that the agency pursues under 31 U.S.C. 3711, 3717 and 3718?",
    says="the agency pursues a Federal claim against the taxpayer under 31 U.S.C. 3711, 3717 and 3718",
    denies="the agency pursues no such Federal claim against the taxpayer",
    owner=Owner.REQUESTER,
)

ON_A_CLAIM: tuple[Element, ...] = (
    in_writing(HERE / "A"),
    element(
        HERE / "A",
        "a Federal agency asks",
        FEDERAL_AGENCY,
        also=(S6103 / "b/9",),
        mend="Only a Federal agency can ask under this paragraph.",
    ),
    stated(
        HERE / "A",
        "there is a Federal claim against the taxpayer",
        claim,
        "State in `facts`, as claim.federal, that the agency pursues a Federal claim against the taxpayer.",
    ),
)

TO_COLLECT = Provision(
    cite=HERE,
    heading="Mailing address, to collect or compromise a Federal claim",
    duty=Duty.MAY,
    request=(
        *ON_A_CLAIM,
        purpose_is(
            HERE / "A",
            "locating the taxpayer to collect or compromise the Federal claim",
            "federal_claim",
        ),
    ),
    requires=(received_by_requester_or_agents(HERE / "A"), agents_safeguarded(HERE / "A")),
    covers=(PERSON_NAMED, is_mailing_address(HERE / "A")),
    limits=(Limit(HERE / "A", "Only to locate the taxpayer, to collect or compromise the Federal claim."),),
)

FOR_CREDIT_REPORT = Provision(
    cite=HERE / "B",
    heading="Mailing address, for a consumer reporting agency's commercial credit report",
    duty=Duty.MAY,
    request=(
        *ON_A_CLAIM,
        purpose_is(
            HERE / "B",
            "a commercial credit report on the taxpayer for the agency",
            "commercial_credit_report",
        ),
    ),
    requires=(
        element(
            HERE / "B",
            "a consumer reporting agency receives, as agent of the Federal agency, under the safeguards",
            all_of(among(recipients.agents, "consumer_reporting_agency"), finding.safeguards),
            also=(S6103 / "p/4",),
        ),
    ),
    covers=(PERSON_NAMED, is_mailing_address(HERE / "B")),
    limits=(
        Limit(HERE / "B", "Only to prepare a commercial credit report on the taxpayer for that agency."),
    ),
)

ENTRIES = entries(HERE, rule=". A B")
