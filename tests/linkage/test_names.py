"""Names are read as people write them, and never agreed on too easily."""

from __future__ import annotations

import pytest

from lawgate.linkage.compare import compare_entities, compare_givens, compare_surnames
from lawgate.linkage.level import Level
from lawgate.linkage.names import (
    are_nicknames,
    entity_form,
    fold,
    given_form,
    names_nobody,
    states_a_name,
    suffix_form,
    surname_form,
)

EXACT, PART, NEAR, NICKNAME, INITIAL, CONFLICT = (
    Level.EXACT, Level.PART, Level.NEAR, Level.NICKNAME, Level.INITIAL, Level.CONFLICT,
)  # fmt: skip


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
        ("Sample Jr MD", ("sample",), "jr"),
        ("Sample, Ph.D.", ("sample",), None),
        ("Sample the Third", ("sample",), "iii"),
        ("Sample V", ("sample", "v"), None),
        ("Second", ("second",), None),
        ("St. John", ("saint", "john"), None),
        ("Mc Donald", ("mcdonald",), None),
    ],
)
def test_surname_keeps_the_words_that_name_a_family(
    text: str, core: tuple[str, ...], suffix: str | None
) -> None:
    form = surname_form(text)
    assert (form.core, form.suffix) == (core, suffix)


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Jr", "jr"),
        ("2nd", "ii"),
        ("SR.", "sr"),
        ("the 3rd", "iii"),
        ("Third", "iii"),
        ("I", "i"),
        ("VI", "vi"),
        ("Esq", None),
        ("MD", None),
        ("IIII", None),
        (None, None),
    ],
)
def test_suffix_has_one_form(text: str | None, form: str | None) -> None:
    assert suffix_form(text) == form


@pytest.mark.parametrize(
    ("given", "surname"),
    [
        ("UNKNOWN", "UNKNOWN"), ("FNU", "LNU"), ("John", "Doe"), ("JANE", "DOE"), ("TEST", "TEST"),
        ("N/A", "N/A"),
        ("NO NAME", "GIVEN"), ("Baby", "Boy"), ("Doe", "John"), ("FNU", None), ("no", "last name"),
        ("No Last Name", "No Last Name"), ("JOHN", "DOE #2"), ("Jane", "Doe 1"), ("Doe", "Doe"), ("Baby Girl", "Doe"),
        ("Name", "Withheld"), ("Unidentified", "Person"), ("Sin Nombre", "Sin Apellido"), ("NN", "NN"), ("X", "X"),
        ("Test", "User"), ("0", "0"), ("n.a.", "(none)"), ("fnu", "(lnu)"), ("NFN", "NLN"),
        ("John Doe", None), (None, "John Doe"), ("JOHN DOE 1", None), ("Jane Doe", "#3"), ("John Doe", "John Doe"),
        ("Fulano", "de Tal"), ("Sin", "Nombre"), ("XXXXX", "XX"), ("Asdf", "Qwerty"), ("Unborn", "Child"),
    ],
)  # fmt: skip
def test_placeholder_names_nobody(given: str, surname: str | None) -> None:
    assert names_nobody(given, surname)


