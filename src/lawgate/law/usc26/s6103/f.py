"""26 U.S.C. 6103(f): committees of Congress.

The paragraphs speak of any return or return information, so the item need only be on file. What a committee
may pass on, and in which session, binds it after the release and stands among the limits.
"""

from lawgate.cite import Cite
from lawgate.kernel.expr import Element, all_of, among, any_of, element, not_
from lawgate.kernel.fact import Owner, choice, flag
from lawgate.law.addresses import S6103
from lawgate.law.entry import entries
from lawgate.law.provision import Duty, Limit, Provision
from lawgate.law.terms import item, request
from lawgate.law.terms.finding import judgement
from lawgate.law.terms.request import NOT_STATED
from lawgate.law.usc26.s6103.a import PERSON_NAMED
from lawgate.law.usc26.s6103.written_request import in_writing

HERE = S6103 / "f"

TAX_COMMITTEES = ("ways_and_means", "finance", "joint_taxation")
CHIEF_OF_STAFF = "chief_of_staff"
OTHER_COMMITTEES = ("other_committee", "other_joint_committee")

body = choice(
    "congress.body",
    "Which committee or officer of Congress asks, or is to receive?",
    says="the committee or officer of Congress",
    owner=Owner.REQUESTER,
    values=(
        *TAX_COMMITTEES,
        CHIEF_OF_STAFF,
        *OTHER_COMMITTEES,
        "agent_of_tax_committee",
        "other",
        NOT_STATED,
    ),
)
"""chief_of_staff: of the Joint Committee on Taxation; agent_of_tax_committee: one whom (4)(A) lets inspect."""

inspects = choice(
    "congress.inspects",
    "Is it to be inspected by the committee or officer directly, or by agents?",
    says="who inspects",
    owner=Owner.REQUESTER,
    values=("directly", "by_agents", NOT_STATED),
)
no_more_than_four = flag(
    "congress.no_more_than_four_agents",
    "Do no more than four examiners or agents inspect?",
    says="no more than four examiners or agents inspect",
    denies="more than four examiners or agents inspect",
    owner=Owner.REQUESTER,
)
agents_designated = flag(
    "congress.agents_designated",
    "Did the chairman, or the Chief of Staff for his own, designate or appoint the agents?",
    says="the chairman or the Chief of Staff designated or appointed the agents",
    denies="neither the chairman nor the Chief of Staff designated or appointed the agents",
    owner=Owner.REQUESTER,
)
agents_of_both_sides = flag(
    "congress.agents_of_both_sides",
    "Did the chairman and the ranking minority member designate the agents in writing, in equal numbers?",
    says="the chairman and the ranking minority member designated the agents in writing, in equal numbers",
    denies="the chairman and the ranking minority member did not so designate the agents",
    owner=Owner.REQUESTER,
)
closed_session = flag(
    "congress.closed_session",
    "Is it furnished to the committee when sitting in closed executive session?",
    says="the committee sits in closed executive session",
    denies="the committee does not sit in closed executive session",
    owner=Owner.REQUESTER,
)
committee_acted = flag(
    "congress.committee_acted",
    "Is the request made pursuant to an action by the committee?",
    says="the committee acted on the request",
    denies="the committee did not act on the request",
    owner=Owner.REQUESTER,
)
resolution_specifies = flag(
    "congress.resolution_specifies",
    "Does the resolution specify the purpose, and that the information cannot reasonably be had elsewhere?",
    says="the resolution specifies the purpose, and that no other source can reasonably be had",
    denies="the resolution does not specify the purpose and that no other source can reasonably be had",
    owner=Owner.REQUESTER,
)
believes = flag(
    "whistleblower.believes",
    "Does he believe that the item may relate to possible misconduct, maladministration or taxpayer abuse?",
    says="he believes that the item may relate to misconduct, maladministration or taxpayer abuse",
    denies="he does not believe that the item may relate to misconduct, maladministration or taxpayer abuse",
    owner=Owner.REQUESTER,
)
consent_to_open_session = judgement(
    "consent_to_open_session",
    HERE / "1",
    "Did the taxpayer consent in writing that the committee receive it otherwise than in closed executive session?",
    yes="the taxpayer consented in writing to another than a closed session",
    no="the taxpayer did not consent in writing to another than a closed session",
)
resolution_authorises = judgement(
    "resolution_authorises",
    HERE / "3",
    "Does a resolution of the Senate or the House, or for a joint committee a concurrent one, specially authorise the "
    "committee to inspect the item?",
    yes="a resolution specially authorises the committee to inspect the item",
    no="no such resolution authorises the committee to inspect the item",
)

