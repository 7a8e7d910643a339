"""Tables that ship with the law: the digest of each provision's text, and the cases that speak of each."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

_DATA = files("lawgate.law") / "data"


@cache
def recorded_digests() -> Mapping[str, str]:
    """SHA-256 of the normalised text of each provision that the law was written against, by address."""
    lines = (_DATA / "texts.sha256").read_text(encoding="utf-8").splitlines()
    return {address: digest for digest, _, address in (line.partition("  ") for line in lines)}


@cache
def recorded_cases() -> Mapping[str, Sequence[Mapping[str, Any]]]:
    """The law's own cases by address: the sentence of each and what follows."""
    found: Mapping[str, Sequence[Mapping[str, Any]]] = json.loads(
        (_DATA / "cases.json").read_text(encoding="utf-8")
    )
    return found
