"""The office's page: counsel records a look at the dockets; two holders let another official sign."""

from __future__ import annotations

from datetime import date

from tests.service.casework.office import Office
from tests.web.inside import client_of

from lawgate.service.casework.registers import parties
from lawgate.stores.casework.read import dockets_checked_on


def test_counsel_records_a_look_at_the_dockets_and_nobody_else_does(inside: Office) -> None:
    inside.clock.move(days=9)
    page = client_of("counsel").get("/office").content.decode()
    assert "lg-result--no" in page, "the last look is too long ago"
    assert client_of("releaser").post("/office/dockets").status_code == 403
    assert client_of("counsel").post("/office/dockets").status_code == 302
    assert dockets_checked_on() == inside.clock().date()
    page = client_of("releaser").get("/office").content.decode()
    assert "lg-result--yes" in page
    assert "I looked at all dockets" not in page


def test_two_holders_let_another_official_sign_and_one_alone_does_not(inside: Office) -> None:
    case = inside.in_review()
    wanted = {
        "official": "preparer",
        "provision": "26 USC 6103(i)(2)",
        "reason": "All reviewers are ill.",
        "days": "1",
    }
    assert client_of("first").post("/office/glass", wanted).status_code == 403
    assert client_of("counsel").post("/office/glass", wanted | {"official": "clerk"}).status_code == 302
    assert client_of("counsel").post("/office/glass/grant", {"asked": "1"}).status_code == 409
    assert "Grant" not in client_of("counsel").get("/office").content.decode()
    assert "asked for Clerk" in client_of("privacy").get("/office").content.decode()
    assert client_of("privacy").post("/office/glass/grant", {"asked": "1"}).status_code == 302
    page = client_of("clerk").get(f"/cases/{case}").content.decode()
    assert "Review and sign" in page
    assert "granted" in client_of("auditor").get("/office").content.decode()


def test_safeguards_that_are_not_known_to_satisfy_are_told(inside: Office) -> None:
    parties.register_agency(
        inside.desk,
        "us.dhs",
        safeguards_satisfy=False,
        reviewed_on=date(2026, 1, 1),
        valid_until=date(2027, 1, 1),
        key="",
    )
    page = client_of("counsel").get("/office").content.decode()
    assert page.count("not known to satisfy") == 1
    assert page.count("> satisfy<") == 2
