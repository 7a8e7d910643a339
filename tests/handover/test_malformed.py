"""Whatever is put in the place of a part, a parser gives a value or one line of refusal, and never another error."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.handover.releases import AGENCY, LIMIT, ROWS, TRUST
from tests.ledger.logs import CORPUS, ORIGIN, made_log

from lawgate.errors import InputError
from lawgate.handover.account import AccountLine, parse_account_line
from lawgate.handover.checks import read_account
from lawgate.handover.package import MAGIC, Binding, Package, decode_contents, parse_package
from lawgate.handover.payload import Payload, parse_payload
from lawgate.handover.recipient import RecipientKey, parse_recipient
from lawgate.handover.statement import Stated, Statement, parse_statement
from lawgate.ledger.entry import Entry, Kind
from lawgate.ledger.fields import Field
from lawgate.ledger.proving import prove_entry
from lawgate.stores.handover.envelopes import open_envelope, sign_envelope
from lawgate.stores.handover.key_file import read_recipient_file, read_trust

ENTRY = Entry(Kind.RELEASED, "A", 1, date(2026, 3, 1), CORPUS)
STORAGE, HEADS = made_log([ENTRY.encoded])
PROOF = prove_entry(STORAGE, 0, HEADS[0])
PAYLOAD = Payload(ORIGIN, "A", 1, "R", date(2026, 3, 1), CORPUS, "0" * 32, ("O1",), ROWS, (LIMIT,), "0" * 64)
STATEMENT = Statement(Stated.RECEIVED, "0" * 64, ORIGIN, "A", 1, 0, "0" * 32, "agent", date(2026, 3, 1))
ENVELOPE = sign_envelope(b"{}", "t", AGENCY)
PACKAGE = Package(Binding(ORIGIN, "A", 1, CORPUS, "0" * 32), (b"c" * 32,), PROOF.render(), b"sealed")
HEAD = json.loads(PACKAGE.render().split(b"\n")[1])


def compact(document: Any) -> bytes:
    return json.dumps(document, sort_keys=True, separators=(",", ":")).encode()


def as_package(head: Any) -> Package:
    return parse_package(MAGIC + compact(head) + b"\n"
                         + PACKAGE.proof + PACKAGE.sealed)  # fmt: skip


def with_extra(extra: Any) -> Any:
    proof = PROOF.__class__(PROOF.index, PROOF.path, PROOF.signed, compact(extra))
    return read_account(Package(PACKAGE.binding, PACKAGE.commitments, proof.render(), b""))


def dumped(parse: Callable[..., Any], **options: str) -> Callable[[Any], Any]:
    return lambda document: parse(compact(document), **options)


PARSERS: dict[str, tuple[Callable[[Any], Any], Any]] = {
    "payload": (dumped(parse_payload), PAYLOAD.document),
    "statement": (dumped(parse_statement), STATEMENT.document),
    "registration": (dumped(parse_recipient), RecipientKey("us.doj", b"\4" + b"x" * 64).document),
    "trust": (lambda document: read_trust(document, where="t"), TRUST.document),
    "key file": (dumped(read_recipient_file, where="k"), {"format": "lawgate-recipient-key/1", "name": "x",
                 "role": "y", "open": "00", "sign": "z", "trust": TRUST.document}),
    "account": (dumped(parse_account_line, where="a"),
                AccountLine(0, (Field("agency", "us.doj", b"s" * 32),), (b"c" * 32,)).document),
    "head of a package": (as_package, HEAD),
    "proof of a package": (with_extra, json.loads(PROOF.extra)),
    "contents": (lambda head: decode_contents(json.dumps(head).encode() + b"\nletter"),
                 {"envelope": ENVELOPE, "fields": [], "letter": 6}),
    "envelope": (lambda document: open_envelope(document, "t", [AGENCY.key]), ENVELOPE),
}  # fmt: skip
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=6),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=4,
)


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    yield path
    parts = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, part in parts:
        yield from places(part, (*path, key))


def put(document: Any, path: tuple[Any, ...], value: Any) -> Any:
    if not path:
        return value
    changed = copy.deepcopy(document)
    held = changed
    for step in path[:-1]:
        held = held[step]
    held[path[-1]] = value
    return changed


@pytest.mark.parametrize("name", PARSERS)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_a_part_of_another_kind_is_refused_in_one_line(name: str, data: st.DataObject) -> None:
    parse, document = PARSERS[name]
    path = data.draw(st.sampled_from(list(places(document))))
    try:
        parse(put(document, path, data.draw(ANYTHING)))
    except InputError as error:
        said = error.line()
        assert "\n" not in said


@pytest.mark.parametrize("name", [name for name in PARSERS if name != "key file"])
def test_the_untouched_documents_are_read(name: str) -> None:
    parse, document = PARSERS[name]
    assert parse(document) is not None
