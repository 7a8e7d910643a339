"""An example, invented: a State's agreement under (d)(1) that names its items and one extract a year."""

from datetime import date

from lawgate.dates import Between
from lawgate.kernel.expr import AtMost, among, element
from lawgate.kernel.fact import Owner, count
from lawgate.law.addresses import S6103
from lawgate.law.agreement import Agreement
from lawgate.law.terms import item

HERE = S6103 / "d/1"

ITEMS = (
    "identity.name", "identity.mailing_address", "identity.tin", "return.1040.total_wages",
    "return.1040.schedule_c.gross_receipts", "third_party.w2.wages", "third_party.1099.interest",
)  # fmt: skip

extracts_this_year = count(
    "state.extracts_this_year",
    "How many extracts did the State agency receive earlier in the calendar year?",
    says="the extracts received earlier in the calendar year",
    owner=Owner.REQUESTER,
)

AGREEMENT = Agreement(
    id="d_example",
    title="Example, invented: agreement with a State's department of revenue",
    party="state.example.revenue",
    signed=Between(date(2024, 1, 1), date(2024, 12, 31)),
    certainty="E",
    source="invented",
    narrows=HERE,
    adds=(
        element(HERE, "by the agreement, the item is one that it lists", among(item.name, *ITEMS)),
        element(
            HERE,
            "by the agreement, it is the first extract of the calendar year",
            AtMost(extracts_this_year, 0),
        ),
    ),
)
