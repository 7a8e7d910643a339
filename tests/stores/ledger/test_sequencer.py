"""The sequencer loses nothing that it acknowledged, wherever it is cut, and stops at the first failed write."""

from __future__ import annotations

import errno
from collections.abc import Callable, Iterator, Sequence

import pytest
from tests.ledger.logs import (
    LOG,
    ORIGIN,
    OTHER_LOG,
    WITNESSES,
    cosigned,
    entries,
    made_log,
    policy,
    signer_of,
    trust,
)
from tests.ledger.memory import Before, Cut, Memory, Survives

from lawgate.errors import InputError, LedgerFormatError, LedgerStoppedError
from lawgate.ledger.checkpoint import parse_signed_checkpoint
from lawgate.ledger.epochs import parse_epochs
from lawgate.ledger.examine import examine
from lawgate.ledger.keys import Ed25519Signer, Profile, PublicKey
from lawgate.ledger.leftovers import check_leftovers
from lawgate.ledger.note import sign
from lawgate.ledger.policy import Policy
from lawgate.ledger.reading import read_bundle
from lawgate.ledger.tiles import widths
from lawgate.ledger.trust import Trust
from lawgate.stores.ledger.sequencer import Sequencer, create

BATCHES = (entries(0, 3), entries(3, 255), entries(255, 256), entries(256, 600), entries(600, 605))


def begun() -> Memory:
    storage = Memory()
    create(storage, LOG)
    storage.steps.clear()
    return storage


def write(storage: Memory, batches: Sequence[Sequence[bytes]] = BATCHES) -> int:
    """Append the batches until something is raised; how many entries were acknowledged."""
    acknowledged = 0
    try:
        sequencer = Sequencer(storage, LOG)
        for batch in batches:
            acknowledged = sequencer.append(batch).checkpoint.size
    except (Cut, LedgerStoppedError):
        pass
    return acknowledged


def held(storage: Memory) -> list[bytes]:
    """The entries under the checkpoint; the folder has to be sound."""
    assert examine(storage, Trust(Policy((LOG.key,)))).faults == ()
    size = parse_signed_checkpoint(storage.files["checkpoint"]).checkpoint.size
    assert list(check_leftovers(storage, storage.files, size)) == []
    return [entry for number, _ in widths(size) for entry in read_bundle(storage, number, size)]


def cuts(kind: type[Memory] = Memory) -> Iterator[tuple[str, int, Memory]]:
    """Every step of the writing, failed in every way, with what is left: its name, what was acknowledged."""
    storage = begun()
    write(storage)
    for step in range(len(storage.steps)):
        for before in Before:
            failing = kind(begun().files)
            failing.fails_at, failing.before = step, before
            acknowledged = write(failing)
            for survives in Survives:
                told = f"{failing.steps[step]}, done {before.value}, survives {survives.value}"
                yield told, acknowledged, failing.after_cut(survives)


def test_a_cut_at_any_step_loses_nothing_acknowledged_and_the_next_start_goes_on() -> None:
    written = [entry for batch in BATCHES for entry in batch]
    seen = set()
    for at, (told, acknowledged, left) in enumerate(cuts()):
        survived = held(left)
        assert len(survived) >= acknowledged, told
        assert survived == written[: len(survived)], told
        seen.add(len(survived) - acknowledged)
        more = entries(len(survived), len(survived) + 7)
        Sequencer(left, LOG).append(more)
        assert held(left) == survived + more, told
        if at % 5 == 0:  # past what the cut batch may have left behind
            others = entries(len(survived) + 7, 700)
            Sequencer(left, LOG).append(others)
            assert held(left) == survived + more + others, told
    assert seen > {0}, "a cut behind the last step leaves more than was acknowledged"


def test_the_simulator_finds_a_sequencer_that_does_not_sync() -> None:
    class NeverSynced(Memory):
        def sync(self) -> None:
            self._unsynced = dict.fromkeys(self.files, b"")

    assert any(_is_broken(acknowledged, left) for _, acknowledged, left in cuts(NeverSynced))


def test_the_simulator_finds_a_checkpoint_that_is_signed_before_the_tiles_are_synced() -> None:
    class CheckpointFirst(Memory):
        def sync(self) -> None:
            """Of the checkpoint alone: the rest is put off until it is there."""
            put_off, self._unsynced = self._unsynced, {}
            super().sync()
            self._unsynced = put_off

        def exchange(self, path: str) -> None:
            super().exchange(path)
            super().sync()

    assert any(_is_broken(acknowledged, left) for _, acknowledged, left in cuts(CheckpointFirst))


