"""26 U.S.C. 6103(i)(3): return information to apprise officials of crimes, emergencies and terrorism.

The Secretary apprises of his own motion; that nobody asked is no element. What is heard as the request
here is the notice that apprises: whom it addresses, of what, and in writing where the paragraph says so.
"""

from lawgate.cite import Cite
from lawgate.kernel.expr import Element, Expr, Term, all_of, among, any_of, element, not_
from lawgate.law.addresses import S6103
from lawgate.law.contested import Contested
from lawgate.law.entry import entries
from lawgate.law.provision import Duty, Limit, Provision
from lawgate.law.terms import apprisal, item, recipients, request
from lawgate.law.terms.finding import judgement
from lawgate.law.usc26.s6103.a import PERSON_NAMED
from lawgate.law.usc26.s6103.b import RETURN, RETURN_INFORMATION, TAXPAYER_IDENTITY, other_than_taxpayers

HERE = S6103 / "i/3"

necessary = judgement(
    "necessary_to_apprise",
    HERE,
    "Is disclosure of the item necessary to apprise those addressed, and are they the appropriate ones?",
    yes="the item is necessary to apprise the appropriate officials",
    no="the item is not necessary to apprise, or those addressed are not the appropriate ones",
)
evidence = judgement(
    "evidence_of_crime",
    HERE / "A/i",
    "May the item be evidence of a violation of a Federal criminal law that does not involve tax administration?",
    yes="the item may be evidence of such a violation",
    no="the item is no evidence of such a violation",
)
evidence_by_taxpayer = judgement(
    "evidence_of_taxpayers_crime",
    HERE / "A/ii",
    "Is there return information, other than the taxpayer's own, that may be evidence of such a violation by him?",
    yes="there is such evidence of a violation by the taxpayer",
    no="there is no such evidence of a violation by the taxpayer",
)
emergency = judgement(
    "emergency",
    HERE / "B",
    "Do the circumstances of which the notice apprises obtain, and is the danger or the flight imminent?",
    yes="the circumstances obtain and are imminent",
    no="the circumstances do not obtain or are not imminent",
)
application = judgement(
    "necessary_for_application",
    HERE / "C",
    "Is the item necessary to prepare an application under (i)(7)(D)?",
    yes="the item is necessary to prepare the application",
    no="the item is not necessary to prepare the application",
)
terrorism_related = judgement(
    "terrorism_related",
    S6103 / "b/11",
    "May the item be related to a terrorist incident, threat or activity?",
    yes="the item may be related to a terrorist incident, threat or activity",
    no="the item is not related to a terrorist incident, threat or activity",
)
data_of_return = judgement(
    "data_of_return",
    S6103 / "b/2",
    "Is the item, which stands in a return, data taken from it and not the return itself?",
    yes="the item is data taken from a return",
    no="the item is the return itself",
)

OTHER_INFORMATION = all_of(RETURN_INFORMATION, not_(RETURN))


def _in_writing(cite: Cite) -> Element:
    return element(
        cite, "the notice is in writing", request.in_writing, mend="Put the notice in writing and say so."
    )


def _addressed(cite: Cite, label: str, *addressees: str) -> Element:
    return element(
        cite,
        label,
        among(apprisal.addressee, *addressees),
        mend="State in `facts`, as apprisal.addressee, who is to be apprised; this clause opens to no other.",
    )


def _necessary(cite: Cite) -> Element:
    label = "the item is necessary to apprise those addressed, who are the appropriate ones"
    return element(cite, label, necessary)


def _evidence_class(other: Expr) -> Element:
    return element(
        HERE / "A/i",
        "the item is other than taxpayer return information, and may be evidence; or it is identity beside such",
        any_of(
            all_of(OTHER_INFORMATION, other, evidence),
            all_of(item.held, TAXPAYER_IDENTITY, request.seeks_beyond_identity, evidence_by_taxpayer),
        ),
        also=(HERE / "A/ii", S6103 / "b/2", S6103 / "b/3", S6103 / "b/6"),
    )


def other_or_identity(cite: Cite, identity: Cite) -> Contested:
    """Return information other than the taxpayer's own, or identity, which the clause `identity` sets apart."""

    def stands(other: Expr) -> Element:
        return element(
            cite,
            "the item is return information other than taxpayer return information, or the taxpayer's identity",
            any_of(all_of(OTHER_INFORMATION, other), all_of(item.held, TAXPAYER_IDENTITY)),
            also=(identity, S6103 / "b/2", S6103 / "b/3", S6103 / "b/6"),
        )

    return other_than_taxpayers(stands)


