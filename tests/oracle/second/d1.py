"""26 U.S.C. 6103(d)(1): State tax agencies, read a second time; with (b)(5), (d)(4) and (d)(6)."""

from __future__ import annotations

from tests.oracle.second.answers import Answers
from tests.oracle.second.paragraph import Same
from tests.oracle.second.questions import (
    A_RETURN,
    AGENTS,
    NO_ENFORCEMENT,
    NO_WAGERING,
    PERSON,
    SAFEGUARDED,
    SAME_AGENTS,
    SAME_ENFORCEMENT,
    SAME_PERSON,
    SAME_SAFEGUARDS,
    SAME_WAGERING,
    SAME_WRITING,
    WRITING,
    OfQuestions,
    every,
    is_so,
    not_so,
    one_among,
    rule,
    some,
)

OF_A_STATE = one_among("request.level", "state")
A_CITY = one_among("state.local_body", "municipality")

RULES = (
    WRITING,
    rule("EXTRACT", "d/1", one_among("state.extract", "as_agreed")),
    rule(
        "STATE", "b/5",
        some(
            OF_A_STATE,
            every(
                one_among("request.level", "local"),
                some(
                    every(A_CITY, is_so("finding.municipality_counts_as_state")),
                    every(
                        one_among("state.local_body", "regional_agency"),
                        is_so("finding.regional_agency_counts_as_state"),
                    ),
                ),
            ),
        ),
    ),
    rule(
        "HEAD", "d/1",
        some(
            one_among("request.office", "state_agency_head", "agency_head"),
            every(one_among("request.office", "acting_agency_head"), is_so("finding.signatory_listed")),
        ),
    ),
    rule("CHARGED", "d/1", is_so("state.charged_with_tax_laws")),
    rule("PURPOSE", "d/1", one_among("state.purpose", "tax_laws", "locating_refund_claimants")),
    rule("DESIGNATED", "d/1", is_so("recipients.identified")),
    rule(
        "REPRESENTATIVES", "d/1",
        some(is_so("recipients.of_requesting_agency"), is_so("state.represented_lawfully")),
    ),
    rule("NO_GOVERNOR", "d/1", not_so(is_so("state.chief_executive_named"))),
    PERSON,
    rule("NEEDED", "d/1", is_so("finding.needed_by_state")),
    rule("HARM", "d/1", some(A_RETURN, not_so(is_so("finding.identifies_or_impairs")))),
    rule(
        "REGIONAL_AGENTS", "b/5/B/iii",
        some(
            OF_A_STATE, A_CITY, not_so(is_so("state.discloses_to_agents")),
            is_so("finding.agents_safeguarded"),
        ),
    ),
    rule(
        "DEATH", "d/4",
        some(
            one_among("request.level", "local"),
            is_so("finding.death_information_contract"),
            is_so("finding.death_information_excepted"),
        ),
    ),
    rule("MEMBERS", "d/6", some(OF_A_STATE, A_CITY, is_so("finding.needed_by_members"))),
    NO_WAGERING,
    SAFEGUARDED,
    rule("STATE_LAW", "p/8/A", is_so("finding.state_law_protects")),
    AGENTS,
    NO_ENFORCEMENT,
)  # fmt: skip

SAME = (
    SAME_WRITING,
    Same("EXTRACT", "the request asks for the extract that the State's agreement defines"),
    Same("STATE", "a State asks, or a city or regional agency that counts as one"),
    Same("HEAD", "the head of the agency makes the request"),
    Same("CHARGED", "the agency is charged with administering the State's tax laws"),
    Same("PURPOSE", "it is for administering those laws, or for locating persons entitled to a refund"),
    Same("DESIGNATED", "the request designates by name the representatives who receive"),
    Same(
        "REPRESENTATIVES",
        "each of them is an employee or legal representative of the agency, or described in (n)",
    ),
    Same("NO_GOVERNOR", "none of them is the chief executive officer of the State"),
    SAME_PERSON,
    Same("", "the item is a return or return information on file"),
    Same("NEEDED", "the item is of a listed tax, and the State's tax laws need it"),
    Same(
        "HARM",
        "the item is a return, or would neither identify an informant nor seriously impair an investigation",
    ),
    Same(
        "REGIONAL_AGENTS",
        "no contractor or agent of a regional agency receives, or their safeguards are seen to",
    ),
    Same("DEATH", "a contract on death information is in effect with the State, or the State is excepted"),
    Same("MEMBERS", "a regional agency needs it for the income or wage tax laws of its members"),
    SAME_WAGERING,
    SAME_SAFEGUARDS,
    Same("STATE_LAW", "the State requires no copy of Federal returns, or its law protects them"),
    SAME_AGENTS,
    SAME_ENFORCEMENT,
)

OF_STATE: Answers = {
    "request.in_writing": True,
    "recipients.enforcement": False,
    "request.level": "state",
    "request.office": "state_agency_head",
    "state.extract": "as_agreed",
    "state.charged_with_tax_laws": True,
    "state.purpose": "tax_laws",
    "recipients.identified": True,
    "recipients.of_requesting_agency": True,
    "state.chief_executive_named": False,
    "item.name": "irs.account.assessment",
    "finding.needed_by_state": True,
    "finding.death_information_contract": True,
    "finding.death_information_excepted": False,
    "finding.state_law_protects": True,
}
OF_REGION: Answers = {
    **OF_STATE,
    "request.level": "local",
    "state.local_body": "regional_agency",
    "state.discloses_to_agents": True,
    "recipients.of_requesting_agency": False,
    "recipients.federal": False,
    "recipients.agents": "agents",
    "state.represented_lawfully": True,
    "finding.regional_agency_counts_as_state": True,
    "finding.agents_safeguarded": True,
    "finding.needed_by_members": True,
    "finding.contractors_seen_to": True,
    "finding.death_information_contract": None,
}

PARAGRAPH = OfQuestions("d/1", RULES, SAME, frozenset(), (OF_STATE, OF_REGION), lambda case: {})
