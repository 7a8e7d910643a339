"""What the templates print: addresses of files and paragraphs, words for closed lists, tags with a mark and a word."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import template
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from lawgate.service.law.shown import item_in
from lawgate.web import words, words_cases, words_jobs, words_notices, words_registers
from lawgate.web.assets import url_of
from lawgate.web.words_reasons import mend_says, reason_says

register = template.Library()

_TONE = {
    "permit": "yes", "bar": "no", "disclose": "yes", "withhold": "no", "needs_more": "more",
    "needs_finding": "open", "returned": "more", "admitted": "yes", "blocked": "no", "in force": "no",
    "pending": "open", "received": "open", "resolving": "open", "determined": "open", "in_review": "open",
    "approved": "yes", "released": "yes", "delivered": "yes", "receipted": "yes", "recalled": "no",
    "incident": "no", "yes": "yes", "no": "no", "open": "open", "at_work": "open", "ready": "yes",
    "fetched": "yes", "not_disclosed": "plain", "match": "yes", "no_match": "no", "conflict": "more",
    "untold": "more", "waiting": "open", "proposed": "more", "followed": "yes", "against_an_order": "no",
}  # fmt: skip
_MARK = {"yes": "✓", "no": "✕", "open": "○", "more": "!"}


@register.simple_tag
def asset(path: str) -> str:
    """The address of one of our files."""
    return url_of(path)


@register.simple_tag
def provision_url(cite: str) -> str:
    """The address of a provision's page."""
    return reverse("provision", args=[cite.removeprefix("/")])


@register.filter
def job_name(name: str) -> str:
    """What a job of the background does."""
    return words.said(words_jobs.JOBS, name)


@register.filter
def job_stands(stands: str) -> str:
    """Where a job stands."""
    return words.said(words_jobs.STANDS, stands)


register.filter("reason", reason_says)
register.filter("mend", mend_says)


@register.filter
def notice_words(notice: str) -> str:
    """What a notice says."""
    return words.said(words_notices.NOTICES, notice)


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
def effect_tag(value: str) -> SafeString:
    """What a provision does."""
    return _tag(words.EFFECTS, value)


@register.filter
def outcome_tag(value: str) -> SafeString:
    """What was decided."""
    return _tag(words.DISPOSITIONS, value)


@register.filter
def admission_tag(value: str) -> SafeString:
    """What became of a request on its own words."""
    return _tag(words.DISPOSITIONS, value)


@register.filter
def standing_tag(value: str) -> SafeString:
    """How an order stands."""
    return _tag(words.STANDINGS, value)


@register.filter
def state_tag(value: str) -> SafeString:
    """Where a case stands."""
    return _tag(words_cases.STATES, value)


@register.filter
def truth_tag(value: str) -> SafeString:
    """YES, NO or OPEN."""
    return _tag(words.TRUTHS, value)


@register.filter
def stage_tag(value: str) -> SafeString:
    """How a proposal of a register stands."""
    return _tag(words_registers.STAGES, value)


@register.filter
def entered_name(value: str) -> str:
    """What was entered into a register."""
    return words.said(words_registers.ENTERED, value)


@register.filter
def register_name(value: str) -> str:
    """A register, or a kind of what waits in one."""
    return words.said({**words_registers.REGISTERS, **words_registers.KINDS}, value)


@register.filter
def became_name(value: str) -> str:
    """What became of an order."""
    return words.said(words_registers.STATUSES, value)


@register.filter
def order_act_name(value: str) -> str:
    """What an order does."""
    return words.said(words_registers.ORDER_ACTS, value)


@register.filter
def identity_field_name(value: str) -> str:
    """A field of a person's identity."""
    return words.said(words_registers.IDENTITY_FIELDS, value)


@register.filter
def role_name(value: str) -> str:
    """A role."""
    return words.said(words.ROLES, value)


@register.filter
def role_does(value: str) -> str:
    """What somebody in a role does here."""
    return words.said(words.DOES, value)


@register.filter
def duty_name(value: str | None) -> str:
    """Whether the paragraph says shall or may."""
    return words.said(words.DUTIES, value)


@register.filter
def office_name(value: str) -> str:
    """An office."""
    return value.replace("_", " ")


@register.filter
def owner_name(value: str) -> str:
    """Who answers a question."""
    return words.said(words.OWNERS, value)


@register.filter
def adequacy_name(value: str) -> str:
    """What an address is on its face."""
    return words.said(words.ADEQUACY, value)


@register.filter
def state_name(value: str) -> str:
    """Where a case stands, as a word."""
    return words.said(words_cases.STATES, value)


@register.filter
def told_tag(value: str) -> SafeString:
    """What is told of a case."""
    return _tag(words_cases.TOLD, value)


@register.filter
def told_says(value: str) -> str:
    """What is told of a case, as a sentence."""
    return words.said(words_cases.TOLD_SAYS, value)


@register.filter
def act_name(value: str) -> str:
    """An act."""
    return words.said(words_cases.ACTS, value)


@register.filter
def act_does(value: str) -> str:
    """What an act does."""
    return str(words_cases.DOES.get(value, ""))


@register.filter
def pair_state(value: str) -> str:
    """How a pair stands."""
    return words.said(words_cases.PAIR_STATES, value)


@register.filter
def outcome_name(value: str) -> str:
    """What was decided, as a word."""
    return words.said(words.DISPOSITIONS, value)


@register.filter
def answer_name(value: str) -> str:
    """Yes or no."""
    return words.said(words.TRUTHS, value)


@register.filter
def tone(value: str) -> str:
    """In which tone an outcome is shown."""
    return _TONE.get(value, "plain")


@register.filter
def source_name(source: Mapping[str, Any] | None) -> str:
    """Who furnished a row, and in which document."""
    if not source or not source["furnished_by"]:
        return "–"
    furnished = words.said(words_cases.SOURCES, source["furnished_by"])
    document = words.said(words_cases.DOCUMENTS, source["document"]) if source["document"] else ""
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


def _tag(listed: words.Words, value: Any) -> SafeString:
    tone = _TONE.get(str(value), "plain")
    mark = format_html('<span aria-hidden="true">{}</span> ', _MARK[tone]) if tone in _MARK else ""
    return format_html('<span class="lg-tag lg-tag--{}">{}{}</span>', tone, mark, words.said(listed, value))
