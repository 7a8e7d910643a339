"""Every address of subsection (i) has its entry, and what an entry says is executed is executed."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date

from tests.house.shared import shared

from lawgate.cite import Cite
from lawgate.kernel.expr import Element
from lawgate.law.addresses import S6103
from lawgate.law.contested import every_element
from lawgate.law.corpus import as_of
from lawgate.law.entry import Entry, Role
from lawgate.law.paragraphs import ENTRIES
from lawgate.law.provision import Limit

LAW = as_of(date(2026, 1, 1))
EXECUTED = (Role.RULE, Role.DEFINITION, Role.CONDITION, Role.LIMIT)
HELD_TO_THE_STATUTE = (
    S6103 / "i",
    S6103 / "p/3",
    S6103 / "p/4",
    *(Cite("26", s) for s in ("7213", "7213A", "7431")),
)


def statute() -> set[Cite]:
    """Every address of the files of the statute."""
    files = ("usc26-6103.json", "usc26-penalties.json")
    return {
        Cite.parse(row["id"]) for name in files for row in json.loads(shared("law", name).read_text("utf-8"))
    }


def cited() -> set[Cite]:
    """Every address that an element, a definition, a proviso, a rule of use or a limit rests on."""
    elements = [
        *(one for way in LAW.provisions for one in every_element(way.drafted)),
        *(one for rule in LAW.uses for one in every_element((*rule.requires, rule.place))),
        *(one for proviso in LAW.provisos for _, one in proviso.reaches),
    ]
    limits = [
        *(limit for way in LAW.provisions for limit in way.limits),
        *(limit for rule in LAW.uses for limit in rule.limits),
    ]
    stated = [one.cite for one in LAW.provisions] + [one.cite for one in LAW.provisos]
    stated += [one.cite for one in LAW.definitions] + [rule.cite for rule in LAW.uses]
    return set(stated) | set(_cites(elements, limits))


def _cites(elements: list[Element], limits: list[Limit]) -> list[Cite]:
    return [cite for one in elements for cite in (one.cite, *one.also)] + [limit.cite for limit in limits]


def not_executed(entries: tuple[Entry, ...], rests_on: set[Cite]) -> list[str]:
    """The entries that say they are executed, where nothing rests on their address or on one below it."""
    return [
        str(entry.cite)
        for entry in entries
        if entry.role in EXECUTED and not any(cite.within(entry.cite) for cite in rests_on)
    ]


def test_every_address_has_exactly_one_entry() -> None:
    counts = Counter(entry.cite for entry in ENTRIES)
    held = {cite for cite in statute() if any(cite.within(whole) for whole in HELD_TO_THE_STATUTE)}
    assert len(held) > 150
    assert sorted(map(str, held - set(counts))) == []
    assert [str(cite) for cite, count in counts.items() if count > 1] == []


def test_no_entry_names_an_address_that_the_statute_lacks() -> None:
    assert sorted(str(entry.cite) for entry in ENTRIES if entry.cite not in statute()) == []


def test_what_is_entered_as_executed_is_executed() -> None:
    assert not_executed(ENTRIES, cited()) == []


def test_an_entry_on_which_nothing_rests_is_found() -> None:
    within = S6103 / "i/2/B/i"
    others = {cite for cite in cited() if not cite.within(within)}
    assert not_executed(ENTRIES, others) == [str(within)]


def test_every_element_of_subsection_i_rests_on_an_address_of_the_statute() -> None:
    addresses = statute()
    within_i = {cite for cite in cited() if cite.within(S6103 / "i")}
    assert len(within_i) > 60
    assert sorted(map(str, within_i - addresses)) == []
