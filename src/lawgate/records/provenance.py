"""Provenance: who furnished a row, and in which document. Whether it is identity is another question."""

from __future__ import annotations

from dataclasses import dataclass

FURNISHED_BY = (
    "taxpayer",
    "on_behalf_of_taxpayer",
    "joint_filer",
    "payer",
    "third_party",
    "irs",
    "state_tax_agency",
    "other_agency",
)

DOCUMENTS = (
    "return",
    "return_attachment",
    "estimated_tax_form",
    "taxpayer_letter",
    "information_return",
    "information_return_image",
    "summons_response",
    "interview",
    "workpaper",
    "account",
    "statement_of_third_party",
    "agency_report",
    "state_record",
)


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where one row came from; what the custodian did not record, or recorded in other words, is None."""

    furnished_by: str | None = None
    document: str | None = None

    @classmethod
    def read(cls, furnished_by: str | None, document: str | None) -> Provenance:
        """Keep listed values only: an unlisted one is as unknown as a missing one."""
        return cls(
            furnished_by if furnished_by in FURNISHED_BY else None,
            document if document in DOCUMENTS else None,
        )
