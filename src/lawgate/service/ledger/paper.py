"""What a caller says of the paper that is made of a ledger: whose it is, its language, and whether it is made up."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lawgate.present.letters.pages import Language
from lawgate.present.letters.table import Imprint
from lawgate.service.files import one_of
from lawgate.stores.clock import today


@dataclass(frozen=True, slots=True)
class Paper:
    """Without an agency it bears the ledger's name, without a day today's; `language` is en or es."""

    agency: str = ""
    language: str = "en"
    synthetic: bool = False
    day: date | None = None

    @property
    def spoken(self) -> Language:
        """The language; InputError for one that papers are not written in."""
        return one_of(Language, self.language, where="--language")

    def imprint(self, origin: str) -> Imprint:
        """What the paper bears, for a ledger of this name."""
        return Imprint(self.agency or origin, self.day or today(), self.spoken, self.synthetic)


PLAIN = Paper()
