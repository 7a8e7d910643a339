"""What (e)(8) and (e)(9) tell one debtor of collection from another, and who may ask for him."""

from lawgate.cite import Cite
from lawgate.kernel.expr import Element, all_of, among, any_of, element
from lawgate.law.addresses import S6103
from lawgate.law.usc26.s6103.e.interest import (
    FOR_HIMSELF,
    acting,
    authorised_in_writing,
    capacity,
)

COLLECTION = ("irs.collection.attempted", "irs.collection.activities", "irs.collection.amount_collected")
"""Whether collection was attempted, the general nature of it, and the amount collected."""


def asks_or_acts_for(cite: Cite, who: str, wanted: str) -> Element:
    """The one whom the paragraph lists asks, or another says that he does so as his attorney in fact."""
    return element(
        cite,
        f"the requester is {who}, or acts as his attorney in fact",
        all_of(among(acting, "for_himself", "as_attorney_in_fact"), among(capacity, wanted)),
        also=(S6103 / "e/6",),
        mend=f"State in `facts` interest.acting, and interest.capacity as {wanted}.",
    )


def attorney_authorised() -> Element:
    """One who acts for another has it in writing."""
    label = "an attorney in fact is authorised in writing"
    return element(S6103 / "e/6", label, any_of(FOR_HIMSELF, authorised_in_writing))
