"""The plain words for what an audit finds, the same on paper and in a terminal."""

from __future__ import annotations

from typing import Final

from lawgate.present.words import Word

VERDICT: Final = {
    "unlawful": Word("Unlawful", "A demand of the law fails under every reading, or an order forbade it."),
    "turns_on": Word("Turns on a reading", "Readings of a contested question give different outcomes."),
    "undeterminable": Word("Cannot be told", "Under every reading something is open that has to be known."),
    "lawful": Word("Lawful", "Every demand is met under every reading that may be adopted."),
}
COMPARED: Final = {
    "no": Word("Not compared then", "The address given was not held against any on file before the release."),
    "yes": Word("Compared then", "It was."),
    "not_told": Word("Not told", "The table of releases does not say."),
}
HELD: Final = {
    "placeholder": Word(
        "No address", "What stands in the field is no address: a placeholder, a ZIP Code, a city."
    ),
    "current": Word("Held on the day", "It agrees with the address held on the day of the release."),
    "earlier": Word("Held earlier", "It agrees with an address held before."),
    "none": Word("Never held", "It agrees with no address held for the taxpayer by that day."),
    "missing": Word("Record missing", "The taxpayer of the release is not in the records given."),
    "not_asked": Word("Not asked for", "The request does not name this person, so it gives no address."),
}
OUTSIDE: Final = {
    "person": Word("Person not named", "The request does not name the person of whom it was released."),
    "item": Word("Item not asked for", "The request does not ask for an item that was released."),
}
NOT_ADVICE: Final = "Arithmetic over counts, and no advice: what a court would find is not known from them."
