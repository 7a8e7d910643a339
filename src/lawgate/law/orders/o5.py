"""O5: the memorandum is enjoined and what was received is set apart."""

from datetime import date

from lawgate.dates import Between
from lawgate.law.addresses import S6103
from lawgate.law.order import Act, Order, Restraint, Standing

ORDER = Order(
    id="O5",
    court="D. Mass.",
    docket="1:25-cv-12822",
    judge="Talwani",
    says="Enjoins the memorandum and its practice; what DHS and ICE received may not be looked at or used.",
    binds="the DHS, ICE, IRS and SSA defendants",
    begins=Between.on(date(2026, 2, 5)),
    standing=Standing.IN_FORCE,
    certainty="C",
    source="fedscoop ?p=88734; rawstory 2026-02-05; clearinghouse.net/case/47018",
    checked_on=date(2026, 7, 28),
    restraints=(
        Restraint(Act.BLOCK, (S6103 / "i/2",), ("us.dhs",), ("mailing_address",)),
        Restraint(Act.QUARANTINE, (S6103 / "i/2",), ("us.dhs",)),
        Restraint(Act.CERTIFY, (S6103 / "i/2",), ("us.dhs",)),
    ),
    holds=(("Q4", "R1"), ("Q6", "R1")),
    note="An appeal is reported; its docket was not found. Receipt was to be confirmed by 10 February 2026.",
)
