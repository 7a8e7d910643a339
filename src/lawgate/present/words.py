"""The plain words for outcomes, answers and states, the same on paper and in a terminal."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lawgate.records.items import CATALOGUE

# Control characters and marks that turn the direction of writing: they could hide what a line says.
_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the contract as a disclosure officer reads it, with what it means."""

    name: str
    meaning: str


DISPOSITION = {
    "disclose": Word("Disclose", "Every demand of the law is met."),
    "needs_finding": Word("Needs a finding", "Waits for an answer that only a named official can give."),
    "needs_more": Word("Needs more facts", "Waits for a fact from the requester, the records or a court."),
    "withhold": Word("Withhold", "A demand of the law is not met."),
}
ADDRESS = {
    "adequate": Word("Adequate", "The text is an address on its face."),
    "inadequate": Word("Inadequate", "The text is no address."),
    "needs_human": Word("Needs a person", "It may be an address, and a rule sends it to a person."),
}
ADMISSION = {
    "admitted": Word("Admitted", "The request passed on its own words."),
    "returned": Word("Returned", "The request fails on its own words; no record was looked at."),
    "blocked": Word("Blocked", "An order of a court forbids every item asked for."),
}
RESOLUTION = {
    "one": Word("One person", "Exactly one person on file is the one named."),
    "none": Word("Nobody", "No person on file is the one named."),
    "several": Word("Several persons", "More than one person on file may be the one named."),
    "review": Word("Needs a reviewer", "A person must compare the record proposed."),
    "not_tried": Word("No look taken", "The records were not searched for this subject."),
}
TRUTH = {
    "yes": Word("Yes", "The demand is met."),
    "no": Word("No", "The demand is not met."),
    "open": Word("Open", "Not known yet; it counts as neither yes nor no."),
}
OWNER = {
    "requester": Word("the requester", "answered in the request"),
    "custodian": Word("the custodian", "answered by the records"),
    "court": Word("a court", "answered by the order presented"),
    "official": Word("an official", "answered in the findings file"),
}

SHAPE = {
    "addresses": Word("Addresses", "Whether the text given as an address is one on its face."),
    "address_kinds": Word("Kinds of address", "What stands in the field for the address."),
    "periods": Word("Taxable periods", "Whether a period is stated that can be read."),
    "birth_dates": Word(
        "Dates of birth", "Whether one is stated that can be read; any other counts for nothing."
    ),
    "reasons": Word("Reasons", "Whether the reason given for a subject is also given for another one."),
    "officers": Word("Officers who would receive", "Whether an officer is named, and for how many subjects."),
    "statutes": Word("Statutes designated", "What kinds of statute the matter designates."),
    "removal_orders": Word("Final orders of removal", "Whether a day is stated that is past."),
    "same_name_and_birth_date": Word("Same name and birth date", "Stated alike for more than one subject."),
    "same_tin": Word("Same number", "One TIN stated for more than one subject."),
    "same_address": Word("Same address", "One address stated for more than one subject."),
}
"""The figures of a request before any look."""

SYNTHETIC = "Demonstration data: no person here is real"
HYPOTHETICAL = "Hypothetical: decided under another day or reading, it can never become a release"
TOLD_OUTSIDE = (
    "For the office's own use. Outside it, only returned and blocked come with reasons; everything else "
    "that is not disclosed is told in one identical sentence."
)


def word(words: Mapping[str, Word], key: str) -> Word:
    """The entry for a key, or the key itself in readable form."""
    return words.get(key) or Word(readable(key), "")


def readable(value: str) -> str:
    """A value of a vocabulary as words: joint_filer is joint filer."""
    return clean(value).replace("_", " ")


def clean(text: str) -> str:
    """The text with every character that could hide or reorder what it says made visible."""
    return _UNSEEN.sub("\N{REPLACEMENT CHARACTER}", text)


def item_label(name: str) -> str:
    """What an item is, in words; its name where the catalogue does not hold it."""
    kind = CATALOGUE.get(name)
    return kind.label[:1].upper() + kind.label[1:] if kind else name


