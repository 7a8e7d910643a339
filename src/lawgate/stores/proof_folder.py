"""The folder of certificates: a script for each claim and a manifest, written beside its place and moved whole."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from lawgate.errors import InputError
from lawgate.stores.refused import refused_as
from lawgate.stores.replacing import put_in_place, put_text

MANIFEST = "manifest.json"
_OF_ANSWER = "(check-sat)\n"


def write_proofs(place: Path, document: Mapping[str, Any], scripts: Mapping[str, tuple[str, str]]) -> None:
    """Write each script, by file name with the answer that all its questions have, and what was proved.

    A folder that holds no manifest, and is not empty, is let be: InputError.
    """
    if place.exists() and not (place / MANIFEST).is_file() and (not place.is_dir() or any(place.iterdir())):
        raise InputError(
            "this folder holds something else", where=str(place), mend="name a new folder, or an empty one"
        )
    whole = place.resolve()
    made = whole.with_name(f".{whole.name}.{os.getpid()}.part")
    try:
        with refused_as("the folder cannot be written", where=place):
            made.mkdir(parents=True)
            for name, (text, _) in scripts.items():
                (made / name).write_text(text, encoding="utf-8")
            (made / MANIFEST).write_text(_manifest(document, scripts), encoding="utf-8")
            put_in_place(made, whole)
    finally:
        shutil.rmtree(made, ignore_errors=True)


def write_cases(place: Path, cases: Mapping[str, Mapping[str, Any]]) -> None:
    """Write each case into the folder, by file name; files of other names are let be."""
    with refused_as("the folder cannot be written", where=place):
        place.mkdir(parents=True, exist_ok=True)
    for name, case in cases.items():
        text = json.dumps(case, indent=1, ensure_ascii=False) + "\n"
        put_text(place / name, text)


def _manifest(document: Mapping[str, Any], scripts: Mapping[str, tuple[str, str]]) -> str:
    files = [
        {
            "file": name,
            "sha256": hashlib.sha256(text.encode()).hexdigest(),
            "questions": text.count(_OF_ANSWER),
            "expected": expected,
        }
        for name, (text, expected) in scripts.items()
    ]
    return json.dumps({**document, "files": files}, indent=1, ensure_ascii=False) + "\n"
