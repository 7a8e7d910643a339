"""Questions about a notice by which the Secretary apprises officials, without waiting for a request.

The gate hears such a notice where else it hears a request; whoever prepares it answers in its `facts`.
"""

from lawgate.kernel.fact import Owner, choice
from lawgate.law.terms.request import NOT_STATED

addressee = choice(
    "apprisal.addressee",
    "Who is to be apprised?",
    says="the one to be apprised",
    owner=Owner.REQUESTER,
    values=(
        "agency_head", "law_enforcement_agency_head", "attorney_general", "law_enforcement_officers", "other",
        NOT_STATED,
    ),
)  # fmt: skip
circumstances = choice(
    "apprisal.circumstances",
    "Of which emergency does the notice apprise?",
    says="the emergency of which the notice apprises",
    owner=Owner.REQUESTER,
    values=("danger_of_death_or_injury", "flight_from_federal_prosecution", "other", NOT_STATED),
)
