"""The road of a case from its request to the receipt, and what turns it aside."""

import json

from tests.service.casework.office import START, Office, done, register_recipient

from lawgate.casework.words import State
from lawgate.service.casework.acts import delivery
from lawgate.service.handover.opening import open_package


def test_a_case_goes_from_request_to_receipt(office: Office) -> None:
    case = office.delivered()
    assert office.case(case).state is State.DELIVERED
    package = delivery.fetch(office.desk, case, by="agent")
    assert isinstance(package, bytes)
    assert package.startswith(b"c2sp.org/tlog-proof@v1")
    assert done(delivery.confirm(office.desk, case, by="agent", receipt=b"{}")).state is State.RECEIPTED
    assert done(delivery.close(office.desk, case, by="releaser")).state is State.CLOSED


def test_what_is_fetched_opens_for_the_recipient_alone_and_proves_its_entry(small_office: Office) -> None:
    office, folder = small_office, small_office.folder
    register_recipient(office)
    package = delivery.fetch(office.desk, office.delivered(), by="agent")
    assert isinstance(package, bytes)
    (folder / "package").write_bytes(package)
    opened = open_package(folder / "package", key=folder / "doj.key", out=folder / "opened", day=START.date())
    assert opened["flaws"] == []
    payload = json.loads((folder / "opened" / "payload.json").read_bytes())
    assert {row["item"] for row in payload["rows"]} >= {"identity.name", "third_party.w2.wages"}
    altered = package[:-1] + bytes([package[-1] ^ 1])
    (folder / "altered").write_bytes(altered)
    refused = open_package(folder / "altered", key=folder / "doj.key", out=folder / "no", day=START.date())
    assert [one["kind"] for one in refused["flaws"]] == ["altered"]
