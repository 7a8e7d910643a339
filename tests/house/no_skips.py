"""Fails when the report of a test run tells of a skipped test: `python no_skips.py build/junit.xml`."""

import re
import sys
import xml.etree.ElementTree as ET
from pathlib import Path


def skipped(report: str) -> list[str]:
    """The tests of a JUnit report that were skipped, or let fail, each with its reason."""
    suites = ET.fromstring(report)  # noqa: S314 -- our own report, written a moment ago
    return [
        f"{case.get('classname')}::{case.get('name')}: {_one_line(skip.get('message', ''))}"
        for case in suites.iter("testcase")
        for skip in case.iter("skipped")
    ]


def _one_line(text: str) -> str:
    return re.sub(r"\s+", " ", text)


if __name__ == "__main__":
    found = skipped(Path(sys.argv[1]).read_text(encoding="utf-8"))
    sys.exit("\n".join(["nothing may be skipped here:", *found]) if found else 0)
