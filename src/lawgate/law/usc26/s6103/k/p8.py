"""26 U.S.C. 6103(k)(8): levies on Federal payments, through the Financial Management Service.

The Service of that name is now the Bureau of the Fiscal Service; the paragraph still speaks of it.
"""

from lawgate.kernel.expr import among, element
from lawgate.kernel.fact import Owner, choice, flag
from lawgate.law.addresses import S6103
from lawgate.law.entry import entries
from lawgate.law.provision import Definition, Duty, Limit, Provision
from lawgate.law.usc26.s6103.a import PERSON_NAMED
from lawgate.law.usc26.s6103.k.release import by_treasury, for_purpose, reaches, return_information

HERE = S6103 / "k/8"

payment = choice(
    "levy.payment",
    "Which payment, certified to the Financial Management Service for disbursement, is levied on?",
    says="the payment levied on",
    owner=Owner.REQUESTER,
    values=("federal_payment", "means_tested_federal_payment", "designated_by_notice", "other"),
)
notice_served = flag(
    "levy.notice_served",
    "Is a notice of levy, or of its release, being served?",
    says="a notice of levy, or of its release, is being served",
    denies="no notice of levy or of its release is being served",
    owner=Owner.REQUESTER,
)
to_fiscal_service = flag(
    "levy.to_fiscal_service",
    "Is every recipient an officer or employee of the Financial Management Service?",
    says="every recipient belongs to the Financial Management Service",
    denies="a recipient does not belong to the Financial Management Service",
    owner=Owner.REQUESTER,
)

LEVY = Provision(
    cite=HERE,
    heading="Return information, with the amount and kind of the liability, in serving a levy",
    duty=Duty.MAY,
    request=(
        for_purpose(HERE / "A", "a levy on a Federal payment", "levy_on_payment"),
        by_treasury(HERE / "A", "an officer of the Treasury"),
    ),
    requires=(
        element(HERE / "A", "a notice of levy, or of its release, is being served", notice_served),
        element(
            HERE / "C",
            "the payment is one certified for disbursement that is not means-tested, or one designated",
            among(payment, "federal_payment", "designated_by_notice"),
            also=(HERE / "C/i", HERE / "C/ii"),
        ),
        element(
            HERE / "A",
            "the recipients are officers or employees of the Financial Management Service",
            to_fiscal_service,
        ),
    ),
    covers=(
        PERSON_NAMED,
        return_information(HERE / "A/i"),
        reaches(HERE / "A", "serving the notice calls for the item"),
    ),
    limits=(
        Limit(
            HERE / "B",
            "Only to transfer levied funds, keep records of the levy, notify taxpayer and agency, or defend a suit.",
        ),
    ),
)

APPLICABLE_PAYMENT = Definition(
    HERE / "C",
    "applicable government payment",
    among(payment, "federal_payment", "designated_by_notice"),
    "A payment certified for disbursement: Federal and not means-tested, or designated by notice.",
)

ENTRIES = entries(HERE, rule=". A A/i A/ii A/iii", definition="C C/i C/ii", limit="B")
