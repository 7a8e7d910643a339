"""Views for a terminal fit 80 columns, say what the pages say, and read no markup."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from typing import Any

import pytest
from rich.console import Console, RenderableType
from tests.present import match_documents
from tests.present.documents import CORPUS, determination, nothing, summary

from lawgate.present import terminal

CITED = {"cite": "/us/usc/t26/s6103/i/2", "cite_text": "26 U.S.C. 6103(i)(2)"}
LAW_LIST: dict[str, Any] = {
    "corpus": CORPUS,
    "provisions": [
        {**CITED, "heading": "Return information other than taxpayer return information", "effect": "permit",
         "duty": "shall"},
        {**CITED, "heading": "taxpayer identity", "effect": "definition", "duty": None},
        {**CITED, "heading": "an effect of another day", "effect": "new_effect", "duty": None},
    ],
}  # fmt: skip
LAW_SHOW: dict[str, Any] = {
    **CITED,
    "heading": "Return information",
    "effect": "permit",
    "duty": "shall",
    "words": [
        [0, "all of these:"],
        [1, "(i)(2)(B) the request is in writing"],
        [9, "the office is " + "x_" * 60],
    ],
    "elements": [],
    "limits": [{**CITED, "says": "Evidence only."}],
    "orders": [],
    "contested": [],
    "history": [],
    "cases": [],
}
ORDER = {
    "id": "O4", "court": "D.D.C.", "docket": "1:25-cv-00457", "judge": "A Judge", "says": "Stays the policy.",
    "binds": "the parties", "begins": {"earliest": "2025-08-01", "latest": "2025-09-30"},
    "ends": {"earliest": "2025-11-21", "latest": "2025-11-21"}, "ended_by": "O5", "standing": "superseded",
    "acts": ["hold"], "reads": ["Q3=R1"], "certainty": "C", "source": "a report",
    "docket_checked_on": "2026-07-28", "note": "The days are not known.",
}  # fmt: skip
QUESTION = {
    "id": "Q3", "asks": "Must the address agree with one on file?", "cites": [], "default": "R1", "note": "",
    "readings": [
        {
            "id": "R1", "says": "Yes.", "adoptable": True,
            "adopters": [
                {"who": "a court", "on": "2025-11-21", "order": "O4", "binding": "parties", "where": "D.D.C."}
            ],
        },
        {"id": "R2", "says": "No.", "adoptable": True, "adopters": []},
    ],
}  # fmt: skip
VERSION = {**CITED, "first": "2023-04-01", "last": None, "certainty": "A", "because": "the text at hand"}
IN_TIME = {
    **LAW_SHOW,
    "orders": [ORDER],
    "contested": [QUESTION],
    "history": [VERSION],
    "cases": [{**CITED, "says": "A complete request opens wages.", "follows": "disclose"}],
}
TIMELINE = {
    "until": "2026-11-23",
    "orders": [ORDER],
    "versions": [VERSION],
    "adopted": [{"question": "Q3", "reading": "R1", "who": "a court", "on": "2025-11-21"}],
}
SAME = {"statute": "statute.json", "same": True, "changed": [], "missing": [], "new": []}
ALTERED = {
    **SAME,
    "same": False,
    "changed": [{**CITED, "role": "rule"}],
    "missing": [{**CITED, "role": None}],
    "new": [{**CITED, "role": None}],
}
COVERAGE = {
    "addresses": 3, "addressed": 2, "roles": {"rule": 2, "no_effect": 0}, "unaddressed": [CITED], "doubled": [],
    "unknown": [], "entries": [],
}  # fmt: skip
ITEMS = {
    "items": [{"name": "identity.name", "label": "name", "identity": True}],
    "furnished_by": ["taxpayer", "payer"],
    "document": ["return", "account"],
}
FACT: dict[str, Any] = {"owner": "requester", "kind": "fact", "cite": None}
VOCABULARY: dict[str, Any] = {
    "facts": [
        {
            **FACT,
            "name": "request.in_writing",
            "question": "Is it in writing?",
            "domain": "flag",
            "values": [],
        },
        {
            **FACT,
            "name": "request.office",
            "question": "Which office?",
            "domain": "choice",
            "values": ["other"],
        },
    ],
    "findings": [{**CITED, "name": "finding.x", "question": "Is it so?", "offices": ["secretary"]}],
    "dispositions": ["disclose", "withhold"],
}
SAMPLE = {"out": "made", "records": "made/records", "taxpayers": 3000}
VIEWS: dict[str, tuple[str, Mapping[str, Any]]] = {
    "a batch": ("batch_summary", summary()),
    "a batch of nothing": ("batch_summary", nothing()),
    "a determination": ("determination", determination()),
    "a determination of nobody": ("determination", determination(subjects=[])),
    "the law": ("law_list", LAW_LIST),
    "a provision": ("law_show", LAW_SHOW),
    "a provision in time": ("law_show", IN_TIME),
    "orders and readings": ("law_timeline", TIMELINE),
    "a statute as it was": ("law_verify", SAME),
    "a statute altered": ("law_verify", ALTERED),
    "coverage": ("law_coverage", COVERAGE),
    "the items": ("items", ITEMS),
    "the vocabulary": ("vocabulary", VOCABULARY),
    "a sample": ("sample", SAMPLE),
    "a match": ("match", match_documents.summary()),
    "a calibration": ("match", match_documents.summary(subjects=0)),
    "a match without controls": ("match", match_documents.summary(calibration=None, ceiling=None)),
}


def printed(view: RenderableType, width: int = 80) -> str:
    screen = io.StringIO()
    Console(file=screen, width=width, highlight=False, color_system=None).print(view)
    return screen.getvalue()


@pytest.mark.parametrize("width", [80, 60, 120])
@pytest.mark.parametrize(("view", "document"), VIEWS.values(), ids=VIEWS)
def test_a_view_fits_its_terminal(view: str, document: Mapping[str, Any], width: int) -> None:
    shown = printed(getattr(terminal, view)(document), width)
    assert shown.strip()
    assert max(len(line) for line in shown.splitlines()) <= width


def test_a_match_shows_each_family_and_the_claim() -> None:
    shown = " ".join(printed(terminal.match(match_documents.summary())).split())
    for said in (
        "Household 12,000 30 1 0.34%",
        "at most 0.34% are taken",
        "worst family: household",
        "Held back",
    ):
        assert said in shown
    bare = printed(terminal.match(match_documents.summary(calibration=None, ceiling=None)))
    assert "Not calibrated" in bare


def test_a_batch_shows_its_counts_and_what_waits() -> None:
    shown = printed(terminal.batch_summary(summary(hypothetical=True)))
    for said in (
        "5,319",
        "8,646",
        "5,101",
        "1,034",
        "254",
        "Demonstration data",
        "Hypothetical",
        "ValueError",
    ):
        assert said in shown
    assert "1 further demand met by every row." in shown


def test_a_determination_says_each_outcome_before_its_reasons() -> None:
    shown = printed(terminal.determination(determination()))
    assert re.findall(r"^(Disclose|Withhold|Needs a finding|Needs more facts): 1 row", shown, flags=re.M) == [
        "Disclose", "Withhold", "Needs a finding", "Needs more facts", "Withhold",
    ]  # fmt: skip
    for said in ("State the name.", "N.D. Ill. 26-1", "R1 is adopted", "Evidence only.", "KeyError"):
        assert said in shown


def test_rows_alike_are_told_once() -> None:
    subject = determination()["subjects"][0]
    alike = {**subject, "items": [subject["items"][0], {**subject["items"][0], "period": "2021"}]}
    shown = printed(terminal.determination(determination(subjects=[alike])))
    assert "Disclose: 2 rows" in shown
    assert shown.count("Evidence only.") == 1
    assert "2021" in shown


def test_what_a_document_says_is_neither_markup_nor_control() -> None:
    label = "[red]x[/red] [/nothing] \x1b[2J"
    listed = {**LAW_LIST, "provisions": [{**LAW_LIST["provisions"][0], "heading": label}]}
    shown = printed(terminal.law_list(listed))
    assert "[red]x[/red] [/nothing]" in shown
    assert "\x1b" not in shown


def test_a_provision_in_time_tells_its_orders_readings_texts_and_cases() -> None:
    shown = " ".join(printed(terminal.law_show(IN_TIME), 200).split())
    for said in (
        "Stays the policy.",
        "since between 2025-08-01 and 2025-09-30 until 2025-11-21; superseded; hold; certainty C",
        "R1: Yes. (followed unless another is adopted)",
        "a court, 2025-11-21, O4, D.D.C.",
        "2023-04-01 to now: the text at hand",
        "A complete request opens wages. disclose",
    ):
        assert said in shown


def test_an_altered_statute_is_told_provision_by_provision() -> None:
    shown = printed(terminal.law_verify(ALTERED))
    assert "changed" in shown.lower()
    assert shown.count(CITED["cite_text"]) == 3
    assert "every provision reads as it did" in printed(terminal.law_verify(SAME))
