"""Addresses of the law: read in three spellings, kept in one, printed in two.

The kept form is that of United States Legislative Markup (USLM), as in
`/us/usc/t26/s6103/i/2/B/i`; it prints as 26 U.S.C. 6103(i)(2)(B)(i).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lawgate.errors import CiteError

_USLM = re.compile(
    r"/us/usc/t(?P<title>\d+[A-Za-z]?)/s(?P<section>[0-9A-Za-z-]+)(?P<rest>(?:/[0-9A-Za-z]+)*)"
)
_PRINTED = re.compile(
    r"(?P<title>\d+[A-Za-z]?)\s*U\.?\s?S\.?\s?C\.?\s*(?:§+\s*)?"
    r"(?P<section>[0-9A-Za-z-]+)\s*(?P<rest>(?:\(\s*[0-9A-Za-z]+\s*\)\s*)*)",
    re.IGNORECASE,
)
_STEP = re.compile(r"[0-9A-Za-z]+")


@dataclass(frozen=True, slots=True, order=True)
class Cite:
    """One provision of the United States Code; `steps` are its letters and numbers below the section."""

    title: str
    section: str
    steps: tuple[str, ...] = ()

    @classmethod
    def parse(cls, text: str) -> Cite:
        """Read `26 USC 6103(i)(2)`, `26 U.S.C. 6103(i)(2)` or `/us/usc/t26/s6103/i/2`.

        Raises CiteError with the text's place and its mend.
        """
        match = _USLM.fullmatch(text.strip()) or _PRINTED.fullmatch(text.strip())
        if match is None:
            raise CiteError(
                "not the address of a provision", where=repr(text[:80]), mend="write it as 26 USC 6103(i)(2)"
            )
        return cls(match["title"], match["section"], tuple(_STEP.findall(match["rest"])))

    def __truediv__(self, step: str) -> Cite:
        """The provision one or more steps below this one: `cite / "B" / "i"` or `cite / "B/i"`."""
        return Cite(self.title, self.section, (*self.steps, *step.split("/")))

    def within(self, other: Cite) -> bool:
        """Whether this provision is the other one or stands inside it."""
        steps = other.steps
        return (
            self.steps[: len(steps)] == steps and self.section == other.section and self.title == other.title
        )

    @property
    def text(self) -> str:
        """The printed form: 26 U.S.C. 6103(i)(2)(B)(i)."""
        return f"{self.title} U.S.C. {self.section}" + "".join(f"({step})" for step in self.steps)

    @property
    def short(self) -> str:
        """The form used inside one section: (i)(2)(B)(i), or the section's number alone."""
        return "".join(f"({step})" for step in self.steps) or self.section

    def __str__(self) -> str:
        return "/".join((f"/us/usc/t{self.title}/s{self.section}", *self.steps))
