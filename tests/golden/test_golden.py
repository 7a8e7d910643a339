"""The determinations that were reviewed are the ones that are made."""

from __future__ import annotations

import json

import pytest
from tests.golden.golden import CASES, made, written

from lawgate.service.contract.models_out import DeterminationJson

REVIEWED = dict(written())


@pytest.mark.parametrize("name", CASES)
def test_the_determination_is_the_one_that_was_reviewed(name: str) -> None:
    assert made(name) == REVIEWED[name], (
        "if this is meant: python -m tests.golden.golden, and review the diff"
    )


def test_every_reviewed_determination_belongs_to_a_case() -> None:
    assert set(REVIEWED) == set(CASES)


@pytest.mark.parametrize("name", CASES)
def test_what_was_reviewed_is_a_determination_without_the_hash_of_a_corpus(name: str) -> None:
    document = json.loads(REVIEWED[name])
    assert DeterminationJson.model_validate(document).corpus == ""


def test_the_reviewed_determinations_show_every_disposition_and_a_return() -> None:
    subjects = [subject for text in REVIEWED.values() for subject in json.loads(text)["subjects"]]
    shown = {item["disposition"] for subject in subjects for item in subject["items"]}
    assert shown == {"disclose", "withhold", "needs_finding"}
    assert {subject["admission"] for subject in subjects} == {"admitted", "returned"}
