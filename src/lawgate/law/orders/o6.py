"""O6: the refusal of an injunction is affirmed."""

from datetime import date

from lawgate.dates import Between
from lawgate.law.order import Order, Standing

ORDER = Order(
    id="O6",
    court="D.C. Circuit",
    docket="25-5181",
    judge="Edwards, with Srinivasan and Millett",
    says="Affirms: on a valid request (i)(2) opens addresses to listed officials without a court's order.",
    binds="precedent in the D.C. Circuit; does not lift O4 or O5",
    begins=Between.on(date(2026, 2, 24)),
    standing=Standing.IN_FORCE,
    certainty="C",
    source="yalejreg.com; fedscoop; everycrsreport LSB11413",
    checked_on=date(2026, 7, 28),
    holds=(("Q1", "R1"), ("Q6", "R1"), ("Q7", "R1"), ("Q12", "R1")),
)
