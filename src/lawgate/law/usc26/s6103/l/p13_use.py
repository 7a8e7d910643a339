"""26 U.S.C. 6103(l)(13)(A) to (D)(ii): for what student aid information may be used once it was disclosed.

Besides the purpose for which it was disclosed an authorised person has three more, by (D)(i); none of them is a
criminal investigation or prosecution, by (ii). Passing it on is (D)(iii) to (vi), which p13_onward.py states.
"""

from lawgate.cite import Cite
from lawgate.kernel.expr import Element, among, element, not_
from lawgate.kernel.fact import Owner, choice, flag
from lawgate.law.entry import entries
from lawgate.law.terms import use
from lawgate.law.usc26.s6103.l.p13 import HERE
from lawgate.law.use import Use

further_purpose = choice(
    "education.further_purpose",
    "For which purpose besides that of its disclosure is the item used?",
    says="the further purpose",
    owner=Owner.REQUESTER,
    values=("improper_payments", "oversight", "cost_estimates", "other"),
)
"""improper_payments: reducing their net cost; oversight: by the Inspector General; cost_estimates: (III)."""

user_authorised = flag(
    "education.user_authorised",
    "Is he who uses the item a person authorised and designated under subparagraph (E)?",
    says="he who uses the item is an authorised person",
    denies="he who uses the item is no authorised person",
    owner=Owner.REQUESTER,
)
criminal_work = flag(
    "education.criminal_work",
    "Is the item used in a criminal investigation or prosecution?",
    says="the item is used in a criminal investigation or prosecution",
    denies="the item is used in no criminal investigation or prosecution",
    owner=Owner.REQUESTER,
)

WITHIN_THE_DEPARTMENT = ("nobody", "own_agency")


def _authorised(cite: Cite) -> Element:
    return element(
        cite,
        "an authorised person uses the item",
        user_authorised,
        also=(HERE / "E", HERE / "E/i", HERE / "E/ii"),
    )


def _kept(cite: Cite) -> Element:
    return element(
        cite, "the item goes to nobody else", among(use.passed_to, *WITHIN_THE_DEPARTMENT), also=(HERE / "D",)
    )


def _own(subparagraph: str, what: str) -> Use:
    cite = HERE / subparagraph
    return Use(
        cite=cite,
        heading=f"Use for {what}",
        reaches=(cite,),
        forums=use.OWN_WORK,
        requires=(
            element(cite, f"the item is used for {what}", use.in_same_work),
            _authorised(cite),
            _kept(cite),
        ),
    )


FURTHER_USE = Use(
    cite=HERE / "D/i",
    heading="Use against improper payments, for oversight, and for estimates of cost",
    reaches=(HERE / "A", HERE / "B", HERE / "C"),
    forums=use.OWN_WORK,
    requires=(
        element(
            HERE / "D/i",
            "the item is used for one of the three further purposes",
            among(further_purpose, "improper_payments", "oversight", "cost_estimates"),
            also=(HERE / "D/i/I", HERE / "D/i/II", HERE / "D/i/III"),
        ),
        _authorised(HERE / "D/i"),
        element(
            HERE / "D/ii",
            "the item is used in no criminal investigation or prosecution",
            not_(criminal_work),
        ),
        _kept(HERE / "D/i"),
    ),
)

OWN_USE = (
    _own("A", "repayment plans by income"),
    _own("B", "loans discharged on disability"),
    _own("C", "Federal student financial aid"),
)
"""Stated last: where both refuse alike, the further purposes are told."""

ENTRIES = entries(HERE, rule="D/i D/i/I D/i/II D/i/III D/ii")
