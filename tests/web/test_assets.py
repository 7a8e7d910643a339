"""What pages are made of is on record, whole, and asks for nothing from outside."""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path

from lawgate.present.pages.charts import DEFINITIONS
from lawgate.web.assets import asset, assets, digest, url_of

STATIC = Path(__file__).parents[2] / "src" / "lawgate" / "web" / "static"
OURS = "lawgate/"


def recorded() -> dict[str, str]:
    """The vendored files by path, with their digests, as `sha256sum` writes them."""
    lines = (STATIC / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    return {path: found for found, _, path in (line.partition("  ") for line in lines)}


def test_every_vendored_file_is_the_one_on_record() -> None:
    vendored = {path: sha256(data).hexdigest() for path, data in assets().items() if "/" in path}
    assert {path: found for path, found in vendored.items() if not path.startswith(OURS)} == recorded()


def test_the_licence_of_each_vendored_work_is_kept() -> None:
    works = {path.partition("/")[0] for path in recorded()}
    assert works == {"uswds", "htmx"}
    assert {path for path in assets() if "LICENSE" in path} == {"uswds/LICENSE.md", "htmx/LICENSE"}


def test_whatever_a_style_names_is_there() -> None:
    for path, data in assets().items():
        if path.endswith(".css"):
            named = re.findall(r"url\(\s*[\"']?(?!data:|#)([^\"')]+)", data.decode())
            folder = Path("/") / Path(path).parent
            found = {one: str((folder / one).as_posix()) for one in named if one}
            missing = [one for one, place in found.items() if asset(_plain(place)) is None]
            assert missing == [], path
            patterns = set(re.findall(r"url\(#([\w-]+)\)", data.decode()))
            assert patterns <= set(re.findall(r'id="([\w-]+)"', DEFINITIONS)), path


def _plain(place: str) -> str:
    parts: list[str] = []
    for part in place.strip("/").split("/"):
        if part == "..":
            parts.pop()
        else:
            parts.append(part)
    return "/".join(parts)


def test_no_flag_and_no_official_banner_is_shipped() -> None:
    assert [path for path in assets() if re.search(r"flag|dot-gov|icon-https|banner", path)] == []


def test_an_address_changes_with_the_files() -> None:
    assert url_of("lawgate/lawgate.css") == f"/static/{digest()}/lawgate/lawgate.css"
