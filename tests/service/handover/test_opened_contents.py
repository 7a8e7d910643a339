"""What lay in a package is what was entered, to the last byte, for whoever opens it and for whoever is shown it."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from tests.handover.releases import LETTER, ROWS, WAGES, World, made_world
from tests.ledger.logs import POLICY_TEXT

from lawgate import verify
from lawgate.errors import InputError
from lawgate.handover.checks import check_inside, read_account
from lawgate.handover.flaws import Flaw
from lawgate.handover.package import parse_package
from lawgate.service.handover.opening import open_package


@pytest.fixture
def world(tmp_path: Path) -> World:
    return made_world(tmp_path)


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("payload.json", WAGES.encode(), b"1"),
        ("payload.json", b'"people":["', b'"people":["Another, '),
        (
            "payload.json",
            b'"limits":[{"cite":"/us/usc/t26/s6103/i/2/A"',
            b'"limits":[{"cite":"/us/usc/t26/s6103/c"',
        ),
        ("payload.json", b'"request":"', b'"request":"X'),
        ("letter.pdf", LETTER[-1:], b"?"),
    ],
    ids=["a value", "a name", "a limit of use", "the request", "the letter"],
)
def test_nothing_of_the_contents_can_be_another_than_was_entered(
    name: str, old: bytes, new: bytes, world: World
) -> None:
    out, keys = world.folder / "out", verify.read_keys(POLICY_TEXT)
    open_package(world.file(world.sent()), key=world.key, out=out)
    held = (out / name).read_bytes()
    assert old in held
    (out / name).write_bytes(held.replace(old, new, 1))
    assert verify.check_package(out, keys)[1] == [
        "what is here is not what the entry commits to as its payload"
    ]


@pytest.mark.parametrize(
    "stands", ["a folder", "a link to nowhere", "what another run left", "nothing above"]
)
def test_no_receipt_is_signed_where_the_contents_could_not_be_written_and_nothing_of_others_is_removed(
    stands: str, world: World
) -> None:
    out, left = world.folder / "out", world.folder / ".out.part"
    match stands:
        case "a folder":
            out.mkdir()
        case "a link to nowhere":
            out.symlink_to(world.folder / "nowhere")
        case "what another run left":
            left.mkdir()
            (left / "kept").touch()
        case _:
            out = world.folder / "absent" / "out"
    with pytest.raises(InputError, match=r"stands there|no such folder"):
        open_package(world.file(world.sent()), key=world.key, out=out)
    assert not (world.folder / "fbi.key.journal" / "statements.jsonl").exists()
    assert not (world.folder / "nowhere").exists()
    assert (left / "kept").exists() == (stands == "what another run left")


def test_contents_whose_salt_of_the_whole_is_left_out_do_not_open(world: World) -> None:
    payload = world.payload(*ROWS)
    prepared = world.prepared(payload)
    package = parse_package(world.sent(prepared))
    account = read_account(package)
    shown_fields = [
        {"name": one.name, "salt": one.salt.hex(), "value": one.value}
        for one in prepared.fields
        if one.name in {"agency", "payload", "values"}
    ]
    sealed = replace(payload, letter=sha256(LETTER).hexdigest())
    assert check_inside(package, account, sealed, LETTER, shown_fields) == []
    for left_out in ("payload", "values"):
        rest = [one for one in shown_fields if one["name"] != left_out]
        told = check_inside(package, account, sealed, LETTER, rest)
        assert [one.kind for one in told] == [Flaw.NOT_COMMITTED]
    other = replace(sealed, people=("Somebody Else",))
    assert Flaw.NOT_COMMITTED in {
        one.kind for one in check_inside(package, account, other, LETTER, shown_fields)
    }
