"""Whether a text of a request says anything."""

from __future__ import annotations

from itertools import islice

_NOTHING_SAID = frozenset(
    "na none nil null unknown tbd pending blank various see above same notapplicable notavailable notstated "
    "notprovided tofollow tobedetermined tobeprovided seeabove seeattached asabove".split()
)

_NOTHING_LETTERS_MAX = max(map(len, _NOTHING_SAID))


def says_something(text: str | None) -> bool:
    """Whether the text is more than a word that stands for nothing, such as N/A or "to follow"."""
    letters = "".join(islice(filter(str.isalnum, (text or "").casefold()), _NOTHING_LETTERS_MAX + 1))
    return bool(letters) and letters not in _NOTHING_SAID
