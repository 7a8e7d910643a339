"""Complete requests on the order of a court, and what may stand in them instead."""

from __future__ import annotations

import copy
from collections.abc import Mapping, Sequence
from random import Random
from typing import Any

from tests.oracle.near_misses import (
    ABSENT,
    BAR,
    DAY,
    DOCUMENTS,
    FURNISHERS,
    IDENTITY,
    PERIODS,
    REVIEW,
    SAFEGUARDS,
    SPOUSE,
    STATUTE,
    STATUTE_KINDS,
    NearMiss,
    Parts,
)

SECTION = "/us/usc/t26/s6103/"
ITEMS = ["return.1040.total_wages", "return.1040.image", "third_party.w2.wages", "irs.workpaper.page", SPOUSE]
AUTHORISERS = """attorney_general deputy_attorney_general associate_attorney_general assistant_attorney_general
    us_attorney special_prosecutor strike_force_attorney""".split()  # fmt: skip
OTHERS = "assistant_us_attorney acting_us_attorney fbi_director agency_head other".split()
OFFICER = {"id": "O1", "agency": "us.doj.fbi", "personally_and_directly_engaged": True}
ELSEWHERE = {"id": "O2", "agency": "il.isp", "personally_and_directly_engaged": True}
NO_ENGAGEMENT = {"id": "O2", "agency": "us.hhs"}


def complete(chance: Random, *, provision: str, clauses: Sequence[str], items: Sequence[str]) -> Parts:
    """A case in which all is made out, by the order's words and these clauses or by an official's findings instead."""
    period = chance.choice(PERIODS)
    held = _held(chance, period, items)
    recited = [clause for clause in clauses if chance.random() < 0.8]
    answers = {BAR: "no", SAFEGUARDS: "yes", STATUTE: "yes"}
    answers |= {SECTION + clause: "yes" for clause in clauses if clause not in recited}
    authoriser = chance.choice([*AUTHORISERS, *OTHERS])
    if authoriser in OTHERS:
        answers[f"{SECTION}{provision}/B"] = "yes"
    request: dict[str, Any] = {
        "id": "REQ-1",
        "received_on": "2026-03-01",
        "provision": f"26 USC 6103({provision[0]})({provision[2:]})",
        "requester": {"agency": "us.doj"},
        "matter": _matter(chance),
        "recipients": [copy.deepcopy(OFFICER) for _ in range(chance.choice((1, 1, 2)))],
        "items": [held["item"]],
        "court_order": {
            "judge_kind": chance.choice(("district_judge", "magistrate_judge")),
            "ex_parte": True,
            "granted_on": chance.choice(("2026-02-20", "2026-03-05")),
            "authorised_by": authoriser,
            "periods": chance.sample([*PERIODS], 2) if chance.random() < 0.5 else [],
            "items": ["return.1040.phone", held["item"]],
            "recitals": [_cite_text(clause) for clause in recited],
        },
    }
    request["court_order"]["periods"].append(period)
    request["tax_periods"] = [period]
    subject = {"ref": "1", "name": {"given": "Ana", "surname": "Sample"}}
    linked: dict[str, Any] = {"person": "one", "agrees": None, "certified": chance.random() < 0.3}
    return {"request": request, "subject": subject, "held": held, "answers": answers, "linked": linked}


def _held(chance: Random, period: str, items: Sequence[str]) -> dict[str, Any]:
    """Any row: a return, the taxpayer's own, another's, or of a source that is not known."""
    name = chance.choice([*items, *IDENTITY[:2]])
    return {
        "item": name,
        "period": None if name in IDENTITY else period,
        "furnished_by": chance.choice([*FURNISHERS, None]),
        "document": chance.choice([*DOCUMENTS, None]),
    }


def _matter(chance: Random) -> dict[str, Any]:
    child = chance.random() < 0.3
    return {
        "stage": chance.choice(("preparation", "investigation", "grand_jury")),
        "statutes": [] if child else [chance.choice(("18 USC 1343", "21 USC 841", "48 USC 1"))],
        "tax_administration": False,
        "united_states_party": True,
        "child_case": child,
    }


def _cite_text(clause: str) -> str:
    letter, *rest = clause.split("/")
    return f"26 USC 6103({letter})" + "".join(f"({part})" for part in rest)


def finished(parts: Parts) -> NearMiss:
    """The case after its changes, with what follows from them."""
    request, linked = parts["request"], parts["linked"]
    for number, recipient in enumerate(request.get("recipients") or (), 1):
        recipient["id"] = f"O{number}"
    linked["statute_kinds"], linked["day"], linked["address"] = STATUTE_KINDS, DAY.isoformat(), None
    request["items"], request["subjects"] = [parts["held"]["item"]], [parts["subject"]]
    return NearMiss(request, parts["held"], parts["answers"], linked)


def changes(provision: str, clauses: Sequence[str], items: Sequence[str]) -> Mapping[str, list[Any]]:
    """Every field that the paragraph looks at, with what may stand there instead."""
    orders = "request|court_order|"
    found = [provision + "/A", provision + "/B", *clauses]
    return {
        "request|court_order": [None, ABSENT],
        orders + "judge_kind": [
            "district_judge",
            "military_judge",
            "fisa_judge",
            "state_judge",
            None,
            ABSENT,
        ],
        orders + "ex_parte": [False, None, ABSENT],
        orders + "granted_on": ["2026-03-06", None, "2026-03-05"],
        orders + "authorised_by": [*AUTHORISERS, *OTHERS, *OTHERS, None, ABSENT],
        orders + "periods": [[], None, ABSENT, ["2019"], ["all years"], *([text] for text in PERIODS)],
        orders + "items": [[], None, ABSENT, ["return.1040.email"]],
        orders + "recitals": [[], None, ABSENT, *([_cite_text(clause)] for clause in clauses)],
        "request|recipients": [[], None, ABSENT, [OFFICER, ELSEWHERE], [OFFICER, NO_ENGAGEMENT]],
        "request|recipients|0|agency": ["us.doj2", "us", "il.isp", "usa", None, "", ABSENT],
        "request|recipients|0|personally_and_directly_engaged": [False, None, ABSENT],
        "request|matter|stage": ["none", None, ABSENT, "grand_jury"],
        "request|matter|statutes": [[], ABSENT, ["26 USC 7201"], ["48 USC 1"], ["31 USC 3729", "21 USC 841"]],
        "request|matter|tax_administration": [True, None, ABSENT],
        "request|matter|united_states_party": [False, None, ABSENT],
        "request|matter|child_case": [True, False, None, ABSENT],
        "subject|name": [{"entity": "Sample LLC"}, {"surname": "Sample"}, None, ABSENT],
        "held|item": [*items, *IDENTITY],
        "held|period": [*PERIODS, None],
        "linked|person": ["none", "several", "review"],
        f"answers|{REVIEW}": ["yes", "no"],
        "linked|certified": [True, False],
        f"answers|{BAR}": ["yes", "yes", ABSENT],
        f"answers|{SAFEGUARDS}": ["no", ABSENT],
        f"answers|{STATUTE}": ["no", ABSENT],
        **{f"answers|{SECTION}{cite}": ["yes", "no", ABSENT] for cite in found},
    }
