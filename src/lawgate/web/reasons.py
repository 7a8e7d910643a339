"""Why something was not done and what to mend, in the reader's language: the sentences of casework and of the law."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, Protocol

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext

from lawgate.service.law.shown import mend_in
from lawgate.web.words import cases


class Reasoned(Protocol):
    """A reason of casework: a text of the catalogue, and what stands in its blanks."""

    @property
    def text(self) -> str: ...

    @property
    def blanks(self) -> Mapping[str, Any]: ...


def reason_says(reason: Reasoned | str) -> str:
    """A reason as a sentence; what is told in words of its own, such as a file that cannot be read, as it is."""
    if isinstance(reason, str):
        return reason
    blanks = {name: _filled(name, str(value)) for name, value in reason.blanks.items()}
    return gettext(reason.text).format_map(blanks)


def mend_says(mend: str) -> SafeString:
    """What to mend, as the law's own words have it in English; marked as English where they have no others."""
    said = mend_in(mend, get_language() or "en")
    return format_html("{}", said) if said != mend else format_html('<span lang="en">{}</span>', mend)


def _filled(name: str, value: str) -> str:
    """What stands in a blank: a state or an act by the words that the pages have for it."""
    if name not in _LISTS:
        return value
    said = str(_LISTS[name][value])
    return said if name == "state" else said.lower()


_LISTS: Final = {"state": cases.STATES, "act": cases.ACTS}
