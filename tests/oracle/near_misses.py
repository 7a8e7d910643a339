"""Near misses under 26 U.S.C. 6103(i)(2): a complete case with up to three answers changed or removed.

Random requests almost never come near a disclosure, so that whatever is said of them holds of nothing.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from random import Random
from typing import Any

from tests.oracle.cedar_i2 import Case

from lawgate.linkage.address import assess

Parts = dict[str, Any]

ABSENT = object()
DAY = date(2026, 3, 5)

HEAD = "/us/usc/t26/s6103/i/2/A"
REVIEW = "/us/usc/t26/s6103/a"
ADDRESS = "/us/usc/t26/s6103/i/2/B/i"
AUTHORITY = "/us/usc/t26/s6103/i/2/B/iii"
REASONS = "/us/usc/t26/s6103/i/2/B/iv"
STATUTE = "/us/usc/t26/s6103/i/1/A/i"
OTHER_LIMB = "/us/usc/t26/s6103/i/2/A/ii"
BAR = "/us/usc/t26/s6103/i/6"
SAFEGUARDS = "/us/usc/t26/s6103/p/4"

STATUTE_KINDS = {
    "18 USC 1343": "criminal_nontax",
    "18 U.S.C. 1028A": "criminal_nontax",
    "8 USC 1253(a)(1)": "criminal_nontax",
    "8 USC 1253(a)(1)(A)": "criminal_nontax",
    "8 USC 1253(a)(1)(B)": "criminal_nontax",
    "8 U.S.C. 1253(a)(1)(C)": "criminal_nontax",
    "8 USC 1253(a)(1)(D)": "criminal_nontax",
    "8 USC 1326": "criminal_nontax",
    "21 USC 841": "criminal_nontax",
    "26 USC 7201": "criminal_tax",
    "26 USC 7206": "criminal_tax",
    "31 USC 3729": "civil",
    "8 USC 1229a": "civil",
    "48 USC 1": "unlisted",
    "the wire fraud statute": "unlisted",
    "8 USC 1253": "unlisted",
    "8 USC 1253(a)": "unlisted",
    "8 USC 1253(b)": "unlisted",
}

JUSTICE = """attorney_general deputy_attorney_general associate_attorney_general assistant_attorney_general
    fbi_director dea_administrator us_attorney special_prosecutor strike_force_attorney""".split()
HEADS_IN_DOUBT = "acting_agency_head component_head acting_component_head".split()
OFFICES = [*JUSTICE, *HEADS_IN_DOUBT, *"""agency_head inspector_general acting_us_attorney
    assistant_us_attorney assistant_director delegate comptroller_general president committee_chair
    state_agency_head taxpayer other""".split()]  # fmt: skip
LEVELS = "federal state local tribal foreign private self congress court president".split()
AGENCIES = "us.doj us.doj.fbi us.doj.usao us.doj2 us.dhs us.dhs.ice us.dhs.ice.ero us.hhs us il.isp".split()
STAGES = "preparation investigation grand_jury none".split()
FURNISHERS = """taxpayer on_behalf_of_taxpayer joint_filer payer third_party irs state_tax_agency
    other_agency""".split()
DOCUMENTS = """return return_attachment estimated_tax_form taxpayer_letter information_return
    information_return_image summons_response interview workpaper account statement_of_third_party
    agency_report state_record""".split()

NAMES: list[Any] = [
    {"given": "Ana", "middle": None, "surname": "Sample", "suffix": None},
    {"given": "José", "surname": "Núñez-Ortega", "suffix": "Jr"},
    {"given": None, "surname": "Sample"},
    {"given": "FNU", "surname": "Sample"},
    {"given": "Ana", "surname": "UNKNOWN"},
    {"given": "John", "surname": "Sample"},
    {"given": "Jane", "middle": "Doe", "surname": "Sample"},
    {"entity": "Sample LLC"},
]  # fmt: skip
NO_NAMES: list[Any] = [
    None,
    ABSENT,
    {},
    {"given": "", "surname": " ", "suffix": "Jr"},
    {"middle": "Ana"},
    {"given": "FNU", "surname": "LNU"},
    {"given": "UNKNOWN", "surname": "N/A"},
    {"given": "John", "surname": "Doe"},
    {"given": "JANE", "middle": "Q", "surname": "DOE"},
    {"given": "Test", "surname": "TEST"},
    {"surname": "UNKNOWN"},
    {"entity": "Unknown"},
]  # fmt: skip
ADDRESSES = [
    "12 Elm St Apt 3, Springfield IL 62704",
    "4500 Oak Ave, Austin, TX 78701",
    "PO Box 12, Springfield IL 62704",
    "RR 2 Box 14, Alma WI 54610",
    "c/o Jane Roe, 12 Elm St, Springfield IL 62704",
    "c/o Acme Services LLC, 12 Elm St, Springfield IL 62704",
    "Salvation Army Shelter, 1 Main St, Austin, TX 78701",
    "12 Elm St, Springfield",
    "Cook County Jail, 2700 S California Ave, Chicago, IL 60608",
    "General Delivery, Springfield IL 62704",
    "Calle Mayor 5, Madrid, Spain",
    "UNKNOWN",
    "N/A",
    "no fixed abode",
    "62704",
    "Springfield IL",
]
ADEQUATE = [text for text in ADDRESSES if assess(text).outcome == "adequate"]
PERIODS = ["2023", "2021", "2022Q1", "2022Q4", "2020-02", "2020-12"]
"""No two of these overlap: a year that covers its quarters is tested apart."""
NO_PERIODS = ["FY2019", "2019Q5", "2019-13", "0000", "2018-2019", "all years", "0", "20190"]

IDENTITY = ("identity.name", "identity.mailing_address", "identity.tin")
SPOUSE = "return.joint.spouse_income"
STATUS = "irs.master_file.residence_status"
KINDS = [
    "third_party.w2.wages", "third_party.1099.interest", "third_party.summons.bank_records",
    "irs.workpaper.page", "irs.account.assessment", "taxpayer.employer", "return.1040.phone",
    "state.tax_record",
]  # fmt: skip
SOURCES = [
    ("payer", "information_return"),
    ("third_party", "summons_response"),
    ("third_party", "interview"),
    ("third_party", "statement_of_third_party"),
    ("irs", "workpaper"),
    ("irs", "account"),
    ("other_agency", "agency_report"),
    ("other_agency", "state_record"),
]
AUTHORITIES = ["28 USC 533", "18 USC 3052", "8 U.S.C. 1357", "the Tariff Act of 1930", "our charter"]
DEPARTURE = "8 USC 1253(a)(1)"
OTHER_LIMBS = ["8 USC 1253(a)(1)(B)", "8 U.S.C. 1253(a)(1)(C)", "8 USC 1253(a)(1)(D)"]
WITH_THE_DAYS = ["8 USC 1253", "8 USC 1253(a)", DEPARTURE, "8 USC 1253(a)(1)(A)"]
"""The limb of ninety days, and what holds it."""
DEPARTURES = [*WITH_THE_DAYS, *OTHER_LIMBS]
UNLISTED = ["48 USC 1", "the wire fraud statute", "8 USC 1253(b)"]
LONG_PAST = ["2025-12-04", "2025-11-01", "2019-06-30"]
NINETY_DAYS_OR_LESS = ["2025-12-05", "2026-01-15", "2026-03-05"]
CLASSES = ["8 USC 1227(a)(2)(A)(iii)", "8 U.S.C. 1227(a)(1)(B)", "8 USC 1227(a)"]
NO_CLASSES = ["8 USC 1182(a)(6)(A)", "8 USC 1227(b)", "INA 237(a)"]
BLANK = [ABSENT, None, "", "  "]


@dataclass(frozen=True)
class NearMiss:
    """A request with one subject, one row held, the officials' answers by cite, and what was linked."""

    request: dict[str, Any]
    held: dict[str, Any]
    answers: dict[str, str]
    linked: dict[str, Any]

    @property
    def subject(self) -> dict[str, Any]:
        """The one subject of the request."""
        subject: dict[str, Any] = self.request["subjects"][0]
        return subject

    @property
    def case(self) -> Case:
        """The same as the oracle takes it."""
        return self.request, self.subject, self.held, self.answers, self.linked


