"""One request beside one record: how each field agrees, and which hard contradictions stand between them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final, NamedTuple

from rapidfuzz.distance import OSA

from lawgate.linkage.address import same
from lawgate.linkage.address.normal import NormalAddress, normalise
from lawgate.linkage.counts import NameCounts
from lawgate.linkage.level import Level
from lawgate.linkage.name_tables import SAME_GENERATION, SUFFIXES
from lawgate.linkage.names import (
    NameForm,
    are_nicknames,
    entity_form,
    given_form,
    names_nobody,
    suffix_form,
    surname_form,
)
from lawgate.linkage.person import Agreement, HeldAddress, PersonNamed, Record
from lawgate.linkage.place import held_place

CACHED_NAMED_MAX: Final = 1 << 13
"""Room for one slice of a batch, which reads each request for its keys and again to compare."""
LETTERS_ONE_SLIP_MIN: Final = 3
LETTERS_TWO_SLIPS_MIN: Final = 7
PART_LETTERS_MIN: Final = 3
TIN_DIGITS: Final = 9
_EXACT: Final = Level.EXACT
_MISSING: Final = Level.MISSING
_CONFLICT: Final = Level.CONFLICT
"""By their own names where each candidate is weighed: a member of an enum costs a search at every use."""
VETO_FIELDS: Final = ("given", "birth", "tin", "suffix")
RANK: Final = {
    Level.EXACT: 6, Level.NICKNAME: 5, Level.PART: 5, Level.NEAR: 4, Level.INITIAL: 3, Level.BUILDING: 3,
    Level.PLACE: 2, Level.MISSING: 1, Level.CONFLICT: 0,
}  # fmt: skip
_PLACE_RANK: Final = {
    Level.EXACT: 5, Level.NEAR: 4, Level.BUILDING: 3, Level.PLACE: 2, Level.CONFLICT: 1, Level.MISSING: 0,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class NamedForm:
    """A request's person, read once and compared with many records."""

    given: NameForm
    middle: NameForm
    surname: NameForm
    suffix: str | None
    entity: NameForm
    place: NormalAddress
    tin: str | None
    birth: date | None
    nobody: bool


class Comparison(NamedTuple):
    """How a request and one record agree, field by field."""

    record: Record
    given: Level
    middle: Level
    surname: Level
    suffix: Level
    birth: Level
    tin: Level
    address: Level
    agreement: Agreement
    swapped: bool = False
    known_names: bool = False
    strength: int = 0
    """The sum of the fields' ranks: an order for reading, never a reason to match."""

    @property
    def contradicted(self) -> bool:
        conflict = _CONFLICT
        return (
            self.given is conflict
            or self.birth is conflict
            or self.tin is conflict
            or self.suffix is conflict
        )

    @property
    def vetoes(self) -> tuple[str, ...]:
        """The hard contradictions: each forbids a match, whatever else agrees."""
        return tuple(name for name in VETO_FIELDS if getattr(self, name) is Level.CONFLICT)


@lru_cache(maxsize=CACHED_NAMED_MAX)
def read_named(named: PersonNamed) -> NamedForm:
    """The request's words in comparable form."""
    given, surname = given_form(named.given), surname_form(named.surname)
    return NamedForm(
        given=given,
        middle=given_form(named.middle),
        surname=surname,
        suffix=suffix_form(named.suffix) or surname.suffix or given.suffix,
        entity=entity_form(named.entity),
        place=normalise(named.address),
        tin=tin_form(named.tin),
        birth=named.date_of_birth,
        nobody=not named.entity and names_nobody(named.given, named.surname),
    )


class Glance(NamedTuple):
    """The cheap half of a comparison: names, birth date and number contradict most candidates.

    A named tuple, since one is made for each candidate and a frozen class costs three times as much.
    """

    record: Record
    given: Level
    surname: Level
    birth: Level
    tin: Level
    contradicted: bool
    swapped: bool = False
    known_names: bool = False

    @property
    def strength(self) -> int:
        return RANK[self.given] + RANK[self.surname] + RANK[self.birth] + RANK[self.tin]


