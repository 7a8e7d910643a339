"""26 U.S.C. 6103(p)(4): safeguards, a condition for receiving returns or return information."""

from lawgate.kernel.expr import element, expr_of
from lawgate.law.addresses import S6103
from lawgate.law.provision import Effect, Proviso
from lawgate.law.terms import finding

HERE = S6103 / "p/4"

SAFEGUARDED = element(
    HERE,
    "the recipient's agency meets the safeguards to the satisfaction of the Secretary",
    expr_of(finding.safeguards),
)

SAFEGUARDS = Proviso(
    cite=HERE,
    heading="Safeguards",
    effect=Effect.CONDITION,
    reaches=tuple((S6103 / pathway, SAFEGUARDED) for pathway in ("i/1", "i/1/C", "i/2", "i/5")),
)
