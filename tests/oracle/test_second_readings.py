"""The gate held to second readings of paragraphs of 26 U.S.C. 6103(i) other than (2)."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import cache

import pytest

pytest.importorskip("cedarpy")

from tests.oracle.gate import Said, gate_on
from tests.oracle.near_misses import DAY, NearMiss
from tests.oracle.second import i1, i5
from tests.oracle.second.paragraph import Paragraph, Same
from tests.oracle.second.rules import NO, OPEN, YES, together

from lawgate.law.addresses import S6103
from lawgate.law.contested import Drafted, read
from lawgate.law.corpus import Corpus, as_of
from lawgate.law.pathway import Pathway

SEED = 6103
CASES = 2_500
PARAGRAPHS = {paragraph.cite: paragraph for paragraph in (i1.PARAGRAPH, i5.PARAGRAPH)}
PAIRS = [(cite, pair) for cite, paragraph in PARAGRAPHS.items() for pair in paragraph.same]
Case = tuple[NearMiss, dict[str, str]]

each_paragraph = pytest.mark.parametrize("cite", PARAGRAPHS)


@each_paragraph
def test_every_element_has_its_counterpart(cite: str) -> None:
    """The table of the paragraph names every element of ours and every rule of the second reading, once."""
    same = PARAGRAPHS[cite].same
    ours = [element.label for element in _pathway(as_of(DAY), cite).elements]
    assert sorted(label for pair in same for label in pair.labels) == sorted(ours)
    rules = [rule.name for rule in PARAGRAPHS[cite].rules]
    assert sorted(name for pair in same for name in pair.names) == sorted(rules)


@each_paragraph
def test_both_readings_agree(cite: str) -> None:
    """Disclosed by both or by neither for the same reasons, but for what awaits its mend in ours."""
    different = Counter(why for case in _judged(cite) for why in _differences(cite, case, as_of(DAY)))
    awaiting = PARAGRAPHS[cite].awaiting
    assert set(different) <= awaiting, different.most_common()
    assert bool(different) is bool(awaiting), "what is mended awaits nothing"


@each_paragraph
def test_the_cases_are_worth_comparing(cite: str) -> None:
    """A fifth disclose, and every element that can be is in some case all that is unmet."""
    judged = [truths for _, truths in _judged(cite)]
    assert sum(set(truths.values()) == {YES} for truths in judged) >= CASES / 5
    alone = {_only(truths) for truths in judged}
    assert {pair.name for pair in PARAGRAPHS[cite].same if pair.names} <= alone


@pytest.mark.parametrize(
    ("cite", "pair"),
    [pytest.param(cite, pair, id=f"{cite} {pair.name}") for cite, pair in PAIRS if pair.names],
)
def test_an_element_dropped_is_seen(cite: str, pair: Same) -> None:
    """Without the elements that say the same as one of the oracle, the gate opens what the oracle keeps closed."""
    poorer = _without(as_of(DAY), cite, pair)
    telling = [case for case in _judged(cite) if _only(case[1]) == pair.name]
    assert any(gate_on(one, poorer).allow for one, _ in telling)


@cache
def _judged(cite: str) -> list[Case]:
    cases = PARAGRAPHS[cite].cases(CASES, seed=SEED)
    return list(zip(cases, PARAGRAPHS[cite].judge(cases), strict=True))


def _only(truths: dict[str, str]) -> str | None:
    """The one element that is unmet, where no other is unmet or open."""
    unmet = [name for name, truth in truths.items() if truth == NO]
    return unmet[0] if len(unmet) == 1 and OPEN not in truths.values() else None


def _differences(cite: str, case: Case, corpus: Corpus) -> list[str]:
    """Where the gate and the second reading part ways on one case."""
    one, truths = case
    if not _asked(one):
        return []
    said = gate_on(one, corpus)
    opens = set(truths.values()) == {YES}
    why = [] if said.allow is opens else [f"decision: {said.allow}, oracle {opens}"]
    return why + _of_elements(PARAGRAPHS[cite], said, truths, _pathway(corpus, cite))


def _asked(one: NearMiss) -> bool:
    """Whether the row held is of a period asked for: of no other anything is decided."""
    return one.held["period"] in (None, *one.request["tax_periods"])


def _of_elements(paragraph: Paragraph, said: Said, truths: dict[str, str], pathway: Pathway) -> list[str]:
    if said.truths is None:
        mends = {element.mend: element.label for element in pathway.request}
        lacking = {mends[mend] for mend in said.returned}
        unmet = {pair.name for pair in paragraph.same if lacking & set(pair.labels)}
        return [f"returned for {name}, oracle {truths[name]}" for name in unmet if truths[name] != NO]
    ours = {pair.name: together(said.truths[label] for label in pair.labels) for pair in paragraph.same}
    return [f"{name}: {ours[name]}, oracle {truths[name]}" for name in ours if ours[name] != truths[name]]


def _pathway(corpus: Corpus, cite: str) -> Pathway:
    return corpus.pathway(S6103 / cite)


def _without(corpus: Corpus, cite: str, dropped: Same) -> Corpus:
    """The same law with these elements of one paragraph, or of what joins it, left out."""
    here = S6103 / cite

    def kept(drafted: tuple[Drafted, ...]) -> tuple[Drafted, ...]:
        return tuple(one for one in read(drafted, corpus.readings) if one.label not in dropped.labels)

    provisions = tuple(
        replace(p, request=kept(p.request), requires=kept(p.requires), covers=kept(p.covers))
        if p.cite == here
        else p
        for p in corpus.provisions
    )
    provisos = tuple(
        replace(
            p, reaches=tuple((at, e) for at, e in p.reaches if at != here or e.label not in dropped.labels)
        )
        for p in corpus.provisos
    )
    return replace(corpus, provisions=provisions, provisos=provisos)
