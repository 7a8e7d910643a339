"""The page that a reviewer is given: two columns side by side, the differences in words, no score anywhere."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping, Sequence
from typing import Any

from lawgate.present.pages.markup import Column, Content, Markup, el, join, table
from lawgate.present.pages.page import frame, section
from lawgate.present.pages.review_script import SCRIPT
from lawgate.present.words import SYNTHETIC

Document = Mapping[str, Any]

_ANSWERS = (
    ("no_match", "No match", "Not the same person, or too little says so."),
    ("match", "Match", "The same person: what is there leaves no other likely."),
    ("cannot_tell", "Cannot tell", "What is there does not tell, whoever looks."),
)
_STYLE = """
.asked,.held{width:31%;overflow-wrap:anywhere}.differs{width:24%}
.unsaid{color:var(--muted);font-style:italic}
.card{margin:1.6rem 0 0;padding:.2rem 1.1rem 1rem;border:1px solid var(--ink);break-inside:avoid}
.card h2{border-top:0}
.card caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.card table{table-layout:fixed}
fieldset{margin:0 0 .8rem;padding:.5rem .9rem .7rem;border:1px solid var(--rule)}
legend{padding:0 .3rem;font-weight:600}
.choice{display:block;margin:.25rem 0;padding-left:1.7rem;text-indent:-1.7rem}
.choice input{width:1.05rem;height:1.05rem;margin:0 .65rem 0 0;vertical-align:-.15rem}
label b,.field>label{display:block;font-weight:600}.choice b{display:inline}
.field{margin:0 0 .6rem}
.field input,textarea{width:100%;max-width:34rem;padding:.4rem .5rem;border:1px solid var(--ink);border-radius:0;
background:#fff;color:var(--ink);font:inherit}
textarea{display:block;max-width:none;min-height:4.6rem;resize:vertical}
button{padding:.6rem 1.3rem;border:0;background:var(--navy);color:#fff;font:inherit;font-weight:600}
:focus-visible{outline:3px solid #2f6fd0;outline-offset:2px}
#said{min-height:1.5em;margin-top:.7rem;font-weight:600}
[hidden]{display:none}
@media screen and (max-width:46rem){.card thead{display:none}.card tr{display:block;padding:.4rem 0;
border-bottom:1px solid var(--rule)}.card th,.card td{display:block;width:auto;padding:.1rem 0;border:0}
.card tbody th{font-weight:600}.asked::before{content:"Request: "}.held::before{content:"Record: "}
.differs::before{content:"Difference: "}.asked::before,.held::before,.differs::before{color:var(--muted)}}
@media print{#saving{display:none}#typing[hidden]{display:block}main{padding:0 1px}textarea{min-height:15mm}
.card{margin-top:4mm;padding-bottom:0}.card p{margin:0}fieldset{margin-bottom:1mm;padding-bottom:1mm}
.field input,textarea{border-color:#000}.choice input{-webkit-print-color-adjust:exact}}
"""


def review_page(packet: Document) -> str:
    """A page that stands alone: read on a screen, by keyboard or on paper, with a script or without."""
    pairs = packet["pairs"]
    many = len(pairs)
    body = join(
        el("p", SYNTHETIC, class_="banner synthetic") if packet["synthetic"] else None,
        _header(packet, many),
        el(
            "main",
            _how_to_review(),
            _reviewer() if many else None,
            [_card(one, number, many) for number, one in enumerate(pairs, 1)],
            _saving() if many else el("p", "No pair needs a reviewer.", class_="none"),
        ),
        el("footer", el("p", "This page shows records of taxpayers, and to read it is an inspection "
           "(26 U.S.C. 7213A). Keep it with the case, show it to nobody else, and remove it when you are done.")),
        el("script", Markup(SCRIPT)) if many else None,
    )  # fmt: skip
    title = f"Pairs to compare, request {packet['request']}"
    return frame(title, body, style=_STYLE, policy=_policy())


def _policy() -> str:
    """Nothing is fetched, nothing is sent, and no script runs but the one that the page was written with."""
    digest = base64.b64encode(hashlib.sha256(SCRIPT.encode()).digest()).decode()
    return (
        f"default-src 'none'; script-src 'sha256-{digest}'; style-src 'unsafe-inline'; "
        "base-uri 'none'; form-action 'none'"
    )


def _header(packet: Document, many: int) -> Markup:
    facts = (("Request", packet["request"]), ("Records as of", packet["as_of"]), ("Pairs", str(many)))
    return el(
        "header",
        el("p", "Lawgate", el("span", "Match review"), class_="mast"),
        el("h1", "Is it the same person?"),
        el("dl", [el("div", el("dt", name), el("dd", value)) for name, value in facts], class_="source"),
    )


def _how_to_review() -> Markup:
    rules = (
        "Answer each pair by itself. The order of the pairs says nothing.",
        (
            "“No match” is the answer unless the two sides convince you that they are one person. "
            "Relatives share a surname and an address; father and son share a whole name."
        ),
        "Give your reason for each answer, whichever it is. A pair without a reason is not decided.",
        "Decide alone. Another reviewer answers the same pairs without seeing what you wrote.",
    )
    return section("How to review", el("ul", [el("li", rule) for rule in rules]))


def _reviewer() -> Markup:
    return el(
        "fieldset",
        el("legend", "Reviewer"),
        _field("name", "Your name", autocomplete="name"),
        _field("office", "Your office", autocomplete="organization-title"),
        _field("on", "Day of your review", type="date"),
    )


def _field(name: str, label: str, **attributes: str) -> Markup:
    written: dict[str, str | int | None] = {"type": "text", **attributes}
    return el(
        "div",
        el("label", label, for_=name),
        el("input", id=name, name=name, required="", **written),
        class_="field",
    )


def _card(pair: Document, number: int, many: int) -> Markup:
    return el(
        "section",
        el("h2", f"Pair {number} of {many}"),
        _sides(pair["lines"], number),
        _answer(number),
        el("p", "Pair ", el("code", pair["pair"]), class_="small"),
        class_="card",
        data_pair=pair["pair"],
        data_number=number,
    )


def _sides(lines: Sequence[Document], number: int) -> Markup:
    columns = [
        Column("Field"),
        Column("The request says", "asked"),
        Column("The record says", "held"),
        Column("Difference", "differs"),
    ]
    rows = [
        [one["label"], _said(one["asked"]), _said(one["on_file"]), _difference(one["difference"])]
        for one in lines
    ]
    return table(f"Pair {number}, field by field", columns, rows)


def _said(text: str | None) -> Content:
    return el("span", "not stated", class_="unsaid") if text is None else text


def _difference(said: str) -> Content:
    return el("strong", said) if said.startswith("Differs") else said


def _answer(number: int) -> Markup:
    reason = f"reason-{number}"
    return el(
        "fieldset",
        el("legend", f"Your answer on pair {number}"),
        [_choice(number, *answer) for answer in _ANSWERS],
        el(
            "div",
            el("label", "Your reason", for_=reason),
            el("textarea", id=reason, name=reason, rows=3, required=""),
            class_="field",
        ),
    )


def _choice(number: int, value: str, said: str, meaning: str) -> Markup:
    checked = "" if value == "no_match" else None
    button = el("input", type="radio", name=f"answer-{number}", value=value, checked=checked)
    return el("label", button, el("b", said), f". {meaning}", class_="choice")


def _saving() -> Markup:
    return section(
        "When you are done",
        el(
            "div",
            el("button", "Save decisions.json", id="save", type="button"),
            el("p", id="said", role="status"),
            id="saving",
            hidden="",
        ),
        el("p", "Without a script, or on paper: write each answer, reason, your name, your office and the day "
           "into a row of its pair in pairs.csv.", id="typing"),
    )  # fmt: skip
