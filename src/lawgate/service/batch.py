"""A large request: the same determinations, streamed into a folder that can be read and explained later."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lawgate.decide.request import Subject
from lawgate.errors import InputError
from lawgate.present.report import report_page
from lawgate.service.contract.write import law_document
from lawgate.service.gate import decide_subjects
from lawgate.service.rows import decision_rows, item_from, kept_documents, subject_from, subject_row
from lawgate.service.run import Run, RunOptions, load_run, open_records
from lawgate.service.tally import Tally
from lawgate.stores.batch_folder import BatchFolder

subjects_in_part_max = 20_000
"""How many subjects are in memory as decisions at once."""

Progress = Callable[[int, int], None]
"""Told the subjects decided so far and the subjects in all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchOptions(RunOptions):
    """What a batch run is told besides the request."""

    records: Path
    out: Path
    engine: str = "polars"
    calibration: Path | None = None
    ceiling: float | None = None


def run_batch(request: Path, options: BatchOptions, progress: Progress | None = None) -> dict[str, Any]:
    """Decide every subject; write the folder whole or not at all; give its summary.

    Raises InputError for whatever cannot be read, before a record is looked at or a file written.
    """
    if options.engine != "polars":
        raise InputError(f"engine {options.engine!r} is not built", where="--engine", mend="use polars")
    run = load_run(request, options)
    custodian, tally = open_records(options.records, options), Tally()
    with BatchFolder.begin(options.out) as folder:
        for part in _parts(run.subjects):
            decided = list(decide_subjects(part, run.terms, custodian))
            for one in decided:
                tally.add(one)
            folder.add(
                [subject_row(one) for one in decided],
                [r for one in decided for r in decision_rows(one, tally)],
            )
            if progress:
                progress(tally.admission.total(), len(run.subjects))
        summary = {**_heading(run), **tally.summary()}
        folder.finish(summary=summary, explanations=kept_documents(tally), report=report_page(summary))
    return summary


def explain_row(out: Path, ref: str) -> dict[str, Any]:
    """The determination of one subject of a batch, as `decide` would print it."""
    folder = BatchFolder.open(out)
    summary, subject, rows = folder.summary(), folder.subject(ref), folder.rows(ref)
    kept = folder.explanations()
    run = {key: summary[key] for key in ("request", "as_of", "known_on", "corpus", "law", "hypothetical")}
    return {**run, "subjects": [subject_from(subject, [item_from(row, kept) for row in rows])]}


def _heading(run: Run) -> dict[str, Any]:
    """What was decided, as of when, under which law; every folder that can be opened is a synthetic one."""
    return {
        "request": run.terms.asked.id,
        "as_of": run.terms.day.isoformat(),
        "known_on": run.known_on.isoformat(),
        "corpus": run.terms.corpus.digest,
        "law": law_document(run.terms.corpus, run.terms.asked.provision),
        "hypothetical": run.hypothetical,
        "synthetic": True,
    }


def _parts(subjects: Sequence[Subject]) -> Iterator[Sequence[Subject]]:
    for start in range(0, len(subjects), subjects_in_part_max):
        yield subjects[start : start + subjects_in_part_max]
