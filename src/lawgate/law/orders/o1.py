"""O1: a temporary restraining order is refused."""

from datetime import date

from lawgate.dates import Between
from lawgate.law.order import Order, Standing

ORDER = Order(
    id="O1",
    court="D.D.C.",
    docket="1:25-cv-00677",
    judge="Friedrich",
    says="Refuses to restrain the sharing, on the Government's assurance that the section is followed.",
    binds="the parties",
    begins=Between(date(2025, 3, 1), date(2025, 3, 31)),
    ends=Between.on(date(2025, 5, 12)),
    ended_by="O2",
    standing=Standing.SUPERSEDED,
    certainty="C",
    source="immigrationimpact.com 2025-05-22",
    checked_on=date(2026, 7, 28),
)
