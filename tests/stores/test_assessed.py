"""Many addresses judged by several processes come out as each does alone, in their order."""

from __future__ import annotations

from contextlib import ExitStack

from lawgate.linkage.address import assess
from lawgate.stores.assessed import assess_many, assess_meanwhile

TEXTS = [
    *("12 Elm St Apt 3, Springfield IL 62704", "62704", "NA NA", "", "PO Box 9, Laredo TX 78046"),
    *(f"{number} Oak Ave, Dayton OH 45405" for number in range(40)),
]


def test_processes_of_their_own_judge_as_one_does() -> None:
    alone = [(found.outcome.value, found.kind) for found in map(assess, TEXTS)]
    assert len(set(alone)) > 3
    assert assess_many(TEXTS) == alone
    assert assess_many(TEXTS, apart_min=1) == alone
    assert assess_many([]) == []


def test_texts_judged_meanwhile_come_out_as_those_judged_here() -> None:
    with ExitStack() as during:
        few = assess_meanwhile(TEXTS, during=during)
        apart = assess_meanwhile(TEXTS, during=during, apart_min=1)
        assert few() == apart() == assess_many(TEXTS)
