"""An audit: past releases held against the law of their day, by what was known then and by what is known now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl

from lawgate.dates import read_period
from lawgate.decide.findings import Findings
from lawgate.decide.request import Request, Subject
from lawgate.errors import InputError
from lawgate.law.corpus import as_of
from lawgate.law.order import Side
from lawgate.present.pages.audit_report import audit_page
from lawgate.records.items import CATALOGUE, Item
from lawgate.records.provenance import Provenance
from lawgate.service.audit.beside import Accounting, accounting_of, refusals_of, sampling_of
from lawgate.service.audit.judging import DayLaw, Judging, Released, Row
from lawgate.service.audit.notices import notices_of
from lawgate.service.audit.summary import Audited, summary_of
from lawgate.service.batch.shape import judge_addresses_meanwhile
from lawgate.service.contract.read import read_request
from lawgate.service.files import day_of, findings_of, read_bytes
from lawgate.service.law.adoption import followed, read_overrides
from lawgate.service.run import RunOptions
from lawgate.service.subjects import TableSubjects, count_recipients, frame_of, read_subjects, table_beside
from lawgate.stores.apart import without_search
from lawgate.stores.progress import Progress
from lawgate.stores.records.custodian import RecordsFolder
from lawgate.stores.records.held_rows import held_rows
from lawgate.stores.records.released_records import Looked, look_at_released
from lawgate.stores.runs.audit_folder import JUDGED_SCHEMA, demand_own, write_audit
from lawgate.stores.runs.releases import read_releases

_NOT_LOOKED = Looked(None, None)


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditOptions(RunOptions):
    """What an audit is told besides releases and request; without `records` nothing of them is known."""

    out: Path
    records: Path | None = None
    ledger: Path | None = None
    batch: Path | None = None


@dataclass(frozen=True, slots=True)
class _Loaded:
    """All that an audit reads before it looks at a record."""

    asked: Request
    subjects: Sequence[Subject]
    releases: pl.DataFrame
    unnamed: frozenset[str]
    findings: Findings
    known_on: date
    records: Path | None


def run_audit(
    releases: Path, request: Path, options: AuditOptions, progress: Progress | None = None
) -> dict[str, Any]:
    """Judge every release; write the folder whole or not at all; give its summary.

    Raises InputError for whatever cannot be read, before a record is looked at or a file written.
    """
    demand_own(options.out)
    loaded = _load(releases, request, options)
    laws = {
        day: _law_of(day, loaded, options)
        for day in loaded.releases.get_column("released_on").unique().sort()
    }
    accounting = accounting_of(options.ledger, loaded.asked, loaded.releases)
    judgements: list[Row] = []
    told: list[Row] = []
    with without_search():
        for row in _judged(loaded, laws, judgements):
            told.append(row)
            if progress:
                progress(len(told), loaded.releases.height)
    judged = _table(loaded, told, accounting)
    strata, sampling = sampling_of(judged, loaded.asked.id)
    audited = Audited(loaded.asked, loaded.known_on, bool(options.readings), laws, judged, judgements)
    summary = {
        **summary_of(audited, accounting),
        "refusals": refusals_of(options.batch, loaded.asked, judged),
        "sampling": strata,
    }
    write_audit(
        options.out,
        judged=judged,
        judgements=judgements,
        summary=summary,
        report=audit_page(summary),
        notices=notices_of(judged, judgements),
        sampling=sampling,
    )
    return summary


def _load(releases: Path, request: Path, options: AuditOptions) -> _Loaded:
    asked, given = read_request(read_bytes(request), where=request.name)
    subjects = given if isinstance(given, tuple) else read_subjects(table_beside(request, given), asked)
    known = day_of(options.known_on, where="--known-on")
    table = read_releases(releases)
    latest = table.get_column("released_on").max()
    if isinstance(latest, date) and latest > known:
        raise InputError(
            f"a release of {latest.isoformat()} is later than what is known on {known.isoformat()}",
            where=releases.name,
            mend="give a later --known-on",
        )
    refs = frame_of(subjects).select("ref")
    unnamed = frozenset(table.join(refs, on="ref", how="anti").get_column("ref"))
    if table.height and len(unnamed) == table.get_column("ref").n_unique():
        raise InputError(
            "the request names nobody of whom something was released",
            where=releases.name,
            mend="give the request that the releases answer",
        )
    if options.records is not None:
        RecordsFolder.open(options.records)
    return _Loaded(
        asked, subjects, table, unnamed, findings_of(options.findings, known), known, options.records
    )


def _law_of(day: date, loaded: _Loaded, options: AuditOptions) -> DayLaw:
    """The law of a day of release. For judging, an order in doubt has not stood; what is possible stands apart."""
    adopted = followed(options.adopted, options.officials, day, known_on=loaded.known_on)
    readings = {**adopted.readings, **read_overrides(options.readings)}
    corpora = [
        as_of(
            day,
            known_on=known,
            side=side,
            readings=readings,
            set_aside=adopted.set_aside,
            complied_with=adopted.complied_with,
        )
        for known, side in (
            (loaded.known_on, Side.JUDGING),
            (day, Side.JUDGING),
            (loaded.known_on, Side.RELEASE),
        )
    ]
    if options.agreement:
        corpora = [corpus.under_agreement(options.agreement) for corpus in corpora]
    then = Findings(tuple(row for row in loaded.findings.rows if row.on <= day))
    return DayLaw(day, corpora[0], corpora[1], corpora[2], loaded.findings, then)


def _judged(loaded: _Loaded, laws: Mapping[date, DayLaw], judgements: list[Row]) -> Iterator[Row]:
    """The judgement of each release, day by day, with the place of the release in the table."""
    counts = count_recipients(loaded.asked, loaded.subjects)
    placed = loaded.releases.with_row_index("place")
    for day, law in laws.items():
        of_day = placed.filter(pl.col("released_on") == day)
        judging = Judging(loaded.asked, law, counts, len(loaded.subjects), judgements)
        for place, released, kind in _released(loaded, of_day, day):
            yield {"place": place, "address_kind": kind, **judging.judge(released)}


def _released(loaded: _Loaded, of_day: pl.DataFrame, day: date) -> Iterator[tuple[int, Released, str | None]]:
    """What each release of a day was: the request's words for it, and what the records show."""
    subjects = _subjects_of(loaded, of_day)
    taxpayers = of_day.get_column("taxpayer_id").to_list()
    looked: Iterator[Looked] = iter([_NOT_LOOKED] * len(taxpayers))
    held: Mapping[str, Sequence[Item]] = {}
    with ExitStack() as during:
        judged = judge_addresses_meanwhile(subjects, during=during)
        if loaded.records is not None:
            named = [one.named for one in subjects]
            looked = look_at_released(loaded.records, named, taxpayers, day, during=during)
            names = of_day.get_column("items").explode().unique().sort().to_list()
            held = _held(loaded.records, names, day, taxpayers)
        forms = {
            address: (form, kind)
            for address, form, kind in judged().select("address", "form", "kind").iter_rows()
        }
        columns = of_day.select("place", "items").iter_rows()
        for (place, items), one, taxpayer, look in zip(columns, subjects, taxpayers, looked, strict=True):
            address = (one.named.address or "").strip() or None
            form, kind = forms.get(address, (None, None))
            rows = held.get(taxpayer or "", ())
            is_named = one.ref not in loaded.unnamed
            released = Released(one, tuple(items), taxpayer, look, rows, form, is_named)
            yield place, released, kind if is_named else None


