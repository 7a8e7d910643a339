"""Recipients: the public key to which packages are sealed, as it was registered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Final

from lawgate.errors import InputError
from lawgate.handover.exact import read_object
from lawgate.ledger.keys import check_name

SUITE: Final = "HPKE-P-256-HKDF-SHA-256-AES-256-GCM"
"""RFC 9180, base mode: DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-256-GCM."""
SUITE_ALGORITHMS: Final = ("ECDH-P-256", "HKDF-SHA-256", "AES-256-GCM")
"""What the suite is made of, by the names of the list of approved algorithms."""
FORMAT: Final = "lawgate-recipient/1"
POINT_BYTES: Final = 65
"""An uncompressed point on P-256 (SEC 1 section 2.3.3)."""


@dataclass(frozen=True, slots=True)
class RecipientKey:
    """The name of whoever receives, and the public point on P-256; InputError where either is of another form."""

    name: str
    public: bytes

    def __post_init__(self) -> None:
        check_name(self.name)
        if len(self.public) != POINT_BYTES or self.public[0] != 4:
            raise InputError("not a point on P-256", where=self.name, mend="register the key again")

    @property
    def id(self) -> str:
        """Sixteen bytes of SHA-256 over suite, name and point, in hexadecimal: what packages are addressed to."""
        return sha256(f"{SUITE}\n{self.name}\n".encode() + self.public).hexdigest()[:32]

    @property
    def document(self) -> dict[str, str]:
        """The registration, as the recipient hands it to the agency."""
        return {
            "format": FORMAT,
            "name": self.name,
            "suite": SUITE,
            "public": self.public.hex(),
            "id": self.id,
        }


def read_recipient(document: Mapping[str, Any], *, where: str = "") -> RecipientKey:
    """The key of a registration; InputError where its parts do not belong together."""
    try:
        key = RecipientKey(str(document["name"]), bytes.fromhex(document["public"]))
        sound = (document["format"], document["suite"], document["id"]) == (FORMAT, SUITE, key.id)
    except (KeyError, TypeError, ValueError):
        sound, key = False, None
    if key is None or not sound:
        raise InputError("not the registration of a recipient", where=where, mend="ask for the file again")
    return key


def parse_recipient(data: bytes, *, where: str = "") -> RecipientKey:
    """The same from a file's bytes."""
    return read_recipient(read_object(data, where=where), where=where)
