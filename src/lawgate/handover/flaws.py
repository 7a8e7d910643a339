"""What can be wrong with a package: each kind with its name and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Flaw(Enum):
    """The kinds of flaw, by the name under which they are told."""

    OTHER_LEDGER = "another ledger"
    NOT_SIGNED = "not signed"
    NOT_INCLUDED = "no entry"
    OTHER_CASE = "another case"
    OTHER_LAW = "another corpus"
    NOT_A_RELEASE = "not a release"
    ALTERED = "altered"
    OLD_CHECKPOINT = "old checkpoint"
    FORK = "fork"
    NOT_THE_AGENCY = "not the agency"
    NOT_COMMITTED = "not committed"


MENDS: dict[Flaw, str] = {
    Flaw.OTHER_LEDGER: "ask the agency which ledger it keeps, and by whom that is witnessed",
    Flaw.NOT_SIGNED: "do not use it; ask the agency for the package under a witnessed checkpoint",
    Flaw.NOT_INCLUDED: "do not use it; tell the inspector general",
    Flaw.OTHER_CASE: "do not use it; ask for the package of your own case",
    Flaw.OTHER_LAW: "do not use it; tell the agency that package and entry name different law",
    Flaw.NOT_A_RELEASE: "do not use it; tell the inspector general",
    Flaw.ALTERED: "it was changed after it was sealed; take the file as you fetched it, or ask for it anew",
    Flaw.OLD_CHECKPOINT: "name a copy of the ledger with --ledger, which shows that it is of the same history",
    Flaw.FORK: "do not use it; tell the inspector general that the ledger has two histories",
    Flaw.NOT_THE_AGENCY: "do not use it; ask the agency for the key that signs its releases",
    Flaw.NOT_COMMITTED: "do not use it; tell the inspector general",
}


@dataclass(frozen=True, slots=True)
class Flawed:
    """One flaw with what there is to say of it; nothing of the contents is repeated."""

    kind: Flaw
    says: str

    @property
    def mend(self) -> str:
        """What to do about it."""
        return MENDS[self.kind]