def compare(named: NamedForm, record: Record, counts: NameCounts, day: date) -> Comparison:
    """Each field's level of agreement between the person named and this record."""
    return complete(named, glance(named, record, counts, in_brief=False), day)


def address_agreement(named: NamedForm, record: Record, day: date) -> Agreement:
    """Whether the address given is one held in this record, whoever is named."""
    return _compare_addresses(named.place, record.addresses, day)[1]


def glance(named: NamedForm, record: Record, counts: NameCounts, *, in_brief: bool = True) -> Glance:
    """Names, birth date and number side by side; an organisation's name stands in both name fields.

    In brief, a record that date or number already contradict has its names compared for equality only.
    """
    conflict = _CONFLICT
    tin = _MISSING if named.tin is None else compare_tins(named.tin, tin_form(record.tin))
    if named.entity.joined or record.entity:
        name = compare_entities(named.entity, entity_form(record.entity))
        return Glance(record, name, name, _MISSING, tin, name is conflict or tin is conflict)
    birth = compare_births(named.birth, record.date_of_birth)
    held_given, held_surname = given_form(record.given), surname_form(record.surname)
    ruled_out = birth is conflict or tin is conflict
    if in_brief and ruled_out and tin is not _EXACT:
        given = _EXACT if named.given.joined == held_given.joined else conflict
        surname = _EXACT if named.surname.joined == held_surname.joined else conflict
        return Glance(record, given, surname, birth, tin, True)
    given, surname, swapped, known = _compare_names(named, held_given, held_surname, counts)
    return Glance(record, given, surname, birth, tin, ruled_out or given is conflict, swapped, known)


def complete(named: NamedForm, seen: Glance, day: date) -> Comparison:
    """The whole comparison: middle name, suffix and address added to a glance."""
    record = seen.record
    address, agreement = _compare_addresses(named.place, record.addresses, day)
    middle = suffix = Level.MISSING
    if not (named.entity or record.entity):
        held_given, held_surname = given_form(record.given), surname_form(record.surname)
        middle = _compare_middles(named, held_given, given_form(record.middle))
        held_suffix = suffix_form(record.suffix) or held_surname.suffix or held_given.suffix
        suffix = compare_suffixes(named.suffix, held_suffix)
    return Comparison(
        record,
        seen.given,
        middle,
        seen.surname,
        suffix,
        seen.birth,
        seen.tin,
        address,
        agreement,
        seen.swapped,
        seen.known_names,
        seen.strength + RANK[middle] + RANK[suffix] + RANK[address],
    )


def _compare_names(
    named: NamedForm, given: NameForm, surname: NameForm, counts: NameCounts
) -> tuple[Level, Level, bool, bool]:
    """Levels of given name and surname, the fields swapped where only that makes them agree.

    Near is a conflict where both spellings are names in use: two people, not a slip.
    """
    first, last, known = compare_givens(named.given, given), compare_surnames(named.surname, surname), False
    if first is Level.NEAR:
        mine, theirs = counts.given_count(named.given.joined), counts.given_count(given.joined)
        if known := _both_in_use(mine, theirs, counts):
            first = Level.CONFLICT
    if last is Level.NEAR:
        mine, theirs = counts.surname_count(named.surname.joined), counts.surname_count(surname.joined)
        if _both_in_use(mine, theirs, counts):
            last = Level.CONFLICT
    if first is Level.CONFLICT and last is Level.CONFLICT:
        crossed_first = compare_givens(named.surname, given)
        crossed_last = compare_surnames(named.given, surname)
        levels = {crossed_first, crossed_last}
        if Level.EXACT in levels and levels <= {Level.EXACT, Level.NEAR}:
            return crossed_first, crossed_last, True, False
    return first, last, False, known


