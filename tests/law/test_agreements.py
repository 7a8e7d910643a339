"""An agreement narrows what the law opens and never widens it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from tests.law.near_misses import complete, near_misses, only_failing

from lawgate.dates import Between
from lawgate.errors import IllFormedError, InputError
from lawgate.kernel.expr import Constant
from lawgate.kernel.fact import Facts
from lawgate.kernel.truth import Truth
from lawgate.law.addresses import S6103
from lawgate.law.agreements import AGREEMENTS
from lawgate.law.corpus import as_of
from lawgate.law.pathway import Pathway
from lawgate.law.provision import Effect
from lawgate.law.terms import matter, removal, request

LAW = as_of(date(2026, 1, 1))
EACH = pytest.mark.parametrize("name", AGREEMENTS)


def _both(name: str) -> Iterator[tuple[Pathway, Pathway]]:
    """Each pathway without the agreement and under it."""
    return zip(LAW.pathways, LAW.under_agreement(name).pathways, strict=True)


def _narrowed(name: str) -> tuple[Pathway, Pathway]:
    cite = AGREEMENTS[name].narrows
    return LAW.pathway(cite), LAW.under_agreement(name).pathway(cite)


@EACH
def test_an_agreement_adds_elements_and_takes_none_away(name: str) -> None:
    agreement = AGREEMENTS[name]
    for without, under in _both(name):
        added = agreement.adds if without.cite.within(agreement.narrows) else ()
        assert under.elements == (*without.elements, *added)
        assert under.provision is without.provision


@EACH
def test_an_agreement_leaves_all_else_of_the_law_as_it_is(name: str) -> None:
    under = LAW.under_agreement(name)
    assert replace(under, provisos=LAW.provisos, agreement=None) == LAW
    assert under.agreement == name
    assert under.provisos[: len(LAW.provisos)] == LAW.provisos
    assert all(added.effect is Effect.CONDITION for added in under.provisos[len(LAW.provisos) :])
    assert under.digest != LAW.digest


@EACH
def test_nothing_is_opened_under_an_agreement_that_is_not_opened_without_it(name: str) -> None:
    without, under = _narrowed(name)
    opened = [facts for facts in near_misses(under) if under.truth(facts) is Truth.YES]
    assert opened, "the agreement lets nothing through, so nothing is shown"
    assert all(without.truth(facts) is Truth.YES for facts in opened)


@EACH
def test_each_element_of_an_agreement_closes_what_the_law_opens(name: str) -> None:
    without, under = _narrowed(name)
    for added in AGREEMENTS[name].adds:
        facts = only_failing(under, added)
        assert facts is not None, added.label
        assert under.truth(facts) is Truth.NO
        assert without.truth(facts) is Truth.YES


def test_the_memorandum_of_2025_asks_for_head_stage_and_final_order() -> None:
    without, under = _narrowed("mou_2025")
    facts: Facts = {
        request.office.name: "agency_head",
        matter.stage.name: "investigation",
        removal.final.name: True,
    }
    complete_case = next(way for way in complete(under) if facts.items() <= way.items())
    refused: Facts = {
        request.office.name: "inspector_general",
        matter.stage.name: "grand_jury",
        removal.final.name: False,
    }
    for name, value in refused.items():
        changed = {**complete_case, name: value}
        assert under.truth(changed) is Truth.NO, name
    assert under.truth(complete_case) is without.truth(complete_case) is Truth.YES


def test_an_agreement_that_is_none_is_refused() -> None:
    with pytest.raises(InputError) as refused:
        LAW.under_agreement("handshake")
    assert refused.value.where == "--agreement"
    assert all(name in refused.value.mend for name in AGREEMENTS)


def test_an_agreement_that_adds_nothing_or_no_element_is_refused() -> None:
    agreement = AGREEMENTS["mou_2025"]
    with pytest.raises(IllFormedError):
        replace(agreement, adds=())
    with pytest.raises(IllFormedError):
        replace(agreement, adds=(Constant(Truth.YES),))  # type: ignore[arg-type]


def test_agreements_are_known_by_their_ids_and_the_example_is_marked() -> None:
    assert all(name == agreement.id for name, agreement in AGREEMENTS.items())
    assert AGREEMENTS["mou_2025"].signed == Between.on(date(2025, 4, 7))
    assert AGREEMENTS["d_example"].title.startswith("Example, invented")
    assert AGREEMENTS["d_example"].narrows == S6103 / "d/1"
