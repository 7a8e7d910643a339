"""26 U.S.C. 6103(e)(11): what became of a report that the requester's own return information was misused."""

from lawgate.kernel.expr import all_of, among, any_of, element
from lawgate.kernel.fact import Owner, flag
from lawgate.law.addresses import S6103
from lawgate.law.entry import entries
from lawgate.law.provision import Duty, Provision
from lawgate.law.terms import item
from lawgate.law.usc26.s6103.a import PERSON_NAMED
from lawgate.law.usc26.s6103.e.interest import FOR_HIMSELF, acting, capacity

HERE = S6103 / "e/11"

INQUIRY = ("irs.inquiry.status", "irs.inquiry.substantiated", "irs.inquiry.action_taken")

own_information = flag(
    "interest.own_information_misused",
    "Did the person named inform the Secretary of a violation of section 7213, 7213A or 7214 as to his own return?",
    says="the person named informed the Secretary of a violation as to his own return or return information",
    denies="the person named did not inform the Secretary of a violation as to his own return or return information",
    owner=Owner.REQUESTER,
)
designated = flag(
    "interest.designated",
    "Did the person named designate the requester?",
    says="the person named designated the requester",
    denies="the person named did not designate the requester",
    owner=Owner.REQUESTER,
)

STATUS = Provision(
    cite=HERE,
    heading="Status of an investigation of a violation of confidentiality",
    duty=Duty.MAY,
    request=(
        element(
            HERE,
            "the requester gave the information himself, or is the designee of the one who gave it",
            all_of(among(acting, "for_himself", "as_designee"), among(capacity, "informer")),
            mend="State in `facts` interest.capacity as informer, and interest.acting.",
        ),
    ),
    requires=(
        element(HERE, "the information was of a violation as to his own return", own_information),
        element(HERE, "a designee was designated by him", any_of(FOR_HIMSELF, designated)),
    ),
    covers=(
        PERSON_NAMED,
        element(
            HERE,
            "the item is the state of the investigation, whether it was borne out, or what action was taken",
            all_of(item.held, among(item.name, *INQUIRY)),
            also=(HERE / "A", HERE / "B", HERE / "C"),
        ),
    ),
)

ENTRIES = entries(HERE, rule=". A B C")
