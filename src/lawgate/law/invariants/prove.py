"""An invariant proved of a corpus, or the requests for which it fails."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lawgate.kernel.expr import Expr, facts_of
from lawgate.kernel.prove.claim import Case, Claim, Denied, Every
from lawgate.kernel.prove.prover import Second, find_each, without_needless
from lawgate.kernel.prove.script import Script, script_of
from lawgate.law.corpus import Corpus
from lawgate.law.invariants.invariant import Invariant, Obligation, Tabled
from lawgate.law.invariants.premises import premises


@dataclass(frozen=True, slots=True)
class Failure:
    """Where an invariant fails: the answers, none of which can be left out, or the fault in a table."""

    about: str
    tree: Expr | None = None
    case: Case | None = None
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Proof:
    """What became of one invariant; `about` tells of what it speaks, once for each claim.

    `idle` names what was proved of nothing, since the occasion never comes up. Every question of `script`
    has no case, every one of `occasions` has one, unless the invariant fails or is idle.
    """

    invariant: Invariant
    about: tuple[str, ...]
    failures: tuple[Failure, ...]
    idle: tuple[str, ...]
    script: Script
    occasions: Script

    @property
    def holds(self) -> bool:
        """Whether it holds of all that it speaks of, and nowhere for want of an occasion."""
        return not self.failures and not self.idle


def prove_invariant(invariant: Invariant, corpus: Corpus, *, second: Second | None = None) -> Proof:
    """The invariant tried on all answers there could be; with `second` both solvers must agree."""
    stated = tuple(invariant.of(corpus))
    owed = [one for one in stated if isinstance(one, Obligation)]
    faults = [
        Failure(one.about, fault=one.fault) for one in stated if isinstance(one, Tabled) and not one.holds
    ]
    reached, occasions = find_each([one.occasion for one in owed], second=second)
    failures, script = _refuted(owed, second)
    idle = tuple(one.about for one, case in zip(owed, reached, strict=True) if case is None)
    about = tuple(one.about for one in stated)
    return Proof(invariant, about, (*faults, *failures), idle, script, occasions)


def _refuted(owed: Sequence[Obligation], second: Second | None) -> tuple[list[Failure], Script]:
    """The claims that fail, and the script by which answers were sought; first without any premise."""
    sought: list[Claim] = [Denied(one.claim) for one in owed]
    found, script = find_each(sought, second=second)
    doubted = [place for place, case in enumerate(found) if case is not None]
    if not doubted:
        return [], script
    for place in doubted:
        sought[place] = Every((sought[place], *premises(facts_of(owed[place].tree))))
    possible, _ = find_each([sought[place] for place in doubted], second=second)
    failures = [
        Failure(owed[place].about, owed[place].tree, without_needless(sought[place], case))
        for place, case in zip(doubted, possible, strict=True)
        if case is not None
    ]
    return failures, script_of(sought)
