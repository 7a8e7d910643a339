"""O4: the policy of sharing addresses is stayed."""

from datetime import date

from lawgate.dates import Between
from lawgate.law.addresses import S6103
from lawgate.law.order import Act, Order, Restraint, Standing

ORDER = Order(
    id="O4",
    court="D.D.C.",
    docket="1:25-cv-00457",
    judge="Kollar-Kotelly",
    says="Stays the policy of sharing addresses; the transfer of 7 August 2025 was likely contrary to (i)(2).",
    binds="the IRS defendants",
    begins=Between.on(date(2025, 11, 21)),
    standing=Standing.IN_FORCE,
    certainty="C",
    source="parkertaxresearch.net; townhall 2025-11-21; tracker copy of 2026-07-28",
    checked_on=date(2026, 7, 28),
    restraints=(Restraint(Act.BLOCK, (S6103 / "i/2",), ("us.dhs",), ("mailing_address",)),),
    holds=(("Q3", "R1"), ("Q4", "R1"), ("Q5", "R1"), ("Q6", "R1"), ("Q12", "R2")),
    note="One source of 2026 takes it to allow sharing in strict compliance; counsel reads the order. Appeal: O8.",
)
