"""A returned request is mended in its own form: what stands there, what it lacks beside it, and one event for it."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date, timedelta
from html.parser import HTMLParser
from typing import Any

import pytest
from django.db import transaction
from django.http import QueryDict
from tests.service.casework.office import Office, done
from tests.web.inside import all_people, client_of

from lawgate.casework.words import Role, State
from lawgate.service.casework.acts import intake
from lawgate.service.casework.registers import parties
from lawgate.service.casework.seen import door
from lawgate.service.check import with_asks
from lawgate.stores.casework import models
from lawgate.stores.casework.read import submission_of
from lawgate.web.form_shown import fields_of
from lawgate.web.forms import filled


class Form(HTMLParser):
    """The fields of the form that has a button to send it, as a browser would send them."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.sent: dict[str, Any] = {}
        self.at = ""
        self.feed(page[page.index('<div class="lg-fields">') : page.index('class="lg-send"')])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        name = given.get("name") or ""
        if tag == "input" and given.get("type") == "checkbox":
            if "checked" in given:
                self.sent.setdefault(name, []).append(given.get("value"))
        elif tag == "input":
            self.sent[name] = given.get("value") or ""
        elif tag in {"textarea", "select"}:
            self.at = name
            self.sent[name] = ""
        elif tag == "option" and "selected" in given:
            self.sent[self.at] = given.get("value") or ""

    def handle_data(self, data: str) -> None:
        if self.at == "reasons":
            self.sent["reasons"] += data

    def handle_endtag(self, tag: str) -> None:
        if tag in {"textarea", "select"}:
            self.at = ""


def returned(office: Office, number: str = "REQ-1", **changed: Any) -> str:
    case = office.received(number, **changed)
    assert done(intake.admit(office.desk, case, by="clerk")).state is State.RETURNED
    return case


def lacking(office: Office, **changed: Any) -> dict[str, Any]:
    """A subject without a whole address and without a period."""
    (subject,) = json.loads(office.request())["subjects"]
    return {**subject, "address": "62704", "tax_periods": [], **changed}


def page_of(case: str, who: str = "agent") -> str:
    answer = client_of(who).get(f"/agency/cases/{case}/mend")
    assert answer.status_code == 200, answer.content
    return answer.content.decode()


def test_each_defect_stands_beside_its_field_with_what_stands_there_now(inside: Office) -> None:
    case = returned(inside, subjects=[lacking(inside)])
    page = page_of(case)
    for field, now in (("subject_address", "<q>62704</q>"), ("periods", "Nothing stands there now.")):
        told = page[page.index(f'href="#{field}"') :]
        assert now in told[: told.index("</li>")], field
        assert f'id="{field}-mend"' in page, field
    assert page.count('aria-invalid="true"') == 2, "and no other field is marked"
    assert 'value="62704"' in page
    assert "<title>Error: Mend the request" in page
    assert (
        'href="/agency/cases/' + case + '/mend"'
        in client_of("agent").get(f"/agency/cases/{case}").content.decode()
    )


def test_a_request_mended_in_the_form_is_the_next_version_with_its_event_and_the_clock_runs(
    inside: Office,
) -> None:
    case = returned(inside, subjects=[lacking(inside)])
    stood = inside.case(case)
    assert stood.deadline is not None
    assert stood.deadline.stopped_on == date(2026, 3, 10)
    inside.clock.move(days=5)
    form = Form(page_of(case)).sent
    mended = {**form, "subject_address": "12 Elm St Apt 3, Springfield IL 62704", "periods": "2022 2023"}
    before = models.Entry.objects.count()
    answer = client_of("agent").post(f"/agency/cases/{case}/mend", {**mended, "do": "send"})
    assert answer.headers["Location"] == f"/agency/cases/{case}"
    now = inside.case(case)
    assert (now.state, now.sequence) == (State.RECEIVED, stood.sequence + 1)
    assert now.deadline is not None
    assert (now.deadline.stopped_on, now.deadline.due_on) == (None, date(2026, 3, 10) + timedelta(days=35))
    assert models.Entry.objects.count() == before + 1
    last = models.Entry.objects.filter(case_number=case).latest("sequence")
    assert last.kind == "request_received"
    versions = models.Submission.objects.filter(request="REQ-1").order_by("version")
    assert [one.version for one in versions] == [1, 2]
    assert submission_of(case)[1] == versions[1].digest
    subject = json.loads(submission_of(case)[0])["subjects"][0]
    assert (subject["address"], subject["tax_periods"]) == (mended["subject_address"], ["2022", "2023"])
    assert done(intake.admit(inside.desk, case, by="clerk")).state is State.ADMITTED


