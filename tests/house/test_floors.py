"""The contracts in pyproject.toml can fail: each is shown a small package that breaks it."""

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DOORS = {"api", "cli", "web"}
CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
    "contracts"
]
# A package of the right shape, with every import that is allowed and near a boundary.
SOUND = {
    "api/problems.py": "",
    "api/v1.py": "import django.http, ninja, lawgate.api.problems, lawgate.errors, lawgate.service.batch.stream",
    "cli/main.py": "import os, rich, lawgate.errors, lawgate.cli.say, lawgate.service.batch.stream",
    "cli/say.py": "",
    "web/views.py": "import django.http, lawgate.errors, lawgate.service.batch.stream, lawgate.web.words",
    "web/words.py": "",
    "service/batch/stream.py": (
        "import polars, lawgate.stores.records.custodian, lawgate.decide, lawgate.present.pages.report"
    ),
    "stores/records/custodian.py": "import duckdb, os, polars, lawgate.decide",
    "present/pages/report.py": "import pathlib, lawgate.decide",
    "casework/case.py": "import lawgate.decide",
    "decide/core.py": "import lawgate.kernel.batch.by_polars, lawgate.law.terms, lawgate.linkage.person",
    "law/terms.py": "import datetime, hashlib, lawgate.kernel.batch, lawgate.records.item",
    "linkage/person.py": "import lawgate.records.item",
    "kernel/batch/by_polars.py": "import polars, lawgate.cite",
    "kernel/batch/by_ibis.py": "import ibis, lawgate.cite",
    "kernel/prove/by_z3.py": "import z3",
    "kernel/prove/by_cvc5.py": "import cvc5",
    "records/item.py": "import lawgate.cite, lawgate.dates",
    "cite.py": "import lawgate.errors",
    "dates.py": "import datetime, lawgate.errors",
    "errors.py": "",
    "settings.py": "import os",
}


def broken_contracts(root: Path, modules: dict[str, str]) -> set[str]:
    """The ids of the contracts that a package of these modules breaks."""
    shutil.copy(ROOT / "pyproject.toml", root)
    for name, source in modules.items():
        path = root / "lawgate" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        for folder in [path.parent, *path.parent.relative_to(root).parents][:-1]:
            (root / folder / "__init__.py").touch()
        path.write_text(source, encoding="utf-8")
    run = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-logo", "--no-cache"],
        cwd=root,
        env={"COLUMNS": "1000"},  # one contract a line
        capture_output=True,
        text=True,
        check=False,
    )
    kept = {each["id"] for each in CONTRACTS if f"{each['name']} KEPT" in run.stdout}
    broken = {each["id"] for each in CONTRACTS if f"{each['name']} BROKEN" in run.stdout}
    assert len(kept) + len(broken) == len(CONTRACTS), run.stdout + run.stderr
    return broken


def test_a_sound_package_breaks_nothing(tmp_path: Path) -> None:
    assert broken_contracts(tmp_path, SOUND) == set()


@pytest.mark.parametrize(
    ("module", "source", "broken"),
    [
        ("law/terms.py", "import lawgate.decide", {"floors"}),
        ("law/terms.py", "import lawgate.linkage.person", {"floors"}),
        ("kernel/batch/by_ibis.py", "import lawgate.records.item", {"floors"}),
        ("errors.py", "import lawgate.kernel.batch.by_polars", {"floors"}),
        ("present/pages/report.py", "import lawgate.stores.records.custodian", {"floors", "stores"}),
        ("cellar.py", "", {"floors"}),
        ("decide/core.py", "import os", {"pure"}),
        ("cite.py", "from pathlib import Path", {"pure"}),
        ("casework/case.py", "import time", {"pure"}),
        ("records/item.py", "import pydantic", {"pure"}),
        ("cellar/wine.py", "import random", {"floors", "pure"}),
        ("law/terms.py", "import polars", {"batch-engine"}),
        ("kernel/batch/by_polars.py", "import ibis", {"batch-engine"}),
        ("kernel/batch/by_polars.py", "import z3", {"prover"}),
        ("kernel/prove/by_z3.py", "import cvc5, z3", {"prover"}),
        ("service/batch/stream.py", "import duckdb", {"engines"}),
        ("service/batch/stream.py", "import django.db", {"framework"}),
        ("cli/main.py", "import lawgate.law.terms", {"doors"}),
        ("cli/main.py", "import lawgate.present.pages.report", {"doors"}),
        ("cli/say.py", "import lawgate.stores.records.custodian", {"doors", "stores"}),
        ("web/views.py", "import lawgate.law.terms", {"doors"}),
        ("api/v1.py", "import lawgate.law.terms", {"doors"}),
        ("api/v1.py", "import lawgate.web.words", {"doors", "floors"}),
    ],
)
def test_a_breach_is_found(tmp_path: Path, module: str, source: str, broken: set[str]) -> None:
    assert broken_contracts(tmp_path, SOUND | {module: source}) == broken


def test_every_contract_has_a_breach_above() -> None:
    breaches = test_a_breach_is_found.pytestmark[0].args[1]  # type: ignore[attr-defined]
    assert {contract["id"] for contract in CONTRACTS} == set().union(*(broken for *_, broken in breaches))


def test_every_door_that_stands_is_under_the_contract_of_doors() -> None:
    standing = {f"lawgate.{door}" for door in DOORS if (ROOT / "src" / "lawgate" / door).is_dir()}
    bound = next(contract["source_modules"] for contract in CONTRACTS if contract["id"] == "doors")
    assert standing <= set(bound)
