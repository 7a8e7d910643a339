"""The agency's door: checked first, each mend beside its field, persons in a table, statements under a key."""

from __future__ import annotations

import io
import json
import re
from html import unescape
from typing import Any

import polars as pl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from tests.service.casework.office import Office, done
from tests.web.inside import client_of, receipted

from lawgate.casework.words import State
from lawgate.errors import InputError
from lawgate.service.casework.acts import delivery
from lawgate.service.table_sent import PERSONS_AT_ONCE_MAX, with_table
from lawgate.stores.casework import models
from lawgate.stores.casework.read import submission_of

FORM = {
    "id": "FORM-1", "agency": "us.doj", "level": "federal", "signatory": "Sample Signatory", "office": "us_attorney",
    "provision": "/us/usc/t26/s6103/i/2", "matter": "26-cr-1", "stage": "investigation", "authority": "28 USC 533",
    "statutes": "18 USC 1343", "reasons": "Wages paid in 2023 went through the account.", "use_undertaking": "yes",
    "recipient": "Agent One", "recipient_title": "Special Agent", "recipient_agency": "us.doj.fbi", "engaged": "yes",
    "given": "Ana", "surname": "Sample", "subject_address": "12 Elm St Apt 3, Springfield IL 62704",
    "periods": "2023", "items": ["third_party.w2.wages"],
}  # fmt: skip
ROWS = [
    {"ref": "a", "given_name": "Ana", "surname": "Sample", "address": "12 Elm St Apt 3, Springfield IL 62704",
     "tax_periods": "2022|2023", "recipients": "O1", "date_of_birth": "1980-02-30"},
    {"ref": "b", "given_name": "Ben", "surname": "Sample", "address": "62704", "tax_periods": "2023",
     "recipients": "O1", "date_of_birth": ""},
    {"ref": "c", "given_name": "Eva", "surname": "Sample", "address": "n/a", "tax_periods": "", "recipients": "O1",
     "date_of_birth": "1990-01-05"},
]  # fmt: skip


def csv_of(rows: list[dict[str, str]]) -> bytes:
    return pl.DataFrame(rows).write_csv().encode()


def file_of(data: bytes, name: str = "table.csv") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data)


def without_persons(office: Office, number: str = "TABLE-1") -> bytes:
    return office.request(number, subjects="table.csv")


def test_a_mend_stands_beside_its_field_and_the_list_leads_there(inside: Office) -> None:
    client = client_of("agent")
    broken = {**FORM, "subject_address": "62704", "periods": "", "reasons": "", "surname": "", "given": ""}
    page = client.post("/agency/new", {**broken, "do": "check"}).content.decode()
    for field in ("subject_address", "periods", "reasons", "surname"):
        assert f'href="#{field}"' in page, field
        assert f'aria-describedby="{field}-mend"' in page, field
        assert f'id="{field}-mend"' in page, field
    assert page.count('aria-invalid="true"') == 4, "and no other field is marked"
    assert 'value="62704"' in page, "what was filled in stays"
    assert models.Case.objects.count() == 0, "what is checked is not kept"
    well = client.post("/agency/new", {**FORM, "do": "check"}).content.decode()
    assert "Nothing is missing" in well
    assert "aria-invalid" not in well


def test_what_was_checked_can_be_sent_as_it_was(inside: Office) -> None:
    client = client_of("agent")
    page = client.post("/agency/new", {**FORM, "do": "check"}).content.decode()
    carried = re.search(r'name="checked" value="([^"]+)"', page)
    assert carried is not None
    words = unescape(carried[1])
    assert json.loads(words)["subjects"][0]["name"]["surname"] == "Sample"
    sent = client.post("/agency/new", {"checked": words, "do": "send"})
    case = sent.headers["Location"].rsplit("/", 1)[1]
    assert submission_of(case)[0] == words.encode()


def test_a_form_that_is_new_knows_whose_it_is(inside: Office) -> None:
    assert b'value="us.doj"' in client_of("agent").get("/agency/new").content


