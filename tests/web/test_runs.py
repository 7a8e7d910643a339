"""The pages of audits and large requests: figures open into rows, rows into reasons, and each look is entered."""

from __future__ import annotations

import csv
import io
import json
import os
import re
from html import unescape

import polars as pl
import pytest
from django.test import Client
from tests.service.casework.office import Office
from tests.web.inside import client_of
from tests.web.runs import lay_into, made

from lawgate.service.casework.runs import batches
from lawgate.service.casework.runs.purged import purge_batches
from lawgate.stores.casework import models
from lawgate.stores.clock import today
from lawgate.stores.digests import digest_of
from lawgate.stores.runs.batch_runs import BatchRun


@pytest.fixture
def runs(inside: Office) -> Office:
    lay_into(inside.folder)
    assert batches.count_shapes(inside.desk) == 2
    return inside


def text_of(client: Client, place: str, status: int = 200) -> str:
    answer = client.get(place)
    assert answer.status_code == status, place
    return answer.content.decode()


def looks(place: str) -> list[tuple[str, str, int]]:
    """Who looked at a run, why, and at how many."""
    rows = models.Entry.objects.filter(case_number=place, kind="record_viewed").order_by("sequence")
    return [(one.actor, one.account["reason"], one.account["subjects_count"]) for one in rows]


def test_every_count_opens_into_as_many_rows_as_it_says(runs: Office) -> None:
    client = client_of("auditor")
    page = text_of(client, "/oversight/audits/R1")
    found = re.findall(r'href="(/oversight/audits/R1/rows\?of=[^"]+)">([\d,]+)<', page)
    assert len(found) > 15
    for place, count in found:
        rows = text_of(client, unescape(place))
        assert f"{count} of " in rows, place
    assert "verdict=unlawful" in unescape(page).replace("%3D", "=")


