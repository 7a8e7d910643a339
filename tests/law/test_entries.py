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


READ_WITH_THE_WHOLE = frozenset(
    """
    b/2/A b/4/A b/4/A/i b/4/A/ii b/4/B b/5/A/ii b/5/A/ii/I b/5/A/ii/II b/5/A/ii/III b/5/A/iii b/5/A/iii/I
    b/5/A/iii/II b/5/B/i/I b/5/B/i/II b/5/B/i/III b/5/B/iii/I b/5/B/iii/II b/5/B/iii/III b/5/B/iii/IV d/4/B/i
    d/4/B/ii e/1/A/i e/1/A/ii e/1/D/i e/1/D/iv e/1/E/i e/1/F/i e/3/A e/4/A g/1/B k/8/A/ii k/8/A/iii k/14/C/i/I
    k/14/C/i/II k/14/D/i/I k/14/D/i/II k/14/D/i/III l/6/B/i l/6/B/ii l/8/C l/12/C/ii/I l/12/C/ii/II l/13/C/ix/I
    l/13/C/ix/II l/13/C/ix/III l/13/C/ix/IV l/13/C/ix/V l/13/C/ix/VI l/13/D/i/I l/13/D/i/II l/13/D/i/III l/19/A/i
    l/19/A/i/I l/19/A/ii
    """.split()
)
"""Items of a list that one element or definition reads as a whole, cited where the list stands."""


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
        if entry.role in EXECUTED
        and "/".join(entry.cite.steps) not in READ_WITH_THE_WHOLE
        and not any(cite.within(entry.cite) for cite in rests_on)
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
