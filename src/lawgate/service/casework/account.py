"""The account exported: with the ledger's folder, all that `lawgate ledger report` and `export` need."""

from __future__ import annotations

from pathlib import Path

from lawgate.service.casework.desk import Desk
from lawgate.stores.casework.account import account_lines
from lawgate.stores.handover.account_file import write_account


def export_account(desk: Desk, out: Path) -> Path:
    """Write the account of every entry that stands in the ledger to a file that its owner alone can read.

    It holds what the ledger only commits to, and the salts: who may read it is for the deployment to say.
    """
    write_account(out, account_lines(desk.secret))
    return out