def test_rows_come_a_page_at_a_time_and_each_opens_into_its_reasons(runs: Office) -> None:
    client = client_of("auditor")
    whole = pl.read_parquet(made() / "audits" / "R1" / "judged.parquet").get_column("release_id").to_list()
    seen: list[str] = []
    for page in range(1, -(-len(whole) // 50) + 1):
        rows = text_of(client, f"/oversight/audits/R1/rows?of=compared%3Dyes&page={page}")
        rows += text_of(client, f"/oversight/audits/R1/rows?of=compared%3Dno&page={page}")
        seen += re.findall(r"/oversight/audits/R1/releases/\d+\">([^<]+)<", rows)
    assert sorted(seen) == sorted(whole)
    why = text_of(client, "/oversight/audits/R1/releases/1")
    assert whole[0] in why
    assert "Element" in why
    assert "6103" in why
    assert text_of(client, f"/oversight/audits/R1/releases/{len(whole) + 1}", 404)
    assert text_of(client, "/oversight/audits/R1/releases/0", 404)


def test_figures_are_no_look_and_whatever_shows_a_person_is_one(runs: Office) -> None:
    client = client_of("auditor")
    for place in ("/oversight/audits", "/oversight/audits/R1"):
        shown = text_of(client, place)
        taxpayers = pl.read_parquet(made() / "audits" / "R1" / "judged.parquet").get_column("taxpayer_id")
        assert [one for one in taxpayers if one in shown] == []
    assert looks("AUDIT.R1") == []
    text_of(client, "/oversight/audits/R1/releases/3")
    text_of(client, "/oversight/audits/R1/rows?of=verdict%3Dunlawful")
    text_of(client, "/oversight/audits/R1/differences?other=other")
    taken = client.get("/oversight/audits/R1/files/notices")
    assert taken.headers["Content-Disposition"] == 'attachment; filename="R1-notices.csv"'
    unlawful = json.loads((made() / "audits" / "R1" / "summary.json").read_text())["verdict"][1]["releases"]
    entered = looks("AUDIT.R1")
    assert [(who, purpose) for who, purpose, _ in entered] == [
        ("auditor", "to see why, release 3"),
        ("auditor", "to see the releases behind verdict=unlawful, page 1"),
        ("auditor", "to compare with other"),
        ("auditor", "to take notices.csv away"),
    ]
    assert [count for _, _, count in entered][:2] == [1, unlawful]
    page = text_of(client, "/oversight/looks")
    assert "/oversight/audits/R1" in page
    inside_ledger = runs.enter()
    assert inside_ledger is None or inside_ledger >= 0


def test_a_key_or_a_run_that_is_none_is_told_and_no_look_is_entered(runs: Office) -> None:
    client = client_of("auditor")
    for place in (
        "/oversight/audits/R1/rows?of=nothing%3D1",
        "/oversight/audits/R1/rows",
        "/oversight/audits/R1/files/x",
    ):
        assert text_of(client, place, 400)
    for place in (
        "/oversight/audits/none",
        "/oversight/audits/-/rows",
        "/oversight/audits/R1/differences?other=none",
    ):
        assert text_of(client, place, 404)
    assert looks("AUDIT.R1") == []


def test_a_link_in_the_folder_leads_nowhere(runs: Office) -> None:
    (runs.folder / "audits" / "link").symlink_to(made() / "audits" / "R1")
    client = client_of("auditor")
    assert "/audits/link" not in text_of(client, "/oversight/audits")
    text_of(client, "/oversight/audits/link", 404)


def test_differences_say_who_gains_and_by_which_demand(runs: Office) -> None:
    page = text_of(client_of("auditor"), "/oversight/audits/R1/differences?other=other")
    assert "or his TIN agrees" in page
    assert "Gained: 0" not in page
    assert "Lost: 0" in page


@pytest.mark.parametrize("who", ["clerk", "preparer", "first", "releaser", "counsel", "privacy", "agent"])
def test_nobody_but_the_inspector_sees_an_audit(runs: Office, who: str) -> None:
    for place in ("", "/R1", "/R1/rows?of=verdict%3Dlawful", "/R1/releases/1", "/R1/files/report"):
        assert client_of(who).get(f"/oversight/audits{place}").status_code == 403
    assert looks("AUDIT.R1") == []


def test_the_shape_of_a_large_request_is_shown_before_any_record_is_looked_at(
    runs: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lawgate.stores.records.custodian.RecordsFolder.resolve", None)
    page = text_of(client_of("clerk"), "/batches/waits")
    for figure in ("Addresses", "Reasons", "Officers who would receive", "Taxable periods"):
        assert figure in page
    assert "names 40 subjects" in page
    assert "not decided yet" in page
    assert "Have it decided" not in page
    assert "Have it decided" in text_of(client_of("preparer"), "/batches/waits")
    assert looks("BATCH.waits") == []
    assert text_of(client_of("clerk"), "/batches/waits/result", 400)


def test_a_preparer_has_it_decided_and_the_look_is_entered_first(runs: Office) -> None:
    assert client_of("clerk").post("/batches/waits/decide").status_code == 403
    assert client_of("preparer").get("/batches/waits/decide").status_code == 405
    assert client_of("preparer").post("/batches/waits/decide").status_code == 302
    assert looks("BATCH.waits") == [("preparer", "to decide a large request", 40)]
    assert (runs.folder / "batches" / "waits" / "wanted").is_file()
    assert client_of("preparer").post("/batches/waits/decide").status_code == 409
    assert "being decided" in text_of(client_of("auditor"), "/batches/waits/progress")


def test_progress_tells_rate_and_time_left_from_the_parts_that_stand(runs: Office) -> None:
    growing = runs.folder / "batches" / "waits" / ".out.growing"
    growing.mkdir()
    (growing / "manifest.json").write_text('{"subjects_in_part": 10}')
    for number in range(3):
        note = growing / f"{number:06}.json"
        note.write_text("{}")
        os.utime(note, (1000 + 5 * number, 1000 + 5 * number))
    page = text_of(client_of("clerk"), "/batches/waits/progress")
    assert "30 / 40 (75 %)" in page
    assert "<dd>2</dd>" in page
    assert "<dd>0:05</dd>" in page
    assert 'hx-trigger="every 2s"' in page
    inner = client_of("clerk").get("/batches/waits/progress", headers={"HX-Request": "true"}).content.decode()
    assert inner.lstrip().startswith('<div id="progress"')
    assert "<html" not in inner


def test_what_became_of_it_is_figures_and_the_defects_a_file_that_no_spreadsheet_runs(runs: Office) -> None:
    client = client_of("clerk")
    page = text_of(client, "/batches/B1/result")
    assert "Nothing leaves by this" in page
    assert "Decisions by outcome" in page
    assert looks("BATCH.B1") == []
    taken = client.get("/batches/B1/defects.csv")
    rows = list(csv.reader(io.StringIO(taken.content.decode())))
    with (made() / "batches" / "B1" / "out" / "defects.csv").open() as file:
        assert rows == list(csv.reader(file))
    summary = json.loads((made() / "batches" / "B1" / "out" / "summary.json").read_text())
    assert looks("BATCH.B1") == [("clerk", "to take the defects away", summary["admission"]["returned"])]


def test_no_page_counts_what_was_laid_into_the_folder_by_hand(
    inside: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay_into(inside.folder)
    with monkeypatch.context() as patched:
        patched.setattr(batches, "tell_shape", None)
        page = text_of(client_of("preparer"), "/batches/waits")
        assert "being counted in the background" in page
        assert "Have it decided" not in page
        assert "0 / 0" in text_of(client_of("preparer"), "/batches/waits/progress")
        assert client_of("preparer").post("/batches/waits/decide").status_code == 409
    assert (batches.count_shapes(inside.desk), batches.count_shapes(inside.desk)) == (2, 0)
    monkeypatch.setattr(batches, "tell_shape", None)
    page = text_of(client_of("preparer"), "/batches/waits")
    assert "names 40 subjects" in page
    assert f"Counted under the law of {today().isoformat()}" in page


def test_large_requests_are_destroyed_when_their_time_is_over_by_an_entry_and_digests_stay(
    runs: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = runs.folder / "batches"
    laid = runs.clock().timestamp() - 100 * 86400
    for name in ("B1", "waits"):
        for one in (place / name).rglob("*"):
            os.utime(one, (laid, laid))
    digest = digest_of(place / "waits" / "request.json")
    assert purge_batches(runs.desk, days=100) == 0, "not before its time"
    runs.clock.move(days=1)
    with monkeypatch.context() as patched:
        patched.setattr(BatchRun, "remove_words", broken_off)
        with pytest.raises(OSError, match="broken off"):
            purge_batches(runs.desk, days=100)
    assert (place / "B1" / "request.json").is_file(), "the entry stands first"
    assert models.Entry.objects.filter(act="purge").count() == 1
    assert purge_batches(runs.desk, days=100) == 2, "what was broken off is ended"
    assert purge_batches(runs.desk, days=100) == 0
    entries = models.Entry.objects.filter(act="purge").order_by("case_number")
    assert [(one.case_number, one.kind) for one in entries] == [
        ("BATCH.B1", "destroyed"),
        ("BATCH.waits", "destroyed"),
    ]
    assert entries[1].account["reason"]["digests"]["request.json"] == digest
    assert sorted(str(one.relative_to(place)) for one in place.rglob("*") if one.is_file()) == [
        "B1/out/summary.json", "B1/purged.json", "waits/purged.json",
    ]  # fmt: skip
    page = text_of(client_of("clerk"), "/batches/waits")
    assert digest in page
    assert "its words are destroyed" in page
    assert client_of("preparer").post("/batches/waits/decide").status_code == 409
    for part in ("progress", "result", "defects.csv"):
        assert client_of("clerk").get(f"/batches/B1/{part}").status_code in {200, 400}
    assert batches.count_shapes(runs.desk) == 0


def broken_off(_run: BatchRun) -> None:
    raise OSError("broken off")


def test_what_is_being_decided_is_never_destroyed(runs: Office) -> None:
    place = runs.folder / "batches" / "waits"
    for one in place.rglob("*"):
        os.utime(one, (0, 0))
    (place / "wanted").touch()
    assert purge_batches(runs.desk, days=1) == 0 or (place / "request.json").is_file()
    assert (place / "request.json").is_file()


def sent(client: Client, request: bytes, table: bytes | None):
    files = {"request": io.BytesIO(request)} | ({"table": io.BytesIO(table)} if table else {})
    for name, file in files.items():
        file.name = f"{name}.json"
    return client.post("/batches/new", files)


def test_a_clerk_takes_a_large_request_in_and_what_cannot_be_read_leaves_nothing(runs: Office) -> None:
    sample = made() / "sample" / "requests"
    request, table = ((sample / f"batch.{kind}").read_bytes() for kind in ("json", "parquet"))
    answer = sent(client_of("clerk"), request, table)
    assert answer.headers["Location"] == "/batches/B2026-0001"
    assert "names 40 subjects" in text_of(client_of("clerk"), "/batches/B2026-0001")
    assert models.Entry.objects.get(case_number="BATCH.B2026-0001").kind == "request_received"
    spoilt = json.loads(request)
    for bad, beside in (
        (request, None),
        (request, b"not a table"),
        (b"{", table),
        (json.dumps({**spoilt, "subjects": "../x.csv"}).encode(), table),
        (json.dumps({**spoilt, "subjects": "request.json"}).encode(), table),
    ):
        assert sent(client_of("clerk"), bad, beside).status_code == 400
    assert sent(client_of("preparer"), request, table).status_code == 403
    assert sorted(one.name for one in (runs.folder / "batches").iterdir()) == ["B1", "B2026-0001", "waits"]


def test_no_person_stands_in_an_address_or_in_the_log(
    runs: Office, capfd: pytest.CaptureFixture[str]
) -> None:
    client = client_of("auditor")
    judged = pl.read_parquet(made() / "audits" / "R1" / "judged.parquet")
    known = {*judged.get_column("ref"), *judged.get_column("taxpayer_id"), *judged.get_column("release_id")}
    for place in (
        "/oversight/audits/R1",
        "/oversight/audits/R1/rows?of=compared%3Dno",
        "/oversight/audits/R1/releases/2",
    ):
        links = re.findall(r'href="([^"]+)"', text_of(client, place))
        assert [one for one in links if known & set(re.split(r"[/?=&]", unescape(one)))] == []
    client_of("clerk").get("/oversight/audits/R1/releases/2")
    said = "".join(capfd.readouterr())
    assert [one for one in known if one in said] == []


def test_pages_are_in_spanish_too(runs: Office) -> None:
    client = client_of("auditor")
    client.cookies["__Host-lawgate-language"] = "es"
    client.post("/language", {"language": "es", "next": "/"})
    page = text_of(client, "/oversight/audits/R1")
    assert 'lang="es"' in page
    assert "Verdicts" not in page


def test_a_run_is_named_so_that_the_ledger_takes_it(runs: Office) -> None:
    for name in ("123456789", "a123456789", "a-12-3456789", "-x", "_x", "x" * 41, "a.b"):
        (runs.folder / "audits" / name).mkdir()
        assert name not in text_of(client_of("auditor"), "/oversight/audits")
