"""An export checked as a whole: its files against its list, every proof, and whether a case skips a number."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

from lawgate.errors import LawgateError
from lawgate.ledger.keys import PublicKey
from lawgate.ledger.proof_file import parse_proof_file
from lawgate.ledger.trust import Trust
from lawgate.service.files import read_bytes
from lawgate.service.ledger.check_proof import verify_proof
from lawgate.service.ledger.manifest import LIST, SIGNED_LIST, certified_by, read_list

Document = dict[str, Any]

PROOF = ".tlog-proof"


def is_export(folder: Path) -> bool:
    """Whether the folder is one that `lawgate ledger export` wrote; a list put into a ledger makes it none."""
    return (folder / LIST).is_file() and not any(
        (folder / name).exists() for name in ("tile", "epochs", "index")
    )


def verify_export(folder: Path, trust: Trust, *, certifiers: Sequence[PublicKey] = ()) -> Document:
    """What an export holds, and each fault of it; that it is complete no export can show.

    One of the `certifiers` has to have signed its list, where any are named. InputError where the list cannot be
    read. Numbers that a case skips are told as gaps: who exports chooses.
    """
    listed = read_list(folder)
    names = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    faults, proofs = [], []
    for name in sorted((names | set(listed["files"])) - {LIST, SIGNED_LIST}):
        digest = sha256(read_bytes(folder / name)).hexdigest() if name in names else None
        if digest != listed["files"].get(name):
            faults.append(_fault("file not as listed", name, _difference(digest, name in listed["files"])))
        if name in names and name.endswith(PROOF):
            proofs.append(_proof(folder, name, trust))
    faults += [fault for proof in proofs for fault in proof["faults"]]
    certified = certified_by(folder, listed, certifiers)
    if certifiers and certified is None:
        faults.append(_fault("not certified", SIGNED_LIST, "no key that you named signed this list"))
    entries = sorted((_entry(one) for one in proofs if "entry" in one), key=lambda one: int(one["index"]))
    heads = {(one["origin"], one["size"], one["root"]) for one in proofs if "root" in one}
    if not entries:
        faults.append(_fault("no entry", "entries", "there is no proof here that can be read"))
    if len(heads) > 1:
        faults.append(_fault("proofs of different checkpoints", "entries", "ask for one export of one day"))
    first: Document = next((one for one in proofs if "root" in one), {})
    return {
        "checked": "export",
        **{name: first.get(name) for name in ("origin", "size", "root")},
        "of": str(listed.get("of", "")),
        "entries": entries,
        "files": len(listed["files"]),
        "signed_list": (folder / SIGNED_LIST).is_file(),
        "certified_by": certified,
        "gaps": _gaps(entries),
        "witnesses": first.get("witnesses", []),
        "witnessed_at": first.get("witnessed_at", {}),
        "faults": faults,
    }


def _proof(folder: Path, name: str, trust: Trust) -> Document:
    """A proof's document with its faults under the file's name; one that cannot be read is a fault."""
    try:
        document = verify_proof(parse_proof_file(read_bytes(folder / name), where=name), trust)
    except LawgateError as error:
        return {"faults": [_fault("proof cannot be read", name, error.what)]}
    faults = [one | {"where": f"{name}: {one['where']}"} for one in document["faults"]]
    return document | {"faults": faults}


def _entry(proof: Document) -> Document:
    entry = proof["entry"]
    return {"index": proof["index"]} | {
        name: entry[name] for name in ("kind", "case", "sequence", "day", "cites")
    }


def _gaps(entries: list[Document]) -> list[str]:
    """The numbers that a case skips between the first and the last that are here, each as a sentence."""
    numbers: dict[str, set[int]] = {}
    for one in entries:
        numbers.setdefault(one["case"], set()).add(one["sequence"])
    return [
        f"{case}: number {missing} of its entries is not in the export"
        for case, held in numbers.items()
        for missing in sorted(set(range(min(held), max(held))) - held)
    ]


def _difference(digest: str | None, is_listed: bool) -> str:
    if digest is None:
        return "it is missing"
    return "it is not the file that the list names" if is_listed else "the list does not name it"


def _fault(kind: str, where: str, says: str) -> Document:
    return {"kind": kind, "where": where, "says": says}
