"""26 U.S.C. 6103(m)(3): addresses for the National Institute for Occupational Safety and Health."""

from lawgate.law.addresses import S6103
from lawgate.law.entry import entries
from lawgate.law.provision import Duty, Limit, Provision
from lawgate.law.usc26.s6103.a import PERSON_NAMED
from lawgate.law.usc26.s6103.written_request import (
    asked_by,
    in_writing,
    is_mailing_address,
    purpose_is,
    received_by,
)

HERE = S6103 / "m/3"

INSTITUTE = ("the National Institute for Occupational Safety and Health", "occupational_safety_institute")
PURPOSE = "locating individuals exposed to occupational hazards, for their health"

HAZARDS = Provision(
    cite=HERE,
    heading="Mailing address of those exposed to occupational hazards",
    duty=Duty.MAY,
    request=(in_writing(HERE), asked_by(HERE, *INSTITUTE), purpose_is(HERE, PURPOSE, "occupational_hazards")),
    requires=(received_by(HERE, *INSTITUTE),),
    covers=(PERSON_NAMED, is_mailing_address(HERE)),
    limits=(
        Limit(
            HERE,
            "Solely to locate those exposed, to learn their state of health or tell them of medical care.",
        ),
    ),
)

ENTRIES = entries(HERE, rule=".")
