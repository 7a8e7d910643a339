"""Requests and findings that cannot be read: one line with place and mend, and nothing written."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.service.desk import Desk, Json, files_in, write

from lawgate.errors import InputError
from lawgate.service.batch.stream import BatchOptions, run_batch
from lawgate.service.contract.read import request_size_bytes_max
from lawgate.service.decide import decide

Change = Callable[[Json], Any]


def refused(desk: Desk, folder: Path, document: Any) -> InputError:
    """The error of decide, which is that of batch, after which the folder is as it was."""
    request = write(folder, document)
    before = files_in(folder)
    with pytest.raises(InputError) as by_decide:
        decide(request, records=desk.records, as_of_day=desk.day)
    with pytest.raises(InputError) as by_batch:
        run_batch(request, BatchOptions(records=desk.records, out=folder / "out", as_of_day=desk.day))
    assert by_decide.value.line() == by_batch.value.line()
    assert files_in(folder) == before
    assert not (folder / "out").exists()
    _is_one_line_with_place_and_mend(by_decide.value)
    return by_decide.value


def _is_one_line_with_place_and_mend(error: InputError) -> None:
    assert error.where
    assert error.mend
    assert len(error.line().splitlines()) == 1


def _put(place: str, value: Any) -> Change:
    def change(document: Json) -> Json:
        inside: Any = document
        steps: list[Any] = [int(step) if step.isdigit() else step for step in place.split("/")]
        for step in steps[:-1]:
            inside = inside[step]
        inside[steps[-1]] = value
        return document

    return change


def _drop(name: str) -> Change:
    return lambda document: {key: value for key, value in document.items() if key != name}


def _twice(document: Json) -> Json:
    return {**document, "subjects": document["subjects"] * 2}


BAD: dict[str, tuple[Change, str, str]] = {
    "an unknown key": (_put("priority", "high"), "priority", "no such key"),
    "an unknown key of a subject": (_put("subjects/0/nickname", "x"), "subjects[0].nickname", "no such key"),
    "an unknown key with a hyphen": (
        _put("subjects/0/tax-periods", []),
        "subjects[0].tax-periods",
        "no such key",
    ),
    "an unknown key of the matter": (_put("matter/judge", "x"), "matter.judge", "no such key"),
    "a number for a name": (_put("subjects/0/name/given", 7), "subjects[0].name.given", "not text"),
    "text for yes or no": (_put("in_writing", "yes"), "in_writing", "neither true nor false"),
    "a number for yes or no": (_put("in_writing", 1), "in_writing", "neither true nor false"),
    "a list for a name": (_put("subjects/0/name", ["Ana"]), "subjects[0].name", ""),
    "a number for a period": (
        _put("subjects/0/tax_periods", [2023]),
        "subjects[0].tax_periods[0]",
        "not text",
    ),
    "subjects as a number": (_put("subjects", 3), "subjects", ""),
    "subjects as the name of no table": (
        _put("subjects", "people.xlsx"),
        "subjects",
        "use lower-case words joined by dots, or a .parquet",
    ),
    "no subjects": (_put("subjects", []), "subjects", "empty"),
    "no items": (_put("items", []), "items", "empty"),
    "no id": (_drop("id"), "id", "not there"),
    "no requester": (_drop("requester"), "requester", "not there"),
    "no day of receipt": (_drop("received_on"), "received_on", "not there"),
    "no ref": (_put("subjects/0", {"address": "12 Elm St"}), "subjects[0].ref", "not there"),
    "a day that is not in the calendar": (_put("received_on", "2026-02-30"), "received_on", "not a day"),
    "a day in another form": (_put("received_on", "03/01/2026"), "received_on", "not a day"),
    "a day as a number": (_put("received_on", 20260301), "received_on", "not a day"),
    "an impossible date of birth": (
        _put("subjects/0/date_of_birth", "1980-13-01"),
        "subjects[0].date_of_birth",
        "not a day",
    ),
    "a ref given twice": (_twice, "subjects[1]", "given twice"),
    "an unknown item": (_put("items", ["return.1040.mood"]), "items[0]", "vocabulary"),
    "an item with a slip": (_put("items", ["identity.nam"]), "items[0]", "use identity.name or"),
    "an unknown level": (_put("requester/level", "galactic"), "requester.level", "vocabulary"),
    "an unknown office": (
        _put("requester/signatory/office", "us_attorneys"),
        "requester.signatory.office",
        "vocabulary",
    ),
    "an unknown stage": (_put("matter/stage", "trial"), "matter.stage", "vocabulary"),
    "an agency that is no dotted name": (_put("requester/agency", "U.S. DOJ"), "requester.agency", "form"),
    "an unknown provision": (_put("provision", "26 USC 6103(z)(9)"), "provision", "no pathway"),
    "a provision of another section": (_put("provision", "26 USC 7213"), "provision", "no pathway"),
    "a provision that is no address": (_put("provision", "the usual one"), "provision", "address"),
    "an unknown fact": (_put("subjects/0/facts", {"matter.mood": True}), "facts.matter.mood", "no such fact"),
    "a fact that is an official's": (
        _put("subjects/0/facts", {"finding.reasons_specific": True}),
        "facts.finding.reasons_specific",
        "not the requester's",
    ),
    "a fact that is the custodian's": (
        _put("subjects/0/facts", {"person.on_file": "one"}),
        "facts.person.on_file",
        "not the requester's",
    ),
    "a fact that is the court's": (
        _put("subjects/0/facts", {"order.granted": True}),
        "facts.order.granted",
        "not the requester's",
    ),
    "a fact with an answer that is none": (
        _put("subjects/0/facts", {"matter.stage": "trial"}),
        "facts.matter.stage",
        "not an answer",
    ),
    "a fact with a list for an answer": (
        _put("subjects/0/facts", {"matter.stage": ["investigation"]}),
        "facts.matter.stage",
        "not an answer",
    ),
    "a fact against the request's own field": (
        _put("subjects/0/facts", {"matter.tax_administration": True}),
        "facts.matter.tax_administration",
        "contrary",
    ),
    "a recipient whom nobody lists": (_put("subjects/0/recipients", ["O99"]), "recipients", "not among"),
    "a recipient's id given twice": (
        _put("recipients", [{"id": "O1"}, {"id": "O1"}]),
        "recipients",
        "given twice",
    ),
    "an order's item that is unknown": (
        _put("court_order", {"items": ["return.mood"]}),
        "court_order.items[0]",
        "vocabulary",
    ),
    "an order's recital that is no address": (
        _put("court_order", {"recitals": ["as usual"]}),
        "court_order.recitals[0]",
        "address",
    ),
    "a control character": (_put("reasons", "bell\x07"), "reasons", "control character"),
    "an escape sequence in a name": (
        _put("subjects/0/name/surname", "\x1b[31mSample"),
        "subjects[0].name.surname",
        "control character",
    ),
    "writing turned round": (_put("reasons", "paid \u202eyadretsey"), "reasons", "control character"),
    "an invisible sign in a ref": (_put("subjects/0/ref", "1\u200b"), "subjects[0].ref", "invisible"),
    "a null character in a ref": (_put("subjects/0/ref", "1\x00"), "subjects[0].ref", "control character"),
    "a formula in a cell": (
        _put("subjects/0/address", '=HYPERLINK("x")'),
        "subjects[0].address",
        "formula",
    ),
    "a formula after blanks": (_put("subjects/0/ref", " @SUM(A1)"), "subjects[0].ref", "formula"),
    "a formula that starts with a sign": (_put("reasons", "-1+cmd"), "reasons", "formula"),
    "a text without end": (_put("reasons", "x" * 20_001), "reasons", "20000"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_request_outside_the_schema_is_refused_with_its_place_and_mend(
    name: str, desk: Desk, tmp_path: Path
) -> None:
    change, where, what = BAD[name]
    error = refused(desk, tmp_path, change(desk.document("complete-us-attorney")))
    place = error.where.replace("subjects[1].", "subjects[0].") if what != "given twice" else error.where
    assert where in place
    assert what in f"{error.what}; {error.mend}"


BYTES: dict[str, bytes] = {
    "nothing": b"",
    "a byte order mark before it": b"\xef\xbb\xbf{}",
    "half a document": b'{"id": "REQ-1", "subjects": [',
    "two documents": b"{} {}",
    "no object": b"[]",
    "a key given twice": b'{"id": "REQ-1", "id": "REQ-2"}',
    "a key given twice deep inside": b'{"id": "REQ-1", "matter": {"stage": "none", "stage": "investigation"}}',
    "Latin-1 text": '{"id": "Jos\u00e9"}'.encode("latin-1"),
    "UTF-16 text": '{"id": "REQ-1"}'.encode("utf-16"),
    "a broken UTF-8 sequence": b'{"id": "REQ-\xc3\x28"}',
    "half a surrogate pair": b'{"id": "REQ-\\ud800"}',
    "no number": b'{"id": NaN}',
    "a bare control character": b'{"id": "REQ\x01"}',
    "lists a thousand deep": b'{"id": ' + b"[" * 100_000 + b"]" * 100_000 + b"}",
    "objects a thousand deep": b'{"a":' * 50_000 + b"1" + b"}" * 50_000,
}


@pytest.mark.parametrize("name", BYTES)
def test_bytes_that_are_no_document_are_refused_with_their_place_and_mend(
    name: str, desk: Desk, tmp_path: Path
) -> None:
    error = refused(desk, tmp_path, BYTES[name])
    assert "request.json" in error.where or error.where == "request"


def test_a_key_of_two_lines_is_told_in_one(desk: Desk, tmp_path: Path) -> None:
    document = {**desk.document("complete-us-attorney"), "a\nkey\r\nof lines": 1}
    assert "no such key" in refused(desk, tmp_path, document).what


def test_a_fact_that_is_nested_is_refused_and_not_followed(desk: Desk, tmp_path: Path) -> None:
    nested: Any = True
    for _ in range(150):
        nested = {"deeper": nested}
    document = desk.document("complete-us-attorney")
    document["subjects"][0]["facts"] = {"matter.stage": nested}
    assert "not an answer" in refused(desk, tmp_path, document).what


def test_two_hundred_megabytes_are_refused_by_their_size_before_they_are_read(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    request = tmp_path / "request.json"
    with request.open("wb") as file:
        file.truncate(200 * 1024 * 1024)

    read = Path.read_bytes

    def unread(path: Path) -> bytes:
        assert path != request, "the large file was read"
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", unread)
    for asked, findings in ((request, None), (desk.request("complete-us-attorney"), request)):
        with pytest.raises(InputError) as error:
            decide(asked, findings=findings)
        assert str(request_size_bytes_max) in error.value.what
        assert error.value.where == str(request)
        assert error.value.mend


@pytest.mark.parametrize("missing", ["no-such.json", "."])
def test_a_request_that_is_no_file_is_refused(missing: str, desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(InputError) as error:
        decide(tmp_path / missing, records=desk.records)
    _is_one_line_with_place_and_mend(error.value)


@pytest.mark.parametrize("document", [b"{", b"[]", b"{}", b'{"findings": 3}', b'{"findings": [{}]}', b"\xff"])
def test_findings_outside_the_schema_are_refused_with_their_place_and_mend(
    document: bytes, desk: Desk, tmp_path: Path
) -> None:
    findings = write(tmp_path, document, "answers.json")
    with pytest.raises(InputError) as error:
        decide(desk.request("complete-us-attorney"), findings=findings, as_of_day=desk.day)
    assert "answers.json" in error.value.where
    _is_one_line_with_place_and_mend(error.value)


@pytest.mark.parametrize(
    ("field", "value", "where"),
    [
        ("answer", "maybe", "answer"),
        ("answer", True, "answer"),
        ("on", "2026-02-31", "on"),
        ("on", "2026-03-11", "on"),
        ("cite", "26 USC 6103(b)(1)", "cite"),
        ("by", {"office": "clerk"}, "by.office"),
        ("by", {}, "by.office"),
        ("refs", "1", "refs"),
        ("items", ["return.mood"], "items[0]"),
        ("note", "\x07", "note"),
        ("signed", True, "signed"),
    ],
)
def test_a_finding_that_cannot_stand_is_refused_in_its_row(
    field: str, value: Any, where: str, desk: Desk, tmp_path: Path
) -> None:
    document = json.loads(desk.findings.read_text(encoding="utf-8"))
    document["findings"][1][field] = value
    findings = write(tmp_path, document, "answers.json")
    with pytest.raises(InputError) as error:
        decide(desk.request("complete-us-attorney"), findings=findings, as_of_day=desk.day)
    assert f"findings[1].{where}" in error.value.where
    _is_one_line_with_place_and_mend(error.value)


@pytest.mark.parametrize("option", ["as_of_day", "known_on"])
@pytest.mark.parametrize("day", ["yesterday", "2026-02-30", "2026-3-1", "20260301"])
def test_an_option_that_is_no_day_is_refused(option: str, day: str, desk: Desk) -> None:
    with pytest.raises(InputError) as error:
        decide(desk.request("complete-us-attorney"), **{option: day})  # type: ignore[arg-type]
    assert error.value.where == {"as_of_day": "--as-of", "known_on": "--known-on"}[option]


def test_a_day_whose_law_is_not_formalised_is_refused(desk: Desk) -> None:
    with pytest.raises(InputError, match="not formalised"):
        decide(desk.request("complete-us-attorney"), as_of_day="2020-01-01")


def test_an_error_never_repeats_a_date_of_birth(desk: Desk, tmp_path: Path) -> None:
    document = desk.document("complete-us-attorney")
    document["subjects"][0]["date_of_birth"] = "1980-02-31"
    assert "1980-02-31" not in refused(desk, tmp_path, document).line()
