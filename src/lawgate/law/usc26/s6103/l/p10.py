"""26 U.S.C. 6103(l)(10): refunds that were reduced for debts under section 6402(c), (d), (e) or (f)."""

from lawgate.kernel.expr import all_of, among, any_of, element
from lawgate.kernel.fact import Owner, flag
from lawgate.law.addresses import S6103
from lawgate.law.entry import entries
from lawgate.law.provision import Duty, Limit, Provision
from lawgate.law.terms import item, purpose, request
from lawgate.law.terms.finding import judgement
from lawgate.law.usc26.s6103.a import PERSON_NAMED
from lawgate.law.usc26.s6103.b import TAXPAYER_IDENTITY
from lawgate.law.usc26.s6103.written_request import (
    asked_by,
    in_writing,
    needed,
    purpose_is,
    received_by_agents,
    received_by_requester,
)

HERE = S6103 / "l/10"

sought = flag(
    "offset.sought",
    "Does the requesting agency seek a reduction under section 6402(c), (d), (e) or (f)?",
    says="the agency seeks a reduction under section 6402",
    denies="the agency seeks no reduction under section 6402",
    owner=Owner.REQUESTER,
)
obtained = judgement(
    "obtained_by_labor",
    HERE / "A",
    "Was the information disclosed to the Department of Labor under (l)(10)(A)?",
    yes="the information was disclosed to the Department of Labor under (l)(10)(A)",
    no="the information was not disclosed to the Department of Labor under (l)(10)(A)",
)

OWN_USES = ("offset_records", "offset_locating", "offset_defence")
"""(B)(i): establishing the agency's records, locating the debtor to collect, defending a reduction."""

GOVERNMENTS = ("federal", "state", "local", "tribal")
"""Any agency, as (A) says: the debts of section 6402(c) to (f) are owed to several governments, and none to others."""

OPENED = (
    "return.joint.spouse_name", "return.joint.spouse_tin", "irs.offset.made", "irs.offset.amount",
    "irs.account.joint_return", "irs.offset.spouse_payment",
)  # fmt: skip
"""(A)(i) for the joint filer, and (ii) to (v)."""

ITEM = element(
    HERE / "A",
    "the item is identity of the taxpayer or joint filer, or a fact of the reduction, joint return or payment",
    all_of(item.held, any_of(TAXPAYER_IDENTITY, among(item.name, *OPENED))),
    also=(
        HERE / "A/i",
        HERE / "A/ii",
        HERE / "A/iii",
        HERE / "A/iv",
        HERE / "A/v",
        S6103 / "b/6",
    ),
)

OFFSET = Provision(
    cite=HERE,
    heading="Reductions of refunds for debts",
    duty=Duty.MAY,
    request=(
        in_writing(HERE / "A"),
        element(
            HERE / "A",
            "an agency asks that seeks such a reduction, or Labor for a notice, or the Treasury for the reduction",
            any_of(
                all_of(among(request.level, *GOVERNMENTS), sought, among(purpose.stated, *OWN_USES)),
                all_of(
                    among(request.named_agencies, "labor"), among(purpose.stated, "offset_notice_exchange")
                ),
                all_of(among(request.named_agencies, "treasury"), among(purpose.stated, *OWN_USES)),
            ),
            mend="State in `facts`, as offset.sought, that the agency seeks a reduction under section 6402; only the "
            "Treasury, and Labor for the exchange on a notice, ask without.",
        ),
        purpose_is(
            HERE / "B/i",
            "the agency's records of a reduction, locating the debtor, or defending the reduction",
            *OWN_USES,
            "offset_notice_exchange",
            also=(HERE / "A",),
        ),
    ),
    requires=(received_by_requester(HERE / "A"),),
    covers=(PERSON_NAMED, ITEM, needed(HERE / "B/i", "that purpose")),
    limits=(
        Limit(
            HERE / "B/i",
            "Only for the agency's records, to locate the debtor and collect, or to defend the reduction.",
        ),
    ),
)

NETWORK = Provision(
    cite=HERE / "B/ii",
    heading="Access by those who maintain the interstate network of the Department of Labor",
    duty=Duty.MAY,
    request=(
        asked_by(HERE / "B/ii", "the Department of Labor", "labor"),
        purpose_is(
            HERE / "B/ii",
            "maintenance and technological support of the Interstate Connection Network",
            "network_support",
        ),
    ),
    requires=(
        received_by_agents(HERE / "B/ii", "agents who maintain and support the network receive"),
        element(HERE / "B/ii", "the information was disclosed to Labor under (l)(10)(A)", obtained),
    ),
    covers=(PERSON_NAMED, ITEM),
    limits=(Limit(HERE / "B/ii", "Solely for maintaining and supporting that network."),),
)

ENTRIES = entries(HERE, rule=". A A/i A/ii A/iii A/iv A/v B/ii", limit="B B/i")
