"""O8: the appeal of O4."""

from datetime import date

from lawgate.dates import Between
from lawgate.law.order import Order, Standing

ORDER = Order(
    id="O8",
    court="D.C. Circuit",
    docket="26-5006",
    judge="panel not identified",
    says="The Government's appeal of O4; its outcome is not known here.",
    binds="nobody yet",
    begins=Between(date(2026, 2, 17), date(2026, 12, 31)),
    standing=Standing.PENDING,
    certainty="D",
    source="aicourttranscripts.com dc:2026; bloombergtax 2026-02-17",
    checked_on=date(2026, 7, 28),
    note="Look at the docket before O4 is relied on or set aside.",
)
