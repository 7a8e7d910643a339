"""What the inspector general sees: who looked at what, who signs how fast, the account of disclosures, the ledger."""

from __future__ import annotations

from statistics import median
from typing import Any, Final

from lawgate.cite import Cite
from lawgate.errors import InputError
from lawgate.ledger.checkpoint import SignedCheckpoint, parse_signed_checkpoint
from lawgate.ledger.examine import CHECKPOINT_PATH
from lawgate.ledger.fields import commitments, open_field
from lawgate.ledger.proving import prove_entry
from lawgate.ledger.text import to_base64
from lawgate.ledger.trust import check_signatures
from lawgate.ledger.views import Viewer, seen_by
from lawgate.service.casework.acts.release import check_releases
from lawgate.service.casework.desk import Desk
from lawgate.service.casework.runs.looks import AUDIT_PREFIX, BATCH_PREFIX
from lawgate.stores.casework import leaves, watch
from lawgate.stores.casework.people import names_of
from lawgate.stores.ledger.disk import Disk

Document = dict[str, Any]

PAGE_ROWS: Final = 50
FAST_SECONDS: Final = 120
"""A signature sooner than this after the case was opened is marked: nobody reads a case in that time."""


def looks_document(*, actor: str | None, page: int) -> Document:
    """A page of looks, with how many each official made and at how many cases (26 U.S.C. 7213A)."""
    total = watch.count_looks(actor)
    rows = watch.list_looks(actor, first=(page - 1) * PAGE_ROWS, count=PAGE_ROWS)
    by_actor = watch.looks_by_actor()
    names = names_of([*(one.actor for one in rows), *by_actor])
    return {
        "rows": [
            {
                "at": one.at,
                "name": names.get(one.actor, one.actor),
                "case": one.case,
                "audit": _run_of(one.case, AUDIT_PREFIX),
                "batch": _run_of(one.case, BATCH_PREFIX),
                "purpose": one.purpose,
                "leaf": one.leaf,
            }
            for one in rows
        ],
        "people": [
            {"id": login, "name": names.get(login, login), "looks": looks, "cases": cases}
            for login, (looks, cases) in sorted(by_actor.items(), key=lambda one: -one[1][0])
        ],
        "actor": actor,
        "page": page,
        "pages": max(1, -(-total // PAGE_ROWS)),
        "total": total,
    }


def _run_of(case: str, prefix: str) -> str | None:
    """The run that a look was at; None where it was at a case."""
    return case.removeprefix(prefix) if case.startswith(prefix) else None


def signatures_document() -> Document:
    """How fast each reviewer signs after opening, and how often he declines."""
    made = watch.signatures()
    names = names_of(one.official for one in made)
    people: dict[str, list[watch.Signature]] = {}
    for one in made:
        people.setdefault(one.official, []).append(one)
    return {
        "people": [
            {
                "name": names.get(login, login),
                "signed": sum(one.approved for one in some),
                "declined": sum(not one.approved for one in some),
                "median_seconds": _median(some),
                "unopened": sum(one.opened_at is None for one in some),
                "fast": sum(_is_fast(one) for one in some),
            }
            for login, some in sorted(people.items())
        ],
        "rows": [
            {
                "name": names.get(one.official, one.official),
                "case": one.case,
                "approved": one.approved,
                "at": one.at,
                "seconds": _seconds(one),
                "fast": _is_fast(one),
            }
            for one in made[:PAGE_ROWS]
        ],
        "fast_seconds": FAST_SECONDS,
    }


def accounting_document() -> Document:
    """The account of disclosures, the latest first, and its counts by agency."""
    rows = [_line(one) for one in watch.disclosures()]
    agencies: dict[str, list[Document]] = {}
    for one in rows:
        agencies.setdefault(one["agency"], []).append(one)
    return {
        "rows": rows[:PAGE_ROWS],
        "total": len(rows),
        "agencies": [
            {
                "agency": agency,
                "disclosures": len(some),
                "taxpayers": len({one["taxpayer"] for one in some}),
                "items": sum(one["count"] for one in some),
            }
            for agency, some in sorted(agencies.items())
        ],
    }


def ledger_document(desk: Desk) -> Document:
    """The ledger as it stands: its checkpoint, who signed it, what waits, its latest entries."""
    signed = _checkpoint(desk)
    size = signed.checkpoint.size
    faults = check_signatures(signed, desk.trust, where=CHECKPOINT_PATH)
    latest = watch.entries_at(range(max(0, size - PAGE_ROWS), size))
    names = names_of(one.account["actor"] for one in latest)
    return {
        "origin": signed.checkpoint.origin,
        "size": size,
        "root": to_base64(signed.checkpoint.root),
        "witnesses": list(desk.trust.policy.seen_by(signed.note)),
        "faults": [fault.says for fault in faults],
        "waiting": leaves.count_waiting(),
        "against_release": check_releases(desk),
        "note": signed.note.render().decode(),
        "rows": [
            {
                "index": one.leaf,
                "case": one.case,
                "sequence": one.sequence,
                "kind": one.account["kind"],
                "at": one.at,
                "actor": names.get(one.account["actor"], one.account["actor"]),
            }
            for one in latest
        ],
    }


def proof_of(desk: Desk, index: int, *, viewer: Viewer) -> bytes:
    """The proof file of an entry with the fields that this viewer may see; InputError where there is no such entry."""
    signed = _checkpoint(desk)
    if not 0 <= index < signed.checkpoint.size:
        raise InputError("no such entry", where="index", mend="take one of those that the ledger holds")
    fields = watch.fields_at(index, desk.secret)
    made = commitments(fields)
    opened = [open_field(one, made) for one in seen_by(viewer, fields)]
    return prove_entry(Disk(desk.ledger), index, signed, opened).render()


def _checkpoint(desk: Desk) -> SignedCheckpoint:
    held = Disk(desk.ledger).read(CHECKPOINT_PATH)
    if held is None:
        raise InputError("no ledger stands here", where="ledger", mend="lay the deployment down first")
    return parse_signed_checkpoint(held, where=CHECKPOINT_PATH)


def _line(one: watch.Disclosure) -> Document:
    told = one.account
    return {
        "case": one.case,
        "disclosed_on": told.get("disclosed_on", one.at.date().isoformat()),
        "taxpayer": told.get("subject"),
        "agency": told.get("agency", ""),
        "recipients": "; ".join(told.get("recipients", [])),
        "purpose": told.get("purpose", ""),
        "reasons": told.get("reason", ""),
        "authority": "; ".join(Cite.parse(each).text for each in one.cites),
        "items": "; ".join(told.get("items", [])),
        "periods": "; ".join(told.get("periods", [])),
        "officer": told.get("officer", ""),
        "ledger_place": one.leaf,
        "count": told.get("items_count", 0),
    }


def _seconds(one: watch.Signature) -> int | None:
    return int((one.at - one.opened_at).total_seconds()) if one.opened_at else None


def _is_fast(one: watch.Signature) -> bool:
    seconds = _seconds(one)
    return one.approved and (seconds is None or seconds < FAST_SECONDS)


def _median(some: list[watch.Signature]) -> int | None:
    known = [seconds for one in some if (seconds := _seconds(one)) is not None]
    return int(median(known)) if known else None


def proof_for_inspector(desk: Desk, index: int) -> bytes:
    """The proof of an entry with all fields that an inspector may see."""
    return proof_of(desk, index, viewer=Viewer.INSPECTOR)


def keys_text(desk: Desk) -> str:
    """The keys of the ledger and its witnesses, as a policy file (C2SP tlog-policy)."""
    policy = desk.trust.policy
    lines = [f"log {key.line}" for key in policy.logs]
    lines += [f"witness {name} {key.line}" for name, key in policy.witnesses.items()]
    lines += [
        f"group {name} {group.threshold} {' '.join(group.members)}" for name, group in policy.groups.items()
    ]
    return "\n".join([*lines, f"quorum {policy.quorum or 'none'}", ""])
