"""The masks of a batch told by another engine, row by row, and held to those of the explanations.

The engine runs the pathway's own tree over the answers of each row; what it tells is carried by id. A mask that
differs from the explanation of its row ends the run: two readers of one tree that disagree decide nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

import polars as pl

from lawgate.decide.determination import Decision
from lawgate.decide.request import Known
from lawgate.errors import EngineError, InputError
from lawgate.kernel.batch import by_polars
from lawgate.kernel.batch.masks import plan
from lawgate.kernel.fact import Domain, Fact, Value
from lawgate.law.pathway import Pathway
from lawgate.service.batch.rows import masks_of

if TYPE_CHECKING:
    from lawgate.service.batch.part import MasksElsewhere
    from lawgate.stores.engines import Engine

DEFAULT_ENGINE: Final = "polars"
_NOTHING: Final = {"row": pl.UInt32(), "yes_mask": pl.UInt64(), "no_mask": pl.UInt64()}


@contextmanager
def masks_by(engine: str, address: str | None) -> Iterator[MasksElsewhere | None]:
    """The masks as this engine tells them; None for the default, whose masks are those of the explanations.

    Raises InputError where the engine is none, is not installed, or cannot be reached.
    """
    if engine == DEFAULT_ENGINE:
        yield None
        return
    try:
        from lawgate.stores.engines import opened  # noqa: PLC0415 - what most installations do without
    except ModuleNotFoundError as missing:
        raise InputError(
            f"{engine} needs {missing.name}", where="--engine", mend="install lawgate[engines], or use polars"
        ) from None
    with opened(engine, address or "") as backend:
        yield lambda outcome_of, outcomes, known: told_by(backend, outcome_of, outcomes, known)


def told_by(
    backend: Engine, outcome_of: pl.Series, outcomes: Sequence[Decision], known: Sequence[Known]
) -> pl.DataFrame:
    """yes_mask and no_mask of each row, in the order of the rows; EngineError where one is not as explained."""
    rows = pl.DataFrame({"outcome": outcome_of.cast(pl.Int64)}).with_row_index("row")
    parts = [
        _by_pathway(backend, pathway, rows, numbers, known) for pathway, numbers in _of_pathways(outcomes)
    ]
    told = rows.join(
        pl.concat([pl.DataFrame(schema=_NOTHING), *parts]), on="row", how="left", maintain_order="left"
    )
    masks = told.select(pl.col("yes_mask").fill_null(0), pl.col("no_mask").fill_null(0))
    explained = pl.DataFrame([masks_of(one) for one in outcomes], schema=masks.schema, orient="row")[
        outcome_of
    ]
    if not masks.equals(explained):
        differing = (masks != explained).select(pl.any_horizontal(pl.all()).sum()).item()
        raise EngineError(f"{differing} rows have other masks than their explanations", where=backend.name)
    return masks


def _of_pathways(outcomes: Sequence[Decision]) -> Iterator[tuple[Pathway, list[int]]]:
    """Each pathway with the numbers of the outcomes that it gave; one that a fault ended has none."""
    found: dict[int, tuple[Pathway, list[int]]] = {}
    for number, one in enumerate(outcomes):
        if one.pathway is not None and one.explanation is not None:
            found.setdefault(id(one.pathway), (one.pathway, []))[1].append(number)
    yield from found.values()


def _by_pathway(
    backend: Engine, pathway: Pathway, rows: pl.DataFrame, numbers: list[int], known: Sequence[Known]
) -> pl.DataFrame:
    from lawgate.stores.engines import decide_on  # noqa: PLC0415 - what most installations do without

    facts = pathway.facts
    groups = pl.DataFrame(
        [_column(fact, [known[number].get(fact.name) for number in numbers]) for fact in facts]
    )
    groups = groups.insert_column(0, pl.Series("outcome", numbers, dtype=pl.Int64))
    asked = rows.filter(pl.col("outcome").is_in(numbers)).cast({"row": pl.Int64})
    told = decide_on(
        backend,
        plan(pathway.elements, {}, group={fact.name for fact in facts}),
        groups,
        asked,
        group="outcome",
        row="row",
    )
    return told.select(pl.col("row").cast(pl.UInt32), yes_mask="yes_0", no_mask="no_0")


def _column(fact: Fact, answers: list[Value | None]) -> pl.Series:
    """Answers as a column; whatever is no answer to the fact is unknown."""
    kind = by_polars.column_type(fact)
    if fact.domain is Domain.SEVERAL:
        several = [sorted(one) if isinstance(one, frozenset) else None for one in answers]
        return pl.Series(fact.name, several, dtype=pl.List(pl.Utf8)).cast(kind, strict=False)
    if fact.domain is Domain.CHOICE:
        texts = [one if isinstance(one, str) else None for one in answers]
        return pl.Series(fact.name, texts, dtype=pl.Utf8).cast(kind, strict=False)
    return pl.Series(fact.name, answers, dtype=kind)
