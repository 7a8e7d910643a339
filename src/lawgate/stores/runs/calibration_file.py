"""A calibration on disk: what the controls said of one file, refused once the file or the policy is another."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import jiter

from lawgate.errors import InputError
from lawgate.linkage.calibrate import Calibration, ControlFamily, FamilyResult
from lawgate.linkage.person import Basis
from lawgate.stores.records.candidates import TABLES
from lawgate.stores.refused import refused_as
from lawgate.stores.replacing import put_text

FORMAT: Final = "lawgate-calibration-1"
_AGAIN: Final = "run lawgate match --calibrate on these records"


def content_hash(records: Path) -> str:
    """The SHA-256 of the tables that resolution reads, so that a copy is the same file and a change another."""
    whole = hashlib.sha256()
    for name in TABLES:
        with (records / name).open("rb") as table:
            whole.update(hashlib.file_digest(table, "sha256").digest())
    return whole.hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibrated:
    """A calibration with the file that it speaks of."""

    calibration: Calibration
    file: str
    records: int
    seed: int

    def document(self) -> dict[str, Any]:
        """As JSON; the bounds are told for the reader and computed anew when it is read."""
        found = self.calibration
        return {
            "format": FORMAT,
            "policy": found.policy,
            "file": self.file,
            "records": self.records,
            "seed": self.seed,
            "claim": found.claim,
            "worst": found.worst.value if found.worst else None,
            "families": [_family_document(result) for result in found.families],
            "bases": [{"basis": basis.value, "claim": found.claim_of(basis)} for basis in Basis],
        }

    def save(self, path: Path) -> None:
        """Write it, whole or not at all."""
        text = json.dumps(self.document(), indent=1) + "\n"
        put_text(path, text)


def load_calibration(path: Path, *, records: Path, policy: str) -> Calibrated:
    """A calibration of exactly these records under exactly this policy; InputError for any other."""
    try:
        with refused_as("the calibration cannot be read", where=path):
            told = jiter.from_json(path.read_bytes(), catch_duplicate_keys=True)
            found = _read(told)
    except (ValueError, KeyError, TypeError, AttributeError):
        raise InputError("this is no calibration", where=str(path), mend=_AGAIN) from None
    if found.calibration.policy != policy:
        raise InputError(
            f"this calibration is of policy {found.calibration.policy!r}, and {policy!r} is in force",
            where=str(path),
            mend=_AGAIN,
        )
    if found.file != content_hash(records):
        raise InputError("the records changed since this calibration", where=str(path), mend=_AGAIN)
    return found


def _family_document(result: FamilyResult) -> dict[str, Any]:
    return {
        "family": result.family.value,
        "asked": result.asked,
        "errors": result.errors,
        "scale": result.scale,
        "bound": result.bound,
        "errors_by_basis": {basis.value: result.by_basis.get(basis, 0) for basis in Basis},
    }


def _read(told: Any) -> Calibrated:
    if told["format"] != FORMAT:
        raise ValueError(FORMAT)
    families = tuple(_read_family(one) for one in told["families"])
    if len({result.family for result in families}) != len(families):
        raise ValueError("families")
    calibration = Calibration(str(told["policy"]), families)
    return Calibrated(
        calibration=calibration,
        file=str(told["file"]),
        records=int(told["records"]),
        seed=int(told["seed"]),
    )


def _read_family(told: Any) -> FamilyResult:
    asked, errors, scale = int(told["asked"]), int(told["errors"]), float(told["scale"])
    by_basis = {Basis(name): int(count) for name, count in told["errors_by_basis"].items()}
    if not (0 <= errors <= asked and 0 <= scale <= 1 and sum(by_basis.values()) == errors):
        raise ValueError("a family that does not add up")
    return FamilyResult(
        family=ControlFamily(told["family"]), asked=asked, errors=errors, scale=scale, by_basis=by_basis
    )
