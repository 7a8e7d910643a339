"""cvc5 answers the same text, so that no proof rests on one solver. The only file that meets cvc5."""

from __future__ import annotations

import cvc5

from lawgate.errors import ProofError
from lawgate.kernel.prove.script import Script


def verdicts(script: Script) -> tuple[bool, ...]:
    """For each question, in turn, whether it has a case."""
    solver = cvc5.Solver()
    solver.setOption("incremental", "true")
    parser = cvc5.InputParser(solver)
    parser.setStringInput(cvc5.InputLanguage.SMT_LIB_2_6, script.text, "script")
    told: list[str] = []
    while not (command := parser.nextCommand()).isNull():
        told += command.invoke(solver, parser.getSymbolManager()).split()
    if len(told) != len(script.questions) or not set(told) <= {"sat", "unsat"}:
        raise ProofError(f"cvc5 answered {len(script.questions)} questions with {sorted(set(told))}")
    return tuple(word == "sat" for word in told)
