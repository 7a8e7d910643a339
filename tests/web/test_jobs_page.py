"""The system administrator sees the jobs of the background, and no case; what was given up he has tried again."""

from __future__ import annotations

import re

import pytest
from tests.service.casework.given_up import JOB, give_up
from tests.service.casework.office import Office
from tests.web.inside import all_people, client_of

from lawgate.casework.registers import Register
from lawgate.service.casework import outbox
from lawgate.service.casework.background import jobs as bodies
from lawgate.stores import jobs as kept
from lawgate.stores.casework import models
from lawgate.web.words import jobs as words_jobs


def test_every_job_and_where_it_stands_has_its_words() -> None:
    assert set(words_jobs.JOBS) == set(bodies.all_jobs())
    assert set(words_jobs.STANDS) == {one.value for one in kept.Stands}


def test_what_waits_and_what_was_given_up_stands_there_with_the_kind_of_fault_and_no_case(
    inside: Office,
) -> None:
    all_people(inside)
    give_up(JOB)
    outbox.deliver("C2026-000778-1")
    page = client_of("admin").get("/jobs").content.decode()
    assert "given up" in page
    assert "LedgerStoppedError" in page
    assert "8 times" in page
    assert page.count("Hand over a package") >= 2
    assert "C2026" not in page
    assert page.count('value="Try again"') + len(re.findall(r">Try again</button>", page)) == 1


@pytest.mark.parametrize("who", ["auditor", "counsel", "preparer", "agent", None])
def test_nobody_else_sees_or_does_it(inside: Office, who: str | None) -> None:
    give_up(JOB)
    client = client_of(who)
    assert client.get("/jobs").status_code == (403 if who else 302)
    assert client.post("/jobs/again", {"job": JOB}).status_code == 403
    assert kept.given_up() == 1


@pytest.mark.parametrize("job", ["", "x", "00000000-0000-4000-8000-000000000009"])
def test_what_was_not_given_up_is_not_tried_again(inside: Office, job: str) -> None:
    all_people(inside)
    outbox.deliver("C2026-000778-1")
    assert client_of("admin").post("/jobs/again", {"job": job}).status_code == 409
    assert not models.Entry.objects.filter(case_number=Register.JOBS.value).exists()


def test_a_job_that_failed_tells_its_kind_and_when_it_is_tried_again(
    inside: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_given: object) -> None:
        raise TimeoutError("the words of a fault")

    monkeypatch.setattr("lawgate.service.casework.acts.delivery.deliver_once", fails)
    outbox.deliver("C2026-000778-1")
    kept.run_ready("tests", limit=5)
    (found,) = kept.standing(count=5)
    assert (found.fault, found.stands, found.attempts) == ("TimeoutError", kept.Stands.RESTING, 1)
    assert found.again_at is not None
