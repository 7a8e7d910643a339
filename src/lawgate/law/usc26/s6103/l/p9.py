"""26 U.S.C. 6103(l)(9): producers of alcohol for fuel, for those who administer State alcohol laws.

No request is asked for. That the paragraph holds notwithstanding the rest of the section does not lift the
safeguards: (p)(4) names those who receive under it.
"""

from lawgate.kernel.expr import all_of, any_of, element
from lawgate.kernel.fact import Owner, flag
from lawgate.law.addresses import S6103
from lawgate.law.entry import entries
from lawgate.law.provision import Duty, Limit, Provision
from lawgate.law.terms import recipients
from lawgate.law.terms.finding import judgement
from lawgate.law.usc26.s6103.a import PERSON_NAMED
from lawgate.law.usc26.s6103.b import STATE
from lawgate.law.usc26.s6103.written_request import is_listed, purpose_is

HERE = S6103 / "l/9"

charged = flag(
    "alcohol.agency_charged",
    "Is the State agency charged by State law with the administration of State alcohol laws?",
    says="the State agency is charged with the administration of State alcohol laws",
    denies="the State agency is not charged with the administration of State alcohol laws",
    owner=Owner.REQUESTER,
)
represented_lawfully = flag(
    "alcohol.represented_lawfully",
    "Is each recipient an employee of the State agency or its legal representative?",
    says="each recipient is an employee of the State agency or its legal representative",
    denies="a recipient is neither an employee of the State agency nor its legal representative",
    owner=Owner.REQUESTER,
)
qualified = judgement(
    "qualified_producer",
    HERE / "A",
    "Is the person qualified to produce alcohol for fuel use under section 5181?",
    yes="the person is qualified under section 5181",
    no="the person is not qualified under section 5181",
)

ALCOHOL_LAWS = Provision(
    cite=HERE,
    heading="Producers of alcohol for fuel",
    duty=Duty.MAY,
    request=(
        element(
            HERE / "B",
            "a State agency charged with the administration of State alcohol laws is to receive",
            all_of(STATE, charged),
            also=(S6103 / "b/5",),
            mend="Only the State agency charged with State alcohol laws can receive; state alcohol.agency_charged.",
        ),
        purpose_is(HERE / "B", "the administration of State alcohol laws", "state_alcohol_laws"),
    ),
    requires=(
        element(
            HERE / "B",
            "each recipient is of the State agency or is its legal representative",
            any_of(recipients.of_requesting_agency, represented_lawfully),
        ),
        element(HERE / "A", "the person is qualified to produce alcohol for fuel", qualified),
    ),
    covers=(
        PERSON_NAMED,
        is_listed(
            HERE / "A",
            "the name, the address or the location of premises",
            *("identity.name", "identity.mailing_address", "irs.alcohol_fuel.premises"),
        ),
    ),
    limits=(Limit(HERE / "B", "Solely for use in the administration of State alcohol laws."),),
)

ENTRIES = entries(HERE, rule=". A B")
