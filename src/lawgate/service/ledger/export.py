"""A certified export for a court: the entries of a case or of some days, with proofs and a statement."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from lawgate import verify as verifier
from lawgate.errors import InputError
from lawgate.handover.account import Told
from lawgate.ledger.proving import prove_entry
from lawgate.ledger.text import to_base64
from lawgate.ledger.views import RULES, Keeping, Viewer
from lawgate.present.letters.pages import Language, strings
from lawgate.present.letters.table import certificate_pdf
from lawgate.service.files import day_of, one_of, read_bytes
from lawgate.service.ledger.manifest import manifest_files
from lawgate.service.ledger.paper import PLAIN, Paper
from lawgate.service.ledger.told import Books, Opened, read_told
from lawgate.stores.ledger.keys import read_signer
from lawgate.stores.replacing import put_folder

Document = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is exported: a case, or some days."""

    case: str | None = None
    first: date | None = None
    last: date | None = None

    def holds(self, one: Told) -> bool:
        """Whether the entry belongs to it; a sealed matter belongs to none unless its case is named."""
        if self.case is not None:
            return one.entry.case == self.case
        first, last = self.first or date.min, self.last or date.max
        return first <= one.entry.day <= last and not one.sealed

    def text(self, words: dict[str, str]) -> str:
        """In words."""
        if self.case is not None:
            return words["case"].format(case=self.case)
        return words["period"].format(first=self.first or "…", last=self.last or "…")


def choose(*, case: str | None = None, first: str | None = None, last: str | None = None) -> Chosen:
    """A case, or days as they are written. InputError where both are named, or neither."""
    chosen = Chosen(
        case,
        day_of(first, where="--from") if first is not None else None,
        day_of(last, where="--to") if last is not None else None,
    )
    if (case is None) == (first is None and last is None):
        raise InputError("name a case, or days", where="export", mend="give --case, or --from and --to")
    return chosen


def export(
    books: Books,
    chosen: Chosen,
    *,
    out: Path,
    viewer: str = "inspector",
    values: bool = False,
    documents: Path | None = None,
    signer: Path | None = None,
    paper: Paper = PLAIN,
) -> Document:
    """Write an export into a new folder. InputError where ledger and account do not agree, or nothing is in it.

    `viewer` says whose view the opened fields are; released values are left closed unless `values` asks for them.
    """
    if out.exists():
        raise InputError("something stands there", where=str(out), mend="name a folder that is not there yet")
    opened = read_told(books)
    told = [one for one in opened.told if chosen.holds(one)]
    if not told:
        raise InputError(
            "the ledger holds no such entry", where=str(books.ledger), mend="name another case or days"
        )
    names = _names(one_of(Viewer, viewer, where="--view"), values=values)
    files = {
        f"entries/{one.index:06}.tlog-proof": prove_entry(
            opened.disk, one.index, opened.signed, one.opened(names)
        ).render()
        for one in told
    }
    files |= _documents(documents)
    files["checkpoint"] = opened.signed.note.render()
    files["verify.py"] = Path(verifier.__file__).read_bytes()
    imprint = paper.imprint(opened.signed.checkpoint.origin)
    facts = _facts(opened, chosen, imprint.language, count=len(told))
    files["statement.pdf"] = certificate_pdf(facts, [_line(one, imprint.language) for one in told], imprint)
    files |= manifest_files(_manifest(files, opened, chosen), read_signer(signer) if signer else None)
    put_folder(out, files, refused="the export cannot be written")
    return {
        "out": str(out),
        "origin": opened.signed.checkpoint.origin,
        "size": opened.signed.checkpoint.size,
        "of": chosen.text(strings(Language.ENGLISH)["certificate"]),
        "entries": [one.index for one in told],
        "files": len(files),
        "signed": signer is not None,
    }


def _names(viewer: Viewer, *, values: bool) -> tuple[str, ...]:
    """The fields to be opened."""
    return tuple(
        name
        for name, rule in RULES.items()
        if viewer in rule.viewers and (values or rule.keeping is Keeping.PERMANENT)
    )


def _documents(folder: Path | None) -> dict[str, bytes]:
    if folder is None:
        return {}
    if not folder.is_dir():
        raise InputError("no such folder", where=str(folder), mend="name the folder of the case's documents")
    return {
        f"documents/{path.relative_to(folder).as_posix()}": read_bytes(path)
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def _facts(opened: Opened, chosen: Chosen, language: Language, *, count: int) -> list[tuple[str, str]]:
    words, head = strings(language)["certificate"], opened.signed.checkpoint
    return [
        (words["of"], chosen.text(words)),
        (words["shown"], str(count)),
        (words["ledger"], head.origin),
        (words["size"], str(head.size)),
        (words["root"], to_base64(head.root)),
        (words["witnesses"], ", ".join(opened.witnesses) or words["nobody"]),
    ]


def _line(one: Told, language: Language) -> tuple[str, ...]:
    entry, kinds = one.entry, strings(language)["certificate"]["kinds"]
    return str(one.index), kinds[entry.kind.value], entry.case, str(entry.sequence), entry.day.isoformat()


def _manifest(files: dict[str, bytes], opened: Opened, chosen: Chosen) -> Document:
    """The list of files with their hashes."""
    return {
        "format": "lawgate-export/1",
        "origin": opened.signed.checkpoint.origin,
        "size": opened.signed.checkpoint.size,
        "of": chosen.text(strings(Language.ENGLISH)["certificate"]),
        "files": {name: sha256(data).hexdigest() for name, data in files.items()},
    }
