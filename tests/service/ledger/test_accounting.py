"""Reports say what was entered and nothing else; what is hidden leaves no gap; an export can be checked by others."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
import rfc8785
from pypdf import PdfReader
from tests.handover.account_of_cases import CASES, SECRET_REASON, made_account
from tests.ledger.logs import POLICY_TEXT

from lawgate import verify as verifier
from lawgate.errors import InputError
from lawgate.ledger.entry import Kind
from lawgate.present.letters.pages import Language, strings
from lawgate.service.ledger.accounting import KINDS, Document, Wanted, report
from lawgate.service.ledger.export import choose, export
from lawgate.service.ledger.manifest import MANIFEST_TYPE
from lawgate.service.ledger.paper import Paper
from lawgate.service.ledger.told import Books
from lawgate.stores.handover.envelopes import open_envelope
from lawgate.stores.ledger.keys import make_key

DAY = date(2026, 4, 1)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    made_account(tmp_path)
    return tmp_path


def books(place: Path, account: Path | None = None) -> Books:
    return Books(place / "ledger", account or place / "account.jsonl", place / "keys.txt")


def made(
    place: Path, kind: str, *, account: Path | None = None, out: Path | None = None, language: str = "en",
    synthetic: bool = False, **wanted: Any,
) -> Document:  # fmt: skip
    paper = Paper(language=language, synthetic=synthetic, day=DAY)
    return report(books(place, account), Wanted(kind, **wanted), out=out, paper=paper)


def test_the_yearly_counts_are_those_of_the_statute(place: Path) -> None:
    rows = made(place, "yearly", year=2026)["rows"]
    assert rows == [
        ["self", "1", "0", "0", ""],
        ["us.doj", "3", "2", "1", "26 U.S.C. 6103(i)(2)"],
        ["us.gao", "1", "0", "0", ""],
        ["us.sba", "1", "1", "1", "26 U.S.C. 6103(l)(3)"],
    ], "a consent is not accounted for, last year's release is last year's, a sealed matter is nowhere"
    assert made(place, "yearly", year=2025)["rows"] == [
        ["us.gao", "0", "1", "1", "26 U.S.C. 6103(i)(8)(A)(i)"]
    ]


def test_small_counts_are_kept_from_the_public_when_asked(place: Path) -> None:
    rows = made(place, "yearly", year=2026, smallest=3)["rows"]
    assert rows[1] == ["us.doj", "3", "fewer than 3", "fewer than 3", "26 U.S.C. 6103(i)(2)"]
    assert rows[0][2] == "0"


def test_no_reason_or_name_of_a_person_is_in_the_public_counts(place: Path) -> None:
    told = json.dumps(made(place, "yearly", year=2026))
    assert SECRET_REASON not in told
    assert "T1" not in told
    assert "Agent One" not in told


def test_codes_of_the_public_instructions_are_filled_in_and_the_agency_s_own_come_first(place: Path) -> None:
    def codes_of(**given: Any) -> set[tuple[str, str, str]]:
        told = made(place, "form-5466-b", last="2026-12-31", **given)
        rows = [dict(zip(told["heads"], row, strict=True)) for row in told["rows"]]
        return {(one["Agency"], one["Agency code"], one["Purpose code"]) for one in rows}

    assert ("us.gao", "FD005", "20") in codes_of()
    assert ("us.doj", "", "") in codes_of(), "what is stated nowhere stays blank"
    own = place / "own.json"
    own.write_text(
        json.dumps({"agency": {"us.gao": "G"}, "purpose": {"/us/usc/t26/s6103/i/8/A/i": "9"}}), "utf-8"
    )
    assert ("us.gao", "G", "9") in codes_of(codes=own)
    assert (
        "blank unless the agency gave its list" in made(place, "form-5466-b", last="2026-12-31")["notes"][0]
    )


def test_the_form_has_a_row_for_each_period_with_codes_and_the_entry(place: Path) -> None:
    codes = place / "codes.json"
    codes.write_text(
        json.dumps({"agency": {"us.gao": "FD005"}, "purpose": {"/us/usc/t26/s6103/i/8/A/i": "20"}}), "utf-8"
    )
    document = made(place, "form-5466-b", first="2025-12-01", last="2025-12-31", codes=codes)
    heads, rows = document["heads"], document["rows"]
    told = [dict(zip(heads, row, strict=True)) for row in rows]
    assert [one["Tax period"] for one in told] == ["2022", "2023"]
    assert {(one["Agency code"], one["Purpose code"], one["Case"], one["Ledger entry"]) for one in told} == {
        ("FD005", "20", "CASE-5", "9")
    }
    everything = made(place, "form-5466-b", last="2026-12-31")["rows"]
    assert len(everything) == 2 * 5
    assert "CASE-7" not in str(everything)


def test_a_persons_own_accounting_hides_law_enforcement_without_a_gap(place: Path) -> None:
    document = made(place, "own", subject="T1")
    assert [row[3] for row in document["rows"]] == ["26 U.S.C. 6103(c)", "26 U.S.C. 6103(l)(3)"]
    assert "Ledger entry" not in document["heads"]
    told = json.dumps(document["rows"])
    assert not [case for case in CASES if case in told]
    assert "us.doj" not in told
    nothing = made(place, "own", subject="T3")
    assert nothing["rows"] == made(place, "own", subject="nobody")["rows"] == []
    assert nothing["notes"] == document["notes"], "what is said below is the same, hidden or not"


def test_a_person_reads_it_in_spanish_too(place: Path) -> None:
    document = made(place, "own", subject="T1", language="es", out=place / "o.pdf")
    assert document["rows"][0][1] == "Nombre"
    read = PdfReader(place / "o.pdf")
    assert "Divulgaciones de su información" in read.pages[0].extract_text()
    assert read.trailer["/Root"]["/Lang"] == "es"  # type: ignore[index]
    with pytest.raises(InputError, match="word of the list"):
        made(place, "own", subject="T1", language="fr")


def test_reports_are_written_as_csv_and_as_tagged_pdf(place: Path) -> None:
    table = place / "r.csv"
    document = made(place, "yearly", year=2026, out=table)
    with table.open(newline="", encoding="utf-8") as file:
        assert list(csv.reader(file)) == [document["heads"], *document["rows"]]
    paper = place / "r.pdf"
    made(place, "form-5466-b", last="2026-12-31", out=paper, synthetic=True)
    read = PdfReader(paper)
    text = " ".join(page.extract_text() for page in read.pages)
    assert "Disclosures up to 2026-12-31" in text
    assert "CASE-5" in text
    assert read.trailer["/Root"]["/MarkInfo"]["/Marked"]  # type: ignore[index]


def test_no_cell_of_a_report_runs_in_a_spreadsheet(place: Path) -> None:
    codes, table = place / "codes.json", place / "r.csv"
    codes.write_text(json.dumps({"agency": {"us.doj": " =1+1"}}), encoding="utf-8")
    made(place, "form-5466-b", last="2026-12-31", codes=codes, out=table)
    with table.open(newline="", encoding="utf-8") as file:
        cells = {cell for row in csv.reader(file) for cell in row}
    assert "' =1+1" in cells
    assert " =1+1" not in cells


def changed_account(place: Path, old: str, new: str) -> Path:
    path = place / "changed.jsonl"
    text = (place / "account.jsonl").read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('"us.sba"', '"us.dhs"', "not what was entered"),
        ('"index":0,', '"index":1,', "told twice"),
        ('"index":13,', '"index":99,', "entry 99"),
        ('"commitments":["', '"commitments":["00', "not what the entry commits to"),
        ('"fields":', '"field":', "not a line of an account"),
    ],
)
def test_an_account_that_is_not_the_ledgers_makes_no_report(
    place: Path, old: str, new: str, says: str
) -> None:
    with pytest.raises(InputError, match=says) as error:
        made(place, "yearly", year=2026, account=changed_account(place, old, new))
    assert "Quetzalbird" not in str(error.value)


def test_an_account_that_leaves_an_entry_out_and_a_ledger_that_does_not_hold_make_no_report(
    place: Path,
) -> None:
    short = place / "short.jsonl"
    lines = (place / "account.jsonl").read_text(encoding="utf-8").splitlines(keepends=True)
    short.write_text("".join(lines[1:]), encoding="utf-8")
    with pytest.raises(InputError, match="lacks this entry"):
        made(place, "yearly", year=2026, account=short)
    bundle = next((place / "ledger/tile/entries/000.p").iterdir())
    bundle.write_bytes(bundle.read_bytes().replace(b"CASE-2", b"CASE-9"))
    with pytest.raises(InputError, match="does not hold"):
        made(place, "yearly", year=2026)


@pytest.mark.parametrize("left_out", [("agency",), ("subject",), ("agency", "subject", "items")])
@pytest.mark.parametrize(
    ("kind", "options"), [("yearly", {"year": 2026}), ("own", {"subject": "T1"}), ("form-5466-b", {})]
)
def test_no_report_is_made_shorter_by_an_account_that_leaves_permanent_fields_out(
    place: Path, kind: str, options: dict[str, Any], left_out: tuple[str, ...]
) -> None:
    lines = [json.loads(one) for one in (place / "account.jsonl").read_text(encoding="utf-8").splitlines()]
    for line in lines:
        line["fields"] = [one for one in line["fields"] if one["name"] not in left_out]
    path = place / "stripped.jsonl"
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    with pytest.raises(InputError, match="which is permanent"):
        made(place, kind, account=path, **options)


def test_what_was_destroyed_is_missing_and_the_rest_is_still_reported(place: Path) -> None:
    path, lines = place / "destroyed.jsonl", []
    for text in (place / "account.jsonl").read_text(encoding="utf-8").splitlines():
        line = json.loads(text)
        line["fields"] = [one for one in line["fields"] if one["name"] not in {"values", "request"}]
        lines.append(json.dumps(line))
    path.write_text("\n".join(lines), encoding="utf-8")
    assert made(place, "yearly", year=2026, account=path) == made(place, "yearly", year=2026)


@pytest.mark.parametrize("kind", ["yearly", "own", "other"])
def test_a_report_that_needs_more_says_what(place: Path, kind: str) -> None:
    assert "other" not in KINDS
    with pytest.raises(InputError):
        made(place, kind)


def exported(
    place: Path, *, case: str | None = None, first: str | None = None, last: str | None = None,
    language: str = "en", synthetic: bool = False, **options: Any,
) -> tuple[Document, Path]:  # fmt: skip
    out = place / "export"
    paper, chosen = (
        Paper(language=language, synthetic=synthetic, day=DAY),
        choose(case=case, first=first, last=last),
    )
    return export(books(place), chosen, out=out, paper=paper, **options), out


def test_an_export_of_a_case_is_checked_with_what_lies_in_it(place: Path) -> None:
    (place / "papers").mkdir()
    (place / "papers" / "request.txt").write_text("a request", "utf-8")
    signer = make_key(place / "certifier.key", "agency.example/records")
    document, out = exported(
        place, case="CASE-1", documents=place / "papers", signer=place / "certifier.key", synthetic=True
    )
    assert document["entries"] == [0, 1]
    for proof in sorted((out / "entries").iterdir()):
        ran = subprocess.run(
            [sys.executable, "-I", out / "verify.py", place / "keys.txt", proof],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert ran.returncode == 0, ran.stdout + ran.stderr
    manifest = json.loads((out / "manifest.json").read_bytes())
    found = {str(path.relative_to(out)) for path in out.rglob("*") if path.is_file()}
    assert found == {*manifest["files"], "manifest.json", "manifest.dsse.json"}
    assert all(
        sha256((out / name).read_bytes()).hexdigest() == said for name, said in manifest["files"].items()
    )
    signed = open_envelope(json.loads((out / "manifest.dsse.json").read_bytes()), MANIFEST_TYPE, [signer.key])
    assert signed
    assert signed[0] == rfc8785.dumps(manifest)
    text = " ".join(page.extract_text() for page in PdfReader(out / "statement.pdf").pages)
    assert "What they do not show" in text
    assert "w0, w1" in text
    numbered = [f"{kind} CASE-1 {number} 2026-" for number, kind in enumerate(kinds_of(out), start=1)]
    assert all(one in " ".join(text.split()) for one in numbered), "a gap would be seen"


def kinds_of(out: Path) -> list[str]:
    keys = verifier.read_keys(POLICY_TEXT)
    proofs = sorted((out / "entries").iterdir())
    entries = [verifier.check_proof(path.read_bytes(), keys)[0]["entry"] for path in proofs]
    return [entry["kind"].replace("_", " ") for entry in entries]


@pytest.mark.parametrize("language", Language)
def test_every_kind_of_entry_has_its_words_in_both_languages(language: Language) -> None:
    assert strings(language)["certificate"]["kinds"].keys() == {kind.value for kind in Kind}


def test_an_export_opens_what_its_viewer_may_see_and_values_only_when_asked(place: Path) -> None:
    _, out = exported(place, case="CASE-1")
    keys = verifier.read_keys(POLICY_TEXT)
    shown, problems = verifier.check_proof((out / "entries/000001.tlog-proof").read_bytes(), keys)
    assert problems == []
    assert "reason" in shown["opened"]
    assert "values" not in shown["opened"]
    for view, names in (("public", {"agency"}), ("subject", {"agency", "items", "periods", "purpose",
                        "recipients", "disclosed_on", "subject"})):  # fmt: skip
        (place / view).mkdir()
        export(books(place), choose(case="CASE-1"), out=place / view / "x", viewer=view, paper=Paper(day=DAY))
        data = (place / view / "x" / "entries/000001.tlog-proof").read_bytes()
        assert verifier.check_proof(data, keys)[0]["opened"].keys() == names
    opened = export(books(place), choose(case="CASE-1"), out=place / "v", values=True, paper=Paper(day=DAY))
    data = (Path(opened["out"]) / "entries/000001.tlog-proof").read_bytes()
    assert "values" in verifier.check_proof(data, keys)[0]["opened"]


def test_an_export_of_days_leaves_sealed_matters_out_and_speaks_spanish(place: Path) -> None:
    document, out = exported(place, first="2026-03-02", last="2026-03-02", language="es")
    assert document["entries"] == [1, 3, 5, 7, 11]
    text = " ".join(page.extract_text() for page in PdfReader(out / "statement.pdf").pages)
    assert "Lo que no muestran" in " ".join(text.split())
    assert not (out / "manifest.dsse.json").exists()


@pytest.mark.parametrize(
    "options",
    [
        {},
        {"case": "CASE-1", "first": "2026-01-01"},
        {"case": "CASE-99"},
        {"case": "CASE-1", "viewer": "nobody"},
        {"case": "CASE-1", "language": "fr"},
        {"case": "CASE-1", "documents": Path("nowhere")},
    ],
)
def test_an_export_that_cannot_be_made_leaves_nothing(place: Path, options: dict[str, Any]) -> None:
    with pytest.raises(InputError):
        exported(place, **options)
    assert not (place / "export").exists()
