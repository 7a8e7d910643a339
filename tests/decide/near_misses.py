"""A complete request with up to three answers changed or removed: near misses, not noise.

Random requests almost never reach DISCLOSE, so that what is said of them holds of nothing.
"""

from __future__ import annotations

from typing import Any

import hypothesis.strategies as st
from hypothesis import settings
from tests.decide.world import HELD, I1, I5, IMPAIRS, ORDER, REASONS, SAFEGUARDS, Case

generated = settings(
    max_examples=200, derandomize=True, deadline=None, database=None, report_multiple_bugs=False
)
"""How every property here is searched: the same examples each time, none remembered between runs."""

DEMANDED: dict[str, tuple[Any, ...]] = {
    "in_writing": (False, None),
    "requester.signatory.office": (
        "assistant_us_attorney",
        "other",
        "acting_us_attorney",
        "agency_head",
        None,
    ),
    "matter.authority": ("", None),
    "reasons": ("   ", None),
    "subjects.0.name": ({"surname": "Unknown"}, {"entity": "Sample LLC"}, None),
    "subjects.0.address": (
        "62704",
        "Failed to Provide 77002",
        "c/o Jane Roe, 9 Oak Ave, Springfield IL 62704",
        None,
    ),
    "subjects.0.tax_periods": (["most recent"], ["2022"], ["2022", "2023"], []),
}
"""What the paragraph demands of the request itself: not stated, it is NO."""

OPENABLE: dict[str, tuple[Any, ...]] = {
    "requester.level": ("federal", "state", "private"),
    "matter.stage": ("investigation", "grand_jury", "none"),
    "matter.statutes": (["18 USC 1343"], ["8 USC 1231"], ["26 USC 7201"], ["16 USC 1540"]),
    "matter.tax_administration": (False, True),
    "matter.united_states_party": (True, False),
    "matter.child_case": (False, True),
    "recipients.0.agency": ("us.doj.fbi", "us.irs", "state.il"),
    "recipients.0.personally_and_directly_engaged": (True, False),
}
"""What else a request states: not stated, it is OPEN."""

FOUND: dict[str, tuple[str, ...]] = {
    REASONS: ("yes", "no"),
    IMPAIRS: ("no", "yes"),
    SAFEGUARDS: ("yes", "no"),
    "a": ("yes", "no"),
    "b/9": ("yes", "no"),
    "i/1/A/i": ("yes", "no"),
    "i/2/B/i": ("yes", "no"),
}
"""What officials may find."""

SOURCES = (
    "payer",
    "third_party",
    "irs",
    "taxpayer",
    "on_behalf_of_taxpayer",
    "joint_filer",
    "state_tax_agency",
    None,
)
PAPERS = (
    "information_return",
    "return",
    "return_attachment",
    "taxpayer_letter",
    "workpaper",
    "interview",
    None,
)


@st.composite
def near_misses(draw: st.DrawFn, *, changes_max: int = 3) -> Case:
    """The complete case, with up to so many changes in the request, the findings or the records."""
    case = Case()
    for _ in range(draw(st.integers(0, changes_max))):
        case = draw(_changed(case))
    return case


@st.composite
def fewer_and_more(draw: st.DrawFn) -> tuple[Case, Case]:
    """A near miss with some open questions, and the same with some of them answered."""
    fewer = more = draw(near_misses(changes_max=2))
    for place in draw(st.lists(st.sampled_from(sorted(OPENABLE)), max_size=2, unique=True)):
        fewer = fewer.asking(place, None)
        more = more.asking(place, draw(st.sampled_from(OPENABLE[place])))
    for cite in draw(st.lists(st.sampled_from(sorted(FOUND)), max_size=3, unique=True)):
        fewer = fewer.but(answers={name: said for name, said in fewer.answers.items() if name != cite})
        more = more.but(answers={**more.answers, cite: draw(st.sampled_from(FOUND[cite]))})
    if draw(st.booleans()):
        fewer = fewer.but(held=tuple((name, period, None, None) for name, period, _, _ in fewer.held))
    return fewer, more


@st.composite
def _changed(draw: st.DrawFn, case: Case) -> Case:
    kind = draw(st.sampled_from(("demanded", "openable", "found", "person", "held", "provision")))
    if kind in {"demanded", "openable"}:
        table = DEMANDED if kind == "demanded" else OPENABLE
        place = draw(st.sampled_from(sorted(table)))
        return case.asking(place, draw(st.sampled_from((*table[place], None))))
    if kind == "found":
        cite = draw(st.sampled_from(sorted(FOUND)))
        others = {name: said for name, said in case.answers.items() if name != cite}
        said = draw(st.sampled_from((*FOUND[cite], None)))
        return case.but(answers={**others, cite: said} if said else others)
    if kind == "person":
        return case.but(
            person=draw(st.sampled_from(("one", "none", "several", "review"))),
            address_held=draw(st.sampled_from(("current", "earlier", "none", None))),
        )
    if kind == "held":
        number = draw(st.integers(0, len(HELD) - 1))
        name, period, _, _ = HELD[number]
        row = (name, period, draw(st.sampled_from(SOURCES)), draw(st.sampled_from(PAPERS)))
        rest = case.held[:number] + case.held[number + 1 :]
        return case.but(held=draw(st.sampled_from((rest, (*rest, row), (*rest, row, row)))))
    ordered = case.asking("court_order", draw(st.sampled_from((ORDER, None))))
    return ordered.asking("provision", draw(st.sampled_from((None, I1, I5))))
