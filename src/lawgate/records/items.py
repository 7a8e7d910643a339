"""The catalogue of data items by dotted name, and one held row of one item."""

from __future__ import annotations

from dataclasses import dataclass

from lawgate.dates import Period
from lawgate.records.provenance import Provenance

IDENTITY_FIELDS = ("name", "mailing_address", "tin")
NOT_IDENTITY = "none"


@dataclass(frozen=True, slots=True)
class ItemKind:
    """One kind of data item.

    `identity` names the field of a person's identity that it is, or NOT_IDENTITY. `of_other` marks
    data about somebody besides the taxpayer under whom it is held. The class of a row in law follows
    from the row, never from this name.
    """

    name: str
    label: str
    identity: str = NOT_IDENTITY
    of_other: bool = False


CATALOGUE = {
    kind.name: kind
    for kind in (
        ItemKind("identity.name", "name", identity="name"),
        ItemKind("identity.mailing_address", "mailing address", identity="mailing_address"),
        ItemKind("identity.tin", "taxpayer identifying number", identity="tin"),
        ItemKind("return.1040.total_wages", "total wages on Form 1040"),
        ItemKind("return.1040.schedule_c.gross_receipts", "gross receipts on Schedule C"),
        ItemKind("return.1040.dependents", "dependants on Form 1040"),
        ItemKind("return.1040.phone", "telephone number on Form 1040"),
        ItemKind("return.1040.email", "e-mail address on Form 1040"),
        ItemKind("return.1040.bank_account", "bank account on Form 1040"),
        ItemKind("return.1040.image", "image of Form 1040"),
        ItemKind("return.signature", "signature on a return"),
        ItemKind("return.joint.spouse_income", "income of the spouse on a joint return", of_other=True),
        ItemKind("taxpayer.date_of_birth", "date of birth"),
        ItemKind("taxpayer.employer", "employer of the taxpayer"),
        ItemKind("taxpayer.summons_answer", "answer of the taxpayer to a summons"),
        ItemKind("third_party.w2.wages", "wages on Form W-2"),
        ItemKind("third_party.w2.employer", "employer on Form W-2"),
        ItemKind("third_party.w2.image", "image of Form W-2"),
        ItemKind("third_party.1099.interest", "interest on Form 1099"),
        ItemKind("third_party.k1.income", "income on Schedule K-1"),
        ItemKind("third_party.summons.bank_records", "bank records got by summons"),
        ItemKind("third_party.witness_statement", "statement of a witness"),
        ItemKind("irs.workpaper.page", "page of an examiner's workpapers"),
        ItemKind("irs.examination.exists", "whether an examination exists"),
        ItemKind("irs.account.assessment", "assessment on the account"),
        ItemKind("irs.account.penalty", "penalty on the account"),
        ItemKind("irs.account.returns_filed", "whether a return of income tax was filed"),
        ItemKind(
            "irs.account.unpaid_after_notice", "whether tax was unpaid ten days after notice and demand"
        ),
        ItemKind("irs.account.negligence_penalty", "penalty for negligence"),
        ItemKind("irs.account.fraud_penalty", "civil penalty for fraud"),
        ItemKind(
            "irs.account.recovered_tax", "amount of the taxes recovered on information of another agency"
        ),
        ItemKind("irs.investigation.tax_crime", "whether a tax crime was investigated, with the result"),
        ItemKind(
            "irs.master_file.residence_status", "recorded status as nonresident alien, citizen or resident"
        ),
        ItemKind("state.tax_record", "record furnished by a State tax agency"),
    )
}


@dataclass(frozen=True, slots=True)
class Item:
    """One row that a custodian holds about one taxpayer; `period` is None for identity."""

    kind: ItemKind
    period: Period | None
    value: str | None
    provenance: Provenance
