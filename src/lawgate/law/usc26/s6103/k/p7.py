"""26 U.S.C. 6103(k)(7): registration for excise taxes."""

from lawgate.law.addresses import S6103
from lawgate.law.entry import entries
from lawgate.law.provision import Duty, Provision
from lawgate.law.terms.finding import judgement
from lawgate.law.usc26.s6103.a import PERSON_NAMED
from lawgate.law.usc26.s6103.k.release import for_purpose, listed, reaches

HERE = S6103 / "k/7"

needed_for_excise = judgement(
    "needed_for_excise",
    HERE,
    "Did the Secretary determine that disclosure of the item is necessary to administer subtitle D effectively?",
    yes="disclosure is necessary for the effective administration of subtitle D",
    no="disclosure is not necessary for the effective administration of subtitle D",
)

NECESSARY = reaches(
    HERE, "the Secretary determined it necessary to administer subtitle D effectively", needed_for_excise
)
PURPOSE = for_purpose(HERE, "effective administration of excise registration", "excise_registration")

REGISTRANT = Provision(
    cite=HERE / "A",
    heading="Name, address and number of one who is registered for excise tax",
    duty=Duty.MAY,
    request=(PURPOSE,),
    requires=(reaches(HERE / "A", "the person named is registered under subtitle D"), NECESSARY),
    covers=(
        PERSON_NAMED,
        listed(
            HERE / "A",
            "the name, address or registration number, or the address of a terminal",
            *("identity.name", "identity.mailing_address"),
            *("irs.excise_registration.number", "irs.excise_registration.terminal_address"),
        ),
    ),
)

STATUS = Provision(
    cite=HERE / "B",
    heading="Whether anybody is registered for excise tax",
    duty=Duty.MAY,
    request=(PURPOSE,),
    requires=(NECESSARY,),
    covers=(
        PERSON_NAMED,
        listed(HERE / "B", "the registration status of the person", "irs.excise_registration.status"),
    ),
)

ENTRIES = entries(HERE, rule=". A B")
