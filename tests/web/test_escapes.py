"""Ways round the rules that were found through the pages, each of which is closed."""

from __future__ import annotations

import json
import re
import time
from datetime import date
from io import BytesIO
from typing import Any

import polars as pl
import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from tests.service.casework.office import SECTION, Office
from tests.web.crawling import Visitor
from tests.web.inside import client_of
from tests.web.noise import FORM, Asked

from lawgate.casework.words import Role
from lawgate.present.spreadsheet import inert
from lawgate.service.casework.acts.look import SUBJECTS_MAX
from lawgate.service.casework.registers import parties
from lawgate.service.casework.runs import batches
from lawgate.service.casework.seen.published import transparency_document
from lawgate.stores.casework import models
from lawgate.web import assets, visitor
from lawgate.web.headers import BODY_BYTES_MAX
from lawgate.web.parse import FIELD_SIGNS_MAX

NUMBERED = re.compile(r'C2026-\d{6}-1|value="\w{64}"|value="\w{32}"')


def sealed(office: Office, number: str) -> str:
    """The same case, sealed."""
    models.Case.objects.filter(number=number).update(sealed=True)
    return number


def page(answer: Any) -> tuple[int, str]:
    """An answer without what differs by design."""
    return answer.status_code, NUMBERED.sub("", answer.content.decode())


# What is not there for somebody


@pytest.mark.parametrize(
    ("who", "act", "form"),
    [
        ("clerk", "admit", {}),
        ("first", "object", {"reason": "r"}),
        ("first", "find", {"finding:/us/usc/t26/s6103/i/6": "no", "office": "none such"}),
        ("first", "settle_match", {"pair": "x", "answer": "perhaps"}),
        ("preparer", "determine", {}),
        ("releaser", "report_incident", {"reason": "r"}),
    ],
)
def test_a_sealed_case_is_acted_on_by_nobody_for_whom_it_is_not_there(
    inside: Office, who: str, act: str, form: dict[str, str]
) -> None:
    case = sealed(inside, inside.received())
    before = inside.case(case)
    asked = client_of(who).post(f"/cases/{case}/do/{act}", form)
    nowhere = client_of(who).post(f"/cases/C2026-999999-1/do/{act}", form)
    assert page(asked) == page(nowhere)
    assert asked.status_code == 404
    assert inside.case(case) == before


def test_counsel_acts_on_a_sealed_case(inside: Office) -> None:
    case = sealed(inside, inside.received())
    assert client_of("counsel").post(f"/cases/{case}/do/object", {"reason": "r"}).status_code == 302


def test_giving_a_case_away_tells_not_whether_it_is_sealed_or_not_there(inside: Office) -> None:
    case = sealed(inside, inside.received())
    told = [
        client_of("clerk").post("/cases/together", {"number": number, "what": "assign", "to": "first"})
        for number in (case, "C2026-999999-1")
    ]
    assert page(told[0]) == page(told[1])
    assert inside.case(case).assigned_to is None


def test_the_inspector_general_gives_no_case_away(inside: Office) -> None:
    case = inside.received()
    form = {"number": case, "what": "assign", "to": "first"}
    assert client_of("auditor").post("/cases/together", form).status_code in {200, 403}
    assert inside.case(case).assigned_to is None
    assert client_of("clerk").post("/cases/together", form).status_code == 200
    assert inside.case(case).assigned_to == "first"


def test_what_is_due_names_a_sealed_case_to_counsel_alone(inside: Office) -> None:
    waits, emergency = sealed(inside, inside.received()), sealed(inside, inside.released_in_emergency())
    inside.clock.move(days=40)
    for who, seen in (("clerk", False), ("auditor", False), ("counsel", True)):
        office = client_of(who).get("/office").content.decode()
        assert [number in office for number in (waits, emergency)] == [seen, seen], who


def test_the_administrator_sees_that_the_ledger_grows_and_of_which_case_never(inside: Office) -> None:
    parties.register_official(inside.desk, "admin", "Admin", (Role.ADMINISTRATOR,), since=date(2026, 1, 1))
    case = inside.received()
    inside.enter()
    assert case not in client_of("admin").get("/oversight/ledger").content.decode()
    assert case in client_of("auditor").get("/oversight/ledger").content.decode()


# Who is kept apart from whom

BLIND_PAGES = ["", "/elements", "/people", "/why/1", "/leaving", "/history", "/letter"]
LIST_PAGES = ["/cases", "/cases?view=all", "/cases.csv?view=all", "/office"]


