"""Controls on the file in use, and the ceiling that they let a command keep."""

from __future__ import annotations

from math import isfinite
from pathlib import Path
from typing import Final

from lawgate.errors import InputError
from lawgate.linkage.calibrate import CEILING_DEFAULT, Ceiling, calibrate
from lawgate.linkage.policy import POLICY
from lawgate.stores.clock import today
from lawgate.stores.progress import Progress
from lawgate.stores.records.batch_match import resolve_many
from lawgate.stores.records.controls import CONTROLS_EACH, draw_controls
from lawgate.stores.records.custodian import RecordsFolder
from lawgate.stores.runs.calibration_file import Calibrated, content_hash, load_calibration

SEED: Final = 1
PROGRESS_EACH: Final = 1_000


def calibrate_records(
    folder: RecordsFolder, *, each: int = CONTROLS_EACH, progress: Progress | None = None
) -> Calibrated:
    """Ask for people whom the file does not hold, and count how often somebody is named.

    The controls are drawn with one fixed seed, so that one file under one policy has one calibration; the day
    changes only which address is called current.
    """
    controls = draw_controls(folder.frames, seed=SEED, each=each)
    without = {control.ref: control.absent for control in controls if control.absent}
    asked = [(control.ref, control.named) for control in controls]
    answers = []
    for _, answer in resolve_many(asked, folder.frames, policy=POLICY, day=today(), without=without):
        answers.append(answer)
        if progress and len(answers) % PROGRESS_EACH == 0:
            progress(len(answers), len(asked))
    found = calibrate(list(zip(controls, answers, strict=True)), POLICY.version)
    records = folder.frames.counts.records
    return Calibrated(calibration=found, file=content_hash(folder.path), records=records, seed=SEED)


def ceiling_of(rate: float | None, calibration: Path | None, records: Path | None) -> Ceiling | None:
    """The ceiling that the options of a command ask for, none without a calibration.

    Raises InputError where a ceiling stands without a calibration, which alone says what is known of the file.
    """
    check_rate(rate)
    if calibration is None or records is None:
        if rate is not None or calibration is not None:
            raise InputError(
                "a ceiling needs records and a calibration of them",
                where="--ceiling" if rate is not None else "--calibration",
                mend="give --records and --calibration",
            )
        return None
    found = load_calibration(calibration, records=records, policy=POLICY.version)
    return Ceiling(CEILING_DEFAULT if rate is None else rate, found.calibration)


def check_rate(rate: float | None) -> None:
    """A rate is a number from 0 to 1."""
    if rate is not None and not (isfinite(rate) and 0 <= rate <= 1):
        raise InputError("a rate lies between 0 and 1", where="--ceiling", mend="give 0.001 for one in 1,000")
