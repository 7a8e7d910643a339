"""26 U.S.C. 6103(i)(3): telling officials of crimes, emergencies and terrorism, read a second time."""

from __future__ import annotations

from tests.oracle.second.answers import Answers, OfAnswers, both, flag, one_of
from tests.oracle.second.paragraph import Same
from tests.oracle.second.rules import Rule, either
from tests.oracle.second.shared_rules import (
    A_RETURN_OR_THE_TAXPAYERS_OWN,
    BAR,
    DISCRETION,
    IS_IDENTITY,
    KNOWN_FROM_ANOTHER,
    ONE_PERSON,
    OTHER_THAN_THE_TAXPAYERS,
    RETURNS,
    SAFEGUARDS,
)

IN_WRITING = either("WRITING", "i/3/A/i", "in_writing")
ONLY_TO_APPRISE = either("EXTENT", "i/3/A/i", "only_to_apprise")

IDENTITY_BESIDE = f"""{IS_IDENTITY} && context.sought_beyond_identity == "yes" &&
    context.found_evidence_against_taxpayer == "yes" """
NO_IDENTITY_BESIDE = f"""(!{IS_IDENTITY} || context.sought_beyond_identity == "no" ||
    context.found_evidence_against_taxpayer == "no")"""
AS_EVIDENCE = f'{KNOWN_FROM_ANOTHER} && context.found_evidence == "yes"'

EVIDENCE = Rule(
    "EVIDENCE", "i/3/A/i",
    f"({AS_EVIDENCE}) || ({IDENTITY_BESIDE})",
    f"""({A_RETURN_OR_THE_TAXPAYERS_OWN} || context.found_evidence == "no") && {NO_IDENTITY_BESIDE}""",
)  # fmt: skip
"""(i): information from another that may constitute evidence of a crime, an identity too. (ii): his identity *also*,
where there is other information that is evidence against him."""

CRIME = (
    EVIDENCE,
    IN_WRITING,
    either("HEAD", "i/3/A/i", "to_head_of_charged_agency"),
    ONLY_TO_APPRISE,
    ONE_PERSON,
    BAR,
    SAFEGUARDS,
    DISCRETION,
)

RETURN_INFORMATION = Rule(
    "NO_RETURN", "i/3/B/i",
    f"""context.found_data_of_return == "yes" ||
        (!{RETURNS}.contains(context.document) && context.document != "?")""",
    f'{RETURNS}.contains(context.document) && context.found_data_of_return == "no"',
)  # fmt: skip
"""Return information, the taxpayer's own too, but not the return itself; what stands in a return may be data of it."""

DANGER = (
    RETURN_INFORMATION,
    either("DANGER", "i/3/B/i", "found_imminent_danger"),
    either("OFFICERS", "i/3/B/i", "to_federal_or_state_law_enforcement"),
    ONLY_TO_APPRISE,
    ONE_PERSON,
    SAFEGUARDS,
    DISCRETION,
)
"""No writing is asked for, and (i)(6) does not reach subparagraph (B)."""

FLIGHT = (
    RETURN_INFORMATION,
    either("FLIGHT", "i/3/B/ii", "found_imminent_flight"),
    either("OFFICERS", "i/3/B/ii", "to_federal_law_enforcement"),
    ONLY_TO_APPRISE,
    ONE_PERSON,
    SAFEGUARDS,
    DISCRETION,
)

RELATED_TO_TERRORISM = either("RELATED", "i/3/C/i", "found_related_to_terrorism")

TERRORISM = (
    OTHER_THAN_THE_TAXPAYERS,
    RELATED_TO_TERRORISM,
    IN_WRITING,
    either("HEAD", "i/3/C/i", "to_head_of_responsible_agency"),
    ONLY_TO_APPRISE,
    ONE_PERSON,
    BAR,
    SAFEGUARDS,
    DISCRETION,
)

