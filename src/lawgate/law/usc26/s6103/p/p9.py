"""26 U.S.C. 6103(p)(9): no disclosure to contractors or other agents of agencies that do not see to their safeguards.

It joins the paragraphs by which a contractor or agent of an agency can receive, and is made out by itself where
all recipients belong to the requesting agency or to Federal agencies. Its last sentence leaves out what goes under
(n) for Federal tax administration; what goes there for a State's, (b)(4), it leaves in. (m)(4)(B) and (5)(B) pass on
to agents of lenders and schools; a guarantee agency or a school of a State is an agency.
"""

from lawgate.kernel.expr import among, any_of, element
from lawgate.law.addresses import S6103
from lawgate.law.entry import entries
from lawgate.law.provision import Effect, Proviso
from lawgate.law.terms import recipients
from lawgate.law.terms.finding import judgement
from lawgate.law.usc26.s6103.n import for_federal_tax_administration

HERE = S6103 / "p/9"

seen_to = judgement(
    "contractors_seen_to",
    HERE,
    "Does the agency require safeguards of its contractors and agents, review, report and certify them, to the "
    "satisfaction of the Secretary?",
    yes="the agency sees to the safeguards of its contractors and agents",
    no="the agency does not see to the safeguards of its contractors and agents",
)

CLAUSES = (HERE / "A", HERE / "B", HERE / "C", HERE / "D")

SEEN_TO = element(
    HERE,
    "no contractor or agent receives, or the agency sees to their safeguards",
    any_of(
        recipients.of_requesting_agency,
        recipients.federal,
        among(recipients.agents, "others"),
        seen_to,
    ),
    also=CLAUSES,
)

SEEN_TO_FOR_STATES = element(
    HERE,
    "the service is for Federal tax administration, or the agency sees to its contractors' safeguards",
    any_of(for_federal_tax_administration, seen_to),
    also=(*CLAUSES, S6103 / "b/4"),
)

OPEN_TO_AGENTS = (
    "d/1", "k/10/B", "k/10/D/ii", "k/15", "l/6/B", "l/9", "l/10/B/ii", "l/12/C/iii", "l/13/A", "l/13/B", "l/13/C",
    "l/13/D/iii", "l/13/D/iv", "l/16", "l/19", "l/20", "l/21", "m/2", "m/4", "m/5", "m/7",
)  # fmt: skip
"""Where the words of the paragraph let a contractor or other agent of an agency receive."""

CONTRACTORS = Proviso(
    cite=HERE,
    heading="Contractors and other agents",
    effect=Effect.CONDITION,
    reaches=(*((S6103 / at, SEEN_TO) for at in OPEN_TO_AGENTS), (S6103 / "n", SEEN_TO_FOR_STATES)),
    spares=tuple(S6103 / at for at in ("l/16/B", "l/20/B/ii/II", "l/20/B/ii/III", "l/20/B/ii/IV")),
)
"""Spared are a proceeding's hearers, and clauses that open to officers and employees alone."""

ENTRIES = entries(HERE, condition=". A B C D")
