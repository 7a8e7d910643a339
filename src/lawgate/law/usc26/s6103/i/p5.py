"""26 U.S.C. 6103(i)(5): returns and return information on a court's order, to locate a fugitive."""

from lawgate.kernel.expr import all_of, any_of, element, not_
from lawgate.law.addresses import S6103
from lawgate.law.entry import entries
from lawgate.law.provision import Duty, Limit, Provision
from lawgate.law.terms import finding, item, order, recipients, subject
from lawgate.law.usc26.s6103.a import PERSON_NAMED
from lawgate.law.usc26.s6103.i.p1 import application_authorised, granted_by_judge

HERE = S6103 / "i/5"

RECITALS = {
    HERE / "B/i": (order.recites_warrant,),
    HERE / "B/ii": (order.recites_only_to_locate,),
    HERE / "B/iii": (order.recites_may_locate,),
}

FUGITIVE = Provision(
    cite=HERE,
    heading="Returns and return information, on the order of a court, to locate a fugitive",
    duty=Duty.SHALL,
    request=(
        element(
            HERE / "A",
            "an order of a court is presented",
            order.granted,
            mend="Attach the order of the court with its docket, judge and items.",
        ),
        element(
            HERE / "A",
            "the person named is an individual",
            subject.is_individual,
            mend="Name the individual whom the order is to locate.",
        ),
    ),
    requires=(
        granted_by_judge(HERE / "A", finding.order_judge_5),
        application_authorised(HERE / "B", finding.order_authorised_5),
        element(
            HERE / "B/i",
            "the court found that a Federal felony warrant was issued for a fugitive from justice",
            any_of(order.recites_warrant, finding.order_warrant),
        ),
        element(
            HERE / "B/ii",
            "the court found that it is sought only to locate the individual",
            any_of(order.recites_only_to_locate, finding.order_only_to_locate),
        ),
        element(
            HERE / "B/iii",
            "the court found that it may help to locate the individual",
            any_of(order.recites_may_locate, finding.order_may_locate),
        ),
        element(
            HERE / "A",
            "the recipients are officers or employees of a Federal agency",
            recipients.federal,
            also=(S6103 / "b/9",),
        ),
    ),
    covers=(
        PERSON_NAMED,
        element(
            HERE / "A",
            "the item is on file and relates to the individual",
            all_of(item.held, item.of_named_taxpayer),
        ),
        element(HERE / "A", "the order provides for the item", order.covers_item),
        element(
            HERE / "A",
            "the item is of a period that the order specifies, where it specifies any",
            any_of(not_(order.specifies_periods), order.covers_period),
        ),
    ),
    limits=(Limit(HERE / "A", "Only to locate the individual."),),
)

ENTRIES = entries(HERE, rule=". A B B/i B/ii B/iii")
