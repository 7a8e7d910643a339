"""What a batch rests on: its inputs by their digests, so that only a run of the same ones is taken up again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

from lawgate import __version__
from lawgate.service.run import Run, RunOptions
from lawgate.stores.digests import digest_of


def inputs_of(request: Path, run: Run, options: RunOptions, **more: Any) -> dict[str, Any]:
    """Every file that is read, by digest, every other option as it was given, the days and the law's digest."""
    told = {one.name: getattr(options, one.name) for one in fields(options) if one.name != "out"}
    files = {name: value for name, value in told.items() if isinstance(value, Path)}
    return {
        "version": __version__,
        "corpus": run.terms.corpus.digest,
        "as_of": run.terms.day.isoformat(),
        "known_on": run.known_on.isoformat(),
        "request": digest_of(request),
        "subjects": digest_of(run.table) if run.table else None,
        "options": {name: value for name, value in told.items() if name not in files},
        "files": {
            f"{name}/{part}": digest for name, path in files.items() for part, digest in _digests(path)
        },
        **more,
    }


def _digests(path: Path) -> Iterator[tuple[str, str]]:
    """Of a file, or of each table of a folder of records."""
    if path.is_dir():
        for part in sorted(one for one in path.rglob("*") if one.is_file()):
            yield part.relative_to(path).as_posix(), digest_of(part)
    else:
        yield "", digest_of(path)
