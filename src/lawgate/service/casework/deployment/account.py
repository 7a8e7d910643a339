"""The account exported: with the ledger's folder, all that `lawgate ledger report` and `export` need."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from lawgate.service.casework.deployment.founding import desk_of
from lawgate.service.casework.deployment.packages_sent import export_packages
from lawgate.service.casework.desk import Desk
from lawgate.settings import read_deployment
from lawgate.stores.casework.account import account_lines
from lawgate.stores.handover.account_file import write_account


def export_account(desk: Desk, out: Path) -> Path:
    """Write the account of every entry that stands in the ledger to a file that its owner alone can read.

    It holds what the ledger only commits to, and the salts: who may read it is for the deployment to say.
    """
    write_account(out, account_lines(desk.secret))
    return out


def export_of_deployment(out: Path, *, packages: Path | None = None) -> dict[str, Any]:
    """The same for the deployment that the settings name; `packages` writes the table for `lawgate reconcile` too."""
    desk = desk_of(read_deployment())
    lines = tuple(account_lines(desk.secret))
    write_account(out, lines)
    if packages:
        export_packages(packages)
    return {
        "out": str(out),
        "ledger": str(desk.ledger),
        "entries": len(lines),
        "packages": str(packages) if packages else None,
    }
