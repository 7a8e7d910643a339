"""The plain words of resolution: fields, how they agree, what accepted a record, and what the controls are."""

from __future__ import annotations

from typing import Final

from lawgate.present.words import Word

FIELDS: Final = {
    "given": "Given name",
    "middle": "Middle name",
    "surname": "Surname",
    "suffix": "Suffix (Jr, Sr)",
    "birth": "Date of birth",
    "tin": "Taxpayer number",
    "address": "Address",
    "name": "Name",
    "calibration": "Controls on this file",
    "outcome": "Outcome",
    "file": "Records",
}
LEVELS: Final = {
    "exact": "the same",
    "nickname": "a short form of the same name",
    "part": "a part of the same name",
    "near": "a slip of the pen apart",
    "initial": "only the initial is there to compare, and it agrees",
    "building": "the same building, another unit or none",
    "place": "the same town, another door",
    "conflict": "different",
    "missing": "not stated, or not on file",
}
_OF_A_FIELD: Final = {
    ("suffix", "near"): "on one side only",
    ("address", "exact"): "the same door",
    ("address", "conflict"): "another place",
    ("birth", "near"): "a slip of the pen apart, or day and month exchanged",
}
RULES: Final = {
    "tin-and-birth": "The taxpayer number and the date of birth agree, and the given name does.",
    "tin-and-name": "The taxpayer number and both names agree.",
    "name-birth-address": "Both names, the date of birth and the address agree.",
    "given-birth-address": "Given name, date of birth and address agree; the surname is another, as after marriage.",
    "tin-birth-surname": "The taxpayer number, the date of birth and the surname agree.",
    "name-near-birth-address": "Both names and the address agree; the date of birth is a slip apart.",
    "near-name-near-birth-middle-address": "Middle name and address agree; names and date of birth nearly.",
    "name-address": "Both names and the address agree; no date of birth is there to compare.",
    "name-middle-address": "Given name, middle name and address agree; no date of birth is there to compare.",
    "name-middle-building": "All names and the building agree; no date of birth is there to compare.",
    "name-birth-tin-slip": "Both names and the date of birth agree; the taxpayer number is one slip apart.",
    "name-birth-middle": "All names and the date of birth agree, and are rare enough together.",
    "near-name-birth-middle-town": "Names nearly, middle name, date of birth and town agree; rare enough together.",
    "name-near-birth-middle-town": "All names and the town agree, the date of birth nearly; rare enough together.",
}
BASES: Final = {
    "facts": Word(
        "Birth date or number", "A date of birth or a taxpayer number agrees, and a second fact with it."
    ),
    "home": Word(
        "Name and address alone",
        "Nothing tells a father from a son of the same name who lives at the same address.",
    ),
    "rarity": Word(
        "A rare name and birth date", "No address agrees; a double is not to be expected, but exists."
    ),
}
FAMILIES: Final = {
    "strangers": Word(
        "Strangers", "Given name, surname, birth date and address, each taken from another record."
    ),
    "leave_one_out": Word(
        "Left out", "People on file, asked for while their own record is hidden: does another pass for them?"
    ),
    "household": Word(
        "Household", "The same, by name and address alone: does a relative at the address pass for them?"
    ),
    "doubles": Word(
        "Doubles",
        "Somebody else of the same names and birth date, counted as often as such people exist.",
    ),
}
VETOES: Final = {
    "given": "another given name",
    "birth": "another date of birth",
    "tin": "another taxpayer number",
    "suffix": "another generation (Jr, Sr)",
}
SETTLES: Final = {
    "date_of_birth": "the date of birth",
    "tin": "the taxpayer number",
    "address": "an address",
    "middle_name": "the middle name",
}


def level_words(field: str, level: str) -> str:
    """How a field agrees, in plain words."""
    return _OF_A_FIELD.get((field, level)) or LEVELS.get(level, level)


def odds_words(bits: float) -> str:
    """Bits as odds that a person can say: 1 in 310,000; even; 60 to 1."""
    times = 2 ** min(abs(bits), 60.0)
    if times < 1.5:
        return "about even"
    said = _rounded(times)
    return f"{said} to 1 for" if bits > 0 else f"{said} to 1 against"


def times_words(bits: float) -> str:
    """What one field says, as how many times likelier it makes that this is the person, or is not."""
    times = 2 ** min(abs(bits), 60.0)
    if times < 1.1:
        return "says next to nothing"
    said = f"{times:.1f}" if times < 10 else _rounded(times)
    return f"{said} times likelier {'the person' if bits > 0 else 'somebody else'}"


def factor_words(bits: float) -> str:
    """The same beside a bar: multiplied by what is said for, divided by what is said against."""
    times = 2 ** min(abs(bits), 60.0)
    if times < 1.1:
        return "\N{MULTIPLICATION SIGN} 1"
    sign = "\N{MULTIPLICATION SIGN}" if bits > 0 else "\N{DIVISION SIGN}"
    return f"{sign} {f'{times:.1f}' if times < 10 else _rounded(times)}"


def _rounded(times: float) -> str:
    """Two figures of a number, in words where it is large."""
    for size, name in ((1e12, "million million"), (1e9, "thousand million"), (1e6, "million")):
        if times >= size:
            return f"{float(f'{times / size:.2g}'):,.10g} {name}"
    return f"{int(float(f'{times:.2g}')):,}"


def percent(rate: float) -> str:
    """A small rate in percent with two figures that count, never rounded to nothing."""
    if rate in (0.0, 1.0):
        return f"{rate:.0%}"
    return f"{float(f'{100 * rate:.2g}'):.10g}%"
