"""Which agreements may name a person without a person looking: data, its version in each answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from lawgate.linkage.compare import Comparison
from lawgate.linkage.level import Level
from lawgate.linkage.person import Basis

Levels = frozenset[Level]

_ANY: Final[Levels] = frozenset(Level)
_EXACT: Final[Levels] = frozenset({Level.EXACT})
_FIRM: Final[Levels] = frozenset({Level.EXACT, Level.NICKNAME, Level.PART})
_SOFT: Final[Levels] = _FIRM | {Level.NEAR, Level.INITIAL}
_NO_CONFLICT: Final[Levels] = _ANY - {Level.CONFLICT}
_SILENT: Final[Levels] = frozenset({Level.MISSING, Level.EXACT})
_UNSAID: Final[Levels] = frozenset({Level.MISSING})
_DOOR: Final[Levels] = frozenset({Level.EXACT, Level.NEAR})


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A set of levels for each field that together name one person; `doubles_max` bounds chance doubles."""

    name: str
    given: Levels = _EXACT
    surname: Levels = _EXACT
    middle: Levels = _ANY
    suffix: Levels = _ANY
    birth: Levels = _EXACT
    tin: Levels = _NO_CONFLICT
    address: Levels = _ANY
    soft_names_max: int = 2
    may_be_swapped: bool = True
    doubles_max: float | None = None

    @property
    def basis(self) -> Basis:
        """What this rule rests on, by what it can do without."""
        if self.doubles_max is not None:
            return Basis.RARITY
        silent = Level.MISSING in self.birth and Level.MISSING in self.tin
        return Basis.HOME if silent else Basis.FACTS

    def admits(self, c: Comparison) -> bool:
        """Whether every field stands at a level that this rule accepts."""
        return (
            c.birth in self.birth
            and c.given in self.given
            and c.surname in self.surname
            and c.address in self.address
            and c.tin in self.tin
            and c.middle in self.middle
            and c.suffix in self.suffix
            and (self.may_be_swapped or not c.swapped)
            and (c.given is not Level.EXACT) + (c.surname is not Level.EXACT) <= self.soft_names_max
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """The rules in order, and the population in which chance doubles are counted."""

    version: str
    """Counts on when a rule changes, and when what two fields are said to agree on does: calibrations lapse."""
    rules: tuple[Rule, ...]
    population: int = 330_000_000
    association: float = 5.0
    """How many times likelier two names stand together than their shares alone say (families)."""
    birth_days: int = 22_000
    birth_slips: float = 30.0
    """How many days stand a slip of the pen away from one day."""
    middle_initials: float = 12.0
    towns: float = 20.0


POLICY: Final = Policy(
    version="2026-3",
    rules=(
        Rule(name="tin-and-birth", given=_SOFT, surname=_ANY, tin=_EXACT),
        Rule(
            name="tin-and-name", given=_SOFT, surname=_SOFT, tin=_EXACT,
            birth=frozenset({Level.NEAR, Level.MISSING}),
        ),
        Rule(name="name-birth-address", given=_SOFT, surname=_SOFT, address=_DOOR | {Level.BUILDING}),
        Rule(
            name="given-birth-address", surname=frozenset({Level.CONFLICT, Level.MISSING, Level.INITIAL}),
            address=_DOOR, may_be_swapped=False,
        ),
        Rule(name="tin-birth-surname", given=_UNSAID, tin=_EXACT),
        Rule(
            name="name-near-birth-address", given=_SOFT, surname=_SOFT, birth=frozenset({Level.NEAR}),
            middle=_NO_CONFLICT, address=_DOOR | {Level.BUILDING}, soft_names_max=1,
        ),
        Rule(
            name="near-name-near-birth-middle-address", given=_SOFT, surname=_SOFT,
            birth=frozenset({Level.NEAR}), middle=_EXACT, suffix=_SILENT, address=_DOOR,
        ),
        Rule(
            name="name-address", birth=frozenset({Level.MISSING}), middle=_NO_CONFLICT, suffix=_SILENT,
            address=_DOOR,
        ),
        Rule(
            name="name-middle-address", given=frozenset({Level.EXACT, Level.PART}), surname=_SOFT,
            birth=frozenset({Level.MISSING}), middle=_EXACT, suffix=_SILENT, address=_DOOR, soft_names_max=1,
        ),
        Rule(
            name="name-middle-building", birth=frozenset({Level.MISSING}), middle=_EXACT, suffix=_SILENT,
            address=frozenset({Level.BUILDING}), may_be_swapped=False,
        ),
        Rule(name="name-birth-tin-slip", given=_FIRM, tin=frozenset({Level.NEAR})),
        Rule(name="name-birth-middle", middle=_EXACT, doubles_max=5e-3, may_be_swapped=False),
        Rule(
            name="near-name-birth-middle-town", given=_SOFT, surname=_SOFT, middle=_EXACT, soft_names_max=1,
            address=frozenset({Level.PLACE}), doubles_max=1e-3, may_be_swapped=False,
        ),
        Rule(
            name="name-near-birth-middle-town", birth=frozenset({Level.NEAR}), middle=_EXACT, suffix=_SILENT,
            address=frozenset({Level.PLACE}), doubles_max=1e-3, may_be_swapped=False,
        ),
    ),
)  # fmt: skip
