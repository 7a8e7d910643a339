"""Cases go their roads in a browser, with scripts and without them: nothing is done that a page does not offer."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect
from tests.web.conftest import Served
from tests.web.people import Office, follow, send

COUNT = iter(range(1, 1000))
LAWGATE = str(Path(sys.executable).with_name("lawgate"))
SECONDS_MAX = 90


@pytest.fixture(params=[True, False], ids=["with scripts", "without scripts"])
def office(request: Any, browser: Browser, served: Served) -> Iterator[Office]:
    made = Office(browser, served.address, {"java_script_enabled": request.param})
    yield made
    made.close()


@pytest.fixture
def plain(browser: Browser, served: Served) -> Iterator[Office]:
    made = Office(browser, served.address)
    yield made
    made.close()


def request_of(served: Served, name: str, **changed: Any) -> tuple[str, bytes]:
    """A request of the sample under a number of its own."""
    path = served.folder / "world" / "requests" / f"{name}.json"
    number = f"ROAD-{next(COUNT)}-{time.monotonic_ns()}"
    document = json.loads(path.read_text(encoding="utf-8")) | {"id": number} | changed
    return number, json.dumps(document).encode()


def file_of(body: bytes) -> Any:
    return {"name": "request.json", "mimeType": "application/json", "buffer": body}


def sent(office: Office, served: Served, name: str = "complete-us-attorney") -> str:
    """A request sent in at the agency's door; the number of its case."""
    page = office.at("dana")
    page.goto("/agency/new")
    page.locator("#file").set_input_files(file_of(request_of(served, name)[1]))
    send(page.get_by_role("button", name="Send the file"))
    return page.url.rsplit("/", 1)[1]


FINDINGS = (("i/2/B/iv", "yes"), ("i/6", "no"), ("p/4", "yes"))
IN_AN_EMERGENCY = (("i/3/B", "yes"), ("i/3", "yes"), ("i/3/B/i", "yes"), ("b/2", "yes"), ("p/4", "yes"))


def found(office: Office, case: str, findings: tuple[tuple[str, str], ...] = FINDINGS) -> None:
    """Findings made by a reviewer, by default the three of (i)(2)."""
    page = office.at("thea")
    page.goto(f"/cases/{case}/elements")
    for cite, answer in findings:
        name = f"finding:/us/usc/t26/s6103/{cite}"
        chosen = page.locator(f"input[name='{name}'][value={answer}]")
        page.locator(f"label[for={chosen.get_attribute('id')}]").click()
    page.locator("#office").select_option("delegated_official")
    send(page.get_by_role("button", name="Enter these findings"))


def in_review(office: Office, served: Served) -> str:
    case = sent(office, served)
    office.press("ines", f"/cases/{case}", "Check against the law")
    found(office, case)
    office.press("paul", f"/cases/{case}", "Determine")
    office.press("paul", f"/cases/{case}", "Submit for review")
    assert office.state(case) == "in review"
    return case


def test_a_request_is_returned_mended_reviewed_released_opened_and_recalled(
    office: Office, served: Served, tmp_path: Path
) -> None:
    page = office.at("dana")
    number, body = request_of(served, "placeholder-address")
    page.goto("/agency/new")
    page.locator("#file").set_input_files(file_of(body))
    send(page.get_by_role("button", name="Check the file"))
    assert "a placeholder is not one" in page.locator("main").inner_text()
    page.locator("#file").set_input_files(file_of(body))
    send(page.get_by_role("button", name="Send the file"))
    case = page.url.rsplit("/", 1)[1]
    office.press("ines", f"/cases/{case}", "Check against the law")
    assert office.state(case) == "returned"

    page.goto(f"/agency/cases/{case}")
    assert "State the taxpayer's address" in page.locator("main").inner_text()
    mended = json.loads(request_of(served, "complete-us-attorney")[1]) | {"id": number}
    page.locator("#mended").set_input_files(file_of(json.dumps(mended).encode()))
    send(page.get_by_role("button", name="Send", exact=True))
    office.press("ines", f"/cases/{case}", "Check against the law")
    found(office, case)
    office.press("paul", f"/cases/{case}", "Determine")
    office.press("paul", f"/cases/{case}", "Submit for review")

    office.sign("rosa", case)
    assert office.state(case) == "in review"
    ravi = office.at("ravi")
    ravi.goto(f"/cases/{case}")
    assert "Rosa" not in ravi.locator("main").inner_text(), "the second review is blind"
    office.sign("ravi", case)
    assert office.state(case) == "approved"

    ren = office.say_again("ren", f"/cases/{case}/leaving")
    send(ren.get_by_role("button", name="Release", exact=True))
    package = fetched(office, case, tmp_path)
    key = served.folder / "keys" / "recipient.key"
    command = [LAWGATE, "open", str(package), "--key", str(key)]
    subprocess.run([*command, "--out", str(tmp_path / "opened")], check=True, capture_output=True)

    page.goto(f"/agency/cases/{case}")
    page.locator("#receipt").set_input_files(tmp_path / "opened" / "receipt.json")
    send(page.get_by_role("button", name="Send", exact=True))
    assert office.state(case) == "received by recipient"

    priya = office.at("priya")
    priya.goto(f"/cases/{case}")
    priya.get_by_text("Recall", exact=True).first.click()
    priya.locator("#reason-recall").fill("A court closed the matter.")
    send(priya.get_by_role("button", name="Recall", exact=True))
    page.goto(f"/agency/cases/{case}")
    assert "set it apart at once" in page.locator("main").inner_text()
    states_what_became_of_it(office, case, package, key)


