"""Closed word lists for names: suffixes, particles, placeholders and the words that mark an entity."""

from __future__ import annotations

from typing import Final

SUFFIXES: Final[dict[str, str]] = {
    "jr": "jr", "junior": "jr", "jnr": "jr", "sr": "sr", "senior": "sr", "snr": "sr",
    "i": "i", "1st": "i", "first": "i", "ii": "ii", "2nd": "ii", "second": "ii", "iii": "iii", "3rd": "iii",
    "third": "iii", "iv": "iv", "4th": "iv", "fourth": "iv", "v": "v", "5th": "v", "fifth": "v", "vi": "vi", "6th": "vi",
}  # fmt: skip
"""Generational suffixes as written, and the one form they are compared in."""

EMBEDDED_SUFFIXES: Final = frozenset(SUFFIXES) - {
    "i", "v", "vi", "first", "second", "third", "fourth", "fifth",
}  # fmt: skip
"""Those that are read off the end of a surname: a lone V there is more often an initial, a First a name."""

SAME_GENERATION: Final = frozenset({frozenset({"jr", "ii"}), frozenset({"sr", "i"})})
"""Pairs that two files may use for one man."""

CREDENTIALS: Final = frozenset({"esq", "md", "phd", "dds", "dvm", "jd", "cpa", "rn"})
"""Read off the end of a surname, where they hide the suffix that stands before them."""

TITLES: Final = CREDENTIALS | {"mr", "mrs", "ms", "mx", "miss", "dr", "rev", "hon", "prof", "sir"}

LEADING_TITLES: Final = frozenset(
    {
        "sgt", "cpl", "pvt", "lt", "capt", "maj", "col", "cmdr", "fr", "rabbi", "pastor", "sister", "sr", "sra", "srta",
        "senor", "senora",
    }
)  # fmt: skip
"""Titles only before a given name: each is a name or a suffix elsewhere."""

PARTICLES: Final = frozenset(
    {
        "de", "del", "della", "di", "da", "dos", "das", "do", "du", "des", "la", "las", "le", "los", "el",
        "al",
        "van", "von", "der", "den", "ter", "ten", "y", "e", "bin", "ibn", "abu", "vda", "viuda",
    }
)  # fmt: skip
"""Words that are no surname by themselves: an agreement on one of them is no agreement."""

JOINED_PREFIXES: Final = frozenset({"mc", "mac", "o", "d", "l", "fitz"})
"""Beginnings that make one surname with the next word: Mc Donald is McDonald, and not Donald."""

FULL_WORDS: Final = {"st": "saint", "sta": "santa", "ste": "sainte"}
"""Short forms inside a surname: St. John is Saint John, and not John."""

OTHER_NAMES: Final = frozenset({"aka", "fka", "nee", "alias", "formerly"})
"""Words after which another surname of the same person follows."""

PLACEHOLDER_WORDS: Final = frozenset(
    {
        "unknown", "unk", "fnu", "lnu", "nfn", "nln", "nmn", "na", "none", "null", "nil", "test", "testing",
        "tester", "anonymous", "anon", "unnamed", "unidentified", "undisclosed", "withheld", "redacted",
        "refused",
        "tbd", "nn", "xx", "xxx", "xxxx", "noname", "nonamegiven", "notgiven", "noneavailable", "notavailable",
        "notapplicable", "notprovided", "firstname", "lastname", "givenname", "nombre", "desconocido",
        "inconnu", "nmi", "qwerty",
        "dontknow", "donotknow", "unspecified", "illegible", "unreadable", "nolastname", "nofirstname", "nomiddlename",
        "nogivenname", "nosurname", "sinnombre", "sinapellido", "notknown", "namewithheld", "nameunknown",
        "tobedetermined", "fname", "lname", "dummy", "asdf",
    }
)  # fmt: skip
"""A name field that holds one of these states no name."""

ROLE_WORDS: Final = frozenset(
    {
        "girl", "boy", "baby", "infant", "child", "adult", "male", "female", "husband", "wife", "son",
        "daughter",
        "mother", "father", "mom", "dad", "brother", "sister", "grandson", "granddaughter", "grandmother",
        "grandfather", "occupant", "resident", "respondent", "inmate", "patient", "tenant", "roommate",
        "spouse",
        "lady", "man", "woman", "of", "the", "in", "house", "babyboy", "babygirl", "bb", "bg", "newborn", "unborn", "deceased",
    }
)  # fmt: skip
"""In a given-name field these say what somebody is, not his name: the given name counts as not stated."""

