"""How much was asked and signed for each officer on a day, from the entries."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date

from lawgate.casework.words import Act
from lawgate.stores.casework import models


def received_by_officer(agency: str, day: date) -> Counter[str]:
    """For each officer whom an agency named on a day, for how many persons."""
    rows = models.Entry.objects.filter(act=Act.RECEIVE.value, day=day)
    return Counter(
        officer
        for row in rows.iterator()
        if row.account.get("agency") == agency
        for officer in row.account.get("recipients", ())
    )


def officers_of(numbers: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The officers named in the words of these cases that stand: those of the last entry that names any."""
    wanted = models.Entry.objects.filter(
        case_number__in=list(numbers), act__in=[Act.RECEIVE.value, Act.MEND.value]
    )
    found: dict[str, tuple[str, ...]] = {}
    for row in wanted.order_by("sequence"):
        found[row.case_number] = tuple(row.account.get("recipients", found.get(row.case_number, ())))
    return found


def signed_by_officer(agency: str, day: date, *, besides: str) -> Counter[str]:
    """For each officer of an agency's cases that were signed on a day, in how many; one case is left out."""
    signed = models.Approval.objects.filter(signed_at__date=day, proposal__case__agency=agency).exclude(
        proposal__case=besides
    )
    numbers = set(signed.values_list("proposal__case", flat=True))
    return Counter(officer for officers in officers_of(numbers).values() for officer in officers)
