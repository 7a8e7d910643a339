"""26 U.S.C. 6103(e)(7): return information, for whoever may see some return of the taxpayer.

Unlike the paragraphs before it, this one does not ask for a request in writing.
"""

from lawgate.kernel.expr import among, any_of, element, not_
from lawgate.law.addresses import S6103
from lawgate.law.entry import entries
from lawgate.law.provision import Duty, Provision
from lawgate.law.terms import item
from lawgate.law.terms.finding import judgement
from lawgate.law.usc26.s6103.a import PERSON_NAMED
from lawgate.law.usc26.s6103.e.interest import FOR_HIMSELF, acting, authorised_in_writing
from lawgate.law.usc26.s6103.e.p6 import INTERESTS, SOME_INTEREST

HERE = S6103 / "e/7"

impairs = judgement(
    "impairs_administration",
    S6103 / "e",
    "Would disclosure of the item under (e)(7) seriously impair Federal tax administration?",
    yes="disclosure under (e)(7) would seriously impair Federal tax administration",
    no="disclosure under (e)(7) would not seriously impair Federal tax administration",
)
"""Put under the subsection, because under (e)(7) itself the official decides whether to disclose."""

INFORMATION = Provision(
    cite=HERE,
    heading="Return information, to those who may see a return",
    duty=Duty.MAY,
    request=(
        element(
            HERE,
            "the requester asks for himself or as attorney in fact",
            among(acting, "for_himself", "as_attorney_in_fact"),
            mend="State in `facts` interest.acting, and interest.capacity of the one who may see the return.",
        ),
    ),
    requires=(
        element(
            HERE,
            "he, or the one for whom he acts, may see a return of this taxpayer",
            SOME_INTEREST,
            also=tuple(interest.cite for interest in INTERESTS),
        ),
        element(
            S6103 / "e/6",
            "an attorney in fact is authorised in writing",
            any_of(FOR_HIMSELF, authorised_in_writing),
        ),
    ),
    covers=(
        PERSON_NAMED,
        element(HERE, "the item is return information on file", item.held, also=(S6103 / "b/2",)),
        element(HERE, "disclosure would not seriously impair Federal tax administration", not_(impairs)),
    ),
)

ENTRIES = entries(HERE, rule=".")
