"""What a request without a paragraph comes to, as the contract's JSON, in the terminal and on the page."""

from __future__ import annotations

import io

import pytest
from rich.console import Console
from tests.decide.world import Case, Json, PaperCustodian, terms_of

from lawgate.decide.determination import Determination
from lawgate.present.pages.decision import decision_page
from lawgate.present.terminal import determination
from lawgate.present.ways_words import FOR_THE_OFFICE
from lawgate.service.contract.models_out import DeterminationJson
from lawgate.service.contract.write import determination_document
from lawgate.service.gate import decide_subjects


def document(case: Case) -> Json:
    """The whole determination of a case, as decide writes it."""
    terms, subjects = terms_of(case)
    decided = tuple(decide_subjects(subjects, terms, PaperCustodian(case), which=True))
    asked = terms.asked
    made = Determination(asked.id, asked.provision, terms.day, terms.day, terms.corpus, False, decided)
    return determination_document(made)


def in_terminal(told: Json) -> str:
    """What the terminal shows, in one line."""
    console = Console(file=io.StringIO(), width=200)
    console.print(determination(told))
    return " ".join(console.file.getvalue().split())  # type: ignore[attr-defined]


UNNAMED = Case().asking("provision", None)


@pytest.mark.parametrize("case", [UNNAMED, UNNAMED.asking("reasons", None), UNNAMED.but(answers={})])
def test_the_document_keeps_the_published_schema_and_both_views_tell_it(case: Case) -> None:
    told = document(case)
    read = DeterminationJson.model_validate(told).subjects[0].pathways
    assert read is not None
    assert read.tried == 141
    assert read.open or read.near
    page, shown = decision_page(told), in_terminal(told)
    for cited in [*(one.cite_text for one in read.open), *(one.cite_text for one in read.near)]:
        assert cited.removeprefix("26 U.S.C. ") in shown
    assert all(missing.label.replace("'", "&#x27;") in page or missing.label in page
               for near in read.near for missing in near.missing)  # fmt: skip
    assert FOR_THE_OFFICE in shown


def test_what_opens_names_its_rows_and_the_narrowest_says_why() -> None:
    (subject,) = document(UNNAMED)["subjects"]
    ways = subject["pathways"]
    opened = {place for one in ways["open"] for place in one["rows"]}
    assert opened == {at for at, row in enumerate(subject["items"]) if row["disposition"] == "disclose"}
    assert ways["narrowest"]["cite"].endswith("/i/2")
    assert ways["narrowest"]["because"]


def test_a_request_that_names_its_paragraph_has_no_such_part() -> None:
    told = document(Case())
    assert "pathways" not in told["subjects"][0]
    assert FOR_THE_OFFICE not in in_terminal(told)


def test_the_defects_of_an_unnamed_request_tell_no_pathway() -> None:
    (subject,) = document(UNNAMED.asking("reasons", None))["subjects"]
    assert subject["admission"] == "returned"
    assert [defect["cite_text"] for defect in subject["defects"]] == ["26 U.S.C. 6103(a)"]
    assert subject["pathways"]["near"]


def test_a_fault_of_it_is_told_and_takes_no_decision_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(*_: object) -> None:
        raise KeyError("narrowness")

    whole = document(UNNAMED)["subjects"][0]
    monkeypatch.setattr("lawgate.service.gate.ways_of_admitted", breaks)
    told = document(UNNAMED)
    assert told["subjects"][0]["pathways"]["fault"] == "KeyError"
    assert told["subjects"][0]["items"] == whole["items"]
    assert "fault of the program (KeyError)" in in_terminal(told)
