"""26 U.S.C. 6103(i)(7): return information on terrorist incidents, threats and activities."""

from lawgate.cite import Cite
from lawgate.kernel.expr import Element, Expr, all_of, among, any_of, element
from lawgate.kernel.fact import Fact
from lawgate.law.addresses import S6103
from lawgate.law.entry import entries
from lawgate.law.provision import Duty, Limit, Provision
from lawgate.law.terms import apprisal, finding, item, matter, order, recipients, request
from lawgate.law.terms.finding import judgement
from lawgate.law.usc26.s6103.a import PERSON_NAMED
from lawgate.law.usc26.s6103.b import FEDERAL_AGENCY
from lawgate.law.usc26.s6103.i.p1 import BUREAU_HEADS, HEADS_IN_DOUBT, granted_by_judge
from lawgate.law.usc26.s6103.i.p3 import other_or_identity
from lawgate.law.usc26.s6103.written_request import in_writing

HERE = S6103 / "i/7"

obtained = judgement(
    "obtained_on_request_7",
    HERE / "A/i",
    "Was the information obtained under (i)(7)(A)(i)?",
    yes="the information was obtained under (i)(7)(A)(i)",
    no="the information was not obtained under (i)(7)(A)(i)",
)
reasons_of_agency = judgement(
    "reasons_specific_7a",
    HERE / "A/iii/II",
    "Are the reasons set forth specific, and do they show why the item may be relevant to the terrorist incident, "
    "threat or activity?",
    yes="the reasons are specific to the incident, threat or activity",
    no="the reasons are not specific to the incident, threat or activity",
)
reasons_of_intelligence = judgement(
    "reasons_specific_7b",
    HERE / "B/ii/II",
    "Are the reasons set forth for intelligence specific, and do they show why the item may be relevant to the "
    "terrorist incident, threat or activity?",
    yes="the reasons for intelligence are specific to the incident, threat or activity",
    no="the reasons for intelligence are not specific to the incident, threat or activity",
)
judge_in_doubt = judgement(
    "order_judge_7",
    HERE / "C/i",
    "Did a Federal district court judge or magistrate grant the order on terrorism?",
    yes="a Federal district court judge or magistrate granted the order",
    no="no Federal district court judge or magistrate granted the order",
)
authorised_in_doubt = judgement(
    "order_authorised_7",
    HERE / "C/ii",
    "Did an official whom (i)(7)(C)(ii) lists authorise the application?",
    yes="a listed official authorised the application",
    no="no listed official authorised the application",
)
determined_relevance = judgement(
    "order_relevance_7",
    HERE / "C/ii/I",
    "Did the court determine, on information believed to be reliable, that the information may be relevant to the "
    "terrorist incident, threat or activity?",
    yes="the court so determined on relevance to the incident, threat or activity",
    no="the court did not so determine on relevance to the incident, threat or activity",
)
determined_use = judgement(
    "order_use_7",
    HERE / "C/ii/II",
    "Did the court determine that it is sought only for a Federal investigation, analysis or proceeding on it?",
    yes="the court so determined on Federal use",
    no="the court did not so determine on Federal use",
)
authorised_by_secretary = judgement(
    "order_authorised_7d",
    HERE / "D/i",
    "Did the Secretary of the Treasury, or a delegate, authorise the application?",
    yes="the Secretary or a delegate authorised the application",
    no="neither the Secretary nor a delegate authorised the application",
)
necessary_under_order = judgement(
    "necessary_to_apprise_7d",
    HERE / "D/ii/I",
    "Is the item necessary to apprise the one addressed, the head of the law enforcement agency responsible?",
    yes="the item is necessary to apprise the head of the agency responsible",
    no="the item is not necessary to apprise, or the one addressed does not head the agency responsible",
)

RECITALS = {
    HERE / "C/ii/I": (order.recites_terrorism_relevance,),
    HERE / "C/ii/II": (order.recites_federal_use,),
}

APPLICANTS = (
    "attorney_general",
    "deputy_attorney_general",
    "associate_attorney_general",
    "assistant_attorney_general",
    "us_attorney",
)
"""(C)(ii): fewer than (i)(1)(B) lists; special prosecutors and strike forces are left out."""

HEAD = any_of(
    among(request.office, "agency_head"),
    all_of(request.of_justice, among(request.office, "attorney_general", *BUREAU_HEADS)),
    all_of(among(request.office, *HEADS_IN_DOUBT), finding.signatory_listed),
)
"""The head of a Federal law enforcement agency; whether one who acts or heads a component is, an official finds."""

CRIMINAL_EVIDENCE = Limit(
    S6103 / "i/4/B",
    "Evidence only in a proceeding on a Federal criminal statute or a related civil forfeiture.",
)


