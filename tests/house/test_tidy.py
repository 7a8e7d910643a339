"""The house keeps its measure, and its pure floors ask for nothing."""

from pathlib import Path

import pytest
from tests.house import tidy

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "lawgate"


def module_name(path: Path) -> str:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


SOURCES = {module_name(path): path.read_text(encoding="utf-8") for path in sorted(PACKAGE.rglob("*.py"))}
FOLDERS = {module_name(path.parent / "__init__.py") for path in PACKAGE.rglob("*.py")}
PURE = {name: text for name, text in SOURCES.items() if not tidy.SHELL & set(name.split(".")[1:2])}


def test_the_checks_see_the_whole_package() -> None:
    assert "lawgate.errors" in PURE
    assert not [name for name in PURE if name.startswith(("lawgate.cli", "lawgate.stores"))]


def test_functions_are_short() -> None:
    assert tidy.findings(tidy.long_functions, SOURCES) == []


def test_modules_are_short() -> None:
    assert tidy.findings(tidy.long_modules, SOURCES) == []


def test_pure_floors_ask_for_nothing() -> None:
    assert tidy.findings(tidy.askings, PURE) == []


def test_names_say_something() -> None:
    assert [
        f"{name}:{found}" for name, source in SOURCES.items() for found in tidy.empty_names(source, name)
    ] == []


def test_every_folder_says_what_belongs_there() -> None:
    assert [name for name in FOLDERS if not tidy.has_docstring(SOURCES.get(name, ""))] == []


# Controls: what the checks above must flag, and what they must let stand.


def test_a_function_of_60_lines_is_flagged_and_one_of_59_is_not() -> None:
    def function(lines: int) -> str:
        return "def f():\n" + "    x = 1\n" * (lines - 1)

    assert tidy.long_functions(function(60)) == ["1: f has 60 lines"]
    assert tidy.long_functions(f"class C:\n    async {function(60).replace('    ', '        ')}")
    assert tidy.long_functions(function(59)) == []


def test_a_module_of_400_lines_is_flagged_and_one_of_399_is_not() -> None:
    assert tidy.long_modules("x = 1\n" * 400) == ["1: 400 lines"]
    assert tidy.long_modules("x = 1\n" * 399) == []


@pytest.mark.parametrize(
    "source",
    [
        "open('f')",
        "print('x')",
        "input()",
        "eval('1')",
        "from datetime import date\nday = date.today()",
        "import datetime\nday = datetime.datetime.now(tz=None)",
        "from datetime import datetime\ndatetime.utcnow()",
        "from dataclasses import field\nfrom datetime import date\nday = field(default_factory=date.today)",
        "import time\ntime.monotonic()",
        "from time import time",
        "import random",
        "import numpy.random as r, random",
        "import secrets",
        "import os\nos.environ['A']",
        "import os.path",
        "from os import environ",
        "from pathlib import Path\nPath('x')",
        "import pathlib",
        "import socket",
        "import urllib.request",
        "import subprocess",
        "import sqlite3",
        "import importlib.resources",
        "from importlib import resources",
        "import uuid\nuuid.uuid4()",
        "from uuid import uuid4",
        "import polars as pl\npl.read_parquet('f')",
        "def f(frame):\n    frame.write_csv('f')",
        "def f(path):\n    return path.read_text()",
        "def f():\n    import logging",
        "if True:\n    import threading",
    ],
)
def test_asking_is_flagged(source: str) -> None:
    assert tidy.askings(source)


@pytest.mark.parametrize(
    "source",
    [
        "from datetime import date, timedelta\ndef f(day: date) -> date:\n    return day + timedelta(days=1)",
        "from datetime import time",
        "from .time import hour",
        "import hashlib, json, re",
        "from uuid import UUID",
        "def opened(file):\n    return file.opened",
        "text = 'open(today)'",
    ],
)
def test_what_only_computes_is_not_flagged(source: str) -> None:
    assert tidy.askings(source) == []


@pytest.mark.parametrize(
    "source",
    [
        "def process(x): ...",
        "def process_request(x): ...",
        "async def handle(x): ...",
        "class C:\n    def manage(self): ...",
        "class RequestManager: ...",
        "class HTTPHandler: ...",
        "class _CiteHelper: ...",
    ],
)
def test_empty_names_are_flagged(source: str) -> None:
    assert tidy.empty_names(source)


def test_an_empty_module_name_is_flagged() -> None:
    assert tidy.empty_names("", "lawgate.law.utils") == ["1: utils"]
    assert tidy.empty_names("", "lawgate.law.terms") == []


def test_names_that_only_look_alike_are_not_flagged() -> None:
    assert tidy.empty_names("def processing_of_returns(): ...\nclass Utility: ...\ndef handled(): ...") == []


def test_a_folder_that_says_nothing_is_flagged() -> None:
    assert not tidy.has_docstring("")
    assert not tidy.has_docstring("from lawgate.law import terms")
    assert tidy.has_docstring('"""Orders of courts, a file each."""')
