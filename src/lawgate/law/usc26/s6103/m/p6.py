"""26 U.S.C. 6103(m)(6): Blood Donor Locator Service."""

from lawgate.kernel.expr import all_of, among, element
from lawgate.kernel.fact import Owner, flag
from lawgate.law.addresses import S6103
from lawgate.law.entry import entries
from lawgate.law.provision import Duty, Limit, Provision
from lawgate.law.terms import recipients
from lawgate.law.terms.finding import judgement
from lawgate.law.usc26.s6103.a import PERSON_NAMED
from lawgate.law.usc26.s6103.written_request import asked_by, in_writing, is_mailing_address, purpose_is

HERE = S6103 / "m/6"

of_service = flag(
    "recipients.of_blood_donor_service",
    "Is every recipient an officer or employee of the Blood Donor Locator Service?",
    says="every recipient belongs to the Blood Donor Locator Service",
    denies="a recipient does not belong to the Blood Donor Locator Service",
    owner=Owner.REQUESTER,
)
necessary = judgement(
    "necessary_to_locate_donor",
    HERE / "B",
    "Is the address necessary to help authorized persons to locate a donor who has or may have the virus?",
    yes="the address is necessary to help to locate such a donor",
    no="the address is not necessary to help to locate such a donor",
)

DONORS = Provision(
    cite=HERE,
    heading="Mailing address of blood donors to be warned",
    duty=Duty.SHALL,
    request=(
        in_writing(HERE / "A"),
        asked_by(HERE / "A", "the Department of Health and Human Services", "health_and_human_services"),
        purpose_is(
            HERE / "B", "locating blood donors under section 1141 of the Social Security Act", "blood_donors"
        ),
    ),
    requires=(
        element(
            HERE / "A",
            "the recipients are officers or employees of the Blood Donor Locator Service",
            all_of(among(recipients.named_agencies, "health_and_human_services"), of_service),
        ),
    ),
    covers=(
        PERSON_NAMED,
        is_mailing_address(HERE / "A"),
        element(HERE / "B", "the address is necessary to locate such a donor", necessary),
    ),
    limits=(
        Limit(HERE / "B", "Only to help authorized persons to locate donors and tell them of medical care."),
    ),
)

ENTRIES = entries(
    HERE,
    rule=". A B",
    duty={"C": "The Secretary destroys the donor records in the Treasury's possession after their use."},
)
