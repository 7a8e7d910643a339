"""A look at the records that fails: the subject it fails for is withheld, and no other loses anything."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import pytest
from tests.decide import world

from lawgate.decide.admit import Admitted
from lawgate.decide.determination import Admission, Disposition
from lawgate.errors import InputError
from lawgate.linkage.person import Resolution
from lawgate.records.items import Item
from lawgate.service.gate import decide_subjects


class FailingFor(world.PaperCustodian):
    """Answers on paper, but breaks on one subject's record."""

    def __init__(self, case: world.Case, ref: str, fault: Exception, *, at_items: bool) -> None:
        super().__init__(case)
        self.ref, self.fault, self.at_items = ref, fault, at_items

    def resolve(self, admitted: Sequence[Admitted]) -> Iterable[Resolution]:
        self._break(admitted, when=not self.at_items)
        return super().resolve(admitted)

    def items(self, found: Iterable[tuple[Admitted, Resolution]]) -> Mapping[str, Sequence[Item]]:
        pairs = list(found)
        self._break([one for one, _ in pairs], when=self.at_items)
        return super().items(pairs)

    def _break(self, admitted: Sequence[Admitted], *, when: bool) -> None:
        if when and any(one.subject.ref == self.ref for one in admitted):
            raise self.fault


def subjects(count: int) -> world.Case:
    case = world.Case()
    (first,) = case.request["subjects"]
    return case.asking("subjects", [{**first, "ref": str(number)} for number in range(1, count + 1)])


@pytest.mark.parametrize("at_items", [False, True])
@pytest.mark.parametrize("fault", [ValueError, OSError, AssertionError])
def test_a_fault_in_one_look_withholds_that_subject_alone(fault: type[Exception], at_items: bool) -> None:
    case = subjects(7)
    terms, given = world.terms_of(case)
    well = list(decide_subjects(given, terms, world.PaperCustodian(case)))
    custodian = FailingFor(case, "5", fault("Ana Sample lives at 12 Elm St"), at_items=at_items)
    decided = list(decide_subjects(given, terms, custodian))
    assert [one.ref for one in decided] == [one.ref for one in well]
    assert any(row.disposition is Disposition.DISCLOSE for one in well for row in one.decisions)
    for now, was in zip(decided, well, strict=True):
        if now.ref != "5":
            assert now == was
            continue
        assert now.admission is Admission.ADMITTED
        assert now.resolution is None
        assert {row.item for row in now.decisions} == {row.item for row in was.decisions}
        assert {(row.disposition, row.fault) for row in now.decisions} == {
            (Disposition.WITHHOLD, fault.__name__)
        }


def test_records_that_cannot_be_read_at_all_end_the_run() -> None:
    case = subjects(3)
    terms, given = world.terms_of(case)
    unreadable = InputError("the table cannot be read", where="items.parquet", mend="give Parquet")
    with pytest.raises(InputError, match=r"items\.parquet"):
        list(decide_subjects(given, terms, FailingFor(case, "2", unreadable, at_items=True)))
