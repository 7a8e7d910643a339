"""Notes, keys, checkpoints and proofs are read in one spelling, and a signature stands for what it signed alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.ledger.logs import LOG, ORIGIN, OTHER_LOG, TIME, WITNESSES, cosigned, entries, entry, made_log

from lawgate.errors import InputError, LedgerFormatError
from lawgate.ledger.checkpoint import Checkpoint, parse_checkpoint, parse_signed_checkpoint
from lawgate.ledger.growth import Edge
from lawgate.ledger.hashing import EMPTY_ROOT
from lawgate.ledger.keys import KeyKind, parse_key
from lawgate.ledger.note import NOTE_BYTES_MAX, SIGNATURES_MAX, Note, parse_note, sign, verifies
from lawgate.ledger.proof_file import PATH_MAX, ProofFile, parse_proof_file
from lawgate.ledger.reading import TileHashes
from lawgate.ledger.text import from_base64
from lawgate.ledger.tree import consistency_proof, inclusion_proof
from lawgate.ledger.witness import Seen, cosign
from lawgate.stores.ledger.sequencer import Sequencer

TEXT = Checkpoint(ORIGIN, 0, EMPTY_ROOT).text
GOOD = Note(TEXT).signed([sign(LOG, TEXT), sign(WITNESSES[0], TEXT, time=TIME)])


def test_a_note_is_read_back_as_it_was_written() -> None:
    assert parse_note(GOOD.render()) == GOOD
    assert GOOD.signed(GOOD.signatures) == GOOD
    empty_line_within = Note("a\n\nb\n").signed([sign(LOG, "a\n\nb\n")])
    assert parse_note(empty_line_within.render()) == empty_line_within


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data[:-1],
        lambda data: data + b"\n",
        lambda data: data.replace(b"\n\n", b"\n"),
        lambda data: data.partition(b"\n\n")[0] + b"\n\n",
        lambda data: data.replace("—".encode(), b"-"),
        lambda data: data.replace("— ".encode(), "—".encode()),
        lambda data: data.replace(b"ledger", b"led\tger"),
        lambda data: data.replace(b"ledger", b"\xff"),
        lambda data: data.replace(b"\xe2\x80\x94 ledger.example/disclosures ", b"\xe2\x80\x94 "),
        lambda data: data.replace(b"\xe2\x80\x94 ledger", b"\xe2\x80\x94 led+ger"),
        lambda data: data[:-4] + b"!!!\n",
        lambda data: data[:-3] + bytes([data[-3] + 1]) + data[-2:],
        lambda data: TEXT.encode() + "\n— a AAAAAA==\n".encode(),
        lambda data: TEXT.encode() + b"\n" + "— a AAAAAAA=\n".encode() * (SIGNATURES_MAX + 1),
        lambda data: b"a" * NOTE_BYTES_MAX + data,
    ],
)  # fmt: skip
def test_what_is_no_note_is_refused(damage: object) -> None:
    data = GOOD.render()
    assert parse_note(data) == GOOD
    with pytest.raises(LedgerFormatError) as refused:
        parse_note(damage(data), where="here")  # type: ignore[operator]
    assert (
        "signed note" in str(refused.value) or "base64" in str(refused.value) or "name" in str(refused.value)
    )


@pytest.mark.parametrize("text", ["AB==", "AAB=", "AA=A", "AA", "A A=", "AA==\n", "_-==", "é"])
def test_base64_has_one_spelling(text: str) -> None:
    assert from_base64("AA==", what="it") == b"\0"
    with pytest.raises(LedgerFormatError, match="it is not base64"):
        from_base64(text, what="it")


def test_as_many_signatures_as_the_limit_are_read() -> None:
    assert (
        len(parse_note(TEXT.encode() + b"\n" + "— a AAAAAAA=\n".encode() * SIGNATURES_MAX).signatures) == 100
    )


def test_a_signature_is_good_for_its_text_its_key_and_its_capacity_alone() -> None:
    made = sign(LOG, TEXT)
    assert verifies(LOG.key, made, TEXT)
    assert not verifies(LOG.key, made, TEXT + "more\n")
    assert not verifies(OTHER_LOG.key, made, TEXT)
    same_seed = WITNESSES[0].from_seed(WITNESSES[0].key.name, KeyKind.NOTE, bytes([10]) * 32)
    assert same_seed.key.raw == WITNESSES[0].key.raw
    assert same_seed.key.id != WITNESSES[0].key.id
    assert not verifies(WITNESSES[0].key, sign(same_seed, TEXT), TEXT)


def test_a_cosignature_is_good_for_its_time_alone() -> None:
    made = sign(WITNESSES[0], TEXT, time=TIME)
    assert made.time == TIME
    assert verifies(WITNESSES[0].key, made, TEXT)
    later = made.__class__(made.name, made.id, (TIME + 1).to_bytes(8, "big") + made.made[8:])
    assert not verifies(WITNESSES[0].key, later, TEXT)


def test_a_cosignature_is_over_the_lines_that_the_format_prescribes() -> None:
    made = sign(WITNESSES[0], TEXT, time=1_679_315_147)
    assert WITNESSES[0].key.verifies(made.made[8:], f"cosignature/v1\ntime 1679315147\n{TEXT}".encode())


def test_signatures_of_unknown_keys_are_ignored_and_a_wrong_one_of_a_known_key_is_not() -> None:
    wrong = sign(LOG, TEXT + "more\n")
    assert not GOOD.belied_by(LOG.key)
    assert not GOOD.belied_by(OTHER_LOG.key)
    assert GOOD.signature_of(OTHER_LOG.key) is None
    both = GOOD.signed([wrong])
    assert both.belied_by(LOG.key)
    assert both.signature_of(LOG.key) == sign(LOG, TEXT)


@pytest.mark.parametrize("line", [LOG.key.line, WITNESSES[0].key.line])
def test_a_key_with_any_letter_changed_is_refused(line: str) -> None:
    assert parse_key(line).line == line
    for at, sign_ in enumerate(line):
        other = "b" if sign_ == "a" else "a"
        with pytest.raises(LedgerFormatError):
            parse_key(line[:at] + other + line[at + 1 :])
    for cut in range(len(line)):
        with pytest.raises(LedgerFormatError):
            parse_key(line[:cut])


@pytest.mark.parametrize("name", ["", "a b", "a+b", "a\u2028b", "a\u00a0b", "a\x00b"])
def test_a_name_that_no_note_can_bear_is_refused(name: str) -> None:
    with pytest.raises(LedgerFormatError):
        LOG.from_seed(name, KeyKind.NOTE, bytes(32))


@pytest.mark.parametrize(
    "text",
    ["", "a\n", "a\n0\n", TEXT[:-1], TEXT.replace("\n0\n", "\n00\n"), TEXT.replace("\n0\n", "\n-1\n"),
     TEXT.replace("\n0\n", "\n+1\n"), TEXT.replace("\n0\n", "\n\u0661\n"), TEXT + "\n",
     "\n0\n" + TEXT.split("\n")[2] + "\n",
     TEXT.replace("=", ""), f"{ORIGIN}\n0\nAAAA\n"],
)  # fmt: skip
def test_what_is_no_checkpoint_is_refused(text: str) -> None:
    with pytest.raises(LedgerFormatError):
        parse_checkpoint(text)


@given(st.integers(0, 2**62), st.binary(min_size=32, max_size=32), st.lists(st.sampled_from(["x", "y 1"])))
def test_a_checkpoint_is_read_back_as_it_was_written(size: int, root: bytes, lines: list[str]) -> None:
    head = Checkpoint(ORIGIN, size, root, tuple(lines))
    assert parse_checkpoint(head.text) == head


def proof_of(index: int, size: int) -> ProofFile:
    storage, (signed,) = made_log(entries(0, size))
    return ProofFile(index, inclusion_proof(TileHashes(storage, size), index, size), signed, b"{}")


@pytest.mark.parametrize(("index", "size"), [(0, 1), (0, 2), (4, 5), (299, 300)])
def test_a_proof_file_is_read_back_and_proves_its_entry_alone(index: int, size: int) -> None:
    proof = proof_of(index, size)
    assert parse_proof_file(proof.render()) == proof
    assert proof.proves(entry(index))
    assert not proof.proves(entry(index + 1))
    without = ProofFile(proof.index, proof.path, proof.signed)
    assert parse_proof_file(without.render()) == without
    assert b"extra" not in without.render()


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data.replace(b"@v1", b"@v2"),
        lambda data: data.replace(b"index 2", b"index 02"),
        lambda data: data.replace(b"index 2", b"at 2"),
        lambda data: data.replace(b"index 2\n", b""),
        lambda data: data.replace(b"extra ", b"extra !"),
        lambda data: data.replace(b"index 2\n", b"index 2\nAAAA\n"),
        lambda data: data.replace(b"index 2\n", b"index 2\n" + (b"A" * 43 + b"=\n") * (PATH_MAX + 1)),
        lambda data: data.replace(b"\n\n", b"\n"),
        lambda data: data.rpartition(b"\n\n")[0],
        lambda data: b"",
        lambda data: b"c2sp.org/tlog-proof@v1\n\n" + data.partition(b"\n\n")[2],
    ],
)  # fmt: skip
def test_what_is_no_proof_file_is_refused(damage: object) -> None:
    data = proof_of(2, 5).render()
    with pytest.raises(LedgerFormatError):
        parse_proof_file(damage(data))  # type: ignore[operator]


def test_a_witness_signs_a_log_that_grows_and_remembers_what_it_signed() -> None:
    storage, heads = made_log(entries(0, 3), entries(3, 300))
    hashes = TileHashes(storage, 300)
    seen, first = cosign(Seen(LOG.key), heads[0], (), signer=WITNESSES[2], time=TIME)
    assert heads[0].note.signed([first]).signature_of(WITNESSES[2].key)
    seen, _ = cosign(seen, heads[1], consistency_proof(hashes, 3, 300), signer=WITNESSES[2], time=TIME)
    assert seen.last == heads[1].checkpoint
    again, _ = cosign(seen, heads[1], (), signer=WITNESSES[2], time=TIME + 1)
    assert again == seen


def test_a_witness_signs_neither_a_shrunken_nor_a_forked_nor_a_foreign_log() -> None:
    storage, heads = made_log(entries(0, 3), entries(3, 300))
    _, forked = made_log(entries(0, 2), [entry(9), *entries(3, 300)])
    proof = consistency_proof(TileHashes(storage, 300), 3, 300)
    seen = Seen(LOG.key, heads[0].checkpoint)
    for head, given_proof in (
        (heads[1], ()),
        (forked[1], proof),
        (forked[0], ()),
        (made_log(entries(0, 3), signer=OTHER_LOG)[1][0], ()),
    ):
        with pytest.raises(InputError):
            cosign(seen, head, given_proof, signer=WITNESSES[0], time=TIME)
    with pytest.raises(InputError, match="not what it was"):
        cosign(Seen(LOG.key, heads[1].checkpoint), heads[0], (), signer=WITNESSES[0], time=TIME)
    elsewhere = LOG.from_seed("elsewhere.example", KeyKind.NOTE, bytes([1]) * 32)
    with pytest.raises(InputError, match="not signed by the log"):
        cosign(Seen(elsewhere.key), heads[0], (), signer=WITNESSES[0], time=TIME)


def test_a_witness_begins_with_any_first_checkpoint_but_not_with_an_empty_log_that_has_a_root() -> None:
    storage, _ = made_log()
    empty = Sequencer(storage, LOG).signed
    seen, _ = cosign(Seen(LOG.key), empty, (), signer=WITNESSES[0], time=TIME)
    sequencer = Sequencer(storage, LOG)
    sequencer.append(entries(0, 2))
    assert cosign(seen, cosigned(sequencer), (), signer=WITNESSES[0], time=TIME)[0].last
    with pytest.raises(InputError):
        cosign(seen, sequencer.signed, (EMPTY_ROOT,), signer=WITNESSES[0], time=TIME)
    text = Checkpoint(ORIGIN, 0, bytes(32)).text
    odd = parse_signed_checkpoint(Note(text).signed([sign(LOG, text)]).render())
    assert Edge().root != bytes(32)
    with pytest.raises(InputError):
        cosign(Seen(LOG.key), odd, (), signer=WITNESSES[0], time=TIME)
