"""The application's words in Spanish: `python -m tests.web.catalogue` collects those that are new and compiles."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

SOURCE = Path(__file__).parents[2] / "src" / "lawgate"
WEB = SOURCE / "web"
PO = WEB / "locale" / "es" / "LC_MESSAGES" / "django.po"
MO = PO.with_suffix(".mo")
DAY = datetime(2026, 1, 1, tzinfo=UTC)
KEYWORDS = {
    "_": None, "gettext": None, "gettext_lazy": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2),
}  # fmt: skip


def collected() -> Catalog:
    """Every text of the templates and the code that is to be translated, and each reason against an act."""
    found = Catalog(locale="es", charset="utf-8")
    for place, source in _sources():
        for line, said, _comments, context in extract(
            "python", io.BytesIO(source.encode()), keywords=KEYWORDS, comment_tags=()
        ):
            found.add(said, locations=[(place, line)], context=context)
    for one in reasons():
        found.add(one.id, locations=one.locations)
    return found


def reasons() -> Catalog:
    """Every reason that casework and the services give against an act."""
    found = Catalog(locale="es", charset="utf-8")
    for path in sorted([*(SOURCE / "casework").rglob("*.py"), *(SOURCE / "service").rglob("*.py")]):
        told = extract("python", io.BytesIO(path.read_bytes()), keywords={"Reason": (2,)}, comment_tags=())
        for line, said, _comments, _context in told:
            found.add(said, locations=[(str(path.relative_to(SOURCE)), line)])
    del found[""]
    return found


def _sources() -> Iterator[tuple[str, str]]:
    for path in sorted(WEB.rglob("*")):
        place = str(path.relative_to(WEB))
        if path.suffix == ".html":
            yield place, templatize(path.read_text(encoding="utf-8"), origin=place)
        elif path.suffix == ".py":
            yield place, path.read_text(encoding="utf-8")


def recorded() -> Catalog:
    """The catalogue as it stands; empty where there is none yet."""
    if not PO.exists():
        return Catalog(locale="es", charset="utf-8")
    with PO.open("rb") as file:
        return read_po(file, locale="es")


def compiled(catalogue: Catalog) -> bytes:
    """What gettext reads."""
    # Babel puts the days into the file; it is to change with its words alone.
    catalogue.creation_date = catalogue.revision_date = DAY
    made = io.BytesIO()
    write_mo(made, catalogue)
    return made.getvalue()


def written(catalogue: Catalog) -> bytes:
    """The catalogue as text: no day, no tool, no line numbers, so that it changes with its words alone."""
    made = io.BytesIO()
    write_po(made, catalogue, omit_header=True, no_location=True, sort_output=True, width=0)
    header = 'msgid ""\nmsgstr ""\n"Language: es\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
    header += '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'
    return header.encode() + made.getvalue()


def main() -> None:
    catalogue = recorded()
    catalogue.update(collected(), no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    PO.parent.mkdir(parents=True, exist_ok=True)
    PO.write_bytes(written(catalogue))
    MO.write_bytes(compiled(recorded()))


if __name__ == "__main__":
    main()