def test_what_is_sent_unchanged_by_the_form_says_the_same_as_before(inside: Office) -> None:
    case = returned(inside, subjects=[lacking(inside)])
    sent = door.mending_document(inside.desk, case, by="agent")
    assert isinstance(sent, dict)
    form = Form(page_of(case)).sent | {
        "periods": "2023",
        "subject_address": "12 Elm St Apt 3, Springfield IL 62704",
    }
    assert client_of("agent").post(f"/agency/cases/{case}/mend", {**form, "do": "send"}).status_code == 302
    before, after = sent["sent"], json.loads(submission_of(case)[0])
    for document in (before, after):
        document.pop("received_on")
        document["provision"] = document["provision"].replace("26 USC 6103(i)(2)", "/us/usc/t26/s6103/i/2")
        document["subjects"][0] |= {"address": None, "tax_periods": None}
    assert stated(after) == stated(before)


def stated(value: Any) -> Any:
    """What a document states, without what it leaves empty."""
    if isinstance(value, dict):
        kept = {name: stated(one) for name, one in value.items()}
        return {name: one for name, one in kept.items() if one not in (None, "", [], {})}
    return [stated(one) for one in value] if isinstance(value, list) else value


def test_what_is_still_missing_is_told_and_nothing_is_sent_and_what_was_typed_stays(inside: Office) -> None:
    case = returned(inside, subjects=[lacking(inside)])
    form = Form(page_of(case)).sent | {
        "reasons": "<b>because</b>",
        "periods": "2023",
        "subject_address": "none",
    }
    before = models.Entry.objects.count()
    answer = client_of("agent").post(f"/agency/cases/{case}/mend", {**form, "do": "send"})
    page = answer.content.decode()
    assert "There is a problem" in page
    assert 'role="alert"' in page
    assert 'href="#subject_address"' in page
    assert 'href="#periods"' not in page
    assert 'value="none"' in page
    assert "&lt;b&gt;because&lt;/b&gt;" in page
    assert inside.case(case).state is State.RETURNED
    assert models.Entry.objects.count() == before


@pytest.mark.parametrize(
    ("field", "typed"),
    [("date_of_birth", "1980-02-31"), ("items", []), ("level", "galactic"), ("provision", "x")],
)
def test_what_cannot_be_read_is_told_at_its_field(inside: Office, field: str, typed: Any) -> None:
    case = returned(inside, subjects=[lacking(inside)])
    form = Form(page_of(case)).sent | {field: typed}
    answer = client_of("agent").post(f"/agency/cases/{case}/mend", {**form, "do": "send"})
    assert answer.status_code == 400
    page = answer.content.decode()
    at = "item-1" if field == "items" else field
    assert f'<a href="#{at}"' in page
    assert f'id="{at}"' in page
    assert inside.case(case).state is State.RETURNED


def test_several_recipients_stay_who_they_are_and_each_can_be_mended(inside: Office) -> None:
    document = json.loads(inside.request(subjects=[lacking(inside)]))
    first = document["recipients"][0]
    document["recipients"] = [first, {"id": "X9", "name": "Agent Two", "agency": "us.doj.fbi"}]
    document["subjects"][0]["recipients"] = [first["id"], "X9"]
    case = inside.received_from(json.dumps(document).encode()).number
    done(intake.admit(inside.desk, case, by="clerk"))
    form = Form(page_of(case)).sent
    assert form["recipient-2"] == "Agent Two"
    good = {"periods": "2023", "subject_address": "12 Elm St Apt 3, Springfield IL 62704"}
    form |= good | {"recipient_title-2": "Analyst", "engaged-2": "yes", "recipient-3": "Agent Three"}
    assert client_of("agent").post(f"/agency/cases/{case}/mend", {**form, "do": "send"}).status_code in {
        200,
        302,
    }
    query = QueryDict(mutable=True)
    for name, value in form.items():
        query.setlist(name, value if isinstance(value, list) else [value])
    made = filled(query, document, ref=document["subjects"][0]["ref"])
    assert [one["id"] for one in made["recipients"]] == [
        first["id"],
        "X9",
        "O2" if first["id"] == "O1" else "O1",
    ]
    assert made["recipients"][1] == {
        "id": "X9", "name": "Agent Two", "title": "Analyst", "agency": "us.doj.fbi",
        "personally_and_directly_engaged": True,
    }  # fmt: skip
    assert len(made["subjects"][0]["recipients"]) == 3


