"""The words for which pathway: what opens, what comes near, what is missing; on paper and in a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from lawgate.present.words import answer_words, clean, counted, listed, readable

Document = Mapping[str, Any]

TITLE = "Which pathway"
FOR_THE_OFFICE = "For the office's own use: nothing of this is told outside."


def summary(ways: Document) -> str:
    """How many were tried, and the narrowest that suffices."""
    narrowest = ways["narrowest"]
    tried = f"The request names no paragraph; {counted(ways['tried'], 'pathway was', 'pathways were')} tried."
    if ways.get("fault"):
        said = f"What opens could not be made out because of a fault of the program ({clean(ways['fault'])})."
    elif narrowest:
        said = f"The narrowest that suffices is {narrowest['cite_text']}: {clean(narrowest['because'])}."
    elif ways["open"]:
        said = "No pathway alone opens all that can go; each row names the narrowest that opens it."
    else:
        said = "None opens."
    return f"{tried} {said}"


def narrowness_words(one: Document) -> str:
    """The criteria of narrowness in their order."""
    width = one["narrowness"]
    whom = "an extract of a group" if width["extract"] else "a person named"
    counts = [
        counted(width["kinds"], "kind of item", "kinds of item"),
        counted(width["elements"], "element"),
        counted(width["limits"], "limit"),
    ]
    return f"{whom}; {counts[0]}; to {clean(width['recipients'])}; {listed(counts[1:])}"


def why_missing(missing: Document) -> str:
    """Why what is missing is not met, and what mends it where the request can."""
    why = readable(missing["why"])
    return f"{why}. {clean(missing['mend'])}" if missing["mend"] and missing["truth"] == "no" else why


def hindrances(near: Document) -> Iterator[str]:
    """What keeps the pathway closed whatever is answered."""
    if near["orders"]:
        yield f"Orders of a court forbid it: {', '.join(near['orders'])}."
    if near["kept_apart"]:
        yield "It stays closed because the request asks for an extract, which joins no other answer."
    if not near["answers"] and near["missing"]:
        yield "No answers of this request can make all of it out."


def answers_told(near: Document) -> list[str]:
    """Each smallest set of answers in a line."""
    lines = []
    for answers in near["answers"]:
        said = [f"{question} {answer}" for question, answer in answer_words(answers, near["asks"])]
        lines.append(f"It would open on: {'; '.join(said)}.")
    return lines