CRIME = Provision(
    cite=HERE / "A",
    heading="Possible violations of Federal criminal law",
    duty=Duty.MAY,
    request=(
        _in_writing(HERE / "A/i"),
        _addressed(
            HERE / "A/i",
            "the head of a Federal agency is addressed",
            *("agency_head", "law_enforcement_agency_head", "attorney_general"),
        ),
    ),
    requires=(
        element(
            HERE / "A/i",
            "those apprised belong to a Federal agency",
            recipients.federal,
            also=(S6103 / "b/9",),
        ),
        _necessary(HERE / "A/i"),
    ),
    covers=(PERSON_NAMED, other_than_taxpayers(_evidence_class)),
    limits=(
        Limit(HERE / "A/i", "Passed on only to officers of that agency, as necessary to enforce the law."),
        Limit(
            S6103 / "i/4/B",
            "Evidence only in a proceeding on a Federal criminal statute or a related civil forfeiture.",
        ),
    ),
)


def _emergency(cite: Cite, heading: str, circumstances: str, label: str, to: Element) -> Provision:
    """One clause of (B): any return information, the taxpayer's own too, and no bar of (i)(6)."""
    return Provision(
        cite=cite,
        heading=heading,
        duty=Duty.MAY,
        request=(
            element(
                cite,
                f"the notice apprises of {label}",
                among(apprisal.circumstances, circumstances),
                mend=f"State in `facts`, as apprisal.circumstances, {circumstances}; else use another clause.",
            ),
        ),
        requires=(
            element(cite, f"there is {label}", emergency, also=(HERE / "B",)),
            to,
            _necessary(cite),
        ),
        covers=(
            PERSON_NAMED,
            element(
                cite,
                "the item is return information and not a return itself",
                all_of(RETURN_INFORMATION, any_of(not_(RETURN), data_of_return)),
                also=(S6103 / "b/1", S6103 / "b/2"),
            ),
        ),
        limits=(Limit(cite, "Only to meet the circumstances of which the recipients were apprised."),),
    )


def _belong(cite: Cite, label: str, to: Term) -> Element:
    return element(cite, f"those apprised belong to {label}", to)


DANGER = _emergency(
    HERE / "B/i",
    "Imminent danger of death or physical injury",
    "danger_of_death_or_injury",
    "an imminent danger of death or physical injury to an individual",
    _belong(
        HERE / "B/i",
        "a Federal or a State law enforcement agency",
        recipients.federal_or_state_law_enforcement,
    ),
)
FLIGHT = _emergency(
    HERE / "B/ii",
    "Imminent flight from Federal prosecution",
    "flight_from_federal_prosecution",
    "an imminent flight of an individual from Federal prosecution",
    _belong(HERE / "B/ii", "a Federal law enforcement agency", recipients.federal_law_enforcement),
)

RELATED = element(
    HERE / "C/i",
    "the item may be related to a terrorist incident, threat or activity",
    terrorism_related,
    also=(S6103 / "b/11",),
)

TERRORISM = Provision(
    cite=HERE / "C/i",
    heading="Terrorist incidents, threats and activities",
    duty=Duty.MAY,
    request=(
        _in_writing(HERE / "C/i"),
        _addressed(
            HERE / "C/i",
            "the head of a Federal law enforcement agency is addressed",
            *("law_enforcement_agency_head", "attorney_general"),
        ),
    ),
    requires=(
        _belong(HERE / "C/i", "a Federal law enforcement agency", recipients.federal_law_enforcement),
        _necessary(HERE / "C/i"),
    ),
    covers=(PERSON_NAMED, RELATED, other_or_identity(HERE / "C/i", HERE / "C/iii")),
    limits=(
        Limit(
            HERE / "C/i", "Passed on only to officers of that agency, as necessary to investigate or respond."
        ),
        Limit(
            S6103 / "i/4/B",
            "Evidence only in a proceeding on a Federal criminal statute or a related civil forfeiture.",
        ),
    ),
)


def _return_or_taxpayers(other: Expr) -> Element:
    return element(
        HERE / "C/ii",
        "the item is a return or taxpayer return information on file",
        all_of(item.held, any_of(RETURN, not_(other))),
        also=(S6103 / "b/1", S6103 / "b/3"),
    )


FOR_APPLICATION = Provision(
    cite=HERE / "C/ii",
    heading="Returns and taxpayer return information for an application under (i)(7)(D)",
    duty=Duty.MAY,
    request=(
        _in_writing(HERE / "C/i"),
        _addressed(HERE / "C/ii", "the Attorney General is addressed", "attorney_general"),
    ),
    requires=(
        element(HERE / "C/ii", "those apprised belong to the Department of Justice", recipients.of_justice),
        element(
            HERE / "C/ii", "the item is necessary to prepare an application under (i)(7)(D)", application
        ),
    ),
    covers=(
        PERSON_NAMED,
        RELATED,
        other_than_taxpayers(_return_or_taxpayers),
    ),
    limits=(Limit(HERE / "C/ii", "Only to prepare an application under (i)(7)(D)."),),
)

ENTRIES = entries(
    HERE,
    rule=". A A/i A/ii B B/i B/ii C C/i C/ii C/iii",
)
