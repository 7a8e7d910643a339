"""What orders of courts restrain, as conditions of a pathway: so that they are proved and compared like the law.

A determination asks `Restraint.reaches` of its agencies and subjects; a test holds these conditions to it.
"""

from __future__ import annotations

from collections.abc import Sequence

from lawgate.kernel.expr import All, AtMost, Element, Expr, Holds, all_of, among, element, not_
from lawgate.kernel.fact import Fact, Owner, count, flag
from lawgate.law.order import FORBIDDING, Order, Restraint
from lawgate.law.pathway import Pathway
from lawgate.law.terms import item

SUBJECTS = count(
    "restraint.subjects",
    "How many persons does the request name?",
    says="the persons whom the request names",
    owner=Owner.REQUESTER,
)


def receives(agency: str) -> Fact:
    """Whether an agency, a part of it, or one that may be a part would receive or asks."""
    return flag(
        f"restraint.received_by.{agency.replace('.', '_')}",
        f"Does {agency}, or one that may belong to it, ask or receive?",
        says=f"{agency} asks or receives",
        denies=f"neither {agency} nor one that may belong to it asks or receives",
        owner=Owner.REQUESTER,
    )


def restrained(pathway: Pathway, orders: Sequence[Order]) -> All:
    """The pathway with a condition for each order that can forbid something on it."""
    return All((*pathway.elements, *restraints_on(pathway, orders)))


def restraints_on(pathway: Pathway, orders: Sequence[Order]) -> tuple[Element, ...]:
    """For each order that can forbid an item on the pathway the condition that it does not."""
    return tuple(
        element(pathway.cite, f"order {order.id} does not forbid it", not_(All(forbids)))
        for order in orders
        for restraint in order.restraints
        if (forbids := _forbids(restraint, pathway))
    )


def _forbids(restraint: Restraint, pathway: Pathway) -> tuple[Expr, ...]:
    """All that has to hold for the restraint to forbid an item; nothing where it never can."""
    if restraint.act not in FORBIDDING or not any(pathway.cite.within(at) for at in restraint.pathways):
        return ()
    fields = (among(item.identity_field, *restraint.identity_fields),) if restraint.identity_fields else ()
    least = restraint.subjects_min
    many = (not_(AtMost(SUBJECTS, least - 1)),) if least > 1 else ()
    received = not_(all_of(*(not_(Holds(receives(agency))) for agency in restraint.agencies)))
    return (received, *fields, *many)
