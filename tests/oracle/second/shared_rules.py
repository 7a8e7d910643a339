"""Elements that more than one paragraph of 26 U.S.C. 6103(i) demands, each from the text it cites."""

from __future__ import annotations

from tests.oracle.second.rules import Rule, either, neither

RETURNS = '["return", "return_attachment", "estimated_tax_form", "information_return_image"]'
OWN = '["taxpayer", "on_behalf_of_taxpayer", "joint_filer", "state_tax_agency"]'
OTHERS = '["payer", "third_party", "irs", "other_agency"]'
DATA = """["information_return", "summons_response", "interview", "workpaper", "account",
    "statement_of_third_party", "agency_report", "state_record"]"""
IDENTITY = '["identity.name", "identity.mailing_address", "identity.tin"]'

A_RETURN_OR_THE_TAXPAYERS_OWN = f"""({RETURNS}.contains(context.document) ||
    {OWN}.contains(context.furnished_by) || context.document == "taxpayer_letter")"""
KNOWN_FROM_ANOTHER = f"({OTHERS}.contains(context.furnished_by) && {DATA}.contains(context.document))"
IS_IDENTITY = f"{IDENTITY}.contains(context.item)"

OTHER_THAN_THE_TAXPAYERS = Rule(
    "OTRI", "b/3",
    f"{IS_IDENTITY} || {KNOWN_FROM_ANOTHER}",
    f"!{IS_IDENTITY} && {A_RETURN_OR_THE_TAXPAYERS_OWN}",
)  # fmt: skip
"""Return information other than taxpayer return information; identity is not treated as the taxpayer's."""

ONE_PERSON = Rule(
    "PERSON", "a",
    'context.person == "one" || (context.person == "review" && context.record_is_the_taxpayers == "yes")',
    """["none", "several"].contains(context.person) ||
       (context.person == "review" && context.record_is_the_taxpayers == "no")""",
)  # fmt: skip
"""Whose information it is: no words of the paragraphs, but they open information of a person."""

BAR = neither("BAR", "i/6", "identifies_or_impairs")
"""The Secretary determines; no certificate is named for this paragraph."""

BAR_CERTIFIED = Rule(
    "BAR", "i/6",
    'context.identifies_or_impairs == "no"',
    'context.identifies_or_impairs == "yes" && context.certified == "yes"',
)  # fmt: skip
"""The Secretary determines and, for an order under (1)(B) or (5)(B), certifies to the court."""

SAFEGUARDS = either("E901", "p/4", "safeguards_satisfactory")
DISCRETION = either("E905", "i", "official_decides_to_disclose")
"""Where the statute says *may*: an official decides."""

BY_A_COURT = Rule(
    "ORDER", "i/1/A",
    """context.order == "yes" && context.ex_parte == "yes" &&
       (["district_judge", "magistrate_judge"].contains(context.judge) ||
        (context.judge == "fisa_judge" && context.found_judge == "yes"))""",
    """context.order == "no" || context.ex_parte == "no" ||
       ["military_judge", "state_judge"].contains(context.judge) ||
       (context.judge == "fisa_judge" && context.found_judge == "no")""",
)  # fmt: skip
"""An ex parte order granted by a Federal district court judge or magistrate judge; of a FISA judge, a finding."""

ITEM_IN_THE_ORDER = either("EXTENT", "i/1/A", "order_lists_item")
"""Open only to the extent provided in the order: an item not listed is outside it."""

PERIOD_IN_THE_ORDER = Rule(
    "PERIODS", "i/1/A",
    f'context.order_states_periods == "yes" && ({IS_IDENTITY} || context.order_covers_period == "yes")',
    f"""context.order_states_periods == "no" ||
        (!{IS_IDENTITY} && context.order_covers_period == "no")""",
)  # fmt: skip
"""With respect to specified taxable periods; identity relates to no period."""


def authorised(cite: str, offices: str) -> Rule:
    """Who authorised the application: read from the order, and a finding where he is not on the list."""
    on_the_list = f"{offices}.contains(context.authorised_by)"
    return Rule(
        "AUTHORISED",
        cite,
        f'{on_the_list} || (context.order != "no" && context.found_authorised == "yes")',
        f'!{on_the_list} && context.authorised_by != "?" && context.found_authorised == "no"',
    )


def determined(name: str, cite: str, fact: str) -> Rule:
    """What the court determined: recited in the order, else a finding; the custodian does not decide again."""
    return Rule(
        name,
        cite,
        f'context.recites_{fact} == "yes" || context.found_{fact} == "yes"',
        f'context.recites_{fact} == "no" && context.found_{fact} == "no"',
    )
