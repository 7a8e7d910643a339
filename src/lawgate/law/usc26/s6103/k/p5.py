"""26 U.S.C. 6103(k)(5): State and local bodies that regulate return preparers."""

from lawgate.kernel.expr import all_of, among, any_of, element
from lawgate.kernel.fact import Owner, flag
from lawgate.law.addresses import S6103
from lawgate.law.entry import entries
from lawgate.law.provision import Duty, Limit, Provision
from lawgate.law.terms import item, recipients, request
from lawgate.law.usc26.s6103.a import PERSON_NAMED
from lawgate.law.usc26.s6103.b import TAXPAYER_IDENTITY
from lawgate.law.usc26.s6103.k.release import for_purpose, reaches
from lawgate.law.usc26.s6103.written_request import headed_in_person, in_writing

HERE = S6103 / "k/5"

charged_with_preparers = flag(
    "preparers.body_charged",
    "Does State or local law charge the requesting body with licensing, registering or regulating return preparers?",
    says="State or local law charges the requesting body with regulating return preparers",
    denies="no State or local law charges the requesting body with regulating return preparers",
    owner=Owner.REQUESTER,
)

PREPARERS = Provision(
    cite=HERE,
    heading="Identity of a return preparer, and whether he was penalised",
    duty=Duty.MAY,
    request=(
        for_purpose(HERE, "to license, register or regulate return preparers", "regulate_preparers"),
        in_writing(HERE),
        element(
            HERE,
            "the head of the State or local body makes the request",
            all_of(among(request.level, "state", "local"), headed_in_person("state_agency_head")),
            mend="Have the head of the State or local body sign; state the level and the office.",
        ),
    ),
    requires=(
        element(HERE, "State or local law charges the body with return preparers", charged_with_preparers),
        element(
            HERE,
            "the request designates the officers or employees of the body to whom it goes",
            all_of(recipients.identified, recipients.of_requesting_agency),
        ),
    ),
    covers=(
        PERSON_NAMED,
        element(
            HERE,
            "the item is identity, or whether a penalty under section 6694, 6695 or 7216 was assessed",
            all_of(item.held, any_of(TAXPAYER_IDENTITY, among(item.name, "irs.preparer.penalty"))),
            also=(S6103 / "b/6",),
        ),
        reaches(HERE, "the person named is a tax return preparer"),
    ),
    limits=(Limit(HERE, "Only to license, register or regulate tax return preparers."),),
)

ENTRIES = entries(HERE, rule=".")
