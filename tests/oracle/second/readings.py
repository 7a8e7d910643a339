"""Every second reading but that of (i)(2): a new one is entered here."""

from __future__ import annotations

from tests.oracle.second import i1, i3, i5, i7
from tests.oracle.second.paragraph import SecondReading

READINGS: tuple[SecondReading, ...] = (i1.PARAGRAPH, *i3.PARAGRAPHS, i5.PARAGRAPH, *i7.PARAGRAPHS)
