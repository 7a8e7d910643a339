"""26 U.S.C. 6103(e)(1): returns, open to those whose own they are or who have a material interest in them."""

from lawgate.kernel.expr import among, any_of, element, not_
from lawgate.kernel.fact import Owner, flag
from lawgate.law.addresses import S6103
from lawgate.law.entry import entries
from lawgate.law.provision import Limit
from lawgate.law.terms.finding import judgement
from lawgate.law.usc26.s6103.e.interest import (
    HAS_MATERIAL_INTEREST,
    capacity,
    of_entity,
    of_individual,
    open_return,
)

HERE = S6103 / "e/1"

needed_by_child = judgement(
    "needed_by_child",
    HERE / "A/iii",
    "Is the item necessary for the child to comply with section 1(g)?",
    yes="the item is necessary to comply with section 1(g)",
    no="the item is not necessary to comply with section 1(g)",
)
request_attested = flag(
    "interest.request_attested",
    "Did a principal officer sign the request, and the secretary or another officer attest it?",
    says="a principal officer signed the request and another officer attested it",
    denies="the request is not both signed by a principal officer and attested by another officer",
    owner=Owner.REQUESTER,
)

NEEDED_IF_CHILD = any_of(not_(among(capacity, "child")), needed_by_child)
ATTESTED_IF_OFFICER = any_of(not_(among(capacity, "corporate_officer")), request_attested)

NO_IDENTITY_OF_OTHERS = Limit(
    S6103 / "e/10", "Without schedules, attachments and lists that identify another person than these two."
)

INDIVIDUAL = open_return(
    HERE / "A",
    "The return of an individual",
    "that individual, the spouse who split a gift on it, or the child who needs it or its legal representative",
    capacities=("taxpayer", "spouse_who_split_gift", "child"),
    conditions=(
        of_individual(HERE / "A"),
        element(
            HERE / "A/iii", "a child sees only what it needs to comply with section 1(g)", NEEDED_IF_CHILD
        ),
    ),
)

JOINT = open_return(
    HERE / "B",
    "An income tax return filed jointly",
    "one of the two with respect to whom a joint income tax return was filed",
    capacities=("joint_filer",),
    conditions=(of_individual(HERE / "B"),),
)

PARTNERSHIP = open_return(
    HERE / "C",
    "The return of a partnership",
    "one who was a partner during some part of the period of the return",
    capacities=("partner",),
    conditions=(of_entity(HERE / "C", "a partnership"),),
    limits=(NO_IDENTITY_OF_OTHERS,),
)

CORPORATION = open_return(
    HERE / "D",
    "The return of a corporation or a subsidiary",
    "one whom the board designated, an officer or employee, a shareholder of (iii) or (iv), or one of (v)",
    capacities=(
        "designee_of_board",
        "corporate_officer",
        "one_percent_shareholder",
        "s_corporation_shareholder",
        "agent_under_state_law",
        "interested_in_dissolved_corporation",
    ),
    conditions=(
        of_entity(HERE / "D", "a corporation"),
        element(
            HERE / "D/ii",
            "an officer or employee asks with an attested request of a principal officer",
            ATTESTED_IF_OFFICER,
        ),
        element(
            HERE / "D/v",
            "one interested in a dissolved corporation has a material interest",
            HAS_MATERIAL_INTEREST,
        ),
    ),
    limits=(
        NO_IDENTITY_OF_OTHERS,
        Limit(
            HERE / "D/iii", "A shareholder who passes it on unlawfully is liable under section 7213(a)(5)."
        ),
    ),
)

ESTATE = open_return(
    HERE / "E",
    "The return of an estate",
    "the administrator, executor or trustee of the estate, or an heir, next of kin or beneficiary",
    capacities=("executor", "heir"),
    conditions=(
        of_entity(HERE / "E", "an estate"),
        element(
            HERE / "E/ii",
            "an heir, next of kin or beneficiary has a material interest",
            HAS_MATERIAL_INTEREST,
        ),
    ),
    limits=(NO_IDENTITY_OF_OTHERS,),
)

TRUST = open_return(
    HERE / "F",
    "The return of a trust",
    "a trustee or a beneficiary of the trust",
    capacities=("trustee", "beneficiary_of_trust"),
    conditions=(
        of_entity(HERE / "F", "a trust"),
        element(HERE / "F/ii", "a beneficiary has a material interest", HAS_MATERIAL_INTEREST),
    ),
    limits=(NO_IDENTITY_OF_OTHERS,),
)

ENTRIES = entries(
    HERE,
    rule=". A A/i A/ii A/iii B C D D/i D/ii D/iii D/iv D/v E E/i E/ii F F/i F/ii",
)
