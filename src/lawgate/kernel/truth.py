"""Strong Kleene truth: YES, NO and OPEN, where OPEN is neither of the two and never becomes one by itself.

Source: S. C. Kleene, Introduction to Metamathematics (1952), section 64, the strong tables.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum


class Truth(Enum):
    """What is known of a statement."""

    YES = "yes"
    NO = "no"
    OPEN = "open"

    def __bool__(self) -> bool:
        raise TypeError("a Truth has three values: test `is Truth.YES`")


def negation(truth: Truth) -> Truth:
    """NOT: swaps YES and NO, leaves OPEN open."""
    match truth:
        case Truth.YES:
            return Truth.NO
        case Truth.NO:
            return Truth.YES
        case Truth.OPEN:
            return Truth.OPEN


def conjunction(truths: Iterable[Truth]) -> Truth:
    """AND: NO if any is NO, YES if all are YES, otherwise OPEN."""
    result = Truth.YES
    for truth in truths:
        if truth is Truth.NO:
            return Truth.NO
        if truth is Truth.OPEN:
            result = Truth.OPEN
    return result


def disjunction(truths: Iterable[Truth]) -> Truth:
    """OR: YES if any is YES, NO if all are NO, otherwise OPEN."""
    return negation(conjunction(negation(truth) for truth in truths))


def truth_of(known: bool | None) -> Truth:
    """The truth of an answer that may not be known."""
    if known is None:
        return Truth.OPEN
    return Truth.YES if known else Truth.NO


def flag_of(truth: Truth) -> bool | None:
    """A truth as an answer: True, False, or None where it is open."""
    return None if truth is Truth.OPEN else truth is Truth.YES
