"""HTML made of small functions: whatever is not markup already is escaped."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from lawgate.present.words import clean


class Markup(str):
    """Text that is HTML already; every other string is escaped when it is put into an element."""

    __slots__ = ()


Content = str | Iterable["Content"] | None

_VOID = frozenset({"input", "meta", "rect"})
_SELF_CLOSED = frozenset({"rect"})


def el(tag: str, *content: Content, **attributes: str | int | None) -> Markup:
    """One element. An attribute's trailing underscore is dropped, others become hyphens; None leaves it out."""
    written = "".join(
        f' {name.rstrip("_").replace("_", "-")}="{escape(clean(str(value)))}"'
        for name, value in attributes.items()
        if value is not None
    )
    if tag in _VOID:
        return Markup(f"<{tag}{written}{'/' if tag in _SELF_CLOSED else ''}>")
    return Markup(f"<{tag}{written}>{join(*content)}</{tag}>")


def join(*content: Content) -> Markup:
    """Pieces one after another, each escaped unless it is markup."""
    return Markup("".join(_text(piece) for piece in content))


def _text(piece: Content) -> str:
    match piece:
        case None:
            return ""
        case Markup():
            return piece
        case str():
            return escape(clean(piece))
        case _:
            return join(*piece)


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table: its heading and the class that sets its width and alignment."""

    heading: Content
    kind: str = "text"


def table(
    caption: Content,
    columns: Sequence[Column],
    rows: Iterable[Sequence[Content]],
    *,
    foot: Sequence[Content] | None = None,
    kind: str | None = None,
) -> Markup:
    """A table with its caption; the first cell of every row is that row's heading."""
    head = el("tr", [el("th", column.heading, scope="col", class_=column.kind) for column in columns])
    return el(
        "table",
        el("caption", caption),
        el("thead", head),
        el("tbody", [_row(columns, row) for row in rows]),
        el("tfoot", _row(columns, foot)) if foot else None,
        class_=kind,
    )


def _row(columns: Sequence[Column], cells: Sequence[Content]) -> Markup:
    first, *others = zip(columns, cells, strict=True)
    return el(
        "tr",
        el("th", first[1], scope="row", class_=first[0].kind),
        [el("td", cell, class_=column.kind) for column, cell in others],
    )
