"""26 U.S.C. 6103(e)(6): the attorney in fact sees what the one who authorised him could see.

What (8) and (9) let an attorney in fact receive stands there; what is opened here is the return.
"""

from lawgate.kernel.expr import any_of, element
from lawgate.law.addresses import S6103
from lawgate.law.entry import entries
from lawgate.law.provision import Duty, Limit, Provision
from lawgate.law.usc26.s6103.e import p1, p2, p3, p4, p5
from lawgate.law.usc26.s6103.e.interest import (
    AS_ATTORNEY,
    authorised_in_writing,
    in_writing,
    return_on_file,
)

HERE = S6103 / "e/6"

INTERESTS = (*p1.INTERESTS, p2.INTEREST, p3.INTEREST, p4.INTEREST, *p5.INTERESTS)
"""All who may see a return under (1) to (5)."""

SOME_INTEREST = any_of(*(interest.met for interest in INTERESTS))

ATTORNEY = Provision(
    cite=HERE,
    heading="A return, to the attorney in fact of one who could see it",
    duty=Duty.SHALL,
    request=(
        in_writing(HERE),
        element(
            HERE,
            "the requester acts as attorney in fact",
            AS_ATTORNEY,
            mend="State in `facts` interest.acting as as_attorney_in_fact, and the other's interest.capacity.",
        ),
    ),
    requires=(
        element(HERE, "he is authorised in writing", authorised_in_writing),
        element(
            HERE,
            "the one for whom he acts may see the return under (1) to (5)",
            SOME_INTEREST,
            also=tuple(interest.cite for interest in INTERESTS),
        ),
    ),
    covers=return_on_file(HERE),
    limits=(Limit(HERE, "On behalf of the one who authorised him, on the conditions that bind that one."),),
)

ENTRIES = entries(HERE, rule=".")
