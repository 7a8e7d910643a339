"""The picture of a decision and the page of a match say in words and to scale what was found."""

from __future__ import annotations

import re
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest
from tests.present.markup_reader import PageReader
from tests.present.match_documents import evidence, family, found, held, nobody, summary

from lawgate.linkage.calibrate import ControlFamily
from lawgate.linkage.level import Level
from lawgate.linkage.person import Basis
from lawgate.linkage.policy import POLICY
from lawgate.linkage.resolve import FIELDS as COMPARED
from lawgate.present.match_words import (
    BASES,
    FAMILIES,
    FIELDS,
    LEVELS,
    RULES,
    factor_words,
    odds_words,
    percent,
    times_words,
)
from lawgate.present.pages.calibration import chart
from lawgate.present.pages.match import match_page, reasons
from lawgate.present.pages.waterfall import steps_of, waterfall

RECORDS = 310_631


def test_every_rule_field_level_basis_and_family_has_its_plain_words() -> None:
    assert set(RULES) == {rule.name for rule in POLICY.rules}
    assert set(BASES) == set(Basis)
    assert set(FAMILIES) == set(ControlFamily)
    assert set(LEVELS) == set(Level)
    assert set(COMPARED) <= set(FIELDS)


def test_the_steps_lead_from_the_prior_to_the_sum() -> None:
    steps = steps_of(found(), RECORDS)
    assert [step.kind for step in steps] == ["prior", "for", "against", "for", "for", "sum"]
    assert all(later.start == pytest.approx(sooner.end) for sooner, later in pairwise(steps[:-1]))
    assert steps[-1].end == pytest.approx(found()["total_bits"])


def test_a_bar_is_as_long_as_its_bits() -> None:
    drawing = ET.fromstring(waterfall(found(), RECORDS, key="k", alone=True))  # noqa: S314 - our own
    bars = list(drawing.iter("{http://www.w3.org/2000/svg}rect"))[1:]
    bits = [abs(step.bits) for step in steps_of(found(), RECORDS)]
    widths = [float(one.attrib["width"]) for one in bars]
    assert [width / widths[0] for width in widths] == pytest.approx([one / bits[0] for one in bits], abs=0.01)


def test_what_speaks_against_is_hollow_and_reaches_back() -> None:
    drawing = waterfall(found(), RECORDS, key="k")
    assert len(re.findall(r'<rect[^>]*fill="#fff"[^>]*stroke="#8f2d2d"', drawing)) == 1


def test_the_picture_is_told_in_words_for_who_cannot_see_it() -> None:
    drawing = waterfall(found(), RECORDS, key="k")
    assert 'role="img"' in drawing
    assert "<title>How the evidence about B2 adds up</title>" in drawing
    assert "Surname: different, \N{DIVISION SIGN} 13." in drawing
    assert "All together: 1,100 to 1 for." in drawing
    assert "one of the 310,631 records on file" in drawing


def test_a_ref_is_never_markup_in_a_picture() -> None:
    drawing = waterfall(found(ref="<script>"), RECORDS, key="k")
    assert "<script" not in drawing


def test_why_it_came_out_so_names_rule_contradictions_runner_up_and_what_would_settle_it() -> None:
    told = dict(reasons(found()))
    assert "the surname is another, as after marriage" in told["Decided by"]
    assert told["Contradictions looked for"] == (
        "looked for and not found: another given name and another date of birth; "
        "could not be looked for: another taxpayer number and another generation (Jr, Sr)."
    )
    assert told["Next best record"] == "is contradicted by given name and date of birth."
    waiting = dict(reasons(held()))
    assert waiting["Decided by"].startswith("no rule")
    assert waiting["Held back because"] == "another record is plausible."
    assert waiting["Next best record"] == "agrees as well, so neither can be named."
    assert waiting["Would settle it"] == "the date of birth or the taxpayer number, stated and agreeing."


def test_a_contradiction_is_said_to_forbid() -> None:
    against = found(evidence=[evidence("birth", "conflict", -6.0, "contradiction")], status="none")
    page = match_page(summary(), [against])
    assert "contradicts: this record cannot be the person" in page
    assert "found: another date of birth" in dict(reasons(against))["Contradictions looked for"]


def test_where_nobody_was_compared_there_is_no_picture() -> None:
    page = match_page(summary(calibration=None, ceiling=None), [nobody()])
    assert "<svg" not in page.partition("Subject B4")[2]
    assert "No calibration was given" in page


def test_a_family_without_an_error_is_a_hollow_dot_and_its_bound_is_said() -> None:
    clean, erring = (
        chart([family("strangers", 0, 0.00025)], 0.001),
        chart([family("household", 9, 0.002)], 0.001),
    )
    assert re.search(r'<circle[^>]*fill="#fff"', clean)
    assert not re.search(r'<circle[^>]*fill="#fff"', erring)
    assert "Strangers: at most 0.025%." in clean


def test_every_figure_of_the_controls_stands_on_the_page() -> None:
    rows = PageReader(match_page(summary(), [])).table("Families of controls")["tbody"]
    assert [cells[1:] for cells in rows] == [
        ["12,000", "0", "each", "0.025%"],
        ["12,000", "1", "each", "0.04%"],
        ["12,000", "30", "each", "0.34%"],
        ["12,000", "7,193", "0.00088 each", "0.053%"],
    ]


@pytest.mark.parametrize(
    ("bits", "said"), [(0.2, "about even"), (10.0, "1,000 to 1 for"), (-20.0, "1 million to 1 against")]
)
def test_bits_are_said_as_odds(bits: float, said: str) -> None:
    assert odds_words(bits) == said


@pytest.mark.parametrize(
    ("bits", "said"),
    [
        (0.05, "says next to nothing"),
        (1.0, "2.0 times likelier the person"),
        (-4.0, "16 times likelier somebody else"),
    ],
)
def test_the_bits_of_a_field_are_said_as_times(bits: float, said: str) -> None:
    assert times_words(bits) == said


@pytest.mark.parametrize(
    ("rate", "said"), [(0.0, "0%"), (0.00025, "0.025%"), (0.0000041, "0.00041%"), (1.0, "100%")]
)
def test_a_small_rate_is_never_rounded_to_nothing(rate: float, said: str) -> None:
    assert percent(rate) == said


@pytest.mark.parametrize(("bits", "said"), [(0.05, "1"), (8.2, "290"), (1.6, "3.0"), (-3.7, "13")])
def test_a_bar_says_how_many_times_likelier(bits: float, said: str) -> None:
    sign = "\N{MULTIPLICATION SIGN}" if bits > 0 else "\N{DIVISION SIGN}"
    assert factor_words(bits) == f"{sign} {said}"


def test_a_file_too_small_for_the_ceiling_is_said_to_be_small_and_not_to_err() -> None:
    calibration = summary()["calibration"]
    small = {**calibration, "families": [family("strangers", 0, 0.0011), family("household", 30, 0.0034)]}
    told = match_page(summary(calibration=small), [])
    assert "Strangers: no error was seen" in told
    assert "About 3,000 show 0.1%" in told
    assert "no error was seen" not in match_page(summary(), [])
