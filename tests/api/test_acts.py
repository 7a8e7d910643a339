"""Each act of the API with its near misses: what happens, what is told, and what another agency sees of it."""

from __future__ import annotations

import io
import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any, get_args

import polars as pl
import pytest
from django.test import Client
from tests.api.programs import Program, browser
from tests.service.casework.office import Office, done, seal_in_earnest

from lawgate.casework.outside import ASKED_OF, Told
from lawgate.casework.words import State
from lawgate.service.api.once import forget_answered
from lawgate.service.casework.acts import delivery, intake
from lawgate.service.casework.deployment import deployed
from lawgate.stores import database
from lawgate.stores.casework import models
from lawgate.stores.casework.read import submission_of
from lawgate.stores.postgresql import UnconfirmedWriteError

NOT_HERE = {
    "type": "/api/v1/problems/not-here", "title": "There is nothing here for you", "status": 404,
    "detail": "Check the address and the number.",
}  # fmt: skip
WRITES = ("mend", "withdraw", "fetch", "confirm", "attest", "destroy", "report_incident")
BODIES: dict[str, Any] = {
    "confirm": {"payload": "e30=", "payloadType": "t", "signatures": []},
    "attest": {"statement": "It is set apart."},
    "destroy": {"statement": "It was destroyed."},
    "report_incident": {"reason": "It went to another address."},
}
SIGNED = {"payload": "e30=", "payloadType": "t", "signatures": [{"keyid": "k", "sig": "s"}]}


def returned(program: Program, number: str = "REQ-RET") -> str:
    """A case of the program that was returned."""
    case = program.sends(number, reasons=None)
    done(intake.admit(program.office.desk, case, by="clerk"))
    return case


def ready(program: Program, number: str = "REQ-READY") -> str:
    """A case of the program's agency whose package waits."""
    return program.office.delivered(number)


def test_a_request_is_taken_in_and_told_of(either: Office) -> None:
    program = Program.registered(either, "doj-system", "us.doj")
    body = either.request("REQ-API")
    answer = program.post("requests", body)
    assert answer.status_code == 201
    told = answer.json()
    assert told["request"] == "REQ-API"
    case = told["cases"][0]
    assert submission_of(case)[0] == body, "letter for letter"
    assert program.get(f"cases/{case}").json() == {
        "number": case, "request": "REQ-API", "ref": "1", "told": "received", "defects": [], "acts": ["withdraw"],
    }  # fmt: skip
    entry = models.Entry.objects.get(case_number=case)
    assert (entry.actor, entry.act, entry.account["agency"]) == ("doj-system", "receive", "us.doj")


def test_persons_of_a_table_are_cases_each(justice: Program) -> None:
    rows = pl.DataFrame([{"ref": "a", "surname": "Sample"}, {"ref": "b", "surname": "Sample"}]).write_csv()
    parts = {
        "request": io.BytesIO(justice.office.request("REQ-T", subjects="t.csv")),
        "table": io.BytesIO(rows.encode()),
    }

    def posted(path: str, files: dict[str, io.BytesIO]) -> Any:
        headers = {"Authorization": f"Bearer {justice.token()}", "Idempotency-Key": "of-the-table"}
        for name, file in files.items():
            file.seek(0)
            file.name = name
        return browser().post(f"/api/v1/{path}", files, secure=True, headers=headers)

    checked = posted("checks", parts).json()
    assert [one["ref"] for one in checked["subjects"]] == ["a", "b"]
    assert checked["subjects"][1]["defects"][0]["pointer"].startswith("/subjects/1")
    assert len(posted("requests", parts).json()["cases"]) == 2
    assert posted("requests", {"request": parts["request"], "other": parts["table"]}).status_code == 422


def test_a_check_tells_every_defect_at_once_and_keeps_nothing(justice: Program) -> None:
    document = json.loads(justice.office.request("REQ-C", reasons=None))
    document["subjects"][0] |= {"address": "62704", "tax_periods": []}
    answer = justice.post("checks", document, key=None)
    assert answer.status_code == 200
    subject = answer.json()["subjects"][0]
    assert subject["admission"] == "returned"
    assert {one["pointer"] for one in subject["defects"]} >= {
        "/reasons", "/subjects/0/address", "/subjects/0/tax_periods"
    }  # fmt: skip
    assert all(one["fix"] and one["cite"].startswith("/us/usc/") for one in subject["defects"])
    well = justice.post("checks", justice.office.request("REQ-C"), key=None).json()
    assert (well["admitted"], well["subjects"][0]["defects"]) == (1, [])
    assert not models.Submission.objects.exists()
    assert not models.Entry.objects.filter(case_number__startswith="C").exists()
    assert not models.AskedAbout.objects.exists(), "what is checked does not count as asked"


