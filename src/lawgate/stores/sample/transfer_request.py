"""The request and the findings of the replica: what was reported of the request of 27 June 2025, as documents."""

from __future__ import annotations

from typing import Final

from lawgate.stores.sample.findings import IDENTIFIES_OR_IMPAIRS, SAFEGUARDS
from lawgate.stores.sample.request_parts import HOMELAND_AGENTS, HOMELAND_REASONS, Json, homeland_request
from lawgate.stores.sample.transfer_kinds import RECEIVED_ON, RELEASED_ON

SUBJECTS_FILE: Final = "transfer.parquet"

REQUEST: Final[Json] = homeland_request(
    [],
    id="REQ-2025-TRANSFER",
    received_on=RECEIVED_ON,
    recipients=HOMELAND_AGENTS,
    reasons=HOMELAND_REASONS,
    matter={
        "number": "25-rm-00001",
        "opened_on": "2025-04-07",
        "stage": "investigation",
        "authority": "8 USC 1253(a)(1)",
        "statutes": ["8 USC 1253(a)(1)"],
        "tax_administration": False,
        "united_states_party": True,
        "child_case": False,
    },
) | {"subjects": SUBJECTS_FILE}
"""One officer for all, one reason for all, the address alone."""

_ENGAGED_FOR_EACH = "/us/usc/t26/s6103/i/2/A"


def _finding(cite: str, answer: str, on: str, note: str) -> Json:
    return {
        "cite": cite,
        "answer": answer,
        "refs": "*",
        "items": "*",
        "by": {"name": "Sample Official", "office": "delegated_official"},
        "on": on,
        "certified_on": None,
        "note": note,
    }


_THEN: Final = (
    _finding(IDENTIFIES_OR_IMPAIRS, "no", RELEASED_ON, "chosen: what was found then is not published"),
    _finding(SAFEGUARDS, "yes", RELEASED_ON, "chosen: what was found then is not published"),
)
_LATER: Final = (
    _finding(_ENGAGED_FOR_EACH, "no", "2025-11-21", "as the court saw it on 21 November 2025 (O4)"),
)

FINDINGS: Final[dict[str, Json]] = {
    "findings.json": {"findings": list(_THEN)},
    "findings-later.json": {"findings": [*_THEN, *_LATER]},
}
"""What is taken to have been found by the day of the release, and with it what was found later."""

README: Final = """\
A replica of the transfer of 7 August 2025 at scale {scale:g}, seed {seed}. Nobody in it is real.
Published: 1,280,000 asked; 47,289 released, 42,695 of them by TIN and name without a look at the address, 4,594
by name and address; placeholders under 5 % of the released; one officer named for all. All else is a choice,
told in docs/transfer-2025.md.
records/ is a custodian's folder; it holds no data items, for the address alone was asked.
requests/transfer.json names its subjects in transfer.parquet; releases.parquet is what went out.
findings.json: what is taken to have been found by that day; findings-later.json adds what was found after it.
truth.parquet: whom a row means, how it was made, whether its address is one held. `lawgate audit` never reads it.
"""