def number(count: int) -> str:
    """A count with its thousands marked."""
    return f"{count:,}"


def counted(count: int, one: str, many: str | None = None) -> str:
    """A count with its noun: 1 row, 2 rows."""
    return f"{number(count)} {one if count == 1 else many or one + 's'}"


def share(part: int, whole: int) -> str:
    """A part of a whole in percent; what is neither none nor all never reads as either."""
    if not whole:
        return "–"
    percent = 100 * part / whole
    if 0 < percent < 0.1:
        return "< 0.1%"
    if 99.9 < percent < 100:
        return "> 99.9%"
    return f"{percent:.1f}%"


def listed(parts: Sequence[str], last: str = "and") -> str:
    """Words in a row: a, b and c."""
    return f" {last} ".join([", ".join(parts[:-1]), parts[-1]]) if len(parts) > 1 else "".join(parts)


def refused(item: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """The elements for which a row is withheld."""
    return [element for element in item["elements"] if element["truth"] == "no"]


def because(item: Mapping[str, Any]) -> str:
    """Why one row came out as it did, in a sentence."""
    if item["fault"]:
        return f"Withheld because of a fault of the program ({clean(item['fault'])}); nothing was decided."
    if item["disposition"] == "withhold" and refused(item):
        return f"Not met: {'; '.join(clean(element['label']) for element in refused(item))}."
    meaning = word(DISPOSITION, item["disposition"]).meaning
    return meaning if item["elements"] else f"{meaning} No pathway of the law was open."


def row_name(item: Mapping[str, Any]) -> str:
    """An item and its period in words."""
    label = item_label(item["item"])
    return f"{label}, {clean(item['period'])}" if item["period"] else label


def origin(item: Mapping[str, Any]) -> str:
    """Who furnished a row and in which document; empty where the row is of identity or not held."""
    source = item["source"] or {}
    if not any(source.values()):
        return ""
    furnished, document = source["furnished_by"] or "not recorded", source["document"] or "not recorded"
    return f"furnished by: {readable(furnished)}; document: {readable(document)}"


def tally(items: Sequence[Mapping[str, Any]]) -> str:
    """How many rows came out how: disclose 3, withhold 1."""
    counts = {key: sum(item["disposition"] == key for item in items) for key in DISPOSITION}
    return ", ".join(
        f"{DISPOSITION[key].name.lower()} {number(count)}" for key, count in counts.items() if count
    )


def answer_words(
    answers: Mapping[str, Sequence[str]], open_questions: Sequence[Mapping[str, Any]]
) -> list[tuple[str, str]]:
    """A set of answers, each with its question: Are the reasons specific? yes."""
    questions = {question["name"]: question["question"] for question in open_questions}
    return [
        (clean(questions.get(name, name)), listed([readable(value) for value in values], "or"))
        for name, values in answers.items()
    ]


def law_words(law: Mapping[str, Any]) -> list[tuple[str, str]]:
    """The texts by which a request is decided and why those, the orders in force, the agreement."""
    texts = [f"{one['because']} (certainty {one['certainty']})" for one in law["versions"]]
    return [
        ("text", clean("; ".join(texts))),
        ("orders in force", ", ".join(law["orders"]) or "none"),
        *([("orders set aside", ", ".join(law["orders_set_aside"]))] if law["orders_set_aside"] else []),
        *([("agreement", clean(law["agreement"]))] if law["agreement"] else []),
    ]


def reading_words(question: Mapping[str, Any] | str) -> str:
    """A question on which readings of the law differ, what each gives and which is adopted."""
    if isinstance(question, str):
        return clean(question)
    outcomes = [f"{reading} gives {readable(outcome)}" for reading, outcome in question["readings"].items()]
    adopted = question.get("adopted")
    choice = f"{adopted} is adopted" if adopted else "none is adopted"
    return clean(f"{question['question']}: {listed(outcomes)}; {choice}.")
