"""26 U.S.C. 6103(c): disclosure to whom the taxpayer designates, or to one who helps him at his request.

That a request is needed is the taxpayer's own: whoever presents it asks. What regulations demand of its
form (26 CFR 301.6103(c)-1) is one question here; the official who decides answers for them. Only return
information, and not a return itself, is held back where tax administration would be seriously impaired.
"""

from lawgate.kernel.expr import all_of, among, any_of, element, not_
from lawgate.kernel.fact import Owner, choice, flag
from lawgate.law.addresses import S6103
from lawgate.law.entry import entries
from lawgate.law.provision import Duty, Limit, Provision
from lawgate.law.terms import finding, item, recipients, subject
from lawgate.law.terms.request import NOT_STATED
from lawgate.law.usc26.s6103.a import PERSON_NAMED
from lawgate.law.usc26.s6103.b import RETURN

HERE = S6103 / "c"

kind = choice(
    "consent.kind",
    "What did the taxpayer give: a designation of who may receive, or a request for help from somebody?",
    says="what the taxpayer gave",
    owner=Owner.REQUESTER,
    values=("designation", "request_for_help", "none", NOT_STATED),
)
in_prescribed_form = flag(
    "consent.in_prescribed_form",
    "Is it signed and dated by the taxpayer or one who may act for him, and in the form and time of the regulations?",
    says="the consent is in the form that the regulations prescribe",
    denies="the consent is not in the form that the regulations prescribe",
    owner=Owner.REQUESTER,
)
covers_what_is_asked = flag(
    "consent.covers_what_is_asked",
    "Does it name these recipients, items and periods or, for help, is no more asked than the help needs?",
    says="the consent covers what is asked for",
    denies="more is asked for than the consent covers",
    owner=Owner.REQUESTER,
)

BY_CONSENT = Provision(
    cite=HERE,
    heading="Returns and return information, for whom the taxpayer designates",
    duty=Duty.MAY,
    request=(
        element(
            HERE,
            "the taxpayer designated who may receive, or asked another person for help",
            among(kind, "designation", "request_for_help"),
            mend="Present the taxpayer's request or consent and state in `facts`, as consent.kind, which it is.",
        ),
        element(
            HERE,
            "the taxpayer is named",
            subject.names_taxpayer,
            mend="State the name of the taxpayer who gave the request or consent.",
        ),
    ),
    requires=(
        element(HERE, "the consent is in the form that regulations prescribe", in_prescribed_form),
        element(HERE, "those who would receive are identified", recipients.identified),
        element(
            HERE,
            "the consent covers the recipients, items and periods, or the help needs them",
            covers_what_is_asked,
        ),
    ),
    covers=(
        PERSON_NAMED,
        element(
            HERE,
            "the item is on file and relates to the taxpayer",
            all_of(item.held, item.of_named_taxpayer),
            also=(S6103 / "b/2",),
        ),
        element(
            HERE,
            "the item is a return, or its disclosure would not seriously impair Federal tax administration",
            any_of(RETURN, not_(finding.impairs_tax_administration)),
            also=(S6103 / "b/1", S6103 / "b/4"),
        ),
    ),
    limits=(
        Limit(HERE, "Those designated use it only for the express purpose of the consent."),
        Limit(HERE, "Passed on only with the taxpayer's express permission or at his request."),
    ),
)

ENTRIES = entries(HERE, rule=".")
