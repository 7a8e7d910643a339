"""The custodian's folder of records: opened only for an Admitted, and only for the items that it asks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from pathlib import Path

import jiter
import polars as pl

from lawgate.dates import read_period
from lawgate.decide.admit import Admitted
from lawgate.errors import InputError
from lawgate.linkage.calibrate import Ceiling
from lawgate.linkage.contenders import Contender
from lawgate.linkage.person import PersonNamed, Resolution
from lawgate.linkage.policy import POLICY
from lawgate.linkage.review import NO_REVIEWS, REVIEWABLE, Reviews
from lawgate.records.items import CATALOGUE, Item
from lawgate.records.provenance import Provenance
from lawgate.stores.records.batch_match import Answer, CandidateSource, resolve_many
from lawgate.stores.records.held_rows import ITEM_COLUMNS, held_rows
from lawgate.stores.records.laid_records import LaidRecords, laid_out
from lawgate.stores.records.record_frames import RecordFrames, read_frames
from lawgate.stores.records.review_match import contenders_of, settle_many
from lawgate.stores.tables import read_columns

_WITHOUT_VALUE = tuple(name for name in ITEM_COLUMNS if name != "value")
_AS_WORDS = [pl.col(name).cast(pl.Categorical) for name in _WITHOUT_VALUE if name != "taxpayer_id"]
"""Few distinct texts, kept as numbers."""

Held = Mapping[str, Sequence[Item]]
"""The rows held, by taxpayer."""

Stamp = tuple[tuple[int, int, int], ...]
"""Of each table that says who is in the records: its inode, its size in bytes, and when it was written."""


@dataclass(frozen=True)
class RecordsFolder:
    """A records folder in the shape of the contract, declared synthetic.

    Under a ceiling it names nobody whom the calibration of the file does not let be named without a person.
    """

    path: Path
    custodian: str = field(default="")
    reviews: Reviews = NO_REVIEWS
    ceiling: Ceiling | None = None
    laid: Path | None = None
    _read: dict[tuple[tuple[str, ...], date], pl.DataFrame] = field(default_factory=dict, compare=False)
    _frames: dict[Stamp, RecordFrames] = field(default_factory=dict, compare=False)

    @classmethod
    def open(cls, path: Path, reviews: Reviews = NO_REVIEWS) -> RecordsFolder:
        """Check that the folder is one of records and declared synthetic; nothing else is read yet.

        A look at real records is an inspection (26 U.S.C. 7213A) and must be entered in a ledger.
        """
        declared = _declaration(path / "records.json")
        for name in ("taxpayers.parquet", "addresses.parquet", "items.parquet"):
            if not (path / name).is_file():
                raise InputError(
                    f"{name} is missing", where=str(path), mend="give the folder its three tables"
                )
        if declared.get("synthetic") is not True:
            raise InputError(
                "these records are not declared synthetic, and looking at them must be entered in a ledger",
                where=str(path / "records.json"),
                mend="use a folder whose records.json says synthetic is true",
            )
        return cls(path, str(declared.get("custodian", "")), reviews)

    def resolve(self, admitted: Sequence[Admitted]) -> Iterator[Resolution]:
        """Who each of them names, in the order given."""
        if not admitted:
            return
        named, day = _named(admitted), admitted[0].day
        answers = self._held_to_ceiling(resolve_many(named, self.source, policy=POLICY, day=day))
        settled = settle_many(named, answers, self.source, self.reviews, policy=POLICY, day=day)
        for _, resolution in settled:
            yield resolution

    def _held_to_ceiling(self, answers: Iterable[Answer]) -> Iterator[Answer]:
        """Above the ceiling nobody is named without a person; what reviewers settle comes after."""
        for ref, resolution in answers:
            yield ref, self.ceiling.hold(resolution) if self.ceiling else resolution

    def afresh(self, reviews: Reviews) -> RecordsFolder:
        """The same folder as it stands now: who is in it is read again where a table was written since."""
        return replace(self, reviews=reviews)

    def under(self, ceiling: Ceiling | None) -> RecordsFolder:
        """The same records, held to a ceiling."""
        return replace(self, ceiling=ceiling)

    @contextmanager
    def laid_out(self, folder: Path) -> Iterator[RecordsFolder]:
        """The same records, laid out in an empty folder for processes that resolve side by side."""
        with ExitStack() as kept:
            with _readable(self.path):
                kept.enter_context(laid_out(self.path, folder))
            yield replace(self, laid=folder)

    def in_question(self, admitted: Sequence[Admitted]) -> list[tuple[Admitted, tuple[Contender, ...]]]:
        """Those whom only a person can resolve, each with the records in question."""
        resolved = zip(admitted, self.resolve(admitted), strict=True)
        asked = [one for one, resolution in resolved if resolution.status in REVIEWABLE]
        if not asked:
            return []
        found = contenders_of(_named(asked), self.source, policy=POLICY, day=asked[0].day)
        return list(zip(asked, found, strict=True))

    def items(self, found: Iterable[tuple[Admitted, Resolution]]) -> Held:
        """The rows held of the persons found, of the items asked and no others."""
        pairs = _found(found)
        if not pairs:
            return {}
        wanted = pl.LazyFrame({"taxpayer_id": sorted({taxpayer for _, taxpayer in pairs})})
        with _readable(self.path):
            table = held_rows(self.path, _names(pairs), pairs[0][0].day, wanted).collect()
        held: dict[str, list[Item]] = {}
        for taxpayer, name, period, value, furnished_by, document in table.iter_rows():
            held.setdefault(taxpayer, []).append(
                Item(
                    CATALOGUE[name],
                    read_period(period) if period else None,
                    value,
                    Provenance.read(furnished_by, document),
                )
            )
        return held

    def rows(self, found: Iterable[tuple[Admitted, Resolution]]) -> pl.DataFrame:
        """The same rows in the same order as a table, without values, on which nothing that is decided turns.

        The file is read once for all calls that ask for the same items: for many parts of one batch.
        """
        pairs = _found(found)
        if not pairs:
            return pl.DataFrame(schema=dict.fromkeys(_WITHOUT_VALUE, pl.Utf8))
        key = (_names(pairs), pairs[0][0].day)
        if key not in self._read:
            with _readable(self.path):
                everyone = read_columns(self.path / "taxpayers.parquet", ("taxpayer_id",))
                whole = held_rows(self.path, *key, everyone).select("taxpayer_id", *_AS_WORDS)
                self._read[key] = whole.collect()
        wanted = pl.DataFrame({"taxpayer_id": sorted({taxpayer for _, taxpayer in pairs})})
        told = self._read[key].join(wanted, on="taxpayer_id", how="semi", maintain_order="left")
        return told.cast(dict.fromkeys(_WITHOUT_VALUE, pl.Utf8))

    @cached_property
    def source(self) -> CandidateSource:
        """Where candidates come from: the files laid out, or the columns in memory."""
        return LaidRecords.open(self.laid) if self.laid else self.frames

    @cached_property
    def frames(self) -> RecordFrames:
        """What resolution needs of the records, read once by each of these values; see `afresh`."""
        with _readable(self.path):
            stamp = _stamp(self.path)
            held = self._frames.get(stamp)
            if held is None:
                held = read_frames(self.path)
                self._frames.clear()
                self._frames[stamp] = held
            return held


def _found(found: Iterable[tuple[Admitted, Resolution]]) -> list[tuple[Admitted, str]]:
    """Those who were found, each with the taxpayer."""
    return [(one, resolution.taxpayer_id) for one, resolution in found if resolution.taxpayer_id]


def _names(pairs: Sequence[tuple[Admitted, str]]) -> tuple[str, ...]:
    return tuple(sorted({name for one, _ in pairs for name in one.request.items}))


def _named(admitted: Sequence[Admitted]) -> list[tuple[str, PersonNamed]]:
    return [(str(at), one.subject.named) for at, one in enumerate(admitted)]


def _stamp(records: Path) -> Stamp:
    try:
        tables = [(records / name).stat() for name in ("taxpayers.parquet", "addresses.parquet")]
    except OSError:
        raise InputError(
            "the records folder lacks a readable table",
            where=str(records),
            mend="give taxpayers and addresses as Parquet",
        ) from None
    return tuple((one.st_ino, one.st_size, one.st_mtime_ns) for one in tables)


@contextmanager
def _readable(records: Path) -> Iterator[None]:
    """A table may be found spoilt only while it is read: that is bad input too."""
    try:
        yield
    except pl.exceptions.PolarsError as error:
        raise InputError(
            "a table of the records cannot be read",
            where=str(records),
            mend=f"give taxpayers, addresses and items as sound Parquet ({type(error).__name__})",
        ) from None


def _declaration(path: Path) -> dict[str, object]:
    try:
        declared = jiter.from_json(path.read_bytes(), catch_duplicate_keys=True)
    except (OSError, ValueError):
        raise InputError(
            "records.json is missing or is not JSON",
            where=str(path.parent),
            mend="give the folder of the records",
        ) from None
    return declared if isinstance(declared, dict) else {}