@pytest.mark.parametrize("decision", ["sign", "decline"])
def test_no_page_tells_what_another_reviewer_said_before_one_has_decided(
    inside: Office, decision: str
) -> None:
    case = inside.in_review()
    places = [f"/cases/{case}{one}" for one in BLIND_PAGES] + LIST_PAGES

    def shown(who: str) -> list[tuple[int, bytes]]:
        seen = [(place, client_of(who).get(place)) for place in places]
        return [
            (one.status_code, b"" if place.endswith("/letter") else page(one)[1].encode())
            for place, one in seen
        ]

    people = ("second", "third", "counsel", "privacy", "preparer", "releaser", "clerk")
    before = {who: shown(who) for who in people}
    form = {"digest": inside.digest(case), "reason": "a doubt that is told to nobody yet"}
    signed = client_of("first", confirmed=time.time()).post(f"/cases/{case}/do/{decision}", form)
    assert signed.status_code == 302
    for who in people:
        assert shown(who) == before[who], who
    assert shown("first") != before["second"], "a positive control: who decided sees it"


def test_who_takes_requests_in_sees_no_value_of_a_record(inside: Office) -> None:
    case = inside.in_review()
    overview = client_of("clerk").get(f"/cases/{case}").content.decode()
    for place in ("leaving", "people"):
        assert client_of("clerk").get(f"/cases/{case}/{place}").status_code == 403
        assert f"/cases/{case}/{place}" not in overview
        assert client_of("preparer").get(f"/cases/{case}/{place}").status_code == 200


def test_who_belongs_to_an_agency_that_asks_is_no_official_of_ours(inside: Office) -> None:
    since = date(2026, 1, 1)
    roles = (Role.AGENCY_OFFICER, Role.INTAKE_CLERK, Role.REVIEWER, Role.RELEASER, Role.AUDITOR)
    parties.register_official(inside.desk, "double", "Double", roles, since=since, agency="us.doj")
    case = inside.received()
    for place in (
        "/cases",
        f"/cases/{case}",
        f"/cases/{case}/leaving",
        "/office",
        "/oversight/accounting.csv",
    ):
        assert client_of("double").get(place).status_code == 403, place
    assert client_of("double").post(f"/cases/{case}/do/admit").status_code == 403
    assert client_of("double").get(f"/agency/cases/{case}").status_code == 200


def test_who_prepared_a_case_once_signs_nothing_of_it_under_another_role(inside: Office) -> None:
    since, both = date(2026, 1, 1), (Role.PREPARER, Role.REVIEWER, Role.RELEASER)
    parties.register_official(inside.desk, "both", "Both", both, since=since, authority=(SECTION,))
    parties.register_official(inside.desk, "next", "Next", (Role.PREPARER,), since=since)
    case = (
        inside.determined()
    )  # by the one preparer, and then by another, who takes it over with the reviewers
    for who, act in (
        ("both", "ask_reviewers"),
        ("both", "determine"),
        ("next", "ask_reviewers"),
        ("next", "determine"),
    ):
        assert client_of(who).post(f"/cases/{case}/do/{act}").status_code == 302
    assert client_of("next").post(f"/cases/{case}/do/submit").status_code == 302
    assert inside.case(case).proposal.prepared_by == "next"  # type: ignore[union-attr]
    for act in ("sign", "decline", "withhold"):
        answer = client_of("both", confirmed=time.time()).post(
            f"/cases/{case}/do/{act}", {"digest": inside.digest(case), "reason": "r"}
        )
        assert answer.status_code == 403
        assert b"whoever prepared a case" in answer.content
    form = {"digest": inside.digest(case)}
    assert client_of("first", confirmed=time.time()).post(f"/cases/{case}/do/sign", form).status_code == 302


# What the public learns


def test_two_looks_at_the_counts_of_a_running_year_tell_no_single_disclosure(inside: Office) -> None:
    today = inside.clock().date()
    before = transparency_document(2026, today=today)
    inside.delivered()
    assert transparency_document(2026, today=today) == before
    assert b"whole months" in client_of(None).get("/transparency?year=2026").content
    later = transparency_document(2026, today=date(2026, 4, 1))["rows"]
    assert later == [{"agency": "us.doj", "requests": None, "disclosures": None, "taxpayers": None}]


