"""26 U.S.C. 6103(p)(4): safeguards, a condition for receiving returns or return information.

Read for those who receive: the paragraph lists them by the provision under which they do. What it asks
of agents of an agency that passes on addresses under (m) is the agency's own to see to.
"""

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

LISTED = (
    "d", "h/2", "h/5", "i/1", "i/2", "i/3", "i/5", "i/7", "i/8", "j/1", "j/2", "j/5", "j/6", "k/8", "k/10",
    "k/11", "k/15", "l/1", "l/2", "l/3", "l/5", "l/6", "l/7", "l/8", "l/9", "l/10", "l/11", "l/12", "l/13/A",
    "l/13/B", "l/13/C", "l/13/D/i", "l/14", "l/15", "l/16", "l/17", "l/18", "l/19", "l/20", "l/21", "l/22",
    "o/1/A", "o/3",
)  # fmt: skip
"""Where those stand who receive under this condition; (i)(8) and (j)(6) by the names of their offices."""

SAFEGUARDS = Proviso(
    cite=HERE,
    heading="Safeguards",
    effect=Effect.CONDITION,
    reaches=tuple((S6103 / pathway, SAFEGUARDED) for pathway in LISTED),
)
