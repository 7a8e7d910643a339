"""What becomes of each provision of the section: the entries held against the addresses on record."""

from __future__ import annotations

from collections import Counter
from typing import Any

from lawgate.cite import Cite
from lawgate.law.addresses import S6103
from lawgate.law.entry import Role
from lawgate.law.paragraphs import ENTRIES
from lawgate.service.contract.printed import cite_document
from lawgate.stores.law_data import recorded_digests

Document = dict[str, Any]


def coverage() -> Document:
    """Each address of the section with its role, and those that have none or several."""
    addresses = [Cite.parse(address) for address in recorded_digests()]
    section = [cite for cite in addresses if cite.within(S6103)]
    by_cite = Counter(entry.cite for entry in ENTRIES)
    entries = {entry.cite: entry for entry in ENTRIES}
    return {
        "addresses": len(section),
        "addressed": sum(by_cite[cite] == 1 for cite in section),
        "roles": {role.value: sum(e.role is role for e in ENTRIES if e.cite.within(S6103)) for role in Role},
        "unaddressed": [cite_document(cite) for cite in section if by_cite[cite] == 0],
        "doubled": [cite_document(cite) for cite in section if by_cite[cite] > 1],
        "unknown": [
            cite_document(cite) for cite in by_cite if cite.within(S6103) and cite not in set(section)
        ],
        "entries": [
            {**cite_document(cite), "role": entries[cite].role.value, "says": entries[cite].says}
            for cite in section
            if by_cite[cite]
        ],
    }


def is_complete(document: Document) -> bool:
    """Whether every address has exactly one entry and no entry an address that the section lacks."""
    return not (document["unaddressed"] or document["doubled"] or document["unknown"])