had_access = judgement(
    "whistleblower_had_access",
    HERE / "5",
    "Has or had he who discloses access to the item under section 6103, and is the receiver a committee of (f)(1) or "
    "one whom (f)(4)(A) lets inspect?",
    yes="he who discloses has or had access to the item, and the receiver is one whom (f)(5) lists",
    no="he who discloses had no access to the item, or the receiver is not one whom (f)(5) lists",
)

ONLY_CLOSED = "only in closed executive session, unless the taxpayer consents in writing."


def _chairman(cite: Cite, label: str, *committees: str) -> Element:
    return element(
        cite,
        f"the chairman of {label} makes the request",
        all_of(
            among(request.level, "congress"),
            among(request.office, "committee_chair"),
            among(body, *committees),
        ),
        mend=f"Have the chairman of {label} sign; state the office, and the committee in `facts` as congress.body.",
    )


def _inspects(cite: Cite, label: str, *bodies: str) -> Element:
    return element(
        cite,
        f"{label} inspects, directly or by agents",
        all_of(
            among(request.level, "congress"),
            among(body, *bodies),
            among(inspects, "directly", "by_agents"),
        ),
        mend=f"State in `facts` congress.inspects, and {label} as congress.body.",
    )


def _resolution(cite: Cite) -> tuple[Element, ...]:
    """What makes a committee one that (3) describes, for this item."""
    return (
        element(cite, "a resolution specially authorises it to inspect the item", resolution_authorises),
        element(
            cite,
            "the resolution specifies the purpose, and that no other source can reasonably be had",
            resolution_specifies,
        ),
    )


def _on_file(cite: Cite) -> tuple[Element, ...]:
    return (
        PERSON_NAMED,
        element(
            cite,
            "the item is a return or return information on file",
            item.held,
            also=(S6103 / "b/1", S6103 / "b/2"),
        ),
    )


WITHOUT_AGENTS = not_(among(inspects, "by_agents"))
"""What is asked of agents is asked only where agents inspect."""

TAX_COMMITTEE = Provision(
    cite=HERE / "1",
    heading="Ways and Means, Finance, and the Joint Committee on Taxation",
    duty=Duty.SHALL,
    request=(
        in_writing(HERE / "1"),
        _chairman(HERE / "1", "Ways and Means, Finance or Joint Taxation", *TAX_COMMITTEES),
    ),
    requires=(
        element(
            HERE / "1",
            "the committee sits in closed executive session, or the taxpayer consented in writing",
            any_of(closed_session, consent_to_open_session),
        ),
    ),
    covers=_on_file(HERE / "1"),
    limits=(
        Limit(
            HERE / "4/A",
            f"Passed on to the Senate or the House; by the Joint Committee to another of the three {ONLY_CLOSED}",
        ),
    ),
)

CHIEF = Provision(
    cite=HERE / "2",
    heading="The Chief of Staff of the Joint Committee on Taxation",
    duty=Duty.SHALL,
    request=(
        in_writing(HERE / "2"),
        element(
            HERE / "2",
            "the Chief of Staff of the Joint Committee on Taxation makes the request",
            all_of(among(request.level, "congress"), among(body, CHIEF_OF_STAFF)),
            mend="Have the Chief of Staff of the Joint Committee on Taxation sign; state it as congress.body.",
        ),
    ),
    requires=(),
    covers=_on_file(HERE / "2"),
    limits=(Limit(HERE / "2", f"Submitted to a committee of (1) {ONLY_CLOSED}"),),
)