@pytest.mark.parametrize(
    ("given", "surname"),
    [
        ("Ana", "Sample"),
        ("John", "Dole"),
        ("FNU", "Sample"),
        ("Ana", None),
        (None, None),
        ("NMN", "Sample"),
        ("Ana", "Doe"),
        ("J", "Doe"),
        ("Ana", "Test"),
        ("Ana", "Null"),
        ("Baby Boy", "Sample"),
        ("Jin", "No"),
        ("Ana", "Person"),
        ("Ana", "no last name"),
        ("Juan", "Perez"),
        ("Jon", "Do"),
        ("John", "Doe-Sample"),
        ("FNU", "See"),
        ("Ana Doe", "Sample"),
        ("X", "Sample"),
        ("?", "---"),
    ],
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


@pytest.mark.parametrize(
    ("given", "surname", "told"),
    [("Ana", "Sample", True), ("Ana", None, True), ("UNKNOWN", "Sample", True), ("Name", "Unknown", False),
     ("?", "?", False), (None, None, False), ("John", "Doe 3", False)],
)  # fmt: skip
def test_a_name_is_stated_where_some_word_of_it_is_one(
    given: str | None, surname: str | None, told: bool
) -> None:
    assert states_a_name(given, surname) is told


@pytest.mark.parametrize("title", ["Dr.", "Mrs.", "Mx", "Sgt.", "Fr.", "Rabbi", "Sra.", "Hon."])
def test_a_title_before_a_given_name_is_none(title: str) -> None:
    assert given_form(f"{title} Ana").words == ("ana",)


SURNAMES = [
    ("O'Brien", "O Brien", EXACT), ("O’Brien", "OBrien", EXACT), ("O Brien", "Brien", NEAR),
    ("Mc Donald", "McDonald", EXACT), ("Mc Donald", "Donald", CONFLICT), ("Mac Donald", "Donald", CONFLICT),
    ("McDonald", "MacDonald", NEAR), ("St. John", "Saint John", EXACT), ("St. John", "John", PART),
    ("San Juan", "Juan", PART), ("D'Angelo", "D Angelo", EXACT), ("Núñez", "Nunez", EXACT),
    ("Müller", "Muller", EXACT), ("Müller", "Mueller", NEAR), ("Nguyễn", "Nguyen", EXACT),
    ("De La Cruz", "Delacruz", EXACT), ("de la Cruz", "Cruz", EXACT), ("Al-Hassan", "El Hassan", EXACT),
    ("Garcia y Lopez", "Garcia-Lopez", EXACT), ("Garcia Lopez", "Garcia", PART), ("Garcia Lopez", "Lopez", PART),
    ("Garcia Lopez", "Lopez Garcia", PART), ("Garcia L.", "Garcia Lopez", PART), ("Lopez de Garcia", "Lopez", PART),
    ("Smith nee Jones", "Jones", PART), ("Smith-Jones", "Jones", PART), ("Garcia Lopes", "Garcia Lopez", PART),
    # Two people who look alike.
    ("Garcia Lopez", "Garcia Perez", CONFLICT), ("Garcia Lopez", "Perez Lopez", CONFLICT),
    ("Garcia L.", "Garcia Perez", CONFLICT), ("Smith Jones", "Smith Brown", CONFLICT),
    ("De la Torre", "De la Rosa", CONFLICT), ("Van Dyke", "Van Pelt", CONFLICT), ("Lee", "Li", CONFLICT),
    ("FitzGerald", "Gerald", CONFLICT), ("De Leon", "Leone", CONFLICT), ("Santa Maria", "Maria", PART),
    ("García Márquez de Lopez", "Garcia Marquez", PART), ("Ramirez Vda de Lopez", "Ramirez", PART),
    ("Ng", "Ngo", CONFLICT), ("Hassan", "Hussein", CONFLICT),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "level"), SURNAMES)
def test_surnames_agree_as_far_as_they_name_one_family(one: str, other: str, level: Level) -> None:
    assert compare_surnames(surname_form(one), surname_form(other)) is level
    assert compare_surnames(surname_form(other), surname_form(one)) is level


