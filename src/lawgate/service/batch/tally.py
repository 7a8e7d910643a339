"""The figures of a batch, counted from its tables and the explanations that its rows share."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import polars as pl

from lawgate.decide.determination import Admission, Disposition
from lawgate.kernel.truth import Truth
from lawgate.linkage.person import Status

Document = dict[str, Any]

_KINDS = tuple(kind.value for kind in Disposition)
_RESOLUTIONS = (*(status.value for status in Status), "not_tried")


@dataclass(frozen=True, slots=True)
class Tally:
    """The tables of a batch, still on disk, and each distinct explanation, by number."""

    subjects: pl.LazyFrame
    decisions: pl.LazyFrame
    explanations: Sequence[Document]

    def summary(self) -> Document:
        """The figures as plain values, in a fixed order."""
        admission = _counted(self.subjects, pl.col("admission"))
        resolution = _counted(self.subjects, pl.col("resolution").str.json_path_match("$.status"))
        by_item = self._by_item()
        disposition = {kind: sum(counts[kind] for counts in by_item.values()) for kind in _KINDS}
        saying = _counted(self.decisions.filter(pl.col("explanation").is_not_null()), pl.col("explanation"))
        faults = _counted(self.decisions.filter(pl.col("fault").is_not_null()), pl.col("fault"))
        return {
            "subjects": admission.total(),
            "rows": sum(disposition.values()),
            "admission": {kind.value: admission[kind.value] for kind in Admission},
            "resolution": {kind: resolution[kind] for kind in _RESOLUTIONS},
            "disposition": disposition,
            "by_item": by_item,
            "elements": self._elements(saying),
            "defects": self._defects(),
            "open": self._open(saying),
            "faults": dict(sorted(faults.items())),
        }

    def _by_item(self) -> dict[str, dict[str, int]]:
        """Rows of each item by disposition, the items in the order of their first row."""
        counts: dict[str, dict[str, int]] = {}
        found = self.decisions.group_by("item", "disposition", maintain_order=True).len().collect()
        for item, kind, times in found.iter_rows():
            counts.setdefault(item, dict.fromkeys(_KINDS, 0))[kind] = times
        return counts

    def _elements(self, saying: Counter[Any]) -> list[Document]:
        counts: dict[tuple[str, int, str, str, str], Counter[str]] = defaultdict(Counter)
        for number, said in enumerate(self.explanations):
            for place, one in enumerate(said["elements"]):
                key = (said["provision_text"], place, one["cite"], one["cite_text"], one["label"])
                counts[key][one["truth"]] += saying[number]
        return [
            {
                "provision": provision,
                "cite": cite,
                "cite_text": cite_text,
                "label": label,
                **{truth.value: truths[truth.value] for truth in Truth},
            }
            for (provision, _, cite, cite_text, label), truths in counts.items()
        ]

    def _defects(self) -> list[Document]:
        listed = self.subjects.select("defects").explode("defects").drop_nulls().unnest("defects")
        found = listed.group_by(pl.all(), maintain_order=True).len("subjects").collect()
        return found.sort("subjects", descending=True, maintain_order=True).to_dicts()

    def _open(self, saying: Counter[Any]) -> list[Document]:
        rows: Counter[str] = Counter()
        asked: dict[str, Document] = {}
        for number, said in enumerate(self.explanations):
            for question in said["open"]:
                asked[question["name"]] = {
                    key: question[key] for key in ("name", "cite", "cite_text", "question", "kind")
                }
                rows[question["name"]] += saying[number]
        return [{**asked[name], "rows": count} for name, count in rows.most_common()]


def _counted(table: pl.LazyFrame, what: pl.Expr) -> Counter[Any]:
    return Counter(dict(table.group_by(what.alias("key")).len().collect().iter_rows()))
