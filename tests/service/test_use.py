"""A request for the use of released items: read strictly, answered like any determination, looked at by nobody."""

from __future__ import annotations

import copy
import io
import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from rich.console import Console

from lawgate.cite import Cite
from lawgate.errors import InputError
from lawgate.law.corpus import as_of
from lawgate.present.pages.decision import decision_page
from lawgate.present.terminal import determination
from lawgate.service.contract.models_out import DeterminationJson
from lawgate.service.contract.write import determination_document
from lawgate.service.decide import decide
from lawgate.service.files import day_of
from lawgate.service.schema import schema_of

DAY = "2026-03-02"

REMOVAL_HEARING: dict[str, Any] = {
    "id": "USE-1",
    "received_on": "2026-03-01",
    "requester": {"agency": "us.dhs.ice", "level": "federal"},
    "use": {
        "items": [
            {
                "item": "third_party.w2.wages",
                "period": "2023",
                "provision": "26 USC 6103(i)(2)",
                "released_on": "2025-08-07",
            }
        ],
        "by": {"agency": "us.dhs.ice", "office": "component_head"},
        "to": None,
        "forum": "civil_removal",
        "statutes": ["8 USC 1229a"],
        "court_finding": None,
    },
}


def asked(**changes: Any) -> dict[str, Any]:
    """The use in a removal hearing, with changes inside `use`."""
    request = copy.deepcopy(REMOVAL_HEARING)
    request["use"] |= changes
    return request


def answer(
    tmp_path: Path, request: dict[str, Any], findings: list[dict[str, Any]] | None = None
) -> dict[str, Any]:
    """The determination as the command prints it."""
    path, beside = tmp_path / "use.json", tmp_path / "findings.json"
    path.write_text(json.dumps(request), encoding="utf-8")
    beside.write_text(json.dumps({"findings": findings or []}), encoding="utf-8")
    return determination_document(decide(path, findings=beside, as_of_day=DAY, known_on=DAY))


def test_a_removal_hearing_is_no_place_for_what_a_criminal_request_opened(tmp_path: Path) -> None:
    document = answer(tmp_path, REMOVAL_HEARING)
    row = document["subjects"][0]["items"][0]
    assert (row["disposition"], row["provision"]) == ("withhold", "/us/usc/t26/s6103/i/4/B")
    assert document["subjects"][0]["resolution"]["status"] == "not_tried"
    DeterminationJson.model_validate(document)


def test_a_criminal_proceeding_is_open_once_an_official_has_answered(tmp_path: Path) -> None:
    facts = {"use.tax_administration": "no", "use.united_states_party": "yes"}
    by = {"agency": "us.doj", "office": "us_attorney"}
    request = asked(forum="criminal_proceeding", statutes=["18 USC 1343"], facts=facts, by=by)
    waiting = answer(tmp_path, request)["subjects"][0]["items"][0]
    assert waiting["disposition"] == "needs_finding"
    assert [question["cite"] for question in waiting["open"]] == ["/us/usc/t26/s6103/i/4/C"]
    official = {"name": "Sample Official", "office": "delegated_official"}
    found = {"cite": "/us/usc/t26/s6103/i/4/C", "answer": "no", "by": official, "on": DAY}
    allowed = answer(tmp_path, request, [found])["subjects"][0]["items"][0]
    assert allowed["disposition"] == "disclose"
    assert [limit["cite"] for limit in allowed["limits"]] == ["/us/usc/t26/s6103/i/4/D"]


def test_the_answer_is_shown_to_people_as_any_determination_is(tmp_path: Path) -> None:
    document = answer(tmp_path, REMOVAL_HEARING)
    console = Console(width=100, record=True, file=io.StringIO())
    console.print(determination(document))
    for shown in (console.export_text(), decision_page(document)):
        assert "Withhold" in shown
        assert "6103(i)(4)(B)" in shown


REFUSED = [
    ({"forum": "street"}, "request.use.forum", "not in the vocabulary"),
    ({"why": "because"}, "request.use.why", "no such key"),
    ({"items": []}, "request.use.items", "empty"),
    ({"facts": {"item.held": True}}, "request.use.facts.item.held", "not the requester's"),
    ({"facts": {"use.forum": "criminal_proceeding"}}, "request.use.facts.use.forum", "contrary"),
    ({"facts": {"use.related_forfeiture": True}}, "request.use.facts.use.related_forfeiture", "contrary"),
]


@pytest.mark.parametrize(("change", "place", "words"), REFUSED, ids=[place for _, place, _ in REFUSED])
def test_what_is_no_request_for_use_is_refused_with_its_place(
    tmp_path: Path, change: dict[str, Any], place: str, words: str
) -> None:
    with pytest.raises(InputError) as refused:
        answer(tmp_path, asked(**change))
    assert refused.value.where.replace("use.json.", "request.") == place
    assert words in refused.value.line()


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"provision": "26 USC 6103(q)"}, "no pathway of this corpus"),
        ({"released_on": "2026-03-03"}, "dated after"),
        ({"item": "no.such.item"}, "not in the vocabulary"),
    ],
)
def test_an_item_that_could_not_have_been_released_so_is_refused(
    tmp_path: Path, change: dict[str, str], words: str
) -> None:
    item = REMOVAL_HEARING["use"]["items"][0]
    with pytest.raises(InputError) as refused:
        answer(tmp_path, asked(items=[{**item, **change}]))
    assert words in refused.value.line()


def test_subjects_and_a_use_are_not_asked_for_in_one_request(tmp_path: Path) -> None:
    with pytest.raises(InputError) as refused:
        answer(tmp_path, {**REMOVAL_HEARING, "subjects": [{"ref": "1"}]})
    assert "beside `use`" in refused.value.what


def test_the_schema_takes_the_request_and_refuses_another() -> None:
    checker = Draft202012Validator(schema_of("use"))
    assert checker.is_valid(REMOVAL_HEARING)
    assert not checker.is_valid(asked(forum="street"))
    assert not checker.is_valid({**REMOVAL_HEARING, "subjects": [{"ref": "1"}]})


def test_some_rule_governs_the_use_of_what_each_pathway_of_subsection_i_releases() -> None:
    law = as_of(day_of(DAY, where="day"))
    ungoverned = [
        str(pathway.cite)
        for pathway in law.pathways
        if pathway.cite.within(Cite.parse("26 USC 6103(i)"))
        and not any(rule.governs(pathway.cite) for rule, _ in law.rules_of_use)
    ]
    assert ungoverned == []
    assert not any(rule.governs(law.definitions[0].cite) for rule, _ in law.rules_of_use)
