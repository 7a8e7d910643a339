"""26 U.S.C. 6103(l)(18): advance payment of the credit for health insurance costs.

No request is asked for; whoever prepares the notice to the insurer states what it is for.
"""

from lawgate.kernel.expr import all_of, element
from lawgate.kernel.fact import Owner, flag
from lawgate.law.addresses import S6103
from lawgate.law.entry import entries
from lawgate.law.provision import Duty, Limit, Provision
from lawgate.law.terms import item
from lawgate.law.usc26.s6103.a import PERSON_NAMED
from lawgate.law.usc26.s6103.k.release import RETURN_INFORMATION_ALONE
from lawgate.law.usc26.s6103.written_request import needed, purpose_is

HERE = S6103 / "l/18"

certified = flag(
    "health_credit.certified",
    "Is the individual certified under section 7527(c)?",
    says="the individual is certified under section 7527(c)",
    denies="the individual is not certified under section 7527(c)",
    owner=Owner.REQUESTER,
)
insurers = flag(
    "health_credit.insurers",
    "Is every recipient a provider of health insurance for that individual?",
    says="every recipient provides health insurance for the individual",
    denies="a recipient does not provide health insurance for the individual",
    owner=Owner.REQUESTER,
)

PURPOSE = "the program of section 7527 on advance payment of the credit"

HEALTH_INSURERS = Provision(
    cite=HERE,
    heading="Return information for health insurers of certified individuals",
    duty=Duty.MAY,
    request=(purpose_is(HERE, PURPOSE, "health_insurance_credit"),),
    requires=(
        element(HERE, "the individual is certified under section 7527(c)", certified),
        element(HERE, "the recipients provide health insurance for the individual", insurers),
    ),
    covers=(
        PERSON_NAMED,
        element(
            HERE,
            "the item is return information of that individual, on file, and not a return itself",
            all_of(RETURN_INFORMATION_ALONE, item.of_named_taxpayer),
            also=(S6103 / "b/1", S6103 / "b/2"),
        ),
        needed(HERE, PURPOSE),
    ),
    limits=(Limit(HERE, f"Only for {PURPOSE}."),),
)

ENTRIES = entries(HERE, rule=".")
