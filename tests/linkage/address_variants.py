"""Addresses and non-addresses made from rules in words, for a sweep that no table of strings can please.

Each maker states one kind in words. Streets, small towns and phrasings here are not taken from the labelled
list; every line is then written the way people write: case, commas, line ends, abbreviations, slips.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

Maker = Callable[[random.Random], str]

PLACES = [
    ("Bozeman", "MT", "59715"), ("Tupelo", "MS", "38801"), ("Dover", "NH", "03820"),
    ("Moab", "UT", "84532"), ("Nogales", "AZ", "85621"), ("Weslaco", "TX", "78596"),
    ("Immokalee", "FL", "34142"), ("Ely", "NV", "89301"), ("Storm Lake", "IA", "50588"),
    ("Dodge City", "KS", "67801"), ("Hyattsville", "MD", "20782"), ("Brockton", "MA", "02301"),
    ("Siler City", "NC", "27344"), ("Gainesville", "GA", "30501"), ("Postville", "IA", "52162"),
    ("Yuba City", "CA", "95991"), ("Hood River", "OR", "97031"), ("Central Falls", "RI", "02863"),
    ("Port Chester", "NY", "10573"), ("Elkhart", "IN", "46514"), ("Bowling Green", "KY", "42101"),
    ("Sioux Falls", "SD", "57104"), ("Bangor", "ME", "04401"), ("Las Cruces", "NM", "88001"),
    ("Anchorage", "AK", "99501"), ("Hilo", "HI", "96720"), ("Minot", "ND", "58701"),
    ("Clarksdale", "MS", "38614"), ("Greeley", "CO", "80631"), ("Rock Springs", "WY", "82901"),
]  # fmt: skip
NAMES = [
    "Willow", "Juniper", "Franklin", "Lincoln", "Cedar Hollow", "Martin Luther King Jr", "Sunset Ridge",
    "Old Mill", "Chestnut", "Prospect", "Walnut Grove", "Harbor View", "Saint Johns", "Kennedy",
    "Gutierrez", "O'Connor", "De Soto", "La Brea", "Wagon Wheel", "Stonewall", "Blue Heron", "Tamarack",
    "Whispering Pines", "Cherokee", "Jail Hill", "Prison Farm", "Unity", "Hope", "Shelter Rock",
    "Courthouse", "Embassy", "Test Well", "Icehouse", "Null's Mill", "Nunnery", "Homestead",
    "Pending Oak", "Mission Bell", "Deten", "Custody Creek", "Anytime",
]  # fmt: skip
SUFFIXES = [
    "St", "Street", "Ave", "Avenue", "Rd", "Road", "Dr", "Drive", "Ln", "Lane", "Blvd", "Ct", "Court",
    "Way", "Cir", "Pl", "Ter", "Pkwy", "Trl", "Loop",
]  # fmt: skip
DIRECTIONS = ["", "", "", "N", "S.", "East", "W", "NE", "Southwest"]
UNITS = [
    "",
    "",
    "",
    " Apt {}",
    " Unit {}",
    " # {}",
    " Ste {}",
    ", Apt. {}",
    " Bldg {} Apt 4",
    " Fl {}",
    " #{}B",
]
ABROAD = [
    "Mexico", "Guatemala", "Honduras", "El Salvador", "Ecuador", "Colombia", "Nicaragua", "Haiti",
    "Nigeria", "India", "China", "Canada", "Brazil", "Perú", "República Dominicana", "Venezuela",
]  # fmt: skip
NOTHING = [
    "unknown", "UNK", "not provided", "not known", "no address", "no address provided", "none",
    "none given", "n/a", "NA", "N/A", "address unknown", "unknown address", "failed to provide",
    "failed to provide address", "refused", "refused to provide", "declined to answer",
    "did not provide", "unable to provide", "unable to determine", "no fixed address",
    "no known address", "no current address", "last known address unknown", "not available",
    "to be determined", "TBD", "pending", "information not available", "not listed", "no record found",
    "null", "desconocido", "desconocida", "direccion desconocida", "sin direccion", "no proporcionada",
    "no proporcionó", "no disponible", "sin domicilio", "ninguna", "se negó", "no sabe la dirección",
    "no tiene domicilio fijo", "Address not given", "Street unknown", "not on record",
    "No permanent residence", "Withheld",
]  # fmt: skip


def _number(rng: random.Random) -> int:
    return rng.choice(
        (rng.randint(1, 99), rng.randint(100, 999), rng.randint(1000, 9998), rng.randint(10_000, 39_999))
    )


def _place(rng: random.Random) -> str:
    city, state, zip5 = rng.choice(PLACES)
    plus4 = f"-{rng.randint(1000, 9999)}" if rng.random() < 0.2 else ""
    return rng.choice(
        (f"{city}, {state} {zip5}{plus4}", f"{city}, {state} {zip5}", f"{city} {state} {zip5}{plus4}")
    )


def _street_line(rng: random.Random) -> str:
    words = (str(_number(rng)), rng.choice(DIRECTIONS), rng.choice(NAMES), rng.choice(SUFFIXES))
    unit = rng.choice(UNITS).format(rng.randint(1, 40))
    return " ".join(word for word in words if word) + unit


def a_numbered_street_with_its_place(rng: random.Random) -> str:
    return f"{_street_line(rng)}, {_place(rng)}"


def an_ordinal_street(rng: random.Random) -> str:
    count = rng.randint(1, 199)
    tail = "th" if 10 <= count % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(count % 10, "th")
    return f"{_number(rng)} {rng.choice(DIRECTIONS)} {count}{tail} {rng.choice(SUFFIXES[:4])}, {_place(rng)}"


def a_street_without_a_street_word_before_a_comma(rng: random.Random) -> str:
    return f"{_number(rng)} {rng.choice(NAMES[:8])}, {_place(rng)}"


def a_numbered_road(rng: random.Random) -> str:
    road = rng.choice(
        ("County Road", "CR", "State Route", "US Highway", "Hwy", "FM", "State Hwy", "Route", "Co Rd")
    )
    return f"{_number(rng)} {rng.choice(DIRECTIONS)} {road} {rng.randint(2, 999)}, {_place(rng)}"


def a_post_office_box(rng: random.Random) -> str:
    box = rng.choice(("PO Box", "P.O. Box", "P O Box", "POB", "Post Office Box", "P. O. Box", "P.O. Box No."))
    return f"{box} {rng.randint(1, 99_999)}, {_place(rng)}"


def a_rural_or_contract_route(rng: random.Random) -> str:
    route = rng.choice(("RR", "Rural Route", "R.R. #", "RT", "HC", "HCR"))
    return (
        f"{route} {rng.randint(1, 99)} Box {rng.randint(1, 999)}{rng.choice(('', 'A', 'B'))}, {_place(rng)}"
    )


def a_military_address(rng: random.Random) -> str:
    post, state, zip5 = rng.choice((("APO", "AE", "09012"), ("FPO", "AP", "96349"), ("DPO", "AA", "34002")))
    unit = rng.choice(("Unit", "PSC", "CMR"))
    return f"{unit} {rng.randint(100, 9999)} Box {rng.randint(1, 999)}, {post} {state} {zip5}"


def a_puerto_rico_address(rng: random.Random) -> str:
    town, zip5 = rng.choice(
        (("Bayamón", "00961"), ("Caguas", "00725"), ("Mayagüez", "00680"), ("Arecibo", "00612"))
    )
    street = rng.choice(
        (
            f"Urb Los Almendros, {rng.choice('ABCDEF')}-{rng.randint(1, 40)} Calle {rng.randint(1, 30)}",
            f"Urbanización Jardines del Caribe {_number(rng)} Calle Orquídea",
            f"Cond Torre del Mar Apt {rng.randint(101, 999)}",
            f"Carr {rng.randint(1, 199)} Km {rng.randint(1, 40)}.{rng.randint(0, 9)} Bo Sabana",
            f"Bo Quebrada Arriba Sector La Vega {rng.randint(1, 300)}",
            f"{_number(rng)} Calle Comercio",
        )
    )
    return f"{street}, {town}, PR {zip5}"


def a_spanish_street(rng: random.Random) -> str:
    street = rng.choice(
        ("Calle Esperanza", "Avenida del Sol", "Camino de la Tierra", "Via Colinas", "Paseo Dorado")
    )
    return f"{_number(rng)} {street}{rng.choice(UNITS).format(rng.randint(1, 40))}, {_place(rng)}"


def a_grid_or_hyphenated_address(rng: random.Random) -> str:
    return rng.choice(
        (
            f"{rng.randint(100, 9999)} S {rng.randint(100, 3000)} E, Moab, UT 84532",
            f"W{rng.randint(100, 250)}N{rng.randint(1000, 9999)} Lannon Rd, Menomonee Falls, WI 53051",
            f"{rng.randint(20, 240)}-{rng.randint(10, 60)} Metropolitan Ave, Ridgewood, NY 11385",
            f"{_number(rng)} 1/2 {rng.choice(NAMES)} {rng.choice(SUFFIXES)}, {_place(rng)}",
        )
    )


def a_street_in_care_of_a_person(rng: random.Random) -> str:
    name = rng.choice(("c/o Rosa Diaz", "C/O T. Nguyen", "In care of Rosa Diaz"))
    return f"{name}, {_street_line(rng)}, {_place(rng)}"


def words_that_say_nothing_was_given(rng: random.Random) -> str:
    return rng.choice(NOTHING)


def words_that_say_nothing_before_a_place(rng: random.Random) -> str:
    city, state, zip5 = rng.choice(PLACES)
    place = rng.choice(
        (f"{city}, {state} {zip5}", f"{state} {zip5}", zip5, f"{city} {state}", f"{city}, {state}")
    )
    return f"{rng.choice(NOTHING)}{rng.choice((', ', ' ', ' - '))}{place}"


def a_place_without_a_street(rng: random.Random) -> str:
    city, state, zip5 = rng.choice(PLACES)
    return rng.choice(
        (f"{city}, {state}", f"{city}, {state} {zip5}", zip5, state, f"{state} {zip5}", f"{city} {zip5}")
    )


def a_street_without_a_number(rng: random.Random) -> str:
    city, state, zip5 = rng.choice(PLACES)
    street = f"{rng.choice(NAMES[:28])} {rng.choice(SUFFIXES)}"
    return rng.choice(
        (
            street,
            f"{street}, {city}, {state}",
            f"{street}, {city}, {state} {zip5}",
            f"Hwy {rng.randint(2, 99)}",
        )
    )


def a_number_with_a_street_that_is_no_name(rng: random.Random) -> str:
    street = rng.choice(("Unknown", "No Name", "Unnamed", "Not Provided", "N/A", "None", "No Address", "Unk"))
    return f"{_number(rng)} {street} {rng.choice(SUFFIXES[:6])}, {_place(rng)}"


def a_state_and_zip_that_cannot_go_together(rng: random.Random) -> str:
    city = rng.choice(PLACES)[0]
    pair = rng.choice(
        ("QQ 59715", "ZZ 30501", "XX 10573", "MT 00000", "TX 99999", "WA 33125", "FL 98101", "TX 12")
    )
    return f"{_number(rng)} {rng.choice(NAMES[:20])} {rng.choice(SUFFIXES)}, {city}, {pair}"


def a_crossing(rng: random.Random) -> str:
    one, other = rng.sample(NAMES[:10], 2)
    join = rng.choice((" & ", " and ", " @ "))
    head = rng.choice(("", "corner of ", "Intersection of "))
    return f"{head}{one} St{join}{other} Ave, {rng.choice(PLACES)[0]}"


def a_jail(rng: random.Random) -> str:
    return rng.choice(
        (
            "Bradford County Jail",
            "Pine Flat Detention Center",
            "Lakeview Correctional Facility",
            "Red Rock Processing Center",
            "State Penitentiary",
            "in ICE custody",
            "FCI Sandstone",
        )
    )


def a_jail_without_its_street(rng: random.Random) -> str:
    return rng.choice((f"{a_jail(rng)}, {_place(rng)}", a_jail(rng)))


def a_jail_with_its_street(rng: random.Random) -> str:
    return f"{a_jail(rng)}, {_street_line(rng)}, {_place(rng)}"


def an_agency_or_counsel(rng: random.Random) -> str:
    return rng.choice(
        (
            "Law Offices of Maria Ruiz",
            "Consulate General of Honduras",
            "USCIS Field Office",
            "ICE ERO",
            "Immigration Court",
            "Consulado de México",
            "c/o Jane Roe, Attorney at Law",
            "IRS",
        )
    )


def an_agency_without_its_street(rng: random.Random) -> str:
    return f"{an_agency_or_counsel(rng)}, {_place(rng)}"


def an_agency_with_its_street(rng: random.Random) -> str:
    return f"{an_agency_or_counsel(rng)}, {_street_line(rng)}, {_place(rng)}"


def a_shelter_with_its_street(rng: random.Random) -> str:
    name = rng.choice(("Hope House Shelter", "Union Rescue Mission", "Salvation Army", "Albergue San José"))
    return f"{name}, {_street_line(rng)}, {_place(rng)}"


def general_delivery_at_a_post_office(rng: random.Random) -> str:
    return f"{rng.choice(('General Delivery', 'Gen Delivery', 'Lista de Correos'))}, {_place(rng)}"


def two_addresses_in_one_field(rng: random.Random) -> str:
    join = rng.choice(("; ", " or ", ", formerly ", "\n"))
    return f"{_street_line(rng)}, {_place(rng)}{join}{_street_line(rng)}, {_place(rng)}"


TOWNS_ABROAD = ("Santa Rosa", "Kisumu", "San Marcos", "Puerto Real")


def a_house_abroad(rng: random.Random) -> str:
    street = rng.choice(
        (
            f"Calle {rng.randint(1, 90)} #{rng.randint(1, 99)}",
            f"{rng.randint(1, 9999)} Main Road",
            "Av. Central 12",
            f"House {rng.randint(1, 300)}, Block C",
            f"P.O. Box {rng.randint(1, 99_999)}",
            f"{rng.randint(1, 15)}a Avenida {rng.randint(1, 30)}-{rng.randint(1, 90)}, Zona {rng.randint(1, 21)}",
        )
    )
    code = rng.choice(("", "", f"{rng.randint(10_000, 98_000)} "))
    return f"{street}, {code}{rng.choice(TOWNS_ABROAD)}, {rng.choice(ABROAD)}"


def a_place_abroad_without_a_house(rng: random.Random) -> str:
    district = rng.choice(("", "Barrio El Centro, ", "Colonia Las Flores, ", "Aldea La Vega, ", "Zona 10, "))
    code = rng.choice(("", "", f"{rng.randint(10_000, 98_000)} "))
    return f"{district}{code}{rng.choice(TOWNS_ABROAD)}, {rng.choice(ABROAD)}"


def other_data(rng: random.Random) -> str:
    number = f"{rng.randint(200, 989)}-{rng.randint(200, 989)}-{rng.randint(1000, 9999)}"
    return rng.choice(
        (
            number,
            f"Phone {number}",
            f"user{rng.randint(1, 999)}@mail.example",
            f"DOB {rng.randint(1, 12)}/3/1990",
            f"A{rng.randint(100_000_000, 299_999_999)}",
            f"SSN {rng.randint(100, 899)}-12-3456",
        )
    )


def a_street_without_a_place(rng: random.Random) -> str:
    return rng.choice(
        (f"{_number(rng)} {rng.choice(NAMES[:28])} {rng.choice(SUFFIXES)}", f"PO Box {_number(rng)}")
    )


def a_pointer_elsewhere_or_a_test(rng: random.Random) -> str:
    return rng.choice(
        (
            "same as above",
            "See attached",
            "same address as mother",
            "on file",
            "igual que arriba",
            "ditto",
            "test",
            "asdf",
            "123 Main St, Anytown, USA",
            "XXXXX",
            "000000",
            "homeless",
            "General Delivery",
            f"transient, {_place(rng)}",
            "sin hogar",
            "lives with a cousin",
            "near the bus station",
            "[address]",
            "99999",
            "000 Unknown, None, XX 00000",
        )
    )


# ---- near misses: an adequate address from which one thing that it needs was taken away ------------


def a_street_line_without_its_street(rng: random.Random) -> str:
    unit = rng.choice(("", "", f" Apt {rng.randint(1, 40)}", f", # {rng.randint(1, 40)}"))
    return f"{_number(rng)}{unit}, {_place(rng)}"


def a_box_or_route_without_its_number(rng: random.Random) -> str:
    head = rng.choice(
        (
            "PO Box",
            "P.O. Box",
            "Post Office Box",
            f"RR {rng.randint(1, 30)}",
            f"Rural Route {rng.randint(1, 9)}",
        )
    )
    return f"{head}, {_place(rng)}"


def a_unit_without_its_building(rng: random.Random) -> str:
    unit = rng.choice(("Apt {}", "Unit {}", "Ste {}", "Lot {}", "Bldg {}", "Fl {}"))
    return f"{unit.format(rng.randint(1, 40))}, {_place(rng)}"


def a_post_without_its_unit(rng: random.Random) -> str:
    return rng.choice(("APO AE 09012", "FPO AP 96349", "DPO AA 34002", "APO, AP 96266"))


def an_estate_or_road_of_puerto_rico_without_its_number(rng: random.Random) -> str:
    head = rng.choice(
        ("Urb Los Almendros", "Urbanización Jardines del Caribe", "Bo Quebrada Arriba", "Calle Comercio")
    )
    return f"{head}, {rng.choice(('Caguas, PR 00725', 'Arecibo PR 00612', 'Bayamón, PR 00961'))}"


def a_numbered_road_without_its_house(rng: random.Random) -> str:
    road = rng.choice(("County Road", "CR", "State Route", "US Highway", "Hwy", "FM", "Route"))
    return f"{road} {rng.randint(2, 999)}, {_place(rng)}"


def a_street_in_a_state_of_another_coast(rng: random.Random) -> str:
    place = rng.choice(
        ("Portland, ME 97201", "Dover, DE 90012", "Tampa, FL 98101", "Reno, NV 30301", "Hilo, HI 33101")
    )
    return f"{_street_line(rng)}, {place}"


def a_street_with_its_words_replaced(rng: random.Random) -> str:
    what = rng.choice(("unknown", "not provided", "N/A", "no street", "desconocida", "TBD", "unk"))
    return f"{_number(rng)} {what}, {_place(rng)}"


ADEQUATE: tuple[Maker, ...] = (
    a_numbered_street_with_its_place,
    an_ordinal_street,
    a_street_without_a_street_word_before_a_comma,
    a_numbered_road,
    a_post_office_box,
    a_rural_or_contract_route,
    a_military_address,
    a_puerto_rico_address,
    a_spanish_street,
    a_grid_or_hyphenated_address,
)
NEEDS_HUMAN: tuple[Maker, ...] = (
    a_street_in_care_of_a_person,
    a_jail_with_its_street,
    an_agency_with_its_street,
    a_shelter_with_its_street,
    general_delivery_at_a_post_office,
    two_addresses_in_one_field,
    a_house_abroad,
)
NEAR_MISSES: tuple[Maker, ...] = (
    a_street_without_a_number,
    a_street_line_without_its_street,
    a_street_without_a_place,
    a_box_or_route_without_its_number,
    a_unit_without_its_building,
    a_post_without_its_unit,
    an_estate_or_road_of_puerto_rico_without_its_number,
    a_numbered_road_without_its_house,
    a_street_in_a_state_of_another_coast,
    a_street_with_its_words_replaced,
    a_number_with_a_street_that_is_no_name,
    a_state_and_zip_that_cannot_go_together,
)
INADEQUATE: tuple[Maker, ...] = (
    *NEAR_MISSES,
    words_that_say_nothing_was_given,
    words_that_say_nothing_before_a_place,
    a_place_without_a_street,
    a_crossing,
    a_jail_without_its_street,
    an_agency_without_its_street,
    a_place_abroad_without_a_house,
    other_data,
    a_pointer_elsewhere_or_a_test,
)
SWEEP = {"adequate": ADEQUATE, "inadequate": INADEQUATE, "needs_human": NEEDS_HUMAN}

# Without its commas a street that has no street word, or a name beside it, can no longer be told apart.
_NEEDS_COMMAS = frozenset(
    {
        a_street_without_a_street_word_before_a_comma,
        a_spanish_street,
        a_state_and_zip_that_cannot_go_together,
        a_house_abroad,
        a_place_abroad_without_a_house,
    }
)
_MAY_HAVE_SLIPS = frozenset({*ADEQUATE, a_street_in_care_of_a_person, a_street_without_a_number})


def variants(makers: tuple[Maker, ...], count: int, seed: int) -> Iterator[tuple[str, str]]:
    """`count` texts with the name of the rule each was made by, the makers in turn."""
    rng = random.Random(seed)
    for index in range(count):
        maker = makers[index % len(makers)]
        yield (
            maker.__name__,
            written(maker(rng), rng, commas=maker in _NEEDS_COMMAS, slips=maker in _MAY_HAVE_SLIPS),
        )


def written(text: str, rng: random.Random, *, commas: bool, slips: bool) -> str:
    """The same text as another hand would write it."""
    if slips and rng.random() < 0.15:
        text = _with_slip(text, rng)
    text = rng.choice((str, str, str.upper, str.lower))(text)
    change = rng.random()
    if change < 0.12 and not commas:
        text = text.replace(", ", " ")
    elif change < 0.22:
        text = text.replace(", ", rng.choice(("\n", "\r\n", " , ", ",", "; ")))
    elif change < 0.28:
        text = text.replace(" ", "  ")
    elif change < 0.32:
        text = text.translate({ord("0") + digit: 0xFF10 + digit for digit in range(10)})
    elif change < 0.36:
        text = f"  {text}. "
    elif change < 0.40 and not commas and text[-1:].isdigit() and " " in text and slips:
        text = f"{text}, USA"
    return text


def _with_slip(text: str, rng: random.Random) -> str:
    """Swap two letters inside a long word that is not the last of the line."""
    words = text.split(" ")
    long = [at for at, word in enumerate(words[:-3]) if len(word) > 5 and word.isalpha()]
    if long:
        at = rng.choice(long)
        word = words[at]
        spot = rng.randint(1, len(word) - 3)
        words[at] = word[:spot] + word[spot + 1] + word[spot] + word[spot + 2 :]
    return " ".join(words)