def states_what_became_of_it(office: Office, case: str, package: Path, key: Path) -> None:
    """The agency sets a recalled package apart and destroys it, each stated under its key."""
    page = office.at("dana")
    for what, act, said in (
        ("quarantined", "attest", "Attest that it is set apart"),
        ("destroyed", "destroy", "Certify destruction"),
    ):
        stated = package.with_name(f"{what}.json")
        command = [LAWGATE, "received", what, str(package), "--key", str(key), "--out", str(stated)]
        subprocess.run(command, check=True, capture_output=True)
        page.locator(f"#signed-{act}").set_input_files(stated)
        send(page.get_by_role("button", name=said, exact=True))
        assert "Done." in page.locator("main").inner_text()
    history = office.at("ari")
    history.goto(f"/cases/{case}/history")
    assert {"Attest that it is set apart", "Certify destruction"} <= {
        *history.locator("td").all_inner_texts()
    }


def fetched(office: Office, case: str, folder: Path) -> Path:
    """The package, fetched once the background process has handed it over; a second time it is refused."""
    page = office.at("dana")
    button, end = page.get_by_role("button", name="Fetch it now"), time.monotonic() + SECONDS_MAX
    page.goto(f"/agency/cases/{case}")
    while not button.count():
        assert time.monotonic() < end, "it is never handed over"
        page.reload()
    with page.expect_download() as waited:
        button.click()
    path = folder / "package"
    waited.value.save_as(path)
    page.goto(f"/agency/cases/{case}")
    send(button)
    assert "a package is fetched once" in page.locator("main").inner_text()
    return path


def test_where_two_reviewers_conflict_a_third_decides(office: Office, served: Served) -> None:
    case = in_review(office, served)
    office.sign("rosa", case)
    ravi = office.say_again("ravi", f"/cases/{case}/leaving")
    ravi.locator("#reason").fill("The reasons speak of another year.")
    send(ravi.get_by_role("button", name="Decline", exact=True))
    assert office.state(case) == "in review"
    office.sign("thea", case)
    assert office.state(case) == "approved"
    assert "Ravi Menon declined" in office.at("ari").locator("main").inner_text(), "an objection stands"


def test_a_change_makes_an_approval_void(office: Office, served: Served) -> None:
    case = in_review(office, served)
    office.sign("rosa", case)
    office.press("paul", f"/cases/{case}", "Determine")
    assert office.state(case) == "determined"
    office.press("paul", f"/cases/{case}", "Submit for review")
    assert office.state(case) == "in review"
    office.sign("ravi", case)
    assert office.state(case) == "in review", "one of the two signatures was void"