def _both_in_use(mine: int, theirs: int, counts: NameCounts) -> bool:
    floor = max(3.0, counts.records * 1e-5)
    return mine >= floor and theirs >= floor


def compare_givens(named: NameForm, held: NameForm) -> Level:
    """How two given names agree, before asking whether both are names in use."""
    one, other = named.joined, held.joined
    if not one or not other:
        return Level.MISSING
    if one == other:
        return Level.EXACT
    mine, theirs = named.words[0], held.words[0]
    if len(mine) == 1 or len(theirs) == 1:
        return Level.INITIAL if mine[0] == theirs[0] else Level.CONFLICT
    if mine == theirs or are_nicknames(mine, theirs):
        if _are_others("".join(named.words[1:]), "".join(held.words[1:])):
            return Level.CONFLICT
        return Level.PART if mine == theirs else Level.NICKNAME
    return Level.NEAR if _slips_apart(one, other) and not _of_two_sexes(one, other) else Level.CONFLICT


def _of_two_sexes(one: str, other: str) -> bool:
    """Whether only the ending tells a man's name from a woman's: Julio and Julia, Paul and Paula may be twins."""
    if f"{one}a" == other or f"{other}a" == one:
        return True
    return len(one) == len(other) and one[:-1] == other[:-1] and {one[-1], other[-1]} == {"a", "o"}


def compare_surnames(named: NameForm, held: NameForm) -> Level:
    """How two surnames agree: whole, by one of the names of a compound, or one slip apart."""
    one, other = named.joined, held.joined
    if not one or not other:
        return Level.MISSING
    if one == other or named.core == held.core:
        return Level.EXACT
    if len(one) == 1 or len(other) == 1:
        return Level.INITIAL if one[0] == other[0] else Level.CONFLICT
    if len(named.core) + len(held.core) == 2:
        return Level.NEAR if _slips_apart(one, other) else Level.CONFLICT
    shared = set(named.core) & set(held.core)
    if any(len(word) >= PART_LETTERS_MIN for word in shared):
        mine, theirs = ("".join(word for word in form.core if word not in shared) for form in (named, held))
        return Level.CONFLICT if _are_others(mine, theirs) else Level.PART
    if _slips_apart(one, other) or any(_slips_apart(a, b) for a in named.core for b in held.core):
        return Level.NEAR
    return Level.CONFLICT


def _are_others(one: str, other: str) -> bool:
    """Whether what stands beside an equal name is two names: Maria Elena and Maria Luisa are sisters."""
    if not one or not other or one == other:
        return False
    if len(one) == 1 or len(other) == 1:
        return one[0] != other[0]
    return not (_slips_apart(one, other) or are_nicknames(one, other))


def _slips_apart(one: str, other: str) -> bool:
    """One slip of the pen, or two in a long word."""
    longer_by = len(one) - len(other)
    if not -2 <= longer_by <= 2:
        return False
    shorter = len(other) if longer_by > 0 else len(one)
    allowed = 2 if shorter >= LETTERS_TWO_SLIPS_MIN else 1
    if shorter < LETTERS_ONE_SLIP_MIN or abs(longer_by) > allowed:
        return False
    return OSA.distance(one, other, score_cutoff=allowed) <= allowed


def _compare_middles(named: NamedForm, held_given: NameForm, held: NameForm) -> Level:
    """Middle names by whole or by initial; a second given name stands for one that is not stated."""
    mine = named.middle.joined or "".join(named.given.words[1:])
    theirs = held.joined or "".join(held_given.words[1:])
    if not mine or not theirs:
        return Level.MISSING
    if mine[0] != theirs[0]:
        return Level.CONFLICT
    if mine == theirs or len(mine) == 1 or len(theirs) == 1:
        return Level.EXACT
    return Level.NEAR if _slips_apart(mine, theirs) or are_nicknames(mine, theirs) else Level.CONFLICT