def _on_terrorism(cite: Cite) -> Element:
    return element(
        cite,
        "the request concerns a terrorist incident, threat or activity",
        matter.terrorism,
        also=(S6103 / "b/11",),
        mend="State in `facts`, as matter.terrorism, that the matter concerns a terrorist incident or threat.",
    )


def _signed(cite: Cite, label: str, office: Expr, mend: str, also: tuple[Cite, ...] = ()) -> Element:
    return element(cite, label, all_of(FEDERAL_AGENCY, request.states_office, office), also=also, mend=mend)


def _reasons(cite: Cite, specific: Fact) -> Element:
    return element(
        cite,
        "the request sets forth the specific reasons why disclosure may be relevant to it",
        all_of(request.states_reasons, specific),
        mend="State why disclosure may be relevant to the terrorist incident, threat or activity.",
    )


def _engaged(cite: Cite, what: str) -> Element:
    return element(cite, f"the recipients are personally and directly engaged in {what}", recipients.engaged)


ON_REQUEST = Provision(
    cite=HERE / "A",
    heading="Return information for Federal law enforcement agencies, on a written request",
    duty=Duty.MAY,
    request=(
        in_writing(HERE / "A/i"),
        _signed(
            HERE / "A/iii/I",
            "the head of a Federal law enforcement agency, or a delegate, makes the request",
            any_of(HEAD, among(request.office, "delegate")),
            "Have the head of the Federal law enforcement agency, or a delegate, sign; state the office.",
            (S6103 / "b/9",),
        ),
        _on_terrorism(HERE / "A/iii/II"),
        _reasons(HERE / "A/iii/II", reasons_of_agency),
    ),
    requires=(
        element(
            HERE / "A/iii/I",
            "the agency is a Federal law enforcement agency involved in the response or investigation",
            request.of_agency_responding,
        ),
        element(
            HERE / "A/i",
            "the recipients are officers or employees of a Federal law enforcement agency",
            recipients.federal_law_enforcement,
        ),
        _engaged(HERE / "A/i", "the response or investigation"),
    ),
    covers=(PERSON_NAMED, other_or_identity(HERE / "A/i", HERE / "A/v")),
    limits=(
        Limit(HERE / "A/iv", "Only for the recipients' own use in that response or investigation."),
        CRIMINAL_EVIDENCE,
    ),
)

TO_TEAM = Provision(
    cite=HERE / "A/ii",
    heading="Passing on to State and local law enforcement agencies of a team",
    duty=Duty.MAY,
    request=(
        _signed(
            HERE / "A/ii",
            "the head of a Federal law enforcement agency passes it on",
            HEAD,
            "Have the head of the Federal law enforcement agency sign; a delegate cannot; state the office.",
            (S6103 / "b/9",),
        ),
        _on_terrorism(HERE / "A/ii"),
    ),
    requires=(
        element(
            HERE / "A/ii", "the information was obtained under (i)(7)(A)(i)", obtained, also=(HERE / "A/i",)
        ),
        element(
            HERE / "A/ii",
            "the State or local law enforcement agency is part of a team with the Federal agency",
            all_of(recipients.state_or_local, recipients.on_team),
        ),
        _engaged(HERE / "A/ii", "the response or investigation"),
    ),
    covers=(PERSON_NAMED, other_or_identity(HERE / "A/ii", HERE / "A/v")),
    limits=(
        Limit(HERE / "A/iv", "Only for the recipients' own use in that response or investigation."),
        CRIMINAL_EVIDENCE,
    ),
)

FOR_INTELLIGENCE = Provision(
    cite=HERE / "B",
    heading="Return information for intelligence agencies, on a written request",
    duty=Duty.MAY,
    request=(
        in_writing(HERE / "B/i"),
        _signed(
            HERE / "B/iii/I",
            "an officer of Justice or the Treasury appointed with the Senate's consent asks, or the Director of the "
            "Secret Service",
            any_of(
                all_of(any_of(request.of_justice, request.of_treasury), request.appointed_with_consent),
                all_of(request.of_secret_service, among(request.office, "agency_head", "component_head")),
                all_of(
                    request.of_secret_service,
                    among(request.office, "acting_agency_head", "acting_component_head"),
                    finding.signatory_listed,
                ),
            ),
            "Have an officer of Justice or the Treasury whom the President appointed with the Senate's consent sign, "
            "or the Director of the Secret Service; state the office.",
            (HERE / "B/ii/I",),
        ),
        _on_terrorism(HERE / "B/ii/II"),
        _reasons(HERE / "B/ii/II", reasons_of_intelligence),
    ),
    requires=(
        element(
            HERE / "B/iii/II",
            "the signatory is responsible for collecting and analysing intelligence on it",
            request.responsible_for_intelligence,
        ),
        element(
            HERE / "B/i",
            "the recipients are officers or employees of Justice, the Treasury or another Federal intelligence agency",
            recipients.justice_treasury_or_intelligence,
        ),
        _engaged(HERE / "B/i", "the collection or analysis of intelligence, or the investigation"),
    ),
    covers=(PERSON_NAMED, other_or_identity(HERE / "B/i", HERE / "B/iv")),
    limits=(
        Limit(
            HERE / "B/i", "Only for the recipients' own use in that investigation, collection or analysis."
        ),
        CRIMINAL_EVIDENCE,
    ),
)


