"""What the pages of audits and large requests print: words of closed lists, bars, and tables of counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final
from urllib.parse import urlencode

from django import template
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from lawgate.service import charts
from lawgate.web import words
from lawgate.web.tag import Tone, tag
from lawgate.web.words import runs

register = template.Library()

_TONE: Final[Mapping[str, Tone]] = {
    "unlawful": "no", "turns_on": "more", "undeterminable": "open", "lawful": "yes", "waits": "open", "at_work": "open",
    "decided": "yes", "failed": "no",
}  # fmt: skip
_MINUTE, _HOUR = 60, 3600


@register.filter
def word(value: str, listed: str) -> str:
    """The word for a value of one of our lists; the value itself where the list does not hold it."""
    return words.said(runs.LISTED[listed], value)


@register.filter
def shown(value: str, listed: str) -> SafeString:
    """The same, marked as English where only a code of the contract is there."""
    known = runs.LISTED.get(listed, {})
    if value in known:
        return format_html("{}", known[value])
    return format_html('<span lang="en">{}</span>', words.said({}, value))


@register.filter
def run_tag(value: str, listed: str) -> SafeString:
    """A word with its tone and mark."""
    return tag(_TONE.get(value, "plain"), word(value, listed))


@register.filter
def thousands(count: int) -> str:
    """A count with its thousands marked."""
    return f"{count:,}"


@register.filter
def percent_of(part: int, whole: int) -> str:
    """A part of a whole in percent."""
    return f"{100 * part / whole:.1f} %" if whole else "–"


@register.filter
def duration(seconds: int) -> str:
    """Seconds as hours, minutes and seconds: 1:02:03, or 2:03."""
    hours, minutes = seconds // _HOUR, seconds % _HOUR // _MINUTE
    rest = f"{seconds % _MINUTE:02}"
    return f"{hours}:{minutes:02}:{rest}" if hours else f"{minutes}:{rest}"


@register.simple_tag
def chart_patterns() -> SafeString:
    """What bars are filled with; once in a page."""
    return mark_safe(charts.PATTERNS)  # noqa: S308 - our own drawing, without a word of anybody's


@register.simple_tag
def share_bar(parts: Mapping[str, int] | int, whole: int) -> SafeString:
    """A small bar of parts, or of one count, drawn to scale."""
    drawn = parts if isinstance(parts, Mapping) else {"count": parts}
    return mark_safe(charts.share_bar(drawn, whole))  # noqa: S308 - the same


@register.simple_tag
def wide_bar(parts: Mapping[str, int], whole: int, listed: str) -> SafeString:
    """A bar as wide as the page, told in words too."""
    said = ", ".join(f"{word(key, listed)} {count:,}" for key, count in parts.items())
    return mark_safe(charts.wide_share_bar(parts, whole, said))  # noqa: S308 - escaped where it was drawn


@register.simple_tag
def rows_url(name: str, key: str) -> str:
    """Where the rows behind a count of an audit are listed."""
    return f"{reverse('audit-rows', args=[name])}?{urlencode({'of': key})}"


@register.inclusion_tag("lawgate/parts/opened.html")
def opened(audit: str, count: int, key: str, state: str = "") -> dict[str, Any]:
    """A count of an audit that opens into its rows."""
    return {"audit": audit, "count": count, "key": f"{key}{state}"}


@register.inclusion_tag("lawgate/parts/counts.html")
def counts_table(
    audit: str,
    caption: str,
    counts: Sequence[Mapping[str, Any]],
    listed: str,
    whole: int,
    *,
    then: Any = None,
) -> dict[str, Any]:
    """Counts of releases by state, each with its bar, and the way to its rows."""
    on_the_day = {one["state"]: one["releases"] for one in then or ()}
    rows = [
        {
            **one,
            "rows_then": one["rows"].replace("verdict=", "verdict_then=", 1),
            "parts": {one["state"] if one["state"] in runs.VERDICTS else "count": one["releases"]},
            "then": on_the_day.get(one["state"]),
            "says": runs.LISTED.get(f"{listed}_says", {}).get(one["state"], ""),
        }
        for one in counts
    ]
    shown = {"audit": audit, "caption": caption, "rows": rows, "listed": listed, "whole": whole}
    return {**shown, "has_then": bool(then)}


@register.inclusion_tag("lawgate/parts/shares.html")
def shares_table(
    caption: str, counts: Mapping[str, int], listed: str, whole: int, of_what: str
) -> dict[str, Any]:
    """Counts by state with their bars, of what cannot be opened."""
    known = runs.LISTED.get(f"{listed}_says", {})
    rows = [{"state": key, "count": count, "says": known.get(key, "")} for key, count in counts.items()]
    return {"caption": caption, "rows": rows, "listed": listed, "whole": whole, "of_what": of_what}


@register.filter
def counts_by_state(counts: Sequence[Mapping[str, Any]]) -> dict[str, int]:
    """Counts as a table of states."""
    return {one["state"]: one["releases"] for one in counts}


@register.filter
def key_words(key: str) -> str:
    """What a key chooses, in words: verdict: unlawful."""
    return "; ".join(_key(part) for part in key.split(","))


def _key(part: str) -> str:
    name, _, value = part.partition("=")
    said = words.said(runs.KEYS, name)
    if name in {"met", "fails", "open", "alone"}:
        return said
    if name == "under":
        question, reading, outcome = value.split(".", 2)
        return f"{said} {question}={reading}: {words.said(runs.VERDICTS, outcome)}"
    return f"{said}: {words.said(runs.LISTED.get(name, {}), value.replace('+', ', '))}"


@register.filter
def truths_of(element: Mapping[str, Any]) -> dict[str, int]:
    """How often a demand is met, fails and is open."""
    return {truth: element[truth] for truth in ("yes", "no", "open")}


@register.filter
def outcomes_of(reading: Mapping[str, Any]) -> dict[str, int]:
    """How many releases a reading leaves unlawful, undeterminable and lawful."""
    return {state: reading[state] for state in ("unlawful", "undeterminable", "lawful")}


@register.filter
def total(counts: Mapping[str, int]) -> int:
    """All of them together."""
    return sum(counts.values())
