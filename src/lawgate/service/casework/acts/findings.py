"""Several findings made at once: each an act of its own, under the same official's name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lawgate.casework.case import Case
from lawgate.casework.words import State
from lawgate.cite import Cite
from lawgate.errors import InputError
from lawgate.kernel.expr import facts_of
from lawgate.law.vocabulary import FINDING_OFFICES, FINDINGS
from lawgate.service.casework.acts.decision import find
from lawgate.service.casework.acts.look import law_of
from lawgate.service.casework.desk import Desk, Refused
from lawgate.stores.casework.read import find_case, findings_of
from lawgate.stores.database import one_transaction

PREFIX = "finding:"


def find_several(desk: Desk, number: str, *, by: str, answers: Mapping[str, str]) -> Case | Refused:
    """The answers under `finding:CITE`, `yes` or `no`; what is left open stays open. `office` and `note` go with all.

    InputError where nothing is answered, or the office may not answer it.
    """
    stated = {
        Cite.parse(name.removeprefix(PREFIX)): answer
        for name, answer in answers.items()
        if name.startswith(PREFIX) and answer in {"yes", "no"}
    }
    if not stated:
        raise InputError(
            "no finding is answered", where="findings", mend="answer at least one with yes or no"
        )
    office, note = answers.get("office", ""), answers.get("note", "").strip()
    try:
        with one_transaction():  # all of them, or none
            for cite, answer in stated.items():
                outcome = find(
                    desk, number, by=by, cite=cite, answer=answer == "yes", office=office, note=note
                )
                if isinstance(outcome, Refused):
                    raise _NotAllError(outcome)
    except _NotAllError as error:
        return error.refused
    return find_case(number)


class _NotAllError(Exception):
    """One finding of several was refused: what was written before it is taken back with it."""

    def __init__(self, refused: Refused) -> None:
        super().__init__("one of several findings was refused")
        self.refused = refused


def questions_of(desk: Desk, number: str) -> list[dict[str, Any]]:
    """The findings on which this case can still turn, as the law's trees ask for them."""
    case = find_case(number)
    if case.state not in {State.ADMITTED, State.DETERMINED}:
        return []
    answered = {one.cite for one in findings_of(number)}
    return [
        {"cite": str(cite), "cite_text": cite.text, "question": fact.question}
        for cite, fact in FINDINGS.items()
        if cite not in answered and cite in _asked_in(desk, case)
    ]


def answering_offices() -> list[str]:
    """The offices in which officials of the agency answer."""
    return list(FINDING_OFFICES)


def _asked_in(desk: Desk, case: Case) -> frozenset[Cite]:
    """The findings that stand in the trees of the pathways that are tried."""
    corpus = law_of(desk, desk.now().date())
    pathways = corpus.pathways_at(case.provision) if case.provision else corpus.pathways
    return frozenset(
        fact.cite for pathway in pathways for fact in facts_of(pathway.tree) if fact.is_finding and fact.cite
    )
