"""The files that pages are made of, served under one digest over all of them, so that a browser may keep them."""

from __future__ import annotations

import gzip
import mimetypes
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Final

FOLDER: Final = files("lawgate.web") / "static"
COMPRESSED_BYTES_MIN: Final = 1024
_TYPES: Final = {".js": "text/javascript", ".woff2": "font/woff2", ".svg": "image/svg+xml"}
_PLAIN: Final = ("text/", "image/svg")


@dataclass(frozen=True, slots=True)
class Asset:
    """One file with its type, and its bytes as a browser takes them compressed, where that is worth it."""

    data: bytes
    kind: str
    compressed: bytes | None


@cache
def assets() -> dict[str, bytes]:
    """Every file by its path below the folder."""
    return dict(_walk(FOLDER, ""))


@cache
def digest() -> str:
    """One digest over the names and contents of all files."""
    lines = [f"{sha256(data).hexdigest()}  {path}\n" for path, data in sorted(assets().items())]
    return sha256("".join(lines).encode()).hexdigest()[:16]


def asset(path: str) -> Asset | None:
    """The file at a path; None where there is none."""
    return _made(path) if path in assets() else None


@cache
def _made(path: str) -> Asset:
    data = assets()[path]
    suffix = path[path.rfind(".") :]
    kind = _TYPES.get(suffix) or mimetypes.guess_type(path)[0] or "application/octet-stream"
    small = kind.startswith(_PLAIN) and len(data) > COMPRESSED_BYTES_MIN
    return Asset(data, kind, gzip.compress(data, mtime=0) if small else None)


def url_of(path: str) -> str:
    """Where a page finds the file; KeyError for one that is not there."""
    if path not in assets():
        raise KeyError(path)
    return f"/static/{digest()}/{path}"


def _walk(folder: Traversable, prefix: str) -> list[tuple[str, bytes]]:
    found: list[tuple[str, bytes]] = []
    for one in sorted(folder.iterdir(), key=lambda each: each.name):
        if one.is_dir():
            found += _walk(one, f"{prefix}{one.name}/")
        else:
            found.append((prefix + one.name, one.read_bytes()))
    return found