def near_misses(seed: int) -> Iterator[NearMiss]:
    """Cases of (i)(2) without end, the same for the same seed."""
    for parts in changed_parts(seed, _complete, CHANGES):
        yield _linked(parts)


def changed_parts(
    seed: int, complete: Callable[[Random], Parts], changes: Mapping[str, list[Any]]
) -> Iterator[Parts]:
    """Complete cases with up to three changes made, without end, the same for the same seed."""
    chance = Random(seed)
    paths = list(changes)
    while True:
        parts = complete(chance)
        for changed in chance.sample(paths, chance.choices((0, 1, 2, 3), (1, 5, 3, 2))[0]):
            _change(parts, changed, chance.choice(changes[changed]))
        yield parts


def _complete(chance: Random) -> dict[str, Any]:
    """A case in which every element is made out."""
    office, agency, recipients = _asker(chance)
    period = chance.choice(PERIODS)
    held = _held(chance, period)
    request: dict[str, Any] = {
        "id": "REQ-1",
        "received_on": "2026-03-01",
        "in_writing": True,
        "provision": "26 USC 6103(i)(2)",
        "requester": {"agency": agency, "level": "federal", "signatory": {"name": "S", "office": office}},
        "matter": _matter(chance),
        "recipients": recipients,
        "reasons": "the wages paid bear on the source of the funds",
        "items": [held["item"]],
    }
    subject: dict[str, Any] = {
        "ref": "1",
        "name": copy.deepcopy(chance.choice(NAMES)),
        "address": chance.choice(ADEQUATE),
    }
    stating = chance.choice((request, subject))
    stating["tax_periods"] = chance.sample(
        [other for other in PERIODS if other != period], chance.randint(0, 2)
    )
    stating["tax_periods"].insert(chance.randint(0, len(stating["tax_periods"])), period)
    if chance.random() < 0.5:
        subject["recipients"] = [recipient["id"] for recipient in recipients]
    if chance.random() < 0.2:
        subject["reasons"] = "the subject's own return bears on the loss"
    answers = {REASONS: "yes", BAR: "no", SAFEGUARDS: "yes", HEAD: "yes", ADDRESS: "yes", STATUTE: "yes"}
    for needless in chance.sample((HEAD, ADDRESS, STATUTE), chance.randint(0, 3)):
        if needless != HEAD or office in (*JUSTICE, "agency_head", "inspector_general"):
            answers.pop(needless)
    if request["matter"]["authority"] == "our charter" or chance.random() < 0.3:
        answers[AUTHORITY] = "yes"
    designated = request["matter"]["statutes"]
    if not any(STATUTE_KINDS[text] == "criminal_nontax" for text in designated):
        answers[STATUTE] = "yes"
    elif set(designated) & {*DEPARTURES} and set(designated) & {*UNLISTED}:
        answers |= chance.choice(({STATUTE: "yes"}, {STATUTE: "no"}, {}))
    if set(designated) & {*DEPARTURES} or chance.random() < 0.1:
        subject["removal_order"] = _removal_order(chance, answers, designated)
    linked = {"person": "one", "agrees": chance.choice(("current", "earlier"))}
    if chance.random() < 0.1:
        linked["person"], answers[REVIEW] = "review", "yes"
    return {"request": request, "subject": subject, "held": held, "answers": answers, "linked": linked}


