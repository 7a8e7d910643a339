"""26 U.S.C. 6103(m)(5): defaulted student loans of the Department of Health and Human Services."""

from lawgate.kernel.expr import among, element
from lawgate.kernel.fact import Owner, choice, flag
from lawgate.law.addresses import S6103
from lawgate.law.entry import entries
from lawgate.law.provision import Duty, Limit, Provision
from lawgate.law.terms.finding import judgement
from lawgate.law.usc26.s6103.a import PERSON_NAMED
from lawgate.law.usc26.s6103.m.p4 import collects_loans
from lawgate.law.usc26.s6103.written_request import (
    in_writing,
    is_mailing_address,
    purpose_is,
    received_by_requester_or_agents,
    signed_by_head,
    stated,
)

HERE = S6103 / "m/5"

defaulted = flag(
    "health_loan.defaulted",
    "Has the person defaulted on a loan under title VII, part C, or title VIII, part B, of the Health Service Act?",
    says="the person defaulted on a student loan of Health and Human Services",
    denies="the person defaulted on no student loan of Health and Human Services",
    owner=Owner.REQUESTER,
)
collector = choice(
    "health_loan.collector",
    "To whom does the Secretary of Health and Human Services pass the address on?",
    says="the one to whom the Secretary of Health and Human Services passes the address on",
    owner=Owner.REQUESTER,
    values=("school", "eligible_lender", "other"),
)
"""A school with an agreement, or an eligible lender that participates, under the subpart named."""

obtained = judgement(
    "obtained_on_health_loan",
    HERE / "A",
    "Was the address disclosed to the Secretary of Health and Human Services under (m)(5)(A)?",
    yes="the address was disclosed under (m)(5)(A)",
    no="the address was not disclosed under (m)(5)(A)",
)

SECRETARY = ("the Secretary of Health and Human Services", "health_and_human_services")
PURPOSE = "locating those who defaulted, to collect the loan"

TO_HEALTH = Provision(
    cite=HERE,
    heading="Mailing address of those who defaulted on health students' loans",
    duty=Duty.MAY,
    request=(
        in_writing(HERE / "A"),
        signed_by_head(HERE / "A", *SECRETARY),
        purpose_is(HERE / "A", PURPOSE, "health_loans"),
        stated(
            HERE / "A",
            "the taxpayer has defaulted on a loan listed",
            defaulted,
            "State in `facts`, as health_loan.defaulted, that he did; the paragraph lists no other debt.",
        ),
    ),
    requires=(received_by_requester_or_agents(HERE / "A"),),
    covers=(PERSON_NAMED, is_mailing_address(HERE / "A")),
    limits=(Limit(HERE / "A", "Only to locate the taxpayer, to collect the loan."),),
)

TO_SCHOOLS = Provision(
    cite=HERE / "B",
    heading="Passing on to schools and eligible lenders",
    duty=Duty.MAY,
    request=(
        signed_by_head(HERE / "B", *SECRETARY),
        purpose_is(HERE / "B", PURPOSE, "health_loans"),
        element(
            HERE / "B",
            "a school or an eligible lender of these programs is to receive",
            among(collector, "school", "eligible_lender"),
            also=(HERE / "B/i", HERE / "B/ii"),
            mend="State in `facts`, as health_loan.collector, to whom it is passed on.",
        ),
    ),
    requires=(
        element(HERE / "B/ii", "the duties of the recipients relate to collecting loans", collects_loans),
        element(HERE / "B", "the address was disclosed under (A)", obtained, also=(HERE / "A",)),
    ),
    covers=(PERSON_NAMED, is_mailing_address(HERE / "B")),
    limits=(Limit(HERE / "B", "Only to locate those who defaulted on these loans, to collect them."),),
)

ENTRIES = entries(HERE, rule=". A B B/i B/ii")
