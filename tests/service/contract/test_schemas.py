"""The published schemas: they take the contract's own samples, and every answer keeps what they promise."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError
from tests.house.shared import shared
from tests.service.desk import Desk

from lawgate.cite import Cite
from lawgate.errors import InputError
from lawgate.service.batch.stream import explain_row
from lawgate.service.contract.models import FindingsJson, RequestJson
from lawgate.service.contract.models_out import DeterminationJson
from lawgate.service.contract.read import read_document, read_findings, read_request
from lawgate.service.contract.write import determination_document
from lawgate.service.decide import decide
from lawgate.service.schema import SCHEMAS, schema_of

READABLE = (
    "complete-us-attorney", "complete-three-subjects", "complete-entity", "no-provision", "court-order-two-years",
    "fugitive", "no-name", "no-reasons", "no-address", "spouse-not-named", "source-not-recorded", "nobody-on-file",
    "name-twice-on-file", "acting-head", "unlisted-statute",
)  # fmt: skip
UNREADABLE = ("unknown-key", "unknown-item")
OUT_KEYS = {"request", "as_of", "known_on", "corpus", "law", "hypothetical", "subjects"}


def validator(name: str) -> Draft202012Validator:
    """A checker of one published schema, itself held against the draft that it names."""
    schema = schema_of(name)
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def contract_samples() -> list[bytes]:
    """The JSON that stands in the contract, block by block."""
    text = shared("design", "contract.md").read_text(encoding="utf-8")
    return [block.encode() for block in re.findall(r"```json\n(.*?)```", text, re.DOTALL)]


def read_json(data: bytes) -> Any:
    """Plain values."""
    return json.loads(data)


def answer(desk: Desk, name: str) -> dict[str, Any]:
    """The determination of a sample's request."""
    found = decide(desk.request(name), records=desk.records, findings=desk.findings, as_of_day=desk.day)
    return determination_document(found)


def test_each_schema_is_a_schema_and_forbids_what_it_does_not_list() -> None:
    for name in SCHEMAS:
        validator(name)
        assert schema_of(name)["additionalProperties"] is False


def test_the_contracts_own_request_is_taken_by_the_schema_and_by_the_reader() -> None:
    request, _ = contract_samples()
    validator("request").validate(read_json(request))
    asked, subjects = read_request(request)
    assert (asked.id, len(subjects)) == ("REQ-2026-0001", 1)


def test_the_contracts_own_findings_are_taken_by_the_schema_and_by_the_reader() -> None:
    _, findings = contract_samples()
    validator("findings").validate(read_json(findings))
    (row,) = read_findings(findings)
    assert (row.cite.short, row.answer, row.refs, row.items) == ("(i)(6)", False, None, None)


@pytest.mark.parametrize("name", READABLE)
def test_what_can_be_read_is_taken_by_the_schema(name: str, desk: Desk) -> None:
    data = desk.request(name).read_bytes()
    validator("request").validate(read_json(data))
    assert isinstance(read_document(data, RequestJson, where=name), RequestJson)


def test_the_samples_findings_are_taken_by_the_schema(desk: Desk) -> None:
    data = desk.findings.read_bytes()
    validator("findings").validate(read_json(data))
    assert read_document(data, FindingsJson, where="findings").findings


@pytest.mark.parametrize("name", UNREADABLE)
def test_what_the_schema_can_tell_is_refused_by_it_too(name: str, desk: Desk) -> None:
    with pytest.raises(ValidationError):
        validator("request").validate(desk.document(name))


@pytest.mark.parametrize("empty", ["", None, []])
@pytest.mark.parametrize(
    "place",
    [
        "reasons",
        "requester/level",
        "requester/signatory",
        "matter/stage",
        "matter/opened_on",
        "provision",
        "in_writing",
    ],
)
def test_what_is_empty_is_not_stated_for_the_schema_as_for_the_reader(
    place: str, empty: str | list[str] | None, desk: Desk
) -> None:
    document = desk.document("complete-us-attorney")
    inside, last = document, place.rsplit("/", maxsplit=1)[-1]
    for step in place.split("/")[:-1]:
        inside = inside[step]
    inside[last] = empty
    asked, _ = read_request(json.dumps(document).encode())
    assert asked.id == document["id"]
    validator("request").validate(document)


@pytest.mark.parametrize("name", READABLE)
def test_every_determination_keeps_what_its_schema_and_its_model_promise(name: str, desk: Desk) -> None:
    document = answer(desk, name)
    validator("determination").validate(document)
    assert DeterminationJson.model_validate(document).model_dump(exclude_unset=True) == document


def test_every_explanation_of_a_batch_keeps_what_the_schema_promises(decided: Desk) -> None:
    check = validator("determination")
    for ref in decided.refs():
        check.validate(explain_row(decided.batch, ref))


def test_a_determination_has_the_words_of_the_contract(desk: Desk) -> None:
    document = answer(desk, "complete-us-attorney")
    assert set(document) == OUT_KEYS
    (one,) = document["subjects"]
    assert {"ref", "admission", "defects", "orders", "contested", "resolution", "items"} <= set(one)
    wanted = {
        "item",
        "period",
        "disposition",
        "provision",
        "cites",
        "orders",
        "elements",
        "contested",
        "open",
    }
    for row in one["items"]:
        assert wanted <= set(row)
        for element in row["elements"]:
            assert {"cite", "label", "truth", "why"} <= set(element)
        for question in row["open"]:
            assert {"name", "question", "cite", "kind", "values", "settles"} <= set(question)


def test_every_cite_that_goes_out_is_an_address_and_reads_as_printed(desk: Desk) -> None:
    for name in ("no-reasons", "complete-us-attorney"):
        (one,) = answer(desk, name)["subjects"]
        cited = [*one["defects"], *(element for row in one["items"] for element in row["elements"])]
        assert cited
        for place in cited:
            cite = Cite.parse(place["cite"])
            assert (str(cite), cite.text) == (place["cite"], place["cite_text"])


def test_without_records_nothing_is_tried_and_there_are_no_rows(desk: Desk) -> None:
    (one,) = determination_document(decide(desk.request("complete-us-attorney"), as_of_day=desk.day))[
        "subjects"
    ]
    assert (one["admission"], one["items"], one["resolution"]["status"]) == ("admitted", [], "not_tried")


def test_an_answer_as_of_another_day_is_hypothetical_and_one_of_today_is_not(desk: Desk) -> None:
    assert decide(desk.request("complete-us-attorney"), as_of_day=desk.day).hypothetical
    assert decide(desk.request("complete-us-attorney"), known_on=desk.day).hypothetical
    assert not decide(desk.request("complete-us-attorney")).hypothetical


def test_an_unknown_document_has_no_schema() -> None:
    with pytest.raises(InputError, match="no such document"):
        schema_of("letter")
