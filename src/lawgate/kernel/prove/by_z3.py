"""Z3 answers a script: a model for each question that has one. The only file that meets Z3."""

from __future__ import annotations

from collections.abc import Iterator

import z3

from lawgate.errors import ProofError
from lawgate.kernel.prove.script import Model, Script

_SEED = 0


def models(script: Script) -> Iterator[Model | None]:
    """For each question, in turn, what was chosen for the names it turns on, or None where it has no case."""
    context = z3.Context()
    parser = z3.ParserContext(context)
    solver = z3.SolverFor("QF_LIA", ctx=context)
    solver.set(random_seed=_SEED)
    solver.add(parser.from_string(script.preamble))
    names = [(name, z3.Bool(name, context).decl()) for name in script.flags]
    names += [(name, z3.Int(name, context).decl()) for name in script.numbers]
    for question in script.questions:
        solver.push()
        solver.add(parser.from_string(question))
        yield _model(solver, names)
        solver.pop()


def _model(solver: z3.Solver, names: list[tuple[str, z3.FuncDeclRef]]) -> Model | None:
    """What was chosen; names that the question does not touch are left out."""
    told = solver.check()
    if told == z3.unsat:
        return None
    if told != z3.sat:
        raise ProofError(f"Z3 gave no answer: {solver.reason_unknown()}")
    model = solver.model()
    chosen = ((name, model.get_interp(declared)) for name, declared in names)
    return {name: _plain(value) for name, value in chosen if value is not None}


def _plain(value: z3.ExprRef) -> bool | int:
    return int(value.as_long()) if isinstance(value, z3.IntNumRef) else bool(z3.is_true(value))
