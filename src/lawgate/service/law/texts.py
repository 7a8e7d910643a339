"""Whether the law is still the one that was encoded: a statute file held against the digests on record."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, RootModel

from lawgate.cite import Cite
from lawgate.errors import CiteError, InputError
from lawgate.law.paragraphs import ENTRIES
from lawgate.law.texts import compare_texts, text_digest
from lawgate.service.contract.read import read_document
from lawgate.service.files import read_bytes
from lawgate.stores.law_data import recorded_digests

Document = dict[str, Any]


class ProvisionText(BaseModel):
    """One provision of a statute file: its address, its heading and its own text."""

    model_config = ConfigDict(extra="ignore", strict=True)
    id: str
    heading: str | None = None
    text: str | None = None


class StatuteFile(RootModel[list[ProvisionText]]):
    """A statute, a row a provision."""


def verify_law(statute: Path) -> Document:
    """Which provisions changed, are missing or are new; `same` says whether none is."""
    found = digests_of(statute)
    if not found:
        raise InputError(
            "no provision stands in it", where=statute.name, mend="give a statute, a row a provision"
        )
    changes = compare_texts(found, recorded_digests())
    roles = {str(entry.cite): entry.role.value for entry in ENTRIES}
    return {
        "statute": statute.name,
        "same": changes.none,
        **{
            kind: [_told(address, roles) for address in addresses]
            for kind, addresses in (
                ("changed", changes.changed), ("missing", changes.missing), ("new", changes.new)
            )
        },
    }  # fmt: skip


def digests_of(statute: Path) -> dict[str, str]:
    """The digest of each provision of a statute file, by address; refuses an address given twice."""
    found: dict[str, str] = {}
    for row in read_document(read_bytes(statute), StatuteFile, where=statute.name).root:
        if row.id in found:
            raise InputError(
                f"{row.id[:60]} is given twice", where=statute.name, mend="give each provision one row"
            )
        found[row.id] = text_digest(row.heading, row.text)
    return found


def _told(address: str, roles: dict[str, str]) -> Document:
    try:
        text = Cite.parse(address).text
    except CiteError:
        text = address
    return {"cite": address, "cite_text": text, "role": roles.get(address)}
