"""The figures of a batch, counted as its determinations go by."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from lawgate.decide.determination import Admission, Decision, Disposition, SubjectDetermination
from lawgate.kernel.explain import Explanation
from lawgate.kernel.truth import Truth
from lawgate.law.pathway import Pathway
from lawgate.linkage.person import Status


@dataclass
class Tally:
    """Counts by admission, resolution, disposition, element, defect and open question."""

    admission: Counter[str] = field(default_factory=Counter)
    resolution: Counter[str] = field(default_factory=Counter)
    by_item: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    defects: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    faults: Counter[str] = field(default_factory=Counter)
    explanations: dict[object, int] = field(default_factory=dict)
    said: list[Decision] = field(default_factory=list)
    rows_saying: Counter[int] = field(default_factory=Counter)

    def add(self, one: SubjectDetermination) -> None:
        """Count one subject and its rows."""
        self.admission[one.admission.value] += 1
        self.resolution[one.resolution.status.value if one.resolution else "not_tried"] += 1
        for defect in one.defects:
            self.defects[str(defect.cite), defect.cite.text, defect.fix] += 1
        for decision in one.decisions:
            self._add_row(decision)

    def explanation_of(self, decision: Decision) -> int | None:
        """The number under which the row's explanation is kept; rows that say the same share one."""
        if decision.explanation is None or decision.pathway is None:
            return None
        says = (id(decision.explanation), decision.disposition, decision.orders, _readings(decision))
        known = self.explanations.get(says)
        if known is None:
            known = len(self.said)
            # Kept in `said`, the explanation lives as long as its id is a key here.
            self.said.append(decision)
            self.explanations[says] = known
        return known

    def summary(self) -> dict[str, Any]:
        """The figures as plain values, in a fixed order."""
        dispositions: Counter[str] = Counter()
        for counts in self.by_item.values():
            dispositions.update(counts)
        return {
            "subjects": self.admission.total(),
            "rows": dispositions.total(),
            "admission": {kind.value: self.admission[kind.value] for kind in Admission},
            "resolution": {kind: self.resolution[kind] for kind in (*(s.value for s in Status), "not_tried")},
            "disposition": {kind.value: dispositions[kind.value] for kind in Disposition},
            "by_item": {
                item: {kind.value: counts[kind.value] for kind in Disposition}
                for item, counts in self.by_item.items()
            },
            "elements": self._elements(),
            "defects": [
                {"cite": cite, "cite_text": text, "fix": fix, "subjects": count}
                for (cite, text, fix), count in self.defects.most_common()
            ],
            "open": self._open(),
            "faults": dict(sorted(self.faults.items())),
        }

    def _add_row(self, decision: Decision) -> None:
        self.by_item[decision.item][decision.disposition.value] += 1
        if decision.fault:
            self.faults[decision.fault] += 1
        number = self.explanation_of(decision)
        if number is not None:
            self.rows_saying[number] += 1

    def _distinct(self) -> Iterator[tuple[int, Pathway, Explanation]]:
        for number, decision in enumerate(self.said):
            if decision.pathway is not None and decision.explanation is not None:
                yield number, decision.pathway, decision.explanation

    def _elements(self) -> list[dict[str, Any]]:
        counts: dict[tuple[Pathway, int], Counter[Truth]] = defaultdict(Counter)
        for number, pathway, explanation in self._distinct():
            for place, proof in enumerate(explanation.elements):
                counts[pathway, place][proof.truth] += self.rows_saying[number]
        return [
            {
                "provision": pathway.cite.text,
                "cite": str(pathway.elements[place].cite),
                "cite_text": pathway.elements[place].cite.text,
                "label": pathway.elements[place].label,
                **{truth.value: truths[truth] for truth in Truth},
            }
            for (pathway, place), truths in counts.items()
        ]

    def _open(self) -> list[dict[str, Any]]:
        rows: Counter[Any] = Counter()
        for number, _, explanation in self._distinct():
            for question in explanation.open:
                rows[question.fact] += self.rows_saying[number]
        return [
            {
                "name": fact.name,
                "cite": str(fact.cite) if fact.cite else None,
                "cite_text": fact.cite.text if fact.cite else None,
                "question": fact.question,
                "kind": "finding" if fact.is_finding else "fact",
                "rows": count,
            }
            for fact, count in rows.most_common()
        ]


def _readings(decision: Decision) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((turn.question, tuple(turn.readings.values())) for turn in decision.turns)
