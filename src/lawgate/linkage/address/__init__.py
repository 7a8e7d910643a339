"""Whether a text is an address on its face, and whether it is the same as one held: two separate facts."""

from __future__ import annotations

from lawgate.linkage.address.delivery import take_apart
from lawgate.linkage.address.kinds import VERDICTS, Kind
from lawgate.linkage.address.normal import NormalAddress, normalise, normalise_parts
from lawgate.linkage.address.rules import RULES
from lawgate.linkage.address.same import Sameness, agrees, compare
from lawgate.linkage.address.tokens import is_too_long, read
from lawgate.linkage.adequacy import Adequacy

__all__ = ["Kind", "NormalAddress", "Sameness", "agrees", "assess", "compare", "normalise", "normalise_parts"]


def assess(raw: str | None) -> Adequacy:
    """Say whether the text is an address on its face, of which kind, and by which rule.

    Never raises; the work is bounded whatever the text's length; the rule's words hold nothing of the text.
    """
    if raw is None or not raw.strip():
        return VERDICTS[Kind.EMPTY]
    if is_too_long(raw):
        return VERDICTS[Kind.TOO_LONG]
    text = read(raw)
    if not text.tokens:
        return VERDICTS[Kind.PLACEHOLDER if text.line else Kind.EMPTY]
    address = take_apart(text)
    for rule in RULES:
        if kind := rule(address):
            return VERDICTS[kind]
    raise AssertionError("the last rule always speaks")
