"""26 U.S.C. 6103(i)(2) as the Act of 1976 put it, for replay; known from a summary, not from the text.

Public Law 94-455, section 1202, effective 1977. The head of a Federal agency, the Attorney General, the
Deputy or an Assistant Attorney General could ask, and the reason had to show the information material. The
Revenue Act of 1978 touched the section; its text is not at hand, so no later day is formalised until 2023.
"""

from datetime import date

from lawgate.dates import Span
from lawgate.kernel.expr import all_of, among, any_of, element
from lawgate.law.addresses import S6103
from lawgate.law.provision import Duty, Limit, Provision, Version
from lawgate.law.terms import item, recipients, request, subject
from lawgate.law.terms.finding import judgement
from lawgate.law.usc26.s6103.a import PERSON_NAMED
from lawgate.law.usc26.s6103.b import FEDERAL_AGENCY
from lawgate.law.usc26.s6103.i import p2
from lawgate.law.usc26.s6103.i.p1 import PROCEEDING, STAGE
from lawgate.law.usc26.s6103.written_request import in_writing

HERE = p2.HERE

OF_1976 = Version(
    Span(date(1977, 1, 1), date(1978, 11, 5)),
    "B",
    "the form of the Act of 1976, from a summary of 90 Stat. 1676; its subdivisions are not certain",
)

OFFICES_OF_1976 = ("attorney_general", "deputy_attorney_general", "assistant_attorney_general")

reasons_material = judgement(
    "reasons_material_1976",
    HERE / "D",
    "Do the reasons set forth show that disclosure is or may be material to the matter?",
    yes="the reasons show that disclosure is or may be material",
    no="the reasons do not show that disclosure is or may be material",
)

CRIMINAL_USE_1976 = Provision(
    cite=HERE,
    heading="Return information other than taxpayer return information, on a written request (1976)",
    duty=Duty.SHALL,
    request=(
        element(
            HERE,
            "the request comes from a listed official",
            all_of(
                FEDERAL_AGENCY,
                any_of(
                    among(request.office, "agency_head"),
                    all_of(request.of_justice, among(request.office, *OFFICES_OF_1976)),
                ),
            ),
            mend="Have the agency's head, or a listed Justice official, sign; state the office.",
        ),
        in_writing(HERE),
        element(
            HERE / "A",
            "the request sets forth the taxpayer's name",
            subject.names_taxpayer,
            mend="State the name of the one person to whom the information relates.",
        ),
        p2.ADDRESS,
        p2.PERIODS,
        element(
            HERE / "C",
            "the request sets forth the statutory authority",
            among(request.authority_form, "statute"),
            mend="State the statute under which the proceeding or investigation is conducted.",
        ),
        element(
            HERE / "D",
            "the request sets forth why disclosure is or may be material",
            all_of(request.states_reasons, reasons_material),
            mend="State why disclosure is or may be material to this matter, for this subject.",
        ),
    ),
    requires=(
        element(
            HERE,
            "the recipients are officers or employees of the agency, personally and directly engaged",
            all_of(recipients.of_requesting_agency, recipients.engaged),
        ),
        element(HERE, "a proceeding, an investigation or a grand jury is under way", STAGE),
        element(S6103 / "i/1/A/i", "the matter enforces a Federal criminal statute", PROCEEDING),
    ),
    covers=(
        PERSON_NAMED,
        p2.ADDRESS_HELD,
        p2.CLASS,
        element(
            HERE / "B",
            "the item relates to the person named and to a stated period",
            all_of(item.of_named_taxpayer, item.of_stated_period),
        ),
    ),
    limits=(Limit(HERE, "Only for the recipients' own use in that matter."),),
    version=OF_1976,
)
