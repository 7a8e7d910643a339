"""26 U.S.C. 6103(k)(4): competent authorities under tax conventions.

See also 26 U.S.C. 6105, which protects what comes in under such a convention.
"""

from lawgate.kernel.expr import all_of, among, element
from lawgate.kernel.fact import Owner, flag
from lawgate.law.addresses import S6103
from lawgate.law.entry import entries
from lawgate.law.provision import Duty, Limit, Provision
from lawgate.law.terms import request
from lawgate.law.usc26.s6103.a import PERSON_NAMED
from lawgate.law.usc26.s6103.k.release import any_on_file, for_purpose, reaches

HERE = S6103 / "k/4"

competent_authority = flag(
    "convention.competent_authority",
    "Is the requester a competent authority under a convention or agreement on tax information with the United States?",
    says="the requester is a competent authority under a convention or bilateral agreement",
    denies="the requester is no competent authority under a convention or bilateral agreement",
    owner=Owner.REQUESTER,
)

CONVENTION = Provision(
    cite=HERE,
    heading="Returns and return information, under a convention with a foreign government",
    duty=Duty.MAY,
    request=(
        for_purpose(HERE, "an exchange under a tax convention", "tax_convention"),
        element(
            HERE,
            "the competent authority of a foreign government receives it",
            all_of(among(request.level, "foreign"), competent_authority),
            mend="Have the foreign competent authority ask, and say so in `facts` as convention.competent_authority.",
        ),
    ),
    requires=(),
    covers=(
        PERSON_NAMED,
        any_on_file(HERE),
        reaches(HERE, "the convention or agreement provides for it, and its terms are met"),
    ),
    limits=(Limit(HERE, "Subject to the terms and conditions of the convention or agreement."),),
)

ENTRIES = entries(HERE, rule=".")
