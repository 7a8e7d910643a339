"""26 U.S.C. 6103(e)(5): returns in an individual's title 11 case to which section 1398 applies."""

from lawgate.kernel.expr import among, any_of, element, not_
from lawgate.kernel.fact import Owner, flag
from lawgate.law.addresses import S6103
from lawgate.law.entry import entries
from lawgate.law.usc26.s6103.e.interest import capacity, of_entity, of_individual, open_return

HERE = S6103 / "e/5"

involuntary = flag(
    "title11.involuntary",
    "Is the title 11 case an involuntary one?",
    says="the title 11 case is involuntary",
    denies="the title 11 case is voluntary",
    owner=Owner.REQUESTER,
)
relief_or_leave = flag(
    "title11.relief_or_leave",
    "Did the court enter the order for relief, or find disclosure appropriate for deciding on it?",
    says="the court entered the order for relief, or found disclosure appropriate",
    denies="the court neither entered the order for relief nor found disclosure appropriate",
    owner=Owner.REQUESTER,
)

RELIEF_IF_INVOLUNTARY = any_of(
    not_(among(capacity, "trustee_in_individual_case")), not_(involuntary), relief_or_leave
)
"""(C) binds disclosure under (A) alone, so it is asked of the trustee and not of the debtor."""

OF_DEBTOR = open_return(
    HERE / "A",
    "The debtor's returns, to the trustee",
    "the trustee in his section 1398 case, and the return is of the year in which it began or an earlier one",
    capacities=("trustee_in_individual_case",),
    conditions=(
        of_individual(HERE / "A"),
        element(
            HERE / "C",
            "in an involuntary case the order for relief was entered, or the court found disclosure appropriate",
            RELIEF_IF_INVOLUNTARY,
        ),
    ),
)

OF_ESTATE = open_return(
    HERE / "B",
    "The returns of the estate, to the debtor",
    "the debtor in the section 1398 case of the estate whose return it is",
    capacities=("debtor_of_estate",),
    conditions=(of_entity(HERE / "B", "an estate in a title 11 case"),),
)

ENTRIES = entries(HERE, rule=". A B", condition="C")