def test_counts_are_told_by_tens_and_without_what_is_sealed(inside: Office) -> None:
    cases = [inside.received(f"REQ-{at}") for at in range(21)]

    def requests() -> Any:
        return transparency_document(2026, today=date(2027, 1, 1))["rows"][0]["requests"]

    assert requests() == 20
    sealed(inside, cases[0])
    assert requests() == 20
    sealed(inside, cases[1])
    assert requests() == 10


# Sessions and signatures


def test_one_confirmation_sent_twice_at_the_same_time_signs_once(inside: Office) -> None:
    cases = [inside.in_review("REQ-1"), inside.in_review("REQ-2")]
    client = client_of("first", confirmed=time.time())
    held = dict(client.session)
    done = []
    for case in cases:
        done.append(client.post(f"/cases/{case}/do/sign", {"digest": inside.digest(case)}).status_code)
        session = client.session  # the other window had read the session before the first one wrote
        session.update(held)
        session.save()
    assert done == [302, 403]


def test_the_mark_of_the_forms_is_another_one_after_signing_in(inside: Office) -> None:
    strict = Client(HTTP_HOST="localhost", **{"wsgi.url_scheme": "https"})
    strict.get("/sign-in")
    request = strict.get("/sign-in").wsgi_request
    before = request.META["CSRF_COOKIE"]
    visitor.begin(request, "clerk")
    assert request.META["CSRF_COOKIE"] != before
    assert request.META["CSRF_COOKIE_NEEDS_UPDATE"]


def test_signing_out_everywhere_ends_the_sessions_of_that_person_alone(inside: Office) -> None:
    here, there, other = client_of("clerk"), client_of("clerk"), client_of("first")
    here.post("/sign-out", {"where": "everywhere"})
    assert [one.get("/cases").status_code for one in (here, there, other)] == [302, 302, 200]


def test_cookies_are_for_this_host_alone_and_no_script_reads_them(inside: Office) -> None:
    client = Client(HTTP_HOST="localhost", **{"wsgi.url_scheme": "https"})
    cookies = {**client.get("/sign-in").cookies, **client.post("/language", {"language": "es"}).cookies}
    assert settings.SESSION_COOKIE_NAME.startswith("__Host-")
    assert settings.SESSION_COOKIE_SECURE
    assert settings.SESSION_COOKIE_HTTPONLY
    assert len(cookies) == 2
    for cookie in cookies.values():
        assert (cookie["secure"], cookie["httponly"], cookie["path"]) == (True, True, "/")
        assert cookie["samesite"] in {"Lax", "Strict"}
        assert not cookie["domain"]


# What is sent


def test_a_request_to_another_name_is_answered_nothing(inside: Office) -> None:
    for place in ("/", "/law", "/sign-in"):
        assert Client(HTTP_HOST="rebound.example").get(place).status_code == 400
        assert Client(HTTP_HOST="localhost").get(place).status_code == 200


def test_a_body_without_end_is_refused_before_it_is_read(inside: Office) -> None:
    read = []

    class Endless(BytesIO):
        def read(self, *given: Any) -> bytes:
            read.append(given)
            return b"x" * 1024

    body = {"CONTENT_LENGTH": str(BODY_BYTES_MAX + 1), "wsgi.input": Endless()}
    sent = Visitor(None, client_of(None), of_ours=True).send(
        Asked("POST", "/check/request", kind="multipart/form-data; boundary=x", headers=body)  # type: ignore[arg-type]
    )
    assert (sent.status, read) == (413, [])


@pytest.mark.parametrize("charset", ["rot13", "undefined", "utf-16", "base64", "idna"])
def test_words_are_read_as_utf_8_whatever_a_request_says(inside: Office, charset: str) -> None:
    asked = Asked("GET", "/law", "words=criminal", kind=f"{FORM}; charset={charset}")
    answer = Visitor(None, client_of(None), of_ours=True).send(asked)
    plain = Visitor(None, client_of(None), of_ours=True).send(Asked("GET", "/law", "words=criminal"))
    assert answer.status == 200
    assert NUMBERED.sub("", answer.body.decode()) == NUMBERED.sub("", plain.body.decode())


