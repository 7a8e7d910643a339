"""The classes of agreement that a comparison of two fields can have."""

from __future__ import annotations

from enum import StrEnum


class Level(StrEnum):
    """How far what a request says agrees with what a record holds, for one field."""

    EXACT = "exact"
    NICKNAME = "nickname"
    PART = "part"
    """One name is a part of the other: a compound surname, a second given name left out."""
    INITIAL = "initial"
    NEAR = "near"
    """One slip of the pen apart, and not two names that are both in use."""
    BUILDING = "building"
    """The same street door, another unit; or the same street or number, the rest not stated."""
    PLACE = "place"
    """The same town or ZIP code, another door or none stated."""
    CONFLICT = "conflict"
    MISSING = "missing"
