"""The ledger checked offline: a folder, a proof file or an export; one entry's proof, and the checkpoint itself."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from lawgate.errors import InputError, LedgerFormatError
from lawgate.ledger.checkpoint import SignedCheckpoint, parse_signed_checkpoint
from lawgate.ledger.epochs import Epoch, parse_epochs
from lawgate.ledger.examine import CHECKPOINT_PATH, examine
from lawgate.ledger.faults import Fault, FaultKind
from lawgate.ledger.keys import parse_key
from lawgate.ledger.leftovers import check_leftovers
from lawgate.ledger.policy import Policy, parse_policy
from lawgate.ledger.proof_file import parse_proof_file
from lawgate.ledger.proving import prove_entry
from lawgate.ledger.reading import read_entry
from lawgate.ledger.trust import Trust, check_signatures
from lawgate.service.files import read_bytes
from lawgate.service.ledger.check_export import is_export, verify_export
from lawgate.service.ledger.check_proof import faults_told, told, verify_proof, witnessed
from lawgate.stores.ledger.disk import Disk
from lawgate.stores.ledger.sequencer import EPOCHS_PATH
from lawgate.stores.replacing import put_bytes

Document = dict[str, Any]

SEALED_PACKAGE = b"lawgate-package/"
KEYS_OF_THE_FOLDER = "the keys that lie in the folder itself, so a log made anew would pass"


def verify(
    path: Path, *, witness: Path | None = None, heads: tuple[Path, ...] = (), epochs: Path | None = None,
    certifiers: tuple[str, ...] = (),
) -> Document:  # fmt: skip
    """Check a ledger's folder, a proof file or an export; the document names each fault, none if all is well.

    `witness` is a policy file (C2SP tlog-policy) with the keys of the log and its witnesses; `heads` are
    checkpoints that others kept; `certifiers` are public keys, one of which has to have signed an export's list.
    InputError where something given cannot be read.
    """
    keys = tuple(parse_key(one, where="--certifier") for one in certifiers)
    if keys and not (path.is_dir() and is_export(path)):
        raise InputError(
            "only an export is certified", where="--certifier", mend="leave it out, or name an export"
        )
    if path.is_dir() and not is_export(path):
        return _verify_folder(Disk(path), witness, heads, epochs)
    if witness is None:
        raise InputError(
            "a proof says nothing without keys that you trust", where=str(path), mend="give --witness KEYS"
        )
    if heads:
        raise InputError(
            "a kept checkpoint is compared with a folder",
            where="--head",
            mend="leave it out, or name the folder",
        )
    trust = Trust(_policy(witness), _epochs(epochs))
    if path.is_dir():
        return verify_export(path, trust, certifiers=keys)
    data = read_bytes(path)
    if data.startswith(SEALED_PACKAGE):
        raise InputError(
            "a sealed package is no proof",
            where=path.name,
            mend="use lawgate open, or verify.py KEYS PACKAGE",
        )
    return verify_proof(parse_proof_file(data, where=path.name), trust)


def prove(index: int, *, ledger: Path, out: Path) -> Document:
    """Write the proof of one entry, checked before it is written; nothing is written where it does not hold."""
    disk = _ledger(ledger)
    signed = _checkpoint(disk)
    proof = prove_entry(disk, index, signed)
    entry = read_entry(disk, index, signed.checkpoint.size)
    faults = (
        [] if proof.proves(entry) else [Fault(FaultKind.NOT_INCLUDED, f"entry {index}", "verify the folder")]
    )
    if not faults:
        put_bytes(out, proof.render())
    return {
        "out": None if faults else str(out),
        "index": index,
        **told(signed),
        "faults": faults_told(faults),
    }


def checkpoint(ledger: Path) -> Document:
    """The checkpoint of a ledger as it stands, to be kept elsewhere; `note` is what to keep."""
    disk = _ledger(ledger)
    signed = _checkpoint(disk)
    own = Policy(tuple(epoch.key for epoch in _own_epochs(disk)))
    faults = check_signatures(signed, Trust(own), where=CHECKPOINT_PATH)
    return {**told(signed), "note": signed.note.render().decode(), "faults": faults_told(faults)}


def _verify_folder(
    disk: Disk, witness: Path | None, heads: tuple[Path, ...], epochs: Path | None
) -> Document:
    kept = tuple(map(_head, heads))
    held = disk.read(CHECKPOINT_PATH)
    if held is None and not (kept or disk.read(EPOCHS_PATH)):
        raise InputError(
            "no ledger lies here", where=str(disk.root), mend="name the folder with `checkpoint`"
        )
    own, faults = _folder_epochs(disk)
    policy = _policy(witness) if witness else Policy(tuple(epoch.key for epoch in own))
    trust = Trust(policy, _epochs(epochs) or own, kept)
    examined = examine(disk, trust)
    faults += examined.faults
    if examined.signed and not faults:
        faults += check_leftovers(disk, disk.paths(), examined.signed.checkpoint.size)
    return {
        "checked": "folder",
        **(told(examined.signed) if examined.signed else {"origin": None, "size": None, "root": None}),
        "trusted": witness.name if witness else KEYS_OF_THE_FOLDER,
        **(witnessed(examined.signed, policy) if examined.signed else {"witnesses": [], "witnessed_at": {}}),
        "heads": len(kept),
        "faults": faults_told(faults),
    }


def _ledger(folder: Path) -> Disk:
    if not folder.is_dir():
        raise InputError("no ledger lies here", where=str(folder), mend="name the folder with `checkpoint`")
    return Disk(folder)


def _checkpoint(disk: Disk) -> SignedCheckpoint:
    held = disk.read(CHECKPOINT_PATH)
    if held is None:
        raise InputError(
            "no ledger lies here", where=str(disk.root), mend="name the folder with `checkpoint`"
        )
    return parse_signed_checkpoint(held, where=CHECKPOINT_PATH)


def _own_epochs(disk: Disk) -> tuple[Epoch, ...]:
    held = disk.read(EPOCHS_PATH)
    return parse_epochs(held, where=EPOCHS_PATH) if held is not None else ()


def _folder_epochs(disk: Disk) -> tuple[tuple[Epoch, ...], list[Fault]]:
    try:
        return _own_epochs(disk), []
    except LedgerFormatError as error:
        return (), [Fault(FaultKind.WRONG_EPOCH, EPOCHS_PATH, error.what)]


def _epochs(path: Path | None) -> tuple[Epoch, ...]:
    return parse_epochs(read_bytes(path), where=path.name) if path else ()


def _policy(path: Path) -> Policy:
    return parse_policy(read_bytes(path), where=path.name)


def _head(path: Path) -> SignedCheckpoint:
    return parse_signed_checkpoint(read_bytes(path), where=path.name)
