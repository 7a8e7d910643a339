"""A deployment laid down and opened: its database, its ledger, its secrets, and the desk at which officials work."""

from __future__ import annotations

import secrets
from pathlib import Path

from lawgate.errors import InputError
from lawgate.handover.recipient import SUITE_ALGORITHMS
from lawgate.ledger.epochs import parse_epochs
from lawgate.ledger.keys import Profile, Signer, admit_algorithms, admit_signer, check_name
from lawgate.ledger.policy import Policy, parse_policy
from lawgate.ledger.trust import Trust
from lawgate.service.casework.deployment.packages import HpkeSealer
from lawgate.service.casework.desk import Desk, Limits
from lawgate.service.files import read_bytes
from lawgate.settings import Deployment
from lawgate.stores import at_rest, database
from lawgate.stores.casework.data_keys import current_key
from lawgate.stores.clock import now
from lawgate.stores.data_key_file import NAME as DATABASE_KEY
from lawgate.stores.data_key_file import make_data_keys, read_data_keys
from lawgate.stores.ledger.disk import Disk
from lawgate.stores.ledger.keys import make_key, read_signer
from lawgate.stores.ledger.secret_file import make_secret, read_secret
from lawgate.stores.ledger.sequencer import EPOCHS_PATH, create
from lawgate.stores.ledger.witness_http import WitnessByHttp
from lawgate.stores.records.custodian import RecordsFolder
from lawgate.stores.refused import refused_as

LEDGER_KEY = "ledger.key"
RELEASES_KEY = "releases.key"
SECRET = "accounting.secret"  # noqa: S105 - the name of a file
SECRET_BYTES = 32


def found(deployment: Deployment, *, origin: str, token: str | None = None) -> None:
    """Lay down a deployment where none stands: tables, keys in files, an empty ledger under the name `origin`.

    With `token`, the first part of their labels, the keys are drawn in the deployment's token (docs/keys.md).
    InputError where a key or a ledger stands already, or nothing can be written.
    """
    check_name(origin)
    made = (
        deployment.keys_folder / LEDGER_KEY,
        deployment.keys_folder / SECRET,
        deployment.keys_folder / DATABASE_KEY,
        deployment.ledger_folder / EPOCHS_PATH,
    )
    standing = next((path for path in made if path.exists()), None)
    if standing is not None:
        raise InputError(
            "a deployment stands here already",
            where=str(standing),
            mend="name other folders in LAWGATE_DATA, LAWGATE_KEYS and LAWGATE_LEDGER",
        )
    database.demand_kept()
    with refused_as("the deployment cannot be laid down", where=deployment.data):
        for folder in (deployment.data, deployment.keys_folder, deployment.ledger_folder):
            folder.mkdir(parents=True, exist_ok=True)
    labels = (f"{token}/ledger", f"{token}/releases", f"{token}/database") if token else (None, None, None)
    signer = make_key(deployment.keys_folder / LEDGER_KEY, origin, token=labels[0])
    make_key(deployment.keys_folder / RELEASES_KEY, f"{origin}/releases", token=labels[1])
    make_secret(deployment.keys_folder / SECRET, secrets.token_bytes(SECRET_BYTES))
    at_rest.use(make_data_keys(deployment.keys_folder / DATABASE_KEY, token=labels[2]))
    create(Disk(deployment.ledger_folder), signer)
    database.migrate()


def desk_of(deployment: Deployment, *, office: str = "", address: tuple[str, ...] = ()) -> Desk:
    """The desk of a deployment; InputError for whatever does not stand. `office` and `address` head its letters.

    AtRestError where the key of its database is another than the one that seals there.
    """
    if not (deployment.keys_folder / RELEASES_KEY).exists():
        raise InputError(
            "no deployment stands here",
            where=str(deployment.keys_folder),
            mend="name its folder in LAWGATE_DATA, and that of its keys in LAWGATE_KEYS where it is another",
        )
    profile = profile_of(deployment)
    agency = admit_signer(read_signer(deployment.keys_folder / RELEASES_KEY), profile)
    admit_algorithms(SUITE_ALGORITHMS, profile, where="the seal")
    admit_algorithms(at_rest.ALGORITHMS, profile, where="the key of the database")
    at_rest.use(read_data_keys(deployment.keys_folder / DATABASE_KEY))
    current_key()
    origin = agency.key.name.removesuffix("/releases")
    return Desk(
        now=now,
        custodian=RecordsFolder.open(deployment.records) if deployment.records else None,
        secret=read_secret(deployment.keys_folder / SECRET),
        ledger=deployment.ledger_folder,
        trust=trust_of(deployment.ledger_folder, deployment.witnesses),
        sealer=HpkeSealer(origin, agency, office or origin, address, profile=profile),
        limits=limits_of(deployment),
        adopted=deployment.adopted,
        officials=deployment.officials,
        audits=deployment.audits_folder,
        batches=deployment.batches_folder,
        notices=deployment.notices,
    )


def limits_of(deployment: Deployment) -> Limits:
    """What the deployment has set."""
    return Limits(
        docket_check_days_max=deployment.docket_check_days_max,
        backlog_seconds_max=deployment.backlog_seconds_max,
        answer_days=deployment.answer_days,
        reply_window_days=deployment.reply_window_days,
        resubmissions_max=deployment.resubmissions_max,
        resubmission_days=deployment.resubmission_days,
        payload_days=deployment.payload_days,
        unadmitted_days=deployment.unadmitted_days,
        batch_days=deployment.batch_days,
        program_asks_max=deployment.program_asks_max,
        person_sends_max=deployment.person_sends_max,
        address_asks_max=deployment.address_asks_max,
    )


def ledger_signer(deployment: Deployment) -> Signer:
    """The key that signs checkpoints; only the process that enters reads it."""
    return admit_signer(read_signer(deployment.keys_folder / LEDGER_KEY), profile_of(deployment))


def profile_of(deployment: Deployment) -> Profile:
    """Which algorithms the deployment lets be used."""
    return Profile.FIPS if deployment.fips else Profile.OPEN


def trust_of(ledger: Path, witnesses: Path | None) -> Trust:
    """The ledger's own keys by its epochs, and the witnesses and quorum of a policy file; without one none is asked."""
    held = Disk(ledger).read(EPOCHS_PATH)
    if held is None:
        raise InputError("no ledger stands here", where=str(ledger), mend="lay the deployment down first")
    epochs = parse_epochs(held, where=EPOCHS_PATH)
    if witnesses is None:
        return Trust(Policy(tuple(one.key for one in epochs)), epochs)
    return Trust(parse_policy(read_bytes(witnesses), where=witnesses.name), epochs)


def witnesses_of(policy: Policy) -> tuple[WitnessByHttp, ...]:
    """The witnesses of a policy that can be asked, by the addresses on its lines."""
    return tuple(WitnessByHttp(policy.addresses[name], policy.witnesses[name]) for name in policy.addresses)
