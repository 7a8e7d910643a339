"""Uses: what may become of an item after its release, stated in the form of a pathway and read like one."""

from __future__ import annotations

from dataclasses import dataclass

from lawgate.cite import Cite
from lawgate.kernel.expr import Element, among, element
from lawgate.law.contested import Drafted, Readings
from lawgate.law.pathway import Pathway
from lawgate.law.provision import Duty, Limit, Provision
from lawgate.law.terms import use


@dataclass(frozen=True, slots=True)
class Use:
    """One rule by which an item may be used: what it was released under, where it is used, what else must hold.

    `reaches` are the addresses of the paragraphs of release, all within them included, save `spares`.
    """

    cite: Cite
    heading: str
    reaches: tuple[Cite, ...]
    forums: tuple[str, ...]
    requires: tuple[Drafted, ...]
    spares: tuple[Cite, ...] = ()
    limits: tuple[Limit, ...] = ()

    def governs(self, released_under: Cite) -> bool:
        """Whether the rule speaks of what was released under this address."""
        if any(released_under.within(spared) for spared in self.spares):
            return False
        return any(released_under.within(reached) for reached in self.reaches)

    @property
    def of_proceedings(self) -> bool:
        """Whether the rule speaks of proceedings, and not of the recipients' own work alone."""
        return self.forums != use.OWN_WORK

    @property
    def place(self) -> Element:
        """The element that the item is used where the rule allows it."""
        return element(
            self.cite, "the item is used where the paragraph allows it", among(use.forum, *self.forums)
        )

    def pathway(self, readings: Readings) -> Pathway:
        """The rule as a pathway, so that the readers and explanations of pathways serve it too.

        No official's decision joins it: whether to use what the law lets him use is the recipient's affair.
        """
        provision = Provision(
            cite=self.cite,
            heading=self.heading,
            duty=Duty.SHALL,
            request=(),
            requires=self.requires,
            covers=(self.place,),
            limits=self.limits,
        )
        return Pathway(provision, (), readings)
