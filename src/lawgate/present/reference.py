"""Pages of the law in Markdown: one for each paragraph, and the index of all addresses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from lawgate.present.words import readable

Document = Mapping[str, Any]

MADE = "Made by `lawgate law reference` from the law as it is encoded, and held current by a test. Not legal advice."
DUTY = {
    "shall": "Whoever holds the records **shall** disclose.",
    "may": "The agency **may** disclose: an official decides and signs.",
    "may himself": "Whoever has the information **may himself** disclose it.",
}


def index_page(paragraphs: Sequence[Document]) -> str:
    """Every address, with the page on which it stands and what becomes of it."""
    lines = ["# 26 U.S.C. 6103, provision by provision", "", MADE, ""]
    lines += ["| Paragraph | Pathways | What it is |", "|---|---:|---|"]
    for one in paragraphs:
        headings = "; ".join(pathway["heading"] for pathway in one["pathways"]) or _first(one["about"])
        lines.append(
            f"| [{one['cite_text']}]({one['name']}.md) | {len(one['pathways'])} | {_cell(headings)} |"
        )
    return "\n".join([*lines, ""])


def paragraph_page(one: Document) -> str:
    """One paragraph with all that is executed of it, the role of each address, and its cases."""
    blocks = [
        [f"# {one['cite_text']}", "", MADE, "", "[All paragraphs](index.md)"],
        [one["about"]] if one["about"] else [],
        *(_pathway(pathway) for pathway in one["pathways"]),
        *(_earlier(version) for version in one["earlier"]),
        *(_proviso(proviso) for proviso in one["provisos"]),
        *(_use(rule) for rule in one["uses"]),
        *(_definition(definition) for definition in one["definitions"]),
        _entries(one["entries"]),
        _cases(one["cases"]),
    ]
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"


def _pathway(one: Document) -> list[str]:
    return [
        f"## {one['cite_text']}: {one['heading']}",
        "",
        *_bullets(_summary(one)),
        *(line for part in one["parts"] for line in _part(part)),
        *_titled("Afterwards the recipient is bound", [f"{x['says']} {x['short']}" for x in one["limits"]]),
        *_titled(
            "Questions on which readings differ",
            [f"{x['id']}: {x['asks']} Followed: {x['followed']}." for x in one["questions"]],
        ),
        *_titled("Orders of courts", [f"{x['id']}, {x['docket']}: {x['says']}" for x in one["orders"]]),
    ]


def _summary(one: Document) -> Iterator[str]:
    yield DUTY[one["duty"]]
    receiving = "; ".join(one["receiving"])
    yield f"May receive: {one['recipients']}{f' ({receiving})' if receiving else ''}."
    yield f"Opens {one['kinds']} kinds of item, counted over the catalogue and the classes of (b)."
    if one["extract"]:
        yield "It runs only as its own extract of a group, never for persons whom somebody picks out."
    account = "is due" if one["accounting"] else "is not demanded"
    yield f"An account of the disclosure {account} ((p)(3)(A))."
    yield f"Safeguards are {'' if one['safeguards'] else 'not '}a condition ((p)(4))."
    version = one["version"]
    yield f"The text stands {_days(version)} (certainty {version['certainty']}): {version['because']}."


def _days(version: Document) -> str:
    return f"from {version['first'] or 'its enactment'} to {version['last'] or 'now'}"


def _part(part: Document) -> Iterator[str]:
    yield ""
    yield f"**{part['title']}**"
    yield ""
    for element in part["elements"]:
        also = f", with {', '.join(element['also'])}" if element["also"] else ""
        yield f"- {element['label']} [{element['short']}{also}]"
        if [said for _, said in element["words"]] != [element["label"]]:
            yield from _tree(element["words"], 1)
        if element["mend"]:
            yield f"  - *Mend:* {element['mend']}"


def _tree(words: Sequence[Sequence[Any]], depth: int = 0) -> Iterator[str]:
    for level, said in words:
        yield f"{'  ' * (depth + int(level))}- {said}"


def _earlier(one: Document) -> list[str]:
    return [
        f"## {one['cite_text']}, another text: {one['heading']}",
        "",
        f"It stood {_days(one)} (certainty {one['certainty']}): {one['because']}.",
    ]


def _proviso(one: Document) -> list[str]:
    spares = f", but not {', '.join(one['spares'])}" if one["spares"] else ""
    return [
        f"## {one['cite_text']}, a {one['effect']}: {one['heading']}",
        "",
        f"It joins {', '.join(one['reaches'])}{spares}.",
        "",
        *_tree(one["words"]),
    ]


def _use(one: Document) -> list[str]:
    return [
        f"## {one['cite_text']}, a use after release: {one['heading']}",
        "",
        f"Of what was released under {', '.join(one['of'])}.",
        "",
        *_tree(one["words"]),
    ]


def _definition(one: Document) -> list[str]:
    return [f"## {one['cite_text']}, a definition: {one['term']}", "", *_tree(one["words"])]


def _entries(entries: Sequence[Document]) -> list[str]:
    if not entries:
        return []
    rows = [f"| {one['cite_text']} | {readable(one['role'])} | {_cell(one['says'])} |" for one in entries]
    return ["## Every address", "", "| Address | To the gate | Why |", "|---|---|---|", *rows]


def _cases(cases: Sequence[Document]) -> list[str]:
    if not cases:
        return []
    return ["## Cases", "", *_bullets(f"{one['says']} **{readable(one['follows'])}**" for one in cases)]


def _titled(title: str, lines: Sequence[str]) -> list[str]:
    return ["", f"**{title}**", "", *_bullets(lines)] if lines else []


def _bullets(lines: Iterable[str]) -> list[str]:
    return [f"- {line}" for line in lines]


def _first(text: str) -> str:
    return text.split("\n", 1)[0]


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")
