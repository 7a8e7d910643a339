"""Days and taxable periods are read strictly; what is none is never guessed at."""

from __future__ import annotations

from datetime import date

import pytest

from lawgate.dates import Period, parse_day, read_period
from lawgate.errors import DateError, InputError, LawgateError


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2023-01-31", date(2023, 1, 31)),
        ("2024-02-29", date(2024, 2, 29)),
        ("0001-01-01", date(1, 1, 1)),
        ("9999-12-31", date(9999, 12, 31)),
    ],
)
def test_a_day_is_read(text: str, day: date) -> None:
    assert parse_day(text) == day


@pytest.mark.parametrize(
    "text",
    [
        "", "2023", "2023-02-29", "2023-13-01", "2023-00-10", "2023-01-00", "2023-1-1", "20230101", "01/02/2023",
        " 2023-01-01", "2023-01-01\n", "2023-01-01T00:00:00", "2023-W01-1", "today", "0000-01-01",
        "\u0662\u0660\u0662\u0663-01-01",
    ],
)  # fmt: skip
def test_what_is_no_day_is_refused_with_place_and_mend(text: str) -> None:
    with pytest.raises(DateError) as refused:
        parse_day(text, where="received_on")
    assert isinstance(refused.value, InputError)
    assert refused.value.where == "received_on"
    assert refused.value.mend == "write a day as YYYY-MM-DD"


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2023", date(2023, 1, 1), date(2023, 12, 31)),
        ("2023Q1", date(2023, 1, 1), date(2023, 3, 31)),
        ("2023Q2", date(2023, 4, 1), date(2023, 6, 30)),
        ("2023Q3", date(2023, 7, 1), date(2023, 9, 30)),
        ("2023Q4", date(2023, 10, 1), date(2023, 12, 31)),
        ("2023-01", date(2023, 1, 1), date(2023, 1, 31)),
        ("2023-02", date(2023, 2, 1), date(2023, 2, 28)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023-10", date(2023, 10, 1), date(2023, 10, 31)),
        ("2023-12", date(2023, 12, 1), date(2023, 12, 31)),
        (" 2023 ", date(2023, 1, 1), date(2023, 12, 31)),
        ("9999", date(9999, 1, 1), date(9999, 12, 31)),
        ("0001", date(1, 1, 1), date(1, 12, 31)),
    ],
)
def test_a_period_is_read_with_both_its_days(text: str, first: date, last: date) -> None:
    assert read_period(text) == Period(first, last, text.strip())


@pytest.mark.parametrize(
    "text",
    ["", "0000", "23", "2023Q0", "2023Q5", "2023q1", "2023-Q1", "2023-00", "2023-13", "2023-1", "2023-01-01", "2023/01",
     "2020-2023", "2022, 2023", "all years", "\uff12\uff10\uff12\uff13", "-2023", "20233"],
)  # fmt: skip
def test_what_is_no_period_states_none(text: str) -> None:
    assert read_period(text) is None


def _period(text: str) -> Period:
    period = read_period(text)
    assert period is not None
    return period


@pytest.mark.parametrize(
    ("inner", "outer", "within"),
    [
        ("2023", "2023", True),
        ("2023Q1", "2023", True),
        ("2023-03", "2023Q1", True),
        ("2023-04", "2023Q1", False),
        ("2023", "2023Q1", False),
        ("2023Q4", "2024", False),
        ("2022", "2023", False),
        ("2023Q1", "2023-03", False),
    ],
)
def test_a_period_is_within_another_when_all_its_days_are(inner: str, outer: str, within: bool) -> None:
    assert _period(inner).within(_period(outer)) is within


@pytest.mark.parametrize(
    ("error", "line"),
    [
        (LawgateError("what"), "what"),
        (LawgateError("what", where="place"), "place: what"),
        (LawgateError("what", mend="do this"), "what; do this"),
        (InputError("what", where="place", mend="do this"), "place: what; do this"),
    ],
)
def test_an_error_is_one_line_of_place_fault_and_mend(error: LawgateError, line: str) -> None:
    assert str(error) == error.line() == line
