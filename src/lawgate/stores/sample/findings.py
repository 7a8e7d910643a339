"""The findings for the batch: named officials answer the questions that (i)(2) leaves to them."""

from __future__ import annotations

from lawgate.stores.sample.batch_kinds import COMMON_REASON
from lawgate.stores.sample.request_parts import Json

REASONS_SPECIFIC = "/us/usc/t26/s6103/i/2/B/iv"
IDENTIFIES_OR_IMPAIRS = "/us/usc/t26/s6103/i/6"
SAFEGUARDS = "/us/usc/t26/s6103/p/4"

# One subject in so many would identify an informant; for one in so many nobody has answered yet.
BARRED_EVERY, BARRED_AT = 97, 3
UNANSWERED_EVERY, UNANSWERED_AT = 101, 4

_FOUND_ON = "2026-03-02"
_OFFICIAL: Json = {"name": "Sample Official", "office": "delegated_official"}


def findings(refs: list[str], reasons: list[str | None]) -> Json:
    """The findings file for the refs of a batch, in the order of its rows."""
    barred = refs[BARRED_AT::BARRED_EVERY]
    apart = {*barred, *refs[UNANSWERED_AT::UNANSWERED_EVERY]}
    cleared = [ref for ref in refs if ref not in apart]
    specific = [ref for ref, reason in zip(refs, reasons, strict=True) if reason not in (None, COMMON_REASON)]
    rows = (
        _row(
            REASONS_SPECIFIC, answer="yes", refs=specific, note="the common reason is left for another look"
        ),
        _row(IDENTIFIES_OR_IMPAIRS, answer="no", refs=cleared),
        _row(
            IDENTIFIES_OR_IMPAIRS, answer="yes", refs=barred, note="would identify a confidential informant"
        ),
        _row(SAFEGUARDS, answer="yes", refs="*"),
    )
    return {"findings": [row for row in rows if row["refs"]]}


def findings_for_all() -> Json:
    """The findings file that answers the same questions favourably for every ref of any request."""
    answers = ((REASONS_SPECIFIC, "yes"), (IDENTIFIES_OR_IMPAIRS, "no"), (SAFEGUARDS, "yes"))
    return {"findings": [_row(cite, answer=answer, refs="*") for cite, answer in answers]}


def _row(cite: str, *, answer: str, refs: list[str] | str, note: str = "") -> Json:
    return {
        "cite": cite,
        "answer": answer,
        "refs": refs,
        "items": "*",
        "by": _OFFICIAL,
        "on": _FOUND_ON,
        "certified_on": None,
        "note": note,
    }
