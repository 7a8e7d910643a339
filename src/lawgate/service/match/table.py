"""Who is named, for a table of subjects: what `lawgate match` does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any, Final

from lawgate.errors import InputError
from lawgate.linkage.calibrate import CEILING_DEFAULT, Ceiling
from lawgate.linkage.person import Resolution, Status
from lawgate.linkage.policy import POLICY
from lawgate.linkage.weights import WEIGHTS_VERSION
from lawgate.present.pages.match import match_page
from lawgate.service.batch.engine_masks import DEFAULT_ENGINE
from lawgate.service.files import day_of
from lawgate.service.match.calibration import calibrate_records, check_rate
from lawgate.service.match.candidates import candidates_by
from lawgate.service.match.rows import match_row
from lawgate.service.subjects import load_subjects, named_of
from lawgate.stores.progress import Progress
from lawgate.stores.records.batch_match import SLICE_REQUESTS, Answer, resolve_many
from lawgate.stores.records.controls import CONTROLS_EACH
from lawgate.stores.records.custodian import RecordsFolder
from lawgate.stores.replacing import put_text
from lawgate.stores.runs.calibration_file import Calibrated, load_calibration
from lawgate.stores.runs.match_table import MatchTable, Row

PICTURES_MAX: Final = 10
"""A page shows so many subjects one by one, from the first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchOptions:
    """What a match is told besides the subjects."""

    records: Path
    out: Path | None = None
    calibrate: bool = False
    calibration: Path | None = None
    ceiling: float | None = None
    as_of_day: str | None = None
    html: Path | None = None
    controls_each: int = CONTROLS_EACH
    engine: str = DEFAULT_ENGINE


@dataclass
class _Found:
    """What the answers came to, counted as they go by."""

    status: Counter[str] = field(default_factory=Counter)
    rules: Counter[str] = field(default_factory=Counter)
    held_back: int = 0
    shown: list[Row] = field(default_factory=list)


def run_match(
    subjects: Path | None, options: MatchOptions, progress: Progress | None = None
) -> dict[str, Any]:
    """Resolve every subject into one table, whole or not at all; give the figures.

    Without subjects the file is calibrated only. Raises InputError for whatever cannot be read or is not
    stated, before a record is looked at or a file written.
    """
    _check(subjects, options)
    day = day_of(options.as_of_day, where="--as-of")
    folder = RecordsFolder.open(options.records)
    asked = list(named_of(load_subjects(subjects))) if subjects else []
    table = MatchTable.begin(options.out) if options.out else None
    known, rate = _calibrated(folder, options, progress), options.ceiling
    ceiling = Ceiling(CEILING_DEFAULT if rate is None else rate, known.calibration) if known else None
    found = _Found()
    with candidates_by(options.engine, folder) as (source, each):
        answers = resolve_many(asked, source, policy=POLICY, day=day, requests_each=each)
        for part in _slices(answers):
            rows = [_row(ref, answer, ceiling, found) for ref, answer in part]
            if table:
                table.add(rows)
            if progress:
                progress(found.status.total(), len(asked))
    summary = {
        "synthetic": True,
        "as_of": day.isoformat(),
        "records": folder.frames.counts.records,
        "policy": POLICY.version,
        "weights": WEIGHTS_VERSION,
        "subjects": len(asked),
        "status": {status.value: found.status[status.value] for status in Status},
        "rules": dict(sorted(found.rules.items())),
        "held_back": found.held_back,
        "ceiling": ceiling.rate if ceiling else None,
        "calibration": known.document() if known else None,
    }
    _write(table, options, summary, found, known)
    return summary


def calibration_place(options: MatchOptions) -> Path | None:
    """Where a calibration is written: where an option says, otherwise beside the answer."""
    if options.calibration or not options.out:
        return options.calibration
    return options.out.with_suffix(".calibration.json")


def _check(subjects: Path | None, options: MatchOptions) -> None:
    """What the options say together, before anything is read."""
    check_rate(options.ceiling)
    if subjects is None and not options.calibrate:
        raise InputError("no subjects", where="match", mend="name a table of subjects, or give --calibrate")
    if (subjects is None) != (options.out is None):
        what = "the answer has no place" if subjects else "there are no subjects to answer"
        raise InputError(what, where="--out", mend="give subjects and --out FILE.parquet together")
    if options.ceiling is not None and not (options.calibrate or options.calibration):
        raise InputError(
            "a ceiling needs a calibration", where="--ceiling", mend="add --calibrate or --calibration FILE"
        )
    given = {path.resolve() for path in (subjects, options.records) if path}
    for place in (options.out, options.html, calibration_place(options)):
        if place and (place.resolve() in given or place.resolve().parent == options.records.resolve()):
            raise InputError(
                "this would overwrite what was given", where=str(place), mend="name another place"
            )


def _calibrated(folder: RecordsFolder, options: MatchOptions, progress: Progress | None) -> Calibrated | None:
    if options.calibrate:
        return calibrate_records(folder, each=options.controls_each, progress=progress)
    if options.calibration is None:
        return None
    return load_calibration(options.calibration, records=folder.path, policy=POLICY.version)


def _slices(answers: Iterator[Answer]) -> Iterator[list[Answer]]:
    return iter(lambda: list(islice(answers, SLICE_REQUESTS)), [])


def _row(ref: str, answer: Resolution, ceiling: Ceiling | None, found: _Found) -> Row:
    """One answer, held to the ceiling, counted and kept to be shown where it is among the first."""
    held = ceiling.hold(answer) if ceiling else answer
    row = match_row(ref, held)
    found.held_back += held.status is not answer.status
    found.status[held.status.value] += 1
    if held.status is Status.ONE:
        found.rules[held.rule] += 1
    if len(found.shown) < PICTURES_MAX:
        found.shown.append(row)
    return row


def _write(
    table: MatchTable | None,
    options: MatchOptions,
    summary: dict[str, Any],
    found: _Found,
    known: Calibrated | None,
) -> None:
    """The answer comes last: where it stands, whatever explains it stands too."""
    place = calibration_place(options)
    if known and options.calibrate and place:
        known.save(place)
    if options.html:
        text = match_page(summary, found.shown)
        put_text(options.html, text)
    if table:
        table.finish()
