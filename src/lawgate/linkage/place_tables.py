"""Postal words: street kinds and directions (USPS Publication 28, appendices B and C), units, states."""

from __future__ import annotations

from typing import Final

STREET_WORDS: Final[dict[str, str]] = {
    word: short
    for short, words in {
        "aly": "alley allee ally", "ave": "avenue av aven avenu avn avnue", "bch": "beach",
        "blvd": "boulevard boul boulv", "brk": "brook", "br": "branch brnch", "bnd": "bend", "byp": "bypass",
        "cir": "circle circ circl crcl crcle", "cl": "close", "cors": "corners", "cor": "corner",
        "ct": "court crt", "cts": "courts", "cv": "cove", "crk": "creek", "cres": "crescent crsent crsnt",
        "crst": "crest", "xing": "crossing crssng", "dr": "drive driv drv", "est": "estate",
        "ests": "estates",
        "expy": "expressway express expr", "ext": "extension extn", "fld": "field", "flds": "fields",
        "frst": "forest forests", "fwy": "freeway freewy", "gdn": "garden", "gdns": "gardens", "gln": "glen",
        "grn": "green", "grv": "grove", "hbr": "harbor", "hts": "heights ht", "hwy": "highway highwy hiway",
        "hl": "hill", "hls": "hills", "holw": "hollow hllw hollows", "is": "island", "jct": "junction",
        "knl": "knoll", "knls": "knolls", "lk": "lake", "lks": "lakes", "lndg": "landing", "ln": "lane",
        "lp": "loop", "mnr": "manor", "mdw": "meadow", "mdws": "meadows medows", "ml": "mill",
        "mtn": "mountain",
        "mt": "mount mnt", "orch": "orchard", "pkwy": "parkway pkway pky parkwy pwy", "pl": "place",
        "pln": "plain", "plz": "plaza", "pt": "point", "prt": "port", "rnch": "ranch", "rdg": "ridge rdge",
        "riv": "river", "rd": "road", "rte": "route", "run": "run", "shr": "shore", "spg": "spring",
        "spgs": "springs", "sq": "square", "sta": "station", "st": "street str strt", "smt": "summit",
        "ter": "terrace terr", "trce": "trace", "trl": "trail trails", "tpke": "turnpike", "vly": "valley",
        "vw": "view", "vlg": "village", "vis": "vista", "wlk": "walk", "way": "wy",
        "n": "north nth nrth", "s": "south so sth", "e": "east", "w": "west wst",
        "ne": "northeast", "nw": "northwest", "se": "southeast", "sw": "southwest",
        "1st": "first", "2nd": "second", "3rd": "third", "4th": "fourth", "5th": "fifth", "6th": "sixth",
        "7th": "seventh", "8th": "eighth", "9th": "ninth", "10th": "tenth",
        "bdwy": "broadway bway", "cnty": "county",
    }.items()
    for word in (short, *words.split())
}  # fmt: skip
"""Each spelling of a street word and its postal abbreviation."""

UNIT_WORDS: Final = frozenset(
    {
        "apt", "apartment", "unit", "ste", "suite", "rm", "room", "fl", "floor", "bldg", "building", "lot",
        "trlr",
        "trailer", "spc", "space", "dept", "ph", "penthouse", "no", "number", "slip", "pmb", "#",
    }
)  # fmt: skip

STATES: Final[dict[str, str]] = {
    "alabama": "al", "alaska": "ak", "arizona": "az", "arkansas": "ar", "california": "ca", "colorado": "co",
    "connecticut": "ct", "delaware": "de", "district of columbia": "dc", "florida": "fl", "georgia": "ga",
    "hawaii": "hi", "idaho": "id", "illinois": "il", "indiana": "in", "iowa": "ia", "kansas": "ks",
    "kentucky": "ky", "louisiana": "la", "maine": "me", "maryland": "md", "massachusetts": "ma",
    "michigan": "mi", "minnesota": "mn", "mississippi": "ms", "missouri": "mo", "montana": "mt",
    "nebraska": "ne", "nevada": "nv", "new hampshire": "nh", "new jersey": "nj", "new mexico": "nm",
    "new york": "ny", "north carolina": "nc", "north dakota": "nd", "ohio": "oh", "oklahoma": "ok",
    "oregon": "or", "pennsylvania": "pa", "rhode island": "ri", "south carolina": "sc", "south dakota": "sd",
    "tennessee": "tn", "texas": "tx", "utah": "ut", "vermont": "vt", "virginia": "va", "washington": "wa",
    "west virginia": "wv", "wisconsin": "wi", "wyoming": "wy", "puerto rico": "pr", "guam": "gu",
    "virgin islands": "vi", "american samoa": "as", "northern mariana islands": "mp",
    "armed forces americas": "aa", "armed forces europe": "ae", "armed forces pacific": "ap",
}  # fmt: skip
