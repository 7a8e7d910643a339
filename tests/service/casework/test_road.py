"""The road of a case from its request to the receipt, and what turns it aside."""

import json
from dataclasses import replace

from tests.service.casework.office import ORIGIN, POLICY_FILE, START, Office, done

from lawgate.casework.words import State
from lawgate.ledger.keys import Ed25519Signer, KeyKind
from lawgate.service.casework import delivery, registers
from lawgate.service.casework.packages import HpkeSealer
from lawgate.service.handover.opening import open_package
from lawgate.stores.handover.key_file import AgencyTrust, make_recipient


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
    agency = Ed25519Signer.from_seed(f"{ORIGIN}/releases", KeyKind.NOTE, bytes(31) + b"\2")
    trust = AgencyTrust(POLICY_FILE, (agency.key,))
    holder = make_recipient(folder / "doj.key", "us.doj/unit-7", role="special agent", trust=trust)
    registers.register_agency(
        office.desk,
        "us.doj",
        safeguards_satisfy=True,
        reviewed_on=START.date(),
        valid_until=START.date(),
        key=json.dumps(holder.unsealer.key.document),
    )
    office.desk = replace(office.desk, sealer=HpkeSealer(ORIGIN, agency, "Sample Agency"))
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
