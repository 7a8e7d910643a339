"""The cast: the first households of every sample, fixed in kind, so that each request finds its person."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

# A household's rows of draws lie this far apart.
MEMBERS_MAX = 8


class Kind(IntEnum):
    """What a household is; the value stands in the tables of draws."""

    SINGLE = 0
    COUPLE = 1
    FAMILY = 2
    LONE_PARENT = 3
    SENIOR_AND_JUNIOR = 4
    TWINS = 5
    HOUSEMATES = 6
    ENTITY = 7


class Form(IntEnum):
    """What an address looks like; the value stands in the tables of draws."""

    STREET = 0
    APARTMENT = 1
    PO_BOX = 2
    RURAL = 3
    MILITARY = 4
    PUERTO_RICO = 5


@dataclass(frozen=True, slots=True)
class Part:
    """One household of the cast, by the role that requests call it by."""

    role: str
    kind: Kind = Kind.SINGLE
    members: int = 1
    form: Form = Form.STREET
    earlier: int = 0
    named_like: str | None = None
    in_custody: bool = False
    source_recorded: bool = True


CAST = (
    Part("plain"),
    Part("second", earlier=1),
    Part("third"),
    Part("couple", kind=Kind.COUPLE, members=2),
    Part("senior_and_junior", kind=Kind.SENIOR_AND_JUNIOR, members=3),
    Part("twins", kind=Kind.TWINS, members=4),
    Part("housemates", kind=Kind.HOUSEMATES, members=3, form=Form.APARTMENT),
    Part("family", kind=Kind.FAMILY, members=4),
    Part("namesake"),
    Part("other_namesake", named_like="namesake"),
    Part("in_custody", in_custody=True),
    Part("moved_twice", earlier=2),
    Part("entity", kind=Kind.ENTITY),
    Part("po_box", form=Form.PO_BOX),
    Part("military", form=Form.MILITARY),
    Part("puerto_rico", form=Form.PUERTO_RICO),
    Part("source_not_recorded", source_recorded=False),
    Part("rural", form=Form.RURAL),
    Part("apartment", form=Form.APARTMENT),
    Part("lone_parent", kind=Kind.LONE_PARENT, members=2),
)
ROLES = tuple(part.role for part in CAST)
CAST_MEMBERS = sum(part.members for part in CAST)


def named_after() -> tuple[int, ...]:
    """For each household of the cast, the household whose names it bears: its own, but for namesakes."""
    return tuple(ROLES.index(part.named_like or part.role) for part in CAST)


@dataclass(frozen=True, slots=True)
class Home:
    """One address as the records hold it, with the days on which it was held."""

    address: str
    held_from: str | None
    held_to: str | None
    where: str


@dataclass(frozen=True, slots=True)
class Player:
    """One taxpayer of the cast as the records hold him."""

    taxpayer_id: str
    given: str | None
    middle: str | None
    surname: str | None
    suffix: str | None
    entity: str | None
    date_of_birth: str | None
    tin: str | None
    homes: tuple[Home, ...]

    @property
    def address(self) -> str:
        """The address held now."""
        return self.homes[0].address

    @property
    def earlier_address(self) -> str:
        """The address held last before the one of now."""
        return next(home.address for home in self.homes if home.held_to is not None)


Cast = dict[str, tuple[Player, ...]]
