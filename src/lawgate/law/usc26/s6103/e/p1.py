"""26 U.S.C. 6103(e)(1): returns, open to those whose own they are or who have a material interest in them."""

from lawgate.kernel.expr import Element, among, any_of, element, not_
from lawgate.kernel.fact import Owner, flag
from lawgate.law.addresses import S6103
from lawgate.law.entry import entries
from lawgate.law.provision import Limit
from lawgate.law.terms.finding import judgement
from lawgate.law.usc26.s6103.e.interest import Interest, capacity, interested, of_entity, of_individual, shown

HERE = S6103 / "e/1"

NO_IDENTITY_OF_OTHERS = Limit(
    S6103 / "e/10", "Without schedules, attachments and lists that identify another person than these two."
)

needed_for_child = judgement(
    "needed_for_childs_tax",
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


def _needed_by_child() -> Element:
    return element(
        HERE / "A/iii",
        "a child sees only what it needs to comply with section 1(g)",
        any_of(not_(among(capacity, "child")), needed_for_child),
    )


def _attested() -> Element:
    return element(
        HERE / "D/ii",
        "an officer or employee of the corporation asks with an attested request of a principal officer",
        any_of(not_(among(capacity, "corporate_officer")), request_attested),
    )


_INDIVIDUAL = "that individual, the spouse who split a gift on it, or the child who needs it"
_JOINT_FILER = "one of the two with respect to whom a joint income tax return was filed"
_PARTNER = "one who was a partner during some part of the period of the return"
_CORPORATE = (
    "one whom the board, the corporation's office, his shares or State law entitle, or who is interested"
)
_ESTATE = "the administrator, executor or trustee of the estate, or an heir, next of kin or beneficiary"
_TRUST = "a trustee or a beneficiary of the trust"

INTERESTS = (
    Interest(
        HERE / "A",
        "The return of an individual",
        _INDIVIDUAL,
        ("taxpayer", "spouse_who_split_gift", "child"),
        (of_individual(HERE / "A"), shown(HERE / "A", _INDIVIDUAL), _needed_by_child()),
    ),
    Interest(
        HERE / "B",
        "An income tax return filed jointly",
        _JOINT_FILER,
        ("joint_filer",),
        (of_individual(HERE / "B"), shown(HERE / "B", _JOINT_FILER)),
    ),
    Interest(
        HERE / "C",
        "The return of a partnership",
        _PARTNER,
        ("partner",),
        (of_entity(HERE / "C", "a partnership"), shown(HERE / "C", _PARTNER)),
        (NO_IDENTITY_OF_OTHERS,),
    ),
    Interest(
        HERE / "D",
        "The return of a corporation or a subsidiary",
        _CORPORATE,
        (
            "designee_of_board",
            "corporate_officer",
            "one_percent_shareholder",
            "s_corporation_shareholder",
            "agent_under_state_law",
            "interested_in_dissolved_corporation",
        ),
        (
            of_entity(HERE / "D", "a corporation"),
            shown(HERE / "D", _CORPORATE),
            _attested(),
            interested(
                HERE / "D/v",
                "one interested in a dissolved corporation has a material interest",
                "interested_in_dissolved_corporation",
            ),
        ),
        (
            NO_IDENTITY_OF_OTHERS,
            Limit(
                HERE / "D/iii",
                "A shareholder who passes it on unlawfully is liable under section 7213(a)(5).",
            ),
        ),
    ),
    Interest(
        HERE / "E",
        "The return of an estate",
        _ESTATE,
        ("executor", "heir"),
        (
            of_entity(HERE / "E", "an estate"),
            shown(HERE / "E", _ESTATE),
            interested(HERE / "E/ii", "an heir, next of kin or beneficiary has a material interest", "heir"),
        ),
        (NO_IDENTITY_OF_OTHERS,),
    ),
    Interest(
        HERE / "F",
        "The return of a trust",
        _TRUST,
        ("trustee", "beneficiary_of_trust"),
        (
            of_entity(HERE / "F", "a trust"),
            shown(HERE / "F", _TRUST),
            interested(HERE / "F/ii", "a beneficiary has a material interest", "beneficiary_of_trust"),
        ),
        (NO_IDENTITY_OF_OTHERS,),
    ),
)

PATHWAYS = tuple(interest.pathway for interest in INTERESTS)

ENTRIES = entries(
    HERE,
    rule=". A A/i A/ii A/iii B C D D/i D/ii D/iii D/iv D/v E E/i E/ii F F/i F/ii",
)
