"""26 U.S.C. 6103(e)(3): the return of a decedent."""

from lawgate.kernel.expr import element
from lawgate.law.addresses import S6103
from lawgate.law.entry import entries
from lawgate.law.usc26.s6103.e.interest import HAS_MATERIAL_INTEREST, of_individual, open_return

HERE = S6103 / "e/3"

DECEDENT = open_return(
    HERE,
    "The return of a decedent",
    "the administrator, executor or trustee of his estate, an heir, next of kin, beneficiary or donee",
    capacities=("executor", "heir", "donee"),
    conditions=(
        of_individual(HERE),
        element(
            HERE / "B",
            "an heir, next of kin, beneficiary or donee has a material interest",
            HAS_MATERIAL_INTEREST,
        ),
    ),
)

ENTRIES = entries(HERE, rule=". A B")
