"""What an entry is about, kept outside the log: each field committed to with a salt, to be opened singly.

A field's commitment is a leaf of a small Merkle tree (RFC 6962): 32 bytes of salt, then the canonical JSON of
[name, value]. The entry holds the root. Whoever has the salt can show the field and nothing else; once salt and
value are destroyed, nobody can, and every proof about the entry and its other fields still holds.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import rfc8785
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from lawgate.errors import InputError
from lawgate.ledger.growth import Edge, grow
from lawgate.ledger.hashing import leaf_hash
from lawgate.ledger.proofs import includes
from lawgate.ledger.reading import TileHashes
from lawgate.ledger.tree import inclusion_proof

SALT_BYTES: Final = 32
SECRET_BYTES_MIN: Final = 32


@dataclass(frozen=True, slots=True)
class Secrets:
    """What salts are derived from; it stays outside the log.

    `accounting` is permanent, since 26 U.S.C. 6103(p)(3)(A) asks for a permanent record. `payload` is drawn anew
    for each entry and destroyed with the values that were released.
    """

    accounting: bytes
    payload: bytes

    def __post_init__(self) -> None:
        if min(len(self.accounting), len(self.payload)) < SECRET_BYTES_MIN:
            raise InputError("a secret is too short", mend=f"draw {SECRET_BYTES_MIN} bytes or more")


@dataclass(frozen=True, slots=True)
class Field:
    """A field with its salt: all that is needed to open it beside the hashes of its neighbours."""

    name: str
    value: Any
    salt: bytes

    @property
    def leaf(self) -> bytes:
        """The leaf of the field: salt, then canonical JSON (RFC 8785) of name and value."""
        return self.salt + rfc8785.dumps([self.name, self.value])


@dataclass(frozen=True, slots=True)
class Opening:
    """A field shown: where it stands among the entry's fields, and the path from it to their root."""

    field: Field
    position: int
    path: tuple[bytes, ...]


def check_value(value: Any, *, where: str) -> None:
    """InputError for what is not text, a whole number, true, false, null, or lists and objects of these.

    Fractions have more than one spelling in the eyes of other programs; a sum of money is a text.
    """
    match value:
        case None | bool() | int() | str():
            return
        case list():
            parts = value
        case dict() if all(isinstance(key, str) and key.isascii() for key in value):
            parts = list(value.values())
        case _:
            raise InputError("a field holds what has no one spelling", where=where, mend="write it as text")
    for part in parts:
        check_value(part, where=where)


def salt_of(secret: bytes, *, case: str, sequence: int, name: str) -> bytes:
    """The salt of one field of one entry: HKDF-SHA-256 (RFC 5869), the entry and the name in its info."""
    info = rfc8785.dumps(["lawgate-field-salt/1", case, sequence, name])
    return HKDF(algorithm=SHA256(), length=SALT_BYTES, salt=None, info=info).derive(secret)


def commitments(fields: Sequence[Field]) -> tuple[bytes, ...]:
    """The leaf hashes of the fields in their order: what is kept so that any one can be opened later."""
    return tuple(leaf_hash(field.leaf) for field in fields)


def field_root(leaves: Sequence[bytes]) -> bytes:
    """The root over the commitments, as the entry holds it."""
    return grow(Edge(), leaves)[0].root


def open_field(field: Field, leaves: Sequence[bytes]) -> Opening:
    """The field shown among the commitments of its entry; InputError where it is none of them."""
    leaf = leaf_hash(field.leaf)
    if leaf not in leaves:
        raise InputError(f"the entry holds no such value of {field.name!r}", mend="check value and salt")
    position, held = leaves.index(leaf), _InMemory(leaves)
    return Opening(field, position, inclusion_proof(TileHashes(held, len(leaves)), position, len(leaves)))


def opens(opening: Opening, *, count: int, root: bytes) -> bool:
    """Whether an opening belongs to the entry that holds this count and root."""
    return len(opening.field.salt) == SALT_BYTES and includes(
        leaf=leaf_hash(opening.field.leaf),
        index=opening.position,
        size=count,
        path=opening.path,
        root=root,
    )


def opening_document(opening: Opening) -> dict[str, Any]:
    """The opening as JSON, hashes in hexadecimal."""
    return {
        "name": opening.field.name,
        "value": opening.field.value,
        "salt": opening.field.salt.hex(),
        "position": opening.position,
        "path": [one.hex() for one in opening.path],
    }


def read_opening(document: Mapping[str, Any]) -> Opening:
    """The opening from its JSON; InputError where a part is missing or of another form."""
    try:
        field = Field(str(document["name"]), document["value"], bytes.fromhex(document["salt"]))
        path = tuple(bytes.fromhex(one) for one in document["path"])
        return Opening(field, int(document["position"]), path)
    except (KeyError, TypeError, ValueError):
        raise InputError("not an opened field", mend="it has name, value, salt, position and path") from None


class _InMemory:
    """The commitments as the tiles of a small log."""

    def __init__(self, leaves: Sequence[bytes]) -> None:
        self._tiles = {tile.path: tile.hashes for tile in grow(Edge(), leaves)[1]}

    def read(self, path: str) -> bytes | None:
        return self._tiles.get(path)
