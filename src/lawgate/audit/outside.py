"""Releases outside the request: of a person whom it does not name, or of an item that it does not ask for.

No paragraph opens what nobody asked for, so the general rule is all that such a release is held against.
"""

from __future__ import annotations

from typing import Final

from lawgate.cite import Cite
from lawgate.kernel.explain import Explanation, explain
from lawgate.kernel.expr import Element, all_of, element
from lawgate.kernel.fact import Owner, flag
from lawgate.law.addresses import S6103

GENERAL_RULE: Final[Cite] = S6103 / "a"

_PERSON = flag(
    "release.person_named",
    "Does the request name this person?",
    says="the request names this person",
    denies="the request names no such person",
    owner=Owner.REQUESTER,
)
_ITEM = flag(
    "release.item_asked",
    "Does the request ask for this item?",
    says="the request asks for this item",
    denies="the request asks for no such item",
    owner=Owner.REQUESTER,
)
PERSON_ASKED: Final[Element] = element(
    GENERAL_RULE, "the request names the person of whom it was released", _PERSON
)
ITEM_ASKED: Final[Element] = element(GENERAL_RULE, "the request asks for the item that was released", _ITEM)


def asked_for(*, person: bool, item: bool) -> Explanation:
    """Whether the request names the person and asks for the item, as two elements of the general rule."""
    facts = {_PERSON.name: person, _ITEM.name: item}
    return explain(all_of(PERSON_ASKED, ITEM_ASKED), facts)
