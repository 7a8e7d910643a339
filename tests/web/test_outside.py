"""After a look the outside is told one sentence: nobody, several, another and a bar are the same, to the byte."""

from __future__ import annotations

import re

from tests.service.casework.office import Office, done
from tests.web.inside import client_of

from lawgate.cite import Cite
from lawgate.service.casework import decision, intake, review

NUMBERED = re.compile(r'C2026-\d{6}-1|REQ-[A-Z]+|value="\w{64}"')
LOOKED_AT = {
    "NOBODY": "nobody-on-file",
    "SEVERAL": "name-twice-on-file",
    "MISMATCH": "address-never-held",
    "BAR": "",
}


def withheld(office: Office, number: str, name: str) -> str:
    """A case in which a record was looked at, or none was there, and nothing leaves."""
    case = office.received(f"REQ-{number}", name=name or "complete-us-attorney")
    done(intake.admit(office.desk, case, by="clerk"))
    for cite, answer in (("i/2/B/iv", True), ("i/6", number == "BAR"), ("p/4", True)):
        at = Cite.parse(f"/us/usc/t26/s6103/{cite}")
        done(
            decision.find(office.desk, case, by="third", cite=at, answer=answer, office="delegated_official")
        )
    done(decision.determine(office.desk, case, by="preparer"))
    done(review.withhold(office.desk, case, by="first", reason=f"the reason is {number}"))
    return case


def told(case: str, **asked: str) -> bytes:
    """The page of a case, without what differs by design: its numbers and the form's own mark."""
    answer = client_of("agent").get(f"/agency/cases/{case}")
    page = answer.content.decode()
    own_words = page[page.index("<aside>") : page.index("</aside>")]
    return NUMBERED.sub("", page.replace(own_words, "")).encode()


def test_the_four_reasons_read_the_same_before_and_after_the_last_day(inside: Office) -> None:
    cases = [withheld(inside, number, name) for number, name in LOOKED_AT.items()]
    at_work = inside.received("REQ-WORK")
    done(intake.admit(inside.desk, at_work, by="clerk"))
    before = {told(case) for case in (*cases, at_work)}
    assert len(before) == 1, "until the last day it is told like a case that is being worked on"
    assert b"at work" in before.pop()
    inside.clock.move(days=31)
    after = {told(case) for case in cases}
    assert len(after) == 1
    assert b"Whatever the reason, this is the answer" in after.pop()
    assert b"Whatever the reason" not in told(at_work)


def test_the_list_and_what_may_be_asked_tell_no_more(inside: Office) -> None:
    cases = [withheld(inside, number, name) for number, name in LOOKED_AT.items()]
    rows = client_of("agent").get("/agency").content.decode()
    assert rows.count("at work") == len(cases)
    for word in ("withheld", "determined", "reason", "T0000001"):
        assert word not in rows
    answers = set()
    for case in cases:
        for act in ("withdraw", "fetch", "confirm", "attest", "destroy", "report_incident"):
            answer = client_of("agent").post(
                f"/agency/cases/{case}/do/{act}", {"statement": "s", "reason": "r"}
            )
            assert answer.status_code in {400, 409}, act
            if answer.status_code == 409:
                answers.add(NUMBERED.sub("", answer.content.decode().replace(f"/do/{act}", "")))
    assert len(answers) == 1


def test_a_positive_control_an_official_sees_the_reason(inside: Office) -> None:
    case = withheld(inside, "BAR", "")
    assert "the reason is BAR" not in client_of("agent").get(f"/agency/cases/{case}").content.decode()
    history = client_of("auditor").get(f"/cases/{case}/history").content.decode()
    assert "Disclose nothing" in history
