"""The law as another working tree of the product states it: that tree's own modules read it, in a process apart."""

from __future__ import annotations

import json
import os
import pickle
import subprocess
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from lawgate.errors import InputError
from lawgate.law.corpus import Corpus
from lawgate.stores import law_dump

seconds_max = 120


def law_of(tree: Path, day: date, readings: Mapping[str, str]) -> tuple[Corpus, str]:
    """The corpus of a day and its digest by that tree; InputError where the folder is no tree of the product.

    Its modules are run, as they are when one works in it: name no tree that is not trusted.
    """
    source = tree.resolve() / "src"
    if not (source / "lawgate" / "law" / "corpus.py").is_file():
        raise InputError(
            "this is no working tree of Lawgate",
            where=str(tree),
            mend="name the folder that holds src/lawgate",
        )
    told = _run(tree, source, json.dumps({"day": day.isoformat(), "readings": dict(readings)}))
    if not Path(told["from"]).resolve().is_relative_to(source):
        raise InputError("its modules were not read", where=str(tree), mend="see that it can be imported")
    if told["shape"] != law_dump.shape():
        raise InputError(
            "its law is written in classes of other fields",
            where=str(tree),
            mend="compare it with a tree nearer to this one",
        )
    return told["corpus"], told["digest"]


def _run(tree: Path, source: Path, asked: str) -> Any:
    environment = {**os.environ, "PYTHONPATH": str(source), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-P", str(Path(law_dump.__file__)), asked]
    try:
        done = subprocess.run(  # noqa: S603 -- our own script, on the tree that the user named
            command, env=environment, capture_output=True, check=False, timeout=seconds_max
        )
    except subprocess.TimeoutExpired:
        raise InputError("its law took too long to be read", where=str(tree), mend="try again") from None
    if done.returncode:
        last = done.stderr.decode(errors="replace").strip().splitlines()[-1:] or ["no reason was given"]
        raise InputError(f"its law cannot be read: {last[0][:200]}", where=str(tree), mend="mend that tree")
    return pickle.loads(done.stdout)  # noqa: S301 -- written by the line above
