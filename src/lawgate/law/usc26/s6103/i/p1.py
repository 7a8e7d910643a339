"""26 U.S.C. 6103(i)(1): returns and return information on a court's order, for criminal investigations."""

from lawgate.cite import Cite
from lawgate.kernel.expr import Element, all_of, among, any_of, element, not_
from lawgate.kernel.fact import Fact
from lawgate.law.addresses import S6103
from lawgate.law.entry import entries
from lawgate.law.provision import Definition, Duty, Limit, Provision
from lawgate.law.terms import finding, item, matter, order, recipients, request
from lawgate.law.usc26.s6103.a import PERSON_NAMED
from lawgate.law.usc26.s6103.b import FEDERAL_AGENCY

HERE = S6103 / "i/1"

CRIMINAL_STATUTE = all_of(
    any_of(
        among(matter.statutes, "criminal_nontax"),
        all_of(among(matter.statutes, "unlisted"), finding.statute_criminal),
    ),
    not_(matter.tax_administration),
    matter.united_states_party,
)
"""(A)(i): a specifically designated Federal criminal statute, not of tax administration, and the party."""

PROCEEDING = any_of(CRIMINAL_STATUTE, matter.child_case)
"""(A)(i): such a proceeding, or one pertaining to the case of a missing or exploited child."""

STAGE = among(matter.stage, "preparation", "investigation", "grand_jury")
"""(A)(i), (ii) and (iii): preparation of a proceeding, an investigation that may result in one, a grand jury."""

APPLICANTS = (
    "attorney_general",
    "deputy_attorney_general",
    "associate_attorney_general",
    "assistant_attorney_general",
    "us_attorney",
    "special_prosecutor",
    "strike_force_attorney",
)
"""(B): those who may authorise an application. An assistant United States attorney is not among them."""

HEADS_IN_DOUBT = ("acting_agency_head", "component_head", "acting_component_head")
"""Whether one of these is the head of a Federal agency, counsel finds; see 26 U.S.C. 6103(b)(9)."""

BUREAU_HEADS = ("fbi_director", "dea_administrator")
"""Heads within a department: whether theirs is a Federal agency of its own, counsel finds."""


def granted_by_judge(cite: Cite, in_doubt: Fact) -> Element:
    """Who granted the order, and that he heard one side alone; whether a FISA judge counts, an official finds."""
    judge = any_of(
        among(order.judge, "district_judge", "magistrate_judge"),
        all_of(among(order.judge, "fisa_judge"), in_doubt),
    )
    label = "a Federal district court judge or magistrate judge granted the order, ex parte"
    return element(cite, label, all_of(judge, order.ex_parte))


def application_authorised(cite: Cite, in_doubt: Fact) -> Element:
    """Who authorised the application: the court's order speaks of it, so a doubt is for an official."""
    label = "an official listed in (i)(1)(B) authorised the application"
    return element(cite, label, any_of(among(order.authorised_by, *APPLICANTS), in_doubt), also=(HERE / "B",))


RECITALS = {
    HERE / "B/i": (order.recites_criminal_act,),
    HERE / "B/ii": (order.recites_relevance,),
    HERE / "B/iii": (order.recites_exclusive_use, order.recites_no_other_source),
}

