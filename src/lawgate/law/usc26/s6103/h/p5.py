"""26 U.S.C. 6103(h)(5): address and recorded status, for tax withheld from social security benefits.

The status that the master file records was recorded for this use. The gate lets it go under this paragraph
alone, though some paragraphs open all return information: that is narrower than their text, by design.
"""

from lawgate.kernel.expr import all_of, among, any_of, element, not_
from lawgate.kernel.fact import Owner, choice
from lawgate.law.addresses import S6103
from lawgate.law.entry import entries
from lawgate.law.provision import Duty, Effect, Limit, Provision, Proviso
from lawgate.law.terms import item, recipients, request, subject
from lawgate.law.usc26.s6103.a import PERSON_NAMED
from lawgate.law.usc26.s6103.written_request import in_writing

HERE = S6103 / "h/5"

STATUS = among(item.name, "irs.master_file.residence_status")

purpose = choice(
    "payor.purpose",
    "For what does the payor agency need the information?",
    says="the payor agency's purpose",
    owner=Owner.REQUESTER,
    values=("withholding_under_1441", "other"),
)

FOR_WITHHOLDING = Provision(
    cite=HERE,
    heading="Address and recorded status, for tax withheld from social security benefits",
    duty=Duty.MAY,
    request=(
        in_writing(HERE),
        element(
            HERE,
            "the payor agency makes the request",
            any_of(request.of_social_security, request.of_railroad_board),
            mend="Have the Social Security Administration or the Railroad Retirement Board ask.",
        ),
        element(
            HERE, "the person named is an individual", subject.is_individual, mend="Name the individual."
        ),
    ),
    requires=(
        element(HERE, "the recipients belong to the payor agency", recipients.of_requesting_agency),
        element(
            HERE,
            "it is for withholding tax under section 1441 from social security benefits",
            among(purpose, "withholding_under_1441"),
        ),
    ),
    covers=(
        PERSON_NAMED,
        element(
            HERE,
            "the item is the individual's address or recorded status, on file",
            all_of(item.held, any_of(among(item.identity_field, "mailing_address"), STATUS)),
        ),
    ),
    limits=(Limit(HERE, "Only for withholding tax under section 1441 from social security benefits."),),
)

RECORDED_STATUS = Proviso(
    cite=HERE,
    heading="Recorded status goes to payors of social security benefits alone, narrower than the text",
    effect=Effect.BAR,
    reaches=(
        (
            S6103,
            element(
                HERE,
                "the item is not a status that the master file records, which this gate keeps to (h)(5)",
                not_(STATUS),
            ),
        ),
    ),
    spares=(HERE,),
)

ENTRIES = entries(HERE, rule=".")
