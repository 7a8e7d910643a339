"""Every pathway outside 26 U.S.C. 6103(i) agrees with its second reading, and a change of the law would be seen."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

import pytest
from tests.house.shared import shared
from tests.law.read_twice import CONDITIONS, RECORDS, Record, differences, pathways, records
from tests.law.run_cases import read_yaml

from lawgate.law.addresses import S6103
from lawgate.law.corpus import Corpus, as_of
from lawgate.law.pathway import Pathway
from lawgate.law.provision import Duty, Provision

DAY = date(2026, 1, 1)


@cache
def _law() -> dict[str, Pathway]:
    return pathways(as_of(DAY))


def test_every_pathway_outside_i_is_read_a_second_time() -> None:
    """A record for each pathway, and none for what is no pathway."""
    assert set(records()) == set(_law())


def test_every_record_stands_at_an_address_of_the_statute() -> None:
    """The keys, those of the conditions too, are addresses of the section."""
    known = {row["id"] for row in json.loads(shared("law", "usc26-6103.json").read_text(encoding="utf-8"))}
    keys = {*records(), *read_yaml(RECORDS / CONDITIONS)}
    assert not [key for key in keys if f"/us/usc/t26/s6103/{key}" not in known]


@pytest.mark.parametrize("at", records())
def test_both_readings_agree(at: str) -> None:
    """What the record says of a pathway is what the law file makes of it."""
    assert not differences(_law()[at], records()[at])


# ---- the comparison can fail ---------------------------------------------------------------------------


def _other(record: Record, **changed: Any) -> Record:
    return {**record, **changed}


def _asked(record: Record, **changed: Any) -> Record:
    return _other(record, asked={**record["asked"], **changed})


def _items(record: Record) -> Record:
    """One name fewer, or another class."""
    items = record["items"]
    if "like" in items:
        return _other(record, items={"class": "any"})
    if items["class"] == "listed":
        return _other(record, items={**items, "names": items["names"][1:]})
    return _other(record, items={"class": "return" if items["class"] != "return" else "information"})


MISREAD: Mapping[str, Callable[[Record], Record | None]] = {
    "opens": lambda one: _other(one, opens="may" if one["opens"] == "shall" else "shall"),
    "accounting": lambda one: _other(one, accounting=not one["accounting"]),
    "written": lambda one: _asked(one, written=not one["asked"]["written"]),
    "order": lambda one: _other(one, order=not one["order"]),
    "safeguards": lambda one: _other(one, safeguards=one["safeguards"] is not True),
    "state_law": lambda one: _other(one, state_law=not one.get("state_law")),
    "agents": lambda one: _other(one, agents=not one.get("agents")),
    "shields": lambda one: _other(one, shields="" if "shields" in one else "informant"),
    "approved": lambda one: (
        {key: one[key] for key in one if key != "approved"} if "approved" in one else None
    ),
    "levels": lambda one: _other(one, levels=["tribal"]) if "levels" in one else None,
    "agencies": lambda one: _other(one, agencies=["housing"]) if "agencies" in one else None,
    "heads": lambda one: _asked(one, heads=["dea_administrator"]),
    "signs": lambda one: _asked(one, signs="other"),
    "ends": lambda one: _other(one, ends="2006-12-31") if "ends" in one else None,
    "items": _items,
}
"""By what is compared, the record as somebody would have written it who read the paragraph otherwise."""


@pytest.mark.parametrize("name", MISREAD)
def test_a_record_that_says_otherwise_is_seen(name: str) -> None:
    """Whatever is compared, of every pathway of which the record speaks, the contrary is found and nothing else."""
    misread = {at: other for at, one in records().items() if (other := MISREAD[name](one)) is not None}
    assert misread
    for at, record in misread.items():
        found = differences(_law()[at], record)
        assert {line.partition(":")[0] for line in found} == {name}, at


def _changed(at: str, change: Callable[[Provision], Provision]) -> Callable[[Corpus], Corpus]:
    def plant(law: Corpus) -> Corpus:
        return replace(
            law,
            provisions=tuple(change(one) if one.cite == S6103 / at else one for one in law.provisions),
        )

    return plant


def _without(at: str, label: str) -> Callable[[Corpus], Corpus]:
    """The provision without an element of its request."""
    return _changed(at, lambda one: replace(one, request=tuple(r for r in one.request if r.label != label)))  # type: ignore[union-attr]


def _spared(proviso: str, at: str) -> Callable[[Corpus], Corpus]:
    def plant(law: Corpus) -> Corpus:
        return replace(
            law,
            provisos=tuple(
                replace(one, spares=(*one.spares, S6103 / at)) if one.cite == S6103 / proviso else one
                for one in law.provisos
            ),
        )

    return plant


PLANTED = {
    "(l)(7)(A) without writing": ("l/7/A", "written", _without("l/7/A", "the request is in writing")),
    "(l)(21) as a choice": ("l/21", "opens", _changed("l/21", lambda one: replace(one, duty=Duty.MAY))),
    "(l)(13)(A) as an extract": ("l/13/A", "subjects", _changed("l/13/A", lambda one: replace(one, extract=True))),
    "(d)(1) as no extract": (None, "", _changed("d/1", lambda one: replace(one, extract=False))),
    "(j)(2) as no extract": ("j/2", "subjects", _changed("j/2", lambda one: replace(one, extract=False))),
    "(m)(7) spared by (p)(9)": ("m/7", "agents", _spared("p/9", "m/7")),
    "(k)(5) spared by (p)(8)": ("k/5", "state_law", _spared("p/8/A", "k/5")),
    "(k)(11) spared by (p)(4)": ("k/11", "safeguards", _spared("p/4", "k/11")),
    "(l)(5) by anybody": (
        "l/5", "heads", _without("l/5", "the Commissioner of Social Security makes the request"),
    ),
    "(l)(8) by any body": (
        "l/8", "levels", _without("l/8", "a Federal, State or local child support enforcement agency asks"),
    ),
    "(h)(4)(D) without an order": (
        "h/4/D", "order",
        _without("h/4/D", "an order of a court under 18 U.S.C. 3500 or criminal rule 16 is presented"),
    ),
    "(d)(5) without an end": ("d/5", "ends", _without("d/5", "it is not later than 31 December 2007")),
    "(d)(3) for every item": (
        "d/3", "items", _changed("d/3", lambda one: replace(one, covers=one.covers[:1])),
    ),
}  # fmt: skip
"""A fault planted in the law, at what address and in what it is seen; None where the text says nothing of it."""


@pytest.mark.parametrize("says", PLANTED)
def test_a_fault_planted_in_the_law_is_seen(says: str) -> None:
    """Where the law file is changed against the text, the second reading contradicts it."""
    at, name, plant = PLANTED[says]
    law = pathways(plant(as_of(DAY)))
    found = {key: told for key, record in records().items() if (told := differences(law[key], record))}
    assert set(found) == ({at} if at else set())
    assert name in {line.partition(":")[0] for lines in found.values() for line in lines} or at is None
