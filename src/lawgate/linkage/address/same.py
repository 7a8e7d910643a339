"""Whether two addresses are one and the same: a cautious comparison that says when it cannot tell."""

from __future__ import annotations

from enum import StrEnum

from lawgate.linkage.address.normal import NormalAddress

NAME_SIZE_FOR_ONE_SLIP_CHARS_MIN = 6


class Sameness(StrEnum):
    """How two addresses compare; only SAME counts as agreement."""

    SAME = "same"
    NEAR = "near"
    DIFFERENT = "different"
    UNKNOWN = "unknown"


def agrees(one: NormalAddress, other: NormalAddress) -> bool:
    """Whether both state the same house or box in the same place.

    A suffix, a direction or a unit that only one of them states does not count against it; a unit, a
    direction or a suffix that both state and that differs does. One letter's difference is not agreement.
    """
    return compare(one, other) is Sameness.SAME


def compare(one: NormalAddress, other: NormalAddress) -> Sameness:
    """Same, near (one slip of the pen in a long street name), different, or not enough stated to tell."""
    place = _same_place(one, other)
    if place is Sameness.DIFFERENT or not (one.has_point and other.has_point):
        return place if place is Sameness.DIFFERENT else Sameness.UNKNOWN
    point = _same_box(one, other) if one.box or other.box else _same_house(one, other)
    if point is Sameness.DIFFERENT:
        return point
    return Sameness.UNKNOWN if place is Sameness.UNKNOWN else point


def _same_place(one: NormalAddress, other: NormalAddress) -> Sameness:
    """By ZIP code if both state one, else by city and state."""
    if one.zip5 and other.zip5:
        return Sameness.SAME if one.zip5 == other.zip5 else Sameness.DIFFERENT
    if one.state and other.state and one.state != other.state:
        return Sameness.DIFFERENT
    if not (one.city and other.city and one.state and other.state):
        return Sameness.UNKNOWN
    return Sameness.SAME if one.city == other.city else Sameness.DIFFERENT


def _same_box(one: NormalAddress, other: NormalAddress) -> Sameness:
    if one.box is None or other.box is None:
        return Sameness.UNKNOWN
    return Sameness.SAME if (one.route, one.box) == (other.route, other.box) else Sameness.DIFFERENT


def _same_house(one: NormalAddress, other: NormalAddress) -> Sameness:
    same_number = _plain(one.number) == _plain(other.number)
    if not same_number or _conflict(one.unit, other.unit) or _conflict(one.suffix, other.suffix):
        return Sameness.DIFFERENT
    if (
        one.direction
        and other.direction
        and not (one.direction <= other.direction or other.direction <= one.direction)
    ):
        return Sameness.DIFFERENT
    if one.street == other.street:
        return Sameness.SAME
    return Sameness.NEAR if _one_slip("".join(one.street), "".join(other.street)) else Sameness.DIFFERENT


def _plain(number: str | None) -> str:
    return (number or "").replace("-", "")


def _conflict(one: str | None, other: str | None) -> bool:
    return one is not None and other is not None and one != other


def _one_slip(one: str, other: str) -> bool:
    """Whether one letter was changed, dropped, added or swapped, in a name that has no figures."""
    if min(len(one), len(other)) < NAME_SIZE_FOR_ONE_SLIP_CHARS_MIN or not (
        one.isalpha() and other.isalpha()
    ):
        return one == other
    return is_one_edit(one, other)


def is_one_edit(one: str, other: str) -> bool:
    """Whether the two differ by one letter changed, dropped or added, or by two neighbours swapped."""
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    at = 0
    while at < min(len(one), len(other)) and one[at] == other[at]:
        at += 1
    a, b = one[at:], other[at:]
    swapped = len(a) == len(b) and a[:2] == b[1::-1] and a[2:] == b[2:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or swapped
