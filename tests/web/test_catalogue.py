"""Every word of the application is there in Spanish, and what is compiled is what is written."""

from __future__ import annotations

import re

from tests.web.catalogue import MO, PO, collected, compiled, recorded, written

BLANKS = re.compile(r"%\((\w+)\)s")


def test_every_text_is_translated() -> None:
    held = recorded()
    missing = [one.id for one in collected() if one.id and not _translated(held.get(one.id, one.context))]
    assert missing == []


def _translated(message: object) -> bool:
    said = getattr(message, "string", "")
    return all(said) if isinstance(said, tuple) else bool(said)


def test_no_translation_is_left_of_a_text_that_is_gone() -> None:
    wanted = {(one.id, one.context) for one in collected()}
    assert [one.id for one in recorded() if one.id and (one.id, one.context) not in wanted] == []


def test_the_blanks_of_a_text_are_those_of_its_translation() -> None:
    uneven = [
        one.id
        for one in recorded()
        if isinstance(one.id, str) and set(BLANKS.findall(one.id)) != set(BLANKS.findall(str(one.string)))
    ]
    assert uneven == []


def test_what_is_compiled_is_what_is_written() -> None:
    assert compiled(recorded()) == MO.read_bytes()
    assert written(recorded()) == PO.read_bytes()
