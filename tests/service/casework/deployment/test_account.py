"""The account of a database bears out its ledger, and reports and exports are made of it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tests.service.casework.office import POLICY, Office

from lawgate.service.casework.deployment.account import export_account
from lawgate.service.ledger.accounting import Wanted, report
from lawgate.service.ledger.export import choose, export
from lawgate.service.ledger.paper import Paper
from lawgate.service.ledger.told import Books
from lawgate.stores.casework import models

DAY = date(2026, 4, 1)


def keys_file(folder: Path) -> Path:
    path = folder / "keys.txt"
    witness = POLICY.witnesses["inspector"].line
    path.write_text(f"log {POLICY.logs[0].line}\nwitness inspector {witness}\nquorum inspector\n", "utf-8")
    return path


def test_reports_and_an_export_are_made_of_a_database_and_its_ledger(office: Office, tmp_path: Path) -> None:
    case = office.delivered()
    office.enter()
    account, keys = export_account(office.desk, tmp_path / "account.jsonl"), keys_file(tmp_path)
    assert account.stat().st_mode & 0o777 == 0o600
    year = office.clock().year
    books, paper = Books(office.ledger, account, keys), Paper(day=DAY)
    yearly = report(books, Wanted("yearly", year=year), paper=paper)
    assert yearly["rows"] == [["us.doj", "1", "1", "1", "26 U.S.C. 6103(i)(2)"]]
    form = report(books, Wanted("form-5466-b", last=f"{year}-12-31"), paper=paper)
    assert {row[10] for row in form["rows"]} == {case}
    made = export(books, choose(case=case), out=tmp_path / "export", paper=paper)
    kinds = models.Entry.objects.filter(case_number=case, leaf__isnull=False).count()
    assert len(made["entries"]) == kinds


def test_a_sealed_case_leaves_reports_and_what_was_destroyed_leaves_the_account(
    small_office: Office, tmp_path: Path
) -> None:
    office = small_office
    case = office.delivered()
    office.enter()
    models.Case.objects.filter(number=case).update(sealed=True)
    account = export_account(office.desk, tmp_path / "account.jsonl")
    yearly = Wanted("yearly", year=office.clock().year)
    assert report(Books(office.ledger, account), yearly, paper=Paper(day=DAY))["rows"] == []
