"""Determinations as rows of a batch folder, and rows as determinations again."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from lawgate.decide.admit import Defect
from lawgate.decide.determination import Admission, Decision, Disposition
from lawgate.decide.turns import Turn
from lawgate.kernel.truth import Truth
from lawgate.law.order import Order
from lawgate.service.contract.write import (
    decision_document,
    defect_document,
    turn_document,
)

Row = dict[str, Any]

_OF_THE_ROW = ("item", "period", "held_period", "source", "fault")
"""What differs between rows that have one explanation in common."""


def case_row(
    admission: Admission, defects: Sequence[Defect], orders: Sequence[Order], turns: Sequence[Turn]
) -> Row:
    """What all subjects of one case have in common: their admission, its defects, orders and questions."""
    return {
        "admission": admission.value,
        "defects": [defect_document(defect) for defect in defects],
        "orders": [order.id for order in orders],
        "contested": json.dumps([turn_document(turn) for turn in turns]),
    }


def outcome_row(decision: Decision, explanation: int | None) -> Row:
    """One decision with the masks of its pathway's elements: bit k is the k-th element."""
    source = decision.provenance
    yes, no = masks_of(decision)
    return {
        "item": decision.item,
        "period": decision.period,
        "disposition": decision.disposition.value,
        "provision": str(decision.pathway.cite) if decision.pathway else None,
        "yes_mask": yes,
        "no_mask": no,
        "explanation": explanation,
        "held": source is not None,
        "held_period": decision.held_period,
        "furnished_by": source.furnished_by if source else None,
        "document": source.document if source else None,
        "fault": decision.fault,
    }


def masks_of(decision: Decision) -> tuple[int, int]:
    """The elements that are met, and those that fail, bit k for the k-th; the open ones are in neither."""
    proofs = decision.explanation.elements if decision.explanation else ()
    yes, no = (
        sum(1 << k for k, proof in enumerate(proofs) if proof.truth is truth)
        for truth in (Truth.YES, Truth.NO)
    )
    return yes, no


def kept_document(decision: Decision) -> Row:
    """The explanation of a decision without what is of its row alone."""
    return {key: value for key, value in decision_document(decision).items() if key not in _OF_THE_ROW}


def subject_from(row: Row, items: list[Row]) -> Row:
    """A subject's document again."""
    return {
        "ref": row["ref"],
        "admission": row["admission"],
        "defects": row["defects"],
        "orders": row["orders"],
        "contested": json.loads(row["contested"]),
        "resolution": json.loads(row["resolution"]),
        "items": items,
    }


def item_from(row: Row, kept: list[Row]) -> Row:
    """A decision's document again: its own fields with the explanation that it shares."""
    known = row["held"]
    source = {"furnished_by": row["furnished_by"], "document": row["document"]} if known else None
    of_the_row = {
        "item": row["item"],
        "period": row["period"],
        "held_period": row["held_period"],
        "source": source,
    }
    if row["explanation"] is None:
        return {**decision_document(_faulty(row)), **of_the_row}
    return {**of_the_row, "fault": None, **kept[row["explanation"]]}


def _faulty(row: Row) -> Decision:
    """The decision of a row that a fault withheld."""
    return Decision(
        row["item"], row["period"], Disposition(row["disposition"]), None, None, fault=row["fault"]
    )