def compare_suffixes(named: str | None, held: str | None) -> Level:
    """EXACT the same; NEAR one side is silent, which may hide a father or a son; CONFLICT two generations."""
    if named == held:
        return Level.EXACT if named else Level.MISSING
    if named is None or held is None:
        return Level.NEAR
    return Level.EXACT if frozenset({named, held}) in SAME_GENERATION else Level.CONFLICT


def compare_births(named: date | None, held: date | None) -> Level:
    """NEAR is day and month exchanged, one part a slip away, or the first of January as a stand-in."""
    if named is None or held is None:
        return Level.MISSING
    if named == held:
        return Level.EXACT
    same_month, same_day = named.month == held.month, named.day == held.day
    if named.year != held.year:
        near = same_month and same_day and _numbers_near(named.year, held.year)
    else:
        exchanged = named.day == held.month and named.month == held.day
        stand_in = (1, 1) in ((named.month, named.day), (held.month, held.day))
        near = exchanged or stand_in or (same_month and _numbers_near(named.day, held.day))
        near = near or (same_day and _numbers_near(named.month, held.month))
    return Level.NEAR if near else Level.CONFLICT


def _numbers_near(one: int, other: int) -> bool:
    if abs(one - other) in (1, 10):
        return True
    return OSA.distance(f"{one:02d}", f"{other:02d}") == 1


def tin_form(tin: str | None) -> str | None:
    """Nine digits, or None: a number of one repeated digit or without nine digits states nothing."""
    if tin is None:
        return None
    digits = tin if tin.isdecimal() else "".join(c for c in tin if c.isdecimal())
    return digits if len(digits) == TIN_DIGITS and len(set(digits)) > 1 else None


def compare_tins(named: str | None, held: str | None) -> Level:
    """EXACT, NEAR (one digit changed, or two neighbours exchanged), CONFLICT or MISSING."""
    if named is None or held is None:
        return Level.MISSING
    if named == held:
        return Level.EXACT
    return Level.NEAR if OSA.distance(named, held, score_cutoff=1) <= 1 else Level.CONFLICT


def _compare_addresses(
    named: NormalAddress, held: tuple[HeldAddress, ...], day: date
) -> tuple[Level, Agreement]:
    """The best agreement with any address held, and whether one that agrees is current on the day."""
    best, agreement = Level.MISSING, Agreement.NONE
    for address in held:
        place = held_place(address)
        level = same.compare(named, place)
        if _PLACE_RANK[level] > _PLACE_RANK[best]:
            best = level
        if agreement is not Agreement.CURRENT and address.begun_by(day) and same.agrees(named, place, level):
            agreement = Agreement.CURRENT if address.held_on(day) else Agreement.EARLIER
    return best, agreement


def compare_entities(named: NameForm, held: NameForm) -> Level:
    """Two organisations by name; PART where only the legal form differs. A person is none."""
    if not named or not held:
        return Level.CONFLICT
    if named.joined == held.joined:
        return Level.EXACT
    if named.core == held.core:
        return Level.PART
    if _numbers_in(named) != _numbers_in(held):
        return Level.CONFLICT
    mine, theirs = "".join(named.core), "".join(held.core)
    long = min(len(mine), len(theirs)) >= LETTERS_TWO_SLIPS_MIN
    return (
        Level.NEAR if long and _slips_apart(mine, theirs) and _word_by_word(named, held) else Level.CONFLICT
    )


def _word_by_word(named: NameForm, held: NameForm) -> bool:
    """Whether no word is another one: Sample East and Sample West are two letters apart and two entities."""
    if len(named.core) != len(held.core):
        return True
    return all(a == b or _slips_apart(a, b) for a, b in zip(named.core, held.core, strict=True))


def _numbers_in(form: NameForm) -> list[str]:
    """The words that count entities of one name: Fund I and Fund II, Unit 1 and Unit 2 are different ones."""
    return [word for word in form.words if word.isdigit() or word in SUFFIXES or len(word) == 1]
