"""Whom a verifier trusts is read strictly: a quorum means what it says, and epochs leave no gap."""

from __future__ import annotations

import pytest
from tests.ledger.logs import LOG, ORIGIN, OTHER_LOG, POLICY_TEXT, TIME, WITNESSES, policy

from lawgate.errors import LedgerFormatError
from lawgate.ledger.checkpoint import Checkpoint, SignedCheckpoint
from lawgate.ledger.epochs import Epoch, parse_epochs, render_epochs, rotate
from lawgate.ledger.faults import FaultKind
from lawgate.ledger.hashing import EMPTY_ROOT
from lawgate.ledger.keys import KeyKind
from lawgate.ledger.note import Note, sign
from lawgate.ledger.policy import parse_policy
from lawgate.ledger.trust import Trust, check_signatures

HEAD = Checkpoint(ORIGIN, 0, EMPTY_ROOT)
LOG_LINE = f"log {LOG.key.line}"
W0, W1, W2 = (f"witness w{at} {one.key.line}" for at, one in enumerate(WITNESSES))


def note(*witnesses: int) -> Note:
    made = [sign(WITNESSES[at], HEAD.text, time=TIME) for at in witnesses]
    return Note(HEAD.text).signed([sign(LOG, HEAD.text), *made])


def read(*lines: str) -> object:
    return parse_policy("\n".join(lines).encode(), where="keys")


@pytest.mark.parametrize(
    ("witnesses", "met"), [((), False), ((0,), False), ((0, 1), True), ((2, 0), True), ((0, 1, 2), True)]
)
def test_two_of_three_are_a_quorum(witnesses: tuple[int, ...], met: bool) -> None:
    assert policy().is_met(note(*witnesses)) is met
    assert set(policy().seen_by(note(*witnesses))) == {f"w{at}" for at in witnesses}


def test_a_witness_that_signs_twice_counts_once() -> None:
    twice = note(0).signed([sign(WITNESSES[0], HEAD.text, time=TIME + 1)])
    assert len(twice.signatures) == 3
    assert not policy().is_met(twice)


@pytest.mark.parametrize(
    ("quorum", "enough", "not_enough"),
    [
        (("quorum w1",), (1,), (0, 2)),
        (("group g any w0 w1", "quorum g"), (1,), (2,)),
        (("group g all w0 w1", "quorum g"), (0, 1), (0, 2)),
        (("group g any w0 w1", "group h all g w2", "quorum h"), (1, 2), (0, 1)),
        (("group h all g", "quorum none"), None, None),
        (("quorum none",), (), None),
    ],
)
def test_groups_mean_what_they_say(
    quorum: tuple[str, ...], enough: tuple[int, ...] | None, not_enough: tuple[int, ...] | None
) -> None:
    lines = (LOG_LINE, W0, W1, W2, *quorum)
    if enough is None:
        with pytest.raises(LedgerFormatError):
            read(*lines)
        return
    found = parse_policy("\n".join(lines).encode())
    assert found.is_met(note(*enough))
    assert not_enough is None or not found.is_met(note(*not_enough))


@pytest.mark.parametrize(
    ("lines", "at"),
    [
        ((LOG_LINE,), ""),
        ((LOG_LINE, "quorum none", "quorum none"), ""),
        ((LOG_LINE, "quorum w0"), ":2"),
        ((LOG_LINE, "quorum w0", W0), ":2"),
        ((LOG_LINE, "quorum"), ":2"),
        (("log",), ":1"),
        (("log a b c",), ":1"),
        ((f"log {WITNESSES[0].key.line}",), ":1"),
        ((LOG_LINE, LOG_LINE), ":2"),
        ((f"witness w0 {LOG.key.line}",), ":1"),
        (("witness w0",), ":1"),
        ((W0, W0), ":2"),
        ((W0, W0.replace("w0 ", "w9 ")), ":2"),
        ((W0.replace(" w0", " none"),), ":1"),
        ((W0, "group w0 any w0"), ":2"),
        ((W0, "group g any"), ":2"),
        ((W0, "group g 0 w0"), ":2"),
        ((W0, "group g 2 w0"), ":2"),
        ((W0, "group g two w0"), ":2"),
        ((W0, f"group g {'9' * 5000} w0"), ":2"),
        ((W0, W1, "group g 2 w0 w0"), ":3"),
        ((W0, W1, "group g any w0", "group h any w0"), ":4"),
        (("trust me",), ":1"),
        (("log\x0b x",), ":1"),
    ],
)
def test_a_policy_that_does_not_hold_is_refused_with_its_line(lines: tuple[str, ...], at: str) -> None:
    with pytest.raises(LedgerFormatError) as refused:
        read(*lines)
    assert refused.value.where == f"keys{at}"
    assert refused.value.mend