GIVENS = [
    ("José", "JOSE", EXACT), ("Mary Ann", "Maryann", EXACT), ("Mary-Ann", "Mary", PART), ("John R", "John", PART),
    ("J.", "John", INITIAL), ("Bill", "William", NICKNAME), ("Peggy", "Margaret", NICKNAME),
    ("Pepe", "José", NICKNAME), ("Lupe", "Guadalupe", NICKNAME), ("Beto", "Roberto", NICKNAME),
    ("Wm.", "William", NICKNAME), ("Ma. Elena", "María Elena", NICKNAME), ("Sergey", "Sergei", NEAR),
    # Two people who look alike.
    ("Maria Elena", "Maria Luisa", CONFLICT), ("Ma. Elena", "Maria Luisa", CONFLICT), ("Bob", "Bill", CONFLICT),
    ("Jose", "Joseph", CONFLICT), ("Juan", "John", CONFLICT), ("Pepe", "Paco", CONFLICT), ("Beto", "Berta", CONFLICT),
    ("A.J.", "Andrew", INITIAL), ("A. J.", "Andrew James", INITIAL), ("Ana (Anita)", "Ana", EXACT),
    ('"Skip" John', "John", EXACT),
    ("Mª Elena", "María Elena", NICKNAME), ("J. Ramón", "José Ramón", INITIAL),
    # Brother and sister.
    ("Julio", "Julia", CONFLICT), ("Paul", "Paula", CONFLICT), ("Erica", "Eric", CONFLICT),
    ("Mario", "Maria", CONFLICT),
    ("J.", "Mary", CONFLICT), ("Xi", "Xu", CONFLICT), ("A.J.", "Berta", CONFLICT),
    ('"Skip" John', "Paul", CONFLICT), ("Mary Ann", "Ann", CONFLICT), ("John R", "John T", CONFLICT),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "level"), GIVENS)
def test_given_names_agree_as_far_as_they_call_one_person(one: str, other: str, level: Level) -> None:
    assert compare_givens(given_form(one), given_form(other)) is level
    assert compare_givens(given_form(other), given_form(one)) is level


ENTITIES = [
    ("Sample LLC", "Sample, L.L.C.", EXACT), ("Sample Inc", "Sample Incorporated", EXACT),
    ("The Sample Co.", "Sample Company", EXACT), ("Sample & Sons", "Sample and Sons", EXACT),
    ("Estate of Ana Sample", "Ana Sample Estate", EXACT), ("Ana Sample DBA Best Pizza", "Ana Sample", EXACT),
    ("Sample Inc", "Sample LLC", PART), ("Sample Plumbing Inc", "Sample Plumbing", PART),
    ("Sample Widgets LLC", "Sample Wigdets LLC", NEAR), ("Sample LLC", "Sample Limited Liability Company", EXACT),
    ("First Sample Bank", "1st Sample Bank", EXACT), ("Sample Bros.", "Sample Brothers", EXACT),
    ("St. Ana Church", "Saint Ana Church", EXACT), ("Sample Inc d/b/a Best Pizza", "Sample Inc", EXACT),
    ("Sample Inc c/o A Bank", "Sample Inc", EXACT), ("Sample/Other LLC", "Sample Other LLC", EXACT),
    # Two entities that look alike.
    ("Sample Trust", "Estate of Sample", CONFLICT), ("Sample Foundation", "Sample Church", CONFLICT),
    ("Sample Holdings LLC", "Sample Enterprises LLC", CONFLICT),
    ("Sample Capital Fund I", "Sample Capital Fund II", CONFLICT),
    ("Sample Properties 1 LLC", "Sample Properties 2 LLC", CONFLICT), ("ABC Inc", "ABD Inc", CONFLICT),
    ("Sample DBA Best Pizza", "Best Pizza", CONFLICT), ("LLC", "Inc", CONFLICT),
    ("Ana Sample Trust", "Ana Sample", CONFLICT), ("Sample East LLC", "Sample West LLC", CONFLICT),
    ("Sample North Bank", "Sample South Bank", CONFLICT), ("Sample Bank", "First Sample Bank", CONFLICT),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "level"), ENTITIES)
def test_entities_agree_where_only_the_spelling_or_the_legal_form_differs(
    one: str, other: str, level: Level
) -> None:
    assert compare_entities(entity_form(one), entity_form(other)) is level
    assert compare_entities(entity_form(other), entity_form(one)) is level
