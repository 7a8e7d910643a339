"""What a requester may state by name in `facts`, and the one line that refuses anything else."""

import pytest

from lawgate.decide.own_facts import demand_own
from lawgate.errors import InputError
from lawgate.kernel.fact import Owner
from lawgate.law.vocabulary import FACTS

PLACE = "subjects[1].facts"


@pytest.mark.parametrize(
    ("name", "value"),
    [("request.in_writing", True), ("request.in_writing", False), ("matter.stage", "grand_jury")],
)
def test_the_requesters_own_facts_are_taken(name: str, value: object) -> None:
    demand_own(name, value, where=PLACE)
    assert FACTS[name].owner is Owner.REQUESTER


REFUSED = [
    ("no.such", True, "no such fact; use a name that `lawgate law vocab` lists"),
    (
        "item.held",
        True,
        (
            "this fact is not the requester's to state but the custodian's; "
            "leave it out; it is read from the custodian's own records"
        ),
    ),
    (
        "finding.safeguards",
        True,
        (
            "this fact is not the requester's to state but the official's; "
            "leave it out; it is read from the findings file"
        ),
    ),
    (
        "matter.stage",
        "later",
        "not an answer to this question; use preparation, investigation, grand_jury, none",
    ),
    ("request.in_writing", "maybe", "not an answer to this question; use true or false"),
]


@pytest.mark.parametrize(("name", "value", "line"), REFUSED)
def test_anything_else_is_refused_in_one_line_with_its_place_and_mend(
    name: str, value: object, line: str
) -> None:
    with pytest.raises(InputError) as refused:
        demand_own(name, value, where=PLACE)
    assert refused.value.line() == f"{PLACE}: {line}"
