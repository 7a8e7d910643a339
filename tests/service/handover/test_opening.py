"""The recipient opens what is his, under a proof, once everything about it is right; each refusal has its name."""

from __future__ import annotations

import errno
import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest
import rfc8785
from tests.handover import releases
from tests.handover.releases import CANARIES, LETTER, ROWS, TRUST, WAGES, World, made_world, shown, texts
from tests.ledger.logs import LOG, ORIGIN, OTHER_LOG, POLICY_TEXT, cosigned, entries, policy, signer_of

from lawgate import verify
from lawgate.errors import InputError
from lawgate.handover.package import Package, parse_package
from lawgate.handover.reconcile import receipts_of
from lawgate.handover.statement import Stated
from lawgate.ledger.epochs import Epoch, render_epochs
from lawgate.ledger.fields import commitments, field_root
from lawgate.ledger.keys import KeyKind
from lawgate.ledger.note import sign
from lawgate.ledger.proof_file import parse_proof_file
from lawgate.ledger.trust import Trust
from lawgate.service.handover.opening import Document, open_package
from lawgate.service.handover.received import check_statement
from lawgate.service.handover.sealing import hand_over
from lawgate.service.ledger.check import verify as verify_ledger
from lawgate.stores import replacing
from lawgate.stores.handover.journal import Journal
from lawgate.stores.handover.key_file import AgencyTrust, KeyDays
from lawgate.stores.ledger.disk import Disk
from lawgate.stores.ledger.sequencer import Sequencer, create


@pytest.fixture
def world(tmp_path: Path) -> World:
    return made_world(tmp_path)


def opened(
    world: World,
    data: bytes,
    *,
    out: Path | None = None,
    witness: Path | None = None,
    head: Path | None = None,
    ledger: Path | None = None,
) -> Document:
    return open_package(world.file(data), key=world.key, out=out, witness=witness, head=head, ledger=ledger)


def flaws(document: Document) -> set[str]:
    assert not document["opened"]
    assert document["rows"] == []
    assert document["receipt"] is None
    assert not [canary for canary in CANARIES if canary in shown(document)]
    return {one["kind"] for one in document["flaws"]}


def test_a_package_opens_and_gives_what_was_released(world: World) -> None:
    document = opened(world, world.sent(), out=world.folder / "out")
    assert document["opened"]
    assert [(one["item"], one["value"]) for one in document["rows"]] == [(r.item, r.value) for r in ROWS]
    assert document["limits"][0]["cite_text"] == "26 U.S.C. 6103(i)(2)(A)"
    out = world.folder / "out"
    assert (out / "letter.pdf").read_bytes() == LETTER
    assert json.loads((out / "payload.json").read_bytes())["rows"] == document["rows"]
    assert {path.stat().st_mode & 0o777 for path in out.iterdir()} == {0o600}


def test_the_receipt_is_signed_by_role_kept_and_can_be_checked_by_the_agency(world: World) -> None:
    document = opened(world, world.sent())
    statement = check_statement(document["receipt"], world.holder.signer.key.line)
    assert (statement.role, statement.package) == ("special agent", document["package"])
    assert not [canary for canary in CANARIES if canary in str(statement.document)]
    lines = (world.folder / "fbi.key.journal" / "statements.jsonl").read_text().splitlines()
    assert [json.loads(line) for line in lines] == [document["receipt"]]
    with pytest.raises(InputError, match="did not sign"):
        check_statement(document["receipt"], LOG.key.line)


def test_the_proof_that_is_written_holds_for_the_ledgers_check_and_for_the_file_that_stands_alone(
    world: World,
) -> None:
    out = world.folder / "out"
    opened(world, world.sent(), out=out)
    checked = verify_ledger(out / "entry.tlog-proof", witness=world.folder / "keys.txt")
    assert checked["faults"] == []
    assert checked["opened"]["values"] == world.payload(*ROWS).values
    assert {"package", "values", "recipients"} <= checked["opened"].keys()
    assert not {"officer", "subject"} & checked["opened"].keys()
    found, problems = verify.check_proof(
        (out / "entry.tlog-proof").read_bytes(), verify.read_keys(POLICY_TEXT)
    )
    assert (problems, found["opened"]["values"][2]["value"]) == ([], WAGES)


