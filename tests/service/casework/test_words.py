"""No name, number or value of a person stands readable anywhere: in rows, entries, tiles, log lines, errors."""

from __future__ import annotations

import ast
import json
import logging
from pathlib import Path

import pytest
from django.db import connection
from tests.service.casework.office import Office, done

from lawgate.casework.words import Notice
from lawgate.errors import LawgateError
from lawgate.service.casework.acts import delivery, intake, review
from lawgate.stores.casework import models, notices
from lawgate.stores.log import FIELDS, say

NAME, TIN, STREET = "Quetzalbird", "900-70-1234", "4711 Xanthophyll Way"
CANARIES = (NAME, TIN, TIN.replace("-", ""), STREET, "Xanthophyll")


def with_canaries(office: Office, number: str, **changed) -> bytes:
    document = json.loads(office.request(number, **changed))
    subject = document["subjects"][0]
    subject["name"] = {"given": NAME, "surname": NAME}
    subject["address"], subject["tin"] = STREET, TIN
    return json.dumps(document).encode()


def rows_of(table: str) -> str:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {table}")  # noqa: S608 - a name from the database itself
        return " ".join(
            str(bytes(one) if isinstance(one, memoryview) else one) for row in cursor for one in row
        )


def found_in(text: str) -> list[str]:
    return [one for one in CANARIES if one in text]


def test_canaries_stand_nowhere_but_where_they_are_kept_on_purpose(
    office: Office, capfd: pytest.CaptureFixture, caplog: pytest.LogCaptureFixture
) -> None:
    desk, told = office.desk, []
    caplog.set_level(logging.DEBUG)
    case = office.delivered("REQ-1")
    values = [one["value"] for one in models.Entry.objects.get(release__case=case).payload["values"]]
    returned = office.received_from(with_canaries(office, "REQ-2", in_writing=False))
    done(intake.admit(desk, returned.number, by="clerk"))
    done(review.object_to(desk, returned.number, by="third", reason=f"is this {NAME}, {TIN}?"))
    for attempt in (
        lambda: intake.receive(desk, with_canaries(office, "REQ-2"), by="agent"),
        lambda: intake.mend(desk, returned.number, with_canaries(office, NAME), by="agent"),
        lambda: intake.receive(desk, b'{"' + NAME.encode() + b'": 1', by="agent"),
        lambda: intake.admit(desk, TIN, by="clerk"),
    ):
        with pytest.raises(LawgateError) as error:
            attempt()
        told.append(str(error.value))
    review.sign(desk, returned.number, by="first", digest=TIN)
    delivery.deliver(desk, returned.number)
    office.enter()
    output = capfd.readouterr()
    streams = output.out + output.err + caplog.text
    assert '"refused"' in streams
    assert found_in(streams) == []
    assert found_in(" ".join(told)) == []
    ledger = b"".join(one.read_bytes() for one in office.ledger.rglob("*") if one.is_file())
    text = ledger.decode("utf-8", "replace")
    assert found_in(text) == []
    assert [one for one in values if len(one) > 3 and one in text] == []
    for table in connection.introspection.table_names():
        assert found_in(rows_of(table)) == [], table
    for row in models.Entry.objects.all():
        assert found_in(bytes(row.encoded).decode() + row.actor + row.act + row.case_number) == []
    # The control: where they are kept on purpose, sealed, they are found; and in the open they would be.
    assert found_in(models.Objection.objects.get().reason) == [NAME, TIN]
    assert NAME in bytes(models.Submission.objects.get(cases=returned.number).body).decode()
    notices.put(Notice.TO_REVIEWERS, NAME, TIN, office.clock())
    assert found_in(rows_of("casework_notice")) == [NAME, TIN]


def test_a_field_of_the_log_that_is_not_listed_is_dropped_and_the_rest_is_said(
    capfd: pytest.CaptureFixture[str],
) -> None:
    say("refused", case="C2026-000001-1", name=NAME, tin=TIN)
    said = capfd.readouterr().err
    assert found_in(said) == []
    line = json.loads(said)
    assert (line["event"], line["case"], line["dropped"]) == ("refused", "C2026-000001-1", 2)
    say("refused", case=NAME)
    assert found_in(capfd.readouterr().err) == [NAME], "the control: a listed field is written as it is"


def test_whatever_is_said_anywhere_is_of_listed_fields() -> None:
    source = Path(__file__).parents[3] / "src" / "lawgate"
    said = [
        (path.name, {one.arg for one in node.keywords})
        for path in source.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "say"
    ]
    assert len(said) > 8
    assert [(name, fields - FIELDS) for name, fields in said if fields - FIELDS] == []
