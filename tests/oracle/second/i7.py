"""26 U.S.C. 6103(i)(7): information on terrorism, on request or on an order, read a second time."""

from __future__ import annotations

from tests.oracle.second.answers import Answers, OfAnswers, any_one, both, choice, flag, one_of
from tests.oracle.second.paragraph import Same
from tests.oracle.second.rules import Rule, either
from tests.oracle.second.shared_rules import (
    BAR,
    BY_A_COURT,
    DISCRETION,
    ITEM_IN_THE_ORDER,
    ONE_PERSON,
    OTHER_THAN_THE_TAXPAYERS,
    PERIOD_IN_THE_ORDER,
    SAFEGUARDS,
    authorised,
    determined,
)

MAY_AUTHORISE = """["attorney_general", "deputy_attorney_general", "associate_attorney_general",
    "assistant_attorney_general", "us_attorney"]"""

IN_WRITING = Rule("WRITING", "i/7/A/i", 'context.in_writing == "yes"', 'context.in_writing != "yes"')
REASONS = Rule(
    "REASONS", "i/7/A/iii/II",
    'context.states_reasons == "yes" && context.found_reasons_specific == "yes"',
    'context.states_reasons == "no" || context.found_reasons_specific == "no"',
)  # fmt: skip
TERRORISM = either("TERRORISM", "i/7/A/i", "found_terrorism")
ENGAGED = either("ENGAGED", "i/7/A/i", "officer_engaged")

LAW_ENFORCEMENT = (
    Rule(
        "HEAD", "i/7/A/iii/I",
        """context.asker_heads_law_enforcement == "yes" && context.agency_involved == "yes" """,
        """context.asker_heads_law_enforcement == "no" || context.agency_involved == "no" """,
    ),
    IN_WRITING,
    REASONS,
    TERRORISM,
    either("OFFICERS", "i/7/A/i", "officer_of_federal_law_enforcement"),
    ENGAGED,
    OTHER_THAN_THE_TAXPAYERS,
    ONE_PERSON,
    BAR,
    SAFEGUARDS,
    DISCRETION,
)  # fmt: skip
"""The head or his delegate. Neither an address nor a period is asked for."""

INTELLIGENCE = (
    Rule(
        "ASKER", "i/7/B/iii",
        """(context.appointed_in_justice_or_treasury == "yes" || context.director_of_secret_service == "yes") &&
           context.federal_office_stated == "yes" && context.responsible_for_intelligence == "yes" """,
        """(context.appointed_in_justice_or_treasury == "no" && context.director_of_secret_service == "no") ||
           context.federal_office_stated == "no" || context.responsible_for_intelligence == "no" """,
    ),
    IN_WRITING,
    REASONS,
    TERRORISM,
    either("OFFICERS", "i/7/B/i", "officer_of_justice_treasury_or_intelligence"),
    ENGAGED,
    OTHER_THAN_THE_TAXPAYERS,
    ONE_PERSON,
    BAR,
    SAFEGUARDS,
    DISCRETION,
)  # fmt: skip

ON_AN_ORDER = (
    authorised("i/7/C/ii", MAY_AUTHORISE),
    BY_A_COURT,
    determined("CAUSE", "i/7/C/ii/I", "cause"),
    determined("EXCLUSIVE", "i/7/C/ii/II", "exclusive"),
    PERIOD_IN_THE_ORDER,
    ITEM_IN_THE_ORDER,
    either("OFFICERS", "i/7/C/i", "officer_of_law_enforcement_or_intelligence"),
    ENGAGED,
    ONE_PERSON,
    BAR,
    SAFEGUARDS,
)
"""Neither the special prosecutor nor the strike force may authorise; (i)(6) names no certificate here."""

BY_THE_SECRETARY = (
    either("AUTHORISED", "i/7/D/i", "secretary_authorised"),
    BY_A_COURT,
    determined("CAUSE", "i/7/D/i", "cause"),
    PERIOD_IN_THE_ORDER,
    ITEM_IN_THE_ORDER,
    either("HEAD", "i/7/D/ii/I", "to_head_of_responsible_agency"),
    either("APPRISE", "i/7/D/ii/I", "only_to_apprise"),
    ONE_PERSON,
    BAR,
    SAFEGUARDS,
    DISCRETION,
)
"""The order is the one that (C)(i) refers to, so its periods and extent bound it; (ii) says *may be disclosed*."""


