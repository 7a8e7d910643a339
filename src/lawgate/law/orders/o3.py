"""O3: notice before bulk data is sent."""

from datetime import date

from lawgate.dates import Between
from lawgate.law.addresses import S6103
from lawgate.law.order import Act, Order, Restraint, Standing

BULK_SUBJECTS_MIN = 2
"""How many persons make data bulk is not known here; counsel may set another number."""

ORDER = Order(
    id="O3",
    court="D.D.C.",
    docket="1:25-cv-00457",
    judge="Kollar-Kotelly",
    says="The IRS gives court and plaintiffs 24 hours' notice before it sends bulk data to ICE.",
    binds="the IRS defendants",
    begins=Between(date(2025, 8, 1), date(2025, 9, 30)),
    ends=Between.on(date(2025, 11, 21)),
    ended_by="O4",
    standing=Standing.SUPERSEDED,
    certainty="C",
    source="fedscoop.com/irs-ice-data-sharing-court-order",
    checked_on=date(2026, 7, 28),
    restraints=(Restraint(Act.HOLD, (S6103 / "i/2",), ("us.dhs",), subjects_min=BULK_SUBJECTS_MIN),),
    note="The days are not known, nor from how many persons on data are bulk; counted from two.",
)
