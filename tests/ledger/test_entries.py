"""An entry holds no personal datum; its fields are opened singly, and what was destroyed stays closed."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
import rfc8785
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.ledger.logs import CORPUS, entry

from lawgate import verify
from lawgate.errors import InputError, LedgerFormatError
from lawgate.ledger.entry import Entry, Kind, parse_entry, place_in_case
from lawgate.ledger.fields import (
    Field,
    Opening,
    Secrets,
    commitments,
    field_root,
    open_field,
    opening_document,
    opens,
    read_opening,
    salt_of,
)
from lawgate.ledger.index import entries_of_case, record_of
from lawgate.ledger.views import RULES, Keeping, Viewer, salted, seen_by

PLAIN = Entry(Kind.RELEASED, "REQ-2026-0001", 1, date(2026, 3, 1), CORPUS)
SECRETS = Secrets(bytes(range(32)), bytes(range(32, 64)))
VALUES: dict[str, Any] = {
    "agency": "us.doj",
    "items": ["identity.name"],
    "officer": "O-17",
    "subject": "taxpayer 4711",
    "values": {"identity.name": "Quetzalbird"},
}


def fields() -> tuple[Field, ...]:
    return salted(VALUES, SECRETS, case="REQ-2026-0001", sequence=1)


@given(
    st.builds(
        Entry,
        kind=st.sampled_from(Kind),
        case=st.from_regex(r"[A-Z]{2,5}-20[0-9]{2}-[0-9]{4}", fullmatch=True),
        sequence=st.integers(1, 999_999_999),
        day=st.dates(date(1, 1, 1)),
        corpus=st.just(CORPUS),
        cites=st.lists(st.sampled_from(["/us/usc/t26/s6103/i/2", "/us/usc/t26/s6103/p/3"]), max_size=3).map(
            tuple
        ),
        field_count=st.integers(0, 9999),
        field_root=st.binary(min_size=32, max_size=32),
    )
)
@settings(deadline=None)
def test_an_entry_is_read_back_from_its_canonical_bytes(made: Entry) -> None:
    assert parse_entry(made.encoded) == made
    assert (
        rfc8785.dumps(json.loads(made.encoded)) == made.encoded == verify.canonical(json.loads(made.encoded))
    )
    assert place_in_case(made.encoded) == (made.case.encode(), made.sequence)


@pytest.mark.parametrize(
    "change",
    [
        {"case": "Ana Sample"}, {"case": ""}, {"case": "a" * 65}, {"case": "é"}, {"case": "a\n"}, {"sequence": 0},
        {"sequence": -1}, {"sequence": 10**9}, {"corpus": "00"}, {"corpus": "C0" * 32}, {"cites": ("26 USC 6103",)},
        {"cites": ('/us/"',)}, {"field_count": -1}, {"field_count": 10_000}, {"field_root": b""},
    ],
)  # fmt: skip
def test_an_entry_with_a_part_of_another_form_cannot_be_made(change: dict[str, Any]) -> None:
    with pytest.raises(LedgerFormatError):
        replace(PLAIN, **change)


@pytest.mark.parametrize("case", ["900-70-1234", "R-900701234", "90-0701234", "REQ.900-70-1234.1"])
def test_a_case_that_looks_like_a_taxpayers_number_cannot_be_entered(case: str) -> None:
    with pytest.raises(LedgerFormatError, match="taxpayer's number") as refused:
        replace(PLAIN, case=case)
    assert case not in str(refused.value)


def test_longer_runs_of_digits_are_no_taxpayers_number() -> None:
    assert replace(PLAIN, case="R-20260301123").case
    assert replace(PLAIN, case="R-2026-0001").case


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: b" " + data,
        lambda data: data + b"\n",
        lambda data: data.replace(b":", b": ", 1),
        lambda data: data.replace(b"released", b"leaked"),
        lambda data: data.replace(b"2026-03-01", b"2026-02-30"),
        lambda data: data.replace(b"lawgate-entry/1", b"lawgate-entry/2"),
        lambda data: data.replace(b'"kind"', b'"name":"Ana","kind"'),
        lambda data: data.replace(b'"sequence":1', b'"sequence":01'),
        lambda data: b"",
        lambda data: b"\xff",
    ],
)  # fmt: skip
def test_another_spelling_of_an_entry_is_no_entry(damage: object) -> None:
    with pytest.raises(LedgerFormatError):
        parse_entry(damage(PLAIN.encoded))  # type: ignore[operator]


def test_no_value_is_in_the_entry() -> None:
    leaves = commitments(fields())
    made = replace(PLAIN, field_count=len(leaves), field_root=field_root(leaves))
    text = made.encoded.decode()
    for value in ("us.doj", "identity", "O-17", "4711", "Quetzalbird"):
        assert value not in text


def test_each_field_is_opened_singly_in_both_implementations_and_under_no_other_root() -> None:
    leaves = commitments(fields())
    root = field_root(leaves)
    for field in fields():
        opening = open_field(field, leaves)
        document = json.loads(json.dumps(opening_document(opening)))
        assert read_opening(document) == opening
        assert opens(opening, count=len(leaves), root=root)
        assert verify.check_field(document, len(leaves), root) == []
        assert not opens(opening, count=len(leaves), root=bytes(32))
        assert not opens(opening, count=len(leaves) + 4, root=root)


@pytest.mark.parametrize(
    "wrong",
    [
        lambda one: replace(one, field=replace(one.field, name="agenda")),
        lambda one: replace(one, field=replace(one.field, value="us.dhs")),
        lambda one: replace(one, field=replace(one.field, salt=bytes(32))),
        lambda one: replace(one, field=replace(one.field, salt=b"")),
        lambda one: replace(one, position=one.position + 1),
        lambda one: replace(one, position=-1),
        lambda one: replace(one, path=one.path[:-1]),
        lambda one: replace(one, path=(*one.path[:-1], bytes(32))),
    ],
)
def test_an_opening_with_anything_changed_is_refused_by_both_implementations(wrong: object) -> None:
    leaves = commitments(fields())
    opening: Opening = wrong(open_field(fields()[0], leaves))  # type: ignore[operator]
    assert not opens(opening, count=len(leaves), root=field_root(leaves))
    assert verify.check_field(opening_document(opening), len(leaves), field_root(leaves))


def test_a_salt_of_another_length_opens_nothing_though_the_bytes_are_the_same() -> None:
    # Salt and text follow on each other: were any length let pass, a field could be read at another border.
    field = Field("agency", "us.doj", b"\x01" * 32)
    shifted = Opening(Field("agency", "us.doj", b"\x01" * 31), 0, ())
    root = field_root(commitments([shifted.field]))
    assert not opens(shifted, count=1, root=root)
    assert verify.check_field(opening_document(shifted), 1, root)
    assert opens(Opening(field, 0, ()), count=1, root=field_root(commitments([field])))


def test_what_was_destroyed_cannot_be_opened_and_the_rest_still_can() -> None:
    leaves = commitments(fields())
    root = field_root(leaves)
    kept = {name: value for name, value in VALUES.items() if RULES[name].keeping is Keeping.PERMANENT}
    assert set(VALUES) - set(kept) == {"values"}
    payload_gone = Secrets(SECRETS.accounting, bytes(32))
    for field in salted(kept, payload_gone, case="REQ-2026-0001", sequence=1):
        assert opens(open_field(field, leaves), count=len(leaves), root=root)
    (guess,) = salted({"values": VALUES["values"]}, payload_gone, case="REQ-2026-0001", sequence=1)
    with pytest.raises(InputError, match="no such value"):
        open_field(guess, leaves)


def test_salts_differ_by_secret_case_number_and_name() -> None:
    salts = {
        salt_of(secret, case=case, sequence=sequence, name=name)
        for secret in (SECRETS.accounting, SECRETS.payload)
        for case in ("A-1", "A-11")
        for sequence in (1, 11)
        for name in ("agency", "officer")
    }
    assert len(salts) == 16
    assert {len(salt) for salt in salts} == {32}


def test_a_secret_that_is_too_short_is_refused() -> None:
    for short in ((bytes(31), bytes(32)), (bytes(32), bytes(31))):
        with pytest.raises(InputError, match="too short"):
            Secrets(*short)


def test_each_viewer_sees_the_fields_of_his_column() -> None:
    names = {viewer: {field.name for field in seen_by(viewer, fields())} for viewer in Viewer}
    assert names[Viewer.INSPECTOR] == set(VALUES)
    assert names[Viewer.SUBJECT] == {"agency", "items", "subject", "values"}
    assert names[Viewer.PUBLIC] == {"agency"}
    assert all(Viewer.INSPECTOR in rule.viewers for rule in RULES.values())


def test_nothing_that_names_a_person_is_public() -> None:
    public = {name for name, rule in RULES.items() if Viewer.PUBLIC in rule.viewers}
    assert public == {"agency", "subjects_count", "items_count"}


def test_a_field_that_is_not_listed_is_neither_entered_nor_shown() -> None:
    with pytest.raises(InputError, match="no field is named"):
        salted({"tin": "x"}, SECRETS, case="A-1", sequence=1)
    with pytest.raises(InputError, match="no field is named"):
        seen_by(Viewer.PUBLIC, [Field("tin", "x", bytes(32))])


@pytest.mark.parametrize("value", [1.5, [1.0], {"a": 2.5}, {"é": 1}, {1: 1}, b"x", ("a",)])
def test_a_value_without_one_spelling_is_refused(value: object) -> None:
    with pytest.raises(InputError, match="one spelling"):
        salted({"reason": value}, SECRETS, case="A-1", sequence=1)


@pytest.mark.parametrize("value", [None, True, 7, "é\u2028\x7f\x1f\n", ["a", {"b": None}]])
def test_a_value_that_is_let_in_has_the_same_bytes_in_both_implementations(value: object) -> None:
    (field,) = salted({"reason": value}, SECRETS, case="A-1", sequence=1)
    assert field.leaf[32:] == verify.canonical(["reason", value])


@pytest.mark.parametrize("part", ["name", "value", "salt", "position", "path"])
def test_an_opening_without_a_part_is_refused(part: str) -> None:
    document = opening_document(open_field(fields()[0], commitments(fields())))
    with pytest.raises(InputError, match="not an opened field"):
        read_opening({name: value for name, value in document.items() if name != part})


def test_the_index_leads_to_the_entries_of_a_case_alone() -> None:
    index = b"".join(record_of(entry(number)) for number in range(20))
    assert list(entries_of_case(index, "REQ-2026-0003")) == [3, 8, 13, 18]
    assert list(entries_of_case(index, "REQ-2026-0009")) == []
    assert list(entries_of_case(b"\0" * 8 + index, "REQ-2026-0003")) == []
    assert record_of(b"no entry") == bytes(16)
