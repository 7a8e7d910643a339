"""Subjects from a table: a row a subject, checked whole before the first one is decided."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import overload

import polars as pl

from lawgate.dates import parse_day
from lawgate.decide.admit import count_subjects
from lawgate.decide.request import RemovalOrder, Request, Subject
from lawgate.errors import DateError, InputError
from lawgate.linkage.person import PersonNamed
from lawgate.service.contract.read import check_recipients
from lawgate.service.contract.text import CONTROL, FORMULA
from lawgate.stores.tables import scan_table

COLUMNS = (
    "ref", "given_name", "middle_name", "surname", "suffix", "entity", "address", "tin", "date_of_birth", "tax_periods",
    "recipients", "matter_number", "reasons", "removal_final_on", "removal_class_cite",
)  # fmt: skip

_DAYS = ("date_of_birth", "removal_final_on")


@dataclass(frozen=True, slots=True)
class TableSubjects(Sequence[Subject]):
    """The subjects of a table, made when they are asked for: columns of text take less room than values."""

    frame: pl.DataFrame
    asked: Request

    def __len__(self) -> int:
        return self.frame.height

    @overload
    def __getitem__(self, at: int) -> Subject: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Subject]: ...
    def __getitem__(self, at: int | slice) -> Subject | Sequence[Subject]:
        if isinstance(at, slice):
            return TableSubjects(self.frame[at], self.asked)
        return _subject(_stated(self.frame.row(at, named=True)), self.asked)

    def __iter__(self) -> Iterator[Subject]:
        for row in self.frame.iter_rows(named=True):
            yield _subject(_stated(row), self.asked)


def table_beside(request: Path, named: str) -> Path:
    """The table that a request names: a file beside it, for another folder holds another agency's subjects."""
    if Path(named).name != named or "\\" in named:
        raise InputError(
            "the table of the subjects lies beside the request",
            where=f"{request.name}.subjects",
            mend="name the file alone, without a folder",
        )
    return request.parent / named


def read_subjects(path: Path, asked: Request) -> TableSubjects:
    """The subjects of a table, in its order. Raises InputError with the row's place and its mend."""
    table = TableSubjects(load_subjects(path), asked)
    listed = {recipient.id for recipient in asked.recipients}
    for one, _ in _by_recipients(table):
        check_recipients(one, listed)
    return table


def count_recipients(asked: Request, subjects: Sequence[Subject]) -> dict[str, int]:
    """decide.admit.count_subjects, each distinct list of recipients read once."""
    if not isinstance(subjects, TableSubjects):
        return count_subjects(asked, subjects)
    counts = Counter(dict.fromkeys((recipient.id for recipient in asked.recipients), 0))
    for one, times in _by_recipients(subjects):
        for recipient in asked.recipients_of(one):
            counts[recipient.id] += times
    return dict(counts)


def frame_of(subjects: Sequence[Subject]) -> pl.DataFrame:
    """Subjects as columns of text, as a table of them would have been read; what only JSON can say is left out."""
    if isinstance(subjects, TableSubjects):
        return subjects.frame
    return pl.DataFrame(
        [_texts(one) for one in subjects], schema=dict.fromkeys(COLUMNS, pl.Utf8), orient="row"
    )


def demand_rows_max(path: Path, most: int) -> None:
    """InputError where a table says that it has more rows than this; only its head is read where it has one."""
    try:
        rows = scan_table(path).select(pl.len()).collect().item()
    except pl.exceptions.PolarsError:
        return  # what cannot be read is told by whoever reads it
    if rows > most:
        raise InputError(f"more than {most} rows", where=path.name, mend="send it in parts")


def load_subjects(path: Path) -> pl.DataFrame:
    """The table in the contract's columns as text, refused when a row cannot be read."""
    return check_table(scan_table(path), where=path.name)


def _strange_column(name: str) -> tuple[str, str]:
    """What is wrong with a header that holds this name, and its mend."""
    first, twice, _ = name.partition(
        "_duplicated_"
    )  # so the reader of CSV names a column that it has met before
    if twice and first in COLUMNS:
        return f"the column {first} stands twice", "keep one of them"
    if any(sign in name for sign in ";\t|"):
        return "the columns are not separated by commas", "save the table as CSV with commas, or as Parquet"
    return f"no such column: {name[:40]}", f"use {', '.join(COLUMNS)}"


def check_table(scanned: pl.LazyFrame, *, where: str) -> pl.DataFrame:
    """The same of a table that was opened already."""
    names = scanned.collect_schema().names()
    unknown = sorted(set(names) - set(COLUMNS))
    if unknown:
        what, mend = _strange_column(unknown[0])
        raise InputError(what, where=where, mend=mend)
    if "ref" not in names:
        raise InputError("the column ref is missing", where=where, mend="give each row its own ref")
    try:
        frame = scanned.select(
            pl.col(name).cast(pl.Utf8) if name in names else pl.lit(None, dtype=pl.Utf8).alias(name)
            for name in COLUMNS
        ).collect()
    except pl.exceptions.PolarsError as error:
        raise InputError(
            "the table cannot be read",
            where=where,
            mend=f"give UTF-8 text in every column ({type(error).__name__})",
        ) from None
    if not frame.height:
        raise InputError("no subject", where=where, mend="give at least one row")
    _check_refs(frame, where)
    for name in _DAYS:
        _demand_days(frame, name, where)
    for name in COLUMNS:
        for pattern, fault in _FAULTS.items():
            _refuse(frame, name, pattern, fault, where)
    return frame


