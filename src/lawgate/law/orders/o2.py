"""O2: a preliminary injunction is refused."""

from datetime import date

from lawgate.dates import Between
from lawgate.law.order import Order, Standing

ORDER = Order(
    id="O2",
    court="D.D.C.",
    docket="1:25-cv-00677",
    judge="Friedrich",
    says="Refuses to enjoin the memorandum: a valid written request opens name and address for criminal matters.",
    binds="the parties; no precedent",
    begins=Between.on(date(2025, 5, 12)),
    ends=Between.on(date(2026, 2, 24)),
    ended_by="O6",
    standing=Standing.SUPERSEDED,
    certainty="C",
    source="The Hill (copy); bloombergtax; a.plas.ml",
    checked_on=date(2026, 7, 28),
    holds=(("Q1", "R1"), ("Q6", "R1")),
)
