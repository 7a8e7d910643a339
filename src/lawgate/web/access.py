"""Who may open which page: one line for each, and a test that none is missing.

What may be done to a case stands with the cases; the pages ask it there. Here stands who gets as far as asking.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Access:
    """The roles that open a page; None is anyone, signed in or not."""

    roles: frozenset[str] | None

    def lets(self, roles: frozenset[str]) -> bool:
        """Whether somebody with these roles may open it."""
        return self.roles is None or bool(self.roles & roles)


def _to(roles: str) -> Access:
    return Access(frozenset(roles.split()))


ANYONE: Final = Access(None)
EVERYONE: Final = _to(
    "intake_clerk preparer reviewer releaser counsel privacy_officer auditor agency_officer data_subject administrator"
)
OFFICIALS: Final = _to("intake_clerk preparer reviewer releaser counsel privacy_officer auditor")
OFFICIALS_AND_AGENCIES: Final = _to(
    "intake_clerk preparer reviewer releaser counsel privacy_officer auditor agency_officer"
)
RECORDS: Final = _to("preparer reviewer releaser counsel privacy_officer auditor")
"""Those who have to see values of the records: who takes requests in judges their words alone (26 U.S.C. 7213A)."""
AGENCY: Final = _to("agency_officer")
AUDITOR: Final = _to("auditor")
ACCOUNTANTS: Final = _to("auditor privacy_officer")
KEEPERS: Final = _to("auditor administrator")
"""Of the ledger they see numbers, kinds and signatures: no personal datum stands in it."""
ADMINISTRATOR: Final = _to("administrator")
HOLDERS: Final = _to("counsel privacy_officer")
COUNSEL: Final = _to("counsel")
PRIVACY: Final = _to("privacy_officer")
READERS: Final = _to("counsel privacy_officer auditor")
"""Of the registers that counsel keeps; who enters what stands in `casework/registers`, and a test holds them equal."""
ASKING: Final = _to("intake_clerk agency_officer")

ACCESS: Final[Mapping[str, Access]] = {
    "asset": ANYONE,
    "home": ANYONE,
    "health": ANYONE,
    "language": ANYONE,
    "sign-in": ANYONE,
    "sign-in-as": ANYONE,
    "provider": ANYONE,
    "returned": ANYONE,
    "confirm": EVERYONE,
    "confirm-as": EVERYONE,
    "sign-out": EVERYONE,
    # The law is public.
    "law": ANYONE,
    "provision": ANYONE,
    "orders": ANYONE,
    "readings": ANYONE,
    "agreements": ANYONE,
    "questions": ANYONE,
    # Whoever holds a proof may check it; it does not leave his machine.
    "verify": ANYONE,
    "transparency": ANYONE,
    # What can be judged without a record.
    "check-address": ASKING,
    "check-request": ASKING,
    # Cases, for officials. What may be done to a case is asked of the case.
    "inbox": OFFICIALS,
    "inbox-file": OFFICIALS,
    "together": OFFICIALS,
    "searches": OFFICIALS,
    "search-keep": OFFICIALS,
    "search-change": OFFICIALS,
    "search-remove": OFFICIALS,
    "case": OFFICIALS,
    "elements": OFFICIALS,
    "people": RECORDS,
    "why": OFFICIALS,
    "leaving": RECORDS,
    "history": OFFICIALS,
    "letter": OFFICIALS,
    "act": OFFICIALS,
    "office": OFFICIALS,
    # Large requests: their figures name nobody.
    "batches": OFFICIALS,
    "batch-new": _to("intake_clerk"),
    "batch": OFFICIALS,
    "batch-progress": OFFICIALS,
    "batch-result": OFFICIALS,
    "batch-defects": OFFICIALS,
    "batch-decide": _to("preparer"),
    "check-dockets": COUNSEL,
    "ask-glass": HOLDERS,
    "grant-glass": HOLDERS,
    # Counsel's registers.
    "counsel": READERS,
    "counsel-readings": READERS,
    "propose-reading": COUNSEL,
    "adopt-reading": PRIVACY,
    "withdraw-reading": COUNSEL,
    "counsel-orders": READERS,
    "preview-order": COUNSEL,
    "enter-order": COUNSEL,
    "counsel-agreements": READERS,
    "propose-agreement": COUNSEL,
    "end-agreement": COUNSEL,
    "confirm-agreement": PRIVACY,
    "counsel-agencies": READERS,
    "counsel-agency": READERS,
    "propose-safeguards": COUNSEL,
    "confirm-safeguards": PRIVACY,
    "end-safeguards": HOLDERS,
    "counsel-caps": READERS,
    "set-caps": COUNSEL,
    "notices": OFFICIALS_AND_AGENCIES,
    # The service itself.
    "jobs": ADMINISTRATOR,
    "retry-job": ADMINISTRATOR,
    # The agency's door.
    "agency": AGENCY,
    "agency-new": AGENCY,
    "agency-case": AGENCY,
    "agency-mend": AGENCY,
    "agency-letter": AGENCY,
    "agency-ask": AGENCY,
    # Oversight.
    "registers": READERS,
    "looks": AUDITOR,
    "audits": AUDITOR,
    "audit": AUDITOR,
    "audit-rows": AUDITOR,
    "audit-release": AUDITOR,
    "audit-differences": AUDITOR,
    "audit-file": AUDITOR,
    "signatures": AUDITOR,
    "accounting": ACCOUNTANTS,
    "accounting-file": ACCOUNTANTS,
    "accounting-paper": ACCOUNTANTS,
    "yearly": ACCOUNTANTS,
    "yearly-file": ACCOUNTANTS,
    "yearly-paper": ACCOUNTANTS,
    "ledger": KEEPERS,
    "proof": AUDITOR,
    "keys": ANYONE,
    # The person concerned.
    "account": _to("data_subject"),
    "account-paper": _to("data_subject"),
}