PERSON = Same("PERSON", "exactly one person on file is the one whom the request names")
GUARDED = Same("E901", "the recipient's agency meets the safeguards to the satisfaction of the Secretary")
BARRED = Same(
    "BAR", "it would neither identify a confidential informant nor seriously impair a tax investigation"
)
JOINED = (PERSON, GUARDED, BARRED)
DECIDED = Same("E905", "an official with delegated authority decided to disclose")
ON_REQUEST = (
    *JOINED,
    DECIDED,
    Same("WRITING", "the request is in writing"),
    Same("TERRORISM", "the request concerns a terrorist incident, threat or activity"),
    Same("REASONS", "the request sets forth the specific reasons why disclosure may be relevant to it"),
    Same(
        "OTRI",
        "the item is return information other than taxpayer return information, or the taxpayer's identity",
    ),
)
ORDERED = (
    Same(
        "ORDER",
        "an order of a court is presented",
        "a Federal district court judge or magistrate judge granted the order, ex parte",
    ),
    Same(
        "CAUSE",
        "the court found that the information may be relevant to a terrorist incident, threat or activity",
    ),
    Same("", "the item is a return or return information on file"),
    Same("PERIODS", "the item relates to a period that the request states and the order specifies"),
    Same("EXTENT", "the order provides for the item"),
)


def _on_request(case: Answers, reasons: str) -> dict[str, str]:
    return {
        "in_writing": flag(case, "request.in_writing"),
        "states_reasons": flag(case, "request.states_reasons"),
        "found_reasons_specific": flag(case, reasons),
        "found_terrorism": flag(case, "matter.terrorism"),
        "officer_engaged": flag(case, "recipients.personally_and_directly_engaged"),
    }


def _law_enforcement(case: Answers) -> dict[str, str]:
    return {
        **_on_request(case, "finding.reasons_specific_7a"),
        "asker_heads_law_enforcement": both(
            one_of(case, "request.level", "federal"), flag(case, "request.states_office"), _heads(case)
        ),
        "agency_involved": flag(case, "request.of_agency_responding"),
        "officer_of_federal_law_enforcement": flag(case, "recipients.federal_law_enforcement"),
    }


def _heads(case: Answers) -> str:
    """The head or a delegate; of those who act or head a component, what an official found."""
    office = choice(case, "request.office")
    if office in ("acting_agency_head", "component_head", "acting_component_head"):
        return flag(case, "finding.signatory_listed")
    if office in ("attorney_general", "fbi_director", "dea_administrator"):
        return flag(case, "request.of_justice")
    return one_of(case, "request.office", "agency_head", "delegate")


def _intelligence(case: Answers) -> dict[str, str]:
    office = choice(case, "request.office")
    acting = office in ("acting_agency_head", "acting_component_head")
    directs = (
        flag(case, "finding.signatory_listed")
        if acting
        else one_of(case, "request.office", "agency_head", "component_head")
    )
    return {
        **_on_request(case, "finding.reasons_specific_7b"),
        "appointed_in_justice_or_treasury": both(
            any_one(flag(case, "request.of_justice"), flag(case, "request.of_treasury")),
            flag(case, "request.appointed_with_consent"),
        ),
        "director_of_secret_service": both(flag(case, "request.of_secret_service"), directs),
        "federal_office_stated": both(
            one_of(case, "request.level", "federal"), flag(case, "request.states_office")
        ),
        "responsible_for_intelligence": flag(case, "request.responsible_for_intelligence"),
        "officer_of_justice_treasury_or_intelligence": flag(
            case, "recipients.justice_treasury_or_intelligence"
        ),
    }


def _ordered(case: Answers) -> dict[str, str]:
    return {
        "order": flag(case, "order.granted"),
        "judge": choice(case, "order.judge"),
        "ex_parte": flag(case, "order.ex_parte"),
        "found_judge": flag(case, "finding.order_judge_7"),
        "authorised_by": choice(case, "order.authorised_by"),
        "recites_cause": flag(case, "order.recites_terrorism_relevance"),
        "found_cause": flag(case, "finding.order_relevance_7"),
        "order_states_periods": "yes",
        "order_covers_period": flag(case, "order.covers_period"),
        "order_lists_item": flag(case, "order.covers_item"),
    }


def _on_an_order(case: Answers) -> dict[str, str]:
    return {
        **_ordered(case),
        "found_authorised": flag(case, "finding.order_authorised_7"),
        "recites_exclusive": flag(case, "order.recites_federal_use"),
        "found_exclusive": flag(case, "finding.order_use_7"),
        "officer_of_law_enforcement_or_intelligence": flag(
            case, "recipients.federal_law_enforcement_or_intelligence"
        ),
        "officer_engaged": both(
            flag(case, "recipients.personally_and_directly_engaged"), flag(case, "matter.terrorism")
        ),
    }


def _by_the_secretary(case: Answers) -> dict[str, str]:
    return {
        **_ordered(case),
        "secretary_authorised": any_one(
            both(
                flag(case, "request.of_treasury"),
                one_of(case, "order.authorised_by", "agency_head", "delegate"),
            ),
            flag(case, "finding.order_authorised_7d"),
        ),
        "to_head_of_responsible_agency": both(
            one_of(case, "apprisal.addressee", "law_enforcement_agency_head", "attorney_general"),
            flag(case, "recipients.federal_law_enforcement"),
        ),
        "only_to_apprise": flag(case, "finding.necessary_to_apprise_7d"),
    }


