"""Where our encoding and a second reading part ways on one case."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tests.oracle.second.paragraph import SecondReading
from tests.oracle.second.rules import NO, YES, together

from lawgate.law.addresses import S6103
from lawgate.law.corpus import Corpus


def differences(reading: SecondReading, case: Any, truths: Mapping[str, str], corpus: Corpus) -> list[str]:
    """The decision and the elements on which they differ; of a request returned, what it was returned for."""
    said = reading.said(case, corpus)
    opens = set(truths.values()) == {YES}
    why = [] if said.allow is opens else [f"decision: {said.allow}, oracle {opens}"]
    if said.truths is None:
        return why + _wrongly_returned(reading, said.returned, truths, corpus)
    ours = {pair.name: together(said.truths[label] for label in pair.labels) for pair in reading.same}
    return why + [
        f"{name}: {ours[name]}, oracle {truths[name]}" for name in ours if ours[name] != truths[name]
    ]


def _wrongly_returned(
    reading: SecondReading, mends: frozenset[str], truths: Mapping[str, str], corpus: Corpus
) -> list[str]:
    elements = corpus.pathway(S6103 / reading.cite).request
    lacking = {element.label for element in elements if element.mend in mends}
    unmet = [pair.name for pair in reading.same if lacking & set(pair.labels)]
    return [f"returned for {name}, oracle {truths[name]}" for name in unmet if truths[name] != NO]
