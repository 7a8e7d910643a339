"""Exactly one acceptable record and no plausible rival, or nobody is named."""

from __future__ import annotations

from datetime import date

import pytest

from lawgate.linkage.counts import NameCounts
from lawgate.linkage.person import Agreement, HeldAddress, PersonNamed, Record, Resolution, Status
from lawgate.linkage.policy import POLICY
from lawgate.linkage.resolve import resolve

DAY = date(2025, 6, 2)
COUNTS = NameCounts(
    100_000,
    {"ana": 400, "maria": 900, "marie": 300, "john": 2_000, "joan": 300},
    {"sample": 3, "smith": 1_000},
)
HOME = HeldAddress(
    street_number="12",
    street_name="Elm St",
    city="Springfield",
    state="IL",
    zipcode="62704",
    held_from=date(2022, 1, 1),
)
BEFORE = HeldAddress(
    street_number="7", street_name="Oak Ave", city="Denver", state="CO", zipcode="80203",
    held_from=date(2018, 1, 1), held_to=date(2021, 12, 31),
)  # fmt: skip
RECORD = Record("T1", "Ana", "B", "Sample", None, None, "123456789", date(1980, 3, 9), (BEFORE, HOME))
NAMED = PersonNamed(
    given="Ana", surname="Sample", address="12 Elm St, Springfield IL 62704", date_of_birth=date(1980, 3, 9)
)


def ask(named: PersonNamed, *records: Record) -> Resolution:
    return resolve(named, records, counts=COUNTS, policy=POLICY, day=DAY)


def test_name_birth_date_and_address_name_one_person() -> None:
    found = ask(NAMED, RECORD)
    assert (found.status, found.taxpayer_id, found.agreement) == (Status.ONE, "T1", Agreement.CURRENT)
    assert (found.policy, found.rule) == (POLICY.version, "name-birth-address")


def test_an_earlier_address_is_evidence_and_is_called_earlier() -> None:
    found = ask(NAMED._replace(address="7 Oak Ave, Denver CO 80203"), RECORD)
    assert (found.status, found.agreement) == (Status.ONE, Agreement.EARLIER)


@pytest.mark.parametrize(
    "named",
    [
        NAMED._replace(date_of_birth=date(2001, 7, 21)),
        NAMED._replace(given="Ruth"),
        NAMED._replace(tin="987654321"),
        NAMED._replace(given="Ruth", surname="Smith"),
        NAMED._replace(date_of_birth=None, address="Springfield IL"),
        NAMED._replace(date_of_birth=None, address=None),
        NAMED._replace(given=None),
        NAMED._replace(given="UNKNOWN", surname="UNKNOWN"),
        NAMED._replace(given="J", surname="S", date_of_birth=None),
        PersonNamed(),
    ],
)
def test_what_contradicts_or_says_too_little_names_nobody(named: PersonNamed) -> None:
    assert ask(named, RECORD).status is not Status.ONE


def test_one_letter_apart_but_both_names_in_use_are_two_people() -> None:
    maria = RECORD._replace(given="Maria", middle=None)
    found = ask(NAMED._replace(given="Marie"), maria)
    assert found.status is not Status.ONE
    assert any(e.level == "known names" for e in found.evidence)


def test_a_slip_of_the_pen_is_no_other_name() -> None:
    assert ask(NAMED._replace(given="Mraia"), RECORD._replace(given="Maria")).status is Status.ONE


def test_father_and_son_without_birth_date_or_suffix_are_several() -> None:
    father = RECORD._replace(taxpayer_id="T2", tin="111223333", date_of_birth=date(1955, 1, 2))
    found = ask(NAMED._replace(date_of_birth=None), RECORD, father)
    assert found.status is Status.SEVERAL
    assert found.taxpayer_id is None


def test_the_birth_date_tells_father_from_son() -> None:
    father = RECORD._replace(taxpayer_id="T2", tin="111223333", date_of_birth=date(1955, 1, 2))
    found = ask(NAMED, father, RECORD)
    assert (found.status, found.taxpayer_id) == (Status.ONE, "T1")
    assert found.runner_up is not None
    assert found.runner_up.lost_on == ("birth",)


def test_an_absent_twin_is_not_found_in_the_other() -> None:
    assert ask(NAMED._replace(given="Joan"), RECORD._replace(given="John")).status is not Status.ONE


def test_a_number_of_somebody_else_holds_the_match_back() -> None:
    other = Record("T2", "Ruth", None, "Smith", tin="111223333")
    assert ask(NAMED._replace(tin="111223333"), RECORD, other).status is not Status.ONE


def test_a_slip_in_the_number_is_forgiven_unless_it_is_anothers() -> None:
    named = NAMED._replace(tin="123456798")
    assert ask(named, RECORD).status is Status.ONE
    assert ask(named, RECORD, Record("T2", "Ruth", None, "Smith", tin="123456798")).status is Status.REVIEW


def test_a_record_that_lost_its_surname_is_a_rival_at_the_same_address() -> None:
    rival = RECORD._replace(taxpayer_id="T2", surname="Unknown", date_of_birth=None, tin=None)
    assert ask(NAMED._replace(date_of_birth=None), RECORD, rival).status is Status.SEVERAL


def test_name_and_birth_date_of_a_common_name_are_not_identity() -> None:
    john = Record("T3", "John", "Q", "Smith", date_of_birth=date(1980, 3, 9), addresses=(HOME,))
    named = PersonNamed(given="John", middle="Q", surname="Smith", date_of_birth=date(1980, 3, 9))
    found = ask(named, john)
    assert found.status is Status.REVIEW
    assert "address" in found.settles
    assert "tin" in found.settles


def test_the_order_of_candidates_changes_nothing() -> None:
    others = [
        RECORD._replace(taxpayer_id=f"T{n}", date_of_birth=date(1950 + n, 5, 5), tin=None)
        for n in range(2, 6)
    ]
    assert ask(NAMED, RECORD, *others) == ask(NAMED, *reversed(others), RECORD)


def test_evidence_holds_no_personal_datum() -> None:
    told = repr((ask(NAMED, RECORD).evidence, ask(NAMED._replace(given="Ruth"), RECORD).evidence)).lower()
    assert not any(
        datum in told for datum in ("ana", "sample", "elm", "62704", "1980", "123456789", "springfield")
    )


def test_an_entity_is_found_by_name_and_address_never_as_a_person() -> None:
    firm = Record("E1", entity="Sample Widgets LLC", tin="222334444", addresses=(HOME,))
    named = PersonNamed(entity="Sample Widgets, L.L.C.", address="12 Elm St, Springfield IL 62704")
    assert ask(named, firm).status is Status.ONE
    assert ask(named, RECORD).status is not Status.ONE
    assert ask(NAMED, firm).status is not Status.ONE


def test_a_housemate_whose_name_agrees_better_holds_the_match_back() -> None:
    child = RECORD._replace(given="Pate", date_of_birth=date(2010, 12, 8))
    parent = RECORD._replace(taxpayer_id="T2", given="Patrick", tin=None, date_of_birth=date(1969, 6, 21))
    named = NAMED._replace(given="Pat", date_of_birth=date(2010, 12, 8))
    assert ask(named, child).status is Status.ONE
    assert ask(named, child, parent).status is Status.REVIEW
