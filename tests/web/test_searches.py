"""The list of cases sought, ordered and kept; several cases at once, each with its own result."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from tests.service.casework.office import Office, done
from tests.web.inside import client_of

from lawgate.casework.words import State
from lawgate.service.casework.acts import intake
from lawgate.service.casework.seen.inbox import inbox_document
from lawgate.service.casework.seen.sought import Sought
from lawgate.stores.casework import models


def numbers(office: Office, by: str = "auditor", **sought: str) -> list[str]:
    """The cases that a search finds, in their order."""
    found = inbox_document(office.desk, by=by, sought=Sought(**{"view": "all", **sought}))
    return [one["number"] for one in found["rows"]]


@pytest.fixture
def several(inside: Office) -> list[str]:
    """Four cases on four days: admitted, received, returned, received for the police."""
    first = inside.received("REQ-1")
    done(intake.admit(inside.desk, first, by="clerk"))
    inside.clock.move(days=10)
    second = inside.received("REQ-2", provision="26 USC 6103(i)(3)(B)(i)")
    inside.clock.move(days=10)
    third = inside.received("REQ-3", name="placeholder-address")
    done(intake.admit(inside.desk, third, by="clerk"))
    inside.clock.move(days=4)
    fourth = inside.received("REQ-4")
    return [first, second, third, fourth]


def test_each_search_finds_what_it_says(inside: Office, several: list[str]) -> None:
    first, second, third, fourth = several
    assert numbers(inside, words="REQ-2") == [second]
    assert numbers(inside, provision="(i)(3)") == numbers(inside, provision="i/3/B") == [second]
    assert numbers(inside, provision="(i)(2)") == [first, third, fourth]
    assert numbers(inside, agency="us.dhs") == []
    assert numbers(inside, due="week") == [first], "its answer is due in six days"
    assert numbers(inside, due="stands") == [third], "its requester mends it"
    inside.clock.move(days=7)
    assert numbers(inside, due="late") == [first]
    done(intake.assign(inside.desk, second, to="preparer", by="clerk"))
    assert numbers(inside, given="preparer") == [second]
    assert numbers(inside, given="-") == [first, third, fourth]
    assert numbers(inside, by="preparer", view="mine") == [second]


def test_each_order_is_as_it_says(inside: Office, several: list[str]) -> None:
    first, second, third, fourth = several
    assert numbers(inside, order="number") == several
    assert numbers(inside, order="newest") == several[::-1]
    assert numbers(inside, order="due") == [first, second, fourth, third], "what has no day comes last"
    assert numbers(inside, order="waiting") == several


def test_the_day_that_is_kept_is_the_day_of_the_clock(inside: Office, several: list[str]) -> None:
    third = several[2]
    assert models.Case.objects.get(number=third).due_on is None
    inside.clock.move(days=3)
    done(intake.mend(inside.desk, third, inside.request("REQ-3"), by="agent"))
    for number in several:
        clock = inside.case(number).deadline
        assert clock is not None
        assert models.Case.objects.get(number=number).due_on == clock.due_on
    begun = date(2026, 3, 30)
    assert models.Case.objects.get(number=third).due_on == begun + timedelta(days=30 + 7)


def test_what_cannot_be_sought_is_told_on_the_page(inside: Office) -> None:
    for stated in ("provision=nothing", "due=never", "order=best"):
        answer = client_of("auditor").get(f"/cases?{stated}")
        assert answer.status_code == 400
        assert b"This cannot be read" in answer.content
        assert b'id="words"' in answer.content, "one seeks on from there"


def test_a_search_is_kept_named_changed_and_forgotten(inside: Office, several: list[str]) -> None:
    client = client_of("clerk")
    stated = {"view": "returned", "due": "stands", "name": "  They  mend ", "is_default": "1"}
    assert client.post("/cases/searches/keep", stated).status_code == 302
    kept = models.SavedSearch.objects.get()
    assert (kept.official_id, kept.name, kept.is_default) == ("clerk", "They mend", True)
    begun = client.get("/cases").content.decode()
    assert several[2] in begun
    assert several[0] not in begun, "the list begins with it"
    assert several[0] in client.get("/cases?view=all").content.decode(), "what is asked for counts"

    client.post("/cases/searches/keep", {"view": "all", "name": "They mend"})
    assert models.SavedSearch.objects.get().sought == {"view": "all"}, "the same name is changed"
    client.post("/cases/searches/keep", {"view": "open", "name": "Open", "is_default": "1"})
    first, second = models.SavedSearch.objects.order_by("name")
    client.post(f"/cases/searches/{second.pk}/change", {"name": "All", "is_default": "1"})
    assert models.SavedSearch.objects.get(is_default=True).name == "All", "one begins"
    assert client.post(f"/cases/searches/{first.pk}/change", {"name": "All"}).status_code == 400
    assert client.post(f"/cases/searches/{first.pk}/change", {"name": " "}).status_code == 400
    client.post(f"/cases/searches/{second.pk}/remove")
    assert [one.name for one in models.SavedSearch.objects.all()] == ["Open"]


def test_nobody_sees_or_changes_the_searches_of_another(inside: Office) -> None:
    client_of("clerk").post("/cases/searches/keep", {"view": "all", "name": "Mine"})
    kept, other = models.SavedSearch.objects.get(), client_of("preparer")
    assert b"Mine" not in other.get("/cases/searches").content
    assert b"Mine" not in other.get(f"/cases?search={kept.pk}").content
    for act in ("change", "remove"):
        assert other.post(f"/cases/searches/{kept.pk}/{act}", {"name": "Yours"}).status_code == 404
    assert models.SavedSearch.objects.get().name == "Mine"


def test_several_cases_have_each_its_own_result(inside: Office, several: list[str]) -> None:
    asked = {"number": [*several, "C-nowhere"], "what": "admit"}
    told = client_of("clerk").post("/cases/together", asked).content.decode()
    assert "Done: 2. Refused: 3." in told
    assert "“check against the law” is not open to a case that is admitted" in told
    assert "there is no such case" in told
    assert inside.case(several[3]).state is State.ADMITTED
    entries = models.Entry.objects.filter(act="admit", case_number=several[3])
    assert entries.count() == 1, "each is an act of its own, with its entry"

    for who, what in (("preparer", "admit"), ("clerk", "determine"), ("auditor", "submit")):
        refused = client_of(who).post("/cases/together", {"number": [several[3]], "what": what})
        assert "Done: 0. Refused: 1." in refused.content.decode()
    for what in ("sign", "release", "find", "withhold", "decline", "recall"):
        assert (
            client_of("releaser").post("/cases/together", {"number": several, "what": what}).status_code
            == 400
        )
    assert client_of("clerk").post("/cases/together", {"what": "admit"}).status_code == 400
    many = {"number": [f"C-{at}" for at in range(51)], "what": "admit"}
    assert client_of("clerk").post("/cases/together", many).status_code == 400


def test_a_sealed_matter_leaves_no_gap_whatever_is_asked(inside: Office, several: list[str]) -> None:
    models.Case.objects.filter(number=several[3]).update(sealed=True)
    client = client_of("clerk")
    assert several[3] not in client.get("/cases?view=all").content.decode()
    told = client.post(
        "/cases/together", {"number": [several[3], "C-nowhere"], "what": "admit"}
    ).content.decode()
    assert told.count("there is no such case") == 2
    for act in ("admit", "object", "submit"):
        answer = client_of("third").post(f"/cases/{several[3]}/do/{act}", {"reason": "r"})
        assert answer.status_code == 404
    assert inside.case(several[3]).state is State.RECEIVED
    assert client_of("counsel").get(f"/cases/{several[3]}").status_code == 200
