"""26 U.S.C. 6103(e)(5): returns in an individual's title 11 case to which section 1398 applies."""

from lawgate.kernel.expr import any_of, element, not_
from lawgate.kernel.fact import Owner, flag
from lawgate.law.addresses import S6103
from lawgate.law.entry import entries
from lawgate.law.usc26.s6103.e.interest import Interest, of_entity, of_individual, shown

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

_TRUSTEE = (
    "the trustee in the debtor's section 1398 case, and the return is of the year it began or an earlier one"
)
_DEBTOR = "the debtor in the section 1398 case of the estate whose return it is"

OF_DEBTOR = Interest(
    HERE / "A",
    "The debtor's returns, to the trustee",
    _TRUSTEE,
    ("title_11_trustee",),
    (
        of_individual(HERE / "A"),
        shown(HERE / "A", _TRUSTEE),
        element(
            HERE / "C",
            "in an involuntary case the order for relief was entered, or the court found disclosure appropriate",
            any_of(not_(involuntary), relief_or_leave),
        ),
    ),
)
OF_ESTATE = Interest(
    HERE / "B",
    "The returns of the estate, to the debtor",
    _DEBTOR,
    ("title_11_debtor",),
    (of_entity(HERE / "B", "an estate in a title 11 case"), shown(HERE / "B", _DEBTOR)),
)

INTERESTS = (OF_DEBTOR, OF_ESTATE)

PATHWAYS = (OF_DEBTOR.pathway, OF_ESTATE.pathway)

ENTRIES = entries(HERE, rule=". A B", condition="C")
