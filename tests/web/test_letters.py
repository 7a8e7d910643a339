"""Letters by the pages: the agency's own, and an official's preview; what is not disclosed is one letter."""

from __future__ import annotations

import re
from io import BytesIO

from pypdf import PdfReader
from tests.service.casework.office import Office, done
from tests.web.inside import client_of
from tests.web.test_outside import LOOKED_AT, withheld

from lawgate.service.casework.acts import intake


def text_of(data: bytes) -> str:
    return " ".join(page.extract_text() for page in PdfReader(BytesIO(data)).pages)


def test_a_returned_request_has_a_letter_with_each_mend_in_both_languages(inside: Office) -> None:
    case = inside.received(name="placeholder-address")
    done(intake.admit(inside.desk, case, by="clerk"))
    client = client_of("agent")
    english = client.get(f"/agency/cases/{case}/letter")
    assert english.headers["Content-Type"] == "application/pdf"
    assert "a placeholder is not one" in re.sub(r"\s+", " ", text_of(english.content))
    client.post("/language", {"language": "es", "next": "/"})
    spanish = re.sub(r"\s+", " ", text_of(client.get(f"/agency/cases/{case}/letter").content))
    assert "Indique la dirección del contribuyente; un código postal" in spanish
    assert "State the taxpayer" not in spanish


def test_what_is_not_disclosed_is_one_letter_whatever_the_reason_and_the_day(inside: Office) -> None:
    cases = []
    for number, name in LOOKED_AT.items():
        cases.append((number, withheld(inside, number, name)))
        inside.clock.move(hours=2)
    assert client_of("agent").get(f"/agency/cases/{cases[0][1]}/letter").status_code == 400, (
        "not before the last day"
    )
    inside.clock.move(days=31)
    letters = {
        text_of(client_of("agent").get(f"/agency/cases/{case}/letter").content)
        .replace(case, "")
        .replace(f"REQ-{number}", "")
        for number, case in cases
    }
    assert len(letters) == 1


def test_an_official_sees_the_letter_before_anything_leaves(inside: Office) -> None:
    case = inside.in_review()
    text = text_of(client_of("first").get(f"/cases/{case}/letter").content)
    assert "Wages on Form W-2" in re.sub(r"\s+", " ", text)
    assert client_of("agent").get(f"/agency/cases/{case}/letter").status_code == 400


def test_another_agency_gets_no_letter(inside: Office) -> None:
    case = inside.received(name="placeholder-address")
    done(intake.admit(inside.desk, case, by="clerk"))
    assert client_of("preparer").get(f"/agency/cases/{case}/letter").status_code == 403