def named_of(frame: pl.DataFrame) -> Iterator[tuple[str, PersonNamed]]:
    """The rows as refs with whom they name."""
    for row in frame.iter_rows(named=True):
        stated = _stated(row)
        yield stated["ref"] or "", _named(stated)


def _by_recipients(table: TableSubjects) -> Iterator[tuple[Subject, int]]:
    """For each distinct list of recipients its first subject, with how many have that list."""
    distinct = table.frame.with_columns(pl.len().over("recipients").alias("times")).unique(
        "recipients", keep="first", maintain_order=True
    )
    times = distinct.get_column("times").to_list()
    return zip(TableSubjects(distinct.drop("times"), table.asked), times, strict=True)


def _texts(one: Subject) -> tuple[str | None, ...]:
    named, removal = one.named, one.removal_order
    born, final = named.date_of_birth, removal.final_on if removal else None
    return (
        one.ref, named.given, named.middle, named.surname, named.suffix, named.entity, named.address, named.tin,
        born.isoformat() if born else None,
        "|".join(one.tax_periods or ()) or None,
        "|".join(one.recipients or ()) or None,
        one.matter.number if one.matter else None,
        one.reasons,
        final.isoformat() if final else None,
        removal.class_cite if removal else None,
    )  # fmt: skip


def _stated(row: dict[str, str | None]) -> dict[str, str | None]:
    return {name: (text or "").strip() or None for name, text in row.items()}


def _named(row: dict[str, str | None]) -> PersonNamed:
    return PersonNamed(
        given=row["given_name"],
        middle=row["middle_name"],
        surname=row["surname"],
        suffix=row["suffix"],
        entity=row["entity"],
        address=row["address"],
        tin=row["tin"],
        date_of_birth=stated_day(row["date_of_birth"]),
    )


def _subject(row: dict[str, str | None], asked: Request) -> Subject:
    final, cited = row["removal_final_on"], row["removal_class_cite"]
    return Subject(
        ref=row["ref"] or "",
        named=_named(row),
        tax_periods=_split(row["tax_periods"]),
        matter=replace(asked.matter, number=row["matter_number"]) if row["matter_number"] else None,
        recipients=_split(row["recipients"]),
        reasons=row["reasons"],
        removal_order=(RemovalOrder(stated_day(final), cited) if final or cited else None),
    )


def stated_day(text: str | None) -> date | None:
    """A day of a table. One that never was counts as not stated: among a million rows some are always
    mistyped, and less evidence never opens anything. In a JSON request it is refused.
    """
    try:
        return parse_day(text) if text else None
    except DateError:
        return None


def _split(text: str | None) -> tuple[str, ...] | None:
    """The parts between bars; None where there are none."""
    return tuple(part.strip() for part in (text or "").split("|") if part.strip()) or None


def _check_refs(frame: pl.DataFrame, where: str) -> None:
    refs = frame.get_column("ref").str.strip_chars()
    absent = (refs.is_null() | (refs == "")).arg_true()
    if len(absent):
        raise InputError("no ref", where=f"{where} row {absent[0] + 1}", mend="give each row its own ref")
    twice = refs.is_duplicated().arg_true()
    if len(twice):
        raise InputError(
            "this ref is given twice", where=f"{where}[{refs[twice[0]]}]", mend="give each row its own ref"
        )


_FAULTS = {
    CONTROL: ("a control character", "remove it"),
    FORMULA: ("text that a spreadsheet would read as a formula", "remove the sign before it"),
}


def _demand_days(frame: pl.DataFrame, name: str, where: str) -> None:
    """InputError where all that a column states is of another form: then it was not mistyped but written otherwise,
    and what it says against a person would be lost with it.
    """
    stated = frame.get_column(name).str.strip_chars().replace("", None).drop_nulls()
    if len(stated) and not stated.str.contains(r"^\d{4}-\d{2}-\d{2}$").any():
        raise InputError(
            "no day of this column can be read", where=f"{where}.{name}", mend="write days as YYYY-MM-DD"
        )


def _refuse(frame: pl.DataFrame, name: str, pattern: str, fault: tuple[str, str], where: str) -> None:
    found = frame.filter(pl.col(name).str.contains(pattern)).head(1)
    if found.height:
        what, mend = fault
        raise InputError(what, where=f"{where}[{found.item(0, 'ref')!r}].{name}", mend=mend)
