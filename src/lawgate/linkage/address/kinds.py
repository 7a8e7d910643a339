"""The kinds of text that stand in an address field, and what each comes to: the policy as data."""

from __future__ import annotations

from enum import StrEnum

from lawgate.linkage.adequacy import Adequacy, Outcome


class Kind(StrEnum):
    """What a text is, in a closed vocabulary."""

    STREET = "street"
    UNIT = "unit"
    FRACTIONAL = "fractional"
    HYPHENATED_NUMBER = "hyphenated_number"
    GRID = "grid"
    HIGHWAY_OR_COUNTY_ROAD = "highway_or_county_road"
    SPANISH_STREET = "spanish_street"
    LOT_OR_TRAILER = "lot_or_trailer"
    PO_BOX = "po_box"
    PRIVATE_MAIL_BOX = "private_mail_box"
    RURAL_ROUTE = "rural_route"
    HIGHWAY_CONTRACT = "highway_contract"
    MILITARY_OR_DIPLOMATIC = "military_or_diplomatic"
    PR_URBANIZACION = "pr_urbanizacion"
    PR_OTHER = "pr_other"

    EMPTY = "empty"
    TOO_LONG = "too_long"
    PLACEHOLDER = "placeholder"
    PLACEHOLDER_WITH_PLACE = "placeholder_with_place"
    NUMBER_WITH_PLACEHOLDER_STREET = "number_with_placeholder_street"
    ZERO_OR_NINES = "zero_or_nines"
    TEST_STRING = "test_string"
    REFERENCE_ELSEWHERE = "reference_elsewhere"
    HOMELESS_TRANSIENT = "homeless_transient"
    OTHER_DATA_IN_FIELD = "other_data_in_field"
    COUNTRY_ONLY = "country_only"
    STATE_ONLY = "state_only"
    ZIP_ONLY = "zip_only"
    REGION_ONLY = "region_only"
    CITY_STATE_ONLY = "city_state_only"
    CITY_STATE_ZIP_ONLY = "city_state_zip_only"
    NUMBER_WITHOUT_STREET = "number_without_street"
    NO_HOUSE_NUMBER = "no_house_number"
    STREET_WITHOUT_CITY_OR_ZIP = "street_without_city_or_zip"
    INTERSECTION = "intersection"
    VAGUE_DESCRIPTION = "vague_description"
    IMPOSSIBLE_STATE_OR_ZIP = "impossible_state_or_zip"
    FOREIGN_PLACE_ONLY = "foreign_place_only"
    DETENTION_OR_JAIL = "detention_or_jail"
    CONSULATE_AGENCY_OR_COUNSEL = "consulate_agency_or_counsel"

    GENERAL_DELIVERY = "general_delivery"
    FOREIGN = "foreign"
    CUSTODY_ADDRESS = "custody_address"
    AGENCY_ADDRESS = "agency_address"
    SHELTER = "shelter"
    CARE_OF_PERSON = "care_of_person"
    CARE_OF_ORGANISATION = "care_of_organisation"
    STATE_AND_ZIP_DISAGREE = "state_and_zip_disagree"
    CITY_WITHOUT_STATE_OR_ZIP = "city_without_state_or_zip"
    TWO_ADDRESSES = "two_addresses"
    STREET_OR_CITY_UNCLEAR = "street_or_city_unclear"
    PLACEHOLDER_BESIDE_ADDRESS = "placeholder_beside_address"
    UNREADABLE_SCRIPT = "unreadable_script"