def _is_broken(acknowledged: int, left: Memory) -> bool:
    try:
        return len(held(left)) < acknowledged
    except (AssertionError, KeyError, LedgerFormatError):
        return True


@pytest.mark.parametrize("number", [errno.EIO, errno.ENOSPC])
@pytest.mark.parametrize("before", Before)
def test_after_the_first_failed_write_nothing_more_is_entered(number: int, before: Before) -> None:
    steps = begun()
    write(steps, BATCHES[:1])
    for step in range(len(steps.steps)):
        storage = begun()
        storage.fails_at, storage.before, storage.error = step, before, OSError(number, "no")
        sequencer = Sequencer(storage, LOG)
        with pytest.raises(LedgerStoppedError, match="a write failed"):
            sequencer.append(BATCHES[0])
        _refuses_everything(sequencer, storage)
        survived = held(storage)
        more = entries(len(survived), len(survived) + 7)
        Sequencer(storage, LOG).append(more)
        assert held(storage) == survived + more


def _refuses_everything(sequencer: Sequencer, storage: Memory) -> None:
    left = dict(storage.files)
    acts: tuple[Callable[[], object], ...] = (
        lambda: sequencer.append(BATCHES[1]),
        lambda: cosigned(sequencer),
        lambda: sequencer.rotate(OTHER_LOG),
    )
    for act in acts:
        with pytest.raises(LedgerStoppedError, match="stopped"):
            act()
    assert storage.files == left


def test_a_signer_that_fails_stops_the_ledger_too() -> None:
    class Absent:
        key, algorithm = LOG.key, "Ed25519"

        def sign(self, message: bytes) -> bytes:
            raise TimeoutError

    storage = begun()
    sequencer = Sequencer(storage, Absent())
    with pytest.raises(LedgerStoppedError):
        sequencer.append(BATCHES[0])
    assert held(storage) == []
    with pytest.raises(LedgerStoppedError, match="stopped"):
        sequencer.append(BATCHES[0])


def test_an_entry_that_is_too_long_is_refused_before_anything_is_written_and_the_ledger_goes_on() -> None:
    storage = begun()
    sequencer, before = Sequencer(storage, LOG), dict(storage.files)
    with pytest.raises(LedgerFormatError, match="65536 bytes"):
        sequencer.append([*BATCHES[0], bytes(65_536)])
    assert storage.files == before
    assert sequencer.append(BATCHES[0]).checkpoint.size == 3


def test_what_a_cut_batch_left_does_not_stand_beside_the_log_that_went_on() -> None:
    for size, lost, goes_on in ((5, 7, 9), (5, 300, 400), (200, 300, 600), (256, 260, 270), (250, 700, 800)):
        storage, _ = made_log(entries(0, size))
        checkpoint = storage.files["checkpoint"]
        Sequencer(storage, LOG).append(entries(1_000, 1_000 + lost - size))
        storage.files["checkpoint"] = checkpoint  # the batch was written whole and never signed
        Sequencer(storage, LOG).append(entries(size, goes_on))
        assert held(storage) == entries(0, goes_on), (size, lost, goes_on)


def test_an_empty_batch_writes_nothing() -> None:
    storage = begun()
    sequencer = Sequencer(storage, LOG)
    assert sequencer.append([]) == sequencer.signed
    assert storage.steps == []


def test_a_restarted_sequencer_reads_the_right_edge_alone() -> None:
    storage, _ = made_log(entries(0, 70_000))
    read: list[str] = []

    class Watched(Memory):
        def read(self, path: str) -> bytes | None:
            read.append(path)
            return super().read(path)

    Sequencer(Watched(storage.files), LOG)
    assert read == [
        "epochs", "checkpoint", "tile/0/273.p/112", "tile/1/001.p/17", "tile/2/000.p/1", "tile/entries/273.p/112",
    ]  # fmt: skip


def test_tiles_that_do_not_bear_out_the_checkpoint_stop_the_start() -> None:
    storage, _ = made_log(entries(0, 300))
    storage.files["tile/0/001.p/44"] = bytes(44 * 32)
    with pytest.raises(LedgerStoppedError, match="root"):
        Sequencer(storage, LOG)


def test_a_checkpoint_that_another_key_signed_stops_the_start() -> None:
    storage, _ = made_log(entries(0, 3))
    foreign, _ = made_log(entries(0, 3), signer=OTHER_LOG)
    storage.files["checkpoint"] = foreign.files["checkpoint"]
    with pytest.raises(LedgerStoppedError, match="not signed"):
        Sequencer(storage, LOG)


def test_a_key_that_is_not_in_use_cannot_append() -> None:
    storage, _ = made_log(entries(0, 3))
    with pytest.raises(InputError, match="not the one in use"):
        Sequencer(storage, OTHER_LOG)


