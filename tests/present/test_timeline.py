"""The law in time as a picture: well-formed, told in words too, uncertain days drawn as such."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from lawgate.present.pages.timeline import timeline_picture
from lawgate.service.law.history import timeline

SVG = "{http://www.w3.org/2000/svg}"


def picture() -> ET.Element:
    return ET.fromstring(timeline_picture(timeline()))  # noqa: S314 -- our own picture


def test_every_order_has_its_row_and_its_words() -> None:
    drawn = picture()
    words = [text.text or "" for text in drawn.iter(f"{SVG}text")]
    told = drawn.findtext(f"{SVG}desc") or ""
    for number in range(1, 9):
        assert any(line.startswith(f"O{number}  ") for line in words)
        assert f"O{number}, " in told
    assert drawn.findtext(f"{SVG}title")


def test_days_that_are_not_certain_are_dashed() -> None:
    dashed = [bar for bar in picture().iter(f"{SVG}rect") if bar.get("stroke-dasharray")]
    assert len(dashed) == 3, "the beginnings of O1 and O3, and O8, which is pending"


def test_bars_stay_within_the_picture() -> None:
    drawn = picture()
    width = float((drawn.get("viewBox") or "").split()[2])
    for bar in drawn.iter(f"{SVG}rect"):
        assert float(bar.get("x") or 0) >= 0
        assert float(bar.get("x") or 0) + float(bar.get("width") or 0) <= width + 2
