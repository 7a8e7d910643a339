"""26 U.S.C. 6103(m)(4): overpaid grants and defaulted loans of the Department of Education.

(B) speaks of addresses disclosed under (A)(i) alone, which is the clause on grants, though for loans.
"""

from lawgate.kernel.expr import all_of, among, element
from lawgate.kernel.fact import Owner, choice, flag
from lawgate.law.addresses import S6103
from lawgate.law.entry import entries
from lawgate.law.provision import Duty, Limit, Provision
from lawgate.law.terms.finding import judgement
from lawgate.law.usc26.s6103.a import PERSON_NAMED
from lawgate.law.usc26.s6103.written_request import (
    agents_safeguarded,
    in_writing,
    is_mailing_address,
    purpose_is,
    received_by_requester_or_agents,
    signed_by_head,
)

HERE = S6103 / "m/4"

debt = choice(
    "education.debt",
    "What does the person owe to an education program?",
    says="the person's education debt",
    owner=Owner.REQUESTER,
    values=("grant_overpayment", "student_loan_default", "refugee_loan_default", "other"),
)
"""Of grants under subpart 1 of part A; of loans under part B, D or E; of loans under the Act on refugees."""

collector = choice(
    "education.collector",
    "To whom does the Secretary of Education pass the address on?",
    says="the one to whom the Secretary of Education passes the address on",
    owner=Owner.REQUESTER,
    values=("lender_or_guarantee_agency", "educational_institution", "other"),
)
"""Those that participate, or have an agreement, under the part named."""

collects_loans = flag(
    "recipients.collect_student_loans",
    "Do the duties of every recipient relate to the collection of student loans?",
    says="the duties of every recipient relate to the collection of student loans",
    denies="the duties of a recipient do not relate to the collection of student loans",
    owner=Owner.REQUESTER,
)
obtained = judgement(
    "obtained_on_grant",
    HERE / "A/i",
    "Was the address disclosed to the Secretary of Education under (m)(4)(A)(i)?",
    yes="the address was disclosed under (m)(4)(A)(i)",
    no="the address was not disclosed under (m)(4)(A)(i)",
)

SECRETARY = ("the Secretary of Education", "education")
PURPOSE = "locating debtors to collect the grant overpayment or loan"

TO_EDUCATION = Provision(
    cite=HERE,
    heading="Mailing address of those who owe grants or loans to Education",
    duty=Duty.MAY,
    request=(
        in_writing(HERE / "A"),
        signed_by_head(HERE / "A", *SECRETARY),
        purpose_is(HERE / "A", PURPOSE, "education_debts"),
        element(
            HERE / "A",
            "the taxpayer owes an overpaid grant or has defaulted on a loan listed",
            among(debt, "grant_overpayment", "student_loan_default", "refugee_loan_default"),
            also=(HERE / "A/i", HERE / "A/ii", HERE / "A/ii/I", HERE / "A/ii/II"),
            mend="State in `facts`, as education.debt, the grant or loan; the paragraph lists no other debt.",
        ),
    ),
    requires=(received_by_requester_or_agents(HERE / "A"), agents_safeguarded(HERE / "A")),
    covers=(PERSON_NAMED, is_mailing_address(HERE / "A")),
    limits=(Limit(HERE / "A", "Only to locate the taxpayer, to collect the overpayment or loan."),),
)

TO_LENDERS = Provision(
    cite=HERE / "B",
    heading="Passing on to lenders, guarantee agencies and institutions",
    duty=Duty.MAY,
    request=(
        signed_by_head(HERE / "B", *SECRETARY),
        purpose_is(HERE / "B", PURPOSE, "education_debts"),
        element(
            HERE / "B",
            "a lender, guarantee agency or institution of these programs is to receive",
            among(collector, "lender_or_guarantee_agency", "educational_institution"),
            also=(HERE / "B/i", HERE / "B/ii"),
            mend="State in `facts`, as education.collector, to whom it is passed on.",
        ),
    ),
    requires=(
        element(HERE / "B/ii", "the duties of the recipients relate to collecting loans", collects_loans),
        element(
            HERE / "B",
            "the address was disclosed under (A)(i), on an overpaid grant",
            all_of(obtained, among(debt, "grant_overpayment")),
            also=(HERE / "A/i",),
        ),
    ),
    covers=(PERSON_NAMED, is_mailing_address(HERE / "B")),
    limits=(Limit(HERE / "B", "Only to locate those who defaulted on student loans, to collect the loans."),),
)

ENTRIES = entries(HERE, rule=". A A/i A/ii A/ii/I A/ii/II B B/i B/ii")
