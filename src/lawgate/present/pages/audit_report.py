"""The report of an audit: which past releases had a ground, by verdict, reading, element, address and order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from lawgate.present.audit_words import COMPARED, HELD, OUTSIDE, VERDICT
from lawgate.present.pages.audit_beside import accounting, money, refusals, sampling
from lawgate.present.pages.charts import bar, mark
from lawgate.present.pages.figures import how_to_read, outcomes
from lawgate.present.pages.markup import Column, Content, Markup, el, join, table
from lawgate.present.pages.page import cited, framed, section
from lawgate.present.words import SYNTHETIC, TRUTH, Word, counted, law_words, listed, number, readable

Summary = Mapping[str, Any]


def audit_page(summary: Summary) -> str:
    """A page that stands alone, from the figures of an audit."""
    body = join(
        _verdicts(summary),
        _address(summary),
        _questions(summary),
        _elements(summary),
        _orders(summary),
        _outside(summary),
        money(summary),
        refusals(summary),
        accounting(summary),
        sampling(summary),
        _how_to_read(),
    )
    return framed(
        f"Audit of {summary['request']}",
        body,
        heading=f"Audit of what was released on request {summary['request']}",
        facts=_source(summary),
        banners=el("p", SYNTHETIC, class_="banner synthetic") if summary["synthetic"] else None,
        foot=el(
            "p",
            "The same releases, request, records, findings and days give the same under the law with these hashes.",
        ),
    )


def _source(summary: Summary) -> list[tuple[str, Content]]:
    law = summary["law"]
    return [
        ("Released on", listed(summary["released_on"])),
        ("Known on", summary["known_on"]),
        *((name.capitalize(), said) for name, said in (law_words(law) if law else [])),
        *((f"Law of {day} (SHA-256)", el("code", digest)) for day, digest in summary["corpus"].items()),
    ]


def _verdicts(summary: Summary) -> Markup:
    whole = summary["releases"]
    found = {one["state"]: one for one in summary["verdict"]}
    counts = {key: found[key]["releases"] for key in VERDICT}
    then = {one["state"]: one["releases"] for one in summary["verdict_then"]}
    return section(
        "Verdicts",
        el("p", _in_a_sentence(summary, counts), class_="sum"),
        outcomes("Releases by verdict", "Releases", VERDICT, counts, whole),
        _opened("Verdict, as known now and as known on the day", VERDICT, summary["verdict"], whole, then),
        lead="By the law of the day of release, judged under every reading that may be adopted. An order counts "
        "only where it stood on that day for certain.",
    )


def _in_a_sentence(summary: Summary, counts: Mapping[str, int]) -> str:
    turning = summary["turning"]
    said = {
        "unlawful": "unlawful under every reading",
        "turns_on": "turning on how the law is read",
        "undeterminable": "not to be told",
        "lawful": "lawful",
    }
    told = [f"{number(counts[key])} {words}" for key, words in said.items() if counts[key]]
    most = f" Most of those that turn do so on {turning[0]['questions']}." if turning else ""
    return f"{counted(summary['releases'], 'release')}: {listed(told)}.{most}"


def _opened(
    caption: str,
    words: Mapping[str, Word],
    counts: Sequence[Summary],
    whole: int,
    then: Mapping[str, int] | None = None,
) -> Markup:
    """Counts, each with the key that opens it and the first of its rows."""
    by_state = {one["state"]: one for one in counts}
    shown = [*words, *(state for state in by_state if state not in words)]
    return table(
        caption,
        [
            Column("Count"),
            Column("Share", "bars"),
            Column("Releases", "number"),
            *([Column("On the day", "number")] if then is not None else []),
            Column("Its rows", "keys"),
        ],
        [
            [
                _named(words, state),
                bar({_kind(state): by_state[state]["releases"]}, whole),
                number(by_state[state]["releases"]),
                *([number(then[state])] if then is not None else []),
                _rows(by_state[state]),
            ]
            for state in shown
        ],
    )


def _named(words: Mapping[str, Word], state: str) -> Content:
    told = words.get(state)
    return [told.name, el("span", told.meaning, class_="small")] if told else readable(state)


def _kind(state: str) -> str:
    return state if state in VERDICT else "count"


def _rows(count: Summary) -> Content:
    """What opens a count, and the first subjects behind it."""
    if not count["releases"]:
        return "–"
    first = ", ".join(count["first"][:4])
    more = ", …" if count["releases"] > 4 else ""
    return [el("code", f"--rows {count['rows']}"), el("span", f"{first}{more}", class_="small")]


def _address(summary: Summary) -> Markup:
    told, whole = summary["address"], summary["releases"]
    crossed = [row for row in told["crossed"] if any(row[key] for key in HELD)]
    return section(
        "The address",
        _opened("Whether it was compared before the release", COMPARED, told["compared_then"], whole),
        _opened("What it is, by the records as they are held", HELD, told["held"], whole),
        table(
            "The one beside the other",
            [Column("Before the release"), *(Column(word.name, "number wraps") for word in HELD.values())],
            [[COMPARED[row["compared"]].name, *(number(row[key]) for key in HELD)] for row in crossed],
        ),
        _opened("What stands where no address is", {}, told["placeholder_kinds"], whole)
        if told["placeholder_kinds"]
        else None,
        lead="Two findings that are easily taken for one. That nobody compared an address does not say that it is "
        "wrong; that it agrees now does not say that anybody looked then.",
    )


def _questions(summary: Summary) -> Markup | None:
    asked = summary["questions"]
    if not asked:
        return None
    return section(
        "Reading by reading",
        table(
            "On which questions the releases turn",
            [Column("Questions that must all be read otherwise, or any of which matters"), Column("Share", "bars"),
             Column("Releases", "number")],
            [
                [one["questions"], bar({"turns_on": one["releases"]}, summary["releases"]), number(one["releases"])]
                for one in summary["turning"]
            ],
        ) if summary["turning"] else None,
        [_question(one, summary["releases"]) for one in asked],
        lead="Each row follows one reading of one question, all others as they are followed here. The range says "
        "how far the other questions move the count: from what is unlawful under every reading of them to what is "
        "unlawful under some.",
    )  # fmt: skip


def _question(question: Summary, whole: int) -> Markup:
    return table(
        [f"{question['question']}. {question['asks']} ", el("code", f"--rows {question['rows']}")],
        [
            Column("Reading"),
            Column("Share", "bars"),
            Column("Unlawful", "number"),
            Column("Range", "number"),
            Column("Lawful", "number"),
            Column("Range", "number"),
        ],
        [
            [
                [_reading_name(one), el("span", one["says"], class_="small")],
                bar(
                    {
                        "unlawful": one["unlawful"],
                        "undeterminable": one["undeterminable"],
                        "lawful": one["lawful"],
                    },
                    whole,
                ),
                number(one["unlawful"]),
                f"{number(one['unlawful_least'])}–{number(one['unlawful_most'])}",
                number(one["lawful"]),
                f"{number(one['lawful_least'])}–{number(one['lawful_most'])}",
            ]
            for one in question["readings"]
        ],
    )


def _reading_name(reading: Summary) -> str:
    marks = [
        *(["followed here"] if reading["followed"] else []),
        *([] if reading["adoptable"] else ["never adopted"]),
    ]
    return f"{reading['reading']} ({listed(marks)})" if marks else reading["reading"]


def _elements(summary: Summary) -> Markup | None:
    elements = summary["elements"]
    if not elements:
        return None
    return section(
        "Element by element",
        table(
            "Demands of the law, under the readings followed, and for how many releases each is met",
            [
                Column("Demand"),
                Column("Where it stands", "cites"),
                Column("Share", "bars"),
                *(Column(mark(key, word.name), "number") for key, word in TRUTH.items()),
                Column("Alone", "number"),
            ],
            [
                [
                    [one["label"], el("span", el("code", f"--rows {one['rows']}"), class_="small")],
                    cited(one["cite_text"]),
                    bar({key: one[key] for key in TRUTH}, sum(one[key] for key in TRUTH)),
                    *(number(one[key]) for key in TRUTH),
                    number(one["alone"]),
                ]
                for one in elements
            ],
        ),
        lead="The last column counts the releases of which this is the only demand that fails.",
    )


def _orders(summary: Summary) -> Markup:
    orders = summary["orders"]
    if not orders:
        return section("Orders of courts", el("p", "No order bears on these releases.", class_="none"))
    return section(
        "Orders of courts",
        table(
            "Orders that forbade, may have forbidden, or would now forbid what was released",
            [
                Column("Order"),
                Column("Begins"),
                Column("Forbade", "number"),
                Column("In doubt", "number"),
                Column("Now"),
            ],
            [
                [
                    [f"{one['order']}, {one['court']}", el("span", one["says"], class_="small")],
                    one["begins"],
                    number(one["forbade"]),
                    number(one["in_doubt"]),
                    _now(one),
                ]
                for one in orders
            ],
        ),
        lead="An order whose day is not known for certain is not held against a past release; it stands in doubt.",
    )


def _outside(summary: Summary) -> Markup | None:
    found = summary["outside"]
    if not any(one["releases"] for one in found):
        return None
    return section(
        "Outside the request",
        _opened("Releases of what nobody asked for", OUTSIDE, found, summary["releases"]),
        lead="No paragraph opens what the request does not name or ask for, so these are unlawful however the law "
        "is read. One release may be both.",
    )


def _now(order: Summary) -> str:
    if not order["in_force_now"]:
        return "not in force"
    return "in force; sets apart what was received" if order["quarantines"] else "in force"


def _how_to_read() -> Markup:
    terms = {
        "Turns on a reading": "Q1 to Q14 are questions on which courts, agencies and parties differ. A reading that "
        "can never be adopted is shown, and no verdict rests on it.",
        "Its rows": "lawgate explain FOLDER --rows KEY lists the releases behind a count; lawgate explain FOLDER REF "
        "explains one.",
        "Cannot be told": "nobody answered a question that only an official can answer, or a record is missing.",
    }
    return how_to_read(terms)
