"""26 U.S.C. 6103(d)(1): returns and return information for the administration of State tax laws.

It runs as the extract that the State's agreement with the Secretary defines. Of which tax an item is, and
whether the State needs it, is one question to an official. The bar of the last sentence asks what (i)(6)
asks, so one determination answers both; it speaks of return information and not of returns.
"""

from lawgate.kernel.expr import among, any_of, element, not_
from lawgate.kernel.fact import Owner, choice, flag
from lawgate.law.addresses import S6103
from lawgate.law.entry import entries
from lawgate.law.provision import Duty, Limit, Provision
from lawgate.law.terms import finding, item, recipients
from lawgate.law.terms.finding import judgement
from lawgate.law.terms.request import NOT_STATED
from lawgate.law.usc26.s6103.a import PERSON_NAMED
from lawgate.law.usc26.s6103.b import RETURN, STATE_OR_LOCAL_BODY
from lawgate.law.usc26.s6103.written_request import headed_in_person, in_writing

HERE = S6103 / "d/1"

extract = choice(
    "state.extract",
    "Which extract does the State agency ask for?",
    says="the extract asked for",
    owner=Owner.REQUESTER,
    values=("as_agreed", "other", NOT_STATED),
)
"""as_agreed: the one that the State's agreement with the Secretary defines."""

charged_with_tax_laws = flag(
    "state.charged_with_tax_laws",
    "Is the agency charged under the laws of its State with administering the State's tax laws?",
    says="the agency is charged with administering the State's tax laws",
    denies="the agency is not charged with administering the State's tax laws",
    owner=Owner.REQUESTER,
)
purpose = choice(
    "state.purpose",
    "For what does the State agency need the information?",
    says="the State agency's purpose",
    owner=Owner.REQUESTER,
    values=("tax_laws", "locating_refund_claimants", "other"),
)
represented_lawfully = flag(
    "state.represented_lawfully",
    "Is each representative an employee or legal representative of the agency, or a person described in (n)?",
    says="each representative is an employee or legal representative, or described in (n)",
    denies="a representative is neither an employee nor a legal representative, nor described in (n)",
    owner=Owner.REQUESTER,
)
chief_executive_named = flag(
    "state.chief_executive_named",
    "Is a chief executive officer of the State among the representatives?",
    says="a chief executive officer is among the representatives",
    denies="no chief executive officer is among the representatives",
    owner=Owner.REQUESTER,
)
needed = judgement(
    "needed_by_state",
    HERE,
    "Is the item of a tax that (d)(1) lists, and necessary for administering the State's tax laws?",
    yes="the item is of a listed tax and necessary for administering the State's tax laws",
    no="the item is of no listed tax, or not necessary for administering the State's tax laws",
)

FOR_STATES = Provision(
    cite=HERE,
    heading="Returns and return information, for the administration of State tax laws",
    duty=Duty.SHALL,
    extract=True,
    request=(
        element(
            HERE,
            "the request asks for the extract that the State's agreement defines",
            among(extract, "as_agreed"),
            mend="Ask for the extract that the agreement defines; state as_agreed as state.extract in `facts`.",
        ),
        in_writing(HERE),
        element(
            HERE,
            "a State asks, or a city or regional agency that counts as one",
            STATE_OR_LOCAL_BODY,
            also=(S6103 / "b/5",),
            mend="Have the tax agency of a State ask; a city or regional agency states state.local_body in `facts`.",
        ),
        element(
            HERE,
            "the head of the agency makes the request",
            headed_in_person("state_agency_head"),
            mend="Have the head of the tax agency sign, and state the office.",
        ),
    ),
    requires=(
        element(HERE, "the agency is charged with administering the State's tax laws", charged_with_tax_laws),
        element(
            HERE,
            "it is for administering those laws, or for locating persons entitled to a refund",
            among(purpose, "tax_laws", "locating_refund_claimants"),
        ),
        element(
            HERE, "the request designates by name the representatives who receive", recipients.identified
        ),
        element(
            HERE,
            "each of them is an employee or legal representative of the agency, or described in (n)",
            any_of(recipients.of_requesting_agency, represented_lawfully),
        ),
        element(
            HERE,
            "none of them is the chief executive officer of the State",
            not_(chief_executive_named),
            also=(S6103 / "b/10",),
        ),
    ),
    covers=(
        PERSON_NAMED,
        element(
            HERE,
            "the item is a return or return information on file",
            item.held,
            also=(S6103 / "b/1", S6103 / "b/2"),
        ),
        element(HERE, "the item is of a listed tax, and the State's tax laws need it", needed),
        element(
            HERE,
            "the item is a return, or would neither identify an informant nor seriously impair an investigation",
            any_of(RETURN, not_(finding.identifies_or_impairs)),
            also=(S6103 / "b/1",),
        ),
    ),
    limits=(
        Limit(HERE, "Only for administering the State's tax laws, and only as far as necessary for it."),
        Limit(HERE, "Only for the representatives whom the request designates."),
        Limit(S6103 / "d/6", "A regional agency passes nothing on to a member municipality."),
    ),
)

ENTRIES = entries(HERE, rule=".")
