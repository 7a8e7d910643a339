"""Names are read as people write them, and never agreed on too easily."""

from __future__ import annotations

import pytest

from lawgate.linkage.names import are_nicknames, fold, given_form, names_nobody, suffix_form, surname_form


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("José", "jose"),
        ("O'Brien", "obrien"),
        ("Smith-Jones", "smith jones"),
        ("  Łukasz ", "lukasz"),
        ("", ""),
    ],
)
def test_accents_and_marks_fold_away(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("text", "core", "suffix"),
    [
        ("de la Cruz", ("cruz",), None),
        ("Garcia Lopez", ("garcia", "lopez"), None),
        ("Sample Jr.", ("sample",), "jr"),
        ("Sample III", ("sample",), "iii"),
        ("de la", ("de", "la"), None),
        ("Senior", ("senior",), None),
    ],
)
def test_surname_keeps_the_words_that_name_a_family(
    text: str, core: tuple[str, ...], suffix: str | None
) -> None:
    form = surname_form(text)
    assert (form.core, form.suffix) == (core, suffix)


@pytest.mark.parametrize(
    ("text", "form"), [("Jr", "jr"), ("2nd", "ii"), ("SR.", "sr"), ("Esq", None), (None, None)]
)
def test_suffix_has_one_form(text: str | None, form: str | None) -> None:
    assert suffix_form(text) == form


@pytest.mark.parametrize(
    ("given", "surname"),
    [
        ("UNKNOWN", "UNKNOWN"), ("FNU", "LNU"), ("John", "Doe"), ("JANE", "DOE"), ("TEST", "TEST"),
        ("N/A", "N/A"),
        ("NO NAME", "GIVEN"), ("Baby", "Boy"), ("Doe", "John"), ("FNU", None),
    ],
)  # fmt: skip
def test_placeholder_names_nobody(given: str, surname: str | None) -> None:
    assert names_nobody(given, surname)


@pytest.mark.parametrize(
    ("given", "surname"),
    [("Ana", "Sample"), ("John", "Dole"), ("FNU", "Sample"), ("Ana", None), (None, None)],
)
def test_a_name_is_no_placeholder(given: str | None, surname: str | None) -> None:
    assert not names_nobody(given, surname)


def test_what_somebody_is_does_not_name_him() -> None:
    assert not given_form("Inmate")
    assert given_form("Dr. Ana").joined == "ana"


@pytest.mark.parametrize(("one", "other"), [("bill", "william"), ("elizabeth", "beth")])
def test_nickname_agrees_with_its_formal_name(one: str, other: str) -> None:
    assert are_nicknames(one, other)


@pytest.mark.parametrize(
    ("one", "other"), [("marcia", "marie"), ("minnie", "maria"), ("ana", "ana"), ("ana", "zoe")]
)
def test_two_nicknames_of_a_third_name_may_be_two_people(one: str, other: str) -> None:
    assert not are_nicknames(one, other)
