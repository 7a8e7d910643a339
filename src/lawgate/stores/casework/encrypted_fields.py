"""Columns whose value rests encrypted, bound to its row: whoever reads or sets the attribute sees the value itself.

It is opened when it is first asked for, so a list that does not show it opens nothing. What the row is known by has to
be there before the row is written, and never change. A value is written with its row and no other way: a query can
neither set nor seek it, and what it gives without a row is a `Resting`, which is of use to nobody. A value that nobody
changed is written as it lay.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models.query_utils import DeferredAttribute

from lawgate.stores import at_rest
from lawgate.stores.at_rest import Place, version_of
from lawgate.stores.casework.data_keys import current_key


@dataclass(frozen=True, slots=True)
class Resting:
    """A value as it lies in the database."""

    encrypted: bytes = field(repr=False)


class _Opening(DeferredAttribute):
    """The attribute of an encrypted column: opened at the first look, and kept open."""

    def __get__(self, instance: Any, cls: Any = None) -> Any:
        found = super().__get__(instance, cls)
        if isinstance(found, Resting):
            return self.field.open_in(instance, found)
        return found

    def __set__(self, instance: Any, value: Any) -> None:
        instance.__dict__[self.field.attname] = value


class Encrypted(models.BinaryField):
    """A column that rests encrypted; `row` names the columns of its table by which the row is known for good."""

    descriptor_class = _Opening

    if TYPE_CHECKING:

        def __get__(self, instance: Any, owner: Any) -> Any: ...
        def __set__(self, instance: Any, value: Any) -> None: ...

    def __init__(self, *args: Any, row: tuple[str, ...], **named: Any) -> None:
        super().__init__(*args, **named)
        self.row = tuple(row)

    def deconstruct(self) -> Any:
        name, path, args, named = super().deconstruct()
        return name, path, args, {**named, "row": self.row}

    def encode(self, value: Any) -> bytes:
        """The value as bytes."""
        return bytes(value)

    def decode(self, plain: bytes) -> Any:
        """The bytes as the value."""
        return plain

    def from_db_value(self, value: Any, *_: Any) -> Resting | None:
        return None if value is None else Resting(bytes(value))

    def get_lookup(self, lookup_name: str) -> Any:
        # Whether there is one can be asked; what it is cannot.
        return super().get_lookup(lookup_name) if lookup_name == "isnull" else None

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:  # noqa: ARG002
        if value is not None and not isinstance(value, Resting):
            raise TypeError("a value that rests encrypted is written with its row")
        return None if value is None else connection.Database.Binary(value.encrypted)

    def pre_save(self, model_instance: Any, add: bool) -> Resting | None:  # noqa: ARG002
        value = model_instance.__dict__.get(self.attname)
        if value is None or isinstance(value, Resting):
            return value
        plain, kept, key = self.encode(value), model_instance.__dict__.get(self._kept), current_key()
        if kept is not None and kept[1] == plain and version_of(kept[0].encrypted) == key.version:
            return kept[0]
        made = self.rest(model_instance, value, self.column)
        model_instance.__dict__[self._kept] = made, plain
        return made

    def open_in(self, instance: Any, found: Resting) -> Any:
        """The value, from here on in the row's attribute. AtRestError where it does not open."""
        plain = at_rest.held().decrypt(self._place(instance, self.column), found.encrypted)
        instance.__dict__[self._kept] = found, plain
        instance.__dict__[self.attname] = value = self.decode(plain)
        return value

    def rest(self, instance: Any, value: Any, column: str) -> Resting:
        """A value as it rests in a column of this row, whatever the column is called by now."""
        return Resting(current_key().encrypt(self._place(instance, column), self.encode(value)))

    def value_of(self, instance: Any, found: Resting, column: str) -> Any:
        """The value of what rests so. AtRestError where it does not open."""
        return self.decode(at_rest.held().decrypt(self._place(instance, column), found.encrypted))

    @property
    def _kept(self) -> str:
        """Under this the row keeps what lay there, to be written again where nobody has changed it."""
        return f"_{self.attname}_at_rest"

    def _place(self, instance: Any, column: str) -> Place:
        known = tuple(getattr(instance, name) for name in self.row)
        return Place(self.model._meta.db_table, column, known)  # noqa: SLF001 - so Django names it


class EncryptedBytes(Encrypted):
    """Bytes."""


class EncryptedText(Encrypted):
    """A text."""

    def encode(self, value: Any) -> bytes:
        return str(value).encode()

    def decode(self, plain: bytes) -> Any:
        return plain.decode()


class EncryptedJSON(Encrypted):
    """A value of JSON."""

    def encode(self, value: Any) -> bytes:
        return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()

    def decode(self, plain: bytes) -> Any:
        return json.loads(plain)


def subject_index(subject: object) -> str:
    """The keyed digest by which the entries about a person are found; empty where nobody is named."""
    return current_key().index("casework_entry", "subject", subject) if isinstance(subject, str) else ""
