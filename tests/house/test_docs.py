"""The documents lead where they say, and the index of decisions is complete."""

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]
DOCS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])


def dead_links(page: Path, text: str) -> list[str]:
    """Links of a page to files that are not there; outside addresses and anchors are let be."""
    links = re.findall(r"\]\(([^)#\s]+)", text)
    return [link for link in links if "://" not in link and not (page.parent / link).exists()]


def test_every_link_leads_to_a_file() -> None:
    dead = {page.name: dead_links(page, page.read_text(encoding="utf-8")) for page in DOCS}
    assert {name: links for name, links in dead.items() if links} == {}


def test_a_dead_link_is_flagged_and_an_outside_one_is_not() -> None:
    assert dead_links(ROOT / "x.md", "[a](nowhere.md) [b](LICENSE) [c](https://example.org/d)") == [
        "nowhere.md"
    ]


def test_the_index_lists_every_decision() -> None:
    index = (ROOT / "docs" / "index.md").read_text(encoding="utf-8")
    assert [
        adr.name for adr in sorted((ROOT / "docs/adr").glob("*.md")) if f"adr/{adr.name}" not in index
    ] == []


def test_no_word_stands_in_the_glossary_twice() -> None:
    glossary = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
    nouns = [word for word in re.findall(r"^\| ([\w ]+?)(?: †)? \|", glossary, flags=re.M) if word != "Word"]
    assert len(nouns) > 30
    assert sorted(nouns) == sorted(set(nouns))


def test_every_library_has_its_line_in_the_record_of_libraries() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"].values()
    declared = [each for requirements in [project["dependencies"], *extras] for each in requirements]
    record = (ROOT / "docs" / "adr" / "0007-libraries-chosen.md").read_text(encoding="utf-8").lower()
    names = {re.split(r"[\[<>=]", requirement)[0].lower() for requirement in declared}
    assert {
        name for name in names if not re.search(rf"^\|[^|]*\b{name}\b[^|]*\|", record, flags=re.M)
    } == set()


PATH = re.compile(r"(?<![\w./-])(?:src|tests|bench|docs|requirements)/[\w./-]+")
MODULE = re.compile(r"python -m ((?:tests|bench|lawgate)(?:\.\w+)+)")


def lost_paths(text: str) -> list[str]:
    """Paths of this checkout and modules to be run that a page names and that are not there."""
    paths = [path.rstrip(".") for path in PATH.findall(text)]
    modules = [(name.replace(".", "/"), name) for name in MODULE.findall(text)]
    lost = [name for path, name in modules if not _is_module(path)]
    return lost + [path for path in paths if not (ROOT / path).exists()]


def _is_module(path: str) -> bool:
    return any(
        (ROOT / folder / f"{path}{end}").exists() for folder in ("", "src") for end in (".py", "/__main__.py")
    )


def test_every_path_and_module_that_a_page_names_is_there() -> None:
    lost = {page.name: lost_paths(page.read_text(encoding="utf-8")) for page in DOCS}
    assert {name: paths for name, paths in lost.items() if paths} == {}


def test_a_path_and_a_module_that_are_gone_are_seen() -> None:
    text = "see `tests/house/test_docs.py`, `tests/house/gone.py` and `python -m bench.gone 5`, `requirements/lock`."
    assert lost_paths(text) == ["bench.gone", "tests/house/gone.py"]