def test_the_other_persons_of_a_request_stay_as_they_were(inside: Office) -> None:
    one, two = lacking(inside, ref="a"), {**json.loads(inside.request())["subjects"][0], "ref": "b"}
    cases = intake.receive(inside.desk, inside.request("REQ-2", subjects=[one, two]), by="agent")
    assert isinstance(cases, tuple)
    done(intake.admit(inside.desk, cases[0].number, by="clerk"))
    form = Form(page_of(cases[0].number)).sent
    form |= {"periods": "2023", "subject_address": "12 Elm St Apt 3, Springfield IL 62704"}
    sent = client_of("agent").post(f"/agency/cases/{cases[0].number}/mend", {**form, "do": "send"})
    assert sent.status_code == 302
    words = json.loads(submission_of(cases[0].number)[0])
    assert words["subjects"][1] == two
    assert submission_of(cases[1].number)[1] != submission_of(cases[0].number)[1], "and keep their own words"


def test_a_question_that_the_form_has_no_field_for_is_asked_where_a_defect_is_about_it(
    inside: Office,
) -> None:
    case = returned(inside, provision="26 USC 6103(l)(7)", requester={
        "agency": "us.doj", "level": "federal", "signatory": {"name": "A", "office": "agency_head"},
    })  # fmt: skip
    page = page_of(case)
    asked = re.findall(r'<select class="usa-select" id="(fact-[a-z_.]+)"', page)
    assert asked, "the paragraph asks what the form of (i) does not"
    assert all(f'href="#{one}"' in page for one in asked)
    form = Form(page).sent
    assert set(asked) <= set(form)


def test_only_the_agency_whose_case_it_is_mends_it_and_only_while_it_is_returned(inside: Office) -> None:
    parties.register_official(
        inside.desk, "other", "Other", (Role.AGENCY_OFFICER,), since=date(2026, 1, 1), agency="us.dhs"
    )
    case = returned(inside, subjects=[lacking(inside)])
    place = f"/agency/cases/{case}/mend"
    form = Form(page_of(case)).sent | {
        "periods": "2023",
        "subject_address": "12 Elm St Apt 3, Springfield IL 62704",
    }
    for role, who in (*all_people(inside).items(), ("other", "other")):
        expected = 200 if who == "agent" else 404 if who == "other" else 403
        assert client_of(who).get(place).status_code == expected, role
        with transaction.atomic():
            before = models.Entry.objects.count()
            answer = client_of(who).post(place, {**form, "do": "send"})
            written = models.Entry.objects.count() - before
            transaction.set_rollback(True)
        assert (answer.status_code, written) == ((302, 1) if who == "agent" else (expected, 0)), role
    other, unknown = (
        client_of("other").get(place),
        client_of("other").get("/agency/cases/C2026-999999-1/mend"),
    )
    mark = re.compile(rb'value="\w{64}"|C2026-\d+-1')
    assert mark.sub(b"", other.content) == mark.sub(b"", unknown.content)
    assert client_of("agent").post(place, {**form, "do": "send"}).status_code == 302
    assert client_of("agent").get(place).status_code == 409, "it is not returned any more"
    assert client_of("agent").post(place, {**form, "do": "send"}).status_code == 409


def test_the_form_is_the_same_whoever_is_on_file(inside: Office) -> None:
    pages = []
    for number, name in (("REQ-A", "nobody-on-file"), ("REQ-B", "name-twice-on-file")):
        (subject,) = json.loads(inside.request(name=name))["subjects"]
        plain = {"given": "Ana", "surname": "Sample"}
        same = {**subject, "name": plain, "tin": None, "date_of_birth": None, "address": "62704"}
        case = returned(inside, number, name=name, subjects=[same])
        pages.append(re.sub(rf'{case}|{number}|value="\w{{64}}"', "", page_of(case)))
    assert pages[0] == pages[1]


def test_a_person_asked_about_too_often_is_told_with_what_was_typed(inside: Office) -> None:
    case = returned(inside, subjects=[lacking(inside)])
    form = Form(page_of(case)).sent | {
        "periods": "2023",
        "subject_address": "12 Elm St Apt 3, Springfield IL 62704",
    }
    strict = replace(inside.desk.limits, resubmissions_max=1)
    object.__setattr__(inside.desk, "limits", strict)
    answer = client_of("agent").post(f"/agency/cases/{case}/mend", {**form, "do": "send"})
    assert answer.status_code == 409
    assert b"a person is asked about at most 1 times" in answer.content
    assert b'value="12 Elm St' in answer.content
    assert inside.case(case).state is State.RETURNED


def test_every_defect_of_the_paragraph_of_the_demonstration_has_a_field() -> None:
    told = [{"cite": "/us/usc/t26/s6103/i/2/B/ii", "fix": fix} for fix in ("",)]
    assert with_asks(told)[0]["asks"] == ()
    assert fields_of(("request.states_office", "request.office", "finding.signatory_listed")) == ["office"]
    assert fields_of(("request.of_justice", "request.named_agencies")) == ["agency"]
    assert fields_of(("order.granted",)) == []
