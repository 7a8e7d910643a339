"""The cases of past releases: what the request said of each subject, whether or not it would be admitted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from lawgate.dates import Period
from lawgate.decide.receiving import Receiving, receiving_of
from lawgate.decide.request import CourtOrder, Known, Request, Subject
from lawgate.decide.stated import periods_asked, stated_facts, words_of


@dataclass(frozen=True, slots=True)
class Case:
    """What the request says of subjects who differ in nothing that the law asks about."""

    facts: Known
    receiving: Receiving
    periods: tuple[Period, ...]
    granted: CourtOrder | None
    address_form: str


class Cases:
    """The cases of one request on one day, by number; an audit admits nobody and returns nobody."""

    def __init__(self, asked: Request, day: date, subjects_each: Mapping[str, int]) -> None:
        self.known: list[Case] = []
        self._asked, self._day, self._subjects_each = asked, day, subjects_each
        self._receiving: dict[tuple[str, ...] | None, Receiving] = {}
        self._numbers: dict[object, int] = {}

    def number_of(self, one: Subject, form: str | None) -> int:
        """The number of the subject's case; `form` is that of his address where it is known already."""
        receiving = self._receiving.get(one.recipients)
        if receiving is None:
            receiving = receiving_of(self._asked, one, subjects_each=self._subjects_each)
            self._receiving[one.recipients] = receiving
        words = words_of(self._asked, one, receiving, form=form)
        number = self._numbers.get(words)
        if number is None:
            facts = stated_facts(self._asked, words, day=self._day, ref=one.ref)
            case = Case(facts, receiving, periods_asked(words), words.court_order, words.address_form)
            number = self._numbers[words] = self._placed(case)
        return number

    def _placed(self, case: Case) -> int:
        """Different words may come to the same facts."""
        told = tuple((name, type(value).__name__, value) for name, value in case.facts.items())
        key = ("facts", told, case.granted, case.periods, case.receiving.agencies)
        number = self._numbers.setdefault(key, len(self.known))
        if number == len(self.known):
            self.known.append(case)
        return number
