"""An address that a file holds, read in the same form as the address of a request."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from lawgate.linkage.address.normal import CACHED_TEXTS_MAX, NormalAddress, normalise, normalise_parts
from lawgate.linkage.person import HeldAddress


@lru_cache(maxsize=CACHED_TEXTS_MAX)
def held_place(held: HeldAddress) -> NormalAddress:
    """The parts of a held address: its columns where they stand, otherwise its line."""
    by_columns = normalise_parts(
        number=held.street_number,
        street=held.street_name,
        unit=held.unit_number,
        city=held.city,
        state=held.state,
        zipcode=held.zipcode,
    )
    if held.street_name or held.street_number or not held.address:
        return by_columns
    read = normalise(held.address)
    return replace(
        read,
        city=by_columns.city or read.city,
        state=by_columns.state or read.state,
        zip5=by_columns.zip5 or read.zip5,
    )
