"""The Parquet files of a sample, written chunk by chunk and joined at the end."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import polars as pl

from lawgate.errors import InputError

_ROWS_A_GROUP = 250_000
_CHUNKS = ".chunks"


class Tables:
    """Collects the chunks of each table beside the folder's files and joins them when closed."""

    __slots__ = ("_chunks", "_folder", "_rows")

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._chunks: dict[str, list[Path]] = {}
        self._rows: dict[str, int] = {}

    def add(self, name: str, rows: pl.DataFrame) -> None:
        """Add rows to the table of that name; their order stays."""
        written = self._chunks.setdefault(name, [])
        chunk = self._folder / _CHUNKS / f"{name}.{len(written)}"
        chunk.parent.mkdir(parents=True, exist_ok=True)
        with _refused(chunk):
            rows.write_parquet(chunk, compression="lz4", statistics=False)
        written.append(chunk)
        self._rows[name] = self._rows.get(name, 0) + rows.height

    def close(self) -> dict[str, int]:
        """Join the chunks of each table into its file; gives back the rows of each."""
        for name, chunks in self._chunks.items():
            with _refused(self._folder / name):
                pl.scan_parquet(chunks, glob=False).sink_parquet(
                    self._folder / name,
                    compression="zstd",
                    row_group_size=_ROWS_A_GROUP,
                    maintain_order=True,
                )
            for chunk in chunks:
                chunk.unlink()
        shutil.rmtree(self._folder / _CHUNKS)
        return dict(self._rows)


@contextmanager
def _refused(table: Path) -> Iterator[None]:
    """What the system refuses while a table is written; the engine tells it as a fault of its own."""
    try:
        yield
    except pl.exceptions.ComputeError as error:
        if "os error" not in str(error):
            raise
        raise InputError(
            "the table cannot be written", where=table.name, mend="make room on the disk"
        ) from None
