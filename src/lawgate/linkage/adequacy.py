"""What the check of an address says: enough on its face, not enough, or a person must look."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Outcome(StrEnum):
    """Whether a text is an address on its face; whose address it is, is another question."""

    ADEQUATE = "adequate"
    INADEQUATE = "inadequate"
    NEEDS_HUMAN = "needs_human"


@dataclass(frozen=True, slots=True)
class Adequacy:
    """The outcome with the kind of text it is and the rule that said so, in one sentence."""

    outcome: Outcome
    kind: str
    why: str
