"""26 U.S.C. 6103(d)(6): what a regional income tax agency may have under (1), and for which laws."""

from lawgate.kernel.expr import any_of, element
from lawgate.law.addresses import S6103
from lawgate.law.entry import entries
from lawgate.law.provision import Effect, Proviso
from lawgate.law.terms.finding import judgement
from lawgate.law.usc26.s6103.b import NO_REGIONAL_AGENCY

HERE = S6103 / "d/6"

needed_by_members = judgement(
    "needed_by_members",
    HERE,
    "Is the item necessary for administering the income or wage tax laws of the regional agency's members?",
    yes="the members' income or wage tax laws need the item",
    no="the members' income or wage tax laws do not need the item",
)

REGIONAL_AGENCIES = Proviso(
    cite=HERE,
    heading="Regional income tax agencies",
    effect=Effect.CONDITION,
    reaches=(
        (
            S6103 / "d/1",
            element(
                HERE,
                "a regional agency needs it for the income or wage tax laws of its members",
                any_of(NO_REGIONAL_AGENCY, needed_by_members),
                also=(S6103 / "b/5/B/ii",),
            ),
        ),
    ),
)
"""That the agency passes nothing on to its members stands among the limits of (1)."""

ENTRIES = entries(HERE, condition=".")
