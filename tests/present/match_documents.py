"""The figures of a match and single answers as the service writes them, invented."""

from __future__ import annotations

from typing import Any

Json = dict[str, Any]


def summary(**changes: Any) -> Json:
    """A match with controls, some of it held back."""
    return {
        "synthetic": True,
        "as_of": "2026-06-30",
        "records": 310_631,
        "policy": "2026-3",
        "weights": "2026-1",
        "subjects": 1_204,
        "status": {"one": 801, "none": 302, "several": 23, "review": 78},
        "rules": {"name-birth-address": 801},
        "held_back": 41,
        "ceiling": 0.001,
        "calibration": {
            "policy": "2026-3",
            "claim": 0.0034,
            "worst": "household",
            "families": [
                family("strangers", 0, 0.00025),
                family("leave_one_out", 1, 0.0004),
                family("household", 30, 0.0034),
                family("doubles", 7_193, 0.00053, scale=0.00088),
            ],
            "bases": [
                {"basis": "facts", "claim": 0.00025},
                {"basis": "home", "claim": 0.0034},
                {"basis": "rarity", "claim": 0.00053},
            ],
        },
        **changes,
    }


def family(name: str, errors: int, bound: float, *, scale: float = 1.0) -> Json:
    return {"family": name, "asked": 12_000, "errors": errors, "scale": scale, "bound": bound}


def found(**changes: Any) -> Json:
    """One person named although the surname is another, with a housemate who lost."""
    return {
        "ref": "B2",
        "taxpayer_id": "T2",
        "status": "one",
        "probability": 0.99912,
        "evidence": [
            evidence("given", "exact", 8.2),
            evidence("middle", "missing", None),
            evidence("surname", "conflict", -3.7),
            evidence("suffix", "missing", None),
            evidence("birth", "exact", 7.6),
            evidence("tin", "missing", None),
            evidence("address", "exact", 9.5),
        ],
        "rule": "given-birth-address",
        "basis": "facts",
        "address_held": "current",
        "proposed_id": None,
        "runner_up": {
            "taxpayer_id": "T3",
            "lost_on": ["given", "birth"],
            "contradicted": True,
            "bits": -12.0,
        },
        "settles": [],
        "prior_bits": -11.5,
        "total_bits": 10.1,
        "policy": "2026-3",
        **changes,
    }


def evidence(field: str, level: str, bits: float | None, note: str = "") -> Json:
    return {"field": field, "level": level, "note": note, "bits": bits}


def held() -> Json:
    """One that waits for a person."""
    told = [
        *found()["evidence"],
        evidence("given", "known names", None, "one slip apart, but both are names in use"),
        evidence("outcome", "held back", None, "another record is plausible"),
    ]
    return found(
        ref="B3", taxpayer_id=None, status="several", probability=None, evidence=told, rule=None, basis=None,
        settles=["date_of_birth", "tin"], runner_up={"taxpayer_id": "T3", "lost_on": [], "contradicted": False,
                                                     "bits": 9.0},
    )  # fmt: skip


def nobody() -> Json:
    """One for whom no record was compared."""
    told = [evidence("file", "none", None, "no record is like the person named")]
    return found(
        ref="B4", taxpayer_id=None, status="none", probability=None, evidence=told, rule=None, basis=None,
        runner_up=None, prior_bits=None, total_bits=None,
    )  # fmt: skip
