"""Where the candidates of a match come from: the records read into columns here, or another engine's tables.

Whoever finds them finds the same ones in the same order, and one pure comparison names whom it names.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from lawgate.errors import InputError
from lawgate.service.batch.engine_masks import DEFAULT_ENGINE
from lawgate.stores.records.batch_match import SLICE_REQUESTS, CandidateSource
from lawgate.stores.records.custodian import RecordsFolder

JOINING: Final = ("duckdb", "spark")
"""The engines that read the tables of candidates where they stand."""


@contextmanager
def candidates_by(engine: str, folder: RecordsFolder) -> Iterator[tuple[CandidateSource, int]]:
    """The candidates of a folder's records by this engine, and how many requests to ask it for at once.

    Raises InputError where the engine is none of these, is not installed, or cannot be reached.
    """
    if engine == DEFAULT_ENGINE:
        yield folder.frames, SLICE_REQUESTS
        return
    if engine not in JOINING:
        raise InputError(
            f"{engine} finds no candidates",
            where="--engine",
            mend=f"use {DEFAULT_ENGINE}, {' or '.join(JOINING)}",
        )
    try:
        from lawgate.stores.engines import opened  # noqa: PLC0415 - what most installations do without
        from lawgate.stores.records.candidate_tables import REQUESTS_EACH_JOIN, laid_before  # noqa: PLC0415 - as above
    except ModuleNotFoundError as missing:
        raise InputError(
            f"{engine} needs {missing.name}", where="--engine", mend="install lawgate[engines], or use polars"
        ) from None
    with opened(engine) as backend, laid_before(backend, folder.path) as tables:
        yield tables, REQUESTS_EACH_JOIN
