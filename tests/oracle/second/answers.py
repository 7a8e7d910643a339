"""Second readings whose cases are answers to our law's questions: for what no request asks in one form."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from random import Random

from tests.oracle.gate import Said
from tests.oracle.near_misses import DOCUMENTS, FURNISHERS
from tests.oracle.second.facts import said as as_said
from tests.oracle.second.paragraph import SecondReading
from tests.oracle.second.rules import NO, NOT_KNOWN, YES, Facts

from lawgate.kernel.evaluate import evaluate
from lawgate.kernel.fact import Domain, Fact, Value
from lawgate.kernel.truth import Truth
from lawgate.law.addresses import S6103
from lawgate.law.corpus import Corpus
from lawgate.law.vocabulary import FACTS

Answers = Mapping[str, Value | None]

NEVER_UNKNOWN = frozenset(
    """request.in_writing request.states_office request.states_reasons request.of_justice request.of_treasury
    request.of_secret_service request.seeks_beyond_identity item.identity_field item.of_named_taxpayer
    order.granted""".split()
)
"""What the request says or does not say, so that no case leaves it out."""

ALWAYS: Answers = {
    "item.held": True,
    "item.of_named_taxpayer": True,
    "item.of_stated_period": True,
    "item.identity_field": "none",
    "item.furnished_by": "payer",
    "item.document": "information_return",
    "person.on_file": "one",
    "finding.identifies_or_impairs": False,
    "finding.safeguards": True,
}
"""What every complete case says of the item, of the person and of what joins every paragraph."""

_FIXED = ("item.held", "item.of_named_taxpayer", "item.of_stated_period")


@dataclass(frozen=True)
class OfAnswers(SecondReading):
    """A reading whose cases are complete answers with up to three changed or removed."""

    complete: tuple[Answers, ...]
    translate: Callable[[Answers], dict[str, str]]

    def cases(self, count: int, *, seed: int) -> list[Answers]:
        """Complete cases of each kind, changed; the same for the same seed."""
        return list(islice(self._changed(Random(seed)), count))

    def _changed(self, chance: Random) -> Iterator[Answers]:
        questions = [fact for name, fact in sorted(self._facts.items()) if name not in _FIXED]
        while True:
            case = {**ALWAYS, **chance.choice(self.complete)}
            for fact in chance.sample(questions, chance.choices((0, 1, 2, 3), (1, 5, 3, 2))[0]):
                case[fact.name] = chance.choice(_answers(fact))
            yield case

    @cached_property
    def _facts(self) -> Mapping[str, Fact]:
        """Every question that our elements ask, and every one that a complete case answers."""
        asked = {fact.name: fact for fact in self.law.pathway(S6103 / self.cite).facts}
        return asked | {name: FACTS[name] for case in self.complete for name in case}

    def facts_of(self, case: Answers) -> Sequence[Facts]:
        """The answers in the words of the second reading."""
        decided = "finding.decided_" + self.cite.replace("/", "_").lower()
        return [
            {
                "item": "irs.workpaper.page" if case["item.identity_field"] == "none" else "identity.name",
                "furnished_by": choice(case, "item.furnished_by"),
                "document": choice(case, "item.document"),
                "person": choice(case, "person.on_file"),
                "record_is_the_taxpayers": flag(case, "finding.person_named"),
                "identifies_or_impairs": flag(case, "finding.identifies_or_impairs"),
                "safeguards_satisfactory": flag(case, "finding.safeguards"),
                "official_decides_to_disclose": flag(case, decided),
                **self.translate(case),
            }
        ]

    def said(self, case: Answers, corpus: Corpus) -> Said:
        """The truth of each of our elements."""
        elements = corpus.pathway(S6103 / self.cite).elements
        found = {element.label: evaluate(element, case) for element in elements}
        opens = all(truth is Truth.YES for truth in found.values())
        return Said(opens, truths={label: truth.name.lower() for label, truth in found.items()})

    def opens_without(self, case: Answers, labels: Sequence[str], corpus: Corpus) -> bool:
        """Whether all but the elements left out are met."""
        found = self.said(case, corpus).truths or {}
        return all(truth == YES for label, truth in found.items() if label not in labels)


def _answers(fact: Fact) -> list[Value | None]:
    known: list[Value | None] = [True, False] if fact.domain is Domain.FLAG else list(fact.values)
    if fact.domain is Domain.SEVERAL:
        known = [frozenset(), *(frozenset({value}) for value in fact.values)]
    if fact.name == "item.document":
        known = [*DOCUMENTS]
    if fact.name == "item.furnished_by":
        known = [*FURNISHERS]
    return known if fact.name in NEVER_UNKNOWN else [*known, None]


def flag(case: Answers, name: str) -> str:
    """The answer to a question of yes or no."""
    return as_said(case.get(name))


def choice(case: Answers, name: str) -> str:
    """The answer to a question with a vocabulary."""
    value = case.get(name)
    return value if isinstance(value, str) else NOT_KNOWN


def one_of(case: Answers, name: str, *values: str) -> str:
    """Whether the answer is one of these; not known where there is none."""
    value = choice(case, name)
    return NOT_KNOWN if value == NOT_KNOWN else YES if value in values else NO


def both(*answers: str) -> str:
    """Yes where all are yes, no where one is no."""
    return NO if NO in answers else NOT_KNOWN if NOT_KNOWN in answers else YES


def any_one(*answers: str) -> str:
    """Yes where one is yes, no where all are no."""
    return YES if YES in answers else NOT_KNOWN if NOT_KNOWN in answers else NO
