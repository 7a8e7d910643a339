"""26 U.S.C. 6103(i)(2): return information other than taxpayer return information, for criminal matters."""

from lawgate.kernel.expr import AtMost, Element, Expr, Term, all_of, among, any_of, element, not_
from lawgate.law.addresses import S6103
from lawgate.law.contested import Contested, contested
from lawgate.law.entry import entries
from lawgate.law.provision import Duty, Limit, Provision
from lawgate.law.readings.q01 import Q1
from lawgate.law.readings.q02 import Q2
from lawgate.law.readings.q03 import Q3
from lawgate.law.readings.q04 import Q4
from lawgate.law.readings.q05 import Q5
from lawgate.law.readings.q06 import Q6
from lawgate.law.readings.q07 import Q7
from lawgate.law.readings.q08 import Q8
from lawgate.law.readings.q09 import Q9
from lawgate.law.readings.q10 import Q10
from lawgate.law.readings.q11 import Q11
from lawgate.law.terms import finding, item, matter, order, person, recipients, removal, request, subject
from lawgate.law.usc26.s6103.a import PERSON_NAMED
from lawgate.law.usc26.s6103.b import (
    FEDERAL_AGENCY,
    RETURN,
    RETURN_INFORMATION,
    TAXPAYER_IDENTITY,
    other_than_taxpayers,
)
from lawgate.law.usc26.s6103.i.p1 import HEADS_IN_DOUBT, PROCEEDING, STAGE
from lawgate.law.usc26.s6103.written_request import in_writing

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


def _signed_by(heads_in_doubt: tuple[str, ...]) -> Element:
    """The request comes from a listed official; whether one in doubt is a head, an official finds."""
    return element(
        HERE / "A",
        "the request comes from a listed official",
        all_of(
            FEDERAL_AGENCY,
            request.states_office,
            any_of(
                among(request.office, "agency_head", "inspector_general"),
                all_of(request.of_justice, among(request.office, *JUSTICE_OFFICES)),
                all_of(among(request.office, *heads_in_doubt), finding.signatory_listed),
                all_of(
                    request.of_justice, among(request.office, ACTING_JUSTICE_OFFICE), finding.signatory_listed
                ),
            ),
        ),
        also=(S6103 / "b/9",),
        mend="Have the agency's head or Inspector General, or a listed Justice official, sign; state the office.",
    )


SIGNATORY = contested(Q8, R1=_signed_by(HEADS_IN_DOUBT), R2=_signed_by(("acting_agency_head",)))


def _sets_forth_address(how: Term) -> Element:
    return element(
        HERE / "B/i",
        "the request sets forth the taxpayer's address",
        how,
        mend="State the taxpayer's address; a ZIP Code, a city or a placeholder is not one.",
    )


ADDRESS = contested(
    Q2,
    R1=_sets_forth_address(
        any_of(
            among(subject.address_form, "adequate"),
            all_of(among(subject.address_form, "needs_human"), finding.address_of_taxpayer),
        )
    ),
    R2=_sets_forth_address(subject.address_like_zip),
)


def _sets_forth_periods(how: Term) -> Element:
    return element(
        HERE / "B/ii",
        "the request sets forth the taxable periods",
        how,
        mend="State each taxable period as YYYY, YYYYQ1 to YYYYQ4 or YYYY-MM.",
    )


PERIODS = contested(
    Q9,
    R1=_sets_forth_periods(subject.states_periods),
    R2=_sets_forth_periods(any_of(subject.states_periods, subject.says_of_periods)),
)


def _sets_forth_reasons(how: Term) -> Element:
    return element(
        HERE / "B/iv",
        "the request sets forth specific reasons",
        how,
        mend="State why disclosure is or may be relevant to this matter, for this subject.",
    )


REASONS = contested(
    Q10,
    R1=_sets_forth_reasons(all_of(request.states_reasons, finding.reasons_specific)),
    R2=_sets_forth_reasons(request.states_reasons),
)


def _engaged(how: Term) -> Element:
    return element(HERE / "A", "the recipients are personally and directly engaged", how)


ENGAGED = contested(
    Q4,
    R1=_engaged(
        all_of(
            recipients.engaged,
            any_of(AtMost(recipients.subjects_each, SUBJECTS_PER_OFFICER_MAX), finding.engaged_for_each),
        )
    ),
    R2=_engaged(recipients.engaged),
)