ASKED: Answers = {
    "request.in_writing": True,
    "request.level": "federal",
    "request.states_office": True,
    "request.office": "agency_head",
    "request.of_justice": True,
    "request.of_treasury": False,
    "request.of_secret_service": False,
    "matter.terrorism": True,
    "request.states_reasons": True,
    "recipients.personally_and_directly_engaged": True,
}
BY_LAW_ENFORCEMENT: Answers = {
    **ASKED,
    "finding.reasons_specific_7a": True,
    "request.of_agency_responding": True,
    "recipients.federal_law_enforcement": True,
    "finding.decided_i_7_a": True,
}
BY_INTELLIGENCE: Answers = {
    **ASKED,
    "finding.reasons_specific_7b": True,
    "request.appointed_with_consent": True,
    "request.responsible_for_intelligence": True,
    "recipients.justice_treasury_or_intelligence": True,
    "finding.decided_i_7_b": True,
}
BY_SECRET_SERVICE: Answers = {
    **BY_INTELLIGENCE,
    "request.of_justice": False,
    "request.of_secret_service": True,
    "request.appointed_with_consent": False,
}
GRANTED: Answers = {
    "order.granted": True,
    "order.judge": "magistrate_judge",
    "order.ex_parte": True,
    "order.recites_terrorism_relevance": True,
    "order.covers_period": True,
    "order.covers_item": True,
    "item.document": "return",
    "item.furnished_by": "taxpayer",
}
FOR_JUSTICE: Answers = {
    **GRANTED,
    "matter.terrorism": True,
    "order.authorised_by": "us_attorney",
    "order.recites_federal_use": True,
    "recipients.federal_law_enforcement_or_intelligence": True,
    "recipients.personally_and_directly_engaged": True,
}
BY_FINDINGS: Answers = {
    "order.recites_terrorism_relevance": False,
    "finding.order_relevance_7": True,
    "order.recites_federal_use": False,
    "finding.order_use_7": True,
}
FOR_THE_SECRETARY: Answers = {
    **GRANTED,
    "request.of_treasury": True,
    "order.authorised_by": "agency_head",
    "apprisal.addressee": "law_enforcement_agency_head",
    "recipients.federal_law_enforcement": True,
    "finding.necessary_to_apprise_7d": True,
    "finding.decided_i_7_d": True,
}

PARAGRAPHS = (
    OfAnswers(
        "i/7/A", LAW_ENFORCEMENT,
        (
            *ON_REQUEST,
            Same("HEAD", "the head of a Federal law enforcement agency, or a delegate, makes the request",
                 "the agency is a Federal law enforcement agency involved in the response or investigation"),
            Same("OFFICERS", "the recipients are officers or employees of a Federal law enforcement agency"),
            Same("ENGAGED", "the recipients are personally and directly engaged in the response or investigation"),
        ),
        frozenset(), (BY_LAW_ENFORCEMENT,), _law_enforcement,
    ),
    OfAnswers(
        "i/7/B", INTELLIGENCE,
        (
            *ON_REQUEST,
            Same("ASKER", "an officer of Justice or the Treasury appointed with the Senate's consent asks, or the "
                 "Director of the Secret Service",
                 "the signatory is responsible for collecting and analysing intelligence on it"),
            Same("OFFICERS", "the recipients are officers or employees of Justice, the Treasury or another Federal "
                 "intelligence agency"),
            Same("ENGAGED", "the recipients are personally and directly engaged in the collection or analysis of "
                 "intelligence, or the investigation"),
        ),
        frozenset(), (BY_INTELLIGENCE, BY_SECRET_SERVICE), _intelligence,
    ),
    OfAnswers(
        "i/7/C", ON_AN_ORDER,
        (
            *JOINED, *ORDERED,
            Same("AUTHORISED", "an official listed in (i)(7)(C)(ii) authorised the application"),
            Same("EXCLUSIVE", "the court found that it is sought only for a Federal investigation, analysis or "
                 "proceeding on it"),
            Same("OFFICERS", "the recipients are officers or employees of a Federal law enforcement or intelligence "
                 "agency"),
            Same("ENGAGED", "the request concerns a terrorist incident, threat or activity",
                 "the recipients are personally and directly engaged in the investigation, the response or the "
                 "analysis of intelligence"),
        ),
        frozenset(), (FOR_JUSTICE, {**FOR_JUSTICE, **BY_FINDINGS}), _on_an_order,
    ),
    OfAnswers(
        "i/7/D", BY_THE_SECRETARY,
        (
            *JOINED, *ORDERED, DECIDED,
            Same("AUTHORISED", "the Secretary authorised the application"),
            Same("HEAD", "the head of a Federal law enforcement agency is addressed",
                 "those apprised belong to a Federal law enforcement agency"),
            Same("APPRISE", "the item is necessary to apprise the head of the agency responsible"),
        ),
        frozenset(), (FOR_THE_SECRETARY,), _by_the_secretary,
    ),
)  # fmt: skip