def test_remarks_blank_lines_and_addresses_are_let_be() -> None:
    lines = (
        f" \t{LOG_LINE} https://ledger.example",
        "",
        "  # a remark é",
        f"{W0} https://w.example",
        "quorum w0",
    )
    found = parse_policy("\n".join(lines).encode())
    assert found.logs == (LOG.key,)
    assert found.is_met(note(0))


def kinds(signed: Note, *, trust: Trust, head: Checkpoint = HEAD) -> list[FaultKind]:
    return [fault.kind for fault in check_signatures(SignedCheckpoint(head, signed), trust, where="x")]


def test_a_checkpoint_is_relied_on_only_with_the_logs_key_and_the_quorum() -> None:
    trust = Trust(policy())
    assert kinds(note(0, 1), trust=trust) == []
    assert kinds(note(0), trust=trust) == [FaultKind.NOT_WITNESSED]
    unsigned = Note(HEAD.text).signed([sign(one, HEAD.text, time=TIME) for one in WITNESSES])
    assert kinds(unsigned, trust=trust) == [FaultKind.NOT_SIGNED]
    assert kinds(Note(HEAD.text), trust=trust) == [FaultKind.NOT_SIGNED, FaultKind.NOT_WITNESSED]


@pytest.mark.parametrize("signer", [LOG, WITNESSES[2]])
def test_one_wrong_signature_of_a_trusted_key_spoils_the_whole_note(signer: object) -> None:
    wrong = note(0, 1).signed([sign(signer, "another text\n", time=TIME)])  # type: ignore[arg-type]
    assert kinds(wrong, trust=Trust(policy())) == [FaultKind.CHANGED_CHECKPOINT]


def test_a_trusted_key_of_another_log_does_not_speak_for_this_one() -> None:
    other = Checkpoint("other.example", 0, EMPTY_ROOT)
    signed = Note(other.text).signed([sign(LOG, other.text)])
    trust = Trust(parse_policy(f"{LOG_LINE}\nquorum none".encode()))
    assert kinds(signed, trust=trust, head=other) == [FaultKind.NOT_SIGNED]
    assert kinds(note(), trust=trust) == []


def test_a_key_that_no_epoch_names_was_never_in_use() -> None:
    trust = Trust(policy(), (Epoch(0, None, OTHER_LOG.key),))
    assert kinds(note(0, 1), trust=trust) == [FaultKind.WRONG_EPOCH]


def test_epochs_are_read_back_and_cover_every_size_once() -> None:
    epochs = rotate((Epoch(0, None, LOG.key),), size=9, key=OTHER_LOG.key)
    assert parse_epochs(render_epochs(epochs)) == epochs
    for size in (0, 9, 10, 10_000):
        assert [one.key for one in epochs if one.covers(size)] == [LOG.key if size < 10 else OTHER_LOG.key]


@pytest.mark.parametrize(
    "text",
    [
        "", "x", f"0 9 {LOG.key.line}", f"1 - {LOG.key.line}", f"0 9 {LOG.key.line}\n11 - {OTHER_LOG.key.line}",
        f"0 9 {LOG.key.line}\n9 - {OTHER_LOG.key.line}", f"0 - {LOG.key.line}\n10 - {OTHER_LOG.key.line}",
        f"0 9 {LOG.key.line}\n10 8 {OTHER_LOG.key.line}\n9 - {LOG.key.line}", f"0 -  {LOG.key.line}",
        f"a - {LOG.key.line}",
        f"0 - {LOG.key.line[:-4]}", f"0 - {LOG.key.line}\n0 - {LOG.key.line}",
    ],
)  # fmt: skip
def test_epochs_with_a_gap_an_overlap_or_no_key_in_use_are_refused(text: str) -> None:
    with pytest.raises(LedgerFormatError):
        parse_epochs(text.encode(), where="epochs")


def test_the_policy_of_these_tests_is_the_standard_text() -> None:
    assert POLICY_TEXT.splitlines()[-1] == "quorum two"
    assert LOG.key.kind is KeyKind.NOTE
