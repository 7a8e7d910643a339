"""26 U.S.C. 6103(d)(4): no disclosure under (1) to a State without a contract on death information.

The bar speaks of States; a city or regional agency is one for purposes of (1) and not of this paragraph.
"""

from lawgate.kernel.expr import among, any_of, element
from lawgate.law.addresses import S6103
from lawgate.law.entry import entries
from lawgate.law.provision import Effect, Proviso
from lawgate.law.terms import request
from lawgate.law.terms.finding import judgement

HERE = S6103 / "d/4"

contract = judgement(
    "death_information_contract",
    HERE / "B",
    "Is a contract in effect by which the State furnishes death information to Health and Human Services, with no "
    "other restriction of use than (B)(ii) allows?",
    yes="such a contract on death information is in effect",
    no="no such contract on death information is in effect",
)
excepted = judgement(
    "death_information_excepted",
    HERE / "C",
    "Was the State, on 1 July 1993, not furnishing death information under a contract?",
    yes="the State was not furnishing death information under a contract on 1 July 1993",
    no="the State was furnishing death information under a contract on 1 July 1993",
)

DEATH_INFORMATION = Proviso(
    cite=HERE,
    heading="Death information",
    effect=Effect.BAR,
    reaches=(
        (
            S6103 / "d/1",
            element(
                HERE / "A",
                "a contract on death information is in effect with the State, or the State is excepted",
                any_of(among(request.level, "local"), contract, excepted),
                also=(HERE / "B", HERE / "C"),
            ),
        ),
    ),
)

ENTRIES = entries(HERE, rule=". A B B/i B/ii C")
