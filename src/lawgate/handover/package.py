"""A package: what is sealed to one recipient, with the proof that its release is entered.

    lawgate-package/1
    {"case":...,"commitments":[...],"corpus":...,"origin":...,"proof":BYTES,"recipient":...,"sealed":BYTES,
     "sequence":...}
    <the proof file, BYTES long> <the sealed contents, BYTES long>

The head is canonical JSON on one line. It tells to whom and to which entry the package belongs, and nothing of what
is in it: commitments are salted hashes. HPKE as it is used here has no additional data, so the same particulars go
into its `info`; contents that are put under another head do not open.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Final

import rfc8785

from lawgate.errors import InputError
from lawgate.handover.exact import read_exactly, read_object, text, whole

MAGIC: Final = b"lawgate-package/1\n"
PACKAGE_BYTES_MAX: Final = 2**31


@dataclass(frozen=True, slots=True)
class Binding:
    """Where a package belongs: the ledger, the case and the number there, the law, the recipient's key."""

    origin: str
    case: str
    sequence: int
    corpus: str
    recipient: str

    @property
    def info(self) -> bytes:
        """What the seal is bound to (RFC 9180 section 5.1, `info`)."""
        return rfc8785.dumps(
            [MAGIC.decode().strip(), self.origin, self.case, self.sequence, self.corpus, self.recipient]
        )


@dataclass(frozen=True, slots=True)
class Package:
    """A package in its parts; `commitments` are those to all fields of the entry, in their order."""

    binding: Binding
    commitments: tuple[bytes, ...]
    proof: bytes
    sealed: bytes

    def render(self) -> bytes:
        """The file."""
        bound = self.binding
        head: dict[str, Any] = {
            "origin": bound.origin,
            "case": bound.case,
            "sequence": bound.sequence,
            "corpus": bound.corpus,
            "recipient": bound.recipient,
            "commitments": [one.hex() for one in self.commitments],
            "proof": len(self.proof),
            "sealed": len(self.sealed),
        }
        return MAGIC + rfc8785.dumps(head) + b"\n" + self.proof + self.sealed


def parse_package(data: bytes, *, where: str = "") -> Package:
    """A package from its file; InputError if it is none. Nothing is checked but its form."""
    line, _, rest = data.removeprefix(MAGIC).partition(b"\n")
    if not data.startswith(MAGIC):
        raise InputError("not a package", where=where, mend=f"a package begins with {MAGIC.decode().strip()}")
    head = read_object(line, where=where)
    refusal = InputError(
        "the package is cut or its head is damaged", where=where, mend="take the file as you fetched it"
    )
    return read_exactly(data, lambda: _package(head, rest), Package.render, refusal=refusal)


def _package(head: dict[str, Any], rest: bytes) -> Package:
    binding = Binding(
        text(head["origin"]),
        text(head["case"]),
        whole(head["sequence"]),
        text(head["corpus"]),
        text(head["recipient"]),
    )
    commitments = tuple(bytes.fromhex(one) for one in head["commitments"])
    end = whole(head["proof"])
    return Package(binding, commitments, rest[:end], rest[end:])


def seal_claim(sealed: bytes, recipient: str) -> dict[str, str]:
    """What the entry's field `package` says: the sealed bytes by their hash, and whose they are."""
    return {"sealed": sha256(sealed).hexdigest(), "recipient": recipient}


def encode_contents(envelope: dict[str, Any], letter: bytes, fields: Sequence[dict[str, Any]]) -> bytes:
    """What is sealed: the signed payload, the letter, and the salts of the fields that the recipient may open."""
    head = rfc8785.dumps({"envelope": envelope, "fields": list(fields), "letter": len(letter)})
    return head + b"\n" + letter


def decode_contents(data: bytes) -> tuple[dict[str, Any], bytes]:
    """The head and the letter; InputError where they do not come out even."""
    line, _, letter = data.partition(b"\n")
    head = read_object(line, where="the contents")
    if (
        head.keys() != {"envelope", "fields", "letter"}
        or head["letter"] != len(letter)
        or not isinstance(head["fields"], list)
    ):
        raise InputError("the contents are not whole", where="the contents", mend="ask for the package again")
    return head, letter