FOR_APPLICATION = (
    Rule("ITEM", "i/3/C/ii", A_RETURN_OR_THE_TAXPAYERS_OWN, KNOWN_FROM_ANOTHER),
    RELATED_TO_TERRORISM,
    IN_WRITING,
    either("HEAD", "i/3/C/ii", "to_attorney_general"),
    either("APPLICATION", "i/3/C/ii", "for_application_under_7_D"),
    ONE_PERSON,
    BAR,
    SAFEGUARDS,
    DISCRETION,
)
"""Returns and taxpayer return information *also* under clause (i): what it asks of the notice holds here too."""


HEADS = ("agency_head", "law_enforcement_agency_head", "attorney_general")
NECESSARY = "the item is necessary to apprise those addressed, who are the appropriate ones"
ALL = (
    Same("PERSON", "exactly one person on file is the one whom the request names"),
    Same("E901", "the recipient's agency meets the safeguards to the satisfaction of the Secretary"),
    Same("E905", "an official with delegated authority decided to disclose"),
)
BARRED = (
    Same(
        "BAR", "it would neither identify a confidential informant nor seriously impair a tax investigation"
    ),
    Same("WRITING", "the notice is in writing"),
)


def _crime(case: Answers) -> dict[str, str]:
    return {
        "in_writing": flag(case, "request.in_writing"),
        "sought_beyond_identity": flag(case, "request.seeks_beyond_identity"),
        "found_evidence": flag(case, "finding.evidence_of_crime"),
        "found_evidence_against_taxpayer": flag(case, "finding.evidence_of_taxpayers_crime"),
        "to_head_of_charged_agency": both(
            one_of(case, "apprisal.addressee", *HEADS), flag(case, "recipients.federal")
        ),
        "only_to_apprise": flag(case, "finding.necessary_to_apprise"),
    }


CRIME_SAME = (
    *ALL,
    *BARRED,
    Same("HEAD", "the head of a Federal agency is addressed", "those apprised belong to a Federal agency"),
    Same("EXTENT", NECESSARY),
    Same(
        "EVIDENCE",
        "the item is other than taxpayer return information, and may be evidence; or it is identity beside such",
    ),
)
OF_A_CRIME: Answers = {
    "request.in_writing": True,
    "apprisal.addressee": "agency_head",
    "recipients.federal": True,
    "finding.necessary_to_apprise": True,
    "finding.evidence_of_crime": True,
    "finding.evidence_of_taxpayers_crime": True,
    "request.seeks_beyond_identity": True,
    "finding.decided_i_3_a": True,
}


def _danger(case: Answers) -> dict[str, str]:
    return {
        "found_imminent_danger": both(
            one_of(case, "apprisal.circumstances", "danger_of_death_or_injury"),
            flag(case, "finding.emergency"),
        ),
        "found_data_of_return": flag(case, "finding.data_of_return"),
        "to_federal_or_state_law_enforcement": flag(case, "recipients.federal_or_state_law_enforcement"),
        "only_to_apprise": flag(case, "finding.necessary_to_apprise"),
    }


NOT_THE_RETURN = Same("NO_RETURN", "the item is return information and not a return itself")
DANGER_SAME = (
    *ALL,
    NOT_THE_RETURN,
    Same(
        "DANGER",
        "the notice apprises of an imminent danger of death or physical injury to an individual",
        "there is an imminent danger of death or physical injury to an individual",
    ),
    Same("OFFICERS", "those apprised belong to a Federal or a State law enforcement agency"),
    Same("EXTENT", NECESSARY),
)
EMERGENCY: Answers = {"finding.emergency": True, "finding.necessary_to_apprise": True}
IN_DANGER: Answers = {
    **EMERGENCY,
    "apprisal.circumstances": "danger_of_death_or_injury",
    "recipients.federal_or_state_law_enforcement": True,
    "finding.decided_i_3_b_i": True,
}


def _flight(case: Answers) -> dict[str, str]:
    return {
        "found_imminent_flight": both(
            one_of(case, "apprisal.circumstances", "flight_from_federal_prosecution"),
            flag(case, "finding.emergency"),
        ),
        "found_data_of_return": flag(case, "finding.data_of_return"),
        "to_federal_law_enforcement": flag(case, "recipients.federal_law_enforcement"),
        "only_to_apprise": flag(case, "finding.necessary_to_apprise"),
    }


