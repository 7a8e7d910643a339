"""Whether a text is an address on its face, and whether it is the same as one held: two separate facts."""

from __future__ import annotations

from lawgate.linkage.address.delivery import read_line
from lawgate.linkage.address.kinds import VERDICTS, Kind
from lawgate.linkage.address.rules import RULES
from lawgate.linkage.address.tokens import is_too_long
from lawgate.linkage.adequacy import Adequacy

__all__ = ["Kind", "assess"]


def assess(raw: str | None) -> Adequacy:
    """Say whether the text is an address on its face, of which kind, and by which rule.

    Never raises; the work is bounded whatever the text's length; the rule's words hold nothing of the text.
    """
    if raw is None or not raw.strip():
        return VERDICTS[Kind.EMPTY]
    if is_too_long(raw):
        return VERDICTS[Kind.TOO_LONG]
    address = read_line(raw)
    if not address.text.tokens:
        return VERDICTS[Kind.PLACEHOLDER if address.text.line else Kind.EMPTY]
    for rule in RULES:
        if kind := rule(address):
            return VERDICTS[kind]
    raise AssertionError("the last rule always speaks")
