"""26 U.S.C. 6103: what its paragraphs ask alike of a request in writing, of who receives, and of the items."""

from lawgate.cite import Cite
from lawgate.kernel.expr import Element, Expr, all_of, among, any_of, element
from lawgate.kernel.fact import Fact
from lawgate.law.addresses import S6103
from lawgate.law.terms import finding, item, purpose, recipients, request
from lawgate.law.terms.finding import judgement

necessary = judgement(
    "necessary_for_purpose",
    S6103 / "l",
    "Is the item necessary for the purpose that the paragraph names, and opened to that extent only?",
    yes="the item is necessary for the purpose that the paragraph names",
    no="the item is not necessary for the purpose that the paragraph names",
)

FEDERAL_STATE_LOCAL = ("federal", "state", "local")
"""Where a paragraph says so; an agency of a tribe or of another government, and a private body, are none of these."""

HEADS = ("agency_head",)
ACTING_OR_DELEGATED = ("acting_agency_head", "delegate")
"""Whether one who acts for a head, or to whom the head delegated, is the one named, counsel finds."""


def in_writing(cite: Cite) -> Element:
    """The request is a written one."""
    return element(cite, "the request is in writing", request.in_writing, mend="Make the request in writing.")


def purpose_is(cite: Cite, what: str, *purposes: str, also: tuple[Cite, ...] = ()) -> Element:
    """The request states one of the purposes for which the paragraph opens anything."""
    return element(
        cite,
        f"the information is asked for {what}",
        among(purpose.stated, *purposes),
        also=also,
        mend=f"State in `facts`, as purpose.stated, that it is asked for {what}; this paragraph serves no other.",
    )


def asked_by(cite: Cite, who: str, *agencies: str) -> Element:
    """The request comes from an agency that the paragraph names."""
    return element(
        cite,
        f"{who} asks",
        among(request.named_agencies, *agencies),
        mend=f"Only {who} can ask under this paragraph; use another one.",
    )


def headed(*offices: str) -> Expr:
    """The signatory heads the agency; whether one who acts or has a delegation does, is found."""
    return any_of(
        among(request.office, *HEADS, *offices),
        all_of(among(request.office, *ACTING_OR_DELEGATED), finding.signatory_listed),
    )


def headed_in_person(*offices: str) -> Expr:
    """The same where the head's own request is asked for: who only has a delegation is not the head."""
    return any_of(
        among(request.office, *HEADS, *offices),
        all_of(among(request.office, "acting_agency_head"), finding.signatory_listed),
    )


def signed_by_head(cite: Cite, who: str, agency: str, *offices: str) -> Element:
    """The head of one agency signs; `offices` are further offices by which that head may be known."""
    return element(
        cite,
        f"{who} makes the request",
        all_of(among(request.named_agencies, agency), request.states_office, headed(*offices)),
        also=(S6103 / "b/9",),
        mend=f"Have {who} sign, and state the office.",
    )


def as_extract(cite: Cite) -> Element:
    """The paragraph runs as its own extract of a group that it defines."""
    return element(
        cite,
        "the request asks for the paragraph's own extract",
        request.own_extract,
        mend="Ask for the paragraph's own extract and state it in `facts`, as request.own_extract.",
    )


def received_by(cite: Cite, whom: str, *agencies: str) -> Element:
    """Every recipient belongs to an agency that the paragraph names."""
    return element(cite, f"the recipients belong to {whom}", among(recipients.named_agencies, *agencies))


def received_by_requester(
    cite: Cite, label: str = "the recipients belong to the requesting agency"
) -> Element:
    """Every recipient belongs to whoever asks."""
    return element(cite, label, recipients.of_requesting_agency)


def received_by_requester_or_agents(cite: Cite) -> Element:
    """Every recipient belongs to whoever asks or is its agent."""
    return element(
        cite,
        "the recipients are officers, employees or agents of the requesting agency",
        any_of(recipients.of_requesting_agency, among(recipients.agents, "agents")),
    )


def received_by_agents(cite: Cite, label: str) -> Element:
    """Agents receive, from the agency for which they work."""
    return element(cite, label, among(recipients.agents, "agents"))


def agents_safeguarded(cite: Cite) -> Element:
    """(p)(4): where an agent gets an address under (m), the paragraph binds the agency and the agent."""
    return element(
        S6103 / "p/4",
        "where an agent receives, the agency and the agent meet the safeguards",
        any_of(recipients.of_requesting_agency, finding.safeguards),
        also=(cite,),
    )


def needed(cite: Cite, purpose_named: str) -> Element:
    """A clause of (l) opens only to the extent necessary."""
    return element(cite, f"the item is necessary for {purpose_named}", necessary)


def held_by_ssa(cite: Cite, name: str) -> Element:
    """The Commissioner of Social Security discloses, of what was disclosed to that Administration."""
    fact = judgement(
        name,
        cite,
        f"Under {cite.short}, does Social Security disclose the item, which it has under (l)(1) or (5)?",
        yes=f"Social Security discloses under {cite.short} what it has under (l)(1) or (5)",
        no=f"Social Security does not disclose under {cite.short} what it has under (l)(1) or (5)",
    )
    label = "the Social Security Administration discloses it and has it under (l)(1) or (5)"
    return element(cite, label, fact, also=(S6103 / "l/1", S6103 / "l/5"))


def is_on_file(cite: Cite) -> Element:
    """Any return or return information."""
    return element(
        cite, "the item is a return or return information on file", item.held, also=(S6103 / "b/2",)
    )


def is_listed(cite: Cite, what: str, *names: str) -> Element:
    """One of the items of the taxpayer named that the paragraph lists, and no other."""
    return element(
        cite, f"the item is {what}", all_of(item.held, item.of_named_taxpayer, among(item.name, *names))
    )


def is_mailing_address(cite: Cite) -> Element:
    """(m): the mailing address alone."""
    return element(
        cite,
        "the item is the mailing address of the taxpayer named",
        all_of(item.held, item.of_named_taxpayer, among(item.identity_field, "mailing_address")),
        also=(S6103 / "b/6",),
    )


def agency_of_government(
    cite: Cite, label: str, states: Fact, mend: str, levels: tuple[str, ...] = FEDERAL_STATE_LOCAL
) -> Element:
    """An agency asks that stands at one of these levels of government and is what the paragraph names."""
    return element(cite, label, all_of(among(request.level, *levels), states), mend=mend)


def stated(cite: Cite, label: str, fact: Fact, mend: str) -> Element:
    """What the requester states by a yes or no, as one more element of the request."""
    return element(cite, label, fact, mend=mend)


def received_by_agency_or_contractors(cite: Cite, whom: str, *agencies: str) -> Element:
    """Every recipient belongs to an agency that the paragraph names, or is its contractor."""
    return element(
        cite,
        f"the recipients belong to {whom} or are its contractors",
        any_of(among(recipients.named_agencies, *agencies), among(recipients.agents, "agents")),
    )
