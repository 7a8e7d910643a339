"""What the API tells outside: nobody, several, another and a bar are one answer; no name in a log line or a problem."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.api.programs import Program, browser
from tests.api.test_acts import BODIES, WRITES
from tests.service.casework.office import done
from tests.service.casework.test_canary import canaries_of
from tests.web.test_outside import LOOKED_AT, NUMBERED, same_fields, withheld

from lawgate.api.problems import KINDS
from lawgate.service.casework.acts import intake
from lawgate.stores.casework import models
from lawgate.stores.records.custodian import RecordsFolder

VALUE = re.compile(r"'[^']*'|\d+")


def told(answer: Any) -> tuple[int, str, str]:
    """Status, headers and body of an answer without the numbers, and without how often the program asked before."""
    kept = {name: value for name, value in answer.headers.items() if name != "RateLimit"}
    headers = sorted((name, NUMBERED.sub("", value)) for name, value in kept.items())
    return answer.status_code, str(headers), NUMBERED.sub("", answer.content.decode())


def test_the_four_reasons_are_one_answer_before_and_after_the_last_day(justice: Program) -> None:
    office = justice.office
    cases = [withheld(office, number, name) for number, name in LOOKED_AT.items()]
    at_work = office.received("REQ-WORK")
    done(intake.admit(office.desk, at_work, by="clerk"))
    before = {told(justice.get(f"cases/{case}")) for case in (*cases, at_work)}
    assert len(before) == 1, "until the last day it is told like a case that is being worked on"
    assert '"told": "at_work"' in before.pop()[2]
    office.clock.move(days=31)
    after = {told(justice.get(f"cases/{case}")) for case in cases}
    assert len(after) == 1
    assert '"told": "not_disclosed"' in after.pop()[2]
    assert '"told": "at_work"' in told(justice.get(f"cases/{at_work}"))[2], "a control"
    rows = {row["number"]: row["told"] for row in justice.get("cases").json()["cases"]}
    assert {rows[case] for case in cases} == {"not_disclosed"}


def test_what_may_be_asked_for_and_what_is_refused_tell_no_more(justice: Program) -> None:
    cases = [withheld(justice.office, number, name) for number, name in LOOKED_AT.items()]
    for act in WRITES:
        body = justice.office.request("X") if act == "mend" else BODIES.get(act, b"")
        answers = {told(justice.post(f"cases/{case}/{act}", body)) for case in cases}
        assert len(answers) == 1, act
        (status, _, said) = answers.pop()
        assert (status, json.loads(said)["errors"][0]["reason"]) == (409, "not_now"), act


def test_the_same_is_asked_of_the_database_whatever_the_reason(justice: Program) -> None:
    cases = [withheld(justice.office, number, name) for number, name in LOOKED_AT.items()]
    assert justice.get("cases").status_code == 200, "it is known by now that this program asks"
    for days in (0, 31):
        justice.office.clock.move(days=days)
        token = {"Authorization": f"Bearer {justice.token()}"}
        asked = []
        for case in cases:
            with CaptureQueriesContext(connection) as queries:
                assert browser().get(f"/api/v1/cases/{case}", secure=True, headers=token).status_code == 200
            asked.append(tuple(VALUE.sub("?", one["sql"]) for one in queries.captured_queries))
        assert len(asked[0]) > 5
        assert len(set(asked)) == 1


def test_sending_a_request_takes_the_same_steps_whoever_is_on_file(
    justice: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No record is looked at, so the answer cannot tell of one: it is as long, and as much is asked and written."""
    token = {"Authorization": f"Bearer {justice.token()}"}
    looked: list[Any] = []
    monkeypatch.setattr(RecordsFolder, "resolve", lambda *given, **_named: looked.append(given))
    bodies = {
        number: justice.office.request(
            f"REQ-{number}", name=name, subjects=[same_fields(justice.office, name)]
        )
        for number, name in {**LOOKED_AT, "FIRST": "complete-us-attorney"}.items()
    }
    found: dict[str, set[tuple[Any, ...]]] = {"checks": set(), "requests": set()}
    for number, body in reversed(bodies.items()):
        for path, seen in found.items():
            with CaptureQueriesContext(connection) as asked:
                answer = browser().generic(
                    "POST", f"/api/v1/{path}", body, "application/json", secure=True,
                    headers={**token, "Idempotency-Key": f"drawn-for-{number}"},
                )  # fmt: skip
            steps = tuple(VALUE.sub("?", one["sql"]) for one in asked.captured_queries)
            length = len(NUMBERED.sub("", answer.content.decode()))
            if number != "FIRST":  # it is known by now that this program asks
                seen.add((answer.status_code, length, steps))
    assert {path: len(seen) for path, seen in found.items()} == {"checks": 1, "requests": 1}
    assert {status for seen in found.values() for status, _, _ in seen} == {200, 201}
    assert looked == []


