"""The rules in their order: one function a rule, the first that speaks decides.

Facts that forbid come first (nothing there, abroad, an institution, a placeholder), then what is
complete, then why the rest is not. Words that could be a street's name count only outside the street line.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from rapidfuzz.distance import OSA

from lawgate.linkage.address import signs
from lawgate.linkage.address.delivery import Address
from lawgate.linkage.address.kinds import Kind
from lawgate.linkage.address.place import Fault, lies_abroad, states_another_place
from lawgate.linkage.address.street import Form
from lawgate.linkage.address.tables import cities, foreign, institutions, words
from lawgate.linkage.address.tokens import Phrases, has_unread_script

Rule = Callable[[Address], Kind | None]

CUSTODY = Phrases.of(institutions.CUSTODY_PHRASES + institutions.CUSTODY_NAMES)
AGENCY = Phrases.of(institutions.AGENCY_PHRASES + institutions.AGENCY_NAMES + institutions.COUNSEL_PHRASES)
SHELTER = Phrases.of(institutions.SHELTER_PHRASES)
GENERAL_DELIVERY = Phrases.of(words.GENERAL_DELIVERY)
CARE_OF = Phrases.of(words.CARE_OF)
HOMELESS = Phrases.of(words.HOMELESS_PHRASES)
REFERENCE = Phrases.of(words.REFERENCE_PHRASES)
TEST = Phrases.of(words.TEST_PHRASES)

_LONG_PLACEHOLDERS = tuple(sorted(name for name in words.PLACEHOLDER_STREETS if len(name) > 6))
_ZEROS = re.compile(r"0+|9{5,}|0+-0+")
_CROSSES = re.compile(r"X{2,}|0{2,}|Z{3,}|Y{3,}|\?+|A{4,}")
_DATA = re.compile(
    r"\S+@\S+\.\S|(?:^|\s)@\w|HTTPS?:|WWW\.|\b\w+\.(?:COM|ORG|NET|ME|GOV)/|"
    r"(?:\+?1[ .-]?)?\(?\d{3}\)?[ .-]?\d{3}[ .-]\d{4}\b|"
    r"\b\d{3}-\d{2}-\d{4}\b|\bA ?#|\bA[ -]?\d{3}[ -]?\d{3}[ -]?\d{3}\b|\b\d{1,2}/\d{1,2}/\d{2,4}\b|"
    r"\b\d{4}-\d\d-\d\d\b|"
    r"\+\d{7,}|^\d{9,11}$"
)  # fmt: skip
_KEYBOARD = ("QWERTYUIOP", "ASDFGHJKL", "ZXCVBNM", "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "01234567890", "1234567890")
_CROSSING_SAID = frozenset({"ESQUINA", "ESQ", "CORNER", "INTERSECTION", "CRUCE"})


# ---- nothing that could be an address -------------------------------------------------------------


def empty(address: Address) -> Kind | None:
    """No letter and no figure: nothing, dashes or question marks."""
    if address.text.tokens and any(token not in "#&@" for token in address.text.tokens):
        return None
    return Kind.PLACEHOLDER if address.text.line.strip() else Kind.EMPTY


def zeros_or_nines(address: Address) -> Kind | None:
    """One figure or letter again and again, or a house number or box of zeros."""
    tokens = address.text.tokens
    if all(_ZEROS.fullmatch(token) or _CROSSES.fullmatch(token) for token in tokens):
        return Kind.ZERO_OR_NINES
    point = address.point
    if point and (_ZEROS.fullmatch(point.number) and point.number[0] == "0"):
        return Kind.ZERO_OR_NINES
    if point is None and tokens[0].isdigit() and not tokens[0].strip("0"):
        return Kind.ZERO_OR_NINES
    crossed = (
        point
        and point.form is not Form.MILITARY
        and any(_CROSSES.fullmatch(word) and len(word) > 2 for word in point.name)
    )
    if crossed or (_CROSSES.fullmatch(tokens[0]) and len(tokens[0]) > 2):
        return Kind.ZERO_OR_NINES
    return None


def template_or_test(address: Address) -> Kind | None:
    """Words of a form's template, a keyboard run, or an example such as a numbered street in Anytown."""
    tokens, point = address.text.tokens, address.point
    beside = address.before + (address.after if point else ())
    if TEST.find(beside) and not (point and TEST.find(address.before) is None and point.start == 0):
        return Kind.TEST_STRING
    if point is None:
        compact = "".join(tokens)
        runs = any(compact in row for row in _KEYBOARD) and len(compact) > 2
        repeats = len(tokens) > 2 and len(set(tokens)) == 1
        all_test = all(
            token in words.TEST_WORDS or token in ("STREET", "ADDRESS", "ONLY") for token in tokens
        )
        return Kind.TEST_STRING if runs or repeats or all_test else None
    city = " ".join(address.city)
    if (
        point.name
        and (signs.own_words(point.name) in words.DOUBTFUL_STREETS | words.STREETS_TO_ASK_ABOUT)
        and signs.is_made_up(address, city)
    ):
        return Kind.TEST_STRING
    is_template = city in words.PLACEHOLDER_CITIES and signs.is_made_up_city(city, address)
    return Kind.TEST_STRING if is_template else None


