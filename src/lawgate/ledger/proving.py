"""The proof of one entry, made from the tiles of its log."""

from __future__ import annotations

import json
from collections.abc import Sequence

import rfc8785

from lawgate.ledger.checkpoint import SignedCheckpoint
from lawgate.ledger.entry import parse_entry
from lawgate.ledger.fields import Opening, opening_document
from lawgate.ledger.proof_file import ProofFile
from lawgate.ledger.reading import TileHashes, read_entry
from lawgate.ledger.tiles import Reader
from lawgate.ledger.tree import inclusion_proof


def prove_entry(
    reader: Reader, index: int, signed: SignedCheckpoint, opened: Sequence[Opening] = ()
) -> ProofFile:
    """The proof file of an entry under a checkpoint, with the fields to be shown.

    InputError for an index outside the log, LedgerFormatError where a tile is missing. What it proves is as good
    as the tiles are: ask `ProofFile.proves` before it is handed on.
    """
    size = signed.checkpoint.size
    path = inclusion_proof(TileHashes(reader, size), index, size)
    entry = read_entry(reader, index, size)
    parse_entry(entry, where=f"entry {index}")
    shown = [opening_document(one) for one in opened]
    return ProofFile(index, path, signed, rfc8785.dumps({"entry": json.loads(entry), "opened": shown}))
