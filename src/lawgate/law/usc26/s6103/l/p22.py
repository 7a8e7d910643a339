"""26 U.S.C. 6103(l)(22): tax debts of those who apply to enrol as providers or suppliers under Medicare.

The year of (A)(iii) goes with the debt as its period.
"""

from lawgate.kernel.expr import all_of, among, any_of, element
from lawgate.kernel.fact import Owner, flag
from lawgate.law.addresses import S6103
from lawgate.law.entry import entries
from lawgate.law.provision import Duty, Limit, Provision
from lawgate.law.terms import item
from lawgate.law.terms.finding import judgement
from lawgate.law.usc26.s6103.a import PERSON_NAMED
from lawgate.law.usc26.s6103.b import TAXPAYER_IDENTITY
from lawgate.law.usc26.s6103.written_request import (
    as_extract,
    in_writing,
    purpose_is,
    received_by,
    signed_by_head,
)

HERE = S6103 / "l/22"

applied = flag(
    "medicare.applied_to_enrol",
    "Did the taxpayer apply to enrol, or enrol again, as a provider of services or supplier under Medicare?",
    says="the taxpayer applied to enrol under Medicare",
    denies="the taxpayer did not apply to enrol under Medicare",
    owner=Owner.REQUESTER,
)
delinquent = judgement(
    "delinquent_tax_debt",
    HERE / "C",
    "Is a notice of lien filed for the debt, which is neither paid in time under an agreement nor in such a hearing?",
    yes="the debt is a delinquent tax debt",
    no="the debt is no delinquent tax debt",
)

HEALTH = ("Health and Human Services", "health_and_human_services")
PURPOSE = "enrolment under Medicare, proceedings on its denial, or the level of oversight"

ENROLMENT = Provision(
    cite=HERE,
    heading="Delinquent tax debts, for enrolment under Medicare",
    duty=Duty.SHALL,
    request=(
        in_writing(HERE / "A"),
        signed_by_head(HERE / "A", "the Secretary of Health and Human Services", HEALTH[1]),
        purpose_is(HERE / "B", PURPOSE, "medicare_enrolment"),
        as_extract(HERE / "A"),
    ),
    requires=(
        received_by(HERE / "A", *HEALTH),
        element(HERE / "A", "the taxpayer applied to enrol as a provider or supplier", applied),
    ),
    covers=(
        PERSON_NAMED,
        element(
            HERE / "A",
            "the item is identity, or the amount of a delinquent tax debt",
            all_of(
                item.held,
                item.of_named_taxpayer,
                any_of(
                    TAXPAYER_IDENTITY,
                    all_of(among(item.name, "irs.account.delinquent_debt"), delinquent),
                ),
            ),
            also=(HERE / "A/i", HERE / "A/ii", HERE / "A/iii", HERE / "C"),
        ),
    ),
    limits=(Limit(HERE / "B", f"Only for {PURPOSE}."),),
    extract=True,
)

ENTRIES = entries(HERE, rule=". A A/i A/ii A/iii", definition="C", limit="B")
