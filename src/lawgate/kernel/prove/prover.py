"""Prove a claim for all answers there could be, or show answers for which it fails.

Two solvers read the same text and must agree. A case that a solver finds is put before the evaluator, which
alone defines what an expression means; one that it does not bear out is an error, and nothing is proved.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from lawgate.errors import ProofError
from lawgate.kernel.prove import by_cvc5, by_z3
from lawgate.kernel.prove.claim import Case, Claim, Denied, World, holds
from lawgate.kernel.prove.script import Script, case_of, script_of

Second = Callable[[Script], Sequence[bool]]
"""A second solver: for each question of a script whether it has a case."""


@dataclass(frozen=True, slots=True)
class Proved:
    """No answers make the claim fail; `script` asked for some, and can be asked again."""

    script: Script


@dataclass(frozen=True, slots=True)
class Refuted:
    """Answers for which the claim fails, none of which could be left out."""

    case: Case
    script: Script


def prove(claim: Claim, *, second: Second | None = by_cvc5.verdicts) -> Proved | Refuted:
    """Whether the claim holds of all answers there could be."""
    (found,), script = find_each([Denied(claim)], second=second)
    return Proved(script) if found is None else Refuted(without_needless(Denied(claim), found), script)


def find(claim: Claim, *, second: Second | None = by_cvc5.verdicts) -> Case | None:
    """Answers for which the claim holds, none of which could be left out; None if there are none."""
    (found,), _ = find_each([claim], second=second)
    return None if found is None else without_needless(claim, found)


def find_each(
    claims: Sequence[Claim], *, second: Second | None = by_cvc5.verdicts
) -> tuple[list[Case | None], Script]:
    """For each claim a case in which it holds or None, and the script by which they were sought.

    Cheaper than one at a time. The cases are replayed, and may hold answers that are not needed.
    """
    script = script_of(claims)
    found = [None if model is None else case_of(script, model) for model in by_z3.models(script)]
    if second is not None:
        _demand_agreement([case is not None for case in found], second(script), script)
    for claim, case in zip(claims, found, strict=True):
        if case is not None and not holds(claim, case):
            raise ProofError(f"the evaluator does not bear out {case}", where=script.digest)
    return found, script


def _demand_agreement(first: Sequence[bool], second: Sequence[bool], script: Script) -> None:
    if list(first) != list(second):
        differing = [
            place for place, pair in enumerate(zip(first, second, strict=True)) if len(set(pair)) > 1
        ]
        raise ProofError(f"the solvers disagree on questions {differing}", where=script.digest)


def without_needless(claim: Claim, case: Case) -> Case:
    """The case without the answers that the claim can spare: whichever else is left out, it fails."""
    while True:
        fewer = _spared(claim, case)
        if fewer == case:
            return case
        case = fewer


def _spared(claim: Claim, case: Case) -> Case:
    for name in sorted({name for facts in case.values() for name in facts}):
        # In both worlds at once first: claims that the worlds are alike would hold either answer fast.
        for worlds in (tuple(World), *((world,) for world in World)):
            fewer = _without(case, name, worlds)
            if fewer != case and holds(claim, fewer):
                case = fewer
    return case


def _without(case: Case, name: str, worlds: Sequence[World]) -> Case:
    return {
        world: {kept: value for kept, value in facts.items() if kept != name or world not in worlds}
        for world, facts in case.items()
    }