NAMELESS_WORDS: Final = frozenset(
    {
        "name", "names", "not", "no", "given", "provided", "stated", "available", "unavailable", "missing", "tba", "x",
        "person", "subject", "taxpayer", "individual", "defendant", "applicant", "alien", "first", "last", "surname", "user", "record",
    }
)  # fmt: skip
"""A name made of these, of words for a role and of placeholders alone is nobody's name."""

PLACEHOLDER_PAIRS: Final = frozenset(
    {
        ("john", "doe"), ("jane", "doe"), ("johnny", "doe"), ("janie", "doe"), ("baby", "doe"), ("jon",
        "doe"),
        ("john", "roe"), ("jane", "roe"), ("richard", "roe"), ("john", "q public"), ("john", "public"),
        ("baby", "boy"), ("baby", "girl"), ("infant", "boy"), ("infant", "girl"), ("no name", "given"),
        ("no", "name"), ("no name", "no name"), ("first", "last"), ("test", "user"), ("sample", "person"),
        ("not", "given"), ("not", "provided"), ("not", "available"), ("name", "unknown"), ("male", "unknown"),
        ("female", "unknown"), ("mary", "moe"), ("joe", "blow"), ("john", "smith doe"), ("doe", "doe"),
        ("fulano", "de tal"), ("fulana", "de tal"), ("sin", "nombre"), ("sin", "apellido"), ("qwerty", "qwerty"),
    }
)  # fmt: skip
"""Given name and surname that together name nobody."""

NUMBERED_NOBODIES: Final = frozenset({"doe", "roe", "moe"})
"""Surnames of a court's anonymous parties, nobody where no given name or only what somebody is stands before them."""

LEGAL_FORMS: Final = {
    "inc": "inc", "incorporated": "inc", "corp": "corp", "corporation": "corp", "co": "co", "company": "co", "ltd": "ltd",
    "limited": "ltd", "llc": "llc", "lc": "llc", "lp": "lp", "llp": "llp", "lllp": "lllp", "pllc": "pllc", "pc": "pc",
    "pa": "pa", "plc": "plc",
}  # fmt: skip
"""The legal form as written, and the one form it is compared in; a trust or an estate is no form but another entity."""

ENTITY_PHRASES: Final = {
    " limited liability company ": " llc ", " limited liability co ": " llc ", " limited partnership ": " lp ",
    " limited liability partnership ": " llp ", " professional corporation ": " pc ",
}  # fmt: skip
"""Legal forms written out."""

ENTITY_WORDS: Final = {
    "1st": "first", "2nd": "second", "3rd": "third", "assoc": "associates", "assocs": "associates", "assn": "association",
    "bros": "brothers", "intl": "international", "natl": "national", "mfg": "manufacturing", "svc": "service",
    "svcs": "services", "st": "saint", "ste": "sainte", "univ": "university", "mgmt": "management", "ctr": "center",
    "grp": "group", "hldgs": "holdings",
}  # fmt: skip
"""Words that organisations shorten, and the one form they are compared in."""

TRADE_NAMES: Final = (" dba ", " doing business as ", " trading as ")
"""After these stands the name of a shop; the entity is named before."""

GIVEN_SHORT_FORMS: Final[dict[str, tuple[str, ...]]] = {
    "wm": ("william",), "chas": ("charles",), "jas": ("james",), "geo": ("george",), "thos": ("thomas",),
    "robt": ("robert",), "edw": ("edward",), "benj": ("benjamin",), "saml": ("samuel",), "danl": ("daniel",),
    "ma": ("maria",), "fco": ("francisco",), "gpe": ("guadalupe",), "mohd": ("mohammed", "mohamed", "muhammad"),
    "pepe": ("jose",), "chepe": ("jose",), "paco": ("francisco",), "pancho": ("francisco",), "chuy": ("jesus",),
    "lupe": ("guadalupe",), "lupita": ("guadalupe",), "memo": ("guillermo",), "nacho": ("ignacio",),
    "beto": ("alberto", "roberto", "humberto", "gilberto"), "lalo": ("eduardo",), "quique": ("enrique",),
    "kike": ("enrique",), "chente": ("vicente",), "nando": ("fernando",), "poncho": ("alfonso",), "goyo": ("gregorio",),
    "moncho": ("ramon",), "concha": ("concepcion",), "chayo": ("rosario",), "charo": ("rosario",), "chelo": ("consuelo",),
    "meche": ("mercedes",), "lola": ("dolores",), "tere": ("teresa",), "rafa": ("rafael",), "javi": ("javier",),
    "manolo": ("manuel",), "tono": ("antonio",), "chela": ("graciela",), "licha": ("alicia",),
}  # fmt: skip
"""Written abbreviations and Spanish short forms that the list of nicknames lacks, with the names they stand for."""
