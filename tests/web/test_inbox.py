"""Ten thousand cases: a page of them costs so many queries and no more, however many there are.

How long it takes is measured by bench.web.pages; no test turns on how quick the machine is.
"""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.service.casework.office import Office
from tests.web.inside import client_of

from lawgate.casework.words import State
from lawgate.present.spreadsheet import inert
from lawgate.stores.casework import models

CASES = 10_000


@pytest.fixture
def full(inside: Office) -> Office:
    """An office with ten thousand cases."""
    fill(inside)
    return inside


def fill(office: Office) -> None:
    """Ten thousand cases, in every state and on every day of a year.

    No case comes about like this: the guards of the database are taken away from this copy first.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        for (name,) in cursor.fetchall():
            cursor.execute(f'DROP TRIGGER "{name}"')
    submission = models.Submission.objects.create(
        agency="us.doj", request="BULK", version=1, digest="0" * 64, body=None, received_at=office.clock()
    )
    states, first = [one.value for one in State], date(2025, 3, 1)
    models.Case.objects.bulk_create(
        [
            models.Case(
                defects=[],
                number=f"C2025-{number:06}-1",
                submission=submission,
                ref=str(number),
                agency="us.doj.fbi" if number % 7 == 0 else "us.doj",
                request="BULK",
                provision="/us/usc/t26/s6103/i/2",
                state=states[number % len(states)],
                sequence=1,
                begun_on=(day := first + timedelta(days=number % 365)),
                waiting_since=day,
                days=30,
                due_on=day + timedelta(days=30),
            )
            for number in range(CASES)
        ],
        batch_size=500,
    )


def queries(place: str, who: str = "auditor") -> int:
    client = client_of(who)
    client.get(place)
    with CaptureQueriesContext(connection) as made:
        assert client.get(place).status_code == 200
    return len(made)


def test_a_page_of_ten_thousand_costs_no_more_queries_than_one_of_none(full: Office) -> None:
    many = queries("/cases?view=all")
    assert many == queries("/cases?view=all&words=nothing-of-this-name") + 0
    assert many == queries("/cases?view=all&page=150") <= 20
    assert queries("/cases?view=all&words=C2025-0098") <= 20
    assert queries("/cases?view=work", "preparer") <= 20
    assert queries("/agency", "agent") <= 20


def test_search_filter_pages_and_file_hold_what_they_say(full: Office) -> None:
    client = client_of("auditor")
    assert b"10000 cases, 1\xe2\x80\x9350" in client.get("/cases?view=all").content
    assert b"1 case" in client.get("/cases?view=all&words=C2025-004321").content
    assert b"1429 cases" in client.get("/cases?view=all&agency=us.doj.fbi").content
    last = client.get("/cases?view=all&page=200").content.decode()
    assert "Page 200 of 200" in last
    assert 'rel="next"' not in last
    file = client.get("/cases.csv?view=returned").content.decode().splitlines()
    assert len(file) == 625 + 1
    assert file[0].startswith('"number","request","ref"')
    assert all(',"returned",' in line for line in file[1:])


def test_every_row_tells_when_it_is_due(full: Office) -> None:
    page = client_of("auditor").get("/cases?view=in_review").content.decode()
    assert page.count('data-label="Due"') == 50
    assert page.count("late</span>") == 50, "they began more than thirty days ago"


def test_several_cases_are_given_to_a_colleague_at_once(full: Office) -> None:
    numbers = ["C2025-000001-1", "C2025-000002-1"]
    together = {"number": numbers, "what": "assign"}
    client_of("clerk").post("/cases/together", {**together, "to": "preparer"})
    assert models.Case.objects.filter(assigned_to="preparer").count() == 2
    assert b"2 cases" in client_of("preparer").get("/cases?view=mine").content
    told = client_of("clerk").post("/cases/together", {**together, "to": "agent"}).content.decode()
    assert "Done: 0. Refused: 2." in told
    assert told.count("a case is given to an officer who may look at it") == 2
    assert models.Case.objects.filter(assigned_to="agent").count() == 0, "no case is given to an agency"


def test_a_cell_that_a_spreadsheet_would_run_is_text() -> None:
    assert [inert(text) for text in ("=cmd()", "+1", "-1", "@x", "REQ-1")] == [
        "'=cmd()",
        "'+1",
        "'-1",
        "'@x",
        "REQ-1",
    ]
