"""After a look the outside is told one sentence: nobody, several, another and a bar are the same, to the byte."""

from __future__ import annotations

import json
import re
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.service.casework.office import Office, done
from tests.web.inside import client_of

from lawgate.casework.outside import Told
from lawgate.cite import Cite
from lawgate.service.casework.acts import decision, intake, review
from lawgate.service.casework.seen import notices
from lawgate.service.casework.seen.door import told_of
from lawgate.stores.casework import models
from lawgate.stores.casework.lists import document_of

NUMBERED = re.compile(r'C2026-\d{6}-1|REQ-[A-Z]+|value="\w{64}"')
LOOKED_AT = {
    "NOBODY": "nobody-on-file",
    "SEVERAL": "name-twice-on-file",
    "MISMATCH": "complete-us-attorney",
    "BAR": "complete-us-attorney",
}
ELSEWHERE = "3491 Cedar Rd, Gallup NM 87301"
"""An address at which the person was never held, in the street of the one at which he is."""


def withheld(office: Office, number: str, name: str) -> str:
    """A case in which a record was looked at, or none was there, and nothing leaves."""
    subject = same_fields(office, name, ELSEWHERE if number == "MISMATCH" else "")
    case = office.received(f"REQ-{number}", name=name, subjects=[subject])
    done(intake.admit(office.desk, case, by="clerk"))
    for cite, answer in (("i/2/B/iv", True), ("i/6", number == "BAR"), ("p/4", True)):
        at = Cite.parse(f"/us/usc/t26/s6103/{cite}")
        done(
            decision.find(office.desk, case, by="third", cite=at, answer=answer, office="delegated_official")
        )
    done(decision.determine(office.desk, case, by="preparer"))
    done(review.withhold(office.desk, case, by="first", reason=f"the reason is {number}"))
    return case


def same_fields(office: Office, name: str, address: str = "") -> dict[str, Any]:
    """The subject of a request of the sample with the fields that all four state: they differ in words alone."""
    (subject,) = json.loads(office.request(name=name))["subjects"]
    plain = {"given": subject["name"]["given"], "surname": subject["name"]["surname"]}
    return {
        **subject,
        "name": plain,
        "address": address or subject["address"],
        "tin": None,
        "date_of_birth": None,
    }


def test_the_four_are_what_they_are_called(inside: Office) -> None:
    found = {}
    for number, name in LOOKED_AT.items():
        document = document_of(withheld(inside, number, name))
        assert document is not None
        subject: Any = document["subject"]
        found[number] = (subject["resolution"]["status"], subject["resolution"].get("address_held"))
    assert found == {
        "NOBODY": ("none", None),
        "SEVERAL": ("several", "current"),
        "MISMATCH": ("none", "none"),
        "BAR": ("not_tried", None),
    }


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


def test_the_same_is_asked_of_the_database_whatever_the_reason_and_whether_it_is_decided_yet(
    inside: Office,
) -> None:
    """What takes the same steps takes the same time; `python -m bench.web.outside` measures it."""
    cases = [withheld(inside, number, name) for number, name in LOOKED_AT.items()]
    for moved in ("before", "after"):
        if moved == "after":
            inside.clock.move(days=31)
        places = [f"/agency/cases/{case}" for case in cases] + [f"/agency?words={case}" for case in cases]
        asked = [statements(place) for place in places]
        assert len(asked[0]) > 5
        assert len(set(asked[: len(cases)])) == 1, moved
        assert len(set(asked[len(cases) :])) == 1, moved


def statements(place: str) -> tuple[str, ...]:
    """What a page asks of the database, without the values."""
    client = client_of("agent")
    with CaptureQueriesContext(connection) as asked:
        assert client.get(place).status_code == 200
    return tuple(re.sub(r"'[^']*'|\d+", "?", one["sql"]) for one in asked.captured_queries)


def at_work(office: Office, count: int) -> list[str]:
    """Cases that were admitted, and of which nothing is decided."""
    cases = [office.received(f"REQ-WORK{'ABCDE'[at]}") for at in range(count)]
    for case in cases:
        done(intake.admit(office.desk, case, by="clerk"))
    return cases


def nothing_leaves(office: Office, case: str) -> None:
    """It is decided, and not told before the window."""
    done(decision.determine(office.desk, case, by="preparer"))
    done(review.withhold(office.desk, case, by="first", reason="r"))


