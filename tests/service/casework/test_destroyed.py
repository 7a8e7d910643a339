"""What is destroyed when its time is over is gone, and what still has to be known of it is known."""

from __future__ import annotations

import json
from pathlib import Path

from tests.service.casework.office import START, Office, done, seal_in_earnest

from lawgate.service.casework.acts import delivery, release
from lawgate.service.casework.background import retention
from lawgate.service.casework.registers import parties
from lawgate.service.handover.opening import open_package
from lawgate.stores import database
from lawgate.stores.casework import models
from lawgate.stores.casework.sent import sent_packages


def test_what_was_destroyed_is_in_no_package_and_no_page_of_the_database(
    small_office: Office, tmp_path: Path
) -> None:
    office = small_office
    seal_in_earnest(office)
    case, kept = office.delivered("REQ-1"), office.delivered("REQ-2")
    package = delivery.fetch(office.desk, case, by="agent")
    assert isinstance(package, bytes)
    (tmp_path / "package").write_bytes(package)
    opened = open_package(tmp_path / "package", key=office.folder / "doj.key", day=START.date())
    entry = models.Entry.objects.get(release__case=case)
    lay = [entry.__dict__[name].encrypted[:60] for name in ("payload", "payload_secret")]
    gone = [*lay, package[-1000:]]
    sent = {one.case: one.package for one in sent_packages()}
    assert all(_stands(office, one) for one in gone), "the control"
    office.clock.move(days=400)
    retention.destroy_payloads(office.desk, days=365)
    assert [one for one in gone if _stands(office, one)] == []
    assert {one.case: one.package for one in sent_packages()} == sent
    receipt = json.dumps(opened["receipt"]).encode()
    done(delivery.confirm(office.desk, case, by="agent", receipt=receipt))
    for agency, key in (("us.doj", models.Agency.objects.get(name="us.doj").key), ("us.doj.fbi", "key")):
        parties.register_agency(
            office.desk,
            agency,
            safeguards_satisfy=True,
            reviewed_on=START.date(),
            valid_until=office.clock().date(),
            key=key,
        )
    # What nobody collected can be collected still, and goes once it was.
    assert isinstance(delivery.fetch(office.desk, kept, by="agent"), bytes)
    assert models.Entry.objects.get(release__case=kept).payload is not None
    retention.destroy_payloads(office.desk, days=365)
    assert models.Entry.objects.get(release__case=kept).payload is None
    assert bytes(models.Package.objects.get(release__case=kept).sealed) == b""


def test_the_digest_of_the_words_is_kept_until_the_case_is_answered(small_office: Office) -> None:
    office, case = small_office, small_office.approved()
    received = models.Entry.objects.get(case_number=case, act="receive")
    assert retention.destroy_payloads(office.desk, days=-1) == 0
    done(release.release(office.desk, case, by="releaser", key="k"))
    assert retention.destroy_payloads(office.desk, days=-1) == 1
    received.refresh_from_db()
    assert received.payload is None


def _stands(office: Office, what: bytes) -> bool:
    """Whether these bytes stand in any file of the database."""
    database.close()
    return any(what in path.read_bytes() for path in office.folder.glob("*.sqlite3*"))
