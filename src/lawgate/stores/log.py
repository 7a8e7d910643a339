"""Log lines of listed fields alone: ids, cites, names of acts and reasons; never a word about a person."""

from __future__ import annotations

from typing import Final

import structlog

from lawgate.errors import IllFormedError

FIELDS: Final = frozenset(
    {"case", "act", "actor", "reasons", "sequence", "size", "waiting", "fault", "state"}
)

_LOG = structlog.get_logger("lawgate")


def say(event: str, **fields: object) -> None:
    """Log an event with fields that are listed; IllFormedError for any other, whatever it holds."""
    if unlisted := fields.keys() - FIELDS:
        raise IllFormedError(f"{sorted(unlisted)[0]} is no field of the log")
    _LOG.info(event, **fields)