def test_no_name_and_no_number_is_in_a_log_line_or_a_problem(
    justice: Program, capfd: pytest.CaptureFixture[str]
) -> None:
    office, canaries = justice.office, [*canaries_of(justice.office), "Zebulon", "900-12-3456"]
    document = json.loads(office.request("REQ-C"))
    subject = document["subjects"][0]
    subject |= {"name": {**subject["name"], "middle": "Zebulon"}, "tin": "900-12-3456"}
    wrong: list[Any] = [
        {**document, "items": ["900-12-3456"]},
        {**document, "received_on": "Zebulon"},
        {**document, "provision": "900-12-3456"},
        {**document, "requester": {**document["requester"], "level": "Zebulon"}},
        {**document, "subjects": [{**subject, "facts": {"apprisal.circumstances": "Zebulon"}}]},
        {**document, "subjects": [{**subject, "recipients": ["Zebulon"]}]},
        {**document, "subjects": [{**subject, "date_of_birth": 9001234567, "ref": "Zebulon"}] * 2},
        {**document, "subjects": "Zebulon.csv"},
        {**document, "court_order": {"recitals": ["900-12-3456"], "judge_kind": "Zebulon"}},
        b'{"Zebulon": 1, "Zebulon": 2}',
        b'{"id": Zebulon 900-12-3456}',
    ]
    for body in wrong:
        for path in ("checks", "requests"):
            answer = justice.post(path, body)
            assert answer.status_code == 422, (path, answer.content)
            assert not [one for one in canaries if one in answer.content.decode()], answer.content
            assert all(one["pointer"].startswith("#") for one in answer.json()["errors"])
    case = justice.post("requests", {**document, "subjects": [subject]}).json()["cases"][0]
    for answer in (
        justice.get(f"cases/{case}"), justice.get("cases"), justice.post(f"cases/{case}/fetch"),
        justice.post("requests", {**document, "id": "REQ-C", "subjects": [{**subject, "ref": "2"}]}),
        justice.get("cases/Zebulon"), justice.get("cases?limit=Zebulon"), justice.get("cases?Zebulon=1"),
        justice.post(f"cases/{case}/withdraw", key="Zebulon 900-12-3456"),
    ):  # fmt: skip
        assert not [one for one in canaries if one in answer.content.decode()], answer.content
    justice.sign_in(justice.assertion(sub="Zebulon", iss="Zebulon"))
    said = "".join(capfd.readouterr())
    assert "refused" in said, "a control: lines were written"
    assert not [one for one in canaries if one in said]
    kept = json.dumps([[one.key, one.asked, one.answer] for one in models.Answered.objects.all()])
    assert case in kept, "a control"
    assert not [one for one in canaries if one in kept]


@pytest.mark.parametrize("name", KINDS)
def test_each_kind_of_problem_stands_at_its_own_address(name: str) -> None:
    answer = browser().get(f"/api/v1/problems/{name}", secure=True)
    assert answer.status_code == 200
    assert answer.json()["type"] == f"/api/v1/problems/{name}"


def test_a_problem_is_told_for_whatever_is_no_request_here(justice: Program) -> None:
    held = {"Authorization": f"Bearer {justice.token()}", "Idempotency-Key": "drawn-for-this"}

    def asked(method: str, path: str, body: bytes = b"", kind: str = "application/json", **more: str) -> Any:
        return browser().generic(method, path, body, kind, secure=True, headers={**held, **more})

    found = {
        "not-here": asked("GET", "/api/v1/nothing"),
        "method": asked("DELETE", "/api/v1/cases"),
        "media-type": asked("POST", "/api/v1/requests", b"x", "text/plain"),
        "too-large": asked("POST", "/api/v1/requests", b" " * (5 * 1024 * 1024 + 1)),
        "not-addressed": asked("GET", "/api/v1/cases", Host="other.example"),
        "unreadable": asked("POST", "/api/v1/requests", b"\xff"),
    }
    for name, answer in found.items():
        assert answer.json()["type"] == f"/api/v1/problems/{name}", answer.content
        assert answer.headers["Content-Type"] == "application/problem+json"
        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.status_code == KINDS[name].status == answer.json()["status"]
    assert found["method"].headers["Allow"] == "GET"
    for path in ("/api", "/api/", "/api/v2/cases", "/api/v1"):
        assert asked("GET", path).json()["type"] == "/api/v1/problems/not-here", path
