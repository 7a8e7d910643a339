"""26 U.S.C. 6103(l)(3): whether one who applies for a Federal loan has a tax delinquent account."""

from lawgate.kernel.expr import all_of, element
from lawgate.kernel.fact import Owner, flag
from lawgate.law.addresses import S6103
from lawgate.law.entry import entries
from lawgate.law.provision import Duty, Limit, Provision
from lawgate.law.terms import request
from lawgate.law.usc26.s6103.a import PERSON_NAMED
from lawgate.law.usc26.s6103.b import FEDERAL_AGENCY
from lawgate.law.usc26.s6103.written_request import (
    headed,
    in_writing,
    is_listed,
    needed,
    purpose_is,
    received_by_requester,
)

HERE = S6103 / "l/3"

applied = flag(
    "loan.applied_for",
    "Has the person applied for a loan that the United States or the requesting agency makes, guarantees or insures?",
    says="the person applied for a loan under an included Federal loan program of the agency",
    denies="the person applied for no loan under an included Federal loan program of the agency",
    owner=Owner.REQUESTER,
)

CREDIT = Provision(
    cite=HERE,
    heading="Tax delinquent account of an applicant for a Federal loan",
    duty=Duty.MAY,
    request=(
        in_writing(HERE / "A"),
        element(
            HERE / "A",
            "the head of the Federal agency administering the loan program is to be told",
            all_of(FEDERAL_AGENCY, request.states_office, headed()),
            also=(S6103 / "b/9",),
            mend="Have the head of the Federal agency that administers the loan program sign; state the office.",
        ),
        purpose_is(
            HERE / "B",
            "determining the creditworthiness of the applicant for that loan",
            "creditworthiness",
        ),
        element(
            HERE / "A",
            "the person applied for a loan under an included Federal loan program",
            applied,
            also=(HERE / "C",),
            mend="State in `facts`, as loan.applied_for, that the person applied for such a loan.",
        ),
    ),
    requires=(received_by_requester(HERE / "A"),),
    covers=(
        PERSON_NAMED,
        is_listed(HERE / "A", "whether the account is delinquent", "irs.account.delinquent"),
        needed(HERE / "B", "determining creditworthiness"),
    ),
    limits=(Limit(HERE / "B", "Only to determine the creditworthiness of the applicant for that loan."),),
)

ENTRIES = entries(HERE, rule=". A B", definition="C")
