"""26 U.S.C. 6103(h)(4): disclosure in a judicial or administrative proceeding on tax administration.

(A), (B) and (C) are alternatives under one bar, which asks what (i)(6) asks and takes the same answer; (D)
stands by itself, for what a court orders the bar does not reach.
"""

from lawgate.kernel.expr import Element, all_of, among, any_of, element, not_
from lawgate.kernel.fact import Owner, choice, flag
from lawgate.law.addresses import S6103
from lawgate.law.entry import entries
from lawgate.law.provision import Duty, Limit, Provision
from lawgate.law.terms import finding, item, matter, order
from lawgate.law.terms.finding import judgement
from lawgate.law.terms.request import NOT_STATED
from lawgate.law.usc26.s6103.a import PERSON_NAMED
from lawgate.law.usc26.s6103.b import LOCAL_BODY_BY_AGREEMENT

HERE = S6103 / "h/4"

forum = choice(
    "tax_proceeding.forum",
    "In which judicial or administrative proceeding is it to be disclosed?",
    says="it is to be disclosed in a proceeding of",
    owner=Owner.REQUESTER,
    values=(
        "federal_court", "federal_agency", "state_court", "state_agency", "local_body", "other", NOT_STATED,
    ),
)  # fmt: skip
recites_production = flag(
    "order.recites_production",
    "Does the order recite that it is made under 18 U.S.C. 3500 or criminal rule 16?",
    says="the order recites that it is made under 18 U.S.C. 3500 or criminal rule 16",
    denies="the order does not recite that it is made under 18 U.S.C. 3500 or criminal rule 16",
    owner=Owner.COURT,
)
taxpayer_test = judgement(
    "proceeding_party",
    HERE / "A",
    "Is the taxpayer a party to the proceeding, or did it arise from determining or collecting his liability?",
    yes="the taxpayer is a party, or the proceeding arose from his liability",
    no="the taxpayer is no party, and the proceeding did not arise from his liability",
)
item_test = judgement(
    "proceeding_item",
    HERE / "B",
    "Is the treatment of an item on the return directly related to the resolution of an issue in the proceeding?",
    yes="the treatment of an item on the return is directly related to an issue",
    no="the treatment of no item on the return is directly related to an issue",
)
transaction_test = judgement(
    "proceeding_transaction",
    HERE / "C",
    "Does the item directly relate to a transactional relationship of a party with the taxpayer that directly "
    "affects an issue?",
    yes="the item directly relates to a transactional relationship that directly affects an issue",
    no="the item does not directly relate to a transactional relationship that directly affects an issue",
)

RECITALS = {HERE / "D": (recites_production,)}

FORUM = element(
    HERE,
    "it is a Federal or State judicial or administrative proceeding",
    any_of(
        among(forum, "federal_court", "federal_agency", "state_court", "state_agency"),
        all_of(among(forum, "local_body"), LOCAL_BODY_BY_AGREEMENT),
    ),
    also=(S6103 / "b/5",),
    mend="State in `facts`, as tax_proceeding.forum, the judicial or administrative proceeding.",
)
PERTAINS = element(
    HERE, "the proceeding pertains to tax administration", matter.tax_administration, also=(S6103 / "b/4",)
)
ON_FILE = element(
    HERE,
    "the item is a return or return information on file",
    item.held,
    also=(S6103 / "b/1", S6103 / "b/2"),
)
ONLY_THERE = Limit(HERE, "Only in that proceeding.")

TESTS: tuple[Element, ...] = (
    element(
        HERE,
        "the taxpayer is a party, or an item of the return, or a transaction with a party, directly bears on an issue",
        any_of(taxpayer_test, item_test, transaction_test),
        also=(HERE / "A", HERE / "B", HERE / "C"),
    ),
    element(
        HERE / "D",
        "it would neither identify an informant nor seriously impair a tax investigation",
        not_(finding.identifies_or_impairs),
    ),
)
"""The second, though it stands in the last words of (D), binds (A), (B) and (C)."""

IN_PROCEEDING = Provision(
    cite=HERE,
    heading="Returns and return information, in a proceeding on tax administration",
    duty=Duty.MAY,
    request=(FORUM,),
    requires=(PERTAINS,),
    covers=(PERSON_NAMED, ON_FILE, *TESTS),
    limits=(ONLY_THERE,),
)

BY_COURT_ORDER = Provision(
    cite=HERE / "D",
    heading="Returns and return information that a court orders to be produced in such a proceeding",
    duty=Duty.MAY,
    request=(
        FORUM,
        element(
            HERE / "D",
            "an order of a court under 18 U.S.C. 3500 or criminal rule 16 is presented",
            all_of(order.granted, recites_production),
            mend="Attach the order with its items; recite 26 USC 6103(h)(4)(D) where it is made under these.",
        ),
    ),
    requires=(PERTAINS,),
    covers=(PERSON_NAMED, ON_FILE, element(HERE / "D", "the order requires the item", order.covers_item)),
    limits=(ONLY_THERE, Limit(HERE / "D", "Only to the extent that the order requires.")),
)

ENTRIES = entries(HERE, rule=". A B C D")
