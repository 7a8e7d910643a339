"""Signed notes: a text with the signatures of those who stand by it (C2SP signed-note)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from lawgate.errors import LedgerFormatError
from lawgate.ledger.keys import KeyKind, PublicKey, Signer, check_name
from lawgate.ledger.text import from_base64, to_base64

NOTE_BYTES_MAX: Final = 1_000_000
SIGNATURES_MAX: Final = 100
_ID_BYTES: Final = 4
_TIME_BYTES: Final = 8
_DASH: Final = "— "


@dataclass(frozen=True, slots=True)
class Signature:
    """One signature line: the signer's name, the key's id, and what the key made."""

    name: str
    id: bytes
    made: bytes

    @property
    def line(self) -> str:
        """The line as it stands in a note, with its newline."""
        return f"{_DASH}{self.name} {to_base64(self.id + self.made)}\n"

    @property
    def time(self) -> int:
        """The seconds since the Epoch that a cosignature states (tlog-cosignature, "Format")."""
        return int.from_bytes(self.made[:_TIME_BYTES], "big")


@dataclass(frozen=True, slots=True)
class Note:
    """A text that ends in a newline, and its signatures."""

    text: str
    signatures: tuple[Signature, ...] = ()

    def render(self) -> bytes:
        """The note as it is kept and sent: text, empty line, signatures."""
        return (self.text + "\n" + "".join(one.line for one in self.signatures)).encode()

    def signed(self, made: Iterable[Signature]) -> Note:
        """The note with further signatures; one that it already has is not repeated."""
        return replace(self, signatures=tuple(dict.fromkeys((*self.signatures, *made))))

    def signature_of(self, key: PublicKey) -> Signature | None:
        """This key's signature, if it is there and verifies."""
        found = [one for one in self.signatures if (one.name, one.id) == (key.name, key.id)]
        return next((one for one in found if verifies(key, one, self.text)), None)

    def belied_by(self, key: PublicKey) -> bool:
        """Whether a line bears this key's name and id and is not its signature: reject the whole note."""
        return any(
            (one.name, one.id) == (key.name, key.id) and not verifies(key, one, self.text)
            for one in self.signatures
        )


def parse_note(data: bytes, *, where: str = "") -> Note:
    """A note from its bytes; whether its signatures hold is another question. LedgerFormatError if it is none."""
    if len(data) > NOTE_BYTES_MAX:
        raise _no_note("it is too long", where)
    try:
        whole = data.decode("utf-8")
    except UnicodeDecodeError:
        raise _no_note("it is not UTF-8", where) from None
    if any(sign < " " and sign != "\n" for sign in whole):
        raise _no_note("it holds control characters", where)
    # "The text is separated from the signatures by the last empty line in the note" (signed-note, "Format").
    text, blank, signed = whole.rpartition("\n\n")
    lines = signed.split("\n")
    if not blank or lines.pop() or not 0 < len(lines) <= SIGNATURES_MAX:
        raise _no_note("it has no signatures below an empty line", where)
    return Note(text + "\n", tuple(parse_signature(line, where=where) for line in lines))


def parse_signature(line: str, *, where: str = "") -> Signature:
    """A signature line without its newline."""
    parts = line.removeprefix(_DASH).split(" ")
    if not line.startswith(_DASH) or len(parts) != 2:
        raise _no_note("a signature line is not a dash, a name and a signature", where)
    data = from_base64(parts[1], what="a signature")
    if len(data) <= _ID_BYTES:
        raise _no_note("a signature is cut", where)
    return Signature(check_name(parts[0]), data[:_ID_BYTES], data[_ID_BYTES:])


def sign(signer: Signer, text: str, *, time: int = 0) -> Signature:
    """The signer's line for a note's text; `time`, in seconds since the Epoch, goes into a cosignature alone."""
    made = signer.sign(_message(signer.key.kind, text, time))
    if signer.key.kind is KeyKind.COSIGNATURE:
        made = time.to_bytes(_TIME_BYTES, "big") + made
    return Signature(signer.key.name, signer.key.id, made)


def verifies(key: PublicKey, signature: Signature, text: str) -> bool:
    """Whether the signature is the key's over this text, in the key's own capacity."""
    match key.kind:
        case KeyKind.NOTE:
            return key.verifies(signature.made, _message(key.kind, text, 0))
        case KeyKind.COSIGNATURE:
            return key.verifies(signature.made[_TIME_BYTES:], _message(key.kind, text, signature.time))


def _message(kind: KeyKind, text: str, time: int) -> bytes:
    if kind is KeyKind.COSIGNATURE:
        # tlog-cosignature, "Ed25519 signed message": a header line, a time line, and the note's text.
        return f"cosignature/v1\ntime {time}\n{text}".encode()
    return text.encode()


def _no_note(why: str, where: str) -> LedgerFormatError:
    return LedgerFormatError(f"not a signed note: {why}", where=where, mend="copy it again, whole")