def test_a_folder_without_a_ledger_is_not_appended_to_and_a_ledger_is_not_begun_twice() -> None:
    with pytest.raises(LedgerStoppedError, match="no ledger"):
        Sequencer(Memory(), LOG)
    with pytest.raises(InputError, match="already"):
        create(begun(), LOG)
    storage, _ = made_log(entries(0, 3))
    del storage.files["checkpoint"]
    with pytest.raises(InputError, match="already"):
        create(storage, LOG)


def test_partial_tiles_are_kept_until_the_full_one_stands_under_a_checkpoint() -> None:
    storage, _ = made_log(entries(0, 3), entries(3, 255))
    assert {"tile/0/000.p/3", "tile/0/000.p/255", "tile/entries/000.p/3"} <= storage.files.keys()
    Sequencer(storage, LOG).append(entries(255, 257))
    assert not [path for path in storage.files if "/000.p/" in path and "tile/1" not in path]
    assert {"tile/0/000", "tile/0/001.p/1", "tile/entries/000", "tile/1/000.p/1"} <= storage.files.keys()


def test_a_rotated_key_signs_from_the_next_checkpoint_on_and_the_old_one_no_more() -> None:
    storage, _ = made_log(entries(0, 3))
    sequencer = Sequencer(storage, LOG)
    sequencer.rotate(OTHER_LOG)
    epochs = parse_epochs(storage.files["epochs"])
    assert [(one.first, one.last, one.key) for one in epochs] == [(0, 3, LOG.key), (4, None, OTHER_LOG.key)]
    both = Trust(Policy((LOG.key, OTHER_LOG.key)), epochs)
    assert examine(storage, both).faults == ()
    assert sequencer.append(entries(3, 5)).note.signature_of(OTHER_LOG.key)
    assert examine(storage, both).faults == ()
    with pytest.raises(InputError):
        Sequencer(storage, LOG)
    assert Sequencer(storage, OTHER_LOG).append(entries(5, 6)).checkpoint.size == 6


def test_a_key_of_another_name_cannot_take_over() -> None:
    storage, _ = made_log(entries(0, 3))
    with pytest.raises(InputError, match="another name"):
        Sequencer(storage, LOG).rotate(signer_of("other.example", 3))


def test_only_cosignatures_of_known_witnesses_that_verify_are_kept() -> None:
    storage, _ = made_log()
    sequencer = Sequencer(storage, LOG)
    text = sequencer.append(entries(0, 2)).note.text
    stranger = signer_of("witness.example/w9", 99, WITNESSES[0].key.kind)
    bad = [sign(stranger, text, time=1), sign(WITNESSES[0], text + "more\n", time=1)]
    assert sequencer.add_cosignatures(bad, policy()).note.signatures == sequencer.signed.note.signatures
    assert len(sequencer.signed.note.signatures) == 1
    assert not policy().is_met(sequencer.signed.note)
    assert policy().is_met(cosigned(sequencer).note)
    assert len(cosigned(sequencer).note.signatures) == 3
    assert storage.files["checkpoint"] == sequencer.signed.note.render()
    assert examine(storage, trust(storage)).faults == ()


def test_a_witness_that_signs_again_and_again_stands_below_the_checkpoint_once_with_its_first_time() -> None:
    storage, _ = made_log()
    sequencer = Sequencer(storage, LOG)
    text = sequencer.append(entries(0, 2)).note.text
    for time in range(1, 201):
        sequencer.add_cosignatures([sign(WITNESSES[0], text, time=time)] * 2, policy())
    _, cosignature = sequencer.signed.note.signatures
    assert cosignature.time == 1
    assert parse_signed_checkpoint(storage.files["checkpoint"]) == sequencer.signed


def test_a_fips_deployment_refuses_a_signer_of_another_algorithm_at_the_start() -> None:
    class Odd:
        algorithm = "Ed448"

        def __init__(self, of: Ed25519Signer) -> None:
            self.of = of

        @property
        def key(self) -> PublicKey:
            return self.of.key

        def sign(self, message: bytes) -> bytes:
            return self.of.sign(message)

    for act in (
        lambda profile: create(Memory(), Odd(LOG), profile=profile),
        lambda profile: Sequencer(begun(), Odd(LOG), profile=profile),
        lambda profile: Sequencer(begun(), LOG).rotate(Odd(OTHER_LOG), profile=profile),
    ):
        with pytest.raises(InputError, match="'Ed448' is not an approved algorithm"):
            act(Profile.FIPS)
        act(Profile.OPEN)
    create(Memory(), LOG, profile=Profile.FIPS)
    assert LOG.key.name == ORIGIN
