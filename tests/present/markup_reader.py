"""A strict reader of a page: every tag closed in its turn, headings and tables kept apart."""

from __future__ import annotations

from html.parser import HTMLParser

VOID = {"input", "meta"}


class PageReader(HTMLParser):
    """What a page holds; refuses one whose tags are not closed in order."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []
        self.headings: list[int] = []
        self.tables: list[dict[str, list[list[str]]]] = []
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_startendtag(tag, attrs)
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag in {"h1", "h2", "h3", "h4"}:
            self.headings.append(int(tag[1]))
        if tag == "table":
            self.tables.append({"caption": [], "thead": [], "tbody": [], "tfoot": []})
        if tag == "tr":
            self.tables[-1][self.open[-1]].append([])
        if tag in {"td", "th"}:
            self.tables[-1][self.open[-2]][-1].append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if {"style", "script"} & set(self.open):
            return
        self.text.append(data)
        part = next((tag for tag in self.open if tag in {"caption", "thead", "tbody", "tfoot"}), None)
        if part == "caption":
            self.tables[-1]["caption"].append([data])
        elif part:
            self.tables[-1][part][-1][-1] += data

    @property
    def words(self) -> str:
        """All text that a reader sees."""
        return " ".join(self.text)

    def table(self, caption: str) -> dict[str, list[list[str]]]:
        """The one table whose caption begins so."""
        found = [one for one in self.tables if "".join(*one["caption"]).startswith(caption)]
        assert len(found) == 1, caption
        return found[0]
