"""Control requests drawn from the file in use: people whom it does not hold, made of those whom it does."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle
from random import Random
from typing import Final

from lawgate.linkage.address import same
from lawgate.linkage.address.normal import normalise
from lawgate.linkage.calibrate import Control, ControlFamily
from lawgate.linkage.person import HeldAddress, PersonNamed, Record
from lawgate.linkage.place import held_place
from lawgate.linkage.weights import AT_HOME
from lawgate.stores.records.record_frames import RecordFrames, read_body

CONTROLS_EACH: Final = 12_000
"""No error in so many bounds a family at 0.025 %, one error at 0.04 %; a family takes about three seconds."""

PARTS: Final = 4
"""A stranger is made of so many records, so that he is none of them."""


def draw_controls(frames: RecordFrames, *, seed: int, each: int = CONTROLS_EACH) -> list[Control]:
    """The four families, `each` of them, the same for one seed and one file."""
    wanted = min(frames.bodies.height, 4 * each)
    bodies = frames.bodies.sample(wanted, seed=seed, shuffle=True).get_column("body").to_list()
    records = [record for body in bodies if (record := read_body(body)).given and record.surname]
    picked = Random(seed)
    return [
        *_numbered(ControlFamily.STRANGERS, _strangers(records, picked), each),
        *_numbered(ControlFamily.LEAVE_ONE_OUT, _leave_one_out(records), each),
        *_numbered(ControlFamily.HOUSEHOLD, _household(records), each),
        *_numbered(ControlFamily.DOUBLES, _doubles(records, picked), each),
    ]


def _numbered(
    family: ControlFamily, drawn: Iterator[tuple[PersonNamed, str | None]], each: int
) -> Iterator[Control]:
    for at, (named, absent) in zip(range(each), drawn, strict=False):
        yield Control(family, f"{family.value}-{at}", named, absent)


def _strangers(records: list[Record], picked: Random) -> Iterator[tuple[PersonNamed, str | None]]:
    """As many as are wanted: a small file gives each given name to several strangers."""
    for record in cycle(records):
        surname, born, home = (picked.choice(records) for _ in range(3))
        if len({record.taxpayer_id, surname.taxpayer_id, born.taxpayer_id, home.taxpayer_id}) < PARTS:
            if len(records) < PARTS:
                return
            continue
        yield (
            PersonNamed(
                given=record.given,
                surname=surname.surname,
                address=_line(home),
                date_of_birth=born.date_of_birth,
            ),
            None,
        )


def _leave_one_out(records: list[Record]) -> Iterator[tuple[PersonNamed, str | None]]:
    for record in records:
        yield (
            PersonNamed(
                given=record.given,
                middle=record.middle,
                surname=record.surname,
                suffix=record.suffix,
                address=_line(record),
                date_of_birth=record.date_of_birth,
            ),
            record.taxpayer_id,
        )


def _household(records: list[Record]) -> Iterator[tuple[PersonNamed, str | None]]:
    for record in records:
        if line := _line(record):
            bare = PersonNamed(
                given=record.given,
                middle=record.middle,
                surname=record.surname,
                suffix=record.suffix,
                address=line,
            )
            yield bare, record.taxpayer_id


def _doubles(records: list[Record], picked: Random) -> Iterator[tuple[PersonNamed, str | None]]:
    for record in records:
        elsewhere = picked.choice(records)
        if record.date_of_birth and _lives_apart(record, elsewhere):
            yield (
                PersonNamed(
                    given=record.given,
                    middle=record.middle,
                    surname=record.surname,
                    address=_line(elsewhere),
                    date_of_birth=record.date_of_birth,
                ),
                None,
            )


def _lives_apart(record: Record, other: Record) -> bool:
    """Whether no door of the one is a door of the other: a double under one roof would be the record itself."""
    home = normalise(_line(other))
    return not any(same.compare(home, held_place(held)) in AT_HOME for held in record.addresses)


def _line(record: Record) -> str | None:
    """The last address held, as a requester would write it."""
    return line_of(record.addresses[-1]) if record.addresses else None


def line_of(held: HeldAddress) -> str:
    """One line: the stored one where there is one, otherwise the parts."""
    if held.address:
        return held.address
    door = " ".join(part for part in (held.street_number, held.street_name, held.unit_number) if part)
    town = " ".join(part for part in (held.city, held.state, held.zipcode) if part)
    return f"{door}, {town}".strip(", ")
