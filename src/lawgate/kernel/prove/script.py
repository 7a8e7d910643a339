"""Questions for a solver, as SMT-LIB 2.6 text: the same claims give the same bytes.

Each question of fact has a boolean that tells whether it is answered and, apart from it, its answer: a
boolean; a number for a count, a day (as Python's ordinal) or the place of a value in its vocabulary; or a
boolean for each value where several may be given. Each node of a tree has two formulas, one for YES and one
for NO; where both are false it is OPEN. Whatever is no answer (a value that no vocabulary lists) counts as
unanswered, as the evaluator has it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import assert_never

from lawgate.errors import IllFormedError
from lawgate.kernel.expr import All, Any, AtMost, Constant, Element, Expr, Holds, IsIn, Leaf, Meets, Not
from lawgate.kernel.fact import Domain, Fact, Facts, Value
from lawgate.kernel.prove.claim import Alike, Case, Claim, Denied, Every, Is, Kept, Some, World
from lawgate.kernel.truth import Truth

Model = Mapping[str, bool | int]
"""What a solver chose, by the name as it stands between bars; what is left out may be anything."""

_DAY_LEAST = date.min.toordinal()

_Truths = tuple[str, str]
"""The formulas for YES and for NO."""


@dataclass(frozen=True, slots=True)
class Script:
    """Declarations, and questions over them that do not know each other: has this a case, or none?"""

    preamble: str
    questions: tuple[str, ...]
    asked: tuple[tuple[World, Fact], ...]

    @property
    def text(self) -> str:
        """The whole as a file that any solver of SMT-LIB 2.6 reads; it answers each question in turn."""
        checks = "".join(f"(push 1)\n{question}(check-sat)\n(pop 1)\n" for question in self.questions)
        return f"{self.preamble}{checks}"

    @property
    def digest(self) -> str:
        """SHA-256 of the text, in hexadecimal."""
        return hashlib.sha256(self.text.encode()).hexdigest()

    @property
    def flags(self) -> Iterator[str]:
        """The names that are declared as booleans."""
        for world, fact in self.asked:
            yield _known(world, fact)
            if fact.domain is Domain.FLAG:
                yield _value(world, fact)
            if fact.domain is Domain.SEVERAL:
                yield from (_given(world, fact, value) for value in fact.values)

    @property
    def numbers(self) -> Iterator[str]:
        """The names that are declared as whole numbers."""
        numbered = (Domain.CHOICE, Domain.COUNT, Domain.DAY)
        return (_value(world, fact) for world, fact in self.asked if fact.domain in numbered)


def script_of(claims: Sequence[Claim]) -> Script:
    """One question a claim: is there a case in which it holds?"""
    writer = _Writer()
    questions = tuple(f"(assert {writer.formula(claim)})\n" for claim in claims)
    opening = "(set-info :smt-lib-version 2.6)\n(set-logic QF_LIA)\n"
    return Script(opening + "".join(writer.lines), questions, tuple(writer.asked.values()))


def case_of(script: Script, model: Model) -> Case:
    """The answers that a model stands for: only such as are given."""
    case: dict[World, dict[str, Value]] = {world: {} for world in World}
    for world, fact in script.asked:
        if model.get(_known(world, fact), False):
            case[world][fact.name] = _answer_of(world, fact, model)
    facts: dict[World, Facts] = dict(case)
    return facts


def _answer_of(world: World, fact: Fact, model: Model) -> Value:
    match fact.domain:
        case Domain.FLAG:
            return bool(model.get(_value(world, fact), True))
        case Domain.CHOICE:
            return fact.values[model.get(_value(world, fact), 0)]
        case Domain.SEVERAL:
            return frozenset(word for word in fact.values if model.get(_given(world, fact, word), False))
        case Domain.COUNT:
            return int(model.get(_value(world, fact), 0))
        case Domain.DAY:
            return date.fromordinal(model.get(_value(world, fact), _DAY_LEAST))


class _Writer:
    """Writes each question of fact and each node once, before its first use."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.asked: dict[tuple[World, str], tuple[World, Fact]] = {}
        self._leaves: dict[tuple[World, Leaf], _Truths] = {}
        self._nodes: dict[tuple[World, int], tuple[Expr, _Truths]] = {}

    def formula(self, claim: Claim) -> str:
        """The claim over the names that are written so far; what it needs is written first."""
        match claim:
            case Is(expr, truth, world):
                return _is(self._truths(expr, world), truth)
            case Alike(fact):
                here, there = self._known_in_both(fact)
                return f"(and (= {here} {there}) (or (not {here}) {_equal(fact)}))"
            case Kept(fact):
                here, there = self._known_in_both(fact)
                return f"(or (not {here}) (and {there} {_equal(fact)}))"
            case Every(claims):
                return _joined("and", [self.formula(part) for part in claims])
            case Some(claims):
                return _joined("or", [self.formula(part) for part in claims])
            case Denied(part):
                return f"(not {self.formula(part)})"
            case _:
                assert_never(claim)

    def _truths(self, expr: Expr, world: World) -> _Truths:
        match expr:
            case Constant(truth):
                return _is_constant(truth, Truth.YES), _is_constant(truth, Truth.NO)
            case Not(part):
                yes, no = self._truths(part, world)
                return no, yes
            case Holds() | IsIn() | Meets() | AtMost():
                return self._leaf(expr, world)
            case All() | Any() | Element():
                # The node is kept beside its name, so that its id is not given to another meanwhile.
                if (world, id(expr)) not in self._nodes:
                    self._nodes[world, id(expr)] = expr, self._node(expr, world)
                return self._nodes[world, id(expr)][1]
            case _:
                assert_never(expr)

    def _node(self, node: All | Any | Element, world: World) -> _Truths:
        match node:
            case Element(cite, label, body):
                told = self._truths(body, world)
                self.lines.append(f"; {told[0]}: {cite}, {_one_line(label)}\n")
                return told
            case All(parts):
                yes, no = zip(*[self._truths(part, world) for part in parts], strict=True)
                return self._define("n", _joined("and", yes), _joined("or", no))
            case Any(parts):
                yes, no = zip(*[self._truths(part, world) for part in parts], strict=True)
                return self._define("n", _joined("or", yes), _joined("and", no))

    def _leaf(self, leaf: Leaf, world: World) -> _Truths:
        if (world, leaf) not in self._leaves:
            known = self._declared(leaf.fact, world)
            says = _says(leaf, world)
            self._leaves[world, leaf] = self._define(
                "q", f"(and {known} {says})", f"(and {known} (not {says}))"
            )
        return self._leaves[world, leaf]

    def _define(self, kind: str, yes: str, no: str) -> _Truths:
        name = f"{kind}{len(self.lines)}"
        self.lines.append(f"(define-fun {name}.yes () Bool {yes})\n(define-fun {name}.no () Bool {no})\n")
        return f"{name}.yes", f"{name}.no"

    def _known_in_both(self, fact: Fact) -> _Truths:
        return self._declared(fact, World.HERE), self._declared(fact, World.THERE)

    def _declared(self, fact: Fact, world: World) -> str:
        """The name that tells whether the question is answered, declared with its answer on first use."""
        if (world, fact.name) not in self.asked:
            self.asked[world, fact.name] = world, fact
            self.lines.append("".join(_declarations(fact, world)))
        _, declared = self.asked[world, fact.name]
        if declared is not fact and declared != fact:
            raise IllFormedError("two questions have one name", where=fact.name)
        return f"|{_known(world, fact)}|"


