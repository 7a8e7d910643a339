"""All pathways of a corpus read together, as a request that names no paragraph asks of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from lawgate.kernel.fact import Facts
from lawgate.kernel.panel import Masks, Panel
from lawgate.kernel.truth import Truth
from lawgate.law.pathway import Pathway


@dataclass(frozen=True, eq=False)
class Together:
    """Pathways whose elements are read once for all of them."""

    pathways: tuple[Pathway, ...]

    @cached_property
    def _places(self) -> dict[Pathway, int]:
        return {pathway: place for place, pathway in enumerate(self.pathways)}

    @cached_property
    def _words(self) -> Panel:
        return Panel([pathway.request for pathway in self.pathways])

    @cached_property
    def _whole(self) -> Panel:
        return Panel([pathway.elements for pathway in self.pathways])

    def lacking_in_words(self, facts: Facts) -> dict[Pathway, int]:
        """For each pathway, how many elements of the request fail by its own words."""
        masks = self._words.read(facts)
        return {pathway: self._words.failing(row, masks) for pathway, row in self._places.items()}

    def read(self, facts: Facts) -> Standings:
        """Every pathway under these facts, each element read once."""
        return Standings(self._whole, self._whole.read(facts), self._places)


@dataclass(frozen=True, slots=True)
class Standings:
    """How each of some pathways stands under some answers."""

    _panel: Panel
    _masks: Masks
    _places: Mapping[Pathway, int]

    def __contains__(self, pathway: object) -> bool:
        return pathway in self._places

    def truth(self, pathway: Pathway) -> Truth:
        """The same as pathway.truth under these answers."""
        return self._panel.truth(self._places[pathway], self._masks)

    def failing(self, pathway: Pathway) -> int:
        """How many of its elements are NO."""
        return self._panel.failing(self._places[pathway], self._masks)

    def missing(self, pathway: Pathway) -> int:
        """How many of its elements are not YES."""
        return self._panel.missing(self._places[pathway], self._masks)


def set_apart(opened: Sequence[Pathway]) -> tuple[Pathway, ...]:
    """The pathways that one answer may rest on: where a request asks for an extract, the extracts alone.

    A paragraph that runs as its own extract of a group opens nothing about persons whom somebody picks out, and
    what it gives is joined to no answer about them.
    """
    extracts = tuple(pathway for pathway in opened if pathway.provision.extract)
    return extracts or tuple(opened)
