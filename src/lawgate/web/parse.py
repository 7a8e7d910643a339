"""What a browser sends, read into values; InputError for what cannot be read."""

from __future__ import annotations

from django.http import HttpRequest

from lawgate.errors import InputError

UPLOAD_BYTES_MAX = 4 * 1024 * 1024
FIELD_SIGNS_MAX = 10_000
"""What an official or an agency writes into a field stands for ever; nobody reads more."""
_UNWRITTEN = frozenset(map(chr, range(32))) - {"\t", "\n", "\r"} | {"\x7f"}
"""Signs that no keyboard writes; a database may refuse them in the midst of an act."""


def demand_written(request: HttpRequest) -> None:
    """InputError where a field of the address or the form holds what nobody wrote by hand, or too much of it."""
    for sent in (request.GET, request.POST):
        for name, values in sent.lists():
            for text in (name, *values):
                if len(text) > FIELD_SIGNS_MAX:
                    raise InputError(
                        f"a field has more than {FIELD_SIGNS_MAX} signs", where=name[:40], mend="shorten it"
                    )
                if not _UNWRITTEN.isdisjoint(text):
                    raise InputError(
                        "a field holds a sign that is none", where="the form", mend="write it by hand"
                    )


def day_asked(request: HttpRequest) -> str | None:
    """The day in the address, as it was written; None where none is asked for."""
    return request.GET.get("day", "").strip() or None


def page_asked(request: HttpRequest) -> int:
    """The page of a list, the first where none is asked for."""
    text = request.GET.get("page", "1")
    if not (text.isascii() and text.isdigit() and 0 < len(text) < 7) or int(text) == 0:
        raise InputError("no such page", where="page", mend="take one of those offered")
    return int(text)


def upload(request: HttpRequest, name: str) -> bytes | None:
    """The file that was sent under this name; None where none was. InputError for one that is too large."""
    sent = request.FILES.get(name)
    if sent is None:
        return None
    if sent.size is None or sent.size > UPLOAD_BYTES_MAX:
        raise InputError(
            f"the file has more than {UPLOAD_BYTES_MAX} bytes", where=name, mend="send it in parts"
        )
    return bytes(sent.read())
