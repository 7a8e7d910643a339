"""O7: an indicative opinion on the transfer of 7 August 2025."""

from datetime import date

from lawgate.dates import Between
from lawgate.law.order import Order, Standing

ORDER = Order(
    id="O7",
    court="D.D.C.",
    docket="1:25-cv-00457",
    judge="Kollar-Kotelly",
    says="About 42,695 disclosures broke (i)(2)(B)(i): nothing confirmed that the address was the taxpayer's.",
    binds="nobody; no new relief while the appeal is pending",
    begins=Between.on(date(2026, 2, 26)),
    standing=Standing.INFORMATIONAL,
    certainty="C",
    source="lawandcrime 2026-02-26; cpapracticeadvisor ?p=178970; theindianalawyer",
    checked_on=date(2026, 7, 28),
)