RECIPIENTS_KNOWN = contested(
    Q5,
    R1=element(
        HERE / "A",
        "the request identifies the officers or employees who would receive",
        recipients.identified,
    ),
    R2=None,
)

UNDER_WAY = contested(
    Q6,
    R1=element(
        HERE / "A",
        "a proceeding is being prepared, an investigation may result in one, or a grand jury sits",
        STAGE,
        also=(HERE / "A/i", HERE / "A/ii", HERE / "A/iii"),
    ),
    R2=None,
)


def _fits_subject(how: Expr) -> Element:
    return element(
        HERE / "A/ii",
        "where failure to depart alone is designated, the order of removal bears it out",
        any_of(
            not_(removal.relied_on),
            all_of(removal.other_unlisted, finding.statute_criminal),
            matter.child_case,
            how,
        ),
        also=(S6103 / "i/1/A/i",),
    )


REMOVAL = contested(
    Q11,
    R1=_fits_subject(
        all_of(
            removal.final,
            removal.class_listed,
            any_of(all_of(removal.limb_of_days, removal.past_ninety_days), removal.other_limb),
        )
    ),
    R2=_fits_subject(all_of(removal.final, removal.limb_of_days, removal.past_ninety_days)),
)

ADDRESS_HELD = contested(
    Q3,
    R1=element(
        HERE / "B/i",
        "the address set forth is one held for the person named, current or earlier",
        among(person.address_held, "current", "earlier"),
    ),
    R2=element(
        HERE / "B/i",
        "the address set forth is the one last held for the person named",
        among(person.address_held, "current"),
    ),
    R3=element(
        HERE / "B/i",
        "the address set forth is one held for the person named, or his TIN agrees",
        any_of(among(person.address_held, "current", "earlier"), person.tin_agrees),
    ),
)


def _class(identity: Expr) -> Contested:
    """(A) with (C): for purposes of this paragraph identity is not treated as taxpayer return information."""

    def stands(other: Expr) -> Element:
        return element(
            HERE / "A",
            "the item is return information, neither a return nor the taxpayer's own, or it is identity",
            any_of(all_of(RETURN_INFORMATION, not_(RETURN), other), all_of(RETURN_INFORMATION, identity)),
            also=(HERE / "C", S6103 / "b/2", S6103 / "b/3", S6103 / "b/6"),
        )

    return other_than_taxpayers(stands)


CLASS = contested(
    Q1, R1=_class(TAXPAYER_IDENTITY), R2=_class(all_of(TAXPAYER_IDENTITY, request.seeks_beyond_identity))
)

WITHOUT_ORDER = contested(
    Q7,
    R1=None,
    R2=element(
        HERE / "A",
        "an address goes on the order of a court alone",
        any_of(not_(among(item.identity_field, "mailing_address")), order.granted),
    ),
)

CRIMINAL_USE = Provision(
    cite=HERE,
    heading="Return information other than taxpayer return information, on a written request",
    duty=Duty.SHALL,
    request=(
        SIGNATORY,
        in_writing(HERE / "B"),
        element(
            HERE / "B/i",
            "the request sets forth the taxpayer's name",
            subject.names_taxpayer,
            mend="State the name of the one person to whom the information relates.",
        ),
        ADDRESS,
        PERIODS,
        element(
            HERE / "B/iii",
            "the request sets forth the statutory authority",
            any_of(
                among(request.authority_form, "statute"),
                all_of(among(request.authority_form, "other"), finding.statutory_authority),
            ),
            mend="State the statute under which the proceeding or investigation is conducted.",
        ),
        REASONS,
    ),
    requires=(
        element(
            HERE / "A",
            "the recipients are officers or employees of the requesting agency",
            recipients.of_requesting_agency,
        ),
        RECIPIENTS_KNOWN,
        ENGAGED,
        UNDER_WAY,
        element(
            S6103 / "i/1/A/i",
            "the matter enforces a designated Federal criminal statute, or is a child case",
            PROCEEDING,
            also=(HERE / "A/i",),
        ),
        REMOVAL,
    ),
    covers=(
        PERSON_NAMED,
        ADDRESS_HELD,
        CLASS,
        WITHOUT_ORDER,
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

ENTRIES = entries(HERE, rule=". A A/i A/ii A/iii B B/i B/ii B/iii B/iv C")
