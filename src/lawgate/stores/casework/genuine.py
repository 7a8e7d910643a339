"""Whether entries are this agency's own: whoever writes into the database past the service lacks the accounting secret.

Each permanent field of an entry is committed to with a salt derived from that secret, which stands in no database. So
a row that was put in without it does not open, and what rests on it counts for nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from django.db.models import Q

from lawgate.casework.registers import Step
from lawgate.casework.words import Act
from lawgate.errors import InputError, LedgerFormatError
from lawgate.ledger.entry import Kind, parse_entry
from lawgate.ledger.fields import commitments, field_root
from lawgate.ledger.hashing import HASH_BYTES
from lawgate.stores.casework import models
from lawgate.stores.casework.general import step_of
from lawgate.stores.casework.release import fields_of


def is_genuine(row: models.Entry, secret: bytes) -> bool:
    """Whether an entry's columns are what its bytes say, and its fields open under the agency's `secret`.

    A payload that was destroyed is not asked for; the permanent fields always are, the one who acted among them.
    """
    try:
        entry, fields = parse_entry(bytes(row.encoded), where=row.case_number), fields_of(row, secret)
    except (LedgerFormatError, InputError):
        return False
    held = bytes(row.commitments)
    leaves = tuple(held[at : at + HASH_BYTES] for at in range(0, len(held), HASH_BYTES))
    return (
        (entry.kind.value, entry.case, entry.sequence, entry.day)
        == (row.kind, row.case_number, row.sequence, row.day)
        and (entry.field_count, entry.field_root) == (len(leaves), field_root(leaves))
        and "officer" in row.account
        and set(commitments(fields)) <= set(leaves)
    )


def strange_entries(names: Iterable[str], secret: bytes) -> tuple[tuple[str, int], ...]:
    """The entries of these cases and registers that are not this agency's own, by their place."""
    rows = models.Entry.objects.filter(case_number__in=tuple(names)).order_by("case_number", "sequence")
    return tuple((row.case_number, row.sequence) for row in rows if not is_genuine(row, secret))


def genuine_steps(
    name: str, secret: bytes, *, about: str = "", among: Iterable[str] = ()
) -> tuple[Step, ...]:
    """The genuine entries of a register in their order; those alone that say one of these under `about`, if asked."""
    rows, wanted = models.Entry.objects.filter(case_number=name).order_by("sequence"), tuple(among)
    asked = (row for row in rows if not about or step_of(row).said.get(about) in wanted)
    return tuple(step_of(row) for row in asked if is_genuine(row, secret))


def acts_of(number: str, acts: Iterable[str]) -> tuple[tuple[str, str, date], ...]:
    """Who did which of these acts in a case, and on which day, by the columns of its entries."""
    rows = models.Entry.objects.filter(case_number=number, act__in=tuple(acts)).order_by("sequence")
    return tuple(rows.values_list("act", "actor", "day"))


def unlike_their_entries(number: str) -> bool:
    """Whether an approval, a finding or an answer on a match of a case is another than its entry says."""
    return any(
        not same or entry.kind != kind.value or entry.account.get("officer") != who
        for entry, kind, who, same in _spoken_for(number)
    )


def words_entered(number: str, secret: bytes) -> str | None:
    """The digest of the words of a case's request as its last entry of them says; None where none of ours does."""
    acts = (Act.RECEIVE.value, Act.MEND.value)
    row = models.Entry.objects.filter(case_number=number, act__in=acts).order_by("-sequence").first()
    held = (row.payload or {}).get("request") if row is not None and is_genuine(row, secret) else None
    return str(held) if held else None


def last_docket_check(secret: bytes) -> tuple[date, str] | None:
    """The day of the last genuine look at the dockets, and whose it was; None where there is none."""
    rows = models.Entry.objects.filter(~Q(docketcheck=None), kind=Kind.DOCKETS_CHECKED.value).order_by(
        "-day", "-id"
    )
    found = next((row for row in rows.iterator(chunk_size=8) if is_genuine(row, secret)), None)
    return (found.day, str(found.account["officer"])) if found else None


def _spoken_for(number: str) -> Iterator[tuple[models.Entry, Kind, str, bool]]:
    """Each row that an entry speaks for: the entry, of which kind it is to be, whose the row is, whether both agree."""
    for one in models.Approval.objects.filter(proposal__case=number).select_related("entry"):
        said = one.entry.account.get("approvals")
        yield one.entry, Kind.APPROVED, one.signer_id, said == [one.signer_id, one.digest]
    for one in models.Finding.objects.filter(case=number).select_related("entry"):
        said, items = (one.entry.account.get(name) for name in ("reason", "items"))
        same = said == [one.cite, "yes" if one.answer else "no"] and sorted(items or []) == (one.items or [])
        yield one.entry, Kind.FINDING_MADE, one.official_id, same
    for one in models.MatchDecision.objects.filter(case=number).select_related("entry"):
        said = one.entry.account.get("reason")
        yield one.entry, Kind.MATCH_REVIEWED, one.official_id, said == [one.pair, one.answer]
