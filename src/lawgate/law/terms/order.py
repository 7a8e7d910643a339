"""Questions about a court's order; the court answers them by what the order says."""

from lawgate.kernel.fact import Fact, Owner, choice, flag
from lawgate.law.terms.request import OFFICES

JUDGES = ("district_judge", "magistrate_judge", "military_judge", "fisa_judge", "state_judge")


def _recital(name: str, what: str) -> Fact:
    """What the order does not recite in listed words, an official may still find that the court determined."""
    return flag(
        f"order.recites_{name}",
        f"Does the order recite that {what}?",
        says=f"the order recites that {what}",
        denies=f"the order does not recite that {what}",
        owner=Owner.COURT,
    )


granted = flag(
    "order.granted",
    "Is an order of a court presented?",
    says="an order is presented",
    denies="no order is presented",
    owner=Owner.COURT,
)
judge = choice(
    "order.judge", "Who granted the order?", says="the order was granted by", owner=Owner.COURT, values=JUDGES
)
ex_parte = flag(
    "order.ex_parte",
    "Was the order granted ex parte?",
    says="the order was granted ex parte",
    denies="the order was not granted ex parte",
    owner=Owner.COURT,
)
authorised_by = choice(
    "order.authorised_by",
    "Who authorised the application for the order?",
    says="the application was authorised by",
    owner=Owner.COURT,
    values=OFFICES,
)
specifies_periods = flag(
    "order.specifies_periods",
    "Does the order specify taxable periods?",
    says="the order specifies periods",
    denies="the order specifies no period",
    owner=Owner.COURT,
)
covers_period = flag(
    "order.covers_period",
    "Does the order specify the taxable period of the item?",
    says="the order specifies the period",
    denies="the order does not specify the period",
    owner=Owner.COURT,
)
covers_item = flag(
    "order.covers_item",
    "Does the order provide for the item?",
    says="the order provides for the item",
    denies="the order does not provide for the item",
    owner=Owner.COURT,
)

recites_criminal_act = _recital(
    "criminal_act", "there is reasonable cause to believe that a specific criminal act was committed"
)
recites_relevance = _recital(
    "relevance", "the information is or may be relevant to a matter relating to that act"
)
recites_exclusive_use = _recital(
    "exclusive_use", "the information is sought only for the investigation or proceeding on that act"
)
recites_no_other_source = _recital(
    "no_other_source", "the information cannot reasonably be obtained from another source"
)
recites_warrant = _recital(
    "warrant", "a Federal felony warrant was issued for an individual who is a fugitive from justice"
)
recites_only_to_locate = _recital("only_to_locate", "the information is sought only to locate the individual")
recites_may_locate = _recital(
    "may_locate",
    "there is reasonable cause to believe that the information may help to locate the individual",
)
recites_terrorism_relevance = _recital(
    "terrorism_relevance",
    "there is reasonable cause to believe that the information may be relevant to a terrorist incident or threat",
)
recites_federal_use = _recital(
    "federal_use",
    "the information is sought only for a Federal investigation, analysis or proceeding on that incident or threat",
)
