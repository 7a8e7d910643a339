"""A resolution as a row of a match and as a document: levels, rules and bits, nobody's name or date."""

from __future__ import annotations

from typing import Any, Final

from lawgate.linkage.person import Evidence, Resolution, Status

BITS_DIGITS: Final = 3
PROBABILITY_DIGITS: Final = 6
Row = dict[str, Any]


def match_row(ref: str, answer: Resolution) -> Row:
    """One answer. A record that is only proposed stands in `proposed_id`: `taxpayer_id` names somebody."""
    weighing, named = answer.weighing, answer.status is Status.ONE
    bits = dict(weighing.fields) if weighing else {}
    return {
        "ref": ref,
        "taxpayer_id": answer.taxpayer_id if named else None,
        "status": answer.status.value,
        "probability": _rounded_down(answer.probability),
        "evidence": [_evidence(one, bits) for one in answer.evidence],
        "rule": answer.rule or None,
        "basis": answer.basis.value if answer.basis else None,
        "address_held": answer.agreement.value if answer.agreement else None,
        "proposed_id": None if named else answer.taxpayer_id,
        "runner_up": _runner_up(answer),
        "settles": list(answer.settles),
        "prior_bits": _rounded(weighing.prior if weighing else None),
        "total_bits": _rounded(weighing.total if weighing else None),
        "policy": answer.policy,
    }


def _evidence(one: Evidence, bits: dict[str, float]) -> Row:
    """A field is weighed once, where its level stands; a note on it carries no weight of its own."""
    weight = bits.pop(one.field, None)
    return {"field": one.field, "level": one.level, "note": one.note, "bits": _rounded(weight)}


def _runner_up(answer: Resolution) -> Row | None:
    other = answer.runner_up
    if other is None:
        return None
    return {
        "taxpayer_id": other.taxpayer_id,
        "lost_on": list(other.lost_on),
        "contradicted": other.contradicted,
        "bits": _rounded(answer.weighing.rival if answer.weighing else None),
    }


def _rounded(bits: float | None) -> float | None:
    return None if bits is None else round(bits, BITS_DIGITS)


def _rounded_down(probability: float | None) -> float | None:
    """Down, so that it never reads above what the controls support."""
    parts = 10**PROBABILITY_DIGITS
    return None if probability is None else int(probability * parts) / parts
