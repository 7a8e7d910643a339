"""Log lines of listed fields alone: ids, cites, names of acts and reasons; never a word about a person."""

from __future__ import annotations

import sys
from typing import Final

import structlog

from lawgate.errors import IllFormedError

FIELDS: Final = frozenset(
    {"case", "act", "actor", "reasons", "sequence", "size", "waiting", "fault", "state"}
)

_PROCESSORS: Final = (
    structlog.processors.TimeStamper(fmt="iso", utc=True),
    structlog.processors.JSONRenderer(sort_keys=True),
)


def say(event: str, **fields: object) -> None:
    """Log an event on standard error, one JSON object a line; IllFormedError for a field that is not listed."""
    if unlisted := fields.keys() - FIELDS:
        raise IllFormedError(f"{sorted(unlisted)[0]} is no field of the log")
    log = structlog.wrap_logger(structlog.PrintLogger(sys.stderr), processors=_PROCESSORS)
    log.info(event, **fields)
