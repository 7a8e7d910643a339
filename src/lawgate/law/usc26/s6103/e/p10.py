"""26 U.S.C. 6103(e)(10): what identifies third persons stays out of the returns of entities that pass income on.

Asked wherever the return may be an entity's: whether it is one of those that the paragraph lists, and
whether the item stands in such a schedule, an official says.
"""

from lawgate.kernel.expr import any_of, element, not_
from lawgate.law.addresses import S6103
from lawgate.law.entry import entries
from lawgate.law.provision import Effect, Proviso
from lawgate.law.terms import subject
from lawgate.law.terms.finding import judgement

HERE = S6103 / "e/10"

identifies_others = judgement(
    "identifies_others",
    HERE,
    "Does the item stand in a schedule, attachment or list, of the return of a partnership, S corporation, trust or "
    "estate, that identifies another person than the entity and the requester?",
    yes="the item stands in a schedule, attachment or list that identifies another person",
    no="the item stands in no schedule, attachment or list that identifies another person",
)

NO_OTHERS = element(
    HERE,
    "the item is no part of a schedule that identifies others than the entity and the requester",
    any_of(subject.is_individual, not_(identifies_others)),
)

SCHEDULES = Proviso(
    cite=HERE,
    heading="Identity of others in the returns of entities",
    effect=Effect.BAR,
    reaches=tuple((S6103 / "e" / step, NO_OTHERS) for step in ("1", "2", "4", "5/B", "6", "7")),
    spares=(S6103 / "e/1/A", S6103 / "e/1/B"),
)

ENTRIES = entries(HERE, condition=".")
