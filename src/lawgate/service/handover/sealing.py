"""The sealed release: prepared before its entry is written, handed over only with the proof of that entry in hand.

Two steps, so that nothing can leave in between:

1. `prepare_release` makes the entry and the sealed bytes. Both are committed with the case, in one transaction; the
   sealed bytes rest in the database. They are sealed to the recipient, so whoever copies the database reads nothing.
2. Once the sequencer has put the entry under a signed checkpoint, `hand_over` joins sealed bytes and proof into the
   package. It makes the recipient's own check first and refuses what he would refuse.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Any, Final

from lawgate.errors import InputError, NotAccountedError
from lawgate.handover.checks import OF_PAYLOAD, check_outside, read_account
from lawgate.handover.package import Binding, Package, encode_contents, seal_claim
from lawgate.handover.padding import pad, size_class
from lawgate.handover.payload import PAYLOAD_TYPE, Payload
from lawgate.handover.recipient import SUITE_ALGORITHMS, RecipientKey
from lawgate.ledger.checkpoint import SignedCheckpoint
from lawgate.ledger.entry import Entry, Kind
from lawgate.ledger.fields import Field, Secrets, commitments, field_root, open_field
from lawgate.ledger.keys import Profile, Signer, admit_algorithms, admit_signer
from lawgate.ledger.proving import prove_entry
from lawgate.ledger.tiles import Reader
from lawgate.ledger.trust import Trust
from lawgate.ledger.views import salted
from lawgate.stores.handover.envelopes import sign_envelope
from lawgate.stores.handover.sealing import seal

RECIPIENT_FIELDS: Final = ("agency", "disclosed_on", "payload", "purpose", "recipients", "values")
"""The fields whose salts travel in the package: what the recipient may show of the entry later."""
OURS: Final = frozenset({"package", "payload", "values"})


@dataclass(frozen=True, slots=True)
class ReleaseKeys:
    """With what a release is made: the secrets of its commitments, who signs for the agency, whom it is sealed to."""

    secrets: Secrets
    agency: Signer
    recipient: RecipientKey
    profile: Profile = Profile.OPEN


@dataclass(frozen=True, slots=True)
class PreparedRelease:
    """A release before its entry: what is committed with the case. Nothing in it leaves as it is.

    `fields` with their salts belong to the account; `values` among them goes when its time is over.
    """

    entry: Entry
    fields: tuple[Field, ...]
    binding: Binding
    commitments: tuple[bytes, ...]
    sealed: bytes


def prepare_release(
    payload: Payload,
    *,
    account: Mapping[str, Any],
    rows_asked: int,
    letter: bytes,
    keys: ReleaseKeys,
    cites: tuple[str, ...] = (),
) -> PreparedRelease:
    """Seal a release and make its entry.

    `account` are the entry's fields but for `values`, `payload` and `package`, which are made here; `rows_asked` is
    how many rows the request asked for, disclosed or not. InputError for a payload to another key, or a field not
    listed.
    """
    recipient, case, sequence = keys.recipient, payload.case, payload.sequence
    if payload.recipient != recipient.id:
        raise InputError("the payload is for another key", where=recipient.name, mend="address it anew")
    if OURS & account.keys():
        raise InputError(
            "values, payload and package are made when sealing", mend="leave them out of the account"
        )
    signer = admit_signer(keys.agency, keys.profile)
    admit_algorithms(SUITE_ALGORITHMS, keys.profile, where="the seal")
    payload = replace(payload, letter=sha256(letter).hexdigest())
    binding = Binding(payload.origin, case, sequence, payload.corpus, recipient.id)
    made = {"values": payload.values, "payload": payload.digest}
    fields = salted({**account, **made}, keys.secrets, case=case, sequence=sequence)
    shown = [_salt_of(one) for one in fields if one.name in RECIPIENT_FIELDS]
    contents = encode_contents(sign_envelope(payload.encoded, PAYLOAD_TYPE, signer), letter, shown)
    sealed = seal(pad(contents, size_class(rows_asked, len(contents))), recipient, binding.info)
    claimed = {"package": seal_claim(sealed, recipient.id)}
    claim = salted(claimed, keys.secrets, case=case, sequence=sequence)
    fields = tuple(sorted((*fields, *claim), key=lambda one: one.name))
    leaves = commitments(fields)
    entry = Entry(
        Kind.RELEASED, case, sequence, payload.day, payload.corpus, cites,
        len(leaves), field_root(leaves),
    )  # fmt: skip
    return PreparedRelease(entry, fields, binding, leaves, sealed)


def hand_over(
    prepared: PreparedRelease, *, ledger: Reader, index: int, signed: SignedCheckpoint, trust: Trust
) -> bytes:
    """The package's file, which may leave.

    NotAccountedError where the entry does not stand at `index` under the checkpoint, or the checkpoint lacks the
    ledger's signature or the quorum of witnesses that `trust` demands. Nothing leaves then.
    """
    try:
        claim = next(one for one in prepared.fields if one.name == "package")
        opened = open_field(claim, prepared.commitments)
        proof = prove_entry(ledger, index, signed, [opened]).render()
    except (InputError, StopIteration):
        raise NotAccountedError(
            "the release cannot be proved", mend="wait for the ledger; nothing leaves before"
        ) from None
    package = Package(prepared.binding, prepared.commitments, proof, prepared.sealed)
    account = read_account(package)
    flaws = check_outside(package, account, trust)
    if flaws or account.entry != prepared.entry:
        told = flaws[0].says if flaws else "the entry is another than was prepared"
        raise NotAccountedError(
            f"the release is not accounted for: {told}", mend="wait for the ledger; nothing leaves before"
        )
    return package.render()


def _salt_of(one: Field) -> dict[str, Any]:
    """What opens a field; the values themselves, and what the payload's digest is of, stand in the payload."""
    shown = {"name": one.name, "salt": one.salt.hex()}
    return shown if one.name in OF_PAYLOAD else {**shown, "value": one.value}
