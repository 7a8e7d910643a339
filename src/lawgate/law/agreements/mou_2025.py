"""The memorandum of 7 April 2025 between Treasury and Homeland Security on requests under (i)(2).

Its text is known from reports alone, after most of it was unsealed in May 2025. What it repeats of the
statute (names, addresses, periods, authority, reasons) the law demands already. It opens nothing by itself.
"""

from datetime import date

from lawgate.dates import Between
from lawgate.kernel.expr import among, element
from lawgate.law.addresses import S6103
from lawgate.law.agreement import Agreement
from lawgate.law.terms import matter, removal, request

HERE = S6103 / "i/2"

AGREEMENT = Agreement(
    id="mou_2025",
    title="Memorandum of 7 April 2025 between Treasury and Homeland Security",
    party="us.dhs",
    signed=Between.on(date(2025, 4, 7)),
    certainty="C",
    source="press reports of the text unsealed on 12 and 13 May 2025",
    narrows=HERE,
    adds=(
        element(
            HERE / "A",
            "by the memorandum, the head of the agency or of the component makes the request",
            among(request.office, "agency_head", "component_head"),
        ),
        element(
            HERE / "A",
            "by the memorandum, the matter is the preparation of a proceeding or an investigation",
            among(matter.stage, "preparation", "investigation"),
            also=(HERE / "A/i", HERE / "A/ii"),
        ),
        element(
            HERE / "B/iv",
            "by the memorandum, the day of a final order of removal is stated for each person",
            removal.final,
        ),
    ),
)