BY_ORDER = Provision(
    cite=HERE,
    heading="Returns and return information, on the order of a court",
    duty=Duty.SHALL,
    request=(
        element(
            HERE / "A",
            "an order of a court is presented",
            order.granted,
            mend="Attach the order of the court with its docket, judge, periods and items.",
        ),
    ),
    requires=(
        granted_by_judge(HERE / "A", finding.order_judge_1),
        application_authorised(HERE / "B", finding.order_authorised_1),
        element(
            HERE / "B/i",
            "the court found reasonable cause to believe that a specific criminal act was committed",
            any_of(order.recites_criminal_act, finding.order_criminal_act),
        ),
        element(
            HERE / "B/ii",
            "the court found that the information is or may be relevant to that act",
            any_of(order.recites_relevance, finding.order_relevance),
        ),
        element(
            HERE / "B/iii",
            "the court found that it is sought only for that, and cannot reasonably be had from another source",
            any_of(
                all_of(order.recites_exclusive_use, order.recites_no_other_source),
                finding.order_use_and_source,
            ),
        ),
        element(
            HERE / "A",
            "the recipients are officers or employees of a Federal agency, personally and directly engaged",
            all_of(recipients.federal, recipients.engaged),
            also=(S6103 / "b/9",),
        ),
        element(
            HERE / "A",
            "a proceeding is being prepared, an investigation may result in one, or a grand jury sits",
            STAGE,
            also=(HERE / "A/i", HERE / "A/ii", HERE / "A/iii"),
        ),
        element(
            HERE / "A/i",
            "the matter enforces a designated Federal criminal statute, or is a child case",
            PROCEEDING,
        ),
    ),
    covers=(
        PERSON_NAMED,
        element(
            HERE / "A", "the item is a return or return information on file", item.held, also=(S6103 / "b/2",)
        ),
        element(
            HERE / "A",
            "the item relates to a period that the request states and the order specifies",
            all_of(item.of_stated_period, order.covers_period),
        ),
        element(HERE / "A", "the order provides for the item", order.covers_item),
    ),
    limits=(
        Limit(
            HERE / "A",
            "Only for the recipients' own use in that preparation, investigation or grand jury proceeding.",
        ),
        Limit(
            S6103 / "i/4/A",
            "Evidence only in a proceeding on a Federal criminal statute or a related civil forfeiture.",
        ),
    ),
)

CHILD_CASE = Provision(
    cite=HERE / "C",
    heading="Passing on what an order opened, to State or local officers in a child case",
    duty=Duty.MAY,
    request=(
        element(
            HERE / "C/i",
            "the head of a Federal agency, or the head's designee, passes it on",
            all_of(
                FEDERAL_AGENCY,
                request.states_office,
                any_of(
                    among(request.office, "agency_head", "delegate"),
                    all_of(request.of_justice, among(request.office, "attorney_general")),
                    all_of(among(request.office, *HEADS_IN_DOUBT), finding.signatory_listed),
                    all_of(
                        request.of_justice, among(request.office, *BUREAU_HEADS), finding.signatory_listed
                    ),
                ),
            ),
            also=(S6103 / "b/9",),
            mend="Have the head of the Federal agency, or the head's designee, sign and state the office.",
        ),
    ),
    requires=(
        element(
            HERE / "C/i", "the investigation pertains to a missing or exploited child", matter.child_case
        ),
        element(
            HERE / "C/i",
            "the matter is an investigation",
            among(matter.stage, "investigation"),
        ),
        element(HERE / "C/i", "the information was obtained under (i)(1)(A)", finding.obtained_by_order),
        element(
            HERE / "C/i/I",
            "the State or local agency is part of a team with the Federal agency",
            all_of(recipients.state_or_local, recipients.on_team),
        ),
        element(HERE / "C/i/II", "its officers are personally and directly engaged", recipients.engaged),
    ),
    covers=(
        PERSON_NAMED,
        element(HERE / "C/i", "the item is on file", item.held),
    ),
    limits=(
        Limit(
            HERE / "C/ii",
            "Only to locate the child, before a grand jury, or for a proceeding or what may lead to one.",
        ),
    ),
)

MISSING_CHILD = Definition(
    HERE / "C/iii", "missing child", None, "As the Missing Children's Assistance Act defines the term."
)
EXPLOITED_CHILD = Definition(
    HERE / "C/iv",
    "exploited child",
    None,
    "A minor against whom there is reason to believe that a specified offense was or is committed.",
)

ENTRIES = entries(
    HERE,
    rule=". A A/i A/ii A/iii B B/i B/ii B/iii C C/i C/i/I C/i/II",
    definition="C/iii C/iv",
    limit="C/ii",
)
