"""What the paragraphs of (k) share: the purpose of a release, and how far it reaches."""

from lawgate.cite import Cite
from lawgate.kernel.expr import Element, all_of, among, any_of, element, not_
from lawgate.kernel.fact import Fact, Owner, choice
from lawgate.law.addresses import S6103
from lawgate.law.terms import item, request
from lawgate.law.terms.finding import judgement
from lawgate.law.terms.request import NOT_STATED
from lawgate.law.usc26.s6103.b import RETURN
from lawgate.law.usc26.s6103.i.p3 import data_of_return

purpose = choice(
    "release.purpose",
    "For which purpose of tax administration is the information to go out?",
    says="the purpose of the release",
    owner=Owner.REQUESTER,
    values=(
        "inspect_accepted_offer", "learn_amount_of_lien", "correct_misstatement", "tax_convention",
        "regulate_preparers", "obtain_information", "excise_registration", "levy_on_payment", "receive_payment",
        "prevent_false_returns_from_prison", "defend_prison_action", "revoke_passport", "contact_taxpayer",
        "inquiry_with_whistleblower", "update_whistleblower", "identity_theft_and_cybersecurity",
        "screen_receivables", "other", NOT_STATED,
    ),
)  # fmt: skip

within_extent = judgement(
    "within_extent",
    S6103 / "k",
    "Does the item lie within the extent, and do the conditions obtain, to which and on which the paragraph of (k) "
    "relied on lets it go?",
    yes="the item lies within the extent, and the conditions obtain, of the paragraph relied on",
    no="the item lies outside the extent, or the conditions do not obtain, of the paragraph relied on",
)
"""Put under the subsection, because under the paragraph itself an official decides whether to disclose."""

RETURN_INFORMATION_ALONE = all_of(item.held, any_of(not_(RETURN), data_of_return))
"""Return information that is not itself a return, which most of these paragraphs open alone."""


def for_purpose(cite: Cite, label: str, stated: str) -> Element:
    """The request states the purpose of this paragraph."""
    return element(
        cite,
        f"the purpose is {label}",
        among(purpose, stated),
        mend=f"State in `facts`, as release.purpose, {stated}; this paragraph serves no other purpose.",
    )


def by_treasury(cite: Cite, who: str) -> Element:
    """Whoever makes the release belongs to the Department of the Treasury."""
    return element(
        cite,
        f"{who} makes the release",
        request.of_treasury,
        mend=f"Have {who} make the release; state the agency.",
    )


def return_information(cite: Cite) -> Element:
    """The item is return information, of whatever source, and not a return."""
    return element(
        cite,
        "the item is return information on file, and not a return itself",
        RETURN_INFORMATION_ALONE,
        also=(S6103 / "b/1", S6103 / "b/2"),
    )


def any_on_file(cite: Cite) -> Element:
    """The item is a return or return information."""
    label = "the item is a return or return information on file"
    return element(cite, label, item.held, also=(S6103 / "b/1", S6103 / "b/2"))


def listed(cite: Cite, label: str, *names: str, also: tuple[Cite, ...] = ()) -> Element:
    """The item is one of those that the paragraph names, and is on file."""
    return element(
        cite, f"the item is {label}, on file", all_of(item.held, among(item.name, *names)), also=also
    )


def reaches(cite: Cite, label: str, question: Fact = within_extent) -> Element:
    """An official finds that the paragraph reaches so far."""
    return element(cite, label, question)