def placeholder(address: Address) -> Kind | None:
    """Nothing but words that say that no address was given."""
    if address.point is None and signs.placeholder_run(address.text.tokens) == len(address.text.tokens):
        return Kind.PLACEHOLDER
    return None


def country_or_state_or_zip_alone(address: Address) -> Kind | None:
    """A country, a state or a ZIP code and nothing else."""
    place, joined = address.place, address.text.joined.strip()
    if joined in foreign.COUNTRIES or (place.end == 0 and place.names_us and not place.is_stated):
        return Kind.COUNTRY_ONLY
    if place.end:
        return None
    if place.state:
        return Kind.CITY_STATE_ZIP_ONLY if place.zip5 else Kind.STATE_ONLY
    return Kind.ZIP_ONLY if place.zip5 else None


# ---- what forbids, though it may look complete ----------------------------------------------------


def placeholder_street(address: Address) -> Kind | None:
    """A number with a street that is no name: Unknown Road, No Name Street."""
    point = address.point
    if point is None or point.form not in (Form.STREET, Form.SPANISH, Form.GRID, Form.ROUTE):
        return None
    name = signs.own_words(point.name)
    if (
        not words.NEVER_OF_A_STREET.isdisjoint(point.name[:1])
        or name in words.PLACEHOLDER_STREETS
        or any(OSA.distance(name, known, score_cutoff=1) == 1 for known in _LONG_PLACEHOLDERS)
    ):
        return Kind.NUMBER_WITH_PLACEHOLDER_STREET
    words_of_name = tuple(name.split())
    is_run = (
        bool(words_of_name)
        and signs.placeholder_run(words_of_name) == len(words_of_name)
        and len(words_of_name) > 1
    )
    return Kind.NUMBER_WITH_PLACEHOLDER_STREET if is_run else None


def general_delivery(address: Address) -> Kind | None:
    """General delivery at a post office."""
    if not GENERAL_DELIVERY.find(signs.outside(address)):
        return None
    return Kind.GENERAL_DELIVERY if address.place.is_stated else Kind.STREET_WITHOUT_CITY_OR_ZIP


def custody(address: Address) -> Kind | None:
    """A jail, prison or detention facility, or a note of custody, outside the street line."""
    if not signs.named(CUSTODY, address):
        return None
    return Kind.CUSTODY_ADDRESS if signs.is_complete(address) else Kind.DETENTION_OR_JAIL


def shelter(address: Address) -> Kind | None:
    """A shelter: with a street and a place a person decides, without one it locates nobody."""
    beside = signs.outside(address)
    found = SHELTER.find(beside)
    if not found or (beside[found[1] : found[1] + 1] and beside[found[1]] in institutions.SHELTER_NOT_BEFORE):
        return None
    return Kind.SHELTER if signs.is_complete(address) else Kind.HOMELESS_TRANSIENT


def agency_or_counsel(address: Address) -> Kind | None:
    """A consulate, agency, court or lawyer outside the street line."""
    if not signs.named(AGENCY, address):
        return None
    return Kind.AGENCY_ADDRESS if signs.is_complete(address) else Kind.CONSULATE_AGENCY_OR_COUNSEL