@pytest.mark.parametrize("text", ["a\0b", "\x1b[2J", "x" * (FIELD_SIGNS_MAX + 1)])
def test_what_nobody_writes_by_hand_enters_no_record(inside: Office, text: str) -> None:
    case = inside.in_review()
    before = models.Entry.objects.count()
    assert client_of("first").post(f"/cases/{case}/do/object", {"reason": text}).status_code == 400
    assert client_of("clerk").get("/cases", {"words": text}).status_code == 400
    assert client_of(None).get("/law", {text: "x"}).status_code == 400
    assert models.Entry.objects.count() == before
    assert client_of("first").post(f"/cases/{case}/do/object", {"reason": "two\r\nlines"}).status_code == 302


def test_a_request_of_very_many_subjects_takes_the_database_from_nobody(inside: Office) -> None:
    document = json.loads(inside.request())
    many = [{**document["subjects"][0], "ref": str(at)} for at in range(SUBJECTS_MAX + 1)]
    for do in ("check", "send"):
        file = BytesIO(json.dumps({**document, "id": "MANY", "subjects": many}).encode())
        file.name = "r.json"
        assert client_of("agent").post("/agency/new", {"file": file, "do": do}).status_code == 400
    assert not models.Case.objects.exists()


def test_the_year_nought_is_no_year(inside: Office) -> None:
    assert client_of(None).get("/transparency?year=0000").status_code == 400


def test_files_that_are_not_there_are_not_remembered(inside: Office) -> None:
    before = assets._made.cache_info().currsize
    for at in range(50):
        assert client_of(None).get(f"/static/{assets.digest()}/none-{at}").status_code == 404
    assert assets._made.cache_info().currsize == before


# What leaves as a table


@pytest.mark.parametrize("text", ["=1+1", " =1", "\n=1", "＝1", "－1", "@SUM", "\t=1", "+1", "-1"])  # noqa: RUF001
def test_no_cell_of_a_table_runs(text: str) -> None:
    assert inert(text) == f"'{text}"


def test_each_cell_of_a_table_is_quoted_so_that_no_mark_within_divides_it(inside: Office) -> None:
    inside.delivered("a;b")
    for who, place in (("clerk", "/cases.csv?view=all"), ("auditor", "/oversight/accounting.csv")):
        text = client_of(who).get(place).content.decode()
        head, line, *_ = text.splitlines()
        assert line.count('","') == head.count('","') > 5
        assert (line[0], line[-1]) == ('"', '"')


def test_a_deployment_asks_browsers_to_come_by_tls_alone(inside: Office) -> None:
    assert client_of(None).get("/").headers["Strict-Transport-Security"].startswith("max-age=31536000")


def test_the_public_counts_ask_the_database_few_questions(inside: Office) -> None:
    for at in range(3):
        inside.delivered(f"REQ-{at}")
    asked: list[str] = []

    def noted(execute: Any, sql: str, *given: Any) -> Any:
        asked.append(sql)
        return execute(sql, *given)

    with connection.execute_wrapper(noted):
        transparency_document(2025, today=date(2026, 4, 1))
    assert len(asked) <= 4


# What is taken in as a table


def sent_batch(office: Office, name: str, table: bytes) -> Any:
    """The answer to a clerk who sends a large request with its table."""
    body = BytesIO(json.dumps({**json.loads(office.request("B-1")), "subjects": name}).encode())
    body.name, beside = "r.json", BytesIO(table)
    beside.name = "t"
    return client_of("clerk").post("/batches/new", {"request": body, "table": beside})


@pytest.mark.parametrize(
    "name",
    [
        "x" * 300 + ".parquet",
        "a\0b.parquet",
        ".out.growing",
        "shape.json.new",
        ".parquet",
        "-rf.csv",
        "../a.csv",
    ],
)
def test_a_table_has_a_plain_name_and_nothing_is_kept_of_another(inside: Office, name: str) -> None:
    assert sent_batch(inside, name, b"ref\nA\n").status_code == 400
    assert not list((inside.folder / "batches").glob("*"))


def test_a_table_of_a_thousand_million_rows_in_a_few_bytes_is_refused_unread(
    inside: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batches, "ROWS_MAX", 1000)
    table = BytesIO()
    pl.LazyFrame({"ref": ["a"]}).select(pl.col("ref").repeat_by(1001).explode()).collect().write_parquet(
        table
    )
    answer = sent_batch(inside, "t.parquet", table.getvalue())
    assert (answer.status_code, b"more than 1000 rows" in answer.content) == (400, True)
    assert not list((inside.folder / "batches").glob("*"))
    assert sent_batch(inside, "t.csv", b"ref,given_name\nA,Ana\n").status_code == 302
