"""26 U.S.C. 6103(l)(8): child support enforcement agencies, from the Social Security Administration."""

from lawgate.kernel.fact import Owner, flag
from lawgate.law.addresses import S6103
from lawgate.law.entry import entries
from lawgate.law.provision import Duty, Limit, Provision
from lawgate.law.usc26.s6103.a import PERSON_NAMED
from lawgate.law.usc26.s6103.l.item_lists import EARNINGS_AND_RETIREMENT
from lawgate.law.usc26.s6103.l.p6 import PURPOSE, enforcement_agency
from lawgate.law.usc26.s6103.written_request import (
    agency_of_government,
    held_by_ssa,
    in_writing,
    is_listed,
    needed,
    purpose_is,
    received_by_requester,
    stated,
)

HERE = S6103 / "l/8"

under_plan = flag(
    "support.under_plan",
    "Are the obligations enforced under an approved plan of section 454 of the Social Security Act?",
    says="the obligations are enforced under an approved plan of section 454",
    denies="the obligations are not enforced under an approved plan of section 454",
    owner=Owner.REQUESTER,
)

FROM_SOCIAL_SECURITY = Provision(
    cite=HERE,
    heading="Earnings and retirement income, from Social Security, for child support enforcement",
    duty=Duty.SHALL,
    request=(
        in_writing(HERE / "A"),
        agency_of_government(
            HERE / "A",
            "a Federal, State or local child support enforcement agency asks",
            enforcement_agency,
            "Only a Federal, State or local child support enforcement agency can ask; state its level.",
        ),
        purpose_is(HERE / "B", PURPOSE, "child_support"),
        stated(
            HERE / "B",
            "the obligations are enforced under an approved plan of section 454",
            under_plan,
            "State in `facts`, as support.under_plan, that they are; this paragraph serves no others.",
        ),
    ),
    requires=(received_by_requester(HERE / "A"),),
    covers=(
        PERSON_NAMED,
        is_listed(
            HERE / "A",
            "the account number, net earnings, wages or retirement income",
            "identity.tin",
            *EARNINGS_AND_RETIREMENT,
        ),
        held_by_ssa(HERE / "A", "from_ssa_for_support"),
        needed(HERE / "B", PURPOSE),
    ),
    limits=(Limit(HERE / "B", f"Only for {PURPOSE}."),),
)

ENTRIES = entries(HERE, rule=". A B", definition="C")