def abroad(address: Address) -> Kind | None:
    """A place outside the United States and its territories."""
    text, place = address.text, address.place
    tail = text.tokens[place.end + bool(place.state) + bool(place.zip5) :]
    behind_zip = place.zip5 and tail and " ".join(tail[-3:]) in foreign.COUNTRIES | foreign.PROVINCES
    if not (behind_zip or signs.ends_beside_region(address) or lies_abroad(text, place)):
        return None
    return Kind.FOREIGN if signs.states_door_abroad(text.tokens) else Kind.FOREIGN_PLACE_ONLY


def unread_script(address: Address) -> Kind | None:
    """Letters that this check does not read: abroad if that is all there is, else a person reads them."""
    if not has_unread_script(address.text.line):
        return None
    return Kind.UNREADABLE_SCRIPT if address.place.is_stated else Kind.FOREIGN


def homeless(address: Address) -> Kind | None:
    """A note that the person has no fixed home."""
    if address.point and signs.is_complete(address) and address.point.is_sure:
        return Kind.PLACEHOLDER_BESIDE_ADDRESS if HOMELESS.find(address.before) else None
    return Kind.HOMELESS_TRANSIENT if HOMELESS.find(address.text.tokens) and not address.point else None


def placeholder_beside(address: Address) -> Kind | None:
    """Words that say no address was given, in front of a place or of something like an address."""
    tokens, point = address.text.tokens, address.point
    run = signs.placeholder_run(tokens)
    asks = point is not None and signs.own_words(point.name) in words.STREETS_TO_ASK_ABOUT
    if asks or signs.has_placeholder_segment(address):
        return Kind.PLACEHOLDER_BESIDE_ADDRESS
    if not run:
        return None
    if point is None:
        return Kind.PLACEHOLDER_WITH_PLACE if signs.only_place_follows(address, run) else None
    if point.start < run or (point.start == run == 1 and tokens[0] == "NO"):
        return None
    stops = run in address.text.breaks or point.start == run
    if not stops:
        return None
    complete = point.is_sure and signs.is_complete(address)
    return Kind.PLACEHOLDER_BESIDE_ADDRESS if complete else Kind.PLACEHOLDER_WITH_PLACE


def reference(address: Address) -> Kind | None:
    """It points elsewhere: same as above, on file, see attached."""
    if address.point:
        return None
    tokens = address.text.tokens
    if tokens[0] in words.REFERENCE_WORDS or REFERENCE.find(tokens):
        return Kind.REFERENCE_ELSEWHERE
    return None


def other_data(address: Address) -> Kind | None:
    """A telephone number, e-mail, file number or date in place of an address."""
    if address.point and (address.point.is_sure or address.place.is_stated):
        return None
    tokens = address.text.tokens
    if _DATA.search(address.text.line):
        return Kind.OTHER_DATA_IN_FIELD
    headed = tokens[0] in words.OTHER_DATA_WORDS and any(char.isdigit() for char in address.text.line)
    return Kind.OTHER_DATA_IN_FIELD if headed else None


def two_addresses(address: Address) -> Kind | None:
    """One complete address behind another: which is meant, only a person can say."""
    if address.point is None or not states_another_place(address.text, address.place):
        return None
    return Kind.TWO_ADDRESSES


def crossing(address: Address) -> Kind | None:
    """Two roads and no house number."""
    tokens, point = address.text.tokens, address.point
    if point is None:
        inner = tokens[1:-1] if tokens[0] not in _CROSSING_SAID else tokens
        said = not _CROSSING_SAID.isdisjoint(tokens)
        has_road = signs.has_street_word(tokens)
        joined = any(token in ("&", "@") or (token in ("AND", "Y") and has_road) for token in inner)
        return Kind.INTERSECTION if said or joined else None
    after = address.after[:1]
    if not _CROSSING_SAID.isdisjoint(address.before):
        return Kind.INTERSECTION
    if (
        after
        and after[0] in ("&", "@", "AND")
        and point.form in (Form.STREET, Form.GRID, Form.SPANISH, Form.ROUTE)
    ):
        return Kind.STREET_OR_CITY_UNCLEAR
    return None