def test_a_returned_request_is_mended(justice: Program) -> None:
    case = returned(justice)
    told = justice.get(f"cases/{case}").json()
    assert (told["told"], sorted(told["acts"])) == ("returned", ["mend", "withdraw"])
    assert [one["cite_text"] for one in told["defects"]] == ["26 U.S.C. 6103(i)(2)(B)(iv)"]
    other = justice.post(f"cases/{case}/mend", justice.office.request("ANOTHER"))
    assert (other.status_code, other.json()["errors"][0]["pointer"]) == (422, "#/id")
    answer = justice.post(f"cases/{case}/mend", justice.office.request("REQ-RET"))
    assert (answer.status_code, answer.json()["told"], answer.json()["defects"]) == (200, "received", [])
    assert justice.post(f"cases/{case}/mend", justice.office.request("REQ-RET")).status_code == 409


def test_a_request_is_withdrawn_and_no_second_time(justice: Program) -> None:
    case = justice.sends()
    answer = justice.post(f"cases/{case}/withdraw")
    assert (answer.status_code, answer.json()["told"], answer.json()["acts"]) == (200, "withdrawn", [])
    again = justice.post(f"cases/{case}/withdraw")
    assert (again.status_code, again.json()["errors"]) == (
        409, [{"reason": "not_now", "detail": "this cannot be done with the case now"}],
    )  # fmt: skip


def test_a_package_is_fetched_once_and_its_receipt_returned(either: Office) -> None:
    program = Program.registered(either, "doj-system", "us.doj")
    case = ready(program)
    assert "fetch" in program.get(f"cases/{case}").json()["acts"]
    given = program.post(f"cases/{case}/fetch", key="the-first-key")
    assert (given.status_code, given.headers["Content-Type"]) == (200, "application/octet-stream")
    assert b"sealed:" in given.content
    assert program.post(f"cases/{case}/fetch", key="the-first-key").content == given.content, "a line was cut"
    again = program.post(f"cases/{case}/fetch")
    assert (again.status_code, again.json()["errors"][0]["reason"]) == (409, "fetched_already")
    fetched = models.Entry.objects.filter(case_number=case, act="fetch")
    assert [one.actor for one in fetched] == ["doj-system"], "one entry"
    answer = program.post(f"cases/{case}/confirm", SIGNED)
    assert (answer.status_code, answer.json()["told"]) == (200, "fetched")
    assert program.post(f"cases/{case}/fetch", key="the-first-key").status_code == 409, "received: no more"


def test_what_was_recalled_does_not_leave_again_under_any_key(justice: Program) -> None:
    case = ready(justice)
    assert justice.post(f"cases/{case}/fetch", key="the-first-key").status_code == 200
    done(delivery.recall(justice.office.desk, case, by="privacy", reason="r"))
    answer = justice.post(f"cases/{case}/fetch", key="the-first-key")
    assert (answer.status_code, answer.json()["errors"][0]["reason"]) == (409, "not_now")


def test_a_receipt_that_the_key_did_not_sign_is_refused(justice: Program) -> None:
    seal_in_earnest(justice.office)
    deployed.desk.cache_clear()
    case = ready(justice)
    assert justice.post(f"cases/{case}/fetch").status_code == 200
    answer = justice.post(f"cases/{case}/confirm", SIGNED)
    assert (answer.status_code, answer.json()["errors"][0]["reason"]) == (409, "receipt")
    assert justice.office.case(case).state is State.DELIVERED


def test_what_became_of_a_package_is_stated(justice: Program) -> None:
    case = ready(justice)
    done(delivery.recall(justice.office.desk, case, by="privacy", reason="r"))
    answer = justice.post(f"cases/{case}/attest", BODIES["attest"])
    assert (answer.status_code, answer.json()["told"]) == (200, "recalled")
    fetched = ready(justice, "REQ-2")
    assert justice.post(f"cases/{fetched}/fetch").status_code == 200
    assert justice.post(f"cases/{fetched}/confirm", SIGNED).status_code == 200
    words = justice.post(f"cases/{fetched}/destroy", BODIES["destroy"])
    assert (words.status_code, words.json()["errors"][0]["reason"]) == (409, "receipt")
    assert justice.post(f"cases/{fetched}/destroy", SIGNED).status_code == 200
    assert models.Statement.objects.get().what == "destroyed"
    assert justice.post(f"cases/{fetched}/report_incident", BODIES["report_incident"]).status_code == 200
    assert justice.office.case(fetched).state is State.INCIDENT


