"""Who may see which field of an entry, and which fields can be destroyed: two columns of one table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any, Final

from lawgate.errors import InputError
from lawgate.ledger.fields import Field, Secrets, check_value, salt_of


class Viewer(Enum):
    """For whom an entry is opened: the inspector general, the person it is about, anyone."""

    INSPECTOR = "inspector"
    SUBJECT = "subject"
    PUBLIC = "public"


class Keeping(Enum):
    """Whether a field is part of the permanent account or goes with the payload."""

    PERMANENT = "permanent"
    DESTROYABLE = "destroyable"


@dataclass(frozen=True, slots=True)
class Rule:
    """Who sees a field beside the inspector, and how long it is kept."""

    viewers: frozenset[Viewer]
    keeping: Keeping = Keeping.PERMANENT


def _seen_by(*viewers: Viewer, keeping: Keeping = Keeping.PERMANENT) -> Rule:
    return Rule(frozenset({Viewer.INSPECTOR, *viewers}), keeping)


RULES: Final[Mapping[str, Rule]] = {
    # What anyone may count: 26 U.S.C. 6103(p)(3)(C).
    "agency": _seen_by(Viewer.SUBJECT, Viewer.PUBLIC),
    "subjects_count": _seen_by(Viewer.PUBLIC),
    "items_count": _seen_by(Viewer.PUBLIC),
    # What a person may read of his own account: 5 U.S.C. 552a(c)(3) with (c)(1).
    "subject": _seen_by(Viewer.SUBJECT),
    "items": _seen_by(Viewer.SUBJECT),
    "periods": _seen_by(Viewer.SUBJECT),
    "purpose": _seen_by(Viewer.SUBJECT),
    "recipients": _seen_by(Viewer.SUBJECT),
    "disclosed_on": _seen_by(Viewer.SUBJECT),
    # What oversight alone needs.
    "officer": _seen_by(),
    "signatory": _seen_by(),
    "reason": _seen_by(),
    "approvals": _seen_by(),
    "sign_in": _seen_by(),
    "determination": _seen_by(),
    "package": _seen_by(),
    # What was released, or asked in so many words: destroyed when its time is over.
    "request": _seen_by(keeping=Keeping.DESTROYABLE),
    "payload": _seen_by(keeping=Keeping.DESTROYABLE),
    "signed": _seen_by(keeping=Keeping.DESTROYABLE),
    "values": _seen_by(Viewer.SUBJECT, keeping=Keeping.DESTROYABLE),
}


def salted(values: Mapping[str, Any], secrets: Secrets, *, case: str, sequence: int) -> tuple[Field, ...]:
    """The values of an entry as salted fields, in the order of their names; InputError for an unlisted name."""
    for name in values:
        check_value(values[name], where=name)
    return tuple(
        Field(name, values[name], salt_of(_secret(name, secrets), case=case, sequence=sequence, name=name))
        for name in sorted(values)
    )


def seen_by(viewer: Viewer, fields: Sequence[Field]) -> tuple[Field, ...]:
    """The fields that may be opened for this viewer; whether the entry is his to see comes before."""
    return tuple(field for field in fields if viewer in _rule(field.name).viewers)


def _secret(name: str, secrets: Secrets) -> bytes:
    match _rule(name).keeping:
        case Keeping.PERMANENT:
            return secrets.accounting
        case Keeping.DESTROYABLE:
            return secrets.payload


def _rule(name: str) -> Rule:
    rule = RULES.get(name)
    if rule is None:
        raise InputError(f"no field is named {name!r}", mend="use one of " + ", ".join(RULES))
    return rule
