"""The request files of a sample: each is named by what it is, and a table says what comes of it."""

from __future__ import annotations

import csv
import json
from pathlib import Path

from lawgate.stores.sample.batch import officers_for
from lawgate.stores.sample.cast import Cast
from lawgate.stores.sample.request_cases import cases
from lawgate.stores.sample.request_defects import defects
from lawgate.stores.sample.request_parts import AGENTS, Json, RequestFile, request

BATCH_NAME, BATCH_SUBJECTS = "batch.json", "batch.parquet"


def request_files(cast: Cast) -> tuple[RequestFile, ...]:
    """Every request file about the people of this sample."""
    return (*cases(cast), *defects(cast))


def write_requests(folder: Path, files: tuple[RequestFile, ...], *, subjects: int) -> None:
    """Write each request into the folder, and the request of the batch beside its subjects."""
    for number, each in enumerate(files, start=1):
        numbered = each.body | {"id": f"REQ-2026-{number:04}"}
        write_json(folder / f"{each.name}.json", numbered)
    write_json(folder / BATCH_NAME, _batch(subjects))


def write_expected(path: Path, files: tuple[RequestFile, ...]) -> None:
    """Write what comes of each request: exit code, admission where the file is about it, a sentence."""
    with path.open("w", encoding="utf-8", newline="") as out:
        rows = csv.writer(out, lineterminator="\n")
        rows.writerow(("request", "exit_code", "admission", "says"))
        rows.writerows(
            (f"{each.name}.json", each.exit_code, each.admission or "", each.says) for each in files
        )


def write_json(path: Path, body: Json) -> None:
    """Write a document so that people can read it and equal documents are equal bytes."""
    path.write_text(json.dumps(body, indent=1) + "\n", encoding="utf-8")


def _batch(subjects: int) -> Json:
    """The request of the batch: one matter, many officers, reasons and periods in the rows."""
    officers = [
        AGENTS[0] | {"id": f"O{number}", "name": f"Agent {number}"}
        for number in range(1, officers_for(subjects) + 1)
    ]
    return request([], id="REQ-2026-BATCH", recipients=officers, reasons=None) | {"subjects": BATCH_SUBJECTS}
