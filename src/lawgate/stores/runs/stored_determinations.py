"""Determinations that were stored: the folder of a batch, or one of what `lawgate decide --json` gave."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import polars as pl

from lawgate.errors import InputError
from lawgate.stores.runs.batch_folder import DECISIONS, SUBJECTS, SUMMARY, BatchFolder
from lawgate.stores.tables import scan_table

Row = Mapping[str, Any]
_OF_ROW = ("item", "disposition", "provision", "furnished_by", "document", "explanation")


@dataclass(frozen=True, slots=True)
class StoredRow:
    """What is stored of an item's outcome, alike for so many rows that nothing here tells them apart.

    `elements` are address, label, truth and reasons of each; `orders` those that forbade the item.
    """

    provision: str | None
    disposition: str
    item: str
    furnished_by: str | None
    document: str | None
    elements: tuple[tuple[str, str, str, str], ...]
    orders: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StoredReturn:
    """A request that was returned: under which pathways it was tried, and address and mend of each defect."""

    provisions: tuple[str, ...]
    defects: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Stored:
    """How many rows and returned subjects were stored of each kind."""

    rows: Mapping[StoredRow, int]
    returned: Mapping[StoredReturn, int]


def read_stored(folder: Path) -> Stored:
    """All determinations in a folder; InputError where there are none."""
    if (folder / SUMMARY).is_file():
        return _of_batch(BatchFolder.open(folder))
    documents = [_document(path) for path in sorted(folder.glob("*.json"))]
    if not documents:
        raise InputError(
            "no determination stands here",
            where=str(folder),
            mend="name the --out folder of a batch, or a folder of what `lawgate decide --json` gave",
        )
    rows: Counter[StoredRow] = Counter()
    returned: Counter[StoredReturn] = Counter()
    for document in documents:
        rows.update(_rows(document))
        returned.update(_returned(document))
    return Stored(rows, returned)


def _document(path: Path) -> Row:
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
        if isinstance(document, dict) and {"subjects", "law", "corpus"} <= document.keys():
            return document
    except ValueError:
        pass
    raise InputError("this is no determination", where=str(path), mend="take it out of the folder")


def _rows(document: Row) -> Iterator[StoredRow]:
    for subject in document["subjects"]:
        for one in subject["items"]:
            source = one.get("source") or {}
            yield _row({**one, **source}, one["elements"], one["orders"])


def _returned(document: Row) -> Iterator[StoredReturn]:
    for subject in document["subjects"]:
        if subject["admission"] == "returned":
            yield _return(document["law"], subject["defects"])


def _of_batch(folder: BatchFolder) -> Stored:
    explanations, law = folder.explanations(), folder.summary()["law"]
    alike = scan_table(folder.path / DECISIONS).group_by(_OF_ROW).len().collect().to_dicts()
    rows: Counter[StoredRow] = Counter()
    for one in alike:
        told = explanations[one["explanation"]] if one["explanation"] is not None else {}
        rows[_row(one, told.get("elements") or (), told.get("orders") or ())] += one["len"]
    subjects = scan_table(folder.path / SUBJECTS).filter(pl.col("admission") == "returned").collect()
    return Stored(rows, Counter(_return(law, one["defects"]) for one in subjects.to_dicts()))


def _row(one: Row, elements: Any, orders: Any) -> StoredRow:
    told = tuple(
        (element["cite"], element["label"], element["truth"], element["why"]) for element in elements
    )
    named = tuple(sorted(order if isinstance(order, str) else order["id"] for order in orders))
    return StoredRow(
        one["provision"],
        one["disposition"],
        one["item"],
        one.get("furnished_by"),
        one.get("document"),
        told,
        named,
    )


def _return(law: Row, defects: Any) -> StoredReturn:
    provisions = tuple(cite for version in law["versions"] for cite in version["provisions"])
    return StoredReturn(provisions, tuple((one["cite"], one["fix"]) for one in defects))
