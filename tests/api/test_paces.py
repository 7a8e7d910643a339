"""How often a program may ask, and an address before it is known who asks: counted first, told alike, kept nameless."""

from __future__ import annotations

import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any

import pytest
from tests.api.programs import Program, browser
from tests.service.casework.office import Office

from lawgate.service.casework.background import jobs
from lawgate.service.paces import By, ask, forget_asking
from lawgate.stores import database
from lawgate.stores.casework import models

TOO_OFTEN = "/api/v1/problems/too-often"


def limited(office: Office, **most: int) -> None:
    """The office lets so much be asked."""
    office.desk = replace(office.desk, limits=replace(office.desk.limits, **most))
    from lawgate.service.casework.deployment import deployed  # noqa: PLC0415

    deployed.desk.cache_clear()


@pytest.fixture
def holder(justice: Program) -> Callable[..., Any]:
    """The program with one access token, under which it asks."""
    held = {"Authorization": f"Bearer {justice.token()}"}

    def asks(path: str = "cases") -> Any:
        return browser().get(f"/api/v1/{path}", secure=True, headers=held)

    return asks


def test_a_program_is_told_what_is_left_and_when_it_may_ask_again(
    justice: Program, holder: Callable[..., Any]
) -> None:
    limited(justice.office, program_asks_max=3)
    told = [holder() for _ in range(5)]
    assert [one.status_code for one in told] == [200, 200, 200, 429, 429]
    assert [one.headers["RateLimit"] for one in told[:4]] == [
        '"program";r=2;t=20', '"program";r=1;t=40', '"program";r=0;t=60', '"program";r=0;t=20',
    ]  # fmt: skip
    assert {one.headers["RateLimit-Policy"] for one in told} == {'"program";q=3;w=60'}
    refused = told[3]
    assert refused.headers["Retry-After"] == "20"
    assert "Retry-After" not in told[0].headers
    assert refused.headers["Content-Type"] == "application/problem+json"
    assert refused.headers["Cache-Control"] == "no-store"
    assert (refused.json()["type"], refused.json()["status"]) == (TOO_OFTEN, 429)
    justice.office.clock.move(seconds=19)
    assert holder().status_code == 429
    justice.office.clock.move(seconds=1)
    assert [holder().status_code for _ in range(2)] == [200, 429]


def test_what_one_program_asks_counts_for_no_other_and_another_key_gives_no_more(
    justice: Program, customs: Program
) -> None:
    limited(justice.office, program_asks_max=2)
    assert [justice.get("cases").status_code for _ in range(3)] == [200, 200, 429]
    other = Program(justice.office, justice.login)
    other.register_key(other.key)
    assert other.get("cases").status_code == 429
    assert customs.get("cases").status_code == 200


def test_what_is_refused_was_not_done_and_its_key_is_free(justice: Program) -> None:
    limited(justice.office, program_asks_max=1)
    assert justice.get("cases").status_code == 200
    body, key = justice.office.request("REQ-OFTEN"), "drawn-for-the-request"
    assert justice.post("requests", body, key=key).status_code == 429
    assert not models.Case.objects.exists()
    justice.office.clock.move(minutes=1)
    assert justice.post("requests", body, key=key).status_code == 201


def test_the_answer_is_the_same_whatever_is_asked_about(justice: Program, holder: Callable[..., Any]) -> None:
    case = justice.sends()
    limited(justice.office, program_asks_max=1)
    holder()
    places = (f"cases/{case}", "cases/C2026-999999-1", "cases?limit=7", "cases?limit=wrong")
    answers = {(one.content, str(sorted(one.headers.items()))) for one in map(holder, places)}
    assert len(answers) == 1
    assert b"too-often" in answers.pop()[0]


def test_an_address_asks_so_often_for_tokens_and_under_none_that_counts(
    justice: Program, customs: Program
) -> None:
    limited(justice.office, address_asks_max=4)
    assert justice.sign_in().status_code == 200
    assert justice.sign_in(justice.assertion(sub="nobody", iss="nobody")).status_code == 401
    wrong = browser().get("/api/v1/cases", secure=True, headers={"Authorization": "Bearer x"})
    assert (wrong.status_code, wrong.headers["RateLimit"]) == (401, '"address";r=1;t=45')
    assert browser().get("/api/v1/cases", secure=True).status_code == 401
    refused = {
        justice.sign_in().content,
        customs.sign_in(customs.assertion(sub="nobody", iss="nobody")).content,
        browser().get("/api/v1/cases", secure=True).content,
    }
    assert len(refused) == 1, "a program that is registered is refused as one that is not"
    elsewhere = browser(REMOTE_ADDR="203.0.113.9").get("/api/v1/cases", secure=True)
    assert elsewhere.status_code == 401, "another address"
    assert browser().get("/api/v1/openapi.json", secure=True).status_code == 200, "looks nothing up"


def test_whoever_has_a_token_is_not_kept_out_by_others_at_his_address(
    justice: Program, holder: Callable[..., Any]
) -> None:
    justice.office.clock.move(minutes=1)
    limited(justice.office, address_asks_max=1)
    assert [browser().get("/api/v1/cases", secure=True).status_code for _ in range(2)] == [401, 429]
    assert holder().status_code == 200


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("2001:db8:0:1::1", "2001:db8:0:1:ffff::2", True),
        ("2001:db8:0:1::1", "2001:db8:0:2::1", False),
        ("192.0.2.1", "192.0.2.2", False),
        ("192.0.2.1", "::ffff:192.0.2.1", True),
        ("", "", True),
    ],
)
def test_an_address_of_ipv6_is_its_network(inside: Office, one: str, other: str, same: bool) -> None:
    limited(inside, address_asks_max=1)
    assert ask(inside.desk, By.ADDRESS, one).is_let
    assert ask(inside.desk, By.ADDRESS, other).is_let is not same


def test_many_at_once_are_let_no_more_than_one_by_one(either: Office) -> None:
    limited(either, program_asks_max=10)

    def asks(_: int) -> bool:
        try:
            return ask(either.desk, By.PROGRAM, "doj-system").is_let
        finally:
            database.close()

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(asks, range(40))) == 10


def test_nothing_that_is_kept_or_logged_tells_who_asked(
    justice: Program, capfd: pytest.CaptureFixture[str]
) -> None:
    limited(justice.office, address_asks_max=1)
    asked = browser(REMOTE_ADDR="203.0.113.77")
    assert [asked.get("/api/v1/cases", secure=True).status_code for _ in range(2)] == [401, 429]
    said = "".join(capfd.readouterr())
    assert "too_often" in said, "a control: a line was written"
    assert "203.0.113" not in said
    kept = [one.digest for one in models.Paced.objects.all()]
    assert kept
    assert all(re.fullmatch("[0-9a-f]{64}", one) for one in kept)


def test_what_has_grown_back_is_forgotten(justice: Program) -> None:
    justice.get("cases")
    assert forget_asking(justice.office.desk) == 0
    justice.office.clock.move(minutes=2)
    assert forget_asking(justice.office.desk) == 2
    assert not models.Paced.objects.exists()


def test_the_job_that_clears_forgets_it_too(justice: Program) -> None:
    justice.get("cases")
    justice.office.clock.move(minutes=2)
    jobs.clear.func("today")
    assert not models.Paced.objects.exists()