def test_in_an_emergency_one_signs_and_a_second_looks_afterwards(office: Office, served: Served) -> None:
    document = json.loads(request_of(served, "complete-us-attorney")[1])
    document["provision"] = "26 USC 6103(i)(3)(B)(i)"
    document["subjects"][0]["facts"] = {
        "apprisal.circumstances": "danger_of_death_or_injury",
        "recipients.federal_or_state_law_enforcement": "yes",
    }
    page = office.at("dana")
    page.goto("/agency/new")
    page.locator("#file").set_input_files(file_of(json.dumps(document).encode()))
    send(page.get_by_role("button", name="Send the file"))
    case = page.url.rsplit("/", 1)[1]
    office.press("ines", f"/cases/{case}", "Check against the law")
    found(office, case, IN_AN_EMERGENCY)
    office.press("paul", f"/cases/{case}", "Determine")
    office.press("paul", f"/cases/{case}", "Submit for review")
    office.sign("rosa", case)
    assert office.state(case) == "approved", "one signature is what this pathway demands"
    ren = office.say_again("ren", f"/cases/{case}/leaving")
    send(ren.get_by_role("button", name="Release", exact=True))
    ari = office.at("ari")
    ari.goto("/office")
    assert case in ari.locator("main").inner_text(), "a second look is due"
    ravi = office.say_again("ravi", f"/cases/{case}")
    ravi.get_by_text("Review after release", exact=True).first.click()
    ravi.locator("label[for=agrees-yes]").click()
    ravi.locator("#reason-review_after").fill("The danger was imminent.")
    send(ravi.get_by_role("button", name="Review after release", exact=True))
    ari.goto("/office")
    assert case not in ari.locator("main").inner_text()


def test_an_order_blocks_whatever_the_request_says(office: Office, served: Served) -> None:
    page = office.at("otis")
    page.goto("/agency/new")
    page.locator("#file").set_input_files(file_of(request_of(served, "blocked-by-orders")[1]))
    send(page.get_by_role("button", name="Send the file"))
    case = page.url.rsplit("/", 1)[1]
    office.press("ines", f"/cases/{case}", "Check against the law")
    assert office.state(case) == "blocked by an order"
    page.goto(f"/agency/cases/{case}")
    assert "An order of a court that is in force forbids this" in page.locator("main").inner_text()


def test_two_reviewers_who_agree_settle_who_is_named(office: Office, served: Served) -> None:
    case = sent(office, served, "name-twice-on-file")
    office.press("ines", f"/cases/{case}", "Check against the law")
    office.press("paul", f"/cases/{case}", "Ask who is named")
    for who in ("rosa", "ravi"):
        page = office.at(who)
        for _ in range(2):
            page.goto(f"/cases/{case}/people")
            box = page.locator("section", has=page.get_by_role("button", name="Answer")).first
            assert box.get_by_label("No match").is_checked(), "the default is no match"
            box.locator("textarea").fill("The address on file is another one.")
            send(box.get_by_role("button", name="Answer"))
    assert "settled: no match" in office.at("ravi").locator("main").inner_text()
    office.press("paul", f"/cases/{case}", "Determine")
    assert office.state(case) == "determined"


def test_the_preparer_is_offered_no_signature(office: Office, served: Served) -> None:
    case = in_review(office, served)
    page = office.at("paul")
    page.goto(f"/cases/{case}/leaving")
    assert page.get_by_role("button", name="Sign", exact=True).count() == 0
    assert page.get_by_role("link", name="First say again who you are").count() == 0


def test_an_inspector_takes_a_proof_away_and_anyone_checks_it(plain: Office, served: Served) -> None:
    page = plain.at("ari")
    page.goto("/oversight/ledger")
    with page.expect_download() as waited:
        page.locator("tbody a", has_text="Proof").last.click()
    proof = Path(waited.value.path()).read_bytes()
    page.goto("/verify")
    page.locator("#proof").set_input_files({"name": "p", "mimeType": "text/plain", "buffer": proof})
    page.locator("#keys").fill((served.folder / "keys" / "keys.txt").read_text(encoding="utf-8"))
    page.get_by_role("button", name="Check here").click()
    page.locator("#result h2").wait_for()
    assert "All is well" in page.locator("#result").inner_text()