def _order_presented(cite: Cite) -> Element:
    return element(
        cite,
        "an order of a court is presented",
        order.granted,
        mend="Attach the order of the court with its docket, judge, periods and items.",
    )


RELEVANT = element(
    HERE / "C/ii/I",
    "the court found that the information may be relevant to a terrorist incident, threat or activity",
    any_of(order.recites_terrorism_relevance, determined_relevance),
)

OPENED = (
    PERSON_NAMED,
    element(
        HERE / "C/i", "the item is a return or return information on file", item.held, also=(S6103 / "b/2",)
    ),
    element(
        HERE / "C/i",
        "the item relates to a period that the request states and the order specifies",
        all_of(item.of_stated_period, order.covers_period),
    ),
    element(HERE / "C/i", "the order provides for the item", order.covers_item),
)
"""What an order opens: specified periods, and only to the extent that it provides."""

BY_ORDER = Provision(
    cite=HERE / "C",
    heading="Returns and return information on terrorism, on the order of a court",
    duty=Duty.SHALL,
    request=(_order_presented(HERE / "C/i"), _on_terrorism(HERE / "C/i")),
    requires=(
        granted_by_judge(HERE / "C/i", judge_in_doubt),
        element(
            HERE / "C/ii",
            "an official listed in (i)(7)(C)(ii) authorised the application",
            any_of(among(order.authorised_by, *APPLICANTS), authorised_in_doubt),
        ),
        RELEVANT,
        element(
            HERE / "C/ii/II",
            "the court found that it is sought only for a Federal investigation, analysis or proceeding on it",
            any_of(order.recites_federal_use, determined_use),
        ),
        element(
            HERE / "C/i",
            "the recipients are officers or employees of a Federal law enforcement or intelligence agency",
            recipients.federal_law_enforcement_or_intelligence,
        ),
        _engaged(HERE / "C/i", "the investigation, the response or the analysis of intelligence"),
    ),
    covers=OPENED,
    limits=(
        Limit(
            HERE / "C/i",
            "Only for the recipients' own use in that investigation, response or analysis, and in proceedings on it.",
        ),
        Limit(
            S6103 / "i/4/A",
            "Evidence only in a proceeding on a Federal criminal statute or a related civil forfeiture.",
        ),
    ),
)

ON_OWN_APPLICATION = Provision(
    cite=HERE / "D",
    heading="Returns and return information on terrorism, on an order for which the Secretary applied",
    duty=Duty.MAY,
    request=(
        _order_presented(HERE / "D/i"),
        element(
            HERE / "D/ii/I",
            "the head of a Federal law enforcement agency is addressed",
            among(apprisal.addressee, "law_enforcement_agency_head", "attorney_general"),
            mend="State in `facts`, as apprisal.addressee, the head of the law enforcement agency responsible.",
        ),
    ),
    requires=(
        granted_by_judge(HERE / "D/i", judge_in_doubt),
        element(
            HERE / "D/i",
            "the Secretary authorised the application",
            any_of(
                all_of(request.of_treasury, among(order.authorised_by, "agency_head", "delegate")),
                authorised_by_secretary,
            ),
        ),
        RELEVANT,
        element(
            HERE / "D/ii/I",
            "those apprised belong to a Federal law enforcement agency",
            recipients.federal_law_enforcement,
        ),
        element(
            HERE / "D/ii/I",
            "the item is necessary to apprise the head of the agency responsible",
            necessary_under_order,
        ),
    ),
    covers=OPENED,
    limits=(
        Limit(
            HERE / "D/ii/II",
            "Only for a Federal investigation, analysis or proceeding on that incident or threat.",
        ),
        Limit(
            HERE / "D/ii/II",
            "Passed on only by the head, to officers of that agency, as necessary to investigate or respond.",
        ),
    ),
)

ENTRIES = entries(
    HERE,
    rule=". A A/i A/ii A/iii A/iii/I A/iii/II A/v B B/i B/ii B/ii/I B/ii/II B/iii B/iii/I B/iii/II B/iv "
    "C C/i C/ii C/ii/I C/ii/II D D/i D/ii D/ii/I",
    limit="A/iv D/ii/II",
)
