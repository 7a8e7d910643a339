"""Nothing leaves before its entry is under a signed checkpoint; and a package tells nothing of what is in it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.handover.releases import (
    AGENCY,
    CANARIES,
    CASE,
    LETTER,
    ROWS,
    SECRETS,
    World,
    made_world,
    row,
    texts,
)
from tests.ledger.logs import ORIGIN, WITNESSES, cosigned, entry, policy

from lawgate.errors import InputError, NotAccountedError
from lawgate.handover.package import MAGIC, parse_package
from lawgate.handover.padding import CLASSES_BYTES, pad, size_class, unpad
from lawgate.handover.payload import parse_payload
from lawgate.handover.recipient import RecipientKey
from lawgate.ledger.entry import Kind
from lawgate.ledger.policy import Policy
from lawgate.ledger.trust import Trust
from lawgate.service.handover.sealing import PreparedRelease, ReleaseKeys, hand_over, prepare_release
from lawgate.stores.handover.sealing import OVERHEAD_BYTES
from lawgate.stores.ledger.sequencer import Sequencer


@pytest.fixture
def world(tmp_path: Path) -> World:
    return made_world(tmp_path)


def refused(world: World, prepared: PreparedRelease, index: int, trust: Trust | None = None) -> str:
    with pytest.raises(NotAccountedError) as error:
        hand_over(
            prepared, ledger=world.disk, index=index, signed=world.sequencer.signed,
            trust=trust or Trust(policy()),
        )  # fmt: skip
    return error.value.what


def test_a_release_that_is_entered_and_witnessed_leaves(world: World) -> None:
    data = world.sent()
    assert data.startswith(MAGIC)
    package = parse_package(data)
    assert package.render() == data
    assert (package.binding.origin, package.binding.case, package.binding.sequence) == (ORIGIN, CASE, 1)


def test_nothing_leaves_before_the_entry_is_appended(world: World) -> None:
    prepared = world.prepared()
    assert "cannot be proved" in refused(world, prepared, 300)
    assert "not accounted" in refused(world, prepared, 299), "another entry stands there"


def test_nothing_leaves_under_a_checkpoint_that_too_few_witnesses_signed(world: World) -> None:
    prepared = world.prepared()
    world.sequencer.append([prepared.entry.encoded])
    assert "not enough witnesses" in refused(world, prepared, 300)
    cosigned(world.sequencer, WITNESSES[:1])
    assert "not enough witnesses" in refused(world, prepared, 300)
    signed = cosigned(world.sequencer)
    assert hand_over(prepared, ledger=world.disk, index=300, signed=signed, trust=Trust(policy())).startswith(
        MAGIC
    )


def test_nothing_leaves_under_another_ledgers_key(world: World) -> None:
    prepared = world.prepared()
    index, _ = world.entered(prepared)
    assert "no trusted key" in refused(world, prepared, index, Trust(Policy((WITNESSES[0].key,))))


def test_nothing_leaves_with_other_sealed_bytes_than_were_entered(world: World) -> None:
    prepared = world.prepared()
    index, _ = world.entered(prepared)
    again = replace(prepared, sealed=world.prepared().sealed)
    assert "sealed bytes" in refused(world, again, index)


def test_nothing_leaves_for_an_entry_that_is_no_release(world: World) -> None:
    prepared = world.prepared()
    other = replace(prepared, entry=replace(prepared.entry, kind=Kind.APPROVED))
    index, _ = world.entered(other)
    assert "approved" in refused(world, other, index)


def test_nothing_leaves_where_a_tile_is_gone(world: World) -> None:
    prepared = world.prepared()
    index, _ = world.entered(prepared)
    world.disk.remove("tile/0/001.p")
    assert "cannot be proved" in refused(world, prepared, index)


def test_a_ledger_that_grew_meanwhile_still_proves_it(world: World) -> None:
    prepared = world.prepared()
    index, _ = world.entered(prepared)
    world.sequencer.append([entry(300), entry(301)])
    signed = cosigned(Sequencer(world.disk, world.sequencer._signer))
    assert hand_over(prepared, ledger=world.disk, index=index, signed=signed, trust=Trust(policy()))


def test_what_is_sealed_is_for_one_key_and_one_place(world: World) -> None:
    prepared = world.prepared()
    unseal = world.holder.unsealer.unseal
    assert unseal(prepared.sealed, prepared.binding.info)
    for other in (
        {"case": "CASE-8"}, {"sequence": 2}, {"corpus": "d0" * 32}, {"origin": "x"}, {"recipient": "0" * 32},
    ):  # fmt: skip
        assert unseal(prepared.sealed, replace(prepared.binding, **other).info) is None
    other_key = made_world(world.folder / "other").holder.unsealer
    assert other_key.unseal(prepared.sealed, prepared.binding.info) is None


def test_a_release_to_another_key_than_its_payload_names_is_refused(world: World) -> None:
    other = made_world(world.folder / "other").holder.unsealer.key
    cases: list[tuple[dict[str, Any], RecipientKey, str]] = [
        ({}, other, "for another key"),
        ({"values": []}, world.holder.unsealer.key, "made when sealing"),
    ]
    for account, key, refused in cases:
        keys = ReleaseKeys(SECRETS, AGENCY, key)
        with pytest.raises(InputError, match=refused):
            prepare_release(world.payload(*ROWS), account=account, rows_asked=1, letter=LETTER, keys=keys)


def test_size_tells_nothing_of_how_many_were_found(world: World) -> None:
    asked = 40
    sizes = set()
    for found in (0, 1, 7, 40):
        rows = [row("third_party.w2.wages", "1" * (1 + at % 12), "2023", str(at)) for at in range(found)]
        prepared = world.prepared(world.payload(*rows), rows_asked=asked)
        sizes.add(len(prepared.sealed))
    assert sizes == {size_class(asked, 0) + OVERHEAD_BYTES}
    assert len(world.prepared(rows_asked=2000).sealed) > max(sizes), "more asked is another class"


def test_whole_packages_of_one_ledger_differ_in_size_by_their_proofs_alone(world: World) -> None:
    none = world.prepared(world.payload(), rows_asked=8)
    some = world.prepared(world.payload(*ROWS), rows_asked=8)
    assert len(none.sealed) == len(some.sealed)
    assert len(none.commitments) == len(some.commitments)


@pytest.mark.parametrize("length", [0, 1, 1000, 64 * 1024 - 8])
def test_padding_comes_off_again(length: int) -> None:
    contents = b"x" * length
    size = size_class(0, length)
    padded = pad(contents, size)
    assert (len(padded), unpad(padded)) == (size, contents)
    assert unpad(padded[:-1]) is None
    assert unpad(padded[:-1] + b"\1") is None or length == size - 8
    assert unpad((2**40).to_bytes(8, "big") + padded[8:]) is None


def test_a_long_value_takes_the_class_that_has_room_and_too_long_a_one_is_refused() -> None:
    assert size_class(1, 100_000) == CLASSES_BYTES[1]
    with pytest.raises(InputError):
        size_class(1, CLASSES_BYTES[-1])


def test_no_canary_is_in_ledger_or_package(world: World) -> None:
    data = world.sent()
    held = texts(world.folder / "ledger") | {"package": data.decode("latin-1")}
    assert len(held) > 5
    for place, text in held.items():
        assert not [canary for canary in CANARIES if canary in text], place


def test_the_canaries_would_be_seen(world: World) -> None:
    encoded = world.payload(*ROWS).encoded.decode()
    assert all(canary in encoded for canary in CANARIES if canary != "900701234")


def test_a_payload_has_one_spelling(world: World) -> None:
    payload = world.payload(*ROWS)
    assert parse_payload(payload.encoded) == payload
    for bad in (b"{}", b"[]", b"", payload.encoded + b" ", payload.encoded.replace(b'"1"', b"1")):
        with pytest.raises(InputError) as error:
            parse_payload(bad)
        assert not [canary for canary in CANARIES if canary in str(error.value)]
    with pytest.raises(InputError, match="limit"):
        replace(payload, limits=())
