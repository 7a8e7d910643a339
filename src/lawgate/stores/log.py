"""Log lines of listed fields alone: ids, cites, names of acts and reasons; never a word about a person."""

from __future__ import annotations

import sys
from typing import Any, Final

import structlog

FIELDS: Final = frozenset(
    {"case", "act", "actor", "reasons", "sequence", "size", "waiting", "fault", "state"}
)
_OF_ITS_OWN: Final = frozenset({"event", "timestamp"})


def _listed_alone(_logger: Any, _method: str, line: Any) -> Any:
    """Drop what is not listed, and say how much: a log neither tells a name nor stops what it tells of."""
    kept = {name: value for name, value in line.items() if name in FIELDS | _OF_ITS_OWN}
    return kept if len(kept) == len(line) else {**kept, "dropped": len(line) - len(kept)}


_PROCESSORS: Final = (
    _listed_alone,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
    structlog.processors.JSONRenderer(sort_keys=True),
)


def say(event: str, **fields: object) -> None:
    """Log an event on standard error, one JSON object a line; a field that is not listed is dropped."""
    log = structlog.wrap_logger(structlog.PrintLogger(sys.stderr), processors=_PROCESSORS)
    log.info(event, **fields)
