"""Weights add up to the odds, follow the file's own counts, and never name anybody."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from math import log2

import pytest
from tests.linkage.test_resolve import COUNTS, DAY, HOME, NAMED, RECORD, ask

from lawgate.linkage.compare import compare, read_named
from lawgate.linkage.counts import NameCounts
from lawgate.linkage.level import Level
from lawgate.linkage.person import PersonNamed, Record, Resolution, Status, Weighing
from lawgate.linkage.policy import POLICY
from lawgate.linkage.weights import HOUSEHOLD, M, U, weigh

ELSEWHERE = "9 Pine Rd, Boise ID 83701"


def weights(named: PersonNamed, record: Record = RECORD, counts: NameCounts = COUNTS) -> dict[str, float]:
    return dict(weigh(compare(read_named(named), record, counts, DAY), counts, POLICY).fields)


@pytest.mark.parametrize("field", M)
def test_the_levels_of_one_person_are_shares_of_a_whole(field: str) -> None:
    assert sum(M[field].values()) == pytest.approx(1.0)


def test_a_field_that_one_side_does_not_state_has_no_weight() -> None:
    assert set(weights(NAMED)) == {"given", "surname", "birth", "address"}


def test_the_weight_of_a_name_is_its_share_in_the_file() -> None:
    found = weights(NAMED._replace(address=ELSEWHERE))
    assert found["given"] == pytest.approx(log2(0.90 / (400 / 100_000)))
    assert found["surname"] == pytest.approx(log2(0.90 / (3 / 100_000)))


def test_a_rare_name_weighs_more_than_a_common_one() -> None:
    smith = RECORD._replace(surname="Smith")
    away = NAMED._replace(address=ELSEWHERE)
    assert weights(away)["surname"] > 5 + weights(away._replace(surname="Smith"), smith)["surname"]


def test_in_a_household_a_common_surname_says_next_to_nothing() -> None:
    assert weights(NAMED)["surname"] == pytest.approx(log2(0.90 / HOUSEHOLD["surname"][Level.EXACT]))
    assert weights(NAMED)["surname"] < 1 < weights(NAMED._replace(address=ELSEWHERE))["surname"]


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"given": "Ruth"}, "given"),
        ({"surname": "Smith"}, "surname"),
        ({"date_of_birth": date(2001, 7, 21)}, "birth"),
        ({"tin": "987654321"}, "tin"),
        ({"address": ELSEWHERE}, "address"),
    ],
)
def test_what_differs_speaks_against(changed: dict[str, object], field: str) -> None:
    assert weights(NAMED._replace(**changed))[field] < 0  # type: ignore[arg-type]


def test_what_agrees_in_every_field_speaks_for_it() -> None:
    everything = NAMED._replace(middle="B", tin="123456789")
    assert all(bits > 0 for bits in weights(everything).values())


def test_a_larger_file_begins_further_from_the_person() -> None:
    found = compare(read_named(NAMED), RECORD, COUNTS, DAY)
    small, large = (weigh(found, replace(COUNTS, records=n), POLICY).prior for n in (1_000, 1_000_000))
    assert small - large == pytest.approx(log2(1_000))


def test_a_rival_as_strong_takes_half() -> None:
    alone, shared = Weighing(-10.0, (("given", 30.0),)), Weighing(-10.0, (("given", 30.0),), rival=20.0)
    assert alone.posterior > 0.999
    assert shared.posterior == pytest.approx(0.5, abs=1e-6)


@pytest.mark.parametrize("bits", [-5_000.0, 5_000.0])
def test_no_weight_is_too_large_to_be_a_probability(bits: float) -> None:
    assert 0.0 <= Weighing(0.0, (("tin", bits),)).posterior <= 1.0


def test_every_level_that_a_person_can_show_has_a_chance_for_somebody_else() -> None:
    everywhere = {
        "given": {Level.EXACT, Level.NICKNAME, Level.PART, Level.NEAR},
        "middle": {Level.EXACT},
        "surname": {Level.EXACT, Level.PART, Level.NEAR},
        "birth": {Level.EXACT, Level.NEAR},
        "address": {Level.EXACT, Level.NEAR, Level.BUILDING},
    }
    for field, levels in M.items():
        assert set(levels) == set(U[field]) | everywhere.get(field, set())


def test_a_high_sum_names_nobody_without_a_rule() -> None:
    namesake = Record("T3", "John", "Q", "Smith", date_of_birth=date(1980, 3, 9), addresses=(HOME,))
    found = ask(
        PersonNamed(given="John", middle="Q", surname="Smith", date_of_birth=date(1980, 3, 9)), namesake
    )
    assert found.weighing is not None
    assert found.weighing.posterior > 0.9
    assert found.status is Status.REVIEW
    assert found.probability is None


def test_without_a_calibration_no_probability_reads_above_what_a_file_can_show() -> None:
    found = ask(NAMED._replace(tin="123456789"), RECORD)
    assert found.weighing is not None
    assert found.weighing.posterior > 0.999
    assert found.probability == 0.999


def test_an_organisation_is_weighed_by_its_name_once() -> None:
    firm = Record("E1", entity="Sample Widgets LLC", tin="222334444", addresses=(HOME,))
    named = PersonNamed(entity="Sample Widgets LLC", address="12 Elm St, Springfield IL 62704")
    assert set(weights(named, firm)) == {"surname", "address"}


def test_where_no_record_was_compared_nothing_is_weighed() -> None:
    assert ask(NAMED) == Resolution(
        Status.NONE, evidence=ask(NAMED).evidence, policy=POLICY.version, weighing=None
    )
