"""Keep the digest of each provision of a statute: `python -m tests.law.record_texts STATUTE.json ...`.

After a change of the statute, once the change is encoded: the sections of the files named are put in the place of
those on record, and the others stay.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from lawgate.service.law.texts import digests_of
from lawgate.stores import law_data

PLACE = Path(law_data.__file__).parents[1] / "law" / "data" / "texts.sha256"


def text(statutes: Sequence[Path], recorded: str) -> str:
    """The record with these statutes in it: a line for each provision, digest and address, as `sha256sum` writes."""
    found = [(digest, address) for path in statutes for address, digest in digests_of(path).items()]
    renewed = {_section(address) for _, address in found}
    kept = [line for line in recorded.splitlines() if _section(line.partition("  ")[2]) not in renewed]
    lines = [*(f"{digest}  {address}" for digest, address in found), *kept]
    return "".join(f"{line}\n" for line in lines)


def _section(address: str) -> str:
    return "/".join(address.split("/")[:5])


if __name__ == "__main__":
    PLACE.write_text(text([Path(name) for name in sys.argv[1:]], PLACE.read_text("utf-8")), "utf-8")
