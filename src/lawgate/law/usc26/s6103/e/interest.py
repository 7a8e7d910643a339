"""Interests under subsection (e): in which capacity a person may see a return, and what is asked of him."""

from __future__ import annotations

from dataclasses import dataclass

from lawgate.cite import Cite
from lawgate.kernel.expr import Element, Expr, all_of, among, any_of, element, not_
from lawgate.kernel.fact import Fact, Owner, choice
from lawgate.law.addresses import S6103
from lawgate.law.provision import Duty, Limit, Provision
from lawgate.law.terms import item, request, subject
from lawgate.law.terms.apprisal import NOT_STATED
from lawgate.law.terms.finding import judgement
from lawgate.law.usc26.s6103.a import PERSON_NAMED
from lawgate.law.usc26.s6103.b import RETURN

capacity = choice(
    "interest.capacity",
    "In which capacity does the requester, or the one for whom he acts, ask?",
    says="the capacity in which it is asked",
    owner=Owner.REQUESTER,
    values=(
        "taxpayer", "spouse_who_split_gift", "child", "joint_filer", "partner", "designee_of_board",
        "corporate_officer", "one_percent_shareholder", "s_corporation_shareholder", "agent_under_state_law",
        "interested_in_dissolved_corporation", "executor", "heir", "donee", "trustee", "beneficiary_of_trust",
        "guardian", "title_11_trustee", "receiver", "title_11_debtor", "liable_under_6672", "informer", "other",
        NOT_STATED,
    ),
)  # fmt: skip
"""executor: administrator, executor or trustee of an estate; heir: heir at law, next of kin or beneficiary."""

acting = choice(
    "interest.acting",
    "Does the requester ask for himself, or for another who could ask?",
    says="the requester asks",
    owner=Owner.REQUESTER,
    values=("for_himself", "as_attorney_in_fact", "as_designee", NOT_STATED),
)

FOR_HIMSELF = among(acting, "for_himself")
AS_ATTORNEY = among(acting, "as_attorney_in_fact")

authorised_in_writing = judgement(
    "attorney_authorised",
    S6103 / "e/6",
    "Did the one for whom the requester acts authorise him in writing to inspect the return or to receive the "
    "information?",
    yes="the attorney in fact is authorised in writing",
    no="the attorney in fact is not authorised in writing",
)


@dataclass(frozen=True, slots=True)
class Interest:
    """One clause that opens a return: the capacities that it lists, and what it asks of those who stand in them.

    The conditions are elements where the requester asks for himself, and one expression, `met`, where he
    asks for another or for more than the return.
    """

    cite: Cite
    heading: str
    who: str
    capacities: tuple[str, ...]
    conditions: tuple[Element, ...]
    limits: tuple[Limit, ...] = ()

    @property
    def met(self) -> Expr:
        """That he stands in one of the capacities and meets the conditions, whoever asks for him."""
        return all_of(among(capacity, *self.capacities), *(one.body for one in self.conditions))

    @property
    def pathway(self) -> Provision:
        """The return, upon the written request of one who has this interest himself."""
        return Provision(
            cite=self.cite,
            heading=self.heading,
            duty=Duty.SHALL,
            request=(in_writing(self.cite), asks_as(self.cite, self.who, *self.capacities)),
            requires=self.conditions,
            covers=return_on_file(self.cite),
            limits=self.limits,
        )


def in_writing(cite: Cite) -> Element:
    """The request is in writing."""
    return element(cite, "the request is in writing", request.in_writing, mend="Make the request in writing.")


def asks_as(cite: Cite, who: str, *capacities: str) -> Element:
    """The requester says that he asks for himself and is one of those whom the clause lists."""
    return element(
        cite,
        f"the requester asks for himself, as {who}",
        all_of(FOR_HIMSELF, among(capacity, *capacities)),
        mend=f"State in `facts` interest.acting as for_himself, and interest.capacity for {who}.",
    )


def return_on_file(cite: Cite) -> tuple[Element, ...]:
    """What a clause on returns covers: the return of the person named, with what is attached to it."""
    return (
        PERSON_NAMED,
        element(
            cite, "the item stands in a return on file", all_of(item.held, RETURN), also=(S6103 / "b/1",)
        ),
    )


def of_individual(cite: Cite) -> Element:
    """The return is that of a person."""
    return element(cite, "the return is that of an individual", subject.is_individual)


def of_entity(cite: Cite, entity: str) -> Element:
    """The return is that of an entity; of which kind, is shown with the capacity."""
    return element(cite, f"the return is that of {entity}, not of an individual", not_(subject.is_individual))


def shown(cite: Cite, who: str) -> Element:
    """An official is satisfied that the capacity stated is a true one, as to this return."""
    question = judgement(
        f"interest_{_name(cite)}",
        cite,
        f"Is it shown, as to this return, that the requester, or the one for whom he acts, is {who}?",
        yes=f"the capacity is shown: {who}",
        no=f"the capacity is not shown: {who}",
    )
    return element(cite, f"it is shown that he is {who}", question)


def material_interest(cite: Cite) -> Fact:
    """The question whether what is asked for affects a material interest, which the Secretary decides."""
    return judgement(
        f"material_interest_{_name(cite)}",
        cite,
        f"Has he, under {cite.short}, a material interest that information in the return will affect?",
        yes="there is a material interest that the return will affect",
        no="there is no material interest that the return will affect",
    )


def interested(cite: Cite, label: str, *capacities: str) -> Element:
    """Those of these capacities need a finding of material interest; those of others do not."""
    body = any_of(not_(among(capacity, *capacities)), material_interest(cite))
    return element(cite, label, body)


def _name(cite: Cite) -> str:
    return "_".join(step.lower() for step in cite.steps)
