"""The page of a match: who is named how often, how often that errs, and single decisions in pictures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from lawgate.present.match_words import (
    BASES,
    FIELDS,
    RULES,
    SETTLES,
    VETOES,
    level_words,
    percent,
    times_words,
)
from lawgate.present.pages.calibration import calibration_section
from lawgate.present.pages.charts import bar
from lawgate.present.pages.markup import Column, Markup, el, join, table
from lawgate.present.pages.page import framed, section
from lawgate.present.pages.waterfall import signed, waterfall
from lawgate.present.words import RESOLUTION, SYNTHETIC, TOLD_OUTSIDE, counted, listed, number, share, word

Document = Mapping[str, Any]


def match_page(summary: Document, shown: Sequence[Document]) -> str:
    """A page that stands alone, from the figures of a match and the decisions to be shown one by one."""
    body = join(
        _statuses(summary),
        calibration_section(summary),
        [_decision(place, match, summary["records"]) for place, match in enumerate(shown, 1)],
        _how_to_read() if shown else None,
    )
    facts = [
        ("Records", number(summary["records"])),
        ("Policy", summary["policy"]),
        ("Weights", summary["weights"]),
        ("Addresses as of", summary["as_of"]),
    ]
    foot = join(
        el("p", TOLD_OUTSIDE), el("p", "Levels and weights only: no name, date or number of anybody.")
    )
    banner = el("p", SYNTHETIC, class_="banner synthetic") if summary["synthetic"] else None
    return framed(
        "Who is named",
        body,
        heading="Who is named, and how sure that is",
        facts=facts,
        banners=banner,
        foot=foot,
    )


def _statuses(summary: Document) -> Markup | None:
    counts, whole = summary["status"], summary["subjects"]
    if not whole:
        return None
    return section(
        "Who is named",
        _held_back(summary),
        table(
            "Subjects by outcome",
            [Column("Outcome"), Column("Share", "bars"), Column("", "number"), Column("Subjects", "number")],
            [
                [
                    [said.name, el("span", said.meaning, class_="small")],
                    bar({"count": counts[key]}, whole, width=110),
                    share(counts[key], whole),
                    number(counts[key]),
                ]
                for key, said in RESOLUTION.items()
                if key in counts
            ],
            foot=["All", None, None, number(whole)],
        ),
    )


def _held_back(summary: Document) -> Markup | None:
    if summary["ceiling"] is None:
        return el(
            "p", "No calibration was given, so nothing is known of how often this errs on these records."
        )
    ceiling = percent(summary["ceiling"])
    if not summary["held_back"]:
        return el("p", f"No match is held back by the ceiling of {ceiling}.")
    held = counted(summary["held_back"], "match", "matches")
    return el("p", f"{held} held back by the ceiling of {ceiling}: a person looks before anybody is named.")


def _decision(place: int, match: Document, records: int) -> Markup:
    said = word(RESOLUTION, match["status"])
    return el(
        "section",
        el("h2", f"Subject {match['ref']}"),
        el("p", f"{said.name}. {said.meaning}", class_="said"),
        el("p", _sure(match), class_="why"),
        None if match["prior_bits"] is None else waterfall(match, records, key=f"picture-{place}"),
        _fields(match),
        el("h3", "Why it came out so"),
        el("ul", [el("li", el("b", f"{name}: "), told) for name, told in reasons(match)]),
        class_="decision",
        id=f"decision-{place}",
    )


def _sure(match: Document) -> str:
    if match["probability"] is None:
        return "No probability is stated, since nobody is named."
    return (
        f"Probability that it is the person named: {100 * match['probability']:.2f}%. It never reads above what "
        "controls on these records support."
    )


def _fields(match: Document) -> Markup | None:
    rows = [
        [
            FIELDS.get(one["field"], one["field"]),
            level_words(one["field"], one["level"]),
            "\N{EN DASH}" if one["bits"] is None else signed(one["bits"]),
            _speaks(one),
        ]
        for one in match["evidence"]
        if one["field"] in FIELDS and one["field"] != "outcome"
    ]
    if not rows:
        return None
    return table(
        "Field by field",
        [Column("Field"), Column("What agrees"), Column("Bits", "number"), Column("What that says")],
        rows,
        kind="dense",
    )


def _speaks(one: Document) -> str:
    if one["note"] == "contradiction":
        return "contradicts: this record cannot be the person"
    if one["bits"] is None:
        return one["note"] or "nothing"
    return times_words(one["bits"])


def reasons(match: Document) -> list[tuple[str, str]]:
    """The rule that accepted, the contradictions looked for, the runner-up, and what would settle it."""
    told = [("Decided by", _rule_words(match))]
    held = [one["note"] for one in match["evidence"] if one["field"] in ("outcome", "calibration", "file")]
    if held:
        told.append(("Held back because", f"{'; '.join(held)}."))
    if match["prior_bits"] is not None:
        told.append(("Contradictions looked for", _veto_words(match)))
    told.append(("Next best record", _runner_up_words(match)))
    if match["settles"]:
        settles = listed([SETTLES.get(one, one) for one in match["settles"]], "or")
        told.append(("Would settle it", f"{settles}, stated and agreeing."))
    return told


def _rule_words(match: Document) -> str:
    if not match["rule"]:
        return "no rule: the weights alone never name anybody."
    said = RULES.get(match["rule"], match["rule"])
    return f"{said} Rests on: {BASES[match['basis']].name.lower()} ({match['rule']})."


def _veto_words(match: Document) -> str:
    levels = {one["field"]: one["level"] for one in match["evidence"]}
    found = [name for field, name in VETOES.items() if levels.get(field) == "conflict"]
    blind = [name for field, name in VETOES.items() if levels.get(field, "missing") == "missing"]
    clear = [name for name in VETOES.values() if name not in (*found, *blind)]
    parts = [("found", found), ("looked for and not found", clear), ("could not be looked for", blind)]
    return "; ".join(f"{said}: {listed(names)}" for said, names in parts if names) + "."


def _runner_up_words(match: Document) -> str:
    other = match["runner_up"]
    if other is None:
        return "none came near."
    lost = listed([_in_a_sentence(FIELDS[field]) for field in other["lost_on"]])
    why = "is contradicted by" if other["contradicted"] else "agrees less in"
    return f"{why} {lost}." if lost else "agrees as well, so neither can be named."


def _in_a_sentence(name: str) -> str:
    return name[:1].lower() + name[1:]


def _how_to_read() -> Markup:
    lines = (
        "Each bar is what one field says: filled, to the right, for the record; hollow, to the left, against it.",
        "Beside it stands how many times likelier or less likely (\N{DIVISION SIGN}) it makes the person.",
        "From one upright line to the next it is a thousand times.",
        "In the tables this is told in bits: one bit doubles the odds, ten make a thousand times.",
        "It begins far to the left: before anything is compared, any record of the file could be the one.",
        "A common name says little and a rare one much: the file's own counts set the weight.",
        "At one address a surname in common says next to nothing, since families share it.",
        "The rules decide, not the sum: through a relative or a double, people who are not on file reach high sums.",
        "A contradiction forbids a match whatever the sum.",
    )
    return section("How to read the pictures", el("ul", [el("li", line) for line in lines]))
