"""On which contested questions an outcome turns: what each reading of each of them would give."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from lawgate.decide.request import Known
from lawgate.law.contested import Question
from lawgate.law.pathway import Pathway


@dataclass(frozen=True, slots=True)
class Turn:
    """One contested question on which an outcome turns: the outcome under each reading, and the one followed."""

    question: str
    readings: Mapping[str, str]
    followed: str


def turns(
    pathways: Sequence[Pathway], facts: Known, outcome: Callable[[Sequence[Pathway]], str]
) -> tuple[Turn, ...]:
    """Try every reading of every question that these pathways contain, one question at a time."""
    found = []
    own: str | None = None
    for question in questions_of(pathways):
        followed = pathways[0].readings[question.id]
        others = [name for name in question.names if name != followed]
        if all(_reads_alike(pathways, question, name, facts) for name in others):
            continue
        own = own or outcome(pathways)
        given = {name: outcome(_under(pathways, question, name)) for name in others} | {followed: own}
        if len(set(given.values())) > 1:
            found.append(Turn(question.id, {name: given[name] for name in question.names}, followed))
    return tuple(found)


def questions_of(pathways: Sequence[Pathway]) -> tuple[Question, ...]:
    """The contested questions that the pathways contain, each once."""
    return tuple(dict.fromkeys(q for pathway in pathways for q in pathway.provision.questions))


def _reads_alike(pathways: Sequence[Pathway], question: Question, name: str, facts: Known) -> bool:
    return all(
        pathway.reads_alike(question, name, facts)
        for pathway in pathways
        if question in pathway.provision.questions
    )


def _under(pathways: Sequence[Pathway], question: Question, name: str) -> list[Pathway]:
    return [
        pathway.under(question, name) if question in pathway.provision.questions else pathway
        for pathway in pathways
    ]