def _asker(chance: Random) -> tuple[str, str, list[dict[str, Any]]]:
    """An office that may ask, its agency, and one to three officers of that agency."""
    if chance.random() < 0.5:
        office = chance.choice([*JUSTICE, "acting_us_attorney"])
        agency = (
            "us.doj"
            if office == "acting_us_attorney"
            else chance.choice(["us.doj", "us.doj.usao", "us.doj.fbi"])
        )
        parts = ["us.doj", "us.doj.fbi", "us.doj.usao"]
    else:
        office = chance.choice(["agency_head", "inspector_general", *HEADS_IN_DOUBT])
        agency = chance.choice(["us.dhs", "us.dhs.ice", "us.doj", "us.hhs"])
        parts = [agency, f"{agency}.oig"]
    recipients = [
        {
            "id": f"O{number}",
            "name": f"Agent {number}",
            "agency": chance.choice(parts),
            "personally_and_directly_engaged": True,
        }
        for number in range(1, chance.choice((2, 2, 2, 3, 4)))
    ]
    return office, agency, recipients


def _matter(chance: Random) -> dict[str, Any]:
    """A matter that is a proceeding of either limb."""
    matter: dict[str, Any] = {
        "stage": chance.choice(STAGES[:3]),
        "authority": chance.choice(AUTHORITIES),
        "statutes": chance.sample(list(STATUTE_KINDS), chance.randint(0, 1)),
        "tax_administration": False,
        "united_states_party": True,
        "child_case": False,
    }
    if chance.random() < 0.1:
        return {**matter, "child_case": True, "statutes": []}
    enough = [text for text, kind in STATUTE_KINDS.items() if kind == "criminal_nontax"]
    departure = [chance.choice(DEPARTURES), *chance.sample(UNLISTED, chance.randint(0, 1))]
    designated = chance.choices((["48 USC 1"], departure, [chance.choice(enough)]), (3, 5, 12))[0]
    matter["statutes"] = list(dict.fromkeys([*matter["statutes"], *designated]))
    return matter


