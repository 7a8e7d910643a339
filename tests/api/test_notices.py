"""What a program learns of changes without asking for each case: what its list tells, when its list tells it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.api.programs import Program, browser
from tests.api.test_acts import returned
from tests.api.test_outside import VALUE
from tests.service.casework.office import Office, done
from tests.web.test_outside import LOOKED_AT, withheld

from lawgate.service.api.notices import LOOKED
from lawgate.service.casework.acts import intake
from lawgate.stores.casework import models

MINUTES = LOOKED.total_seconds() / 60


def changed(program: Program, after: str = "", **asked: Any) -> tuple[list[tuple[str, str]], str]:
    """What changed since, a minute later, each with what is told; and where to go on."""
    program.office.clock.move(minutes=MINUTES)
    words = "&".join(f"{name}={value}" for name, value in {"after": after, **asked}.items() if value != "")
    answer = program.get(f"notices?{words}")
    assert answer.status_code == 200, answer.content
    document = answer.json()
    return [(row["number"], row["told"]) for row in document["notices"]], document["next"]


def test_what_changed_is_told_once_and_in_the_order_in_which_it_changed(either: Office) -> None:
    program = Program.registered(either, "doj-system", "us.doj")
    first, second = program.sends("REQ-1"), program.sends("REQ-2")
    found, after = changed(program)
    assert found == [(first, "received"), (second, "received")]
    assert changed(program, after) == ([], after)
    done(intake.admit(either.desk, second, by="clerk"))
    found, after = changed(program, after)
    assert found == [(second, "at_work")]
    assert program.post(f"cases/{first}/withdraw").status_code == 200
    found, after = changed(program, after)
    assert found == [(first, "withdrawn")]
    everything, last = changed(program)
    assert (everything, last) == ([(second, "at_work"), (first, "withdrawn")], after), "each case once"


def test_a_row_is_one_of_the_list_and_pages_go_on_where_they_ended(justice: Program) -> None:
    numbers = [justice.sends(f"REQ-{at}") for at in range(3)]
    justice.office.clock.move(minutes=MINUTES)
    whole = justice.get("notices").json()
    listed = justice.get("cases").json()["cases"]
    assert sorted(whole["notices"], key=lambda row: row["number"], reverse=True) == listed
    first, after = changed(justice, limit=2)
    assert justice.get("notices?limit=2").json()["more"] is True
    rest = justice.get(f"notices?limit=2&after={after}").json()
    assert [row["number"] for row in rest["notices"]] == numbers[2:]
    assert [number for number, _ in first] == numbers[:2]
    assert rest["more"] is False


def test_until_the_window_nothing_is_told_and_then_all_four_reasons_alike(justice: Program) -> None:
    cases = [withheld(justice.office, number, name) for number, name in reversed(LOOKED_AT.items())]
    found, after = changed(justice)
    assert found == [(case, "at_work") for case in cases]
    justice.office.clock.move(days=29)
    assert changed(justice, after) == ([], after), "decided long ago, and not told yet"
    justice.office.clock.move(days=1)
    found, _ = changed(justice, after)
    assert found == [(case, "not_disclosed") for case in sorted(cases)], (
        "by number, whatever came first inside"
    )


def test_the_same_is_asked_of_the_database_however_many_are_decided_inside(justice: Program) -> None:
    at_work = [justice.office.received(f"REQ-WORK{at}") for at in "AB"]
    for case in at_work:
        done(intake.admit(justice.office.desk, case, by="clerk"))
    _, after = changed(justice)
    held = {"Authorization": f"Bearer {justice.token()}"}

    def statements() -> list[str]:
        with CaptureQueriesContext(connection) as asked:
            place = f"/api/v1/notices?after={after}"
            assert browser().get(place, secure=True, headers=held).json()["notices"] == []
        return [VALUE.sub("?", one["sql"]) for one in asked.captured_queries]

    justice.office.clock.move(minutes=MINUTES)
    before = statements()
    assert len(before) > 5
    _decided_nothing_leaves(justice.office, at_work[0])
    justice.office.clock.move(minutes=MINUTES)
    assert statements() == before


def _decided_nothing_leaves(office: Office, case: str) -> None:
    from lawgate.service.casework.acts import decision, review  # noqa: PLC0415

    done(decision.determine(office.desk, case, by="preparer"))
    done(review.withhold(office.desk, case, by="first", reason="r"))


def test_a_request_that_is_returned_again_is_told_again(justice: Program) -> None:
    case = returned(justice)
    found, after = changed(justice)
    assert found == [(case, "returned")]
    lacking = justice.office.request("REQ-RET", reasons=None, matter=None)
    assert justice.post(f"cases/{case}/mend", lacking).status_code == 200
    done(intake.admit(justice.office.desk, case, by="clerk"))
    assert changed(justice, after)[0] == [(case, "returned")]


def test_cases_are_looked_at_once_a_minute_however_often_somebody_asks(justice: Program) -> None:
    _, after = changed(justice)
    case = justice.sends()
    assert justice.get(f"notices?after={after}").json()["notices"] == []
    assert changed(justice, after)[0] == [(case, "received")]
    justice.office.clock.move(days=-1)
    justice.sends("REQ-2")
    assert len(justice.get(f"notices?after={after}").json()["notices"]) == 2, "a clock that was set back"


def test_another_agency_is_told_nothing_and_no_place_tells_of_it(justice: Program, customs: Program) -> None:
    justice.sends()
    assert changed(customs) == ([], "0")
    _, after = changed(justice)
    assert after == "1"
    wrong = customs.get(f"notices?after={after}")
    assert (wrong.status_code, wrong.json()["errors"][0]["parameter"]) == (400, "after")
    bureau = Program.registered(justice.office, "fbi-system", "us.doj.fbi")
    assert changed(bureau) == ([], "0"), "the whole sees its parts, a part not the whole"


def test_a_sealed_matter_is_told_no_more(justice: Program) -> None:
    case = justice.sends()
    assert changed(justice)[0] == [(case, "received")]
    models.Case.objects.filter(number=case).update(sealed=True)
    assert changed(justice)[0] == []


def test_one_who_is_no_officer_any_more_is_told_nothing(justice: Program) -> None:
    from lawgate.service.api.notices import notices_after  # noqa: PLC0415

    justice.sends()
    desk = replace(justice.office.desk)
    told = notices_after(desk, by="auditor", count=5)
    assert told == {"notices": [], "next": "0", "more": False}
    assert notices_after(desk, by=justice.login, count=5) != told, "a control"


def test_what_is_asked_otherwise_is_refused(justice: Program) -> None:
    for words in ("after=x", "after=9999999999999999999", "limit=0", "since=1", "after=0&after=1", "after=7"):
        assert justice.get(f"notices?{words}").status_code == 400, words
