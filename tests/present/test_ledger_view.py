"""What a proof says is read in a terminal row by row."""

from __future__ import annotations

import io
from typing import Any

from rich.console import Console

from lawgate.present.terminal.ledger import ledger_verify

DIGEST = "ab" * 32


def test_each_approval_has_a_row_and_its_digest_fills_the_next() -> None:
    shown = _shown(
        {
            "approvals": [
                {"digest": DIGEST, "official": "Rosa Lind", "on": "2026-11-05"},
                {"digest": DIGEST, "official": "Ravi Menon", "on": "2026-11-05"},
            ],
            "periods": ["2022", "2023"],
        }
    )
    assert [line.split() for line in shown] == [
        ["approvals", "official", "Rosa", "Lind,", "on", "2026-11-05,", "digest"],
        [DIGEST],
        ["official", "Ravi", "Menon,", "on", "2026-11-05,", "digest"],
        [DIGEST],
        ["periods", "2022,", "2023"],
    ]


def _shown(opened: dict[str, object]) -> list[str]:
    entry = {"kind": "released", "case": "C", "day": "2026-11-05", "cites": [], "corpus": "0" * 64}
    document: dict[str, Any] = {
        "checked": "proof", "faults": [], "size": None, "index": 3, "entry": entry, "opened": opened,
        "witnesses": [], "trusted": "keys.txt",
    }  # fmt: skip
    out = io.StringIO()
    Console(file=out, width=80).print(ledger_verify(document))
    lines = out.getvalue().splitlines()
    first = next(at for at, line in enumerate(lines) if line.startswith("approvals"))
    return lines[first : first + 5]
