"""The locks name every package by version and hash, and no place to fetch it from."""

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LOCKS = sorted((ROOT / "requirements").glob("*.txt"))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def faults(lock: str) -> list[str]:
    """Entries without exact version or hash, and lines that name a source."""
    sources = [
        line for line in lock.splitlines() if re.search(r"index-url|find-links|trusted-host|://", line)
    ]
    exact = re.compile(r"[a-z0-9-]+(?:\[[a-z0-9,-]+\])?==\S+[\s\S]*--hash=sha256:[0-9a-f]{64}\b")
    return sources + [entry.splitlines()[0] for entry in entries(lock) if not exact.match(entry)]


def entries(lock: str) -> list[str]:
    return [entry for entry in re.split(r"\n(?=\S)", lock.strip()) if not entry.startswith("#")]


def pins(lock: Path) -> dict[str, str]:
    return dict(
        re.findall(
            r"^([a-z0-9-]+)(?:\[[a-z0-9,-]+\])?==([^\s;\\]+)", lock.read_text(encoding="utf-8"), flags=re.M
        )
    )


def names(requirements: list[str]) -> set[str]:
    """The names in a list of requirements, as a lock writes them."""
    return {re.split(r"[\[<>=!~; ]", each)[0].lower().replace("_", "-") for each in requirements}


def test_there_is_a_lock_to_run_and_one_to_develop() -> None:
    assert {"run", "dev"} <= {lock.stem for lock in LOCKS}


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.stem)
def test_a_lock_is_exact_hashed_and_names_no_source(lock: Path) -> None:
    assert faults(lock.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.stem)
def test_every_lock_holds_what_runs_in_the_same_version(lock: Path) -> None:
    run = pins(ROOT / "requirements" / "run.txt")
    assert run.items() <= pins(lock).items()


def test_every_declared_package_is_locked() -> None:
    project, build = PROJECT["project"], PROJECT["build-system"]["requires"]
    run = pins(ROOT / "requirements" / "run.txt")
    assert names(project["dependencies"] + build) <= run.keys()
    for extra, requirements in project["optional-dependencies"].items():
        assert names(requirements) <= pins(ROOT / "requirements" / f"{extra}.txt").keys(), extra


def third_parties(source: str) -> set[str]:
    """The packages outside the standard library that a module imports, by their import names."""
    nodes = list(ast.walk(ast.parse(source)))
    imported = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    imported |= {
        node.module for node in nodes if isinstance(node, ast.ImportFrom) and node.module and not node.level
    }
    return {name.partition(".")[0] for name in imported} - sys.stdlib_module_names - {"lawgate"}


def test_every_package_that_is_imported_is_declared() -> None:
    extras = PROJECT["project"]["optional-dependencies"]
    optional = (*extras["engines"], *extras["proofs"], *extras["tokens"])
    declared = names([*PROJECT["project"]["dependencies"], *optional])
    provided_by = packages_distributions()
    found = {
        f"{path.relative_to(ROOT)}: {package}"
        for path in (ROOT / "src").rglob("*.py")
        for package in third_parties(path.read_text(encoding="utf-8"))
        if not declared & names(provided_by.get(package, [package]))
    }
    assert found == set()


def test_an_imported_package_is_seen_and_the_standard_library_is_let_be() -> None:
    source = (
        "import os.path, numpy.random\nfrom . import near\nfrom lawgate import cite\nfrom yaml import load"
    )
    assert third_parties(source) == {"numpy", "yaml"}


HASHES = " \\\n".join(f"    --hash=sha256:{digit * 64}" for digit in "01")
GOOD = f"rich==15.0.0 \\\n{HASHES}\ntyper==0.29.2 \\\n{HASHES}\n"


@pytest.mark.parametrize(
    "lock",
    [
        GOOD + "polars==2.1.0\n",
        GOOD + f"polars>=2.1.0 \\\n{HASHES}\n",
        GOOD + "polars==2.1.0 \\\n    --hash=md5:0123\n",
        "--index-url" + " https://mirror.example/simple\n" + GOOD,
        GOOD + f"polars @ https://mirror.example/polars.whl \\\n{HASHES}\n",
    ],
)
def test_a_faulty_lock_is_flagged(lock: str) -> None:
    assert faults(lock)


def test_a_sound_lock_is_not_flagged() -> None:
    assert faults(GOOD) == []
    assert len(entries(GOOD)) == 2
