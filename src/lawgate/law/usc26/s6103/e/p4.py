"""26 U.S.C. 6103(e)(4): returns of a debtor in a title 11 case, or of one whose property a receiver holds."""

from lawgate.kernel.expr import element
from lawgate.law.addresses import S6103
from lawgate.law.entry import entries
from lawgate.law.usc26.s6103.e.interest import material_interest, open_return

HERE = S6103 / "e/4"

INSOLVENT = open_return(
    HERE,
    "The returns, those of prior years too, of a debtor or of one in receivership",
    "the trustee in a title 11 case of this debtor, or the receiver of substantially all his property",
    capacities=("title_11_trustee", "receiver"),
    conditions=(
        element(
            HERE / "B", "the trustee or receiver has, as a fiduciary, a material interest", material_interest
        ),
    ),
)

ENTRIES = entries(HERE, rule=". A B")