def test_another_agencys_case_is_as_if_there_were_none(justice: Program, customs: Program) -> None:
    case, none = justice.sends(), "C2026-999999-1"
    mended = justice.office.request("REQ-API")
    for number in (case, none):
        found = customs.get(f"cases/{number}")
        assert (found.status_code, found.json()) == (404, NOT_HERE)
        for act in WRITES:
            answer = customs.post(f"cases/{number}/{act}", mended if act == "mend" else BODIES.get(act, b""))
            assert (answer.status_code, answer.json()) == (404, NOT_HERE), act
    assert customs.get("cases").json()["cases"] == []
    assert len(justice.get("cases").json()["cases"]) == 1
    assert justice.office.case(case).state is State.RECEIVED
    sent = customs.post("requests", justice.office.request("REQ-2"))
    assert (sent.status_code, sent.json()["type"]) == (403, "/api/v1/problems/not-yours")


def test_a_sealed_matter_is_not_there(justice: Program) -> None:
    case = justice.sends()
    models.Case.objects.filter(number=case).update(sealed=True)
    assert justice.get(f"cases/{case}").json() == NOT_HERE
    assert justice.get("cases").json()["cases"] == []


def test_a_list_goes_on_where_it_ended_whatever_comes_in_meanwhile(either: Office) -> None:
    program = Program.registered(either, "doj-system", "us.doj")
    sent = [program.sends(f"REQ-{at}") for at in range(5)]
    first = program.get("cases?limit=2").json()
    program.sends("REQ-NEW")
    second = program.get(f"cases?limit=2&cursor={first['next']}").json()
    third = program.get(f"cases?limit=2&cursor={second['next']}").json()
    found = [one["number"] for page in (first, second, third) for one in page["cases"]]
    assert (found, third["next"]) == (sorted(sent, reverse=True), None)
    for wrong in ("limit=0", "limit=201", "limit=x", "cursor=%00", "cursor=" + "9" * 65):
        answer = program.get(f"cases?{wrong}")
        assert (answer.status_code, answer.json()["errors"][0]["parameter"]) == (400, wrong.split("=")[0])


def test_the_same_key_is_answered_as_it_was_and_does_nothing_again(either: Office) -> None:
    program = Program.registered(either, "doj-system", "us.doj")
    body = either.request("REQ-API")
    first = program.post("requests", body, key="drawn-once-for-this")
    entries = models.Entry.objects.count()
    again = program.post("requests", body, key="drawn-once-for-this")
    assert (again.status_code, again.content) == (first.status_code, first.content)
    assert models.Entry.objects.count() == entries
    case = first.json()["cases"][0]
    withdrawn = program.post(f"cases/{case}/withdraw", key="another-key-for-that")
    assert program.post(f"cases/{case}/withdraw", key="another-key-for-that").content == withdrawn.content
    for path, sent in (("requests", either.request("REQ-2")), (f"cases/{case}/withdraw", b"")):
        other = program.post(path, sent, key="drawn-once-for-this")
        assert (other.status_code, other.json()["type"]) == (422, "/api/v1/problems/key-reused"), path
    other_program = Program.registered(either, "fbi-system", "us.doj.fbi")
    answer = other_program.post("requests", either.request("REQ-3"), key="drawn-once-for-this")
    assert answer.status_code == 403, "keys are each program's own"
    either.clock.move(hours=25)
    assert forget_answered(either.desk) > 0
    assert not models.Answered.objects.exists()


def test_one_key_from_several_windows_at_once_does_one_thing(either: Office) -> None:
    program = Program.registered(either, "doj-system", "us.doj")
    body, tokens = either.request("REQ-API"), [program.token() for _ in range(4)]

    def sent(token: str) -> tuple[int, bytes]:
        try:
            headers = {"Authorization": f"Bearer {token}", "Idempotency-Key": "drawn-once-for-this"}
            answer = browser().post(
                "/api/v1/requests", body, content_type="application/json", secure=True, headers=headers
            )
            return answer.status_code, answer.content
        finally:
            database.close()  # of the thread

    with ThreadPoolExecutor(4) as windows:
        answers = set(windows.map(sent, tokens))
    assert len(answers) == 1
    assert answers.pop()[0] == 201
    assert models.Case.objects.count() == models.Submission.objects.count() == 1


