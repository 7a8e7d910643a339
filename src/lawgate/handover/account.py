"""The account beside the ledger: for each entry the fields that stand outside it, each held to its commitment."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from lawgate.errors import InputError
from lawgate.handover.exact import read_object, whole
from lawgate.ledger.entry import Entry, Kind
from lawgate.ledger.fields import Field, Opening, commitments, field_root, open_field

DEMANDED: Final[Mapping[Kind, tuple[str, ...]]] = {
    Kind.REQUEST_RECEIVED: ("agency",),
    Kind.RELEASED: ("agency", "subject"),
}
"""What reports go by: an account without them would tell of fewer disclosures than were entered, unseen."""


@dataclass(frozen=True, slots=True)
class AccountLine:
    """The fields of the entry at `index`, with the commitments to all of them, destroyed ones included.

    `sealed` marks a matter that a court has sealed: it stands in no report but the inspector general's.
    """

    index: int
    fields: tuple[Field, ...]
    commitments: tuple[bytes, ...]
    sealed: bool = False

    @property
    def document(self) -> dict[str, Any]:
        """The line as JSON."""
        return {
            "index": self.index,
            "sealed": self.sealed,
            "commitments": [one.hex() for one in self.commitments],
            "fields": [{"name": one.name, "value": one.value, "salt": one.salt.hex()} for one in self.fields],
        }


def parse_account_line(data: bytes, *, where: str) -> AccountLine:
    """A line of an account; InputError, without a word of its content, for anything else."""
    read = read_object(data, where=where)
    try:
        return AccountLine(
            whole(read["index"]),
            tuple(
                Field(str(one["name"]), one["value"], bytes.fromhex(one["salt"])) for one in read["fields"]
            ),
            tuple(bytes.fromhex(one) for one in read["commitments"]),
            bool(read.get("sealed", False)),
        )
    except (KeyError, TypeError, ValueError, AttributeError):
        raise InputError("not a line of an account", where=where, mend="export the account again") from None


@dataclass(frozen=True, slots=True)
class Told:
    """An entry with those of its fields that stand outside and are what it commits to."""

    index: int
    entry: Entry
    fields: tuple[Field, ...] = ()
    commitments: tuple[bytes, ...] = ()
    sealed: bool = False

    def get(self, name: str) -> Any:
        """The value of a field; None where it was destroyed, or never was."""
        return next((one.value for one in self.fields if one.name == name), None)

    def opened(self, names: Sequence[str]) -> tuple[Opening, ...]:
        """The fields of these names, ready to be shown with a proof."""
        return tuple(open_field(one, self.commitments) for one in self.fields if one.name in names)


def tell(entry: Entry, line: AccountLine | None, *, index: int) -> Told:
    """The entry with its fields; InputError where a field or a commitment is not the entry's, or one is left out.

    A report rests on nothing else, so what it says was entered at the time, and what was entered it says.
    """
    if line is None:
        if entry.field_count:
            raise InputError("the account lacks this entry", where=f"entry {index}", mend="export it again")
        return Told(index, entry)
    stated = (len(line.commitments), field_root(line.commitments))
    if stated != (entry.field_count, entry.field_root):
        raise InputError(
            "the account is not what the entry commits to", where=f"entry {index}", mend="tell the auditor"
        )
    for one, leaf in zip(line.fields, commitments(line.fields), strict=True):
        if leaf not in line.commitments:
            raise InputError(
                f"the field {one.name} is not what was entered",
                where=f"entry {index}",
                mend="tell the auditor",
            )
    names = {one.name for one in line.fields}
    left_out = [name for name in DEMANDED.get(entry.kind, ()) if name not in names]
    if entry.field_count and left_out:
        raise InputError(
            f"the account leaves out the field {left_out[0]}, which is permanent",
            where=f"entry {index}",
            mend="export it again",
        )
    return Told(index, entry, line.fields, line.commitments, line.sealed)
