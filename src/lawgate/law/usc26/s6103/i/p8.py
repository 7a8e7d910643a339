"""26 U.S.C. 6103(i)(8): returns and return information for audits by the Comptroller General.

(A) and (B)(ii) open what the Secretary holds, (B)(i) what another agency obtained for a program of its own.
(C) joins all of them: the Joint Committee on Taxation is notified, and has not disapproved. The text does
not say whether its thirty days must have run: the official who answers for the Committee sees to it.
"""

from lawgate.cite import Cite
from lawgate.kernel.expr import Element, among, element, not_
from lawgate.kernel.fact import Fact, Owner, choice, flag
from lawgate.law.addresses import S6103
from lawgate.law.entry import entries
from lawgate.law.provision import Duty, Effect, Limit, Provision, Proviso
from lawgate.law.terms import item, recipients, request
from lawgate.law.terms.finding import judgement
from lawgate.law.usc26.s6103.a import PERSON_NAMED
from lawgate.law.usc26.s6103.written_request import in_writing

HERE = S6103 / "i/8"

audit = choice(
    "audit.kind",
    "Which audit is it?",
    says="the audit",
    owner=Owner.REQUESTER,
    values=("tax_agency", "safeguards", "program_of_other_agency", "other"),
)
"""tax_agency: of the Service, ATF or TTB under 31 U.S.C. 713; safeguards: under (p)(6)."""

holder_addressed = flag(
    "audit.holder_addressed",
    "Is the request addressed to the head of the Federal agency that holds the information?",
    says="the request is addressed to the head of the agency that holds the information",
    denies="the request is not addressed to the head of the agency that holds the information",
    owner=Owner.REQUESTER,
)
insufficient_elsewhere = flag(
    "audit.insufficient_elsewhere",
    "Did the Comptroller General determine that what the agency holds does not suffice for the audit?",
    says="the Comptroller General determined that what the agency holds does not suffice",
    denies="the Comptroller General did not determine that what the agency holds does not suffice",
    owner=Owner.REQUESTER,
)
committee_notified = flag(
    "audit.committee_notified",
    "Did the Comptroller General notify the Joint Committee on Taxation of the audit in writing?",
    says="the Joint Committee was notified of the audit in writing",
    denies="the Joint Committee was not notified of the audit in writing",
    owner=Owner.REQUESTER,
)
necessary = judgement(
    "necessary_for_audit",
    HERE / "A",
    "Is the item necessary for the audit, and is it opened for that audit?",
    yes="the item is necessary for the audit",
    no="the item is not necessary for the audit",
)
necessary_of_program = judgement(
    "obtained_for_program",
    HERE / "B/i/I",
    "Did the agency obtain the item under title 26 for the program audited, and is it necessary for that audit?",
    yes="the agency obtained the item for the program audited, and the audit needs it",
    no="the agency did not obtain the item for the program audited, or the audit does not need it",
)
of_type_authorised = judgement(
    "of_type_authorised",
    HERE / "B/ii",
    "Is the item of the type that subsection (l) or (m) lets the agency have for that program, and necessary for the "
    "audit?",
    yes="the item is of a type that (l) or (m) lets the agency have, and the audit needs it",
    no="the item is of no type that (l) or (m) lets the agency have, or the audit does not need it",
)
disapproved = judgement(
    "audit_disapproved",
    HERE / "C/ii",
    "Did the Joint Committee on Taxation disapprove the audit by two-thirds within thirty days of the notice?",
    yes="the Joint Committee disapproved the audit in time",
    no="the Joint Committee did not disapprove the audit",
)

NO_IDENTITY = Limit(
    HERE / "A/ii",
    "Passed on only within the Office to those whose duties require it; to others in no form that identifies anyone.",
)
REPORT = Limit(HERE / "B/iii", "Within 90 days of the end of the audit the Joint Committee is told of it.")
AS_UNDER_A = Limit(HERE / "B/iv", "The restrictions of (i)(8)(A) on passing it on apply.")


def _request(cite: Cite) -> tuple[Element, ...]:
    return (
        element(
            cite,
            "the Comptroller General makes the request",
            among(request.office, "comptroller_general"),
            mend="Have the Comptroller General sign, and state the office.",
        ),
        in_writing(cite),
    )