def _removal_order(chance: Random, answers: dict[str, str], designated: list[str]) -> dict[str, Any]:
    """A final order more than ninety days old where that limb is designated, or any and the finding of another."""
    if chance.random() < 0.6 and set(designated) & {*WITH_THE_DAYS}:
        return {"final_on": chance.choice(LONG_PAST), "class_cite": chance.choice(CLASSES)}
    answers[OTHER_LIMB] = "yes"
    days = chance.choice([*LONG_PAST, *NINETY_DAYS_OR_LESS])
    return {"final_on": days, "class_cite": chance.choice(CLASSES)}


def _held(chance: Random, period: str) -> dict[str, Any]:
    """A row that the paragraph opens: identity whoever furnished it, or what the taxpayer did not."""
    if chance.random() < 0.25:
        return {
            "item": chance.choice(IDENTITY),
            "period": None,
            "furnished_by": chance.choice([*FURNISHERS, None]),
            "document": chance.choice([*DOCUMENTS, None]),
        }
    furnished_by, document = chance.choice(SOURCES)
    return {
        "item": chance.choice(KINDS),
        "period": period,
        "furnished_by": furnished_by,
        "document": document,
    }


_OFFICER = {"id": "O1", "agency": "us.doj", "personally_and_directly_engaged": True}
_OWN_MATTERS: list[Any] = [
    None,
    {"number": "26-cr-1"},
    {"stage": "investigation", "authority": "28 USC 533", "child_case": True},
    {"stage": "grand_jury", "statutes": ["8 USC 1326"], "tax_administration": False,
     "united_states_party": True},
]  # fmt: skip
CHANGES: Mapping[str, list[Any]] = {
    "request|in_writing": [False, None, ABSENT],
    "request|requester|signatory|office": [*OFFICES, *OFFICES, None, "", ABSENT],
    "request|requester|signatory": [None, ABSENT, {"name": "S"}],
    "request|requester|level": [*LEVELS, None, "", ABSENT],
    "request|requester|agency": AGENCIES,
    "request|matter": [None, ABSENT],
    "request|matter|authority": [*BLANK, "N/A", "to follow", *(["our inherent powers"] * 4)],
    "request|matter|stage": [*STAGES, "none", "none", None, "", ABSENT],
    "request|matter|statutes": [
        [], None, ABSENT, [""], ["26 USC 7201"], ["31 USC 3729"], ["48 USC 1"],
        ["26 USC 7201", "31 USC 3729"],
        ["31 USC 3729", "the wire fraud statute"], ["26 USC 7206", "18 USC 1343"],
        ["8 USC 1229a", "8 USC 1326"],
        ["48 USC 1", "21 USC 841"], [DEPARTURE], [DEPARTURE, "18 USC 1343"], [DEPARTURE, "26 USC 7201"],
        *([DEPARTURE, other] for other in UNLISTED), *([one] for one in DEPARTURES),
        ["8 USC 1253(a)", "48 USC 1"], [OTHER_LIMBS[0], "8 USC 1253(a)(1)(A)"], OTHER_LIMBS[1:],
        ["8 USC 1253(b)"],
    ],
    "request|matter|tax_administration": [True, True, None, ABSENT],
    "request|matter|united_states_party": [False, False, None, ABSENT],
    "request|matter|child_case": [True, None, ABSENT],
    "subject|matter": _OWN_MATTERS,
    "request|recipients": [
        [], None, ABSENT, [_OFFICER, {"id": "O2"}], [{"id": "O1"}],
        [_OFFICER, {"id": "O2", "agency": "us.dhs.ice", "personally_and_directly_engaged": None}],
    ],
    "request|recipients|0|agency": [*AGENCIES, None, "", ABSENT],
    "request|recipients|0|personally_and_directly_engaged": [False, False, None, ABSENT],
    "request|recipients|0|name": [None, "", ABSENT, "TBD", "unknown", "N/A", "to follow"],
    "subject|removal_order": [None, ABSENT, {}, {"final_on": "2025-11-01", "class_cite": "8 USC 1227(a)(2)"}],
    "subject|removal_order|final_on": [*LONG_PAST, *NINETY_DAYS_OR_LESS, "2026-03-06", None, ABSENT],
    "subject|removal_order|class_cite": [*CLASSES, *NO_CLASSES, None, "", ABSENT],
    "subject|recipients": [[], None, ABSENT, ["O1"]],
    "request|reasons": [*BLANK, "N/A", "see above"],
    "subject|reasons": [*BLANK, "the subject's own"],
    "subject|name": [*NAMES, *NO_NAMES],
    "subject|address": [*ADDRESSES, *BLANK, *BLANK],
    "subject|tax_periods": [[], None, ABSENT, [""], *([text] for text in [*PERIODS, *NO_PERIODS])],
    "request|tax_periods": [[], None, ABSENT, [""], *([text] for text in [*PERIODS, *NO_PERIODS])],
    "periods": [[], None, [""], NO_PERIODS[:2], NO_PERIODS],
    "held|item": [*IDENTITY, SPOUSE, SPOUSE, SPOUSE, STATUS, STATUS, *KINDS],
    "held|period": [*PERIODS, "FY2019", None],
    "held|furnished_by": [*FURNISHERS, "a neighbour", None, None],
    "held|document": [*DOCUMENTS, "a napkin", None, None],
    "linked|person": ["none", "several", "review", "one"],
    "linked|agrees": ["current", "earlier", "none", None],
    **{f"answers|{cite}": ["yes", "no", ABSENT] for cite in (HEAD, REVIEW, ADDRESS, AUTHORITY, STATUTE)},
    f"answers|{OTHER_LIMB}": ["yes", "no", "no", ABSENT],
    f"answers|{REASONS}": ["no", ABSENT],
    f"answers|{BAR}": ["yes", ABSENT],
    f"answers|{SAFEGUARDS}": ["no", ABSENT],
}  # fmt: skip
"""Every field that the paragraph looks at, with what may stand there instead; ABSENT takes it away."""


