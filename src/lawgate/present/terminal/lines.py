"""Pieces of a terminal view: text that is never read as markup, tables that line up, bars."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from rich import box
from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from lawgate.present.words import Word, clean, share, word

_STYLE = {
    "yes": "green", "disclose": "green", "admitted": "green",
    "no": "red", "withhold": "red", "returned": "red", "blocked": "red",
    "open": "blue", "needs_finding": "blue",
    "needs_more": "yellow",
}  # fmt: skip

_BAR_CELLS = 20


def text(said: str | None, style: str = "") -> Text:
    """Words as they stand: no markup, no control characters."""
    return Text(clean(said or ""), style=style)


def heading(said: str) -> Text:
    """The heading of a part, with a blank line before it."""
    return Text(f"\n{clean(said)}", style="bold")


def quiet(said: str | None) -> Text:
    """Words of second rank."""
    return text(said, "dim")


def state(key: str, words: Mapping[str, Word]) -> Text:
    """A state by its word, coloured besides."""
    return text(word(words, key).name, _STYLE.get(key, ""))


def indented(said: RenderableType, depth: int = 1) -> Padding:
    """Set in by two columns for each level; what wraps stays set in."""
    return Padding(said, (0, 0, 0, 2 * depth))


def grid(
    columns: Sequence[str], rows: Iterable[Sequence[RenderableType | None]], *, head: bool = True
) -> Table:
    """A table without rules besides one under its head; a column named `>N` is of numbers, `=N` never wraps."""
    made = Table(
        box=box.SIMPLE_HEAD if head else None,
        show_header=head,
        show_edge=False,
        pad_edge=False,
        padding=(0, 2, 0, 0),
    )
    for name in columns:
        mark, title = (name[0], name[1:]) if name[:1] in {">", "="} else ("", name)
        made.add_column(
            Text(title, style="dim"),
            justify="right" if mark == ">" else "left",
            no_wrap=bool(mark),
            overflow="fold",
        )
    for row in rows:
        made.add_row(*(cell if cell is not None else "" for cell in row))
    return made


def facts(pairs: Iterable[tuple[str, str]]) -> Table:
    """Names and what they stand for, side by side."""
    return grid(["=", ""], [[quiet(name), text(said)] for name, said in pairs], head=False)


def bar(part: int, whole: int, key: str = "") -> Text:
    """A part of a whole as a bar; what is not nothing shows."""
    filled = round(_BAR_CELLS * part / whole) if whole else 0
    if part and not filled:
        filled = 1
    return Text.assemble(("━" * filled, _STYLE.get(key, "")), ("·" * (_BAR_CELLS - filled), "dim"))


def shared(part: int, whole: int) -> Text:
    """A share in percent."""
    return quiet(share(part, whole))


def short_cite(cite_text: str) -> str:
    """A cite without the title that all of them share: 6103(i)(2)(B)."""
    return cite_text.removeprefix("26 U.S.C. ")
