"""Both sides of a release agree once the receipt is in, and a receipt of something else is refused."""

from __future__ import annotations

import json

import pytest
from tests.service.casework.office import (
    LOG,
    START,
    Office,
    done,
    register_recipient,
)

from lawgate.errors import InputError
from lawgate.service.casework.acts import delivery
from lawgate.service.casework.deployment.packages_sent import check_receipt, export_packages
from lawgate.service.casework.desk import Refused
from lawgate.service.handover.opening import open_package
from lawgate.service.handover.received import received
from lawgate.service.handover.reconcile import reconcile


def test_a_release_is_followed_on_both_sides_to_its_receipt(small_office: Office) -> None:
    office, folder = small_office, small_office.folder
    key, ours, theirs = folder / "doj.key", folder / "ours.csv", folder / "theirs.csv"
    holder = register_recipient(office)
    registration = {**holder.unsealer.key.document, "signs": holder.signer.key.line}
    case = office.delivered()
    package = delivery.fetch(office.desk, case, by="agent")
    assert isinstance(package, bytes)
    (folder / "package").write_bytes(package)
    received(key=key, out=theirs)
    assert standings(office, ours, theirs) == {"delivered": 1}
    opened = open_package(folder / "package", key=key, day=START.date())
    receipt = json.dumps(opened["receipt"]).encode()
    received(key=key, out=theirs)
    assert standings(office, ours, theirs) == {"received": 1}
    given = {"registration": json.dumps(registration).encode(), "package": opened["package"]}
    assert check_receipt(receipt, **given).case == case
    for wrong in (
        {**given, "package": "0" * 64},
        {**given, "registration": json.dumps(holder.unsealer.key.document).encode()},
        {**given, "registration": json.dumps({**registration, "signs": LOG.key.line}).encode()},
    ):
        with pytest.raises(InputError):
            check_receipt(receipt, **wrong)
    bad = json.dumps({**opened["receipt"], "payload": "e30="}).encode()
    refused = delivery.confirm(office.desk, case, by="agent", receipt=bad)
    assert isinstance(refused, Refused)
    assert refused.names == {"receipt"}
    done(delivery.confirm(office.desk, case, by="agent", receipt=receipt))
    assert standings(office, ours, theirs) == {}, "both say the same, so no bucket differs"


def standings(office: Office, ours, theirs) -> dict[str, int]:
    export_packages(ours)
    document = reconcile(ours, theirs, as_of=office.clock().date().isoformat())
    assert document["faults"] == 0
    return document["standings"]
