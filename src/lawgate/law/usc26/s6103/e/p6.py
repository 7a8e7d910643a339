"""26 U.S.C. 6103(e)(6): the attorney in fact sees what the one who authorised him could see.

What (8) and (9) let an attorney in fact receive stands there; what is opened here is the return.
"""

from lawgate.cite import Cite
from lawgate.kernel.expr import Element, all_of, among, any_of, element, not_
from lawgate.law.addresses import S6103
from lawgate.law.entry import entries
from lawgate.law.provision import Duty, Limit, Provision
from lawgate.law.terms import subject
from lawgate.law.usc26.s6103.e.interest import (
    HAS_MATERIAL_INTEREST,
    OF_ENTITIES,
    OF_INDIVIDUALS,
    TO_RETURNS,
    acting,
    attorney_authorised,
    capacity,
    capacity_shown,
    return_on_file,
)
from lawgate.law.usc26.s6103.e.p1 import ATTESTED_IF_OFFICER, NEEDED_IF_CHILD
from lawgate.law.usc26.s6103.e.p5 import RELIEF_IF_INVOLUNTARY
from lawgate.law.usc26.s6103.written_request import in_writing

HERE = S6103 / "e/6"

IN_LISTED_CAPACITY = all_of(among(capacity, *TO_RETURNS), capacity_shown)
OF_FITTING_KIND = all_of(
    any_of(subject.is_individual, not_(among(capacity, *OF_INDIVIDUALS))),
    any_of(not_(subject.is_individual), not_(among(capacity, *OF_ENTITIES))),
)


def may_see_return(cite: Cite) -> tuple[Element, ...]:
    """That the requester, or the one for whom he acts, meets one of (1) to (5), each condition asked once."""
    return (
        element(cite, "the capacity stated is one that (1) to (5) lists, and is shown", IN_LISTED_CAPACITY),
        element(cite, "the return is of the kind that the capacity opens", OF_FITTING_KIND),
        element(S6103 / "e/1/A/iii", "a child sees only what it needs", NEEDED_IF_CHILD),
        element(S6103 / "e/1/D/ii", "an officer or employee has an attested request", ATTESTED_IF_OFFICER),
        element(
            cite,
            "where the capacity calls for a material interest, there is one",
            HAS_MATERIAL_INTEREST,
            also=tuple(S6103 / "e" / step for step in ("1/D/v", "1/E/ii", "1/F/ii", "3/B", "4")),
        ),
        element(
            S6103 / "e/5/C",
            "in an individual's involuntary case the court entered relief or gave leave",
            RELIEF_IF_INVOLUNTARY,
        ),
    )


ATTORNEY = Provision(
    cite=HERE,
    heading="A return, to the attorney in fact of one who could see it",
    duty=Duty.SHALL,
    request=(
        in_writing(HERE),
        element(
            HERE,
            "the requester acts as attorney in fact",
            among(acting, "as_attorney_in_fact"),
            mend="State in `facts` interest.acting as as_attorney_in_fact, and the other's interest.capacity.",
        ),
    ),
    requires=(element(HERE, "he is authorised in writing", attorney_authorised), *may_see_return(HERE)),
    covers=return_on_file(HERE),
    limits=(Limit(HERE, "On behalf of the one who authorised him, on the conditions that bind that one."),),
)

ENTRIES = entries(HERE, rule=".")
