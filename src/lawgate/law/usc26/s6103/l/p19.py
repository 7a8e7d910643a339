"""26 U.S.C. 6103(l)(19): the Medicare discount card.

The text at hand prints (A)(i)(II) and (III) within (I). The year goes with each item as its period.
"""

from lawgate.kernel.expr import element
from lawgate.law.addresses import S6103
from lawgate.law.entry import entries
from lawgate.law.provision import Duty, Limit, Provision
from lawgate.law.terms.finding import judgement
from lawgate.law.usc26.s6103.a import PERSON_NAMED
from lawgate.law.usc26.s6103.written_request import (
    as_extract,
    in_writing,
    is_listed,
    purpose_is,
    received_by_agency_or_contractors,
    signed_by_head,
)

HERE = S6103 / "l/19"

of_applicable_year = judgement(
    "of_applicable_year",
    HERE / "B",
    "Is the item of the latest year for which information is available or, where no return was filed, the year before?",
    yes="the item is of the applicable year",
    no="the item is not of the applicable year",
)

PURPOSE = "transitional assistance under section 1860D-31 of the Social Security Act"

DISCOUNT_CARD = Provision(
    cite=HERE,
    heading="Whether income is above poverty lines, for the Medicare discount card",
    duty=Duty.SHALL,
    request=(
        in_writing(HERE / "A"),
        signed_by_head(HERE / "A", "the Secretary of Health and Human Services", "health_and_human_services"),
        purpose_is(HERE / "A", PURPOSE, "medicare_discount_card"),
        as_extract(HERE / "A"),
    ),
    requires=(
        received_by_agency_or_contractors(
            HERE / "A", "Health and Human Services", "health_and_human_services"
        ),
    ),
    covers=(
        PERSON_NAMED,
        is_listed(
            HERE / "A",
            "whether income is above the amounts specified, a joint return, or that no return was filed",
            "irs.income_test.above_poverty_lines",
            "irs.account.joint_return",
            "irs.account.no_return",
        ),
        element(HERE / "B", "the item is of the applicable year", of_applicable_year),
    ),
    limits=(Limit(HERE / "C", f"Only for eligibility for, and administration of, {PURPOSE}."),),
    extract=True,
)

ENTRIES = entries(HERE, rule=". A A/i A/i/I A/ii", definition="B", limit="C")
