"""26 U.S.C. 6103(l)(13)(D)(iii) to (vi): what becomes of student aid information after its receipt.

Nothing here opens a record of the Secretary: whoever has the information passes it on.
"""

from lawgate.cite import Cite
from lawgate.kernel.expr import Element, among, element
from lawgate.kernel.fact import Fact, Owner, choice, flag
from lawgate.law.addresses import S6103
from lawgate.law.entry import entries
from lawgate.law.provision import Duty, Limit, Provision
from lawgate.law.terms.finding import judgement
from lawgate.law.usc26.s6103.a import PERSON_NAMED
from lawgate.law.usc26.s6103.l.p13 import FOR_AID, listed
from lawgate.law.usc26.s6103.written_request import asked_by, needed, purpose_is

HERE = S6103 / "l/13/D"

BODIES = ("institution", "state_agency", "scholarship_organisation")

body = choice(
    "education.body",
    "Which body that administers student aid receives the information under (iii), or had it so and passes it on?",
    says="the body that administers student aid",
    owner=Owner.REQUESTER,
    values=(*BODIES, "designated_contractor", "other"),
)
"""designated_contractor: of an institution or State agency, under (iii), last sentence."""

consented = flag(
    "education.redisclosure_consent",
    "Did the taxpayer give the Secretary of Education written consent to this redisclosure?",
    says="the taxpayer consented in writing to the redisclosure",
    denies="the taxpayer did not consent in writing to the redisclosure",
    owner=Owner.REQUESTER,
)
receiver = choice(
    "education.receiver",
    "To whom does the body that administers student aid pass the information on?",
    says="the body passes it on to",
    owner=Owner.REQUESTER,
    values=("inspector_general", "independent_auditor", "contractor", "other"),
)
family_approved = flag(
    "education.family_approved",
    "Is the one who receives certified to have approved under section 494(a)(1) or (2), for this aid or plan?",
    says="the one who receives is certified to have approved",
    denies="the one who receives is not certified to have approved",
    owner=Owner.REQUESTER,
)
received_for_aid = judgement(
    "received_for_aid",
    S6103 / "l/13/C",
    "Was the information received under (l)(13)(C)?",
    yes="the information was received under (l)(13)(C)",
    no="the information was not received under (l)(13)(C)",
)
redisclosed = judgement(
    "redisclosed_for_aid",
    HERE / "iv",
    "Was the information redisclosed under (l)(13)(D)(iii)?",
    yes="the information was redisclosed under (D)(iii)",
    no="the information was not redisclosed under (D)(iii)",
)
disclosed_for_family = judgement(
    "disclosed_for_family",
    S6103 / "l/13/A",
    "Was the information disclosed under (l)(13)(A) or (C), or redisclosed under (D)(iii)?",
    yes="the information was disclosed under (A) or (C), or redisclosed under (D)(iii)",
    no="the information was not disclosed under (A) or (C), nor redisclosed under (D)(iii)",
)
by_494c = judgement(
    "redisclosed_by_494c",
    HERE,
    "Does section 494(c) of the Higher Education Act let the item be redisclosed so, for a purpose that it specifies?",
    yes="section 494(c) lets the item be redisclosed so",
    no="section 494(c) does not let the item be redisclosed so",
)

ADMINISTERING_AID = "the application, award and administration of financial aid"


def _passed_on(
    cite: Cite,
    heading: str,
    purpose: tuple[str, str],
    *,
    request: tuple[Element, ...] = (),
    requires: tuple[Element, ...] = (),
    origin: tuple[str, Fact],
    covers: tuple[Element, ...] = (),
) -> Provision:
    what, purpose_named = purpose
    label, obtained = origin
    return Provision(
        cite=cite,
        heading=heading,
        duty=Duty.MAY,
        request=(*request, purpose_is(cite, what, purpose_named)),
        requires=(*requires, element(cite, label, obtained)),
        covers=(PERSON_NAMED, listed(cite, *FOR_AID), *covers),
        limits=(Limit(cite, f"Only for {what}."), Limit(HERE / "ii", "Not for criminal investigations.")),
    )


def _from_education(cite: Cite) -> Element:
    return asked_by(cite, "an authorised person of the Department of Education", "education")


TO_BODIES = _passed_on(
    HERE / "iii",
    "Student aid information for institutions, State agencies and scholarship organisations",
    (ADMINISTERING_AID, "aid_administration"),
    request=(_from_education(HERE / "iii"),),
    requires=(
        element(
            HERE / "iii",
            "an institution, a State agency, a scholarship organisation or a designated contractor receives",
            among(body, *BODIES, "designated_contractor"),
            also=(HERE / "iii/I", HERE / "iii/II", HERE / "iii/III"),
        ),
        element(HERE / "iii/III", "the taxpayer consented in writing to this redisclosure", consented),
    ),
    origin=("the information was received under (l)(13)(C)", received_for_aid),
)
"""Consent and contractors stand, in the text at hand, after subclause (III); they speak of all of the clause."""

TO_AUDITORS = _passed_on(
    HERE / "iv/I",
    "Student aid information for the Inspector General of Education and independent auditors",
    ("audits of the administration of student aid programs", "aid_audit"),
    requires=(
        element(
            HERE / "iv/I",
            "a body that (iii) describes, or its designated contractor, passes it on",
            among(body, *BODIES, "designated_contractor"),
        ),
        element(
            HERE / "iv/I",
            "the Inspector General of Education or an independent auditor receives",
            among(receiver, "inspector_general", "independent_auditor"),
        ),
    ),
    origin=("the information was redisclosed under (D)(iii)", redisclosed),
    covers=(needed(HERE / "iv", ADMINISTERING_AID),),
)

TO_CONTRACTORS = _passed_on(
    HERE / "iv/II",
    "Student aid information for contractors of those who administer aid",
    (ADMINISTERING_AID, "aid_contract"),
    requires=(
        element(HERE / "iv/II", "a body that (iii) describes passes it on", among(body, *BODIES)),
        element(HERE / "iv/II", "a contractor of that body receives", among(receiver, "contractor")),
    ),
    origin=("the information was redisclosed under (D)(iii)", redisclosed),
    covers=(needed(HERE / "iv", ADMINISTERING_AID),),
)

TO_FAMILY = _passed_on(
    HERE / "v",
    "Student aid information for family members who approved",
    ("the repayment plan by income, or the aid, that is applied for", "aid_family"),
    requires=(
        element(
            HERE / "v",
            "the one who receives is certified to have approved for this aid or plan",
            family_approved,
        ),
    ),
    origin=("it was disclosed under (l)(13)(A) or (C), or redisclosed under (D)(iii)", disclosed_for_family),
)

BY_494C = _passed_on(
    HERE / "vi",
    "Student aid information as section 494(c) of the Higher Education Act says",
    ("the purposes that section 494(c) of the Higher Education Act specifies", "aid_by_494c"),
    request=(_from_education(HERE / "vi"),),
    requires=(element(HERE / "vi", "section 494(c) lets it be redisclosed so", by_494c),),
    origin=("the information was received under (l)(13)(C)", received_for_aid),
)

ENTRIES = entries(HERE, rule="iii iii/I iii/II iii/III iv iv/I iv/II v vi")
