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
        ItemKind("return.1040.adjusted_gross_income", "adjusted gross income on Form 1040"),
        ItemKind("return.1040.modified_agi", "modified adjusted gross income for the premium credit"),
        ItemKind("return.1040.exemption_count", "number of exemptions on Form 1040"),
        ItemKind(
            "return.1040.child_credit_dependents", "number of dependants counted for the child tax credit"
        ),
        ItemKind("return.1040.total_tax", "total income tax on Form 1040"),
        ItemKind("return.1040.education_credit", "education credit on Form 1040"),
        ItemKind(
            "return.1040.ira_not_in_agi", "distributions of retirement accounts outside adjusted gross income"
        ),
        ItemKind(
            "return.1040.retirement_deductions", "deducted contributions to retirement accounts and plans"
        ),
        ItemKind("return.1040.tax_exempt_interest", "tax-exempt interest on Form 1040"),
        ItemKind("return.1040.pensions_not_in_agi", "pensions and annuities outside adjusted gross income"),
        ItemKind("return.1040.schedules_filed", "which of Schedules A, B, D, E, F and H were filed"),
        ItemKind("return.1040.schedule_c.net_profit", "net profit or loss on Schedule C"),
        ItemKind("return.1040.schedule_f.farm_income", "taxable income from farming"),
        ItemKind("return.1040.excluded_bond_interest", "savings bond interest excluded under section 135"),
        ItemKind("return.1040.excluded_foreign_income", "foreign income excluded under section 911"),
        ItemKind("return.1040.excluded_possession_income", "income excluded under section 931 or 933"),
        ItemKind("return.1040.occupation", "occupation on Form 1040"),
        ItemKind(
            "return.household.modified_agi", "modified income of another in the household", of_other=True
        ),
        ItemKind("return.joint.spouse_name", "name of the spouse on a joint return", of_other=True),
        ItemKind(
            "return.joint.spouse_tin", "identifying number of the spouse on a joint return", of_other=True
        ),
        ItemKind("return.1120.total_income", "total income on Form 1120"),
        ItemKind("return.1120.total_tax", "total tax on Form 1120"),
        ItemKind("return.efile.ip_address", "internet protocol address of the filing"),
        ItemKind("return.efile.device", "device that filed"),
        ItemKind("return.efile.email_domain", "domain of the e-mail address of the filing"),
        ItemKind("return.efile.completion_speed", "speed at which the return was completed"),
        ItemKind("return.efile.authentication", "method of authentication of the filing"),
        ItemKind("return.efile.refund_method", "method of refund asked for"),
        ItemKind("return.preparer.ptin", "preparer's identifying number", of_other=True),
        ItemKind("return.preparer.efin", "preparer's electronic filer number", of_other=True),
        ItemKind("return.signature", "signature on a return"),
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
        ItemKind("third_party.8300.cash_received", "cash received, on Form 8300"),
        ItemKind("third_party.8300.image", "image of Form 8300"),
        ItemKind("third_party.k1.income", "income on Schedule K-1"),
        ItemKind("third_party.summons.bank_records", "bank records got by summons"),
        ItemKind("third_party.witness_statement", "statement of a witness"),
        ItemKind("irs.workpaper.page", "page of an examiner's workpapers"),
        ItemKind("irs.examination.exists", "whether an examination exists"),
        ItemKind("irs.account.assessment", "assessment on the account"),
        ItemKind("irs.account.penalty", "penalty on the account"),
        ItemKind("irs.account.delinquent", "whether the account is delinquent"),
        ItemKind("irs.account.joint_return", "whether a joint return was filed"),
        ItemKind("irs.account.no_return", "that no return was filed"),
        ItemKind("irs.account.no_information", "that no information is available"),
        ItemKind("irs.account.delinquent_debt", "amount of tax debt outstanding"),
        ItemKind(
            "irs.income_test.above_poverty_lines", "whether income is above multiples of the poverty line"
        ),
        ItemKind("irs.offset.made", "whether a refund was reduced for a debt"),
        ItemKind("irs.offset.amount", "amount by which a refund was reduced for a debt"),
        ItemKind("irs.offset.spouse_payment", "payment to the spouse on the basis of a joint return"),
        ItemKind("irs.alcohol_fuel.premises", "premises of a producer of alcohol for fuel"),
        ItemKind("excise.alcohol_tobacco_firearms.return", "return of tax on alcohol, tobacco or firearms"),
        ItemKind("excise.alcohol_tobacco_firearms.account", "account of tax on alcohol, tobacco or firearms"),
        ItemKind("excise.wagering.return", "return of tax on wagering"),
        ItemKind("excise.wagering.account", "account of tax on wagering"),
        ItemKind("excise.heavy_vehicle.return", "return of tax on heavy vehicles"),
        ItemKind("excise.heavy_vehicle.account", "account of tax on heavy vehicles"),
        ItemKind("ssa.premium_adjustment", "adjustment or increase of a Medicare premium"),
        ItemKind("hhs.inconsistency", "inconsistency with what an Exchange or State agency stated"),
        ItemKind("irs.account.unpaid_liability", "unpaid liability, with its kind of tax and period"),
        ItemKind("irs.account.seriously_delinquent_debt", "amount of a seriously delinquent tax debt"),
        ItemKind("irs.collection.attempted", "whether collection was attempted"),
        ItemKind("irs.collection.activities", "general nature of the collection activities"),
        ItemKind("irs.collection.amount_collected", "amount collected"),
        ItemKind("irs.collection_contact.contractor", "business name of the private collector"),
        ItemKind("irs.collection_contact.reason", "nature, subject and reason of the collector's contact"),
        ItemKind(
            "irs.penalty_6672.other_liable", "name of another liable for the same penalty", of_other=True
        ),
        ItemKind("irs.lien.outstanding", "amount that a filed lien secures"),
        ItemKind("irs.offer_in_compromise.accepted", "accepted offer in compromise"),
        ItemKind("irs.preparer.penalty", "whether a penalty on a return preparer was assessed"),
        ItemKind("irs.excise_registration.number", "excise tax registration number"),
        ItemKind("irs.excise_registration.terminal_address", "address of a registered terminal"),
        ItemKind("irs.excise_registration.status", "excise tax registration status"),
        ItemKind("irs.inquiry.status", "state of an inquiry into a breach of confidentiality"),
        ItemKind("irs.inquiry.substantiated", "whether the inquiry bore out a violation"),
        ItemKind("irs.inquiry.action_taken", "whether action was taken on the violation"),
        ItemKind("irs.whistleblower.referral", "whether a whistleblower's case was referred for examination"),
        ItemKind("irs.whistleblower.payment", "whether a payment was made on a whistleblower's case"),
        ItemKind("irs.whistleblower.status", "status and stage of a whistleblower's case"),
        ItemKind("irs.whistleblower.award_reasons", "reasons for the amount of an award"),
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
