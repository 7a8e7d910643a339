"""A request's words beside one record's words, as two reviewers see them: no score, no rule, no hint."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import rfc8785

from lawgate.linkage.names import fold
from lawgate.linkage.person import HeldAddress, PersonNamed, Record

PAIR_FORMAT: Final = "lawgate pair 1"
"""Stands in every digest: a change of what is digested voids the decisions taken on the old form."""

_FIELDS: Final = (
    ("given", "Given name"), ("middle", "Middle name"), ("surname", "Surname"), ("suffix", "Suffix"),
    ("entity", "Name of organisation"), ("date_of_birth", "Date of birth"), ("tin", "Taxpayer number"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class PairLine:
    """One field of both sides; what a side does not state is None."""

    label: str
    asked: str | None
    on_file: str | None

    @property
    def difference(self) -> str:
        """How the two texts differ, in words; never whether they agree well enough."""
        if self.asked is None:
            return "Not in the request"
        if self.on_file is None:
            return "Not on file"
        if self.asked == self.on_file:
            return "Same"
        return _difference(self.asked, self.on_file)


@dataclass(frozen=True, slots=True)
class ReviewPair:
    """A pair to be judged. The id is a digest over all that both sides say, and over nothing else.

    So a changed request or record is another pair, and a changed policy or another day is not.
    """

    id: str
    lines: tuple[PairLine, ...]


def pair_of(named: PersonNamed, record: Record) -> ReviewPair:
    """The pair of a person named and a record, field by field."""
    return ReviewPair(pair_id(named, record), tuple(_lines(named, record)))


def pair_id(named: PersonNamed, record: Record) -> str:
    """SHA-256 over RFC 8785 JSON of both sides, in hexadecimal; addresses in any order of the file are the same.

    It stands for personal data without a salt: it stays in the folder of the review and the file of decisions.
    """
    held = _plain(record)
    held["addresses"] = sorted(held["addresses"], key=rfc8785.dumps)
    both: Any = {"format": PAIR_FORMAT, "asked": _plain(named), "on_file": held}
    return hashlib.sha256(rfc8785.dumps(both)).hexdigest()


def _plain(side: PersonNamed | Record) -> dict[str, Any]:
    plain: dict[str, Any] = _said(side._asdict())
    return plain


def _said(value: Any) -> Any:
    match value:
        case HeldAddress():
            return _said(value._asdict())
        case dict():
            return {name: _said(part) for name, part in value.items()}
        case tuple() | list():
            return [_said(part) for part in value]
        case date():
            return value.isoformat()
        case _:
            return value


def _lines(named: PersonNamed, record: Record) -> Iterator[PairLine]:
    """Whatever either side states; each address held stands beside the one address stated.

    A number on file is shown only beside a number stated: alone it would tell a reviewer nothing.
    """
    for name, label in _FIELDS:
        asked, on_file = _text(getattr(named, name)), _text(getattr(record, name))
        if asked or (on_file and name != "tin"):
            yield PairLine(label, asked, on_file)
    stated = _text(named.address)
    held = {(_days(one), address_text(one)): None for one in sorted(record.addresses, key=_latest_first)}
    for days, line in held:
        yield PairLine(f"Address, {days}", stated, line)
    if stated and not held:
        yield PairLine("Address", stated, None)


def _text(value: str | date | None) -> str | None:
    return value.isoformat() if isinstance(value, date) else value or None


def _latest_first(one: HeldAddress) -> tuple[int, str]:
    """By the day on which it began to be held; an unknown day last."""
    return -one.held_from.toordinal() if one.held_from else 0, address_text(one) or ""


def _days(one: HeldAddress) -> str:
    begun = f"from {one.held_from.isoformat()}" if one.held_from else "from an unrecorded day"
    return f"{begun} to {one.held_to.isoformat()}" if one.held_to else begun


def address_text(one: HeldAddress) -> str | None:
    """An address held, on one line."""
    if one.address:
        return one.address
    door = " ".join(part for part in (one.street_number, one.street_name, one.unit_number) if part)
    town = " ".join(part for part in (one.city, one.state, one.zipcode) if part)
    return ", ".join(part for part in (door, town) if part) or None


def _difference(asked: str, on_file: str) -> str:
    mine, theirs = fold(asked), fold(on_file)
    if mine.replace(" ", "") == theirs.replace(" ", ""):
        return "Same but for capitals, accents, spaces or marks"
    only_asked, only_held = _words_beyond(mine, theirs), _words_beyond(theirs, mine)
    if not only_asked and not only_held:
        return "The same words in another order"
    sides = (("Only in the request", only_asked), ("Only on file", only_held))
    return "Differs. " + ". ".join(f"{side}: {' '.join(words)}" for side, words in sides if words)


def _words_beyond(one: str, other: str) -> list[str]:
    """The words of one side that the other lacks, as often as it lacks them, in their order."""
    spare = Counter(other.split())
    beyond = []
    for word in one.split():
        if spare[word]:
            spare[word] -= 1
        else:
            beyond.append(word)
    return beyond
