"""26 U.S.C. 6103(p)(4): safeguards, a condition for receiving returns or return information.

Read for those who receive: the paragraph lists them by the provision under which they do. What it asks
of agents of an agency that passes on addresses under (m) is the agency's own to see to.
"""

from lawgate.kernel.expr import element, expr_of
from lawgate.law.addresses import S6103
from lawgate.law.entry import entries
from lawgate.law.provision import Effect, Proviso
from lawgate.law.terms import finding

HERE = S6103 / "p/4"

SAFEGUARDED = element(
    HERE,
    "the recipient's agency meets the safeguards to the satisfaction of the Secretary",
    expr_of(finding.safeguards),
)

LISTED = (
    "d", "h/2", "h/3/A", "h/5", "i/1", "i/2", "i/3", "i/5", "i/7", "i/8", "j/1", "j/2", "j/5", "j/6", "k/8", "k/10",
    "k/11", "k/15", "l/1", "l/2", "l/3", "l/5", "l/6", "l/7", "l/8", "l/9", "l/10", "l/11", "l/12", "l/13/A",
    "l/13/B", "l/13/C", "l/13/D/i", "l/14", "l/15", "l/16", "l/17", "l/18", "l/19", "l/20", "l/21", "l/22",
    "o/1", "o/3",
)  # fmt: skip
"""Where those stand who receive under this condition; (i)(8) and (j)(6) by the names of their offices.

The Department of Justice is described in (h)(2), though on the Secretary's own motion it receives under (3)(A).
"""

SAFEGUARDS = Proviso(
    cite=HERE,
    heading="Safeguards",
    effect=Effect.CONDITION,
    reaches=tuple((S6103 / pathway, SAFEGUARDED) for pathway in LISTED),
    spares=tuple(S6103 / at for at in ("d/5", "l/12/C/i", "l/12/C/ii", "l/16/B")),
)
"""(d)(5)(A) itself says that this paragraph does not apply to it; (l)(16)(B) lets what was received be told in a
proceeding, and its hearers are not described here as receiving. Of (l)(12), agencies and the agents of (C)(iii) are
described; the employers and health plans of (C)(i) and (ii) are neither."""

ENTRIES = entries(
    HERE,
    condition=".",
    duty={
        "A": "The recipient keeps a permanent record of requests and disclosures; the finding covers it.",
        "B": "The recipient stores the information in a secure place; the finding covers it.",
        "C": "The recipient lets only those have it whose duties require it; the finding covers it.",
        "D": "The recipient keeps to the further safeguards that regulations prescribe.",
        "E": "The recipient reports its procedures to the Secretary.",
        "F": "After use the recipient returns the information or makes it undisclosable.",
        "F/i": "State and other listed bodies, as under (i)(3)(B)(i), return or destroy it and report how.",
        "F/ii": "Federal agencies, and the Government Accountability Office, have three ways.",
        "F/ii/I": "They return it.",
        "F/ii/II": "Or they make it undisclosable.",
        "F/ii/III": "Or they keep it under (A) to (E) for as long as they have it.",
        "F/iii": "Health and Human Services destroys what (m)(6) gave; what is on a public record of a court is free.",
    },
)
