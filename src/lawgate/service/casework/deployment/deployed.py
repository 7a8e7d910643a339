"""The desk of this process, and who enters into its ledger: put together from its settings and its keys."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Final

from lawgate.errors import InputError
from lawgate.service.casework.deployment.founding import desk_of, ledger_signer, witnesses_of
from lawgate.service.casework.desk import Desk
from lawgate.service.casework.entering import Bookkeeper, Witness
from lawgate.settings import DEPLOYMENT, Deployment
from lawgate.stores.ledger.keys import read_signer
from lawgate.stores.ledger.witness_file import WitnessInFolder

WITNESS_KEY: Final = "witness.key"


@cache
def desk() -> Desk:
    """Where the officials of this deployment work. InputError for a key or a folder that is not there."""
    return desk_of(DEPLOYMENT, office=DEPLOYMENT.office)


def office_of(at: Desk, deployment: Deployment = DEPLOYMENT) -> str:
    """Who writes: the agency by the name that it is told, else by its ledger's."""
    return deployment.office or at.trust.policy.logs[0].name


@contextmanager
def bookkeeper(at: Desk, deployment: Deployment = DEPLOYMENT) -> Iterator[Bookkeeper]:
    """Hold the ledger, to enter what waits; InputError where another process does, or a key is not here.

    Asked are the witnesses whose addresses the policy names, and one beside us where his key is in our folder.
    """
    signer, witness = ledger_signer(deployment), deployment.keys_folder / WITNESS_KEY
    asked: list[Witness] = [*witnesses_of(at.trust.policy)]
    if at.trust.policy.witnesses and not asked and not witness.is_file():
        raise InputError(
            "no witness can be asked",
            where=str(deployment.witnesses or witness),
            mend="name the address of a witness on its line, or a policy without one",
        )

    def seconds() -> int:
        return int(at.now().timestamp())

    if witness.is_file():
        asked.append(WitnessInFolder(deployment.data / "witness", signer.key, read_signer(witness), seconds))
    with Bookkeeper.opened(at, signer, asked) as opened:
        yield opened
