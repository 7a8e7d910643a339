"""The key under which the database rests encrypted: drawn for a deployment that has none yet, and exchanged."""

from __future__ import annotations

from typing import Any

from lawgate.casework.proposal import digest_of
from lawgate.service.casework.deployment.founding import desk_of
from lawgate.service.casework.registers import parties
from lawgate.settings import Deployment
from lawgate.stores import at_rest
from lawgate.stores.casework.data_keys import current_key
from lawgate.stores.casework.resting import encrypt_anew
from lawgate.stores.data_key_file import NAME, add_version, make_data_keys
from lawgate.stores.database import one_transaction

Document = dict[str, Any]


def first_key(*, token: str | None = None, deployment: Deployment | None = None) -> Document:
    """Draw the key of a database that was laid down before it had one; its tables are brought up to date after that.

    With `token`, a label, it is encrypted to a key in the deployment's token. InputError where a key stands.
    """
    path = (deployment or Deployment()).keys_folder / NAME
    key = make_data_keys(path, token=token).versions[1]
    return {"out": str(path), "version": key.version, "mark": key.mark}


def reencrypt(deployment: Deployment | None = None) -> Document:
    """Draw another key and encrypt under it all that rests in the database, by an entry; worker and pages are stopped.

    The older key stays in its file, for backups. Whoever runs it may change the tables of the database. AtRestError
    where something does not open: then all stays as it was, but for a key in the file that encrypts nothing.
    """
    at = deployment or Deployment()
    desk, before = desk_of(at), current_key()
    keys = add_version(at.keys_folder / NAME)
    at_rest.use(keys)
    after = keys.versions[max(keys.versions)]
    with one_transaction():
        said = {"old": digest_of(before.mark), "new": digest_of(after.mark), "compromised": False}
        parties.record_key(desk, what="rotate_database_key", said=said)
        rows = encrypt_anew(after)
    return {"old": before.version, "new": after.version, "mark": after.mark, "rows": rows}
