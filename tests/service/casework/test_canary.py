"""Names, numbers and values of a release are in no entry, tile, package, receipt, log line, error or table of jobs."""

from __future__ import annotations

import json
import re
import sqlite3
from pathlib import Path

import polars as pl
import pytest
from tests.handover.releases import texts
from tests.service.casework.office import START, Office, register_recipient

from lawgate.errors import InputError, LawgateError
from lawgate.service.casework.acts import delivery, release
from lawgate.service.casework.deployment.account import export_account
from lawgate.service.handover.opening import open_package
from lawgate.service.ledger.accounting import Wanted, report
from lawgate.service.ledger.export import choose, export
from lawgate.service.ledger.paper import Paper
from lawgate.service.ledger.told import Books


def canaries_of(office: Office) -> list[str]:
    """What identifies the person of the request, and what is held of him."""
    subject = json.loads(office.request())["subjects"][0]
    people = pl.read_parquet(office.world / "records" / "taxpayers.parquet")
    person = people.filter(
        pl.col("given_name") == subject["name"]["given"], pl.col("surname") == subject["name"]["surname"]
    ).row(0, named=True)
    items = pl.read_parquet(office.world / "records" / "items.parquet")
    values = items.filter(pl.col("taxpayer_id") == person["taxpayer_id"])["value"].to_list()
    own = [person["surname"], person["tin"], person["tin"].replace("-", ""), subject["address"].split(",")[0]]
    return [*own, *(str(value) for value in values if len(str(value)) > 5)]


def stands_in(canary: str, lies: bytes) -> bool:
    """Whether a canary stands there, as text or as the hexadecimal of one.

    A short number is found in any long hexadecimal text sooner or later, so it counts where it stands by itself.
    """
    word = re.escape(canary).encode()
    if len(canary) < 9 and canary.isdigit():
        word = b"(?<![0-9A-Fa-f])" + word + b"(?![0-9A-Fa-f])"
    return bool(re.search(word, lies, re.IGNORECASE)) or canary.encode().hex().encode() in lies


def tables_with(database: Path, canaries: list[str]) -> set[str]:
    """The tables of a database in which any of these stands, as text or in a column of bytes."""
    found, connection = set[str](), sqlite3.connect(database)
    for line in connection.iterdump():
        if line.startswith("INSERT") and any(stands_in(one, line.encode().lower()) for one in canaries):
            found.add(line.split('"')[1].removeprefix("casework_"))
    connection.close()
    return found


def test_nothing_that_is_entered_sent_or_said_tells_of_the_person(
    small_office: Office, capfd: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    office, canaries = small_office, canaries_of(small_office)
    assert len(canaries) > 4
    register_recipient(office)
    case = office.released()
    told = [str(release.release(office.desk, case, by="releaser", key="another"))]
    told.append(str(delivery.deliver(office.desk, case)))
    office.enter()
    delivery.deliver(office.desk, case)
    package = delivery.fetch(office.desk, case, by="agent")
    assert isinstance(package, bytes)
    told.append(str(delivery.fetch(office.desk, case, by="agent")))
    office.enter()
    (tmp_path / "package").write_bytes(package)
    (tmp_path / "altered").write_bytes(package[:-1] + bytes([package[-1] ^ 1]))
    opened = open_package(tmp_path / "package", key=office.folder / "doj.key", out=tmp_path / "out")
    assert opened["flaws"] == []
    refused = open_package(tmp_path / "altered", key=office.folder / "doj.key")
    key = office.folder / "doj.key"
    told += [error_of(tmp_path, bad, key) for bad in (package[:-1], b"", b"{}")]
    out, err = capfd.readouterr()
    places = texts(office.ledger) | texts(office.folder / "doj.key.journal")
    places |= {"package": package.decode("latin-1"), "refused": json.dumps(refused), "out": out, "err": err}
    places |= {f"told {at}": text for at, text in enumerate(told)}
    assert {
        f"{place}: {canary}" for place, text in places.items() for canary in canaries if canary in text
    } == set()
    database = next(office.folder.glob("*.sqlite3"))
    assert tables_with(database, canaries) == set()


def test_public_counts_a_form_and_an_export_for_a_court_tell_nothing_of_the_values(
    small_office: Office, tmp_path: Path
) -> None:
    office, canaries = small_office, canaries_of(small_office)
    register_recipient(office)
    case = office.delivered()
    office.enter()
    account = export_account(office.desk, tmp_path / "account.jsonl")
    books, paper = Books(office.ledger, account), Paper(day=START.date())
    made = [
        report(books, Wanted("yearly", year=START.year), paper=paper),
        report(books, Wanted("form-5466-b", last=f"{START.year}-12-31"), paper=paper),
    ]
    export(books, choose(case=case), out=tmp_path / "export", viewer="public", paper=paper)
    places = texts(tmp_path / "export") | {str(at): json.dumps(one) for at, one in enumerate(made)}
    assert {
        f"{place}: {canary}" for place, text in places.items() for canary in canaries if canary in text
    } == set()


@pytest.mark.usefixtures("in_the_clear")
def test_the_canaries_would_be_seen(small_office: Office, tmp_path: Path) -> None:
    canaries = canaries_of(small_office)
    register_recipient(small_office)
    case = small_office.delivered()
    package = delivery.fetch(small_office.desk, case, by="agent")
    assert isinstance(package, bytes)
    (tmp_path / "package").write_bytes(package)
    open_package(tmp_path / "package", key=small_office.folder / "doj.key", out=tmp_path / "out")
    payload = (tmp_path / "out" / "payload.json").read_text(encoding="utf-8")
    assert len([canary for canary in canaries if canary in payload]) >= 2
    assert tables_with(next(small_office.folder.glob("*.sqlite3")), canaries) == {"submission", "entry"}


def error_of(folder: Path, data: bytes, key: Path) -> str:
    """What is said of a file that is no package."""
    (folder / "bad").write_bytes(data)
    with pytest.raises(LawgateError) as error:
        open_package(folder / "bad", key=key)
    assert isinstance(error.value, InputError)
    return str(error.value)