def test_the_page_of_notices_takes_the_same_steps_however_many_wait_to_be_told(inside: Office) -> None:
    cases = at_work(inside, 2)
    before = statements("/notices")
    page = client_of("agent").get("/notices").content
    assert len(before) > 5
    nothing_leaves(inside, cases[0])
    assert models.Notice.objects.filter(about=cases[0], to="agency_officer").exists(), "a control: it waits"
    assert statements("/notices") == before
    assert len(client_of("agent").get("/notices").content) == len(page)
    inside.clock.move(days=31)
    assert statements("/notices") != before, "a control: what is told is looked up"


def test_notices_that_wait_to_be_told_push_none_out_that_is_told(
    inside: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(notices, "SHOWN", 1)
    returned = inside.received("REQ-RETURNED", reasons=None)
    done(intake.admit(inside.desk, returned, by="clerk"))
    for case in at_work(inside, 2):
        nothing_leaves(inside, case)
    page = client_of("agent").get("/notices").content.decode()
    assert page.count("/agency/cases/") == 1
    assert returned in page


def test_what_may_not_be_asked_takes_the_same_steps_whatever_is_decided(inside: Office) -> None:
    (case,) = at_work(inside, 1)

    def refused(act: str) -> tuple[Any, ...]:
        client = client_of("agent")
        with CaptureQueriesContext(connection) as asked:
            answer = client.post(f"/agency/cases/{case}/do/{act}", {"statement": "s", "reason": "r"})
        said = NUMBERED.sub("", answer.content.decode())
        return answer.status_code, len(said), [re.sub(r"'[^']*'|\d+", "?", one["sql"]) for one in asked]

    acts = ("withdraw", "attest", "destroy", "report_incident")
    refused("withdraw")
    before = [refused(act) for act in acts]
    assert {status for status, _, _ in before} == {409}
    nothing_leaves(inside, case)
    assert [refused(act) for act in acts] == before


def test_a_page_takes_the_same_steps_however_far_a_case_has_come_inside(inside: Office) -> None:
    """Admitted, determined, in review, approved, or decided that nothing leaves: all of it is told as at work."""
    cases = [
        *at_work(inside, 2), inside.determined("REQ-DETERMINED"), inside.in_review("REQ-REVIEW"),
        inside.approved("REQ-APPROVED"), inside.released("REQ-RELEASED"),
    ]  # fmt: skip
    nothing_leaves(inside, cases[0])
    assert len({inside.case(case).state for case in cases}) == len(cases)
    for place in ("/agency/cases/{}", "/agency?words={}"):
        assert len({statements(place.format(case)) for case in cases}) == 1, place
    assert len({told(case) for case in cases}) == 1
    read = "".join(statements(f"/agency/cases/{cases[-1]}"))
    assert '"casework_proposal"."digest"' in read, "a control"
    assert '"casework_proposal"."document"' not in read, "a determination takes long to read"


def test_the_letters_of_the_four_take_the_same_steps(inside: Office) -> None:
    cases = [withheld(inside, number, name) for number, name in LOOKED_AT.items()]
    inside.clock.move(days=31)
    places = [f"/agency/cases/{case}/letter" for case in cases]
    assert len({statements(place) for place in places}) == 1


@pytest.mark.parametrize("decided_after", [0, 3, 29, 30, 31, 36, 37, 40])
def test_an_answer_is_told_at_a_reply_window_however_long_officials_needed(
    inside: Office, decided_after: int
) -> None:
    """The windows open on the thirtieth day and each seventh after it; what comes on such a day waits for the next."""
    case = inside.received("REQ-BAR")
    begun = inside.clock.at
    done(intake.admit(inside.desk, case, by="clerk"))
    done(decision.determine(inside.desk, case, by="preparer"))
    inside.clock.move(days=decided_after)
    done(review.withhold(inside.desk, case, by="first", reason="r"))
    told_on = [
        day for day in range(decided_after, 60) if _is_answered(inside, case, begun + timedelta(days=day))
    ]
    windows = [30, 37, 44]
    assert told_on[0] == next(day for day in windows if day > decided_after)
    assert told_on == list(range(told_on[0], 60))
    inside.clock.at = begun + timedelta(days=told_on[0])
    letter = client_of("agent").get(f"/agency/cases/{case}/letter")
    assert letter.status_code == 200


def _is_answered(office: Office, case: str, at: datetime) -> bool:
    office.clock.at = at
    return told_of(office.desk, office.case(case)) is Told.NOT_DISCLOSED


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
    case = withheld(inside, "BAR", LOOKED_AT["BAR"])
    assert "the reason is BAR" not in client_of("agent").get(f"/agency/cases/{case}").content.decode()
    history = client_of("auditor").get(f"/cases/{case}/history").content.decode()
    assert "Disclose nothing" in history