def test_a_body_where_none_is_read_is_refused(justice: Program) -> None:
    case = justice.sends()
    for act in ("withdraw", "fetch"):
        assert justice.post(f"cases/{case}/{act}", {"reason": "r"}).status_code == 422
    assert justice.office.case(case).state is State.RECEIVED


def test_a_program_asks_about_one_person_so_often_and_no_more(justice: Program) -> None:
    limits = replace(justice.office.desk.limits, resubmissions_max=2)
    justice.office.desk = replace(justice.office.desk, limits=limits)
    deployed.desk.cache_clear()
    for at in range(2):
        justice.sends(f"REQ-{at}")
    answer = justice.post("requests", justice.office.request("REQ-2"))
    assert (answer.status_code, answer.json()["errors"][0]["reason"]) == (409, "asked_too_often")
    assert justice.post("checks", justice.office.request("REQ-2"), key=None).status_code == 200


def test_what_was_refused_left_its_key_free(justice: Program) -> None:
    case = justice.sends()
    key = "drawn-once-for-this"
    assert justice.post(f"cases/{case}/fetch", key=key).status_code == 409
    assert justice.post("requests", b"{}", key=key).status_code == 422
    assert justice.post("requests", justice.office.request("REQ-2"), key=key).status_code == 201


@pytest.mark.parametrize("key", [None, "short", "with a space", "x" * 201])
def test_nothing_is_written_without_a_key(justice: Program, key: str | None) -> None:
    answer = justice.post("requests", justice.office.request("REQ-API"), key=key)
    assert (answer.status_code, answer.json()["errors"][0]["parameter"]) == (400, "Idempotency-Key")
    assert not models.Case.objects.exists()


def test_a_write_that_fails_midway_leaves_neither_case_nor_answer(
    either: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = Program.registered(either, "doj-system", "us.doj")
    with monkeypatch.context() as broken:
        broken.setattr("lawgate.stores.casework.programs.keep", lambda *_: 1 / 0)
        answer = program.post("requests", either.request("REQ-API"), key="drawn-once-for-this")
        assert (answer.status_code, answer.json()["type"]) == (500, "/api/v1/problems/fault")
        assert "ZeroDivision" not in answer.content.decode()
    assert not models.Case.objects.exists()
    assert program.post("requests", either.request("REQ-API"), key="drawn-once-for-this").status_code == 201


def test_a_write_that_was_not_confirmed_is_told_as_one_that_may_stand(
    justice: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    body, token = justice.office.request("REQ-API"), justice.token()
    with monkeypatch.context() as broken:
        broken.setattr(Program, "token", lambda _: token)
        broken.setattr("django.db.connection._commit", not_confirmed)
        answer = justice.post("requests", body, key="drawn-once-for-this")
    assert (answer.status_code, answer.json()["type"]) == (503, "/api/v1/problems/unconfirmed")
    assert justice.post("requests", body, key="drawn-once-for-this").status_code == 201
    assert models.Case.objects.count() == 1


def not_confirmed() -> None:
    raise UnconfirmedWriteError("it was not confirmed")


def test_the_acts_that_are_told_are_addresses_and_the_words_are_all_of_them() -> None:
    from lawgate.api import schemas  # noqa: PLC0415
    from lawgate.api.cases import CASES  # noqa: PLC0415

    assert set(get_args(schemas.Told)) == {one.value for one in Told}
    asked_for = {act.value for acts in ASKED_OF.values() for act in acts}
    assert set(get_args(schemas.AskedFor)) == asked_for == set(WRITES)
    paths = {
        path.rsplit("/", 1)[1] for path in CASES.path_operations if path.startswith("cases/{slug:number}/")
    }
    assert paths == asked_for


def test_no_session_is_opened_and_none_opens_the_api(justice: Program) -> None:
    from tests.web.inside import client_of  # noqa: PLC0415

    agent: Client = client_of("agent")
    assert agent.get("/api/v1/cases", secure=True).status_code == 401, "a browser's session is nothing here"
    answer = justice.get("cases")
    assert not answer.cookies
    assert "Set-Cookie" not in answer.headers
    sessions = browser().session.get_model_class().objects
    before = sessions.count()
    justice.sends()
    assert sessions.count() == before