def test_cases_are_sought_kept_and_checked_together(office: Office, served: Served) -> None:
    cases = [sent(office, served), sent(office, served, "placeholder-address")]
    ines = office.at("ines")
    for case in cases:
        ines.goto("/cases?view=received&order=newest")
        assert case in ines.locator("#rows").inner_text()
    ines.locator("summary", has_text="Keep this search").click()
    name = f"New ones {cases[0]}"
    ines.locator("#search-name").fill(name)
    send(ines.get_by_role("button", name="Keep", exact=True))
    ines.goto("/cases?view=closed")
    follow(ines.get_by_role("navigation", name="Your searches").get_by_role("link", name=name))
    for case in cases:
        ines.get_by_label(f"Choose case {case}").check()
    ines.locator("#what").select_option("admit")
    send(ines.get_by_role("button", name="Do it"))
    told = ines.locator("main").inner_text()
    assert "Done: 2. Refused: 0." in told
    assert [office.state(case) for case in cases] == ["admitted", "returned"]
    paul = office.at("paul")
    paul.goto("/cases?view=all&order=newest")
    paul.get_by_label(f"Choose case {cases[0]}").check()
    paul.get_by_label(f"Choose case {cases[1]}").check()
    paul.locator("#what").select_option("determine")
    send(paul.get_by_role("button", name="Do it"))
    assert "Done: 1. Refused: 1." in paul.locator("main").inner_text()
    assert "“determine” is not open to a case that is returned" in paul.locator("main").inner_text()


def test_a_request_in_the_form_is_mended_where_it_lacks_something_and_sent_as_checked(office: Office) -> None:
    page = office.at("dana")
    page.goto("/agency/new")
    said = {"id": f"FORM-{time.monotonic_ns()}", "signatory": "Sample Signatory", "matter": "26-cr-9",
            "authority": "28 USC 533", "reasons": "Wages of 2023 went through the account.", "recipient": "Agent One",
            "recipient_title": "Special Agent", "recipient_agency": "us.doj.fbi", "given": "Ana",
            "surname": "Sample", "subject_address": "62704", "periods": "2023"}  # fmt: skip
    for field, words in said.items():
        page.locator(f"#{field}").fill(words)
    for field, choice in (("level", "federal"), ("office", "us_attorney"), ("stage", "investigation")):
        page.locator(f"#{field}").select_option(choice)
    page.locator("#provision").select_option("/us/usc/t26/s6103/i/2")
    for label in ("use_undertaking", "engaged", "item-1"):
        page.locator(f"label[for={label}]").click()
    send(page.get_by_role("button", name="Check", exact=True))
    assert page.locator("#subject_address").get_attribute("aria-invalid") == "true"
    page.locator("#found a").first.click()
    page.locator("#subject_address").fill("12 Elm St Apt 3, Springfield IL 62704")
    send(page.get_by_role("button", name="Check", exact=True))
    assert "Nothing is missing" in page.locator("#found").inner_text()
    send(page.get_by_role("button", name="Send what was checked"))
    case = page.url.rsplit("/", 1)[1]
    office.press("ines", f"/cases/{case}", "Check against the law")
    assert office.state(case) == "admitted"


def test_a_returned_request_is_mended_in_the_form(office: Office, served: Served) -> None:
    page = office.at("dana")
    page.goto("/agency/new")
    page.locator("#file").set_input_files(file_of(request_of(served, "placeholder-address")[1]))
    send(page.get_by_role("button", name="Send the file"))
    case = page.url.rsplit("/", 1)[1]
    office.press("ines", f"/cases/{case}", "Check against the law")
    page.goto(f"/agency/cases/{case}")
    follow(page.get_by_role("link", name="Mend it in a form"))
    assert page.title().startswith("Error:")
    assert "Stands there now:" in page.locator("#problems").inner_text()
    page.locator("#problems a").first.click()
    expect(page.locator("#subject_address")).to_be_focused()
    page.locator("#subject_address").fill("Springfield")
    page.locator("#tin").fill("900-00-0001")
    send(page.get_by_role("button", name="Send the mended request"))
    assert "There is a problem" in page.locator("#problems").inner_text()
    expect(page.locator("#problems"), "the summary is read first").to_be_focused()
    assert page.locator("#tin").input_value() == "900-00-0001", "what was typed stays"
    page.locator("#subject_address").fill("12 Elm St Apt 3, Springfield IL 62704")
    send(page.get_by_role("button", name="Check", exact=True))
    assert "Nothing was sent yet." in page.locator("#found").inner_text()
    send(page.get_by_role("button", name="Send the mended request"))
    assert "Sent. The clock of the answer runs again" in page.locator("main").inner_text()
    office.press("ines", f"/cases/{case}", "Check against the law")
    assert office.state(case) == "admitted"
