"""26 U.S.C. 6103(d)(3): the amount of recovered taxes, for an agency that may be paid a share of them.

The paragraph says that nothing prevents it, and not that it shall be disclosed: an official decides.
"""

from lawgate.kernel.expr import all_of, among, element
from lawgate.kernel.fact import Owner, choice
from lawgate.law.addresses import S6103
from lawgate.law.entry import entries
from lawgate.law.provision import Duty, Limit, Provision
from lawgate.law.terms import item, recipients, request
from lawgate.law.terms.request import NOT_STATED
from lawgate.law.usc26.s6103.a import PERSON_NAMED

HERE = S6103 / "d/3"

payment = choice(
    "reimbursement.payment",
    "Which payment may the agency receive for taxes that were recovered?",
    says="the payment that the agency may receive",
    owner=Owner.REQUESTER,
    values=("under_7624", "other", NOT_STATED),
)

RECOVERED = Provision(
    cite=HERE,
    heading="The amount of recovered taxes, for reimbursement under section 7624",
    duty=Duty.MAY,
    request=(
        element(
            HERE,
            "a State or local agency asks",
            among(request.level, "state", "local"),
            mend="Have the State or local law enforcement agency ask, and state its level.",
        ),
        element(
            HERE,
            "the agency may receive a payment under section 7624",
            among(payment, "under_7624"),
            mend="State in `facts`, as reimbursement.payment, that the payment is one under section 7624.",
        ),
    ),
    requires=(
        element(
            HERE,
            "the recipients belong to that agency, and it is one of State or local law enforcement",
            all_of(recipients.state_or_local, recipients.of_requesting_agency),
        ),
    ),
    covers=(
        PERSON_NAMED,
        element(
            HERE,
            "the item is the amount of the recovered taxes, on file",
            all_of(item.held, among(item.name, "irs.account.recovered_tax")),
        ),
    ),
    limits=(Limit(HERE, "Only the amount for which the payment may be made."),),
)

ENTRIES = entries(HERE, rule=".")
