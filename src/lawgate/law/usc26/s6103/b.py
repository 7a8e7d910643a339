"""26 U.S.C. 6103(b): definitions."""

from collections.abc import Callable

from lawgate.kernel.expr import Element, Expr, Not, all_of, among, any_of, element, expr_of
from lawgate.kernel.fact import Owner, choice, flag
from lawgate.law.addresses import S6103
from lawgate.law.contested import Contested, contested
from lawgate.law.entry import entries
from lawgate.law.provision import Definition, Effect, Proviso
from lawgate.law.readings.q14 import Q14
from lawgate.law.terms import item, matter, request
from lawgate.law.terms.finding import judgement
from lawgate.records.items import IDENTITY_FIELDS

HERE = S6103 / "b"

RETURN = among(item.document, "return", "return_attachment", "estimated_tax_form", "information_return_image")
"""(b)(1): what is filed, with what is attached to it. Data extracted from it is not the return itself."""

RETURN_INFORMATION = item.held
"""(b)(2)(A): every row that this custodian holds was received, recorded, prepared or collected with
respect to a return or a possible liability. Data that identify nobody are in no row of a taxpayer."""

FURNISHED_BY_OR_FOR_TAXPAYER = among(item.furnished_by, "taxpayer", "on_behalf_of_taxpayer", "joint_filer")

TAXPAYERS_OWN_LETTER = among(item.document, "taxpayer_letter")
"""A letter of the taxpayer is furnished by him, whoever is on record as having passed it on."""

TAXPAYER_RETURN_INFORMATION = any_of(FURNISHED_BY_OR_FOR_TAXPAYER, TAXPAYERS_OWN_LETTER)
"""(b)(3): filed with, or furnished to, the Secretary by or on behalf of the taxpayer to whom it relates."""

WITH_STATE_TAX_DATA = any_of(TAXPAYER_RETURN_INFORMATION, among(item.furnished_by, "state_tax_agency"))
"""(b)(3) does not speak of State tax agencies; agreements with them treat their data as the taxpayer's own."""

TAX_ADMINISTRATION = matter.tax_administration
"""(b)(4): carrying out the internal revenue laws and their like."""

local_body = choice(
    "state.local_body",
    "Which kind of local body is it?",
    says="the kind of local body",
    owner=Owner.REQUESTER,
    values=("municipality", "regional_agency", "other"),
)
municipality_counts = judgement(
    "municipality_counts_as_state",
    HERE / "5/A/ii",
    "Is it a city of more than 250,000 people that taxes income or wages, with which the Secretary has an agreement?",
    yes="the city counts as a State",
    no="the city does not count as a State",
)
regional_agency_counts = judgement(
    "regional_agency_counts_as_state",
    HERE / "5/A/iii",
    "Is it an entity of a qualified group of municipalities, with which the Secretary has an agreement?",
    yes="the regional agency counts as a State",
    no="the regional agency does not count as a State",
)
discloses_to_agents = flag(
    "state.discloses_to_agents",
    "Would a contractor or other agent of the agency receive?",
    says="a contractor or other agent of the agency would receive",
    denies="no contractor or other agent of the agency would receive",
    owner=Owner.REQUESTER,
)
agents_safeguarded = judgement(
    "agents_safeguarded",
    HERE / "5/B/iii",
    "Does the regional agency require, review, report and certify the safeguards of its contractors and agents?",
    yes="the safeguards of contractors and agents are required, reviewed, reported and certified",
    no="the safeguards of contractors and agents are not required, reviewed, reported and certified",
)

STATE = among(request.level, "state")
"""(b)(5)(A)(i): the 50 States, the District of Columbia, Puerto Rico and the territories listed."""

LOCAL_BODY_BY_AGREEMENT = any_of(
    all_of(among(local_body, "municipality"), municipality_counts),
    all_of(among(local_body, "regional_agency"), regional_agency_counts),
)
"""(b)(5)(A)(ii) and (iii): for purposes of (a)(2), (b)(4), (d)(1), (h)(4) and (p), and of nothing else."""

STATE_OR_LOCAL_BODY = any_of(STATE, all_of(among(request.level, "local"), LOCAL_BODY_BY_AGREEMENT))

NO_REGIONAL_AGENCY = any_of(STATE, among(local_body, "municipality"))
"""(b)(5)(A)(iii) makes out a State of its own kind, to which (b)(5)(B) and (d)(6) add what they demand."""

