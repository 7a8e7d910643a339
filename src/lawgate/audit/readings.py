"""A pathway under every reading at once: the best and the worst truth, and the questions that make the difference."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from typing import Final

from lawgate.kernel.closures import compile_every
from lawgate.kernel.fact import Facts
from lawgate.kernel.truth import Truth, conjunction
from lawgate.law.contested import Drafted, Question, questions_in, read
from lawgate.law.discretion import decided
from lawgate.law.pathway import Pathway
from lawgate.law.provision import Duty

_WORST_FIRST: Final = (Truth.NO, Truth.OPEN, Truth.YES)


@dataclass(frozen=True, slots=True)
class Range:
    """What an outcome is as the readings followed have it, and at its worst and best under all others."""

    followed: Truth
    worst: Truth
    best: Truth


@dataclass(frozen=True, slots=True)
class Found:
    """An outcome under every reading: over those that may be adopted, by each reading alone, and on what it turns.

    `under` holds, for a question's reading by their ids, the outcome with that reading followed and all others as
    they are, and its range over the adoptable readings of the other questions.
    """

    whole: Range
    turns_on: tuple[str, ...]
    under: Mapping[tuple[str, str], Range]


Assignment = tuple[str, ...]
_Truths = Mapping[Assignment, Truth]


class _Group:
    """Parts of a provision that turn on the same questions; apart from them nothing here turns on these."""

    def __init__(
        self, questions: Sequence[Question], parts: tuple[Drafted, ...], followed: Mapping[str, str]
    ):
        self.questions = tuple(questions)
        self.followed = tuple(followed[question.id] for question in questions)
        self._read = {
            names: compile_every(read(parts, dict(zip((q.id for q in questions), names, strict=True))))
            for names in product(*(question.names for question in questions))
        }
        self._may = [
            {name for name in question.names if question.reading(name).adoptable or name == own}
            for question, own in zip(questions, self.followed, strict=True)
        ]

    def truths(self, facts: Facts) -> _Truths:
        return {names: truth(facts) for names, truth in self._read.items()}

    def range_of(self, truths: _Truths, *, question: int | None = None, name: str = "") -> Range:
        """Over the adoptable readings; with a question, by its place, over those with this reading of it."""
        own, may = self.followed, list(self._may)
        if question is not None:
            own = (*own[:question], name, *own[question + 1 :])
            may[question] = {name}
        found = [truths[names] for names in product(*may)]
        return Range(truths[own], _worst(found), _best(found))

    def turning(self, truths: _Truths) -> Iterator[str]:
        """The questions of which a change of reading alone changes something, from some adoptable readings."""
        for place, question in enumerate(self.questions):
            by_others: dict[Assignment, set[Truth]] = {}
            for names in product(*self._may):
                by_others.setdefault((*names[:place], *names[place + 1 :]), set()).add(truths[names])
            if any(len(found) > 1 for found in by_others.values()):
                yield question.id


class EveryReading:
    """A pathway, split once into what no reading changes and groups of parts that turn on the same questions."""

    def __init__(self, pathway: Pathway) -> None:
        provision = pathway.provision
        fixed = [one for one in provision.drafted if not questions_in((one,))]
        discretion = (decided(pathway.cite),) if provision.duty is Duty.MAY else ()
        joined = tuple(element for _, element in pathway.provisos)
        self._fixed = compile_every((*read(tuple(fixed), pathway.readings), *discretion, *joined))
        self._groups = [
            _Group(questions, parts, pathway.readings) for questions, parts in _grouped(provision.drafted)
        ]

    @cached_property
    def asked(self) -> tuple[tuple[str, str], ...]:
        """Every reading of every question that is asked here, by their ids."""
        return tuple(
            (question.id, name)
            for group in self._groups
            for question in group.questions
            for name in question.names
        )

    def find(self, facts: Facts) -> Found:
        """The outcome under every reading."""
        fixed = self._fixed(facts)
        truths = [group.truths(facts) for group in self._groups]
        ranges = [group.range_of(told) for group, told in zip(self._groups, truths, strict=True)]
        whole = _joined(fixed, ranges)
        turning: list[str] = []
        under: dict[tuple[str, str], Range] = {}
        for at, (group, told) in enumerate(zip(self._groups, truths, strict=True)):
            others = [one for place, one in enumerate(ranges) if place != at]
            if _worst([fixed, ranges[at].worst, *(one.best for one in others)]) is not whole.best:
                turning += group.turning(told)
            for place, question in enumerate(group.questions):
                for name in question.names:
                    own = group.range_of(told, question=place, name=name)
                    under[question.id, name] = _joined(fixed, [own, *others])
        return Found(whole, tuple(sorted(turning, key=lambda one: int(one[1:]))), under)


def _grouped(drafted: Iterable[Drafted]) -> list[tuple[tuple[Question, ...], tuple[Drafted, ...]]]:
    """Parts that share a question stand together, so that the groups may be read each by itself."""
    groups: list[tuple[dict[str, Question], list[Drafted]]] = []
    for one in drafted:
        asked = {question.id: question for question in questions_in((one,))}
        if not asked:
            continue
        sharing = [group for group in groups if group[0].keys() & asked.keys()]
        parts = [*(part for _, parts in sharing for part in parts), one]
        groups = [group for group in groups if group not in sharing]
        groups.append(({**{k: q for questions, _ in sharing for k, q in questions.items()}, **asked}, parts))
    return [(tuple(questions.values()), tuple(parts)) for questions, parts in groups]


def _joined(fixed: Truth, ranges: Sequence[Range]) -> Range:
    """All together: every part is required."""
    return Range(
        conjunction([fixed, *(one.followed for one in ranges)]),
        conjunction([fixed, *(one.worst for one in ranges)]),
        conjunction([fixed, *(one.best for one in ranges)]),
    )


def _worst(truths: Iterable[Truth]) -> Truth:
    return min(truths, key=_WORST_FIRST.index)


def _best(truths: Iterable[Truth]) -> Truth:
    return max(truths, key=_WORST_FIRST.index)
