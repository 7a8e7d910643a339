"""Reading the cast back from the tables of a sample, so that requests name people who are in it."""

from __future__ import annotations

import polars as pl

from lawgate.stores.sample.cast import ROLES, Cast, Home, Player


def players(members: pl.DataFrame, held: pl.DataFrame) -> Cast:
    """The taxpayers of the cast by role, with the addresses held for them, current first."""
    homes: dict[int, list[Home]] = {}
    last = members.filter("cast")["number"].max()
    for row in held.filter(pl.col("number") <= last).iter_rows(named=True):
        homes.setdefault(row["number"], []).append(
            Home(
                address=row["address"], held_from=row["held_from"], held_to=row["held_to"], where=row["where"]
            )
        )
    cast: dict[str, list[Player]] = {role: [] for role in ROLES}
    for row in members.filter("cast").iter_rows(named=True):
        cast[ROLES[row["household"]]].append(
            Player(
                taxpayer_id=row["taxpayer_id"],
                given=row["given_name"],
                middle=row["middle_name"],
                surname=row["surname"],
                suffix=row["suffix"],
                entity=row["entity"],
                date_of_birth=row["date_of_birth"],
                tin=row["tin"],
                homes=tuple(homes[row["number"]]),
            )
        )
    return {role: tuple(found) for role, found in cast.items()}
