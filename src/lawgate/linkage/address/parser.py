"""The one place that asks the address parser: usaddress, a conditional random field (MIT licence)."""

from __future__ import annotations

import usaddress

WORDS_MAX = 24


def street_words(words: tuple[str, ...]) -> int | None:
    """How many of the words, a house number first, the parser takes for number and street before a city.

    None if it sees no number, no street or no city; used only where no comma and no street word decides.
    """
    labels = [label for _, label in usaddress.parse(" ".join(words[:WORDS_MAX]))]
    if len(labels) != len(words[:WORDS_MAX]) or labels[0] != "AddressNumber" or "PlaceName" not in labels:
        return None
    city = labels.index("PlaceName")
    return city if any(label == "StreetName" for label in labels[:city]) else None
