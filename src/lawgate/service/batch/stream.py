"""A large request: the same determinations, streamed into a folder that can be read and explained later."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import polars as pl

from lawgate.decide.request import Subject
from lawgate.errors import InputError
from lawgate.present.pages.report import report_page
from lawgate.service.batch.engine_masks import DEFAULT_ENGINE, masks_by
from lawgate.service.batch.inputs import inputs_of
from lawgate.service.batch.part import DecidedPart, MasksElsewhere, PartGate
from lawgate.service.batch.parts_apart import Decide, deciding_apart
from lawgate.service.batch.rows import item_from, subject_from
from lawgate.service.batch.shape import forms_of, judge_addresses, shape_document
from lawgate.service.batch.tally import Tally
from lawgate.service.contract.write import law_document
from lawgate.service.run import Run, RunOptions, TermsApart, load_run, open_records
from lawgate.stores.apart import without_search
from lawgate.stores.progress import Progress
from lawgate.stores.records.custodian import RecordsFolder
from lawgate.stores.runs.batch_folder import BatchFolder
from lawgate.stores.runs.batch_growing import GrowingFolder, growing

subjects_in_part_max = 50_000
"""How many subjects each process has in memory as decisions at once."""
apart_subjects_min = 100_000
"""From so many subjects on it is worth the seconds that other processes and their copy of the records take."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchOptions(RunOptions):
    """What a batch run is told besides the request."""

    records: Path
    out: Path
    engine: str = DEFAULT_ENGINE
    engine_at: str | None = None


def run_batch(request: Path, options: BatchOptions, progress: Progress | None = None) -> dict[str, Any]:
    """Decide every subject; write the folder whole or not at all; give its summary.

    Raises InputError for whatever cannot be read, before a record is looked at or a file written.
    """
    run, custodian = load_run(request, options), open_records(options.records, options)
    judged = judge_addresses(run.subjects)
    shape = shape_document(run.subjects, run.terms, judged)
    inputs = inputs_of(request, run, options, subjects_in_part=subjects_in_part_max)
    with masks_by(options.engine, options.engine_at) as masks, growing(options.out, inputs) as folder:
        with _deciding(run, options, custodian, masks, folder) as decide:
            for done in _decide_parts(run.subjects, decide, judged, folder):
                if progress:
                    progress(done, len(run.subjects))
        explanations = folder.join()
        tally = Tally(folder.subjects(), folder.decisions(), explanations)
        summary = {**_heading(run), **tally.summary(), "shape": shape}
        folder.finish(summary=summary, explanations=explanations, report=report_page(summary))
    return summary


@contextmanager
def _deciding(
    run: Run,
    options: BatchOptions,
    custodian: RecordsFolder,
    masks: MasksElsewhere | None,
    folder: GrowingFolder,
) -> Iterator[Decide]:
    """How parts are decided: many subjects by every core; few, and those of an engine, by this process."""
    if masks is None and len(run.subjects) >= apart_subjects_min:
        terms = TermsApart.of(run, options)
        with folder.room() as room, deciding_apart(terms, custodian, room) as decide:
            yield decide
    else:
        gate = PartGate(run.terms, custodian, masks)
        yield lambda parts: (_decided_by(gate, *part) for part in parts)


def _decided_by(gate: PartGate, subjects: Sequence[Subject], forms: Mapping[str, str]) -> DecidedPart:
    with without_search():
        return gate.decide(tuple(subjects), forms)


def _decide_parts(
    subjects: Sequence[Subject], decide: Decide, judged: pl.DataFrame, folder: GrowingFolder
) -> Iterator[int]:
    """Decide and keep every part that an earlier run has not kept; after each one, how many subjects are done."""
    starts = range(0, len(subjects), subjects_in_part_max)
    lacking = [number for number, _ in enumerate(starts) if not folder.holds(number)]
    done = len(subjects) - sum(len(_part(subjects, number)) for number in lacking)
    parts = ((part, forms_of(part, judged)) for part in (_part(subjects, number) for number in lacking))
    for number, told in zip(lacking, decide(parts), strict=True):
        folder.add(number, subjects=told.subjects, decisions=told.decisions, explanations=told.explanations)
        done += told.subjects.height
        yield done


def _part(subjects: Sequence[Subject], number: int) -> Sequence[Subject]:
    start = number * subjects_in_part_max
    return subjects[start : start + subjects_in_part_max]


def batch_options(*, records: Path | None, out: Path | None, **told: Any) -> BatchOptions:
    """The options of a batch; InputError where the folder of the records or the one to write is not named."""
    if records is None:
        raise InputError(
            "no records", where="--records", mend="name the custodian's folder, or ask --shape-only"
        )
    if out is None:
        raise InputError("no folder to write", where="--out", mend="name a new folder, or ask --shape-only")
    return BatchOptions(records=records, out=out, **told)


def tell_shape(request: Path, **told: Any) -> dict[str, Any]:
    """The figures of a request's own words, see RunOptions; no record is looked at and none is needed."""
    run = load_run(request, RunOptions(**told))
    return {**_heading(run), "shape": shape_document(run.subjects, run.terms, judge_addresses(run.subjects))}


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
