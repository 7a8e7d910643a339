"""Proof files: that an entry stands in a log, on a page that needs nothing but trusted keys (C2SP tlog-proof)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from lawgate.errors import LedgerFormatError
from lawgate.ledger.checkpoint import SignedCheckpoint, parse_signed_checkpoint
from lawgate.ledger.hashing import leaf_hash
from lawgate.ledger.proofs import includes
from lawgate.ledger.text import from_base64, to_base64, to_hash, to_number

HEADER: Final = "c2sp.org/tlog-proof@v1"
PATH_MAX: Final = 63


@dataclass(frozen=True, slots=True)
class ProofFile:
    """An entry's index and audit path under a signed checkpoint; `extra` is not covered by any signature."""

    index: int
    path: tuple[bytes, ...]
    signed: SignedCheckpoint
    extra: bytes = b""

    def proves(self, entry: bytes) -> bool:
        """Whether these bytes stand at the index under the checkpoint. Its signatures are another question."""
        head = self.signed.checkpoint
        return includes(
            leaf=leaf_hash(entry), index=self.index, size=head.size, path=self.path, root=head.root
        )

    def render(self) -> bytes:
        """The file (tlog-proof, "Format")."""
        extra = [f"extra {to_base64(self.extra)}"] if self.extra else []
        lines = [HEADER, *extra, f"index {self.index}", *(to_base64(one) for one in self.path), ""]
        return "".join(f"{line}\n" for line in lines).encode() + self.signed.note.render()


def parse_proof_file(data: bytes, *, where: str = "") -> ProofFile:
    """A proof from its file; LedgerFormatError if it is none."""
    # The proof's own lines hold no empty one, so the first empty line ends them.
    proof, blank, note = data.partition(b"\n\n")
    lines = proof.decode("utf-8", "replace").split("\n")
    if not blank or lines.pop(0) != HEADER:
        raise LedgerFormatError(f"a proof begins with {HEADER}", where=where, mend="name a .tlog-proof file")
    extra = b""
    if lines and lines[0].startswith("extra "):
        extra = from_base64(lines.pop(0).removeprefix("extra "), what="the extra data")
    if not lines or not lines[0].startswith("index "):
        raise LedgerFormatError("a proof names the index of its entry", where=where, mend="copy it again")
    index = to_number(lines.pop(0).removeprefix("index "), what="the index")
    if len(lines) > PATH_MAX:
        raise LedgerFormatError("the path is longer than any tree is high", where=where, mend="copy it again")
    path = tuple(to_hash(line, what="a hash of the path") for line in lines)
    return ProofFile(index, path, parse_signed_checkpoint(note, where=where), extra)