def _change(parts: dict[str, Any], path: str, value: Any) -> None:
    """Make one change; where an earlier one took the place away there is nothing left to change."""
    if path == "periods":
        parts["request"]["tax_periods"], parts["subject"]["tax_periods"] = copy.copy(value), None
        return
    *way, last = path.split("|")
    place: Any = parts
    for step in way:
        place = (place[:1] or [None])[0] if isinstance(place, list) else (place or {}).get(step)
    if place is None:
        return
    if value is ABSENT:
        place.pop(last, None)
    else:
        place[last] = copy.deepcopy(value)


def _linked(parts: dict[str, Any]) -> NearMiss:
    """The case with what was linked, and with what follows from its changes."""
    request, subject, linked = parts["request"], parts["subject"], parts["linked"]
    listed = {recipient["id"] for recipient in request.get("recipients") or ()}
    if subject.get("recipients"):
        subject["recipients"] = [one for one in subject["recipients"] if one in listed]
    text = subject.get("address")
    linked["address"] = assess(text).outcome.value if text and text.strip() else None
    linked["statute_kinds"] = STATUTE_KINDS
    linked["day"] = DAY.isoformat()
    if linked["person"] == "several":
        linked["agrees"] = None  # several hold several addresses: none is compared
    request["items"] = [parts["held"]["item"]]
    request["subjects"] = [subject]
    return NearMiss(request, parts["held"], parts["answers"], linked)
