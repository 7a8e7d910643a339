"""26 U.S.C. 6103(l)(1): Social Security Administration and Railroad Retirement Board."""

from lawgate.cite import Cite
from lawgate.kernel.expr import Element, element
from lawgate.law.addresses import S6103
from lawgate.law.entry import entries
from lawgate.law.provision import Duty, Limit, Provision
from lawgate.law.terms.finding import judgement
from lawgate.law.usc26.s6103.a import PERSON_NAMED
from lawgate.law.usc26.s6103.written_request import (
    as_extract,
    asked_by,
    in_writing,
    is_listed,
    is_on_file,
    purpose_is,
    received_by,
)

HERE = S6103 / "l/1"

relates = judgement(
    "relates_to_taxes_named",
    HERE,
    "Does the item relate to the taxes that the subparagraph names?",
    yes="the item relates to the taxes that the subparagraph names",
    no="the item does not relate to the taxes that the subparagraph names",
)

SOCIAL_SECURITY = ("the Social Security Administration", "social_security")
RAILROAD_BOARD = ("the Railroad Retirement Board", "railroad_retirement")


def _opened(
    cite: Cite, heading: str, body: tuple[str, str], purpose: tuple[str, str], covers: tuple[Element, ...]
) -> Provision:
    """One subparagraph: a whole group of returns, for the administration of one body's own law."""
    what, purpose_named = purpose
    return Provision(
        cite=cite,
        heading=heading,
        duty=Duty.MAY,
        request=(
            in_writing(HERE),
            asked_by(cite, *body),
            purpose_is(cite, what, purpose_named),
            as_extract(cite),
        ),
        requires=(received_by(cite, *body),),
        covers=(PERSON_NAMED, *covers),
        limits=(Limit(cite, f"Only for {what}."),),
        extract=True,
    )


def _of_taxes(cite: Cite, chapters: str) -> tuple[Element, ...]:
    return (is_on_file(cite), element(cite, f"the item relates to taxes of {chapters}", relates))


OF_EMPLOYMENT_TAXES = _opened(
    HERE / "A",
    "Returns and return information on employment taxes, for Social Security",
    SOCIAL_SECURITY,
    ("the administration of the Social Security Act", "social_security"),
    _of_taxes(HERE / "A", "chapter 2, 21 or 24"),
)
OF_PLANS = _opened(
    HERE / "B",
    "What pension plans register, for Social Security",
    SOCIAL_SECURITY,
    ("carrying out section 1131 of the Social Security Act", "vested_benefits"),
    (
        is_listed(
            HERE / "B", "information that section 6057(d) describes", "third_party.8955ssa.vested_benefit"
        ),
    ),
)
OF_RAILROAD_TAXES = _opened(
    HERE / "C",
    "Returns and return information on railroad retirement taxes",
    RAILROAD_BOARD,
    ("the administration of the Railroad Retirement Act", "railroad_retirement"),
    _of_taxes(HERE / "C", "chapter 22"),
)

ENTRIES = entries(HERE, rule=". A B C")
