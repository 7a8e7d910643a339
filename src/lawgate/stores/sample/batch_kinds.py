"""The ways in which a row of the batch is made, how often, and what may be expected of each."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BatchKind:
    """One way to make a row.

    `admitted`: whether the request's own words suffice. `named`: whether somebody on file is meant.
    `found`: whether the words given single him out; a good matcher abstains where they do not.
    """

    name: str
    weight: int
    admitted: bool
    named: bool
    found: bool
    says: str


def _kind(row: str) -> BatchKind:
    """Read 'name | weight | admitted or returned | found, unsure or absent | what it is'."""
    name, weight, admission, whom, says = (part.strip() for part in row.split("|"))
    return BatchKind(
        name=name,
        weight=int(weight),
        admitted=admission == "admitted",
        named=whom != "absent",
        found=whom == "found",
        says=says,
    )


EXACT, ENTITY, CUSTODY, SENIOR_OR_JUNIOR = "exact", "entity", "custody_address", "senior_or_junior"

# Those without a weight are made of people who lend themselves to nothing plainer.
_ROWS = """
exact | 4400 | admitted | found | name, current address and date of birth as on file
exact_with_tin | 1700 | admitted | found | the same with the tax number
no_birthday | 1000 | admitted | found | name and current address only
address_written_out | 700 | admitted | found | current address in capitals, street type in full
earlier_address | 500 | admitted | found | an address held before the current one
typo_in_name | 400 | admitted | found | two letters of the surname changed about
nickname | 400 | admitted | found | the short form of the given name
common_reason | 200 | admitted | found | the reason is the same words as in other rows
tin_and_address_never_held | 150 | admitted | found | tax number and birthday agree, the address not
entity | 0 | admitted | found | an entity by name and current address
custody_address | 0 | admitted | found | the address is the street of a place of custody
senior_or_junior | 0 | admitted | unsure | two of that name at that address, no suffix, no birthday
address_never_held | 200 | admitted | unsure | name alone, at an address that the person never held
tin_of_another | 120 | admitted | unsure | the tax number is that of the next taxpayer on file
shelter_address | 60 | admitted | found | a shelter named before the address on file: a finding is due
stranger_at_address | 250 | admitted | absent | somebody not on file at the address of one who is
absent_relative | 250 | admitted | absent | somebody not on file with surname and address of one who is
absent_person | 250 | admitted | absent | nobody on file by that name, nor that address
namesake_not_on_file | 200 | admitted | absent | a namesake born on another day, at an address not held
placeholder_with_tin | 250 | returned | found | words in place of an address, though name and tax number agree
no_period | 250 | returned | found | no taxable period
vague_period | 100 | returned | found | 'most recent' in place of a taxable period
no_reasons | 200 | returned | found | no reasons
placeholder_address | 350 | returned | unsure | words in place of an address
zip_only | 200 | returned | unsure | a ZIP Code in place of an address
city_only | 100 | returned | unsure | a city in place of an address
facility_without_place | 60 | returned | unsure | a jail without saying where
no_name | 60 | returned | unsure | an address without a name
"""
BATCH_KINDS = tuple(_kind(row) for row in _ROWS.strip().splitlines())

_SHORT = """
Robert Bob, William Bill, Richard Dick, Michael Mike, Thomas Tom, James Jim, Joseph Joe, Charles Chuck,
Daniel Dan, Matthew Matt, Anthony Tony, Edward Ed, Steven Steve, Stephen Steve, Andrew Andy, Kenneth Ken,
Joshua Josh, Timothy Tim, Jeffrey Jeff, Gregory Greg, Benjamin Ben, Samuel Sam, Nicholas Nick, Jacob Jake,
Elizabeth Liz, Katherine Kathy, Catherine Cathy, Margaret Peggy, Patricia Pat, Jennifer Jenny, Barbara Barb,
Susan Sue, Deborah Debbie, Rebecca Becky, Christine Chris, Jessica Jess, Kimberly Kim, Francisco Paco,
Jose Pepe, Guadalupe Lupe
"""
NICKNAMES = dict(pair.split() for pair in _SHORT.split(","))

PLACEHOLDERS = (
    *("Failed to Provide", "Failed to Provide 77002", "Unknown Address", "NA NA", "NA NA 60623", "00000"),
    *("To follow", "See attached", "No Address Given 10002", "Not Available"),
)

COMMON_REASON = "Needed for the investigation."

_WRITTEN_OUT = """
ST STREET, AVE AVENUE, DR DRIVE, RD ROAD, LN LANE, CT COURT, BLVD BOULEVARD, PL PLACE, CIR CIRCLE,
TER TERRACE, TRL TRAIL, PKWY PARKWAY
"""
STREET_WORDS = dict(pair.split() for pair in _WRITTEN_OUT.split(","))
