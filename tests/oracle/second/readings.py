"""Every second reading but that of (i)(2): a new one is entered here."""

from __future__ import annotations

from tests.oracle.second import d1, e1, h2, i1, i3, i5, i7, l7, l13, l21
from tests.oracle.second.paragraph import SecondReading

READINGS: tuple[SecondReading, ...] = (
    i1.PARAGRAPH,
    *i3.PARAGRAPHS,
    i5.PARAGRAPH,
    *i7.PARAGRAPHS,
    d1.PARAGRAPH,
    *e1.PARAGRAPHS,
    *h2.PARAGRAPHS,
    *l7.PARAGRAPHS,
    *l13.PARAGRAPHS,
    l21.PARAGRAPH,
)