def _recipients(cite: Cite) -> Element:
    return element(
        cite,
        "the recipients are officers or employees of the Government Accountability Office",
        recipients.of_accountability_office,
    )


def _audit(cite: Cite, label: str, kind: str) -> Element:
    return element(cite, f"the audit is {label}", among(audit, kind))


def _opened(cite: Cite, label: str, question: Fact) -> tuple[Element, ...]:
    return (
        PERSON_NAMED,
        element(cite, "the item is a return or return information on file", item.held),
        element(cite, label, question),
    )


OF_TAX_AGENCIES = Provision(
    cite=HERE / "A/i",
    heading="Audit of the Service and of the agencies on alcohol, tobacco and firearms",
    duty=Duty.SHALL,
    request=_request(HERE / "A"),
    requires=(
        _recipients(HERE / "A"),
        _audit(HERE / "A/i", "of the Service, ATF or TTB, as 31 U.S.C. 713 requires", "tax_agency"),
    ),
    covers=_opened(HERE / "A", "the audit needs the item", necessary),
    limits=(NO_IDENTITY,),
)

OF_SAFEGUARDS = Provision(
    cite=HERE / "A/ii",
    heading="Audit of procedures and safeguards under (p)(6)",
    duty=Duty.SHALL,
    request=_request(HERE / "A"),
    requires=(
        _recipients(HERE / "A"),
        _audit(HERE / "A/ii", "one that (p)(6) authorises", "safeguards"),
    ),
    covers=_opened(HERE / "A", "the audit needs the item", necessary),
    limits=(NO_IDENTITY,),
)

OF_PROGRAM = Provision(
    cite=HERE / "B/i",
    heading="Audit of another agency's program, from what that agency holds",
    duty=Duty.MAY,
    request=_request(HERE / "B/i/II"),
    requires=(
        element(
            HERE / "B/i/II", "the request goes to the head of the agency that holds it", holder_addressed
        ),
        _recipients(HERE / "B/i"),
        _audit(HERE / "B/i", "of a program of another agency than those of (A)", "program_of_other_agency"),
    ),
    covers=_opened(
        HERE / "B/i/I",
        "the agency obtained the item for the program, and the audit needs it",
        necessary_of_program,
    ),
    limits=(AS_UNDER_A, REPORT),
)
"""(B)(i) says that nothing prohibits it, and not that it shall be opened: the holder's official decides."""

FROM_SECRETARY = Provision(
    cite=HERE / "B/ii",
    heading="Audit of another agency's program, from what the Secretary holds",
    duty=Duty.SHALL,
    request=_request(HERE / "B/ii"),
    requires=(
        _recipients(HERE / "B/ii"),
        _audit(HERE / "B/ii", "of a program of another agency than those of (A)", "program_of_other_agency"),
        element(
            HERE / "B/ii",
            "the Comptroller General determined that what the agency holds does not suffice",
            insufficient_elsewhere,
        ),
    ),
    covers=_opened(
        HERE / "B/ii",
        "the item is of the type that (l) or (m) lets the agency have, and the audit needs it",
        of_type_authorised,
    ),
    limits=(AS_UNDER_A, REPORT),
)


def _joins(cite: Cite, heading: str, effect: Effect, added: Element) -> Proviso:
    return Proviso(cite, heading, effect, ((HERE / "A", added), (HERE / "B", added)))


NOTICE = _joins(
    HERE / "C/i",
    "Notice to the Joint Committee on Taxation",
    Effect.CONDITION,
    element(HERE / "C/i", "the Joint Committee on Taxation was notified of the audit", committee_notified),
)
DISAPPROVAL = _joins(
    HERE / "C/ii",
    "Disapproval by the Joint Committee on Taxation",
    Effect.BAR,
    element(HERE / "C/ii", "the Joint Committee did not disapprove the audit in time", not_(disapproved)),
)

ENTRIES = entries(
    HERE,
    rule=". A A/i A/ii B B/i B/i/I B/i/II B/ii",
    condition="C C/i C/ii",
    limit="B/iii B/iv",
    duty={
        "B/iii/I": "The Comptroller General's notice describes the use that the agency made of the information.",
        "B/iii/II": "The notice holds the recommendations on that use.",
        "B/iii/III": "The notice states what the recommendations mean for confidentiality and administration.",
    },
)
