"""The rule of thirteen elements in OpenFisca: a variable for each answer, one for each element, one for the whole.

OpenFisca knows no unknown: an answer that is not given is no, so that only rows without one are comparable. Words are
numbers here, by their place among the values of the fact, since comparing numbers is what it does fastest.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
import polars as pl
from openfisca_core import periods
from openfisca_core.entities import build_entity
from openfisca_core.simulations import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

from lawgate.kernel.fact import Domain, Fact

PERIOD = "2025"
Formula = Callable[[Mapping[str, np.ndarray]], np.ndarray]


def system_of(facts: Sequence[Fact], elements: Sequence[Formula]) -> TaxBenefitSystem:
    """The rule as a tax and benefit system, with the variable `disclose`."""
    person = build_entity(key="person", plural="persons", label="A row", is_person=True)
    system = TaxBenefitSystem([person])
    for fact in facts:
        kind = bool if fact.domain is Domain.FLAG else int
        system.add_variable(_variable(_short(fact), person, kind, None))
    names = [_short(fact) for fact in facts]
    for number, element in enumerate(elements):
        system.add_variable(_variable(f"element_{number}", person, bool, _asking(names, element)))

    def whole(asked: Any, period: Any) -> np.ndarray:
        met = asked(f"element_{0}", period)
        for number in range(1, len(elements)):
            met = met & asked(f"element_{number}", period)
        return met

    system.add_variable(_variable("disclose", person, bool, whole))
    return system


def decide(system: TaxBenefitSystem, columns: Mapping[str, np.ndarray]) -> np.ndarray:
    """The decision of each row."""
    count = len(next(iter(columns.values())))
    simulation = SimulationBuilder().build_default_simulation(system, count)
    for name, values in columns.items():
        simulation.set_input(name, PERIOD, values)
    return simulation.calculate("disclose", PERIOD)


def columns_of(frame: pl.DataFrame, facts: Sequence[Fact]) -> dict[str, np.ndarray]:
    """Answers as arrays; an unknown one is no, or the number of no value."""
    return {
        _short(fact): (
            frame[fact.name].fill_null(value=False).to_numpy()
            if fact.domain is Domain.FLAG
            else frame[fact.name].to_physical().cast(pl.Int32).fill_null(-1).to_numpy()
        )
        for fact in facts
    }


def _short(fact: Fact) -> str:
    return fact.name.removeprefix("case.")


def _asking(names: Sequence[str], element: Formula) -> Callable[[Any, Any], np.ndarray]:
    class _Answers(dict):  # asked for when the element asks
        def __init__(self, asked: Any, period: Any) -> None:
            super().__init__()
            self._ask = lambda name: asked(name, period)

        def __missing__(self, name: str) -> np.ndarray:
            assert name in names, name
            return self._ask(name)

    return lambda asked, period: element(_Answers(asked, period))


def _variable(
    name: str, person: Any, kind: type, formula: Callable[[Any, Any], np.ndarray] | None
) -> type[Variable]:
    told: dict[str, Any] = {
        "value_type": kind,
        "entity": person,
        "definition_period": periods.DateUnit.YEAR,
        "label": name,
    }
    if formula is not None:

        def computed(
            asked: Any, period: Any
        ) -> np.ndarray:  # OpenFisca counts the names of a formula's arguments
            return formula(asked, period)

        told["formula"] = computed
    return type(name, (Variable,), told)
