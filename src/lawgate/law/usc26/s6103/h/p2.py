"""26 U.S.C. 6103(h)(2) and (3): returns and return information for the Department of Justice in tax matters.

(2) says what may go to whom, (3) in which form: on a written request the Secretary shall disclose, and
that pathway stands here at (2); in a case that is referred he may of his own motion, at (3)(A).
"""

from lawgate.kernel.expr import all_of, among, any_of, element
from lawgate.kernel.fact import Owner, choice
from lawgate.law.addresses import S6103
from lawgate.law.entry import entries
from lawgate.law.provision import Duty, Limit, Provision
from lawgate.law.terms import item, matter, recipients, request, subject
from lawgate.law.terms.finding import judgement
from lawgate.law.terms.request import NOT_STATED
from lawgate.law.usc26.s6103.a import PERSON_NAMED
from lawgate.law.usc26.s6103.written_request import in_writing

HERE = S6103 / "h/2"
FORM = S6103 / "h/3"

case = choice(
    "justice.case",
    "How did the case come to the Department of Justice?",
    says="the case came to the Department of Justice as",
    owner=Owner.REQUESTER,
    values=("referred_by_secretary", "proceeding_under_chapter_76_b", "other", NOT_STATED),
)
taxpayer_test = judgement(
    "justice_party",
    HERE / "A",
    "Is or may the taxpayer be a party to the proceeding, or did it arise from determining or collecting his "
    "liability under title 26?",
    yes="the taxpayer is or may be a party, or the proceeding arose from his liability",
    no="the taxpayer is no party and the proceeding did not arise from his liability",
)
item_test = judgement(
    "justice_item",
    HERE / "B",
    "Is or may the treatment of an item on the return be related to the resolution of an issue?",
    yes="the treatment of an item on the return is or may be related to an issue",
    no="the treatment of no item on the return is related to an issue",
)
transaction_test = judgement(
    "justice_transaction",
    HERE / "C",
    "Does or may the item relate to a transaction of a party with the taxpayer that affects or may affect an issue?",
    yes="the item relates or may relate to a transactional relationship that may affect an issue",
    no="the item relates to no transactional relationship that may affect an issue",
)
need = judgement(
    "justice_need",
    FORM / "B",
    "Does the request set forth the need for the disclosure?",
    yes="the request sets forth the need for the disclosure",
    no="the request does not set forth the need for the disclosure",
)

CONDITIONS = (
    element(HERE, "the matter involves tax administration", matter.tax_administration, also=(S6103 / "b/4",)),
    element(
        HERE, "the recipients are officers or employees of the Department of Justice", recipients.of_justice
    ),
    element(HERE, "the recipients are personally and directly engaged", recipients.engaged),
    element(
        HERE,
        "a proceeding is before a grand jury or prepared, or an investigation may result in one",
        among(matter.stage, "preparation", "investigation", "grand_jury"),
    ),
)

RELATED = element(
    HERE,
    "the taxpayer is a party, or an item of the return, or a transaction with a party, bears on an issue",
    any_of(taxpayer_test, item_test, transaction_test),
    also=(HERE / "A", HERE / "B", HERE / "C"),
)

OWN_USE = (
    Limit(HERE, "Solely for the recipients' own use in that proceeding, preparation or investigation."),
)

ON_REQUEST = Provision(
    cite=HERE,
    heading="Returns and return information for Justice in tax matters, on a written request",
    duty=Duty.SHALL,
    request=(
        in_writing(FORM / "B"),
        element(
            FORM / "B",
            "the Attorney General, the Deputy or an Assistant Attorney General makes the request",
            all_of(
                request.of_justice,
                among(
                    request.office,
                    *("attorney_general", "deputy_attorney_general", "assistant_attorney_general"),
                ),
            ),
            mend="Have the Attorney General, the Deputy or an Assistant Attorney General sign; state the office.",
        ),
        element(
            FORM / "B",
            "the request names the person",
            subject.names_taxpayer,
            mend="State the name of the person to whom the return or information relates.",
        ),
        element(
            FORM / "B",
            "the request sets forth the need for the disclosure",
            all_of(request.states_reasons, need),
            mend="Set forth, as the reasons, the need for the disclosure.",
        ),
    ),
    requires=CONDITIONS,
    covers=(
        PERSON_NAMED,
        element(
            FORM / "B",
            "the item is on file and relates to the person named",
            all_of(item.held, item.of_named_taxpayer),
            also=(S6103 / "b/1", S6103 / "b/2"),
        ),
        RELATED,
    ),
    limits=OWN_USE,
)

ON_OWN_MOTION = Provision(
    cite=FORM / "A",
    heading="Returns and return information for Justice in tax matters, on the Secretary's own motion",
    duty=Duty.MAY,
    request=(
        element(
            FORM / "A",
            "the Secretary referred the case, or subchapter B of chapter 76 authorises the proceeding",
            among(case, "referred_by_secretary", "proceeding_under_chapter_76_b"),
            mend="State in `facts`, as justice.case, how the case came to Justice; else have a request made.",
        ),
    ),
    requires=CONDITIONS,
    covers=(
        PERSON_NAMED,
        element(HERE, "the item is a return or return information on file", item.held, also=(S6103 / "b/2",)),
        RELATED,
    ),
    limits=OWN_USE,
)

ENTRIES = (*entries(HERE, rule=". A B C"), *entries(FORM, rule=". A B"))
