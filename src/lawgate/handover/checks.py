"""Whether a package is what it says: by the same rules before it is sent, and before it is opened."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Any, Final

import rfc8785

from lawgate.errors import InputError, LedgerFormatError
from lawgate.handover.flaws import Flaw, Flawed
from lawgate.handover.package import Package, seal_claim
from lawgate.handover.payload import Payload
from lawgate.ledger.checkpoint import Checkpoint
from lawgate.ledger.entry import Entry, Kind, parse_entry
from lawgate.ledger.fields import (
    Field,
    Opening,
    field_root,
    open_field,
    opening_document,
    opens,
    read_opening,
)
from lawgate.ledger.proof_file import ProofFile, parse_proof_file
from lawgate.ledger.trust import Trust, check_signatures

OF_PAYLOAD: Final = ("values", "payload")
"""The fields that the payload itself fills: its rows, and all of it by its digest."""


@dataclass(frozen=True, slots=True)
class Accounted:
    """What the proof in a package shows: the entry, the fields opened beside it, and the proof itself."""

    entry: Entry
    opened: tuple[Opening, ...]
    proof: ProofFile


def read_account(package: Package) -> Accounted:
    """The entry that the package's proof speaks of; LedgerFormatError where it holds none."""
    proof = parse_proof_file(package.proof, where="the proof")
    try:
        extra = json.loads(proof.extra)
        entry, opened = rfc8785.dumps(extra["entry"]), [read_opening(one) for one in extra["opened"]]
        # One spelling, so that no byte can be changed unseen, such as a letter of hexadecimal made large.
        shown = {"entry": extra["entry"], "opened": [opening_document(one) for one in opened]}
        same = replace(proof, extra=rfc8785.dumps(shown)).render() == package.proof
    except (ValueError, KeyError, TypeError, RecursionError):
        same, entry, opened = False, b"", []
    if not same:
        raise LedgerFormatError(
            "the proof does not hold its entry", where="the proof", mend="fetch the package again"
        )
    return Accounted(parse_entry(entry, where="the proof"), tuple(opened), proof)


def check_outside(
    package: Package, account: Accounted, trust: Trust, *, seen: Checkpoint | None = None
) -> list[Flawed]:
    """Everything that can be checked without opening; `seen` is the newest checkpoint that the checker kept."""
    return [
        *_check_ledger(package, account, trust),
        *_check_entry(package, account),
        *_check_claim(package, account),
        *(_check_seen(account.proof.signed.checkpoint, seen) if seen else ()),
    ]


def check_inside(
    package: Package, account: Accounted, payload: Payload, letter: bytes, fields: Sequence[Mapping[str, Any]]
) -> list[Flawed]:
    """Whether what was opened is what the entry commits to."""
    bound, entry = package.binding, account.entry
    flaws = []
    stated = (payload.origin, payload.case, payload.sequence, payload.recipient, payload.day)
    if stated != (bound.origin, bound.case, bound.sequence, bound.recipient, entry.day):
        flaws.append(Flawed(Flaw.OTHER_CASE, "the payload belongs to another entry"))
    if payload.corpus != entry.corpus:
        flaws.append(Flawed(Flaw.OTHER_LAW, "the payload was decided under other law than the entry names"))
    if payload.letter != sha256(letter).hexdigest():
        flaws.append(Flawed(Flaw.ALTERED, "the letter is not the one that the payload names"))
    opened = open_all(package, payload, fields)
    names = {one.field.name for one in opened}
    flaws += [
        Flawed(Flaw.NOT_COMMITTED, f"the field {name} is not opened, or is not what the payload holds")
        for name in OF_PAYLOAD
        if name not in names
    ]
    if len(opened) != len(fields):
        flaws.append(Flawed(Flaw.NOT_COMMITTED, "a field is not what the entry commits to"))
    flaws += [
        Flawed(Flaw.NOT_COMMITTED, f"the field {one.field.name} is not what the entry commits to")
        for one in opened
        if not opens(one, count=entry.field_count, root=entry.field_root)
    ]
    return flaws


def open_all(package: Package, payload: Payload, fields: Sequence[Mapping[str, Any]]) -> list[Opening]:
    """The fields whose salts the contents hold, as far as the commitments hold them too."""
    opened = []
    for one in fields:
        try:
            held = _held(payload, one["name"])
            value = one["value"] if held is None else held
            shown = Field(str(one["name"]), value, bytes.fromhex(one["salt"]))
            opened.append(open_field(shown, package.commitments))
        except (InputError, KeyError, TypeError, ValueError):
            continue
    return opened


def _held(payload: Payload, name: str) -> Any:
    """What the payload itself holds of a field; None for the others."""
    match name:
        case "values":
            return payload.values
        case "payload":
            return payload.digest
        case _:
            return None


def _check_ledger(package: Package, account: Accounted, trust: Trust) -> list[Flawed]:
    signed = account.proof.signed
    flaws = [
        Flawed(Flaw.NOT_SIGNED, f"{one.kind.value}: {one.says}")
        for one in check_signatures(signed, trust, where="the proof")
    ]
    if signed.checkpoint.origin != package.binding.origin:
        flaws.append(Flawed(Flaw.OTHER_LEDGER, "package and proof name different ledgers"))
    if not account.proof.proves(account.entry.encoded):
        flaws.append(Flawed(Flaw.NOT_INCLUDED, "the entry does not stand under the checkpoint"))
    return flaws


def _check_entry(package: Package, account: Accounted) -> list[Flawed]:
    entry, bound, flaws = account.entry, package.binding, []
    if entry.kind is not Kind.RELEASED:
        flaws.append(Flawed(Flaw.NOT_A_RELEASE, f"the entry says {entry.kind.value}"))
    if (entry.case, entry.sequence) != (bound.case, bound.sequence):
        flaws.append(Flawed(Flaw.OTHER_CASE, "the entry is of another case or another event of it"))
    if entry.corpus != bound.corpus:
        flaws.append(Flawed(Flaw.OTHER_LAW, "the package names other law than its entry"))
    if (len(package.commitments), field_root(package.commitments)) != (entry.field_count, entry.field_root):
        flaws.append(Flawed(Flaw.NOT_COMMITTED, "the commitments are not those of the entry"))
    return flaws


def _check_claim(package: Package, account: Accounted) -> list[Flawed]:
    """Whether the sealed bytes are those that the entry commits to."""
    entry = account.entry
    claims = [one for one in account.opened if one.field.name == "package"]
    if len(claims) != 1 or not opens(claims[0], count=entry.field_count, root=entry.field_root):
        return [Flawed(Flaw.NOT_COMMITTED, "the entry does not name this package")]
    if claims[0].field.value != seal_claim(package.sealed, package.binding.recipient):
        return [Flawed(Flaw.ALTERED, "the sealed bytes are not those that were entered")]
    return []


def _check_seen(head: Checkpoint, seen: Checkpoint) -> list[Flawed]:
    if head.origin != seen.origin:
        return []
    if head.size < seen.size:
        return [Flawed(Flaw.OLD_CHECKPOINT, f"its ledger has {head.size} entries, and {seen.size} were seen")]
    if head.size == seen.size and head.root != seen.root:
        return [Flawed(Flaw.FORK, f"two different ledgers of {head.size} entries were signed")]
    return []
