"""What is committed speaks of the project alone, on any machine."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

# Written so that no pattern matches this file.
STRAYS = {
    "registry host": re.compile(
        r"(?i)pypi[.]org|pythonhosted[.]org|registry[.]npmjs|registry[.]yarnpkg|deb[.]debian|"
        r"security[.]debian|crates[.]io|proxy[.]golang[.]org|--(extra-)?index-url[ =]\S*:/"
    ),
    "path of one machine": re.compile(r"(?<![\w.])/(?:home|root|work)/\w|(?<![\w/])[A-Z]:\\Users"),
    "word of authorship": re.compile(
        r"(?<![\w+/=|])A[I](?![\w+/=|])|(?i:co-authored-b[y]|chat[g]pt|\bopen[a]i\b|anthropi[c]|"
        r"claude[ -](?:code|opus|sonnet)|large[ ]language[ ]model|\bllm[s]?\b|written[ ]by a model|"
        r"generated[ ]with)"
    ),
}


def strays(text: str) -> list[str]:
    """Each line that says what no committed file may say, with what it is."""
    seen = {kind: pattern for kind, pattern in STRAYS.items() if pattern.search(text)}
    return [
        f"{number}: {kind}: {line.strip()[:100]}"
        for number, line in enumerate(text.splitlines() if seen else (), 1)
        for kind, pattern in seen.items()
        if pattern.search(line)
    ]


# Works of others, with their licences as they wrote them.
VENDORED = ("src/lawgate/web/static/uswds/", "src/lawgate/web/static/htmx/")


def committed() -> list[Path]:
    if not shutil.which("git") or not (ROOT / ".git").exists():
        pytest.skip("not a git checkout")
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True)
    names = [name for name in listed.stdout.split("\0") if name and not name.startswith(VENDORED)]
    return [path for name in names if (path := ROOT / name).is_file()]


def test_committed_files_tell_nothing_of_how_they_were_made() -> None:
    found = []
    for path in committed():
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue  # Parquet, fonts: no prose
        found += [f"{path.relative_to(ROOT)}:{stray}" for stray in strays(text)]
    assert found == []


def test_nothing_that_is_built_or_locked_by_host_is_committed() -> None:
    unwanted = re.compile(r"(^|/)(uv\.lock|\.venv|build|__pycache__|.*\.egg-info)(/|$)")
    assert [name for path in committed() if unwanted.search(name := str(path.relative_to(ROOT)))] == []


@pytest.mark.parametrize(
    "line",
    [
        "see https://pypi" + ".org/simple",
        "https://files.pythonhosted" + ".org/packages/x.whl",
        '"resolved": "https://registry' + '.npmjs.org/x"',
        "deb http://deb" + ".debian.org/debian bookworm main",
        "--index-url" + " https://mirror.example/simple",
        "open('" + "/home" + "/ana/file')",
        "cd " + "/root" + "/lawgate",
        "see " + "/work" + "/main",
        "made with A" + "I",
        "Co-Authored-" + "By: someone",
        "as a large " + "language model",
    ],
)
def test_a_stray_is_flagged(line: str) -> None:
    assert strays(line)


@pytest.mark.parametrize(
    "line",
    ["/us/usc/t26/s6103/i/2", "https://example.org/home/page", "Claude Sample, 12 Elm St", "q+AI/xyz="],
)
def test_what_only_looks_alike_is_not_flagged(line: str) -> None:
    assert strays(line) == []
