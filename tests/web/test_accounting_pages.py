"""The account of disclosures by the pages: the form's columns, the counts of a year, a person's own, on paper too."""

from __future__ import annotations

import csv
import io

import pytest
from tests.service.casework.office import Office
from tests.web.inside import client_of
from tests.web.test_letters import text_of

from lawgate.handover.reports import FORM_5466_B, YEARLY
from lawgate.law.privacy_act import LAW_ENFORCEMENT
from lawgate.service.casework.seen import accounting
from lawgate.stores.casework import models


@pytest.fixture
def disclosed(inside: Office) -> tuple[str, str]:
    """Two disclosures that stand in the ledger; the case of the first, and whom they are about."""
    case = inside.delivered("REQ-1")
    inside.enter()
    inside.clock.move(days=3)
    inside.enter()
    inside.released("REQ-2")
    inside.enter()
    entry = models.Entry.objects.get(case_number=case, act="release")
    return case, entry.account["subject"]


def table(client_name: str, place: str) -> list[list[str]]:
    answer = client_of(client_name).get(place)
    assert answer.headers["Content-Type"].startswith("text/csv")
    return list(csv.reader(io.StringIO(answer.content.decode())))


def test_the_file_has_the_columns_of_the_form_and_a_row_for_each_period(
    inside: Office, disclosed: tuple[str, str]
) -> None:
    case, taxpayer = disclosed
    heads, *rows = table("auditor", "/oversight/accounting.csv")
    assert tuple(heads) == FORM_5466_B
    periods = models.Entry.objects.get(case_number=case, act="release").account["periods"]
    assert [row[1] for row in rows if row[10] == case] == periods
    assert {row[0] for row in rows} == {taxpayer}
    assert {row[5] for row in rows} == {"26 U.S.C. 6103(i)(2)"}
    assert [row for row in rows if row[10] == case] == table(
        "privacy", "/oversight/accounting.csv?to=2026-03-11"
    )[1:]
    assert table("auditor", "/oversight/accounting.csv?from=2027-01-01&to=2027-02-01")[1:] == []
    assert client_of("auditor").get("/oversight/accounting.csv?from=never").status_code == 400
    assert (
        client_of("auditor").get("/oversight/accounting.csv?from=2026-05-01&to=2026-04-01").status_code == 400
    )


def test_the_counts_of_a_year_are_those_of_the_paragraph(inside: Office, disclosed: tuple[str, str]) -> None:
    heads, *rows = table("auditor", "/oversight/yearly.csv?year=2026")
    assert tuple(heads) == YEARLY
    assert rows == [["us.doj", "2", "2", "1", "26 U.S.C. 6103(i)(2)"]]
    page = client_of("privacy").get("/oversight/yearly?year=2026").content.decode()
    assert "us.doj" in page
    assert table("auditor", "/oversight/yearly.csv?year=2025")[1:] == []
    for year in ("x", "20266", "0000"):
        assert client_of("auditor").get(f"/oversight/yearly?year={year}").status_code == 400


def test_reports_are_papers_too(inside: Office, disclosed: tuple[str, str]) -> None:
    case, _ = disclosed
    form = client_of("auditor").get("/oversight/accounting.pdf")
    assert form.headers["Content-Type"] == "application/pdf"
    assert case in text_of(form.content).replace("\n", "")
    assert "us.doj" in text_of(client_of("auditor").get("/oversight/yearly.pdf?year=2026").content)


def test_a_person_finds_no_gap_where_something_is_hidden(
    inside: Office, disclosed: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    _, taxpayer = disclosed
    desk = inside.desk
    shown = accounting.own_report(desk, taxpayer, language="en")
    assert shown.rows == (), "both are for the enforcement of law"
    hidden_page = accounting.as_pdf(desk, shown)
    nobody = accounting.as_pdf(desk, accounting.own_report(desk, "T9999999", language="en"))
    assert hidden_page == nobody, "byte for byte as where nothing was ever disclosed"

    # The control: were they not hidden, they would be told, in the person's language.
    monkeypatch.setattr(accounting, "hidden_from_subject", lambda _cite: False)
    assert LAW_ENFORCEMENT
    told = accounting.own_report(desk, taxpayer, language="es")
    assert len(told.rows) == 2
    assert "Divulgaciones" in told.title
    assert taxpayer not in str(told.rows)


def test_sealed_matters_are_in_no_report_and_no_public_count(
    inside: Office, disclosed: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    case, taxpayer = disclosed
    models.Case.objects.filter(number=case).update(sealed=True)
    monkeypatch.setattr(accounting, "hidden_from_subject", lambda _cite: False)
    assert len(accounting.own_report(inside.desk, taxpayer, language="en").rows) == 1
    assert table("auditor", "/oversight/yearly.csv?year=2026")[1:] == [
        ["us.doj", "1", "1", "1", "26 U.S.C. 6103(i)(2)"]
    ]
    assert case not in str(table("auditor", "/oversight/accounting.csv"))


def test_a_report_rests_on_nothing_that_was_not_entered(inside: Office, disclosed: tuple[str, str]) -> None:
    inside.enter()
    waiting = inside.released("REQ-3")
    assert waiting not in str(table("auditor", "/oversight/accounting.csv"))
    assert "1 disclosure waits" in client_of("auditor").get("/oversight/yearly").content.decode()
