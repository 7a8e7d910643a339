"""Reports and certificates on paper."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from lawgate.handover.reports import OwnWords, Report
from lawgate.present.letters.pages import Language, day_text, item_text, pdf, strings

Facts = Sequence[tuple[str, str]]


def own_words(language: Language) -> OwnWords:
    """In which words a person reads his own accounting."""
    table = strings(language)["own"]
    return OwnWords(
        table["title"], tuple(table["heads"]), table["note"], lambda name: item_text(name, language)
    )


def report_pdf(
    report: Report, facts: Facts, *, agency: str, day: date, language: Language = Language.ENGLISH,
    synthetic: bool = False,
) -> bytes:  # fmt: skip
    """A report as a tagged PDF/A, a row of the table a row on paper."""
    return pdf(
        "report",
        {
            "title": report.title,
            "agency": agency,
            "language": language.value,
            "synthetic": synthetic,
            "synthetic_mark": strings(language)["synthetic"],
            "facts": list(facts),
            "heads": list(report.heads),
            "rows": [list(row) for row in report.rows],
            "notes": list(report.notes),
        },
        day,
    )


def certificate_pdf(
    facts: Facts, entries: Sequence[Sequence[str]], *, agency: str, day: date, language: Language,
    synthetic: bool = False,
) -> bytes:  # fmt: skip
    """The plain statement that goes with an export: what it holds, what the proofs show, and what they do not."""
    words = strings(language)["certificate"]
    return pdf(
        "certificate",
        {
            "title": words["title"],
            "agency": agency,
            "language": language.value,
            "day_text": day_text(day, language),
            "synthetic": synthetic,
            "synthetic_mark": strings(language)["synthetic"],
            "facts": list(facts),
            "parts": words["parts"],
            "heads": words["heads"],
            "rows": [list(row) for row in entries],
        },
        day,
    )