AGENTS_OF_REGIONAL_AGENCY = Proviso(
    cite=HERE / "5/B/iii",
    heading="Contractors and other agents of a regional agency",
    effect=Effect.BAR,
    reaches=(
        (
            S6103 / "d/1",
            element(
                HERE / "5/B/iii",
                "no contractor or agent of a regional agency receives, or their safeguards are seen to",
                any_of(NO_REGIONAL_AGENCY, Not(expr_of(discloses_to_agents)), agents_safeguarded),
            ),
        ),
    ),
)
"""The paragraph speaks of any provision; a regional agency receives as a State under (d)(1) alone."""

TAXPAYER_IDENTITY = among(item.identity_field, *IDENTITY_FIELDS) & item.of_named_taxpayer
"""(b)(6): the name, the mailing address or the TIN, of the very person; whoever furnished them."""

FEDERAL_AGENCY = among(request.level, "federal")
"""(b)(9): an agency within 5 U.S.C. 551(1)."""

OTHER_THAN_TAXPAYERS = Not(TAXPAYER_RETURN_INFORMATION)
OTHER_BY_AGREEMENT = Not(WITH_STATE_TAX_DATA)


def other_than_taxpayers(stands: Callable[[Expr], Element]) -> Contested:
    """An element that asks whether an item is other than taxpayer return information, under both readings.

    `stands` gives the element for the expression that says it is other.
    """
    return contested(Q14, R1=stands(OTHER_BY_AGREEMENT), R2=stands(OTHER_THAN_TAXPAYERS))


DEFINITIONS = (
    Definition(HERE / "1", "return", RETURN),
    Definition(HERE / "2", "return information", expr_of(RETURN_INFORMATION)),
    Definition(
        HERE / "2/B",
        "written determination",
        None,
        "What of it, or of its background file, is not open under section 6110 is return information.",
    ),
    Definition(
        HERE / "2/C",
        "advance pricing agreement",
        None,
        "The agreement, its background and any application for one are return information.",
    ),
    Definition(
        HERE / "2/D",
        "closing agreement",
        None,
        "It, a similar one, its background and any request for one are return information. Data that identify no "
        "taxpayer, directly or indirectly, are none; standards of selection need not be disclosed where that would "
        "seriously impair enforcement.",
    ),
    Definition(HERE / "3", "taxpayer return information", TAXPAYER_RETURN_INFORMATION),
    Definition(HERE / "4", "tax administration", expr_of(TAX_ADMINISTRATION)),
    Definition(HERE / "5/A/i", "State", STATE),
    Definition(HERE / "5", "State or local body by agreement", STATE_OR_LOCAL_BODY),
    Definition(
        HERE / "5/B/i",
        "qualified group of municipalities",
        None,
        "Two or more that tax income or wages, let one entity administer these taxes under a statute of the State, "
        "and together have more than 250,000 people.",
    ),
    Definition(HERE / "6", "taxpayer identity", TAXPAYER_IDENTITY),
    Definition(HERE / "7", "inspection", None, "Any examination of a return or of return information."),
    Definition(
        HERE / "8",
        "disclosure",
        None,
        "Making it known to any person in any manner; a mere yes or no is one.",
    ),
    Definition(HERE / "9", "Federal agency", FEDERAL_AGENCY),
    Definition(
        HERE / "10",
        "chief executive officer",
        None,
        "Of a municipality: any elected official, and its chief official though not elected.",
    ),
    Definition(
        HERE / "11",
        "terrorist incident, threat, or activity",
        None,
        "One that involves an act of domestic or international terrorism, as 18 U.S.C. 2331(5) and (1) define them.",
    ),
)

ENTRIES = entries(
    HERE,
    rule="5/A/ii 5/A/iii",
    definition=". 1 2 2/A 2/B 2/C 2/D 3 4 4/A 4/A/i 4/A/ii 4/B 5 5/A 5/A/i 5/A/ii/I 5/A/ii/II 5/A/ii/III 5/A/iii/I "
    "5/A/iii/II 5/B 5/B/i 5/B/i/I 5/B/i/II 5/B/i/III 5/B/ii 6 7 8 9 10 11",
    condition="5/B/iii 5/B/iii/I 5/B/iii/II 5/B/iii/III 5/B/iii/IV",
)
