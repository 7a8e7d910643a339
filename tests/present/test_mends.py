"""What the law asks to be mended is told in Spanish too: every mend of every paragraph, and nothing else."""

from __future__ import annotations

import json
from datetime import date
from importlib.resources import files

import pytest

from lawgate.decide.admit import NO_PARAGRAPH
from lawgate.law.corpus import as_of
from lawgate.present.letters.pages import Language, mend_text

DAYS = (date(2023, 5, 1), date(2025, 8, 7), date(2026, 11, 28))


def mends() -> set[str]:
    found = {
        element.mend
        for day in DAYS
        for pathway in as_of(day, known_on=day).pathways
        for element, _ in pathway.request_truths
        if element.mend
    }
    return found | {NO_PARAGRAPH.fix}


def test_every_mend_has_its_words_in_spanish() -> None:
    missing = [one for one in sorted(mends()) if mend_text(one, Language.SPANISH) == one]
    assert missing == []


def test_no_words_are_left_of_a_mend_that_is_gone() -> None:
    held = json.loads((files("lawgate.present.letters") / "mends_es.json").read_text(encoding="utf-8"))
    assert set(held) - mends() == set()


@pytest.mark.parametrize("mend", sorted(mends()))
def test_names_of_facts_and_numbers_stand_in_both(mend: str) -> None:
    told = mend_text(mend, Language.SPANISH)
    for word in mend.replace(";", " ").replace(",", " ").split():
        name = word.strip(".:`()")
        if "_" in name or ("." in name and name.islower()):
            assert name in told, (mend, told)


def test_what_is_not_held_stays_as_it_is() -> None:
    assert mend_text("Mend nothing.", Language.SPANISH) == "Mend nothing."
