"""The list of an export's files with their hashes, and the same list under the signature of the one who certifies."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import rfc8785

from lawgate.errors import InputError
from lawgate.ledger.keys import PublicKey, Signer
from lawgate.service.files import read_bytes
from lawgate.stores.handover.envelopes import open_envelope, sign_envelope

Document = dict[str, Any]

LIST: Final = "manifest.json"
SIGNED_LIST: Final = "manifest.dsse.json"
MANIFEST_TYPE: Final = "application/vnd.lawgate.manifest+json"


def manifest_files(listed: Document, signer: Signer | None) -> dict[str, bytes]:
    """The files that hold the list."""
    made = {LIST: json.dumps(listed, indent=1, sort_keys=True).encode() + b"\n"}
    if signer:
        envelope = sign_envelope(rfc8785.dumps(listed), MANIFEST_TYPE, signer)
        made[SIGNED_LIST] = json.dumps(envelope, indent=1).encode() + b"\n"
    return made


def read_list(folder: Path) -> Document:
    """The list that an export bears; InputError where it cannot be read."""
    try:
        listed = json.loads(read_bytes(folder / LIST))
        if not listed["files"] or not all(isinstance(one, str) for one in listed["files"].values()):
            raise ValueError
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise InputError(
            "the list of an export's files cannot be read",
            where=str(folder / LIST),
            mend="ask for the export anew, or check each file of its entries by itself",
        ) from None
    return dict(listed)


def certified_by(folder: Path, listed: Mapping[str, Any], keys: Sequence[PublicKey]) -> str | None:
    """The name of the one of these keys that signed this very list; None where none did."""
    if not (folder / SIGNED_LIST).is_file():
        return None
    try:
        opened = open_envelope(json.loads(read_bytes(folder / SIGNED_LIST)), MANIFEST_TYPE, keys)
    except (ValueError, TypeError, RecursionError):
        return None
    return opened[1].name if opened and opened[0] == rfc8785.dumps(listed) else None
