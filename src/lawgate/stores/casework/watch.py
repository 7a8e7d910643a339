"""What oversight reads: looks, signatures, disclosures, counts. It changes nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Count

from lawgate.ledger.entry import Kind, parse_entry
from lawgate.ledger.fields import Field
from lawgate.stores.casework import models
from lawgate.stores.casework.release import fields_of


@dataclass(frozen=True, slots=True)
class Look:
    """Somebody looked at a case, and why he said that he did."""

    at: datetime
    actor: str
    case: str
    purpose: str
    leaf: int | None


@dataclass(frozen=True, slots=True)
class Signature:
    """An official's yes or no to a proposal, with the moment at which he first looked at the case after it was made."""

    official: str
    case: str
    approved: bool
    at: datetime
    opened_at: datetime | None


@dataclass(frozen=True, slots=True)
class Disclosure:
    """One line of the permanent account."""

    case: str
    sequence: int
    at: datetime
    leaf: int | None
    account: dict[str, Any]
    cites: tuple[str, ...] = ()
    """The provisions that opened what left."""


def count_looks(actor: str | None) -> int:
    """How many looks there were, of one person or of all."""
    return _looks(actor).count()


def list_looks(actor: str | None, *, first: int, count: int) -> list[Look]:
    """Looks, the latest first."""
    rows = _looks(actor).order_by("-id")[first : first + count]
    return [
        Look(row.happened_at, row.actor, row.case_number, str(row.account.get("reason", "")), row.leaf)
        for row in rows
    ]


def looks_by_actor() -> dict[str, tuple[int, int]]:
    """For each who looked, how many looks and at how many cases."""
    counted = _looks(None).order_by().values_list("actor")
    return {
        actor: (looks, cases)
        for actor, looks, cases in counted.annotate(
            looks=Count("id"), cases=Count("case_number", distinct=True)
        )
    }


def signatures() -> list[Signature]:
    """Every approval and every decline, the latest first."""
    views: dict[tuple[str, str], list[datetime]] = {}
    for case, actor, at in (
        _looks(None).order_by("id").values_list("case_number", "actor", "happened_at").iterator()
    ):
        views.setdefault((case, actor), []).append(at)
    made = dict(models.Proposal.objects.values_list("digest", "made_at"))
    found = [
        Signature(signer, case, True, at, _opened(views.get((case, signer), ()), made.get(digest), at))
        for signer, case, digest, at in models.Approval.objects.values_list(
            "signer_id", "proposal__case_id", "digest", "signed_at"
        )
    ]
    found += [
        Signature(official, case, False, at, _opened(views.get((case, official), ()), made.get(digest), at))
        for official, case, digest, at in models.Objection.objects.exclude(declines="").values_list(
            "official_id", "case_id", "declines", "entry__happened_at"
        )
    ]
    return sorted(found, key=lambda one: one.at, reverse=True)


def disclosures(
    *, year: int | None = None, before: datetime | None = None, sealed: bool = True
) -> Iterator[Disclosure]:
    """The permanent account of what left, the latest first; of a year, before a moment, if asked.

    `sealed` lets sealed matters be among them.
    """
    rows = models.Entry.objects.filter(kind=Kind.RELEASED.value).order_by("-id")
    if year is not None:
        rows = rows.filter(happened_at__year=year)
    if before is not None:
        rows = rows.filter(happened_at__lt=before)
    if not sealed:
        rows = rows.exclude(case_number__in=models.Case.objects.filter(sealed=True).values("number"))
    for row in rows.iterator():
        cites = parse_entry(bytes(row.encoded), where=row.case_number).cites
        yield Disclosure(row.case_number, row.sequence, row.happened_at, row.leaf, row.account, cites)


def requests_by_agency(year: int, *, before: datetime) -> dict[str, int]:
    """How many requests each agency sent in a year before a moment, those with a sealed matter left out."""
    rows = (
        models.Submission.objects.filter(version=1, received_at__year=year, received_at__lt=before)
        .exclude(cases__sealed=True)
        .order_by()
    )
    return dict(rows.values_list("agency").annotate(count=Count("id", distinct=True)))


def entries_at(places: Sequence[int]) -> list[Disclosure]:
    """The entries at these places of the ledger."""
    rows = models.Entry.objects.filter(leaf__in=places).order_by("-leaf")
    return [
        Disclosure(
            row.case_number, row.sequence, row.happened_at, row.leaf, {"kind": row.kind, "actor": row.actor}
        )
        for row in rows
    ]


def fields_at(place: int, secret: bytes) -> tuple[Field, ...]:
    """The fields of the entry at a place of the ledger, with their salts; none where no entry is known there."""
    row = models.Entry.objects.filter(leaf=place).first()
    return fields_of(row, secret) if row is not None else ()


def released_among(numbers: Sequence[str]) -> frozenset[str]:
    """Those of these cases that were ever released."""
    rows = models.Release.objects.filter(case_id__in=numbers)
    return frozenset(rows.values_list("case_id", flat=True))


def refused_on(numbers: Sequence[str]) -> dict[str, date]:
    """The days on which it was decided of these cases that nothing leaves; the others are not among them."""
    rows = models.Entry.objects.filter(case_number__in=numbers, kind=Kind.REQUEST_REFUSED.value)
    return dict(rows.order_by("sequence").values_list("case_number", "day"))


def all_agencies() -> list[tuple[str, bool, date | None, bool]]:
    """Every agency that is registered: its name, whether its safeguards satisfy, until when, whether it has a key."""
    rows = models.Agency.objects.order_by("name")
    return [(row.name, row.safeguards_satisfy, row.valid_until, bool(row.key)) for row in rows]


def general_entries(name: str, *, count: int) -> list[Disclosure]:
    """The latest entries that belong to no case, under a name of their own."""
    rows = models.Entry.objects.filter(case_number=name).order_by("-sequence")[:count]
    return [
        Disclosure(
            row.case_number, row.sequence, row.happened_at, row.leaf,
            {"act": row.act, "actor": row.actor, **row.account},
        )
        for row in rows
    ]  # fmt: skip


def _looks(actor: str | None) -> Any:
    rows = models.Entry.objects.filter(kind=Kind.RECORD_VIEWED.value)
    return rows.filter(actor=actor) if actor else rows


def _opened(views: Sequence[datetime], made: datetime | None, at: datetime) -> datetime | None:
    return next((view for view in views if (made is None or view >= made) and view <= at), None)
