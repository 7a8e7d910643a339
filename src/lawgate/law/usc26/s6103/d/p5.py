"""26 U.S.C. 6103(d)(5): combined employment tax reporting, ended with the year 2007."""

from datetime import date

from lawgate.kernel.expr import AtMost, all_of, among, any_of, element
from lawgate.kernel.fact import Owner, choice
from lawgate.law.addresses import S6103
from lawgate.law.entry import entries
from lawgate.law.provision import Duty, Limit, Provision
from lawgate.law.terms import item, recipients, time
from lawgate.law.terms.request import NOT_STATED
from lawgate.law.usc26.s6103.a import PERSON_NAMED
from lawgate.law.usc26.s6103.b import STATE, TAXPAYER_IDENTITY

HERE = S6103 / "d/5"

LAST_DAY = date(2007, 12, 31)

program = choice(
    "state.reporting_program",
    "Which reporting of employment taxes is it for?",
    says="the reporting of employment taxes",
    owner=Owner.REQUESTER,
    values=("combined_and_approved", "other", NOT_STATED),
)

COMBINED_REPORTING = Provision(
    cite=HERE,
    heading="Identity and signatures, for combined employment tax reporting",
    duty=Duty.MAY,
    request=(
        element(
            HERE / "B",
            "it is not later than 31 December 2007",
            AtMost(time.as_of, LAST_DAY),
            mend="Ask under another paragraph: this one ended on 31 December 2007.",
        ),
        element(
            HERE / "A",
            "an agency of a State asks",
            STATE,
            also=(S6103 / "b/5/A/i",),
            mend="Have the agency of the State ask, and state its level.",
        ),
        element(
            HERE / "A",
            "it carries out a combined reporting program that the Secretary approved",
            among(program, "combined_and_approved"),
            mend="State in `facts`, as state.reporting_program, that the program is combined and approved.",
        ),
    ),
    requires=(element(HERE / "A", "the recipients belong to that agency", recipients.of_requesting_agency),),
    covers=(
        PERSON_NAMED,
        element(
            HERE / "A",
            "the item is identity or a signature, on file",
            all_of(item.held, any_of(TAXPAYER_IDENTITY, among(item.name, "return.signature"))),
            also=(S6103 / "b/6",),
        ),
    ),
    limits=(Limit(HERE / "A", "Only for carrying out that program."),),
)

ENTRIES = entries(HERE, rule=". A B")
