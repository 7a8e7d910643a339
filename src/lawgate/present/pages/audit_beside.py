"""What stands beside the verdicts in an audit's report: money, notices, refusals, the accounting, a sampling plan."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lawgate.present.audit_words import NOT_ADVICE
from lawgate.present.pages.markup import Column, Markup, el, table
from lawgate.present.pages.page import section
from lawgate.present.words import counted, listed, number, readable

Summary = Mapping[str, Any]


def money(summary: Summary) -> Markup:
    """The least amounts of the statute over counted acts, and to whom notice would be due."""
    damages, notices = summary["damages"], summary["notices"]
    told = notices["taxpayers"]
    return section(
        "Figures of the statute",
        table(
            f"{number(damages['dollars_each'])} dollars for each act, the least amount of {damages['cite_text']}",
            [Column("Acts counted"), Column("Acts", "number"), Column("Dollars", "number")],
            [
                [one["of"].capitalize(), number(one["acts"]), number(one["dollars"])]
                for one in damages["sums"]
            ],
        ),
        el(
            "p",
            f"Notice under {notices['cite_text']} is due to a taxpayer as soon as somebody is charged by indictment or "
            "information over the release of his data, or discipline or adverse action is proposed for it. That "
            f"would be {counted(told['unlawful'], 'taxpayer')} of releases unlawful under every reading, "
            f"{number(notices['followed'])} of those unlawful as read here, and at most "
            f"{number(told['unlawful'] + told['turns_on'])}. The list of {counted(notices['listed'], 'taxpayer')}, "
            "each with the ground, stands in notices.csv.",
        ),
        lead=f"{NOT_ADVICE} A release is counted as one act; actual and punitive damages are not in the figures.",
    )


def refusals(summary: Summary) -> Markup:
    """Valid requests under a paragraph that says shall, of which nothing was released."""
    found = summary["refusals"]
    if found is None:
        said = "Not counted: give --batch, the folder of a batch of this request as of the day of release."
        return section("Valid requests of which nothing was released", el("p", said, class_="none"))
    turning = listed([f"{number(times)} on {question}" for question, times in found["turning"].items()])
    return section(
        "Valid requests of which nothing was released",
        el(
            "p",
            f"{counted(found['subjects'], 'subject')} ({counted(found['rows'], 'row')}) met every demand of a "
            f"paragraph that says shall, by the law of {found['as_of']}, and nothing was released."
            + (f" Of these rows some turn on a reading: {turning}." if turning else ""),
        ),
        el("p", "The first: ", ", ".join(found["first"]), class_="small") if found["first"] else None,
    )


def accounting(summary: Summary) -> Markup:
    """Whether a ledger accounts for the releases."""
    found = summary["accounting"]
    if found is None:
        said = "Not looked for: give --ledger, the folder of the account of disclosures."
        return section("The accounting", el("p", said, class_="none"))
    return section(
        "The accounting",
        el(
            "p",
            f"The ledger of {counted(found['size'] or 0, 'entry', 'entries')} accounts for "
            f"{number(found['accounted'])} of {counted(summary['releases'], 'release')}; "
            f"{number(found['not_accounted'])} have no entry (26 U.S.C. 6103(p)(3)(A)).",
        ),
        el("p", f"It does not verify: {counted(len(found['faults']), 'fault')}.", class_="fault")
        if found["faults"]
        else None,
    )


def sampling(summary: Summary) -> Markup | None:
    """How many releases without a record are to be looked at by hand; None where none is missing."""
    plan = summary["sampling"]
    if plan is None:
        return None
    return section(
        "A plan for the missing records",
        table(
            f"How many of {counted(plan['releases'], 'release')} without a record have to be looked at by hand",
            [
                Column("Margin (95 %)"),
                Column("Of each path"),
                Column("Looked at", "number"),
                Column("None unlawful: at most", "number"),
            ],
            [
                [
                    f"± {100 * one['margin']:g} %",
                    listed(
                        [f"{readable(name)} {number(count)}" for name, count in one["of_stratum"].items()]
                    ),
                    number(one["size"]),
                    f"{100 * one['unseen_max']:.2f} %",
                ]
                for one in plan["plans"]
            ],
        ),
        el("p", f"Which: in the order of sampling.csv, by {plan['drawn_by']}.", class_="small"),
    )