def _declarations(fact: Fact, world: World) -> Iterator[str]:
    yield f"(declare-const |{_known(world, fact)}| Bool)\n"
    value = f"|{_value(world, fact)}|"
    match fact.domain:
        case Domain.FLAG:
            yield f"(declare-const {value} Bool)\n"
        case Domain.CHOICE:
            yield _places(fact)
            yield from _number(value, 0, len(fact.values) - 1)
        case Domain.SEVERAL:
            yield _places(fact)
            yield from (f"(declare-const |{_given(world, fact, word)}| Bool)\n" for word in fact.values)
        case Domain.COUNT:
            yield from _number(value, 0)
        case Domain.DAY:
            yield from _number(value, _DAY_LEAST, date.max.toordinal())


def _places(fact: Fact) -> str:
    """A comment that tells which value stands at which place of the vocabulary."""
    return f"; {_one_line(', '.join(f'{place} {word}' for place, word in enumerate(fact.values)))}\n"


def _number(name: str, least: int, most: int | None = None) -> Iterator[str]:
    yield f"(declare-const {name} Int)\n(assert (<= {least} {name}))\n"
    if most is not None:
        yield f"(assert (<= {name} {most}))\n"


def _says(leaf: Leaf, world: World) -> str:
    """The formula for a leaf whose question is answered."""
    fact, value = leaf.fact, f"|{_value(world, leaf.fact)}|"
    match leaf:
        case Holds():
            return value
        case IsIn(values=values):
            places = [place for place, word in enumerate(fact.values) if word in values]
            return _joined("or", [f"(= {value} {place})" for place in places])
        case Meets(values=values):
            listed = [word for word in fact.values if word in values]
            return _joined("or", [f"|{_given(world, fact, word)}|" for word in listed])
        case AtMost(bound=bound):
            return f"(<= {value} {bound.toordinal() if isinstance(bound, date) else bound})"
        case _:
            assert_never(leaf)


def _equal(fact: Fact) -> str:
    """The formula for the same answer in both worlds, where both answer."""
    if fact.domain is not Domain.SEVERAL:
        return f"(= |{_value(World.HERE, fact)}| |{_value(World.THERE, fact)}|)"
    pairs = [(_given(World.HERE, fact, word), _given(World.THERE, fact, word)) for word in fact.values]
    return _joined("and", [f"(= |{here}| |{there}|)" for here, there in pairs])


def _is(truths: _Truths, truth: Truth) -> str:
    yes, no = truths
    match truth:
        case Truth.YES:
            return yes
        case Truth.NO:
            return no
        case Truth.OPEN:
            return f"(not (or {yes} {no}))"


def _is_constant(truth: Truth, wanted: Truth) -> str:
    return "true" if truth is wanted else "false"


def _joined(operator: str, parts: Sequence[str]) -> str:
    if len(parts) > 1:
        return f"({operator} {' '.join(parts)})"
    return parts[0] if parts else _NEUTRAL[operator]


_NEUTRAL = {"and": "true", "or": "false"}


def _known(world: World, fact: Fact) -> str:
    return f"{world}: {fact.name} is answered"


def _value(world: World, fact: Fact) -> str:
    return f"{world}: {fact.name}"


def _given(world: World, fact: Fact, value: str) -> str:
    """The name for one value of several, by its place: a word might hold what no name may."""
    return f"{world}: {fact.name} has {fact.values.index(value)}"


def _one_line(text: str) -> str:
    return " ".join(text.split())
