"""Closed word lists for names: suffixes, particles, placeholders and the words that mark an entity."""

from __future__ import annotations

from typing import Final

SUFFIXES: Final[dict[str, str]] = {
    "jr": "jr", "junior": "jr", "jnr": "jr", "sr": "sr", "senior": "sr", "snr": "sr",
    "ii": "ii", "2nd": "ii", "iii": "iii", "3rd": "iii", "iv": "iv", "4th": "iv", "v": "v", "5th": "v",
}  # fmt: skip
"""Generational suffixes as written, and the one form they are compared in."""

EMBEDDED_SUFFIXES: Final = frozenset(SUFFIXES) - {"v"}
"""Those that are read off the end of a surname: a lone V there is more often an initial."""

SAME_GENERATION: Final = frozenset({frozenset({"jr", "ii"}), frozenset({"sr", "i"})})
"""Pairs that two files may use for one man."""

TITLES: Final = frozenset({"mr", "mrs", "ms", "miss", "dr", "rev", "hon", "prof", "sir", "esq", "md", "phd"})

PARTICLES: Final = frozenset(
    {
        "de", "del", "della", "di", "da", "dos", "das", "do", "du", "des", "la", "las", "le", "los", "el",
        "al",
        "van", "von", "der", "den", "ter", "ten", "y", "e", "bin", "ibn", "abu", "san", "santa", "st",
        "saint",
        "mc", "mac", "o", "d", "l",
    }
)  # fmt: skip
"""Words that are no surname by themselves: an agreement on one of them is no agreement."""

PLACEHOLDER_WORDS: Final = frozenset(
    {
        "unknown", "unk", "fnu", "lnu", "nfn", "nln", "nmn", "na", "none", "null", "nil", "test", "testing",
        "tester", "anonymous", "anon", "unnamed", "unidentified", "undisclosed", "withheld", "redacted",
        "refused",
        "tbd", "xxx", "xxxx", "noname", "nonamegiven", "notgiven", "noneavailable", "notavailable",
        "notapplicable", "notprovided", "firstname", "lastname", "givenname", "nombre", "desconocido",
        "inconnu",
        "dontknow", "donotknow", "unspecified", "illegible", "unreadable",
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
        "lady", "man", "woman", "of", "the", "in", "house",
    }
)  # fmt: skip
"""In a given-name field these say what somebody is, not his name: the given name counts as not stated."""

NAMELESS_WORDS: Final = frozenset(
    {
        "name", "names", "not", "no", "given", "provided", "stated", "available", "unavailable", "missing", "tba", "x",
        "person", "subject", "taxpayer", "individual", "defendant", "applicant", "alien", "first", "last", "surname",
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
        ("female", "unknown"), ("mary", "moe"), ("joe", "blow"), ("john", "smith doe"),
    }
)  # fmt: skip
"""Given name and surname that together name nobody."""

ENTITY_WORDS: Final = frozenset(
    {
        "llc", "inc", "incorporated", "corp", "corporation", "company", "ltd", "limited", "lp", "llp",
        "pllc", "pc",
        "trust", "foundation", "association", "assoc", "partners", "partnership", "holdings", "enterprises",
        "church", "university", "bank", "fund", "society", "institute", "estate",
    }
)  # fmt: skip
"""Words that mark a name as an organisation's, a trust's or an estate's."""