@pytest.mark.parametrize("kind", ["csv", "parquet"])
def test_persons_of_a_table_are_cases_each(inside: Office, kind: str) -> None:
    table = csv_of(ROWS)
    if kind == "parquet":
        held = io.BytesIO()
        pl.DataFrame(ROWS).write_parquet(held)
        table = held.getvalue()
    client = client_of("agent")
    files = {"file": file_of(without_persons(inside), "r.json"), "table": file_of(table)}
    checked = client.post("/agency/new", {**files, "do": "check"}).content.decode()
    assert "1 of 3 persons would be admitted" in checked
    assert "2 persons: b, c" in checked, "one list: a defect once, with whom it concerns"
    files = {"file": file_of(without_persons(inside), "r.json"), "table": file_of(table)}
    sent = client.post("/agency/new", {**files, "do": "send"})
    assert sent.headers["Location"] == "/agency?words=TABLE-1"
    cases = models.Case.objects.order_by("number")
    assert [one.ref for one in cases] == ["a", "b", "c"]
    words = json.loads(submission_of(cases[0].number)[0])
    assert words["subjects"][0] == {
        "ref": "a", "name": {"given": "Ana", "middle": None, "surname": "Sample", "suffix": None},
        "address": ROWS[0]["address"], "tax_periods": ["2022", "2023"], "recipients": ["O1"],
    }  # fmt: skip
    assert words["subjects"][2]["date_of_birth"] == "1990-01-05"


def test_a_table_joins_the_form_too(inside: Office) -> None:
    nobody = {**FORM, "given": "", "surname": "", "subject_address": "", "periods": ""}
    sent = client_of("agent").post("/agency/new", {**nobody, "table": file_of(csv_of(ROWS)), "do": "send"})
    assert (sent.status_code, models.Case.objects.count()) == (302, 3)
    both = client_of("agent").post("/agency/new", {**FORM, "table": file_of(csv_of(ROWS)), "do": "send"})
    assert both.status_code == 400
    assert b"persons stand in the request and in a table" in both.content


def _changed(**changed: str) -> bytes:
    return csv_of([{**ROWS[0], **changed}, ROWS[1]])


@pytest.mark.parametrize(
    ("table", "said"),
    [
        (b"given_name\nAna\n", "the column ref is missing"),
        (b"ref,colour\n1,red\n", "no such column"),
        (b"\xff\xfe\x00", "cannot be read"),
        (b"PAR1xxxx", "cannot be read"),
        (_changed(ref="b"), "given twice"),
        (_changed(surname="=cmd()"), "formula"),
        (_changed(recipients="O9"), "not among the request's recipients"),
        (
            csv_of([{"ref": str(at)} for at in range(PERSONS_AT_ONCE_MAX + 1)]),
            "501 persons are more than 500",
        ),
    ],
)
def test_a_table_that_cannot_be_taken_in_is_told_with_its_place(
    inside: Office, table: bytes, said: str
) -> None:
    with pytest.raises(InputError) as told:
        with_table(without_persons(inside), table)
    assert said in str(told.value)
    files = {"file": file_of(without_persons(inside), "r.json"), "table": file_of(table)}
    answer = client_of("agent").post("/agency/new", {**files, "do": "send"})
    assert (answer.status_code, models.Case.objects.count()) == (400, 0)


def ask(case: str, act: str, **form: Any) -> Any:
    return client_of("agent").post(f"/agency/cases/{case}/do/{act}", form)


def test_what_became_of_a_package_is_stated_under_its_key(inside: Office) -> None:
    case = receipted(inside)
    words = ask(case, "destroy", statement="It was destroyed.")
    assert words.status_code == 409, "words are no statement of whoever has the package"
    assert b"no receipt of this package" in words.content
    assert models.Statement.objects.count() == 0
    assert b"lawgate received destroyed" in client_of("agent").get(f"/agency/cases/{case}").content
    assert ask(case, "destroy", file=file_of(b'{"signed": 1}', "destroyed.json")).status_code == 302
    kept = models.Statement.objects.get()
    assert (kept.case_id, kept.what, bytes(kept.body)) == (case, "destroyed", b'{"signed": 1}')
    assert kept.entry.kind == "destroyed"


def test_of_a_package_that_nobody_fetched_there_is_nothing_to_sign(inside: Office) -> None:
    case = inside.delivered()
    done(delivery.recall(inside.desk, case, by="privacy", reason="r"))
    assert ask(case, "attest", statement=" ").status_code == 409
    assert ask(case, "attest", statement="It was never fetched.").status_code == 302
    assert inside.case(case).state is State.RECALLED
