"""The closed lists of casework: states, acts, roles, notices, and what an approval is demanded for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class State(StrEnum):
    """Where a case stands."""

    RECEIVED = "received"
    RETURNED = "returned"
    ADMITTED = "admitted"
    RESOLVING = "resolving"
    DETERMINED = "determined"
    IN_REVIEW = "in_review"
    APPROVED = "approved"
    RELEASED = "released"
    DELIVERED = "delivered"
    RECEIPTED = "receipted"
    CLOSED = "closed"
    WITHHELD = "withheld"
    WITHDRAWN = "withdrawn"
    BLOCKED = "blocked"
    RECALLED = "recalled"
    INCIDENT = "incident"


LEFT = frozenset({State.RELEASED, State.DELIVERED, State.RECEIPTED, State.RECALLED, State.INCIDENT})
"""States that a case reaches only through a release."""


class Act(StrEnum):
    """What somebody does to a case."""

    RECEIVE = "receive"
    RETURN = "return"
    MEND = "mend"
    ADMIT = "admit"
    BLOCK = "block"
    UNBLOCK = "unblock"
    ASK_REVIEWERS = "ask_reviewers"
    SETTLE_MATCH = "settle_match"
    FIND = "find"
    DETERMINE = "determine"
    SUBMIT = "submit"
    SIGN = "sign"
    DECLINE = "decline"
    OBJECT = "object"
    SEND_BACK = "send_back"
    WITHHOLD = "withhold"
    WITHDRAW = "withdraw"
    RELEASE = "release"
    DELIVER = "deliver"
    FAIL_DELIVERY = "fail_delivery"
    FETCH = "fetch"
    CONFIRM = "confirm"
    REVIEW_AFTER = "review_after"
    RECALL = "recall"
    REPORT_INCIDENT = "report_incident"
    ATTEST = "attest"
    DESTROY = "destroy"
    CLOSE = "close"
    VIEW = "view"


class Role(StrEnum):
    """In which capacity somebody acts."""

    INTAKE_CLERK = "intake_clerk"
    PREPARER = "preparer"
    REVIEWER = "reviewer"
    RELEASER = "releaser"
    COUNSEL = "counsel"
    PRIVACY_OFFICER = "privacy_officer"
    AUDITOR = "auditor"
    AGENCY_OFFICER = "agency_officer"
    DATA_SUBJECT = "data_subject"
    ADMINISTRATOR = "administrator"
    SERVICE = "service"
    """The software itself, acting on what officials have decided."""


class Notice(StrEnum):
    """Who is told of an event, and of what."""

    DEFECTS = "defects"
    """The requester: what to mend, all at once."""
    NOT_DISCLOSED = "not_disclosed"
    """The requester: the one sentence that is the same for every reason."""
    ORDER_IN_FORCE = "order_in_force"
    """The requester and counsel: an order of a court forbids it."""
    TO_REVIEWERS = "to_reviewers"
    """The reviewers: a case waits for them."""
    TO_PREPARER = "to_preparer"
    """The preparer: the case has come back."""
    GRANT = "grant"
    """The requester: a package is ready."""
    RELEASED_IN_EMERGENCY = "released_in_emergency"
    """The auditor, at once: one official released; a second looks within a day."""
    QUARANTINE = "quarantine"
    """The recipient: what was received is set apart and not used."""
    INCIDENT = "incident"
    """The auditor and the privacy officer; the person concerned where 26 U.S.C. 7431(e) asks for it."""
    OBJECTION = "objection"
    """The auditor: an official objected."""
    BREAK_GLASS = "break_glass"
    """The auditor, at once: two holders let another official sign, or one of them asked for it."""
    DOCKETS_DUE = "dockets_due"
    """Counsel: the last look at the dockets will soon be too old for any release."""
    ANSWER_LATE = "answer_late"
    """The preparers and the privacy officer: the last day of an answer is over."""
    REVIEW_DUE = "review_due"
    """The reviewers: a release in an emergency waits for its second look."""
    REVIEW_OVERDUE = "review_overdue"
    """The auditor, the privacy officer and the reviewers: the day is over and nobody took the second look."""
    READING_ADOPTED = "reading_adopted"
    """The auditor, at once: counsel and the privacy officer adopted a reading, and its wait begins."""
    READING_ENDS = "reading_ends"
    """Counsel and the privacy officer: an adopted reading lapses soon."""


class Demand(StrEnum):
    """Whose approvals a pathway demands before anything leaves."""

    TWO = "two"
    """Two different officials, neither of them the preparer."""
    ONE_THEN_REVIEW = "one_then_review"
    """One official, not the preparer, and the review of a second within a day."""

    @property
    def approvals(self) -> int:
        """How many approvals have to stand before the release."""
        return 2 if self is Demand.TWO else 1


@dataclass(frozen=True, slots=True)
class Reason:
    """Why an act is refused: a stable name, and a sentence that an officer understands.

    `text` is the sentence as it is translated, with blanks in braces; `blanks` are what stands in them.
    """

    name: str
    text: str
    blanks: Mapping[str, object] = field(default_factory=dict, hash=False)

    @property
    def says(self) -> str:
        """The sentence in English, with its blanks filled."""
        return self.text.format_map(self.blanks)


Reasons = tuple[Reason, ...]
