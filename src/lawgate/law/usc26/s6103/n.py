"""26 U.S.C. 6103(n): persons who render services for tax administration, as regulations prescribe."""

from lawgate.kernel.expr import among, element, expr_of
from lawgate.kernel.fact import Owner, choice, flag
from lawgate.law.addresses import S6103
from lawgate.law.entry import entries
from lawgate.law.provision import Duty, Limit, Provision
from lawgate.law.terms.finding import judgement
from lawgate.law.usc26.s6103.a import PERSON_NAMED
from lawgate.law.usc26.s6103.b import TAX_ADMINISTRATION
from lawgate.law.usc26.s6103.written_request import is_on_file, purpose_is

HERE = S6103 / "n"

service = choice(
    "contract.service",
    "Which service is rendered?",
    says="the service rendered",
    owner=Owner.REQUESTER,
    values=("records", "equipment", "other_services", "none"),
)
"""records: processing, storing, transmitting, reproducing them; equipment: programming, maintaining, procuring it."""

for_federal_tax_administration = flag(
    "contract.federal_tax_administration",
    "Is the service rendered for the administration of Federal tax laws, and of no State's?",
    says="the service is for Federal tax administration alone",
    denies="the service is for the administration of a State's tax laws",
    owner=Owner.REQUESTER,
)
prescribed = judgement(
    "necessary_by_regulations",
    S6103 / "q",
    "By the regulations, may the item be disclosed to this person, and is it necessary in connection with the service?",
    yes="the regulations allow it and the item is necessary for the service",
    no="the regulations do not allow it, or the item is not necessary for the service",
)

SERVICES = Provision(
    cite=HERE,
    heading="Returns and return information for those who render services for tax administration",
    duty=Duty.MAY,
    request=(
        purpose_is(HERE, "services for purposes of tax administration", "tax_administration_services"),
        element(
            HERE,
            "the matter is one of tax administration",
            expr_of(TAX_ADMINISTRATION),
            also=(S6103 / "b/4",),
            mend="State that the matter involves tax administration; for other services nothing is opened.",
        ),
        element(
            HERE,
            "the service is on the records, on equipment, or another one",
            among(service, "records", "equipment", "other_services"),
            mend="State in `facts`, as contract.service, which service is rendered.",
        ),
    ),
    requires=(
        element(
            HERE,
            "the regulations allow it, to the extent necessary for the service",
            prescribed,
            also=(S6103 / "q",),
        ),
    ),
    covers=(PERSON_NAMED, is_on_file(HERE)),
    limits=(Limit(HERE, "Only to the extent necessary for the service, for tax administration."),),
)

ENTRIES = entries(HERE, rule=".")
