"""26 U.S.C. 6103(b): definitions."""

from collections.abc import Callable

from lawgate.kernel.expr import Element, Expr, Not, among, any_of, expr_of
from lawgate.law.addresses import S6103
from lawgate.law.contested import Contested, contested
from lawgate.law.provision import Definition
from lawgate.law.readings.q14 import Q14
from lawgate.law.terms import item, matter, request
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

STATE = among(request.level, "state")
"""(b)(5). Cities and regional agencies count for (d)(1) and some others by agreement only, not here."""

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
    Definition(HERE / "3", "taxpayer return information", TAXPAYER_RETURN_INFORMATION),
    Definition(HERE / "4", "tax administration", expr_of(TAX_ADMINISTRATION)),
    Definition(HERE / "5", "State", STATE),
    Definition(HERE / "6", "taxpayer identity", TAXPAYER_IDENTITY),
    Definition(HERE / "9", "Federal agency", FEDERAL_AGENCY),
    Definition(
        HERE / "11",
        "terrorist incident, threat, or activity",
        None,
        "One that involves an act of domestic or international terrorism, as 18 U.S.C. 2331(5) and (1) define them.",
    ),
)
