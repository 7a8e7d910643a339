"""Interests under subsection (e): in which capacity a person may see a return, and what is asked of him."""

from lawgate.cite import Cite
from lawgate.kernel.expr import Element, all_of, among, any_of, element, not_
from lawgate.kernel.fact import Owner, choice
from lawgate.law.addresses import S6103
from lawgate.law.provision import Duty, Limit, Provision
from lawgate.law.terms import item, subject
from lawgate.law.terms.finding import judgement
from lawgate.law.terms.request import NOT_STATED
from lawgate.law.usc26.s6103.a import PERSON_NAMED
from lawgate.law.usc26.s6103.b import RETURN
from lawgate.law.usc26.s6103.written_request import in_writing

OF_INDIVIDUALS = (
    "taxpayer", "spouse_who_split_gift", "child", "joint_filer", "donee", "trustee_in_individual_case",
)  # fmt: skip
OF_ENTITIES = (
    "partner", "designee_of_board", "corporate_officer", "one_percent_shareholder", "s_corporation_shareholder",
    "agent_under_state_law", "interested_in_dissolved_corporation", "trustee", "beneficiary_of_trust",
    "debtor_of_estate",
)  # fmt: skip
OF_EITHER = ("executor", "heir", "guardian", "title_11_trustee", "receiver")
TO_RETURNS = (*OF_INDIVIDUALS, *OF_ENTITIES, *OF_EITHER)
"""The capacities of (1) to (5), by whose return each may see.

child: the child, or its legal representative; executor: administrator, executor or trustee of an estate; heir: heir
at law, next of kin or beneficiary under the will; title_11_trustee: of (4); trustee_in_individual_case and
debtor_of_estate: of (5).
"""

INTERESTED = (
    "interested_in_dissolved_corporation", "heir", "donee", "beneficiary_of_trust", "title_11_trustee",
    "receiver",
)  # fmt: skip
"""Those who see a return only if the Secretary finds that it affects a material interest of theirs."""

capacity = choice(
    "interest.capacity",
    "In which capacity does the requester, or the one for whom he acts, ask?",
    says="the capacity in which it is asked",
    owner=Owner.REQUESTER,
    values=(*TO_RETURNS, "liable_under_6672", "informer", "other", NOT_STATED),
)
acting = choice(
    "interest.acting",
    "Does the requester ask for himself, or for another who could ask?",
    says="for whom the requester asks",
    owner=Owner.REQUESTER,
    values=("for_himself", "as_attorney_in_fact", "as_designee", NOT_STATED),
)
capacity_shown = judgement(
    "capacity_shown",
    S6103 / "e/1",
    "Is it shown, as to this return and its period, that the requester, or the one for whom he acts, stands in the "
    "capacity stated?",
    yes="the capacity stated is shown, as to this return",
    no="the capacity stated is not shown, as to this return",
)
material_interest = judgement(
    "material_interest",
    S6103 / "e",
    "Has he a material interest that information in the return will affect?",
    yes="he has a material interest that the return will affect",
    no="he has no material interest that the return will affect",
)
attorney_authorised = judgement(
    "attorney_authorised",
    S6103 / "e/6",
    "Did the one for whom the requester acts authorise him in writing to inspect the return or to receive the "
    "information?",
    yes="the attorney in fact is authorised in writing",
    no="the attorney in fact is not authorised in writing",
)

FOR_HIMSELF = among(acting, "for_himself")
HAS_MATERIAL_INTEREST = any_of(not_(among(capacity, *INTERESTED)), material_interest)
"""Asked of those alone who need it."""


def open_return(
    cite: Cite,
    heading: str,
    who: str,
    *,
    capacities: tuple[str, ...],
    conditions: tuple[Element, ...],
    limits: tuple[Limit, ...] = (),
) -> Provision:
    """A return, on the written request of one who stands in one of these capacities himself.

    `who` names them in words; `conditions` are what the clause asks beside the capacity.
    """
    return Provision(
        cite=cite,
        heading=heading,
        duty=Duty.SHALL,
        request=(in_writing(cite), asks_as(cite, who, *capacities)),
        requires=(element(cite, f"it is shown that he is {who}", capacity_shown), *conditions),
        covers=return_on_file(cite),
        limits=limits,
    )


def asks_as(cite: Cite, who: str, *capacities: str) -> Element:
    """The requester says that he asks for himself and is one of those whom the clause lists."""
    return element(
        cite,
        f"the requester asks for himself, as {who}",
        all_of(FOR_HIMSELF, among(capacity, *capacities)),
        mend=f"State in `facts` interest.acting as for_himself, and interest.capacity for {who}.",
    )


def asks_or_acts_for(cite: Cite, who: str, wanted: str) -> Element:
    """The one whom the paragraph lists asks, or another says that he does so as his attorney in fact."""
    return element(
        cite,
        f"the requester is {who}, or acts as his attorney in fact",
        all_of(among(acting, "for_himself", "as_attorney_in_fact"), among(capacity, wanted)),
        also=(S6103 / "e/6",),
        mend=f"State in `facts` interest.acting, and interest.capacity as {wanted}.",
    )


def authorised_if_acting() -> Element:
    """One who acts for another has it in writing."""
    label = "an attorney in fact is authorised in writing"
    return element(S6103 / "e/6", label, any_of(FOR_HIMSELF, attorney_authorised))


def return_on_file(cite: Cite) -> tuple[Element, ...]:
    """What a clause on returns covers: the return of the person named, with what is attached to it."""
    label = "the item stands in a return on file"
    return (PERSON_NAMED, element(cite, label, all_of(item.held, RETURN), also=(S6103 / "b/1",)))


def of_individual(cite: Cite) -> Element:
    """The return is that of a person."""
    return element(cite, "the return is that of an individual", subject.is_individual)


def of_entity(cite: Cite, entity: str) -> Element:
    """The return is that of an entity; of which kind, is shown with the capacity."""
    return element(cite, f"the return is that of {entity}, not of an individual", not_(subject.is_individual))
