"""The keys of a deployment exchanged: the new one signs from now on, the old one is kept for what it signed."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from lawgate.casework.proposal import digest_of
from lawgate.errors import InputError
from lawgate.ledger.keys import Signer, admit_signer
from lawgate.service.casework.deployment.founding import LEDGER_KEY, RELEASES_KEY, desk_of, profile_of
from lawgate.service.casework.desk import Desk
from lawgate.service.casework.registers import parties
from lawgate.service.files import read_bytes
from lawgate.service.keys import told_epochs
from lawgate.settings import Deployment
from lawgate.stores.database import one_transaction
from lawgate.stores.key_module import reach
from lawgate.stores.ledger.disk import Disk
from lawgate.stores.ledger.keys import read_signer
from lawgate.stores.ledger.sequencer import Sequencer
from lawgate.stores.replacing import write_whole

Document = dict[str, Any]

FILES: Final = {"ledger": LEDGER_KEY, "releases": RELEASES_KEY}


def exchange(
    which: str, *, new: Path, compromised: bool = False, deployment: Deployment | None = None
) -> Document:
    """Exchange the key of the ledger or of releases for that of the file `new`, and enter that.

    The old file is kept beside it: nothing that it signed is signed again. `compromised`: it may be in other hands.
    InputError where the new key has another name, was used before, does not answer, or the ledger is held by its
    worker; nothing is changed then.
    """
    if which not in FILES:
        raise InputError("no such key", where=which[:40], mend=f"use one of {', '.join(FILES)}")
    at = deployment or Deployment()
    desk, place = desk_of(at), at.keys_folder / FILES[which]
    before, signer = read_signer(place), admit_signer(read_signer(new), profile_of(at))
    if (signer.key.name, signer.key.kind) != (before.key.name, before.key.kind) or signer.key == before.key:
        raise InputError("not another key of that name", where=new.name, mend=f"name it {before.key.name}")
    reach(signer)
    change = _Change(desk, place, before, signer, new, compromised)
    until, following = _ledger(change) if which == "ledger" else _releases(change)
    return {
        "which": which,
        "old": before.key.line,
        "new": signer.key.line,
        "kept": str(change.kept(until)),
        "compromised": compromised,
        "next": following,
        "epochs": told_epochs(Disk(at.ledger_folder)),
    }


@dataclass(frozen=True, slots=True)
class _Change:
    """What takes the place of what."""

    desk: Desk
    place: Path
    before: Signer
    after: Signer
    new: Path
    compromised: bool

    def kept(self, until: str) -> Path:
        """Where the old file stays."""
        return self.place.with_name(f"{self.place.name}.until-{until}")

    def enter(self, what: str, size: str = "") -> None:
        """The entry; it names keys by their digests."""
        keys = {"old": digest_of(self.before.key.line), "new": digest_of(self.after.key.line)}
        said = {**keys, "size": size, "compromised": self.compromised}
        parties.record_key(self.desk, what=what, said=said)

    def put(self, until: str) -> None:
        """The new file in the place of the old one, which stays beside it; at no moment is there none."""
        data, kept = read_bytes(self.new), self.kept(until)

        def write(made: Path) -> None:
            with os.fdopen(os.open(made, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())

        if not kept.exists():
            os.link(self.place, kept)
        write_whole(self.place, write)


def _ledger(change: _Change) -> tuple[str, str]:
    disk = Disk(change.desk.ledger)
    with disk.hold():
        sequencer = Sequencer(disk, change.before)
        size = str(sequencer.signed.checkpoint.size)
        with one_transaction():
            change.enter("rotate_ledger_key", size)
            sequencer.rotate(change.after, revoked=change.compromised)
            change.put(size)
    return size, "Publish the ledger's epochs and the trust file made of them; then start worker and pages."


def _releases(change: _Change) -> tuple[str, str]:
    day = change.desk.now().date().isoformat()
    with one_transaction():
        change.enter("rotate_releases_key")
        change.put(day)
    old = "" if change.compromised else f"--agency {change.before.key.line},FIRST,{day} "
    return day, f"Publish a trust file: {old}--agency {change.after.key.line},{day}, ; then start the pages."
