"""Why something was not done, in the reader's language: each sentence of casework is a text of the catalogue."""

from __future__ import annotations

from django.utils.translation import gettext

from lawgate.casework.words import Act, Reason, State
from lawgate.web import words_cases


def reason_says(reason: Reason | str) -> str:
    """A reason as a sentence; what is told in words of its own, such as a file that cannot be read, as it is."""
    if isinstance(reason, str):
        return reason
    blanks = {name: _filled(value) for name, value in reason.blanks.items()}
    return gettext(reason.text).format_map(blanks)


def _filled(value: object) -> str:
    """What stands in a blank: a state or an act by the words that the pages have for it."""
    if isinstance(value, State):
        return str(words_cases.STATES[value])
    return str(words_cases.ACTS[value]).lower() if isinstance(value, Act) else str(value)
