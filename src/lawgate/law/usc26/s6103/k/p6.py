"""26 U.S.C. 6103(k)(6): what an officer must tell in order to learn what he asks."""

from lawgate.kernel.expr import all_of, element, not_
from lawgate.kernel.fact import Owner, flag
from lawgate.law.addresses import S6103
from lawgate.law.entry import entries
from lawgate.law.provision import Duty, Limit, Provision
from lawgate.law.usc26.s6103.a import PERSON_NAMED
from lawgate.law.usc26.s6103.b import TAX_ADMINISTRATION
from lawgate.law.usc26.s6103.k.release import by_treasury, for_purpose, reaches, return_information

HERE = S6103 / "k/6"

official_duties = flag(
    "inquiry.official_duties",
    "Do the officer's duties relate to an audit, a collection or an investigation under the internal revenue laws?",
    says="the officer's duties relate to an audit, a collection or a tax investigation",
    denies="the officer's duties relate to no audit, collection or tax investigation",
    owner=Owner.REQUESTER,
)
only_source = flag(
    "inquiry.only_source",
    "Is what the officer seeks to learn not otherwise reasonably available?",
    says="what the officer seeks to learn is not otherwise reasonably available",
    denies="what the officer seeks to learn is otherwise reasonably available",
    owner=Owner.REQUESTER,
)
to_whistleblower = flag(
    "inquiry.to_whistleblower",
    "Is it disclosed, under (k)(13)(A), to one who provides information for a purpose of section 7623(a)?",
    says="it is disclosed to a whistleblower under (k)(13)(A)",
    denies="it is not disclosed to a whistleblower under (k)(13)(A)",
    owner=Owner.REQUESTER,
)

INQUIRY = Provision(
    cite=HERE,
    heading="Return information that an officer discloses in order to obtain information",
    duty=Duty.MAY,
    request=(
        for_purpose(HERE, "to obtain information on tax, liability or enforcement", "obtain_information"),
        by_treasury(HERE, "an officer of the Service or of the Inspector General for Tax Administration"),
    ),
    requires=(
        element(
            HERE,
            "it is in connection with his duties on an audit, a collection or a tax investigation",
            all_of(TAX_ADMINISTRATION, official_duties),
            also=(S6103 / "b/4",),
        ),
        element(HERE, "what he seeks to learn is not otherwise reasonably available", only_source),
        element(
            HERE, "it does not go to a whistleblower, for whom (k)(13)(A) stands", not_(to_whistleblower)
        ),
    ),
    covers=(
        PERSON_NAMED,
        return_information(HERE),
        reaches(HERE, "the disclosure is necessary to learn it, and regulations allow it so"),
    ),
    limits=(Limit(HERE, "Only in the situations and on the conditions that regulations prescribe."),),
)

ENTRIES = entries(HERE, rule=".")