def test_the_file_that_stands_alone_checks_a_package_and_what_was_in_it(world: World) -> None:
    data, out = world.sent(), world.folder / "out"
    keys = verify.read_keys(POLICY_TEXT)
    assert verify.check_package(world.file(data), keys)[1] == []
    flipped = world.file(data[:-1] + bytes([data[-1] ^ 1]), "flipped")
    assert verify.check_package(flipped, keys)[1] == [
        "what is here is not what the entry commits to as its package"
    ]
    other = world.file(data.replace(b'"CASE-7"', b'"CASE-8"', 1), "other")
    assert verify.check_package(other, keys)[1] == ["what is here belongs to another entry"]
    opened(world, data, out=out)
    assert verify.check_package(out, keys)[1] == []
    assert verify.check_package(out, keys)[0]["opened"]["values"] == world.payload(*ROWS).values


def test_a_folder_of_contents_is_checked_by_a_copy_of_the_file(world: World) -> None:
    package, out = world.file(world.sent()), world.folder / "out"
    open_package(package, key=world.key, out=out)
    for place in (package, out):
        ran = subprocess.run(
            [sys.executable, "-I", verify.__file__, world.folder / "keys.txt", place],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert (ran.returncode, ran.stderr) == (0, ""), ran.stdout
        assert "ALL IS WELL" in ran.stdout


def test_another_key_is_told_which_one_it_takes_and_learns_nothing(world: World) -> None:
    other = made_world(world.folder / "other")
    with pytest.raises(InputError, match="sealed to another key") as error:
        open_package(world.file(world.sent()), key=other.key)
    assert world.holder.unsealer.key.id in str(error.value)


def changed(world: World, change: Callable[[Package], Package]) -> set[str]:
    return flaws(opened(world, change(parse_package(world.sent())).render()))


def test_another_cases_head_is_refused(world: World) -> None:
    assert "another case" in changed(
        world, lambda one: replace(one, binding=replace(one.binding, case="CASE-8"))
    )
    assert "another case" in changed(
        world, lambda one: replace(one, binding=replace(one.binding, sequence=2))
    )


def test_another_cases_contents_under_this_cases_proof_are_refused(world: World) -> None:
    first = parse_package(world.sent())
    other = world.prepared(world.payload(*ROWS, case="CASE-8"))
    second = parse_package(world.sent(other))
    for mixed in (
        replace(first, sealed=second.sealed),
        replace(first, proof=second.proof),
        replace(first, binding=second.binding),
        replace(first, commitments=second.commitments),
    ):
        assert flaws(opened(world, mixed.render())) & {"altered", "another case", "not committed"}
    assert opened(world, second.render())["opened"], "whole, each opens"


def test_a_downgraded_corpus_is_refused(world: World) -> None:
    assert "another corpus" in changed(
        world, lambda one: replace(one, binding=replace(one.binding, corpus="d0" * 32))
    )


def test_contents_decided_under_other_law_than_their_entry_are_refused(world: World) -> None:
    prepared = world.prepared()
    lying = replace(prepared, entry=replace(prepared.entry, corpus="d0" * 32),
                    binding=replace(prepared.binding, corpus="d0" * 32))  # fmt: skip
    index, signed = world.entered(lying)
    data = hand_over(lying, ledger=world.disk, index=index, signed=signed, trust=Trust(policy()))
    assert flaws(opened(world, data)) == {"altered"}, "the seal is bound to the law"


def test_an_older_checkpoint_than_was_seen_is_refused_and_a_newer_proof_of_it_opens(world: World) -> None:
    prepared = world.prepared()
    old = world.sent(prepared)
    newer = world.sent(world.prepared(world.payload(*ROWS, case="CASE-8")))
    assert opened(world, newer)["opened"]
    assert flaws(opened(world, old)) == {"old checkpoint"}
    again = hand_over(
        prepared, ledger=world.disk, index=300, signed=world.sequencer.signed, trust=Trust(policy())
    )
    assert opened(world, again)["opened"]


def test_an_older_checkpoint_opens_with_a_ledger_that_shows_both_to_be_of_one_history(
    world: World, tmp_path: Path
) -> None:
    old = world.sent()
    early = Path(shutil.copytree(world.disk.root, tmp_path / "early"))
    newer = opened(world, world.sent(world.prepared(world.payload(*ROWS, case="CASE-8"))))
    assert newer["opened"]
    kept = Journal(world.key.with_name(f"{world.key.name}.journal")).seen(ORIGIN)
    assert flaws(opened(world, old, ledger=early)) == {"old checkpoint"}, "the copy ends before what was seen"
    assert flaws(opened(world, old, ledger=tmp_path)) == {"old checkpoint"}, "no ledger at all"
    world.sequencer.append(entries(302, 600))
    cosigned(world.sequencer)
    late = Path(shutil.copytree(world.disk.root, tmp_path / "late"))
    assert opened(world, old, ledger=late)["opened"]
    assert Journal(world.key.with_name(f"{world.key.name}.journal")).seen(ORIGIN) == kept, (
        "the newer one stays"
    )
    for tile in (one for level in "01" for one in (late / "tile" / level).rglob("*") if one.is_file()):
        tile.write_bytes(bytes(len(tile.read_bytes())))
    assert flaws(opened(world, old, ledger=late)) == {"old checkpoint"}, "tiles of another history"


def test_an_older_checkpoint_than_one_that_is_named_is_refused(world: World) -> None:
    old = world.sent()
    world.sequencer.append(entries(301, 302))
    head = world.file(cosigned(world.sequencer).note.render(), "head")
    assert flaws(opened(world, old, head=head)) == {"old checkpoint"}


def test_an_older_checkpoint_that_is_named_does_not_make_up_for_a_newer_one_that_was_seen(
    world: World,
) -> None:
    head = world.file(world.sequencer.signed.note.render(), "head")
    old = world.sent()
    assert opened(world, world.sent(world.prepared(world.payload(*ROWS, case="CASE-8"))))["opened"]
    assert flaws(opened(world, old, head=head)) == {"old checkpoint"}


def test_contents_that_cannot_be_written_leave_nothing_beside(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_made: Path, _place: Path) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(replacing, "put_in_place", fails)
    with pytest.raises(InputError, match="cannot be written"):
        opened(world, world.sent(), out=world.folder / "out")
    seen = {place for place, text in texts(world.folder).items() if any(c in text for c in CANARIES)}
    assert seen == set()


def test_a_second_history_of_the_same_length_is_told_as_a_fork(world: World, tmp_path: Path) -> None:
    other = tmp_path / "history"
    other.mkdir()
    create(Disk(other), LOG)
    fork = Sequencer(Disk(other), LOG)
    fork.append(entries(0, 301))
    head = world.file(cosigned(fork).note.render(), "head")
    assert flaws(opened(world, world.sent(), head=head)) == {"fork"}


def test_keys_that_are_not_trusted_are_refused(world: World) -> None:
    keys = world.file(POLICY_TEXT.replace(LOG.key.line, OTHER_LOG.key.line).encode(), "others.txt")
    assert flaws(opened(world, world.sent(), witness=keys)) == {"not signed"}
    stricter = world.file(POLICY_TEXT.replace("group two 2", "group two 3").encode(), "three.txt")
    assert flaws(opened(world, world.sent(), witness=stricter)) == {"not signed"}


def test_a_witness_that_signed_something_else_is_refused(world: World) -> None:
    def worse(one: Package) -> Package:
        text, _, signed = one.proof.rpartition(b"\n\n")
        witness = signer_of("witness.example/w1", 11, KeyKind.COSIGNATURE)
        line = sign(witness, "something else\n", time=1).line.encode()
        lines = [line if b"/w1 " in each else each for each in signed.splitlines(keepends=True)]
        return replace(one, proof=text + b"\n\n" + b"".join(lines))

    assert changed(world, worse) == {"not signed"}


def test_contents_that_another_than_the_agency_signed_are_refused(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(releases, "AGENCY", releases.OTHER_AGENCY)
    assert flaws(opened(world, world.sent())) == {"not the agency"}


def trusting(world: World, trust: AgencyTrust) -> None:
    """The recipient's key file with another trust in it."""
    document = json.loads(world.key.read_text(encoding="utf-8"))
    world.key.write_text(json.dumps({**document, "trust": trust.document}), encoding="utf-8")


def test_a_key_of_the_agency_signs_the_releases_of_its_days_alone(world: World) -> None:
    data, line = world.sent(), releases.AGENCY.key.line
    for days, good in (
        (KeyDays(line, releases.DAY), True),
        (KeyDays(line, releases.DAY, releases.DAY), True),
        (KeyDays(line, releases.DAY + timedelta(1)), False),
        (KeyDays(line, date(2026, 1, 1), releases.DAY - timedelta(1)), False),
    ):
        trusting(world, replace(TRUST, days=(days,)))
        document = opened(world, data)
        assert document["opened"] is good
        assert good or flaws(document) == {"not the agency"}


def test_a_key_of_the_ledger_signs_the_sizes_of_its_epoch_alone(world: World) -> None:
    data = world.sent()
    for last, good in ((301, True), (300, False)):
        epochs = (Epoch(0, last, LOG.key), Epoch(last + 1, None, OTHER_LOG.key))
        trusting(world, replace(TRUST, epochs_text=render_epochs(epochs).decode()))
        document = opened(world, data)
        assert document["opened"] is good
        assert good or flaws(document) == {"not signed"}


def test_a_line_taken_out_of_the_journal_or_written_by_another_is_found(world: World) -> None:
    data, journal = world.sent(), Journal(world.folder / "fbi.key.journal")
    for _ in range(3):
        opened(world, data)
    keys, place = [world.holder.signer.key], journal.folder / "statements.jsonl"
    assert len(journal.statements(keys)) == 3
    lines = place.read_text(encoding="utf-8").splitlines(keepends=True)
    for kept in (lines[1:], [lines[0], lines[2]], [lines[1], lines[0], lines[2]]):
        place.write_text("".join(kept), encoding="utf-8")
        with pytest.raises(InputError, match="gone"):
            journal.statements(keys)
    with pytest.raises(InputError, match="not signed"):
        journal.statements([LOG.key])


def test_a_salt_that_is_not_the_entrys_is_refused(world: World) -> None:
    prepared = world.prepared()
    lies = tuple(replace(one, salt=bytes(32)) if one.name == "values" else one for one in prepared.fields)
    assert lies != prepared.fields
    leaves = commitments(lies)
    other = replace(prepared, fields=lies, commitments=leaves,
                    entry=replace(prepared.entry, field_root=field_root(leaves)))  # fmt: skip
    index, signed = world.entered(other)
    data = hand_over(other, ledger=world.disk, index=index, signed=signed, trust=Trust(policy()))
    assert flaws(opened(world, data)) == {"not committed"}


def outcome(world: World, data: bytes) -> set[str]:
    """The flaws that are told, or that it cannot be read."""
    try:
        return flaws(opened(world, data))
    except InputError as error:
        line = str(error)
    assert not [canary for canary in CANARIES if canary in line]
    return {"unreadable"}


def test_every_altered_byte_is_refused_and_nothing_of_the_contents_is_told(world: World) -> None:
    data, picked = world.sent(), Random(7)
    ends = len(data) - len(parse_package(data).sealed)
    places = [*picked.sample(range(ends), 250), *picked.sample(range(ends, len(data)), 50)]
    told: set[str] = set()
    for at in places:
        bad = bytearray(data)
        bad[at] ^= 1 << picked.randrange(8)
        told |= outcome(world, bytes(bad))
    assert {"unreadable", "altered", "not signed"} <= told
    kept = Journal(world.folder / "fbi.key.journal").statements([world.holder.signer.key])
    assert {one.what for one in kept} == {Stated.REFUSED}, "no receipt for what did not open"
    assert {flaw for one in kept for flaw in one.flaws} == told - {"unreadable"}
    assert receipts_of(kept) == []
    assert opened(world, data)["opened"]


def test_a_proof_has_one_spelling(world: World) -> None:
    package = parse_package(world.sent())
    proof = parse_proof_file(package.proof)
    salt = json.loads(proof.extra)["opened"][0]["salt"].encode()
    assert salt != salt.upper()
    spelt = replace(package, proof=replace(proof, extra=proof.extra.replace(salt, salt.upper())).render())
    with pytest.raises(InputError, match="does not hold its entry"):
        opened(world, spelt.render())


def test_a_cut_file_and_a_key_file_that_is_none_are_told_in_one_line(world: World) -> None:
    data = world.sent()
    for bad in (b"", data[:100], data[:-1], rfc8785.dumps({})):
        with pytest.raises(InputError):
            opened(world, bad)
    with pytest.raises(InputError, match="key file"):
        open_package(world.file(data), key=world.file(b'{"format": "x"}', "bad.key"))
    with pytest.raises(InputError, match="stands there"):
        opened(world, data, out=world.folder)


def test_what_opening_leaves_holds_the_values_in_its_folder_and_nowhere_else(world: World) -> None:
    out = world.folder / "out"
    opened(world, world.sent(), out=out)
    seen = {place for place, text in texts(world.folder).items() if any(c in text for c in CANARIES)}
    assert seen == {"out/payload.json"}, "the proof holds them in base64"


def test_the_recipient_trusts_what_the_key_file_holds(world: World) -> None:
    assert world.holder.trust == TRUST
