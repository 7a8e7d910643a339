"""Second readings outside (i): rules over the questions of the vocabulary, put together as Kleene does.

A condition is a pair of Cedar conditions: when it is known to be met, and when it is known to be unmet. So an
unknown answer stays unknown through *every* and *some* without our evaluator having a part in it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from tests.oracle.gate import with_conditions_of_p
from tests.oracle.second.answers import Answers, OfAnswers
from tests.oracle.second.facts import said
from tests.oracle.second.paragraph import Same
from tests.oracle.second.rules import NOT_KNOWN, Facts, Rule, Rules

from lawgate.kernel.fact import Value
from lawgate.law.corpus import Corpus
from lawgate.law.vocabulary import FACTS

Condition = tuple[str, str]


def is_so(question: str) -> Condition:
    """The question is answered yes."""
    return f'context.{_named(question)} == "yes"', f'context.{_named(question)} == "no"'


def not_so(condition: Condition) -> Condition:
    """The contrary."""
    met, unmet = condition
    return unmet, met


def one_among(question: str, *answers: str) -> Condition:
    """The answer is one of these."""
    within = f"{_listed(answers)}.contains(context.{_named(question)})"
    return within, f'context.{_named(question)} != "?" && !{within}'


def some_among(question: str, *answers: str) -> Condition:
    """Of several answers one is among these."""
    name = _named(question)
    within = f"context.{name}.containsAny({_listed(answers)})"
    return f"context.{name}_known && {within}", f"context.{name}_known && !{within}"


def every(*conditions: Condition) -> Condition:
    """All are met; unmet if one is."""
    return _joined(" && ", (met for met, _ in conditions)), _joined(
        " || ", (unmet for _, unmet in conditions)
    )


def some(*conditions: Condition) -> Condition:
    """One is met; unmet if all are."""
    return _joined(" || ", (met for met, _ in conditions)), _joined(
        " && ", (unmet for _, unmet in conditions)
    )


def rule(name: str, cite: str, condition: Condition) -> Rule:
    """An element that is a condition."""
    return Rule(name, cite, *condition)


def _joined(by: str, parts: Iterable[str]) -> str:
    return by.join(f"({part})" for part in parts)


def _listed(answers: Sequence[str]) -> str:
    return json.dumps(list(answers))


def _named(question: str) -> str:
    return question.replace(".", "_")


@dataclass(frozen=True)
class OfQuestions(OfAnswers):
    """A reading whose facts are the answers themselves, under the names of the questions."""

    @property
    def law(self) -> Corpus:
        """With (o)(2), (p)(8) and (p)(9), which are read here too."""
        return with_conditions_of_p()

    def facts_of(self, case: Answers) -> Sequence[Facts]:
        """Each answer under the name of its question; what has none is not known."""
        told: dict[str, object] = {}
        for name in _questions_of(self.rules):
            value = case.get(name)
            told |= _several(name, value) if isinstance(value, frozenset) else _single(name, value)
        return [told]  # type: ignore[list-item]


@cache
def _questions_of(rules: Rules) -> tuple[str, ...]:
    """The questions of the vocabulary that the rules put."""
    text = "".join(one.policies for one in rules)
    return tuple(name for name in FACTS if f"context.{_named(name)}" in text)


def _single(name: str, value: Value | None) -> Mapping[str, object]:
    return {_named(name): _told(value), f"{_named(name)}_known": False}


def _several(name: str, value: frozenset[str]) -> Mapping[str, object]:
    return {_named(name): sorted(value), f"{_named(name)}_known": True}


def _told(value: Value | None) -> str:
    return value if isinstance(value, str) else said(value) if isinstance(value, bool) else NOT_KNOWN


# ---- what several paragraphs ask -----------------------------------------------------------------------

RETURNS = ("return", "return_attachment", "estimated_tax_form", "information_return_image")
"""(b)(1): what is filed, its attachments and copies."""

A_RETURN = one_among("item.document", *RETURNS)
WRITING = rule("WRITING", "a", is_so("request.in_writing"))
PERSON = rule(
    "PERSON",
    "a",
    some(
        one_among("person.on_file", "one"),
        every(one_among("person.on_file", "review"), is_so("finding.person_named")),
    ),
)
NO_WAGERING = rule(
    "WAGERING", "o/2", not_so(one_among("item.name", "excise.wagering.return", "excise.wagering.account"))
)
SAFEGUARDED = rule("SAFEGUARDS", "p/4", is_so("finding.safeguards"))
STATE_LAW = rule(
    "STATE_LAW", "p/8/A", some(not_so(is_so("recipients.of_state")), is_so("finding.state_law_protects"))
)
AGENTS = rule(
    "AGENTS",
    "p/9",
    some(
        is_so("recipients.of_requesting_agency"),
        is_so("recipients.federal"),
        one_among("recipients.agents", "others"),
        is_so("finding.contractors_seen_to"),
    ),
)
EXTRACT = rule("EXTRACT", "a", is_so("request.own_extract"))
"""No word of the statute: how this gate runs what is of a whole group."""

NO_ENFORCEMENT = rule("ENFORCEMENT", "a", not_so(is_so("recipients.enforcement")))
"""Nor this one: extracts go to nobody of Federal law enforcement or intelligence."""

HEADED = every(
    is_so("request.states_office"),
    some(
        one_among("request.office", "agency_head"),
        every(
            one_among("request.office", "acting_agency_head", "delegate"), is_so("finding.signatory_listed")
        ),
    ),
)
"""The head of the agency; of one who acts for him or to whom it is delegated, a finding."""


def signed_by(cite: str, agency: str) -> Rule:
    """The head of this agency signs."""
    return rule("HEAD", cite, every(some_among("request.named_agencies", agency), HEADED))


def purpose(cite: str, *stated: str) -> Rule:
    """It is asked for one of these purposes."""
    return rule("PURPOSE", cite, one_among("purpose.stated", *stated))


NECESSARY = rule("NECESSARY", "l", is_so("finding.necessary_for_purpose"))

SAME_PERSON = Same("PERSON", "exactly one person on file is the one whom the request names")
SAME_WRITING = Same("WRITING", "the request is in writing")
SAME_SAFEGUARDS = Same(
    "SAFEGUARDS", "the recipient's agency meets the safeguards to the satisfaction of the Secretary"
)
SAME_AGENTS = Same("AGENTS", "no contractor or agent receives, or the agency sees to their safeguards")
SAME_STATE_LAW = Same(
    "STATE_LAW",
    "no recipient is of a State, or of one that requires no copy of Federal returns or protects them",
)
SAME_EXTRACT = Same("EXTRACT", "the request asks for the paragraph's own extract")
SAME_ENFORCEMENT = Same(
    "ENFORCEMENT", "no one of Federal law enforcement or intelligence asks for the extract or receives it"
)
WAGERING_LABEL = "the item concerns no tax on wagering"
SAME_WAGERING = Same("WAGERING", WAGERING_LABEL)

OF_AGENTS: Answers = {
    "recipients.of_requesting_agency": False,
    "recipients.federal": False,
    "recipients.agents": "agents",
    "finding.contractors_seen_to": True,
}
"""A case in which agents receive, so that (p)(9) is asked."""
