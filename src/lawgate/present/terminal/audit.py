"""What the command line shows of an audit: its figures, the rows behind a count, one release explained."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from rich.console import Group, RenderableType
from rich.text import Text

from lawgate.present.audit_words import COMPARED, HELD, VERDICT
from lawgate.present.terminal.lines import (
    bar,
    facts,
    grid,
    heading,
    indented,
    quiet,
    shared,
    short_cite,
    state,
    text,
)
from lawgate.present.words import SYNTHETIC, TRUTH, Word, counted, listed, number, readable, row_name, word

Document = Mapping[str, Any]
Lines = Iterator[RenderableType]


def audit_summary(summary: Document) -> RenderableType:
    """The figures of an audit."""
    return Group(*_summary(summary))


def audit_rows(found: Document) -> RenderableType:
    """The releases behind a count."""
    rows = [
        [
            text(one["release_id"]),
            text(one["ref"]),
            text(one["released_on"]),
            state(one["verdict"], VERDICT),
            quiet(", ".join(one["turns_on"])),
        ]
        for one in found["found"]
    ]
    told = f"{number(found['releases'])} of {counted(found['of'], 'release')}: {found['rows']}"
    return Group(text(told, "bold"), grid(["=release", "=ref", "=on", "=verdict", "turns on"], rows))


def audit_release(document: Document) -> RenderableType:
    """One subject's releases, explained."""
    return Group(*_releases(document))


def _summary(summary: Document) -> Lines:
    yield text(f"Audit of {summary['request']}", "bold")
    if summary["synthetic"]:
        yield text(SYNTHETIC, "yellow")
    yield facts([("released on", listed(summary["released_on"])), ("known on", summary["known_on"])])
    yield from _counts("Releases", VERDICT, summary["verdict"])
    yield from _counts("Address, before the release", COMPARED, summary["address"]["compared_then"])
    yield from _counts("Address, by the records", HELD, summary["address"]["held"])
    failing = [one for one in summary["elements"] if one["no"]]
    if failing:
        yield heading("Demands that fail for some release, as the law is read here")
        yield grid(
            ["demand", ">no", ">alone", "=rows"],
            [
                [
                    Text.assemble(text(one["label"]), " ", quiet(short_cite(one["cite_text"]))),
                    text(number(one["no"])),
                    text(number(one["alone"])),
                    quiet(one["rows"]),
                ]
                for one in failing
            ],
        )
    yield from _readings(summary["questions"])
    yield heading("Figures, not advice")
    yield facts((one["of"], f"{number(one['acts'])} acts, {number(one['dollars'])} dollars") for one in
                summary["damages"]["sums"])  # fmt: skip


def _counts(title: str, words: Mapping[str, Word], counts: Sequence[Document]) -> Lines:
    by_state = {one["state"]: one for one in counts}
    whole = sum(one["releases"] for one in counts)
    yield heading(f"{title}: {number(whole)}")
    yield grid(
        ["=", ">", ">", "=", "="],
        [
            [
                state(key, words),
                text(number(by_state[key]["releases"])),
                shared(by_state[key]["releases"], whole),
                bar(by_state[key]["releases"], whole),
                quiet(by_state[key]["rows"]),
            ]
            for key in words
        ],
        head=False,
    )


def _readings(questions: Sequence[Document]) -> Lines:
    if not questions:
        return
    yield heading("Under each reading, the others as they are followed")
    yield grid(
        ["=", "reading", ">unlawful", ">range", ">lawful", ">range"],
        [
            [
                text(f"{question['question']} {one['reading']}{' *' if one['followed'] else ''}"),
                quiet(one["says"]),
                text(number(one["unlawful"])),
                quiet(f"{number(one['unlawful_least'])}-{number(one['unlawful_most'])}"),
                text(number(one["lawful"])),
                quiet(f"{number(one['lawful_least'])}-{number(one['lawful_most'])}"),
            ]
            for question in questions
            for one in question["readings"]
        ],
    )


def _releases(document: Document) -> Lines:
    yield text(f"Audit of {document['request']}, subject {document['ref']}", "bold")
    for release in document["releases"]:
        yield heading(f"Release {release['release_id']} of {release['released_on']}")
        verdict = word(VERDICT, release["verdict"])
        yield Text.assemble(state(release["verdict"], VERDICT), f". {verdict.meaning}")
        yield facts(_facts(release))
        for judged in release["judged"]:
            yield from _judged(judged)


def _facts(release: Document) -> list[tuple[str, str]]:
    compared = {True: "yes", False: "no", None: "not told"}[release["compared_address"]]
    return [
        ("path", readable(release["basis"] or "not told")),
        ("address compared then", compared),
        ("address held", readable(release["address_held"] or "record missing")),
        ("who is named", readable(release["named"])),
        ("as read here", release["followed"]),
        ("as known on the day", readable(release["verdict_then"])),
        *([("turns on", ", ".join(release["turns_on"]))] if release["turns_on"] else []),
        *([("forbidden by", ", ".join(release["orders"]))] if release["orders"] else []),
        *([("orders in doubt", ", ".join(release["orders_in_doubt"]))] if release["orders_in_doubt"] else []),
    ]


def _judged(judged: Document) -> Lines:
    yield Text.assemble("\n", text(row_name(judged), "bold"), f", under {judged['provision_text']}")
    yield indented(
        grid(
            ["=met", "demand", "where"],
            [
                [
                    state(one["truth"], TRUTH),
                    text(one["label"])
                    if one["truth"] == "yes"
                    else Group(text(one["label"]), quiet(readable(one["why"]))),
                    quiet(short_cite(one["cite_text"])),
                ]
                for one in judged["elements"]
            ],
        )
    )
    turning = [one for one in judged["under"] if one["question"] in judged["turns_on"]]
    if turning:
        yield indented(heading("Under each reading of what it turns on"))
        yield indented(
            grid(
                ["=", "outcome", "=at worst", "=at best"],
                [
                    [
                        text(f"{one['question']} {one['reading']}"),
                        text(one["followed"]),
                        text(one["worst"]),
                        text(one["best"]),
                    ]
                    for one in turning
                ],
            )
        )


def differences(document: Document) -> RenderableType:
    """Who gained and who lost between two folders."""
    return Group(*_differences(document))


def _differences(document: Document) -> Lines:
    yield text(f"Differences on {document['request']}", "bold")
    yield facts(
        [
            (f"{document['of']} in both", number(document["compared"])),
            ("only in the one", number(document["only_in_one"])),
            ("only in the other", number(document["only_in_other"])),
        ]
    )
    for name in ("gained", "lost"):
        moved = document[name]
        yield heading(f"{name.capitalize()}: {number(moved['count'])}")
        for way in moved["ways"]:
            yield indented(text(f"{readable(way['from'])} to {readable(way['to'])}: {number(way['count'])}"))
        if moved["elements"]:
            rows = [
                [
                    Text.assemble(text(one["label"]), " ", quiet(short_cite(one["cite_text"]))),
                    text(f"{one['from']} to {one['to']}"),
                    text(number(one["count"])),
                ]
                for one in moved["elements"]
            ]
            yield indented(grid(["demand", "=was and is", f">{document['of']}"], rows))
        if moved["first"]:
            yield indented(quiet(f"the first: {', '.join(moved['first'])}"))