def _subjects_of(loaded: _Loaded, of_day: pl.DataFrame) -> Sequence[Subject]:
    """The subject of each release, in their order."""
    if isinstance(loaded.subjects, TableSubjects):
        frame = of_day.select("ref").join(loaded.subjects.frame, on="ref", how="left", maintain_order="left")
        return tuple(TableSubjects(frame, loaded.asked))
    by_ref = {one.ref: one for one in loaded.subjects}
    return tuple(by_ref.get(ref) or Subject(ref) for ref in of_day.get_column("ref"))


def _held(
    records: Path, names: Sequence[str], day: date, taxpayers: Sequence[str | None]
) -> Mapping[str, Sequence[Item]]:
    """The rows held of the taxpayers on the day, without values; equal rows are one value."""
    wanted = pl.LazyFrame({"taxpayer_id": pl.Series(taxpayers, dtype=pl.Utf8).drop_nulls().unique()})
    table = held_rows(records, names, day, wanted).drop("value").collect()
    kinds: dict[tuple[str | None, ...], Item] = {}
    held: dict[str, list[Item]] = {}
    for taxpayer, *kind in table.iter_rows():
        key = tuple(kind)
        if key not in kinds:
            name, period, furnished_by, document = kind
            read = read_period(period) if period else None
            kinds[key] = Item(CATALOGUE[name], read, None, Provenance.read(furnished_by, document))
        held.setdefault(taxpayer, []).append(kinds[key])
    return held


def _table(loaded: _Loaded, told: list[Row], accounting: Accounting | None) -> pl.DataFrame:
    """The releases in their order, each with its judgement."""
    schema = {name: kind for name, kind in JUDGED_SCHEMA.items() if name not in loaded.releases.columns}
    schema.pop("accounted")
    columns = {"place": pl.UInt32(), **schema}
    judged = pl.DataFrame([_column(name, kind, told) for name, kind in columns.items()]).sort("place")
    whole = loaded.releases.hstack(judged.drop("place"))
    entered = pl.lit(None, pl.Boolean) if accounting is None else accounting.entered
    return whole.with_columns(accounted=entered).select(list(JUDGED_SCHEMA))


def _column(name: str, kind: Any, told: list[Row]) -> pl.Series:
    """One column; a list that many rows have in common is made once."""
    values = [row[name] for row in told]
    if not isinstance(kind, pl.List):
        return pl.Series(name, values, dtype=kind)
    numbers: dict[tuple[Any, ...], int] = {}
    places = [numbers.setdefault(tuple(one), len(numbers)) for one in values]
    return pl.Series(name, [list(one) for one in numbers], dtype=kind).gather(places)
