"""26 U.S.C. 6103(i)(4): what (i) opened, used in judicial and administrative proceedings.

It opens no record of the Secretary: it says where those who received may bring forward what they have.
What was released under (3)(B) or (5) it does not name, and taxpayer return information got under (7)(D)
neither: no proceeding is open to these.
"""

from lawgate.cite import Cite
from lawgate.kernel.expr import Element, Expr, all_of, among, any_of, element, not_
from lawgate.law.addresses import S6103
from lawgate.law.contested import Contested
from lawgate.law.entry import entries
from lawgate.law.provision import Limit
from lawgate.law.terms import finding, use
from lawgate.law.usc26.s6103.b import RETURN, other_than_taxpayers
from lawgate.law.use import Use

HERE = S6103 / "i/4"

PROCEEDINGS = ("criminal_proceeding", "civil_forfeiture")

OPENS_NO_TAXPAYERS_OWN = tuple(S6103 / at for at in ("i/2", "i/3/A", "i/3/C/i", "i/7/A", "i/7/B"))
"""Paragraphs that open return information other than the taxpayer's own, with identity, and nothing else."""


def _proceeding(cite: Cite) -> tuple[Element, ...]:
    """The proceeding of (A) and (B): whom it is between, and which law it enforces."""
    return (
        element(
            cite,
            "the proceeding enforces a designated Federal criminal statute, or is a related civil forfeiture",
            any_of(
                among(use.statutes, "criminal_nontax"),
                all_of(among(use.statutes, "unlisted"), finding.statute_criminal),
                use.related_forfeiture,
            ),
        ),
        element(cite, "the proceeding does not involve tax administration", not_(use.tax_administration)),
        element(
            cite,
            "the United States or a Federal agency is a party to the proceeding",
            use.united_states_party,
        ),
        element(
            cite,
            "the item is disclosed in the proceeding and to nobody else",
            among(use.passed_to, "nobody", "court"),
        ),
    )


def _own(cite: Cite) -> Contested:
    """The items of (A): returns, and what is taxpayer return information."""

    def stands(other: Expr) -> Element:
        own = all_of(not_(use.released_as_other), any_of(RETURN, not_(other)))
        return element(cite, "the item is a return or taxpayer return information", own)

    return other_than_taxpayers(stands)


def _other(other: Expr) -> Element:
    return element(
        HERE / "B",
        "the item is return information other than taxpayer return information",
        any_of(use.released_as_other, all_of(not_(RETURN), other)),
    )


NOT_BARRED = element(
    HERE / "C",
    "it is not determined and notified that admission would identify an informant or impair an investigation",
    not_(use.admission_barred),
)

_COURT = (Limit(HERE / "D", "The court weighs the policy of confidentiality when it rules on admission."),)
_BY_ORDER = (S6103 / "i/1", S6103 / "i/7/C")

PROBATIVE = Use(
    cite=HERE / "A/i",
    heading="Returns and taxpayer return information that the court finds probative",
    reaches=_BY_ORDER,
    forums=PROCEEDINGS,
    requires=(
        *_proceeding(HERE / "A"),
        _own(HERE / "A"),
        element(HERE / "A/i", "the court found the item probative of a matter in issue", use.found_probative),
        NOT_BARRED,
    ),
    limits=_COURT,
)
PRODUCED = Use(
    cite=HERE / "A/ii",
    heading="Returns and taxpayer return information that a court orders to be produced",
    reaches=_BY_ORDER,
    forums=PROCEEDINGS,
    requires=(
        *_proceeding(HERE / "A"),
        _own(HERE / "A"),
        element(
            HERE / "A/ii",
            "an order under 18 U.S.C. 3500 or criminal rule 16 requires it",
            use.ordered_produced,
        ),
    ),
    limits=(Limit(HERE / "A/ii", "Only to the extent that the order requires."), *_COURT),
)
OTHER_INFORMATION = Use(
    cite=HERE / "B",
    heading="Return information other than taxpayer return information",
    reaches=tuple(S6103 / at for at in ("i/1", "i/2", "i/3/A", "i/3/C", "i/7")),
    forums=PROCEEDINGS,
    requires=(*_proceeding(HERE / "B"), other_than_taxpayers(_other), NOT_BARRED),
    limits=_COURT,
)

USES = (PROBATIVE, PRODUCED, OTHER_INFORMATION)

ENTRIES = entries(
    HERE,
    rule=". A A/i A/ii B C",
    limit="D",
    no_effect={
        "E": "It speaks to a court of appeal: wrongful admission alone does not reverse a judgment.",
    },
)
