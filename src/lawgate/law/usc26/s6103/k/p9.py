"""26 U.S.C. 6103(k)(9): receiving payment under section 6311."""

from lawgate.kernel.expr import among, element
from lawgate.kernel.fact import Owner, choice
from lawgate.law.addresses import S6103
from lawgate.law.entry import entries
from lawgate.law.provision import Duty, Limit, Provision
from lawgate.law.usc26.s6103.a import PERSON_NAMED
from lawgate.law.usc26.s6103.k.release import any_on_file, by_treasury, for_purpose, reaches

HERE = S6103 / "k/9"

means = choice(
    "payment.means",
    "By what means is payment accepted?",
    says="the means of payment",
    owner=Owner.REQUESTER,
    values=("check_or_money_order", "other_under_written_procedures", "other"),
)

PAYMENT = Provision(
    cite=HERE,
    heading="What administers the acceptance of payment under section 6311",
    duty=Duty.MAY,
    request=(
        for_purpose(HERE, "to receive payment under section 6311", "receive_payment"),
        by_treasury(HERE, "an officer of the Treasury"),
    ),
    requires=(
        element(
            HERE,
            "payment is by check or money order, or written procedures authorise the disclosure",
            among(means, "check_or_money_order", "other_under_written_procedures"),
        ),
    ),
    covers=(
        PERSON_NAMED,
        any_on_file(HERE),
        reaches(HERE, "the Secretary deems the item necessary to administer section 6311"),
    ),
    limits=(
        Limit(HERE, "Used and passed on only as section 6311(e) allows; section 7431(h) gives damages."),
    ),
)

ENTRIES = entries(HERE, rule=".")
