"""26 U.S.C. 6103(d)(2): what a State tax agency obtained under (1), for the State's audit of that agency.

It opens no record of the Secretary: the State tax agency discloses what it has. A city or regional agency
is no State here, for (b)(5) makes them States for (d)(1) alone.
"""

from lawgate.kernel.expr import among, element
from lawgate.kernel.fact import Owner, choice, flag
from lawgate.law.addresses import S6103
from lawgate.law.entry import entries
from lawgate.law.provision import Duty, Limit, Provision
from lawgate.law.terms import item, recipients
from lawgate.law.terms.finding import judgement
from lawgate.law.terms.request import NOT_STATED
from lawgate.law.usc26.s6103.a import PERSON_NAMED
from lawgate.law.usc26.s6103.b import STATE

HERE = S6103 / "d/2"

audit = choice(
    "state.audit",
    "What does the State's audit agency audit?",
    says="the State's audit is of",
    owner=Owner.REQUESTER,
    values=("tax_agency", "other", NOT_STATED),
)
charged_with_audits = flag(
    "state.charged_with_audits",
    "Is the agency charged under the laws of its State with auditing the State's revenues and programs?",
    says="the agency is charged with auditing the State's revenues and programs",
    denies="the agency is not charged with auditing the State's revenues and programs",
    owner=Owner.REQUESTER,
)
obtained = judgement(
    "obtained_by_state",
    HERE / "A",
    "Did the State tax agency obtain the item under (d)(1), and does the audit of that agency need it?",
    yes="the item was obtained under (d)(1) and the audit needs it",
    no="the item was not obtained under (d)(1), or the audit does not need it",
)

FOR_STATE_AUDITS = Provision(
    cite=HERE,
    heading="What a State tax agency obtained, for the State's audit of it",
    duty=Duty.MAY,
    request=(
        element(
            HERE / "A",
            "the audit agency of a State asks",
            STATE,
            also=(S6103 / "b/5/A/i",),
            mend="Have the audit agency of the State ask; a city or regional agency is no State here.",
        ),
        element(
            HERE / "A",
            "it audits an agency that receives under (d)(1)",
            among(audit, "tax_agency"),
            mend="State in `facts`, as state.audit, that the tax agency is audited; no other audit is served.",
        ),
    ),
    requires=(
        element(
            HERE / "B",
            "the agency is charged with auditing the State's revenues and programs",
            charged_with_audits,
        ),
        element(
            HERE / "A",
            "the recipients are officers and employees of the audit agency",
            recipients.of_requesting_agency,
        ),
    ),
    covers=(
        PERSON_NAMED,
        element(HERE / "A", "the item is on file", item.held),
        element(
            HERE / "A",
            "the State tax agency obtained the item under (d)(1), and the audit needs it",
            obtained,
            also=(S6103 / "d/1",),
        ),
    ),
    limits=(Limit(HERE / "A", "Only for that audit, and only as far as necessary in making it."),),
)

ENTRIES = entries(HERE, rule=". A", definition="B")
