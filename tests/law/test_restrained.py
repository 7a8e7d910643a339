"""The conditions by which orders are proved say what `Restraint.reaches` says of whoever asks or receives."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import product

import pytest

from lawgate.kernel.evaluate import evaluate
from lawgate.kernel.fact import Facts
from lawgate.kernel.truth import Truth
from lawgate.law.agencies import may_be_part
from lawgate.law.corpus import as_of
from lawgate.law.order import FORBIDDING, Order, Restraint
from lawgate.law.orders import ORDERS
from lawgate.law.pathway import Pathway
from lawgate.law.restrained import SUBJECTS, receives, restrained, restraints_on
from lawgate.law.terms import item

LAW = as_of(date(2026, 11, 1))
RECEIVERS = (
    (),
    ("us.dhs",),
    ("us.dhs.ice",),
    ("us",),
    ("us.doj",),
    ("us.new_bureau",),
    ("us.doj", "us.dhs.ice"),
)
FIELDS = ("name", "mailing_address", "tin", "none")


def cases(restraint: Restraint) -> Iterator[tuple[tuple[str, ...], str, int, Facts]]:
    """Who receives which field of how many, and the answers that this is."""
    for agencies, field, subjects in product(RECEIVERS, FIELDS, (1, 2, 3)):
        reached = {
            receives(whole).name: any(may_be_part(agency, whole) for agency in agencies)
            for whole in restraint.agencies
        }
        yield agencies, field, subjects, {**reached, item.identity_field.name: field, SUBJECTS.name: subjects}


@pytest.mark.parametrize("order", [one for one in ORDERS if one.restraints], ids=lambda one: one.id)
def test_an_order_forbids_in_the_proofs_what_it_forbids_in_a_determination(order: Order) -> None:
    forbidden = set()
    for pathway, restraint in product(LAW.pathways, order.restraints):
        conditions = restraints_on(pathway, [order])
        for agencies, field, subjects, facts in cases(restraint):
            wanted = any(
                one.reaches(pathway.cite, agencies, field, subjects)
                for one in order.restraints
                if one.act in FORBIDDING
            )
            told = any(evaluate(condition, facts) is Truth.NO for condition in conditions)
            assert told is wanted, (pathway.cite.text, agencies, field, subjects)
            forbidden.add(told)
    assert forbidden == {True, False}


def test_without_orders_a_pathway_is_its_elements() -> None:
    way: Pathway = LAW.pathways[0]
    assert restrained(way, ()).parts == way.elements


def test_whoever_receives_and_is_not_known_lets_nothing_go() -> None:
    order = next(one for one in ORDERS if one.id == "O4")
    way = next(way for way in LAW.pathways if restraints_on(way, [order]))
    (condition,) = restraints_on(way, [order])
    assert evaluate(condition, {item.identity_field.name: "mailing_address"}) is Truth.OPEN
