"""26 U.S.C. 6103(i)(2): return information other than taxpayer return information, for criminal matters."""

from lawgate.kernel.expr import AtMost, all_of, among, any_of, element, not_
from lawgate.law.addresses import S6103
from lawgate.law.provision import Duty, Limit, Provision
from lawgate.law.terms import finding, item, person, recipients, request, subject
from lawgate.law.usc26.s6103.a import PERSON_NAMED
from lawgate.law.usc26.s6103.b import (
    FEDERAL_AGENCY,
    RETURN,
    RETURN_INFORMATION,
    TAXPAYER_IDENTITY,
    TAXPAYER_RETURN_INFORMATION,
)
from lawgate.law.usc26.s6103.i.p1 import HEADS_IN_DOUBT, PROCEEDING, STAGE

HERE = S6103 / "i/2"

JUSTICE_OFFICES = (
    "attorney_general",
    "deputy_attorney_general",
    "associate_attorney_general",
    "assistant_attorney_general",
    "fbi_director",
    "dea_administrator",
    "us_attorney",
    "special_prosecutor",
    "strike_force_attorney",
)
"""(A): in the case of the Department of Justice. No delegate is named, in contrast to (i)(7)(A)(iii)(I)."""

ACTING_JUSTICE_OFFICE = "acting_us_attorney"
"""Whether one who acts as United States attorney is one, an official finds."""

SUBJECTS_PER_OFFICER_MAX = 20_000
"""Above so many subjects for one officer, engagement for each is a question for an official (Q4).

A working year of 2,000 hours at six minutes a subject; counsel may set less.
"""

SIGNATORY = all_of(
    FEDERAL_AGENCY,
    request.states_office,
    any_of(
        among(request.office, "agency_head", "inspector_general"),
        all_of(request.of_justice, among(request.office, *JUSTICE_OFFICES)),
        all_of(among(request.office, *HEADS_IN_DOUBT), finding.signatory_listed),
        all_of(request.of_justice, among(request.office, ACTING_JUSTICE_OFFICE), finding.signatory_listed),
    ),
)

ADDRESS = any_of(
    among(subject.address_form, "adequate"),
    all_of(among(subject.address_form, "needs_human"), finding.address_of_taxpayer),
)

CLASS = any_of(
    all_of(RETURN_INFORMATION, not_(RETURN), not_(TAXPAYER_RETURN_INFORMATION)),
    all_of(RETURN_INFORMATION, TAXPAYER_IDENTITY),
)
"""(A) with (C): for purposes of this paragraph identity is not treated as taxpayer return information."""

CRIMINAL_USE = Provision(
    cite=HERE,
    heading="Return information other than taxpayer return information, on a written request",
    duty=Duty.SHALL,
    request=(
        element(
            HERE / "A",
            "the request comes from a listed official",
            SIGNATORY,
            also=(S6103 / "b/9",),
            mend="Have the agency's head or Inspector General, or a listed Justice official, sign; state the office.",
        ),
        element(
            HERE / "B", "the request is in writing", request.in_writing, mend="Make the request in writing."
        ),
        element(
            HERE / "B/i",
            "the request sets forth the taxpayer's name",
            subject.names_taxpayer,
            mend="State the name of the one person to whom the information relates.",
        ),
        element(
            HERE / "B/i",
            "the request sets forth the taxpayer's address",
            ADDRESS,
            mend="State the taxpayer's address; a ZIP Code, a city or a placeholder is not one.",
        ),
        element(
            HERE / "B/ii",
            "the request sets forth the taxable periods",
            subject.states_periods,
            mend="State each taxable period as YYYY, YYYYQ1 to YYYYQ4 or YYYY-MM.",
        ),
        element(
            HERE / "B/iii",
            "the request sets forth the statutory authority",
            any_of(
                among(request.authority_form, "statute"),
                all_of(among(request.authority_form, "other"), finding.statutory_authority),
            ),
            mend="State the statute under which the proceeding or investigation is conducted.",
        ),
        element(
            HERE / "B/iv",
            "the request sets forth specific reasons",
            all_of(request.states_reasons, finding.reasons_specific),
            mend="State why disclosure is or may be relevant to this matter, for this subject.",
        ),
    ),
    requires=(
        element(
            HERE / "A",
            "the recipients are officers or employees of the requesting agency",
            recipients.of_requesting_agency,
        ),
        element(
            HERE / "A",
            "the recipients are personally and directly engaged",
            all_of(
                recipients.engaged,
                any_of(AtMost(recipients.subjects_each, SUBJECTS_PER_OFFICER_MAX), finding.engaged_for_each),
            ),
        ),
        element(
            HERE / "A",
            "a proceeding is being prepared, an investigation may result in one, or a grand jury sits",
            STAGE,
            also=(HERE / "A/i", HERE / "A/ii", HERE / "A/iii"),
        ),
        element(
            S6103 / "i/1/A/i",
            "the matter enforces a designated Federal criminal statute, or is a child case",
            PROCEEDING,
            also=(HERE / "A/i",),
        ),
    ),
    covers=(
        PERSON_NAMED,
        element(
            HERE / "B/i",
            "the address set forth is one held for the person named, current or earlier",
            among(person.address_held, "current", "earlier"),
        ),
        element(
            HERE / "A",
            "the item is return information, neither a return nor the taxpayer's own, or it is identity",
            CLASS,
            also=(HERE / "C", S6103 / "b/2", S6103 / "b/3", S6103 / "b/6"),
        ),
        element(
            HERE / "B/ii",
            "the item relates to the person named and to a stated period",
            all_of(item.of_named_taxpayer, item.of_stated_period),
            also=(HERE / "B/i",),
        ),
    ),
    limits=(
        Limit(
            HERE / "A",
            "Only for the recipients' own use in that preparation, investigation or grand jury proceeding.",
        ),
        Limit(
            S6103 / "i/4/B",
            "Evidence only in a proceeding on a Federal criminal statute or a related civil forfeiture.",
        ),
    ),
)
