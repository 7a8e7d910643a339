"""From whom and in what document each kind of item comes, and how many people hold it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

YEARS = (2021, 2022, 2023, 2024)


class Value(StrEnum):
    """What stands in a row: an amount of money, a name, a page, or a fact of the person."""

    WAGES = "wages"
    RECEIPTS = "receipts"
    INTEREST = "interest"
    SHARE_OF_INCOME = "share of income"
    ASSESSMENT = "assessment"
    PENALTY = "penalty"
    EMPLOYER = "employer"
    DEPENDENTS = "dependents"
    PHONE = "phone"
    EMAIL = "email"
    BANK_ACCOUNT = "bank account"
    BIRTHDAY = "birthday"
    YES = "yes"
    FILING_STATUS = "filing status"
    PAGE = "page"


class Who(StrEnum):
    """Which taxpayers may hold a row: persons, filers, the second name of a joint return, both, entities."""

    PERSON = "person"
    FILER = "filer"
    SECOND = "second"
    JOINT = "joint"
    ENTITY = "entity"


@dataclass(frozen=True, slots=True)
class Source:
    """One item from one source: `share` of those who may hold it do, in a year.

    Sources of the same `gate` share one draw, so whoever holds the rarer one holds the commoner too:
    the copy of a W-2 in a return stands beside the payer's own.
    """

    item: str
    furnished_by: str
    document: str
    gate: str
    share: float
    value: Value
    who: Who = Who.PERSON
    quarterly: bool = False


def _source(row: str) -> Source:
    """Read 'item furnished_by document gate share value who [quarterly]'."""
    item, furnished_by, document, gate, share, value, who, *rest = row.split()
    return Source(
        item=item,
        furnished_by=furnished_by,
        document=document,
        gate=gate,
        share=float(share),
        value=Value(value.replace("_", " ")),
        who=Who(who),
        quarterly=bool(rest),
    )


_ROWS = """
third_party.w2.wages payer information_return employed 0.62 wages person
third_party.w2.wages taxpayer return_attachment employed 0.10 wages filer
third_party.w2.wages joint_filer return_attachment employed 0.10 wages second
third_party.w2.employer payer information_return employed 0.30 employer person
third_party.w2.employer taxpayer return_attachment employed 0.05 employer filer
third_party.w2.image payer information_return_image employed 0.06 page person
third_party.w2.image taxpayer return_attachment employed 0.02 page filer
taxpayer.employer payer information_return employed 0.08 employer person
third_party.1099.interest payer information_return saves 0.25 interest person
third_party.1099.interest taxpayer return_attachment saves 0.03 interest filer
third_party.k1.income payer information_return partner 0.04 share_of_income person
third_party.k1.income taxpayer return_attachment partner 0.01 share_of_income filer
return.1040.total_wages taxpayer return files 0.60 wages filer
return.1040.total_wages joint_filer return files 0.60 wages second
return.1040.phone taxpayer return files 0.20 phone filer
return.1040.bank_account taxpayer return files 0.18 bank_account filer
return.1040.dependents taxpayer return files 0.16 dependents filer
return.1040.email taxpayer return files 0.12 email filer
taxpayer.employer taxpayer return files 0.10 employer filer
taxpayer.date_of_birth taxpayer return files 0.08 birthday filer
return.1040.image taxpayer return files 0.04 page filer
return.1040.image joint_filer return files 0.04 page second
return.joint.spouse_income joint_filer return files 0.60 wages joint
return.1040.total_wages on_behalf_of_taxpayer return preparer 0.04 wages filer
return.1040.phone on_behalf_of_taxpayer return preparer 0.03 phone filer
return.1040.bank_account on_behalf_of_taxpayer return preparer 0.02 bank_account filer
return.1040.schedule_c.gross_receipts taxpayer return trades 0.08 receipts filer
return.1040.schedule_c.gross_receipts taxpayer estimated_tax_form trades 0.02 receipts filer quarterly
return.1040.phone taxpayer estimated_tax_form trades 0.02 phone filer
return.1040.email taxpayer taxpayer_letter writes 0.02 email person
taxpayer.employer taxpayer taxpayer_letter writes 0.01 employer person
irs.account.assessment irs account transcript 0.12 assessment person
return.1040.total_wages taxpayer account transcript 0.06 wages filer
irs.account.penalty irs account transcript 0.03 penalty person
irs.account.assessment irs account transcript 0.01 assessment person quarterly
irs.examination.exists irs account examined 0.015 yes person
irs.workpaper.page irs workpaper examined 0.015 page person
third_party.summons.bank_records third_party summons_response examined 0.009 page person
third_party.witness_statement third_party interview examined 0.007 page person
irs.workpaper.page taxpayer workpaper examined 0.006 page person
taxpayer.summons_answer taxpayer summons_response examined 0.005 page person
third_party.witness_statement third_party statement_of_third_party examined 0.005 page person
taxpayer.summons_answer taxpayer interview examined 0.004 page person
third_party.witness_statement other_agency agency_report examined 0.004 page person
irs.workpaper.page third_party workpaper examined 0.003 page person
third_party.summons.bank_records taxpayer summons_response examined 0.003 page person
taxpayer.summons_answer on_behalf_of_taxpayer summons_response examined 0.003 page person
taxpayer.employer third_party interview examined 0.003 employer person
taxpayer.date_of_birth third_party statement_of_third_party examined 0.003 birthday person
taxpayer.date_of_birth other_agency agency_report reported 0.02 birthday person
state.tax_record state_tax_agency state_record reported 0.06 page person
irs.account.assessment irs account firm 0.50 assessment entity quarterly
third_party.1099.interest payer information_return firm 0.40 interest entity
state.tax_record state_tax_agency state_record firm 0.20 page entity
irs.account.penalty irs account firm 0.10 penalty entity quarterly
third_party.k1.income payer information_return firm 0.10 share_of_income entity
irs.examination.exists irs account firm 0.05 yes entity
irs.workpaper.page irs workpaper firm 0.05 page entity
third_party.summons.bank_records third_party summons_response firm 0.03 page entity
third_party.witness_statement third_party interview firm 0.02 page entity
taxpayer.summons_answer taxpayer summons_response firm 0.02 page entity
return.1040.filing_status taxpayer return files 0.30 filing_status filer
return.1040.gross_income taxpayer return files 0.30 wages filer
return.1040.dependent_count taxpayer return files 0.16 dependents filer
return.1040.schedule_se.net_earnings taxpayer return trades 0.08 receipts filer
return.joint.spouse_name joint_filer return files 0.10 page joint
return.joint.spouse_tin joint_filer return files 0.10 page joint
third_party.1099.retirement payer information_return retired 0.12 wages person
third_party.8955ssa.vested_benefit third_party information_return retired 0.05 receipts person
third_party.w3.statements payer information_return firm 0.40 dependents entity
irs.account.delinquent irs account transcript 0.12 yes person
irs.account.joint_return irs account files 0.10 yes joint
irs.offset.made irs account offset 0.02 yes person
irs.offset.amount irs account offset 0.02 penalty person
irs.offset.spouse_payment irs account offset 0.01 penalty joint
irs.alcohol_fuel.premises irs account firm 0.02 page entity
return.1040.adjusted_gross_income taxpayer return files 0.30 wages filer
return.1040.modified_agi taxpayer return files 0.10 wages filer
return.1040.exemption_count taxpayer return files 0.16 dependents filer
return.1040.child_credit_dependents taxpayer return files 0.10 dependents filer
return.1040.total_tax taxpayer return files 0.30 assessment filer
return.1040.education_credit taxpayer return files 0.05 penalty filer
return.1040.ira_not_in_agi taxpayer return files 0.03 interest filer
return.1040.retirement_deductions taxpayer return files 0.05 interest filer
return.1040.tax_exempt_interest taxpayer return files 0.05 interest filer
return.1040.pensions_not_in_agi taxpayer return files 0.03 receipts filer
return.1040.schedules_filed taxpayer return files 0.10 page filer
return.1040.schedule_c.net_profit taxpayer return trades 0.08 receipts filer
return.1040.schedule_f.farm_income taxpayer return trades 0.02 receipts filer
return.1040.excluded_bond_interest taxpayer return files 0.01 interest filer
return.1040.excluded_foreign_income taxpayer return files 0.01 wages filer
return.1040.excluded_possession_income taxpayer return files 0.01 wages filer
return.1040.occupation taxpayer return files 0.10 page filer
return.household.modified_agi joint_filer return files 0.05 wages joint
third_party.8300.cash_received third_party information_return reported 0.01 receipts person
third_party.8300.image third_party information_return_image reported 0.01 page person
irs.account.no_return irs account unfiled 0.05 yes person
irs.account.no_information irs account unfiled 0.05 yes person
irs.account.delinquent_debt irs account transcript 0.03 assessment person
irs.income_test.above_poverty_lines irs account files 0.05 yes person
excise.alcohol_tobacco_firearms.return taxpayer return firm 0.02 page entity
excise.alcohol_tobacco_firearms.account irs account firm 0.02 assessment entity
excise.wagering.return taxpayer return firm 0.02 page entity
excise.wagering.account irs account firm 0.02 assessment entity
excise.heavy_vehicle.return taxpayer return firm 0.05 page entity
excise.heavy_vehicle.account irs account firm 0.05 assessment entity
ssa.premium_adjustment other_agency agency_report reported 0.02 penalty person
hhs.inconsistency other_agency agency_report reported 0.02 page person
return.signature taxpayer return files 0.05 page filer
irs.account.returns_filed irs account files 0.05 yes person
irs.account.unpaid_after_notice irs account owes 0.004 assessment person
irs.account.negligence_penalty irs account owes 0.004 penalty person
irs.account.fraud_penalty irs account owes 0.003 penalty person
irs.account.recovered_tax irs account owes 0.003 assessment person
irs.investigation.tax_crime irs account informs 0.003 yes person
irs.master_file.residence_status irs account transcript 0.02 page person
return.1120.total_income taxpayer return firm 0.30 receipts entity
return.1120.total_tax taxpayer return firm 0.30 assessment entity
return.efile.ip_address taxpayer return efiles 0.03 page filer
return.efile.device taxpayer return efiles 0.03 page filer
return.efile.email_domain taxpayer return efiles 0.02 email filer
return.efile.completion_speed irs account efiles 0.02 page filer
return.efile.authentication irs account efiles 0.02 page filer
return.efile.refund_method taxpayer return efiles 0.02 page filer
return.preparer.ptin on_behalf_of_taxpayer return preparer 0.02 page filer
return.preparer.efin on_behalf_of_taxpayer return preparer 0.02 page filer
irs.account.unpaid_liability irs account owes 0.02 assessment person
irs.account.seriously_delinquent_debt irs account owes 0.004 assessment person
irs.collection.attempted irs account owes 0.01 yes person
irs.collection.activities irs account owes 0.01 page person
irs.collection.amount_collected irs account owes 0.008 assessment person
irs.collection_contact.contractor irs account owes 0.004 employer person
irs.collection_contact.reason irs account owes 0.004 page person
irs.penalty_6672.other_liable irs account owes 0.003 page person
irs.lien.outstanding irs account owes 0.006 assessment person
irs.offer_in_compromise.accepted irs account owes 0.004 page person
irs.preparer.penalty irs account prepares 0.003 yes person
irs.excise_registration.number irs account firm 0.05 page entity
irs.excise_registration.terminal_address irs account firm 0.03 page entity
irs.excise_registration.status irs account firm 0.05 yes entity
irs.inquiry.status irs account informs 0.003 page person
irs.inquiry.substantiated irs account informs 0.003 yes person
irs.inquiry.action_taken irs account informs 0.003 yes person
irs.whistleblower.referral irs account informs 0.003 yes person
irs.whistleblower.payment irs account informs 0.003 yes person
irs.whistleblower.status irs account informs 0.003 page person
irs.whistleblower.award_reasons irs account informs 0.003 page person
"""

SOURCES = tuple(_source(row) for row in _ROWS.strip().splitlines())
GATES = tuple(dict.fromkeys(source.gate for source in SOURCES))

# What the custodian states in identity rows stands in taxpayers and addresses, not among the items.
ITEMS = tuple(dict.fromkeys(source.item for source in SOURCES))
