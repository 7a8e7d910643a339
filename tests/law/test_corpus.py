"""The corpus: its hash, its days, its pathways and provisos, its vocabulary and its table of statutes."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from tests.law.mutants import mutants_of
from tests.law.near_misses import PATHWAYS

from lawgate.cite import Cite
from lawgate.errors import IllFormedError, InputError
from lawgate.kernel.expr import Element, Not, element, expr_of, facts_of, walk
from lawgate.kernel.fact import Owner
from lawgate.law.addresses import S6103
from lawgate.law.contested import Drafted, read
from lawgate.law.corpus import Corpus, as_of
from lawgate.law.discretion import decided
from lawgate.law.provision import FORMALISED_FROM, Definition, Duty, Effect, Limit, Provision, Proviso
from lawgate.law.statutes import CIVIL, CRIMINAL, CRIMINAL_TAX, STATUTES, UNLISTED, kind_of
from lawgate.law.terms import MODULES, finding, item
from lawgate.law.vocabulary import (
    FACTS,
    FINDING_OFFICES,
    FINDINGS,
    GENERAL_OFFICES,
    REQUESTERS_OWN,
    offices_for,
)

LAW = as_of(date(2026, 1, 1))
PRINT_DIGEST = "from lawgate.law.corpus import *; print(as_of(date(2026, 1, 1)).digest)"


@pytest.mark.parametrize("seed", ["0", "1", "4711"])
def test_digest_is_the_same_in_every_process(seed: str) -> None:
    run = [sys.executable, "-c", PRINT_DIGEST]
    path = {"PYTHONPATH": ":".join(sys.path), "PYTHONHASHSEED": seed}
    told = subprocess.run(run, env=path, capture_output=True, text=True, check=True)
    assert told.stdout.strip() == LAW.digest


def test_digest_is_a_sha_256() -> None:
    assert len(LAW.digest) == 64
    assert set(LAW.digest) <= set("0123456789abcdef")


def _with(provision: Provision) -> Corpus:
    first, *rest = LAW.provisions
    assert provision.cite == first.cite
    return replace(LAW, provisions=(provision, *rest))


def _element(drafted: Drafted) -> Element:
    assert isinstance(drafted, Element)
    return drafted


FIRST = LAW.provisions[0]
CHANGES: dict[str, Callable[[], Corpus]] = {
    "a heading": lambda: _with(replace(FIRST, heading="Other")),
    "a limit": lambda: _with(replace(FIRST, limits=(*FIRST.limits, Limit(S6103 / "i/4", "Further.")))),
    "a duty": lambda: _with(replace(FIRST, duty=next(duty for duty in Duty if duty is not FIRST.duty))),
    "an element dropped": lambda: _with(replace(FIRST, requires=FIRST.requires[1:])),
    "an element moved": lambda: _with(replace(FIRST, requires=FIRST.requires[::-1])),
    "a label": lambda: _with(
        replace(FIRST, covers=(replace(_element(FIRST.covers[0]), label="Other"), *FIRST.covers[1:]))
    ),
    "a mend": lambda: _with(
        replace(FIRST, request=(replace(_element(FIRST.request[0]), mend="Other."), *FIRST.request[1:]))
    ),
    "a proviso dropped": lambda: replace(LAW, provisos=LAW.provisos[1:]),
    "a statute reclassed": lambda: replace(LAW, statutes={**LAW.statutes, Cite("8", "1326"): CIVIL}),
    "a statute added": lambda: replace(LAW, statutes={**LAW.statutes, Cite("48", "1"): CIVIL}),
    "a definition dropped": lambda: replace(LAW, definitions=LAW.definitions[:-1]),
    "a definition changed": lambda: replace(
        LAW, definitions=(*LAW.definitions[:-1], replace(LAW.definitions[-1], body=expr_of(item.held)))
    ),
    "a proviso's effect": lambda: replace(
        LAW, provisos=(replace(LAW.provisos[0], effect=Effect.CONDITION), *LAW.provisos[1:])
    ),
}  # fmt: skip


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_digest_changes_with_the_law(change: Callable[[], Corpus]) -> None:
    assert change().digest != LAW.digest


def test_digest_changes_with_any_change_of_a_tree() -> None:
    digests = [LAW.digest]
    for provision in LAW.provisions:
        pathway = next(pathway for pathway in PATHWAYS if pathway.cite == provision.cite)
        for mutant in list(mutants_of(pathway))[::7]:
            if mutant.changed and mutant.changed[0] in provision.covers:
                covers = tuple(mutant.changed[1] if e is mutant.changed[0] else e for e in provision.covers)
                others = tuple(p for p in LAW.provisions if p is not provision)
                digests.append(replace(LAW, provisions=(replace(provision, covers=covers), *others)).digest)
    assert len(digests) > 10
    assert len(set(digests)) == len(digests)


@pytest.mark.parametrize(
    ("stated", "found"),
    [
        ("26 USC 6103(i)(2)", "i/2"),
        ("26 USC 6103(i)(2)(A)", "i/2"),
        ("26 U.S.C. 6103(i)(2)(B)(iv)", "i/2"),
        ("26 USC 6103(i)(1)", "i/1"),
        ("26 USC 6103(i)(1)(A)(i)", "i/1"),
        ("26 USC 6103(i)(1)(C)", "i/1/C"),
        ("26 USC 6103(i)(1)(C)(i)(I)", "i/1/C"),
        ("/us/usc/t26/s6103/i/5/B", "i/5"),
    ],
)
def test_pathway_is_found_at_its_address_or_the_nearest_above(stated: str, found: str) -> None:
    assert LAW.pathway(Cite.parse(stated)).cite == S6103 / found


NO_PATHWAYS = [
    "26 USC 6103",
    "26 USC 6103(a)",
    "26 USC 6103(i)",
    "26 USC 6103(i)(3)",
    "26 USC 6103(i)(6)",
    "26 USC 6103(i)(22)",
    "26 USC 6104(i)(2)",
    "8 USC 6103(i)(2)",
]


@pytest.mark.parametrize("stated", NO_PATHWAYS)
def test_no_pathway_is_guessed_at(stated: str) -> None:
    with pytest.raises(InputError) as refused:
        LAW.pathway(Cite.parse(stated))
    assert refused.value.where == "provision"
    assert "26 U.S.C. 6103(" in refused.value.mend or "lawgate law list" in refused.value.mend


@pytest.mark.parametrize("day", [date(1976, 10, 4), FORMALISED_FROM - timedelta(days=1)])
def test_a_day_that_is_not_formalised_is_refused(day: date) -> None:
    with pytest.raises(InputError) as refused:
        as_of(day)
    assert day.isoformat() in refused.value.what
    assert FORMALISED_FROM.isoformat() in refused.value.mend


def test_first_formalised_day_has_the_provisions_of_today() -> None:
    first = as_of(FORMALISED_FROM)
    assert first.provisions == LAW.provisions
    assert first.orders == ()


def test_the_form_of_1976_stands_alone_on_its_days() -> None:
    for day in (date(1977, 1, 1), date(1978, 11, 5)):
        (earlier,) = as_of(day).pathways
        assert earlier.cite == S6103 / "i/2"
        assert earlier.provision.version.certainty == "B"
    for day in (date(1976, 12, 31), date(1978, 11, 6)):
        with pytest.raises(InputError, match="not formalised"):
            as_of(day)


def test_a_proviso_reaches_what_stands_within_its_addresses_and_not_what_it_spares() -> None:
    bar = element(S6103 / "i/6", "bar", item.held)
    nearer = element(S6103 / "i/6", "nearer bar", item.held)
    proviso = Proviso(
        S6103 / "i/6",
        "h",
        Effect.BAR,
        ((S6103 / "i/1", bar), (S6103 / "i/1/B", nearer)),
        spares=(S6103 / "i/1/C",),
    )
    reached = {
        at: proviso.reach(S6103 / at) for at in ("i/1", "i/1/A/i", "i/1/B/i", "i/1/C", "i/1/C/i", "i", "i/10")
    }
    assert reached == {
        "i/1": bar, "i/1/A/i": bar, "i/1/B/i": nearer, "i/1/C": None, "i/1/C/i": None, "i": None, "i/10": None
    }  # fmt: skip


@pytest.mark.parametrize(
    ("pathway", "bars", "conditions"),
    [
        ("i/1", "h/5 i/6 o/2", "p/4"),
        ("i/1/C", "h/5 o/2", "p/4 p/8/A"),
        ("i/2", "h/5 i/6 o/2", "p/4"),
        ("i/5", "h/5 i/6 o/2", "p/4"),
        ("i/3/A", "h/5 i/6 o/2", "p/4"),
        ("i/3/B/i", "h/5 o/2", "p/4 p/8/A"),
        ("i/3/B/ii", "h/5 o/2", "p/4"),
        ("i/3/C/i", "h/5 i/6 o/2", "p/4"),
        ("i/3/C/ii", "h/5 i/6 o/2", "p/4"),
        ("i/7/A", "h/5 i/6 o/2", "p/4"),
        ("i/7/A/ii", "h/5 o/2", "p/4 p/8/A"),
        ("i/7/B", "h/5 i/6 o/2", "p/4"),
        ("i/7/C", "h/5 i/6 o/2", "p/4"),
        ("i/7/D", "h/5 i/6 o/2", "p/4"),
        ("l/13/A", "h/5 o/2", "p/4 p/9"),
        ("l/13/D/iii", "h/5 o/2", "p/8/A p/9"),
        ("l/16/B", "h/5 o/2", "p/8/A"),
        ("o/1", "h/5 o/2", "p/4"),
        ("o/2", "h/5", "p/8/A"),
    ],
)
def test_bars_and_conditions_join_the_pathways_they_reach(pathway: str, bars: str, conditions: str) -> None:
    joined = LAW.pathway(S6103 / pathway)
    added_by = [(proviso.effect, element.cite) for proviso, element in joined.provisos]
    assert added_by == [
        *((Effect.BAR, S6103 / bar) for bar in bars.split()),
        *((Effect.CONDITION, S6103 / condition) for condition in conditions.split()),
    ]
    own = read(joined.provision.drafted, LAW.readings)
    discretion = (decided(joined.cite),) if joined.provision.duty is Duty.MAY else ()
    assert joined.elements == (*own, *discretion, *(added for _, added in joined.provisos))


def test_an_official_decides_where_a_paragraph_says_may_and_not_where_whoever_has_access_may_himself() -> (
    None
):
    waiting = {way.provision.duty for way in LAW.pathways if decided(way.cite) in way.elements}
    assert waiting == {Duty.MAY}
    assert LAW.pathway(S6103 / "f/5").provision.duty is Duty.MAY_HIMSELF


def test_every_pathway_asks_listed_questions_only() -> None:
    for pathway in LAW.pathways:
        assert set(pathway.facts) <= set(FACTS.values())
        assert pathway.facts == facts_of(pathway.tree)


def test_every_question_that_an_official_or_requester_answers_is_asked() -> None:
    corpora = (LAW, as_of(date(1977, 1, 1)))
    ways = (*(way for corpus in corpora for way in corpus.pathways), *(way for _, way in LAW.rules_of_use))
    asked = {fact for pathway in ways for fact in pathway.facts}
    assert [fact.name for fact in FINDINGS.values() if fact not in asked] == []


def test_every_element_of_a_request_has_a_mend_and_every_provision_a_cite_in_6103() -> None:
    for pathway in LAW.pathways:
        assert all(part.mend.endswith(".") for part in pathway.request)
        assert all(part.cite.within(S6103) for part in pathway.elements)


def test_no_element_stands_below_another() -> None:
    for pathway in LAW.pathways:
        for part in pathway.elements:
            assert [type(node).__name__ for node in walk(part)].count("Element") == 1


def test_provisions_that_would_open_everything_are_refused() -> None:
    with pytest.raises(IllFormedError):
        replace(FIRST, covers=())
    with pytest.raises(IllFormedError):
        replace(FIRST, request=(replace(_element(FIRST.request[0]), mend=""),))
    with pytest.raises(IllFormedError):
        replace(FIRST, requires=(expr_of(item.held),))  # type: ignore[arg-type]


def test_a_proviso_bars_or_conditions_some_pathway() -> None:
    bar = element(S6103 / "i/6", "label", Not(expr_of(item.held)))
    with pytest.raises(IllFormedError):
        Proviso(S6103 / "i/6", "h", Effect.PERMIT, ((S6103 / "i/2", bar),))
    with pytest.raises(IllFormedError):
        Proviso(S6103 / "i/6", "h", Effect.BAR, ())
    with pytest.raises(IllFormedError):
        Proviso(S6103 / "i/6", "h", Effect.BAR, ((S6103 / "i/2", item.held),))  # type: ignore[arg-type]


def test_each_definition_is_stated_once() -> None:
    assert all(isinstance(definition, Definition) for definition in LAW.definitions)
    terms = [definition.term for definition in LAW.definitions]
    assert len(set(terms)) == len(terms)


def test_each_provision_puts_one_question_to_an_official() -> None:
    asked = [fact for fact in FACTS.values() if fact.is_finding]
    by_cite = [fact.cite for fact in asked if fact is not finding.certified_to_court]
    assert len(set(by_cite)) == len(by_cite)
    assert {cite: fact for cite, fact in FINDINGS.items() if fact.cite != cite} == {}
    assert FINDINGS[S6103 / "i/6"] is finding.identifies_or_impairs


def test_names_of_facts_are_unique_and_their_own_keys() -> None:
    stated = [fact for module in MODULES for fact in vars(module).values() if type(fact) is type(item.held)]
    assert len({fact.name for fact in stated}) == len(stated)
    assert all(FACTS[fact.name] is fact for fact in stated)
    assert all(name == fact.name for name, fact in FACTS.items())
    assert all(fact.owner is Owner.REQUESTER for fact in REQUESTERS_OWN)


def test_every_finding_has_an_office_that_may_make_it() -> None:
    for fact in FINDINGS.values():
        assert set(GENERAL_OFFICES) <= set(offices_for(fact)) <= set(FINDING_OFFICES)
    assert "match_reviewer" in offices_for(finding.person_named)
    assert "match_reviewer" not in offices_for(finding.identifies_or_impairs)
    assert "safeguards_officer" in offices_for(finding.safeguards)


STATED = [
    ("8 USC 1325", UNLISTED),
    ("8 USC 1325(a)", CRIMINAL),
    ("8 U.S.C. 1325(a)(1)", CRIMINAL),
    ("8 USC 1325(b)", CIVIL),
    ("8 USC 1326", CRIMINAL),
    ("8 USC 1326(b)(2)", CRIMINAL),
    ("8 USC 1253", UNLISTED),
    ("8 USC 1253(a)", UNLISTED),
    ("8 USC 1253(a)(1)", CRIMINAL),
    ("8 USC 1253(a)(1)(A)", CRIMINAL),
    ("8 USC 1253(c)", CIVIL),
    ("8 USC 1306", CRIMINAL),
    ("8 USC 1306(a)", CRIMINAL),
    ("8 USC 1324", CRIMINAL),
    ("8 USC 1324(a)(1)(A)(ii)", CRIMINAL),
    ("8 USC 1324(b)", CIVIL),
    ("8 USC 1324(b)(1)", CIVIL),
    ("8 USC 1324a", CIVIL),
    ("8 USC 1182", CIVIL),
    ("8 USC 1227", CIVIL),
    ("8 USC 1227(a)(2)", CIVIL),
    ("8 USC 1229a", CIVIL),
    ("8 USC 1231", CIVIL),
    ("8 USC 1231(a)(5)", CIVIL),
    ("18 USC 1001", CRIMINAL),
    ("18 U.S.C. § 1001(a)(2)", CRIMINAL),
    ("18 USC 1028", CRIMINAL),
    ("18 USC 1028A", CRIMINAL),
    ("18 USC 1028a", UNLISTED),
    ("18 USC 1341", CRIMINAL),
    ("18 USC 1343", CRIMINAL),
    ("18 USC 1344", CRIMINAL),
    ("18 USC 1546", CRIMINAL),
    ("18 USC 1956", CRIMINAL),
    ("18 USC 981", CIVIL),
    ("18 USC 982", UNLISTED),
    ("21 USC 841", CRIMINAL),
    ("/us/usc/t21/s841/b/1", CRIMINAL),
    ("26 USC 7201", CRIMINAL_TAX),
    ("26 USC 7206(1)", CRIMINAL_TAX),
    ("26 USC 7213A", CRIMINAL_TAX),
    ("31 USC 3729", CIVIL),
    ("31 USC 5324", CRIMINAL),
    ("13 USC 1325(a)", UNLISTED),
    ("18 USC 10010", UNLISTED),
    ("18 USC 99999", UNLISTED),
    ("Cal. Penal Code 459", UNLISTED),
    ("8 CFR 1325(a)", UNLISTED),
    ("the immigration laws", UNLISTED),
    ("not 18 USC 1001", UNLISTED),
    ("", UNLISTED),
]


@pytest.mark.parametrize(("stated", "kind"), STATED)
def test_statute_is_of_the_kind_that_its_own_text_makes_it(stated: str, kind: str) -> None:
    assert kind_of(stated) == kind


def test_a_statute_beside_a_listed_one_is_not_listed() -> None:
    for cite in STATUTES:
        if not cite.steps:
            assert kind_of(str(Cite(cite.title, cite.section + "zz"))) == UNLISTED


def test_every_listed_statute_is_of_a_kind_of_the_vocabulary() -> None:
    kinds = FACTS["matter.statutes"].values
    assert {*STATUTES.values(), UNLISTED} == set(kinds)
    assert all(kind_of(str(cite)) == kind == kind_of(cite.text) for cite, kind in STATUTES.items())
