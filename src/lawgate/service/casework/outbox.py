"""What is queued for the background, each with ids alone and in the transaction of what makes it necessary."""

from __future__ import annotations

from typing import Final

from lawgate.stores.jobs import enqueue

JOBS: Final = "lawgate.service.casework.background.jobs"
"""Where the bodies stand; they rest on every use case, so they are named here and not imported."""


def deliver(case: str) -> None:
    """The entry of a release stands in the ledger: its package can be handed over."""
    enqueue(f"{JOBS}.deliver", case)


def hold_to_law(digest: str) -> None:
    """The law is another than before: every open case is held against its orders."""
    enqueue(f"{JOBS}.hold_to_law", digest)


def hold_case(case: str) -> None:
    """One of those cases."""
    enqueue(f"{JOBS}.hold_case", case)


def send_notice(notice: int) -> None:
    """A notice that can be taken to whom it is addressed."""
    enqueue(f"{JOBS}.send_notice", str(notice))