OTHER_COMMITTEE = Provision(
    cite=HERE / "3",
    heading="Another committee, authorised by a resolution",
    duty=Duty.SHALL,
    request=(
        in_writing(HERE / "3"),
        _chairman(HERE / "3", "a committee other than those of (f)(1)", *OTHER_COMMITTEES),
    ),
    requires=(
        element(HERE / "3", "the committee acted on the request", committee_acted),
        element(HERE / "3", "the committee sits in closed executive session", closed_session),
        *_resolution(HERE / "3"),
    ),
    covers=_on_file(HERE / "3"),
    limits=(
        Limit(HERE / "3", "Only for the purpose that the resolution specifies."),
        Limit(HERE / "4/B", f"Submitted to the Senate or the House {ONLY_CLOSED}"),
    ),
)
"""Unlike (1), nothing here lets a taxpayer's consent stand in the place of a closed session."""

BY_TAX_COMMITTEE = Provision(
    cite=HERE / "4/A",
    heading="Inspection by a committee of (1) or the Chief of Staff, directly or by agents",
    duty=Duty.SHALL,
    request=(
        _inspects(
            HERE / "4/A", "a committee of (f)(1) or the Chief of Staff", *TAX_COMMITTEES, CHIEF_OF_STAFF
        ),
    ),
    requires=(
        element(
            HERE / "4/A",
            "agents are designated or appointed by the chairman or the Chief of Staff",
            any_of(WITHOUT_AGENTS, agents_designated),
        ),
    ),
    covers=_on_file(HERE / "4/A"),
    limits=(
        Limit(
            HERE / "4/A",
            f"Passed on to the Senate or the House; by the Joint Committee to another of the three {ONLY_CLOSED}",
        ),
    ),
)

BY_OTHER_COMMITTEE = Provision(
    cite=HERE / "4/B",
    heading="Inspection by a committee of (3) or its subcommittee, directly or by agents",
    duty=Duty.SHALL,
    request=(_inspects(HERE / "4/B", "a committee of (f)(3)", *OTHER_COMMITTEES),),
    requires=(
        *_resolution(HERE / "4/B"),
        element(
            HERE / "4/B",
            "agents are designated in writing, in equal numbers, by the chairman and the ranking minority member",
            any_of(WITHOUT_AGENTS, agents_of_both_sides),
        ),
        element(
            HERE / "4/B",
            "no more than four agents inspect",
            any_of(WITHOUT_AGENTS, no_more_than_four),
        ),
    ),
    covers=_on_file(HERE / "4/B"),
    limits=(
        Limit(HERE / "3", "Only for the purpose that the resolution specifies."),
        Limit(HERE / "4/B", f"Submitted to the Senate or the House {ONLY_CLOSED}"),
    ),
)

WHISTLEBLOWER = Provision(
    cite=HERE / "5",
    heading="By a person with access who believes that it shows misconduct, to a committee of (1) or its agent",
    duty=Duty.MAY_HIMSELF,
    request=(
        element(
            HERE / "5",
            "it goes to a committee of (f)(1), to the Chief of Staff or to an agent of theirs",
            all_of(
                not_(among(request.level, "congress")),
                among(body, *TAX_COMMITTEES, CHIEF_OF_STAFF, "agent_of_tax_committee"),
            ),
            also=(HERE / "1", HERE / "4/A"),
            mend="State in `facts`, as congress.body, the committee or agent who is to receive; it opens to no other.",
        ),
    ),
    requires=(
        element(
            HERE / "5", "he who discloses has or had access, and the receiver is a listed one", had_access
        ),
        element(
            HERE / "5",
            "he believes that it may relate to misconduct, maladministration or taxpayer abuse",
            believes,
        ),
    ),
    covers=_on_file(HERE / "5"),
    limits=(Limit(HERE / "5", "Only to those bodies and their agents."),),
)
"""The choice is that of whoever has access: an official finds that he has, and does not decide for him."""

ENTRIES = entries(HERE, rule=". 1 2 3 4 4/A 4/B 5")