FLIGHT_SAME = (
    *ALL,
    NOT_THE_RETURN,
    Same(
        "FLIGHT",
        "the notice apprises of an imminent flight of an individual from Federal prosecution",
        "there is an imminent flight of an individual from Federal prosecution",
    ),
    Same("OFFICERS", "those apprised belong to a Federal law enforcement agency"),
    Same("EXTENT", NECESSARY),
)
IN_FLIGHT: Answers = {
    **EMERGENCY,
    "apprisal.circumstances": "flight_from_federal_prosecution",
    "recipients.federal_law_enforcement": True,
    "finding.decided_i_3_b_ii": True,
}


def _terrorism(case: Answers) -> dict[str, str]:
    return {
        "in_writing": flag(case, "request.in_writing"),
        "found_related_to_terrorism": flag(case, "finding.terrorism_related"),
        "to_head_of_responsible_agency": both(
            one_of(case, "apprisal.addressee", "law_enforcement_agency_head", "attorney_general"),
            flag(case, "recipients.federal_law_enforcement"),
        ),
        "only_to_apprise": flag(case, "finding.necessary_to_apprise"),
    }


RELATED = Same("RELATED", "the item may be related to a terrorist incident, threat or activity")
TERRORISM_SAME = (
    *ALL,
    *BARRED,
    RELATED,
    Same(
        "HEAD",
        "the head of a Federal law enforcement agency is addressed",
        "those apprised belong to a Federal law enforcement agency",
    ),
    Same("EXTENT", NECESSARY),
    Same(
        "OTRI",
        "the item is return information other than taxpayer return information, or the taxpayer's identity",
    ),
)
OF_TERRORISM: Answers = {
    "request.in_writing": True,
    "apprisal.addressee": "law_enforcement_agency_head",
    "recipients.federal_law_enforcement": True,
    "finding.necessary_to_apprise": True,
    "finding.terrorism_related": True,
    "finding.decided_i_3_c_i": True,
}


def _for_application(case: Answers) -> dict[str, str]:
    return {
        "in_writing": flag(case, "request.in_writing"),
        "found_related_to_terrorism": flag(case, "finding.terrorism_related"),
        "to_attorney_general": both(
            one_of(case, "apprisal.addressee", "attorney_general"), flag(case, "recipients.of_justice")
        ),
        "for_application_under_7_D": flag(case, "finding.necessary_for_application"),
    }


APPLICATION_SAME = (
    *ALL,
    *BARRED,
    RELATED,
    Same(
        "HEAD",
        "the Attorney General is addressed",
        "those apprised belong to the Department of Justice",
    ),
    Same("APPLICATION", "the item is necessary to prepare an application under (i)(7)(D)"),
    Same("ITEM", "the item is a return or taxpayer return information on file"),
)
OF_AN_APPLICATION: Answers = {
    "request.in_writing": True,
    "apprisal.addressee": "attorney_general",
    "recipients.of_justice": True,
    "finding.terrorism_related": True,
    "finding.necessary_for_application": True,
    "finding.decided_i_3_c_ii": True,
    "item.document": "return",
    "item.furnished_by": "taxpayer",
}
IDENTITY_OF: Answers = {
    "item.identity_field": "tin",
    "item.furnished_by": "taxpayer",
    "item.document": "return",
}

PARAGRAPHS = (
    OfAnswers(
        "i/3/A", CRIME, CRIME_SAME, frozenset(), (OF_A_CRIME, {**OF_A_CRIME, **IDENTITY_OF}), _crime
    ),
    OfAnswers("i/3/B/i", DANGER, DANGER_SAME, frozenset(), (IN_DANGER,), _danger),
    OfAnswers("i/3/B/ii", FLIGHT, FLIGHT_SAME, frozenset(), (IN_FLIGHT,), _flight),
    OfAnswers(
        "i/3/C/i", TERRORISM, TERRORISM_SAME, frozenset(),
        (OF_TERRORISM, {**OF_TERRORISM, **IDENTITY_OF}), _terrorism,
    ),
    OfAnswers(
        "i/3/C/ii", FOR_APPLICATION, APPLICATION_SAME, frozenset(), (OF_AN_APPLICATION,), _for_application
    ),
)  # fmt: skip
