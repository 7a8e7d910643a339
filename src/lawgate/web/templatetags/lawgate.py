"""What the templates print: addresses of files and paragraphs, words for closed lists, tags with a mark and a word."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any, Final

from django import template
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from lawgate.service.law.shown import item_in
from lawgate.web import words
from lawgate.web.assets import url_of
from lawgate.web.reasons import mend_says, reason_says
from lawgate.web.tag import Tone, tag
from lawgate.web.words import cases, codes, jobs, notices, registers

register = template.Library()

# Filters that print a value in the words of a list, and the list of each.
_NAMES: Final[Mapping[str, words.Words]] = {
    "act_name": cases.ACTS,
    "adequacy_name": words.ADEQUACY,
    "answer_name": words.TRUTHS,
    "became_name": registers.STATUSES,
    "duty_name": words.DUTIES,
    "entered_name": registers.ENTERED,
    "entry_name": codes.ENTRIES,
    "identity_field_name": registers.IDENTITY_FIELDS,
    "job_name": jobs.JOBS,
    "job_stands": jobs.STANDS,
    "level_name": codes.LEVELS,
    "notice_words": notices.NOTICES,
    "office_name": codes.OFFICES,
    "order_act_name": registers.ORDER_ACTS,
    "outcome_name": words.DISPOSITIONS,
    "owner_name": words.OWNERS,
    "pair_state": cases.PAIR_STATES,
    "register_name": {**registers.REGISTERS, **registers.KINDS},
    "role_does": words.DOES,
    "role_name": words.ROLES,
    "stage_name": codes.STAGES,
    "state_name": cases.STATES,
    "told_says": cases.TOLD_SAYS,
}
# Filters that print a value as a tag: the words of its list, in the tone of the outcome and with its mark.
_TAGS: Final[Mapping[str, words.Words]] = {
    "effect_tag": words.EFFECTS,
    "outcome_tag": words.DISPOSITIONS,
    "stage_tag": registers.STAGES,
    "standing_tag": words.STANDINGS,
    "state_tag": cases.STATES,
    "told_tag": cases.TOLD,
    "truth_tag": words.TRUTHS,
}
_TONE: Final[Mapping[str, Tone]] = {
    "permit": "yes", "bar": "no", "disclose": "yes", "withhold": "no", "needs_more": "more",
    "needs_finding": "open", "returned": "more", "admitted": "yes", "blocked": "no", "in force": "no",
    "pending": "open", "received": "open", "resolving": "open", "determined": "open", "in_review": "open",
    "approved": "yes", "released": "yes", "delivered": "yes", "receipted": "yes", "recalled": "no",
    "incident": "no", "yes": "yes", "no": "no", "open": "open", "at_work": "open", "ready": "yes",
    "fetched": "yes", "not_disclosed": "plain", "match": "yes", "no_match": "no", "conflict": "more",
    "untold": "more", "waiting": "open", "proposed": "more", "followed": "yes", "against_an_order": "no",
}  # fmt: skip


@register.filter
def tone(value: Any) -> Tone:
    """In which tone an outcome is shown."""
    return _TONE.get(str(value), "plain")


def _tag(listed: words.Words, value: Any) -> SafeString:
    return tag(tone(value), words.said(listed, value))


for _name, _listed in _NAMES.items():
    register.filter(_name, partial(words.said, _listed))
for _name, _listed in _TAGS.items():
    register.filter(_name, partial(_tag, _listed))
register.filter("mend", mend_says)
register.filter("reason", reason_says)


@register.simple_tag
def asset(path: str) -> str:
    """The address of one of our files."""
    return url_of(path)


@register.simple_tag
def provision_url(cite: str) -> str:
    """The address of a provision's page."""
    return reverse("provision", args=[cite.removeprefix("/")])


@register.filter
def short_cite(text: str) -> str:
    """A printed citation without the section, where it is 6103."""
    return text.removeprefix("26 U.S.C. 6103") or text


@register.filter
def printed_cite(cite: str) -> str:
    """An address as the paragraph it names: `/us/usc/t26/s6103/i/2/B` as (i)(2)(B)."""
    _, _, within = cite.partition("/s6103")
    return "".join(f"({part})" for part in within.split("/") if part)


@register.filter
def between(days: Mapping[str, str]) -> str:
    """A day, or the two days between which it lies."""
    first, last = days["earliest"], days["latest"]
    return first if first == last else f"{first} – {last}"


@register.filter
def code_words(value: str) -> str:
    """A code of the contract as words."""
    return value.replace("_", " ")


@register.filter
def agency_name(value: str | None) -> str:
    """A dotted agency as it is known."""
    return (value or "").upper().replace("US.", "").replace(".", " / ")


@register.filter
def act_does(value: str) -> str:
    """What an act does."""
    return str(cases.DOES.get(value, ""))


@register.filter
def source_name(source: Mapping[str, Any] | None) -> str:
    """Who furnished a row, and in which document."""
    if not source or not source["furnished_by"]:
        return "–"
    furnished = words.said(cases.SOURCES, source["furnished_by"])
    document = words.said(cases.DOCUMENTS, source["document"]) if source["document"] else ""
    return f"{furnished}, {document}" if document else furnished


@register.filter
def item_name(name: str) -> str:
    """What an item is, in the reader's language."""
    return item_in(name, get_language() or "en")


@register.filter
def by_steps(count: int | None, step: int) -> str:
    """A count told by steps: nought, or between which numbers it lies."""
    if count is None:
        return f"1–{step - 1}"
    return f"{count}–{count + step - 1}" if count else "0"


@register.simple_tag(takes_context=True)
def defects_at(context: Mapping[str, Any], field: str) -> SafeString:
    """What is to be mended in a field, beside it."""
    fixes = context.get("beside", {}).get(field, ()) if "beside" in context else ()
    lines = format_html_join("", "{}<br>", ((mend_says(fix),) for fix in fixes))
    return (
        format_html('<span class="usa-error-message" id="{}-mend">{}</span>', field, lines)
        if fixes
        else lines
    )


@register.simple_tag(takes_context=True)
def has_defects(context: Mapping[str, Any], field: str) -> SafeString:
    """The marks of a field in which something is to be mended."""
    found = "beside" in context and field in context["beside"]
    return (
        format_html(' aria-invalid="true" aria-describedby="{}-mend"', field)
        if found
        else format_html("{}", "")
    )


@register.filter
def beside(row: Sequence[str], heads: Sequence[str]) -> list[tuple[str, str]]:
    """Each cell of a row beside the head of its column."""
    return list(zip(heads, row, strict=True))


@register.inclusion_tag("lawgate/parts/bars.html")
def bar_chart(rows: Sequence[Mapping[str, Any]], value: str, label: str) -> dict[str, Any]:
    """Rows as bars; the table beside it tells the same in words."""
    most = max((row[value] or 0 for row in rows), default=0) or 1
    bars = [
        {
            "label": agency_name(row[label]) if label == "agency" else row[label],
            "value": row[value] or 0,
            "width": round(560 * (row[value] or 0) / most),
            "y": 8 + 30 * at,
        }
        for at, row in enumerate(rows)
    ]
    return {"bars": bars, "height": 30 * len(bars) + 10}