_ADEQUATE = {
    Kind.STREET: "A house number, a street and a place are stated.",
    Kind.UNIT: "A house number, a street, a unit and a place are stated.",
    Kind.FRACTIONAL: "A house number with a fraction, a street and a place are stated.",
    Kind.HYPHENATED_NUMBER: "A hyphenated house number, a street and a place are stated.",
    Kind.GRID: "A house number on a street grid and a place are stated.",
    Kind.HIGHWAY_OR_COUNTY_ROAD: "A house number on a numbered road and a place are stated.",
    Kind.SPANISH_STREET: "A house number, a street with a Spanish street word and a place are stated.",
    Kind.LOT_OR_TRAILER: "A house number, a street, a lot or space and a place are stated.",
    Kind.PO_BOX: "A numbered post office box and a place are stated.",
    Kind.PRIVATE_MAIL_BOX: "A private mail box at a numbered street address and a place are stated.",
    Kind.RURAL_ROUTE: "A rural route with a box number and a place are stated.",
    Kind.HIGHWAY_CONTRACT: "A highway contract route with a box number and a place are stated.",
    Kind.MILITARY_OR_DIPLOMATIC: "A numbered unit, ship or box at a military post office is stated.",
    Kind.PR_URBANIZACION: "A numbered house in a named Puerto Rico urbanization and a place are stated.",
    Kind.PR_OTHER: "A numbered building, lot, road or kilometre in Puerto Rico and a place are stated.",
}
_INADEQUATE = {
    Kind.EMPTY: "Nothing is stated.",
    Kind.TOO_LONG: "The text is longer than any address.",
    Kind.PLACEHOLDER: "The words say that no address was given.",
    Kind.PLACEHOLDER_WITH_PLACE: "The words say that no address was given, and only a place follows.",
    Kind.NUMBER_WITH_PLACEHOLDER_STREET: "A number is followed by words that stand for an unknown street.",
    Kind.ZERO_OR_NINES: "Zeros, nines or crosses stand where the address should be.",
    Kind.TEST_STRING: "It is a test, a template or a made-up example.",
    Kind.REFERENCE_ELSEWHERE: "It points to another entry or record instead of stating an address.",
    Kind.HOMELESS_TRANSIENT: "It says that the person has no fixed home, and states no place of delivery.",
    Kind.OTHER_DATA_IN_FIELD: "It is other data, such as a telephone number, an e-mail or a file number.",
    Kind.COUNTRY_ONLY: "Only a country is stated.",
    Kind.STATE_ONLY: "Only a state is stated.",
    Kind.ZIP_ONLY: "Only a ZIP code is stated.",
    Kind.REGION_ONLY: "Only a region is stated.",
    Kind.CITY_STATE_ONLY: "Only a city is stated, without a street.",
    Kind.CITY_STATE_ZIP_ONLY: "Only a city or state with a ZIP code is stated, without a street.",
    Kind.NUMBER_WITHOUT_STREET: "A number is stated, but no street.",
    Kind.NO_HOUSE_NUMBER: "A street or building is named without a number that would locate it.",
    Kind.STREET_WITHOUT_CITY_OR_ZIP: "A street or box is stated without the city or ZIP code it lies in.",
    Kind.INTERSECTION: "It names a crossing of two roads, not a house.",
    Kind.VAGUE_DESCRIPTION: "It describes a place in words that do not locate a house.",
    Kind.IMPOSSIBLE_STATE_OR_ZIP: "The state and the ZIP code do not exist or cannot go together.",
    Kind.FOREIGN_PLACE_ONLY: "It names a place abroad without a numbered house or box.",
    Kind.DETENTION_OR_JAIL: "It names a place of custody without the building's location.",
    Kind.CONSULATE_AGENCY_OR_COUNSEL: "It names an agency, a consulate, a court or counsel, without its location.",
}
_NEEDS_HUMAN = {
    Kind.CARE_OF_PERSON: "It is a complete address in care of a person: a person must look.",
    Kind.GENERAL_DELIVERY: "It asks for general delivery at a post office: a person must look.",
    Kind.FOREIGN: "It lies outside the United States and its territories: a person must look.",
    Kind.CUSTODY_ADDRESS: "It is the street address of a custody facility: a person must look.",
    Kind.AGENCY_ADDRESS: "It is the street address of an agency, a court or counsel: a person must look.",
    Kind.SHELTER: "It is the street address of a shelter: a person must look.",
    Kind.CARE_OF_ORGANISATION: "It is an address in care of an organisation: a person must look.",
    Kind.STATE_AND_ZIP_DISAGREE: "The state and the ZIP code disagree in a way that a slip would explain.",
    Kind.CITY_WITHOUT_STATE_OR_ZIP: "A street and a city are stated without a state or ZIP code.",
    Kind.TWO_ADDRESSES: "Two addresses are stated, and a person must say which is meant.",
    Kind.STREET_OR_CITY_UNCLEAR: "It cannot be told what of the words after the number is the street.",
    Kind.PLACEHOLDER_BESIDE_ADDRESS: "Words of a placeholder stand beside what looks like an address.",
    Kind.UNREADABLE_SCRIPT: "Part of it is in a script that this check does not read.",
}

VERDICTS: dict[Kind, Adequacy] = {
    kind: Adequacy(outcome, kind.value, why)
    for outcome, table in (
        (Outcome.ADEQUATE, _ADEQUATE),
        (Outcome.INADEQUATE, _INADEQUATE),
        (Outcome.NEEDS_HUMAN, _NEEDS_HUMAN),
    )
    for kind, why in table.items()
}
if set(VERDICTS) != set(Kind) or len(VERDICTS) != len(_ADEQUATE) + len(_INADEQUATE) + len(_NEEDS_HUMAN):
    raise AssertionError("every kind of address text needs exactly one verdict")
