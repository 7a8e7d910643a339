"""26 U.S.C. 6103(k)(15): sifting out receivables that private collectors may not have."""

from lawgate.kernel.expr import all_of, among, any_of, element
from lawgate.kernel.fact import Owner, flag
from lawgate.law.addresses import S6103
from lawgate.law.entry import entries
from lawgate.law.provision import Duty, Limit, Provision
from lawgate.law.terms import item
from lawgate.law.usc26.s6103.a import PERSON_NAMED
from lawgate.law.usc26.s6103.b import TAXPAYER_IDENTITY
from lawgate.law.usc26.s6103.k.release import by_treasury, for_purpose, reaches

HERE = S6103 / "k/15"

to_social_security = flag(
    "receivable.to_social_security",
    "Is every recipient an officer, employee or contractor of the Social Security Administration?",
    says="every recipient belongs to the Social Security Administration, or is its contractor",
    denies="a recipient neither belongs to the Social Security Administration nor is its contractor",
    owner=Owner.REQUESTER,
)

RECEIVABLE = Provision(
    cite=HERE,
    heading="Identity and date of birth, for the Social Security Administration",
    duty=Duty.MAY,
    request=(
        for_purpose(HERE, "to learn which receivables section 6306(d)(3)(E) exempts", "screen_receivables"),
        by_treasury(HERE, "an officer of the Treasury"),
    ),
    requires=(
        element(
            HERE,
            "the recipients are officers, employees or contractors of the Social Security Administration",
            to_social_security,
        ),
    ),
    covers=(
        PERSON_NAMED,
        element(
            HERE,
            "the item is identity or the date of birth",
            all_of(item.held, any_of(TAXPAYER_IDENTITY, among(item.name, "taxpayer.date_of_birth"))),
            also=(S6103 / "b/6",),
        ),
        reaches(HERE, "the person named has a receivable identified for possible private collection"),
    ),
    limits=(Limit(HERE, "Only to determine whether section 6306(d)(3)(E) exempts the receivable."),),
)

ENTRIES = entries(HERE, rule=".")
