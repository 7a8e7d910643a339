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
        ItemKind("return.1040.filing_status", "filing status on Form 1040"),
        ItemKind("return.1040.gross_income", "gross income on Form 1040"),
        ItemKind("return.1040.dependent_count", "number of dependants on Form 1040"),
        ItemKind("return.1040.schedule_se.net_earnings", "net earnings from self-employment on Schedule SE"),
        ItemKind("return.joint.spouse_name", "name of the spouse on a joint return", of_other=True),
        ItemKind(
            "return.joint.spouse_tin", "identifying number of the spouse on a joint return", of_other=True
        ),
        ItemKind("return.joint.spouse_income", "income of the spouse on a joint return", of_other=True),
        ItemKind("taxpayer.date_of_birth", "date of birth"),
        ItemKind("taxpayer.employer", "employer of the taxpayer"),
        ItemKind("taxpayer.summons_answer", "answer of the taxpayer to a summons"),
        ItemKind("third_party.w2.wages", "wages on Form W-2"),
        ItemKind("third_party.w2.employer", "employer on Form W-2"),
        ItemKind("third_party.w2.image", "image of Form W-2"),
        ItemKind("third_party.1099.interest", "interest on Form 1099"),
        ItemKind("third_party.1099.retirement", "payments of retirement income on Form 1099-R"),
        ItemKind("third_party.w3.statements", "number of wage statements furnished by an employer"),
        ItemKind("third_party.8955ssa.vested_benefit", "deferred vested benefit on Form 8955-SSA"),
        ItemKind("third_party.k1.income", "income on Schedule K-1"),
        ItemKind("third_party.summons.bank_records", "bank records got by summons"),
        ItemKind("third_party.witness_statement", "statement of a witness"),
        ItemKind("irs.workpaper.page", "page of an examiner's workpapers"),
        ItemKind("irs.examination.exists", "whether an examination exists"),
        ItemKind("irs.account.assessment", "assessment on the account"),
        ItemKind("irs.account.penalty", "penalty on the account"),
        ItemKind("irs.account.delinquent", "whether the account is delinquent"),
        ItemKind("irs.account.joint_return", "whether a joint return was filed"),
        ItemKind("irs.offset.made", "whether a refund was reduced for a debt"),
        ItemKind("irs.offset.amount", "amount by which a refund was reduced for a debt"),
        ItemKind("irs.offset.spouse_payment", "payment to the spouse on the basis of a joint return"),
        ItemKind("irs.alcohol_fuel.premises", "premises of a producer of alcohol for fuel"),
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