def state_and_zip(address: Address) -> Kind | None:
    """A state or ZIP code that does not exist, or two that cannot go together."""
    fault = address.place.fault
    if fault is None or address.point is None:
        return None
    return Kind.STATE_AND_ZIP_DISAGREE if fault is Fault.SLIP else Kind.IMPOSSIBLE_STATE_OR_ZIP


def known_facility(address: Address) -> Kind | None:
    """The street address of a facility of the table, though its name is not given."""
    point, zip5 = address.point, address.place.zip5
    if point is None or zip5 is None:
        return None
    line = f" {' '.join(point.name)} "
    for row in institutions.FACILITIES.get((point.number, zip5), ()):
        if f" {row.street} " in line:
            return Kind.CUSTODY_ADDRESS if row.use == "custody" else Kind.AGENCY_ADDRESS
    return None


# ---- complete, or almost ------------------------------------------------------------------------


def care_of(address: Address) -> Kind | None:
    """In care of somebody, at a complete address."""
    if not signs.is_complete(address):
        return None
    before = address.before
    found = CARE_OF.find(before)
    if not found:
        return None
    organised = not words.ORGANISATION_WORDS.isdisjoint(before[found[1] :])
    return Kind.CARE_OF_ORGANISATION if organised else Kind.CARE_OF_PERSON


def complete(address: Address) -> Kind | None:
    """A point of delivery in a stated place."""
    point, place = address.point, address.place
    if point is None:
        return None
    if not signs.is_complete(address):
        return (
            Kind.CITY_WITHOUT_STATE_OR_ZIP
            if address.city and not place.is_stated
            else Kind.STREET_WITHOUT_CITY_OR_ZIP
        )
    if not (point.is_sure or address.city):
        return Kind.STREET_OR_CITY_UNCLEAR
    named = {
        Form.BOX: Kind.PO_BOX,
        Form.RURAL: Kind.RURAL_ROUTE,
        Form.HIGHWAY_CONTRACT: Kind.HIGHWAY_CONTRACT,
        Form.MILITARY: Kind.MILITARY_OR_DIPLOMATIC,
        Form.PR_URBANIZACION: Kind.PR_URBANIZACION,
        Form.PR_OTHER: Kind.PR_OTHER,
    }.get(point.form)
    return named or signs.street_kind(point, address)


# ---- why the rest is not an address --------------------------------------------------------------


def vague(address: Address) -> Kind | None:
    """Words that describe instead of locating: behind, near, with a friend."""
    tokens = address.text.tokens[: address.place.end]
    return Kind.VAGUE_DESCRIPTION if not words.VAGUE_WORDS.isdisjoint(tokens) else None


def number_alone(address: Address) -> Kind | None:
    """A number first and no street behind it."""
    first = address.text.tokens[0]
    return (
        Kind.NUMBER_WITHOUT_STREET
        if first[0].isdigit() and not first.endswith(("ST", "ND", "RD", "TH"))
        else None
    )


def street_alone(address: Address) -> Kind | None:
    """A street or building without a number."""
    tokens = address.text.tokens[: address.place.end]
    return Kind.NO_HOUSE_NUMBER if signs.has_street_word(tokens) else None


def region(address: Address) -> Kind | None:
    """A part of a state or city."""
    tokens = address.text.tokens
    return Kind.REGION_ONLY if not words.REGION_WORDS.isdisjoint(tokens) else None


def city_alone(address: Address) -> Kind | None:
    """A city, with or without its state and ZIP code."""
    place = address.place
    if place.zip5:
        return Kind.CITY_STATE_ZIP_ONLY
    known = " ".join(address.text.tokens) in cities.STATES_OF_CITY
    return Kind.CITY_STATE_ONLY if place.state or known else None


def nothing_located(_: Address) -> Kind:
    """No rule found a point of delivery."""
    return Kind.VAGUE_DESCRIPTION


RULES: tuple[Rule, ...] = (
    empty, zeros_or_nines, country_or_state_or_zip_alone, placeholder, general_delivery, custody, shelter,
    agency_or_counsel, template_or_test, placeholder_street, placeholder_beside, homeless, abroad,
    unread_script, other_data, reference, two_addresses, crossing, state_and_zip, known_facility, care_of,
    complete, vague, number_alone, region, street_alone, city_alone, nothing_located,
)  # fmt: skip
