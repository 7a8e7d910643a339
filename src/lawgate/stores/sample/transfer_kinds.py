"""The transfer of 7 August 2025 in numbers: what was published of it, and what is chosen where nothing was.

Published (docs/transfer-2025.md names the sources): how many were asked and released, how many by each path, that
placeholders are under 5 % of what was released, and that one officer was named. Everything else here is a choice.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

TAXPAYERS, ASKED, BY_NUMBER, BY_ADDRESS = 3_000_000, 1_280_000, 42_695, 4_594
"""At scale 1: taxpayers on file (chosen), subjects asked, releases by TIN and name, by name and address."""

RECEIVED_ON, RELEASED_ON = "2025-06-27", "2025-08-07"
TIN_NAME, NAME_ADDRESS = "tin_name", "name_address"


@dataclass(frozen=True, slots=True)
class Way:
    """One way in which a subject of the replica is made.

    `basis` is the path by which his address was released, None where it was not; `agrees` whether the address
    given is one held for him; `placeholder` what stands in place of an address, None where one is given.
    """

    name: str
    basis: str | None
    agrees: str
    placeholder: str | None = None


def _placeholder(kind: str) -> Way:
    return Way(f"placeholder_{kind}", TIN_NAME, "none", kind)


RELEASED: Final[tuple[tuple[Way, int], ...]] = (
    (_placeholder("failed_to_provide"), 940),
    (_placeholder("unknown_address"), 705),
    (_placeholder("na_na"), 353),
    (_placeholder("no_street"), 235),
    (_placeholder("facility"), 117),
    (Way("number_earlier_address", TIN_NAME, "earlier"), 8_069),
    (Way("number_current_address", TIN_NAME, "current"), 18_155),
    (Way("number_address_never_held", TIN_NAME, "none"), 14_121),
    (Way("address_earlier", NAME_ADDRESS, "earlier"), 459),
    (Way("address_current", NAME_ADDRESS, "current"), 4_135),
)
"""How the released were made, with how many of each at scale 1. Placeholders come first, so that at every scale
they are rounded down together and stay below 5 %."""

KEPT: Final[tuple[tuple[Way, int], ...]] = (
    (Way("nobody_on_file", None, "none"), 60),
    (Way("address_never_held", None, "none"), 25),
    (Way("number_of_another", None, "none"), 8),
    (Way("placeholder_without_number", None, "none", "na_na"), 5),
    (Way("name_varied", None, "current"), 2),
)
"""How those were made of whom nothing was released, by weight."""


def share(count: int, of: int, begin: int, end: int) -> int:
    """How many of a count fall on the places from begin up to end of so many: they add up to the count."""
    return end * count // of - begin * count // of


def quotas(scale: float) -> list[tuple[Way, int]]:
    """How many of each way at a scale; each path adds up to its published number, rounded once."""
    told: list[tuple[Way, int]] = []
    for basis, published in ((TIN_NAME, BY_NUMBER), (NAME_ADDRESS, BY_ADDRESS)):
        whole, before = round(published * scale), 0
        for way, count in ((way, count) for way, count in RELEASED if way.basis == basis):
            told.append((way, share(whole, published, before, before + count)))
            before += count
    return told
