"""26 U.S.C. 6103(e)(3): the return of a decedent."""

from lawgate.law.addresses import S6103
from lawgate.law.entry import entries
from lawgate.law.usc26.s6103.e.interest import Interest, interested, of_individual, shown

HERE = S6103 / "e/3"

_OF_DECEDENT = (
    "the administrator, executor or trustee of his estate, an heir, next of kin, beneficiary or donee"
)

INTEREST = Interest(
    HERE,
    "The return of a decedent",
    _OF_DECEDENT,
    ("executor", "heir", "donee"),
    (
        of_individual(HERE),
        shown(HERE, _OF_DECEDENT),
        interested(
            HERE / "B", "an heir, next of kin, beneficiary or donee has a material interest", "heir", "donee"
        ),
    ),
)

PATHWAY = INTEREST.pathway

ENTRIES = entries(HERE, rule=". A B")
