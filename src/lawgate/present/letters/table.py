"""Reports and certificates on paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from lawgate.handover.reports import OwnWords, Report
from lawgate.present.letters.pages import Language, day_text, item_text, pdf, strings

Facts = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Imprint:
    """What such a paper bears whatever it says: whose it is, of which day, in which language, and if it is made up."""

    agency: str
    day: date
    language: Language = Language.ENGLISH
    synthetic: bool = False

    @property
    def data(self) -> dict[str, Any]:
        """The same, as the paper's form takes it."""
        return {
            "agency": self.agency,
            "language": self.language.value,
            "synthetic": self.synthetic,
            "synthetic_mark": strings(self.language)["synthetic"],
        }


def own_words(language: Language) -> OwnWords:
    """In which words a person reads his own accounting."""
    table = strings(language)["own"]
    return OwnWords(
        table["title"], tuple(table["heads"]), table["note"], lambda name: item_text(name, language)
    )


def report_pdf(report: Report, facts: Facts, imprint: Imprint) -> bytes:
    """A report as a tagged PDF/A, a row of the table a row on paper."""
    return pdf(
        "report",
        {
            "title": report.title,
            **imprint.data,
            "facts": list(facts),
            "heads": list(report.heads),
            "rows": [list(row) for row in report.rows],
            "notes": list(report.notes),
        },
        imprint.day,
    )


def certificate_pdf(facts: Facts, entries: Sequence[Sequence[str]], imprint: Imprint) -> bytes:
    """The plain statement that goes with an export: what it holds, what the proofs show, and what they do not."""
    words = strings(imprint.language)["certificate"]
    return pdf(
        "certificate",
        {
            "title": words["title"],
            **imprint.data,
            "day_text": day_text(imprint.day, imprint.language),
            "facts": list(facts),
            "parts": words["parts"],
            "heads": words["heads"],
            "rows": [list(row) for row in entries],
        },
        imprint.day,
    )
