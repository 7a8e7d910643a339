"""Many at once are decided as each alone: the tables of a part say what the gate says, row for row."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.decide import world

from lawgate.decide.admit import Admitted, count_subjects
from lawgate.decide.determination import Decision, SubjectDetermination
from lawgate.decide.determine import determine_row
from lawgate.decide.findings import Findings
from lawgate.decide.request import Subject
from lawgate.law.corpus import as_of
from lawgate.linkage.person import Agreement, Evidence, Resolution, Status
from lawgate.records.items import Item
from lawgate.service.batch.part import PartGate
from lawgate.service.batch.rows import item_from, subject_from
from lawgate.service.batch.shape import forms_of, judge_addresses
from lawgate.service.contract.read import read_findings, read_request
from lawgate.service.contract.write import subject_document
from lawgate.service.gate import Terms, decide_subjects
from lawgate.stores.runs.batch_folder import DECISION_SCHEMA, SUBJECT_SCHEMA

Json = dict[str, Any]

many = settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))


@dataclass
class Registry:
    """A custodian on paper with several taxpayers, who breaks on some subjects."""

    found: Mapping[str, Resolution]
    held: Mapping[str, Sequence[world.HeldRow]]
    breaks_on: frozenset[str] = frozenset()

    def resolve(self, admitted: Sequence[Admitted]) -> list[Resolution]:
        """Whom each ref names."""
        if any(one.subject.ref in self.breaks_on for one in admitted):
            raise ValueError("spoilt")
        return [self.found[one.subject.ref] for one in admitted]

    def items(self, found: Iterable[tuple[Admitted, Resolution]]) -> dict[str, list[Item]]:
        """The rows of those found."""
        return {
            taxpayer: [world.item_of(row) for row in self.held[taxpayer] if row[0] in one.request.items]
            for one, resolution in found
            if (taxpayer := resolution.taxpayer_id)
        }

    def rows(self, found: Iterable[tuple[Admitted, Resolution]]) -> pl.DataFrame:
        """The same as a table, once for each taxpayer."""
        pairs = {resolution.taxpayer_id: one for one, resolution in found if resolution.taxpayer_id}
        rows = [
            (taxpayer, *row)
            for taxpayer, one in pairs.items()
            for row in self.held[taxpayer]
            if row[0] in one.request.items
        ]
        names = ("taxpayer_id", "item", "period", "furnished_by", "document")
        return pl.DataFrame(rows, schema=dict.fromkeys(names, pl.Utf8), orient="row")


TAXPAYERS = ("T1", "T2")
ITEMS = ("identity.name", "identity.mailing_address", "third_party.w2.wages", "return.1040.total_wages")
HELD = st.lists(
    st.tuples(
        st.sampled_from(ITEMS),
        st.sampled_from(("2023", "2023", None, "2022", "2023Q1", "lately")),
        st.sampled_from((None, "payer", "taxpayer", "a stranger")),
        st.sampled_from((None, "information_return", "return", "a napkin")),
    ),
    min_size=2,
    max_size=8,
)
SUBJECT: dict[str, tuple[Any, ...]] = {
    "name": (({"given": "Ana", "surname": "Sample"}, {"entity": "Sample LLC"}, {})),
    "address": (("12 Elm St Apt 3, Springfield IL 62704", "unknown", "62704", None)),
    "tax_periods": ((["2023"], ["2022", "2023"], ["2023Q1", "2023"], ["lately"], [])),
    "recipients": ((["O1"], ["O2"], ["O1", "O2"], ["O2", "O1"])),
    "reasons": (("Wires were credited in 2023.", "Another text.", "n/a")),
    "matter": (
        (
            None,
            {**world.COMPLETE["matter"], "number": "7"},
            {**world.COMPLETE["matter"], "statutes": ["8 USC 1253(a)(1)"]},
        )
    ),
    "court_order": (None, world.ORDER),
    "removal_order": (None, {"final_on": "2020-01-02", "class_cite": "8 USC 1227(a)(1)"}),
}
RESOLUTIONS = st.builds(
    lambda status, taxpayer, agreement, exact: Resolution(
        status,
        taxpayer if status in (Status.ONE, Status.REVIEW) else None,
        agreement,
        (Evidence("tin", "exact"),) if exact else (),
    ),
    st.sampled_from((*Status, Status.ONE, Status.ONE)),
    st.sampled_from(TAXPAYERS),
    st.sampled_from((*Agreement, None)),
    st.booleans(),
)


@st.composite
def worlds(draw: st.DrawFn) -> tuple[Terms, tuple[Subject, ...], Registry]:
    """A request of several subjects near a complete one, each with up to two answers changed."""
    count = draw(st.integers(2, 9))
    refs = [str(number) for number in range(count)]
    subjects = []
    for ref in refs:
        own = draw(st.sets(st.sampled_from(sorted(SUBJECT)), max_size=2))
        one = {
            name: draw(st.sampled_from(SUBJECT[name])) if name in own else SUBJECT[name][0]
            for name in SUBJECT
        }
        subjects.append({"ref": ref, **{name: value for name, value in one.items() if value is not None}})
    officers = [{**world.COMPLETE["recipients"][0], "id": id_} for id_ in ("O1", "O2")]
    for officer in officers:
        officer["agency"] = draw(st.sampled_from(("us.doj.fbi", "us.doj.fbi", "us.dhs.ice")))
    document = {
        **world.COMPLETE,
        "provision": draw(st.sampled_from((world.I2, world.I2, world.I1, None))),
        "items": draw(st.sampled_from((world.COMPLETE["items"], [world.ITEM_ADDRESS]))),
        "recipients": officers,
        "subjects": subjects,
    }
    terms, given_subjects = _terms(document, draw(_findings(refs)), draw(st.sampled_from((1, 60_000))))
    found = {ref: draw(RESOLUTIONS) for ref in refs}
    held = {taxpayer: draw(HELD) for taxpayer in TAXPAYERS}
    breaks_on = frozenset(draw(st.sets(st.sampled_from(refs), max_size=1)))
    return terms, given_subjects, Registry(found, held, breaks_on)


@st.composite
def _findings(draw: st.DrawFn, refs: list[str]) -> list[Json]:
    """What officials found, for everyone or for some."""
    rows = []
    for cite, answer in world.ANSWERS.items():
        row = {
            "cite": f"{world.SECTION}/{cite}",
            "answer": answer,
            "by": {"office": "delegated_official"},
            "on": "2026-03-01",
        }
        some = draw(st.sampled_from((None, None, refs[:1], refs[1:])))
        rows.append({**row, "refs": some} if some else row)
    return rows


def _terms(document: Json, findings: list[Json], subjects: int) -> tuple[Terms, tuple[Subject, ...]]:
    asked, given_subjects = read_request(json.dumps(document).encode())
    assert not isinstance(given_subjects, str)
    checked = Findings.check(read_findings(json.dumps({"findings": findings}).encode()), day=world.DAY)
    counts = count_subjects(asked, given_subjects)
    return Terms(asked, as_of(world.DAY), checked, world.DAY, counts, subjects), given_subjects


def together(terms: Terms, subjects: Sequence[Subject], custodian: Any, *, parts: int = 1) -> list[Json]:
    """The documents of the subjects as the tables of their parts have them."""
    gate, documents = PartGate(terms, custodian), []
    size = -(-len(subjects) // parts)
    for start in range(0, len(subjects), size):
        some = subjects[start : start + size]
        part = gate.decide(some, forms_of(some, judge_addresses(some)))
        assert part.subjects.schema == pl.Schema(SUBJECT_SCHEMA)
        assert part.decisions.schema == pl.Schema(DECISION_SCHEMA)
        kept = [json.loads(text) for text in part.explanations]
        for row in part.subjects.iter_rows(named=True):
            rows = part.decisions.filter(pl.col("ref") == row["ref"]).to_dicts()
            documents.append(subject_from(row, [item_from(one, kept) for one in rows]))
    return documents


def alone(decided: Iterable[SubjectDetermination]) -> list[Json]:
    """The documents of the gate."""
    return [subject_document(one) for one in decided]


@many
@given(worlds(), st.integers(1, 3))
def test_the_tables_say_what_the_gate_says(
    one: tuple[Terms, tuple[Subject, ...], Registry], parts: int
) -> None:
    terms, subjects, custodian = one
    # The gate, too, would see a fault of one part in that part alone.
    assert together(terms, subjects, custodian, parts=parts) == alone(
        decide_subjects(subjects, terms, custodian)
    )


def test_the_worlds_reach_every_outcome_with_faults_orders_turns_and_rows_held_twice() -> None:
    seen: Counter[str] = Counter()

    # The same worlds each time, for it is they that are counted.
    @settings(many, derandomize=True, database=None)
    @given(worlds())
    def count(one: tuple[Terms, tuple[Subject, ...], Registry]) -> None:
        terms, subjects, custodian = one
        for told in decide_subjects(subjects, terms, custodian):
            seen[told.admission.value] += 1
            rows = Counter((row.item, row.period) for row in told.decisions)
            seen["held twice"] += any(times > 1 for times in rows.values())
            for row in told.decisions:
                seen[row.disposition.value] += 1
                seen["turns"] += bool(row.turns)
                seen["orders"] += bool(row.orders)
                seen["faults"] += bool(row.fault)

    count()
    wanted = (
        "admitted",
        "returned",
        "blocked",
        "disclose",
        "withhold",
        "needs_finding",
        "held twice",
        "turns",
        "orders",
        "faults",
    )
    assert all(seen[name] for name in wanted), seen


def test_a_row_whose_decision_breaks_is_withheld_in_both(monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(*_: Any) -> Any:
        raise KeyError("wages")

    terms, subjects = world.terms_of(world.Case())
    registry = Registry({"1": Resolution(Status.ONE, "T1", Agreement.CURRENT)}, {"T1": world.HELD})
    monkeypatch.setattr("lawgate.decide.determine.turns", breaks)
    documents = together(terms, subjects, registry)
    assert documents == alone(decide_subjects(subjects, terms, registry))
    assert {(row["disposition"], row["fault"]) for row in documents[0]["items"]} == {("withhold", "KeyError")}


def test_what_is_alike_is_decided_once(monkeypatch: pytest.MonkeyPatch) -> None:
    case = world.Case()
    (first,) = case.request["subjects"]
    many_alike = case.asking(
        "subjects", [{**first, "ref": str(at), "reasons": f"Wire {at}."} for at in range(40)]
    )
    terms, subjects = world.terms_of(many_alike)
    found = Resolution(Status.ONE, "T1", Agreement.CURRENT)
    registry = Registry({one.ref: found for one in subjects}, {"T1": world.HELD})
    decided = []

    def counts(*told: Any) -> Decision:
        decided.append(told)
        return determine_row(*told)

    monkeypatch.setattr("lawgate.service.batch.alike.determine_row", counts)
    part = PartGate(terms, registry).decide(subjects, {})
    assert part.decisions.height == 40 * len(world.HELD)
    assert len(decided) == len(world.HELD)


def test_a_day_that_is_not_the_gates_is_another_case() -> None:
    terms, subjects = world.terms_of(world.Case())
    registry = Registry({"1": Resolution(Status.ONE, "T1", Agreement.CURRENT)}, {"T1": world.HELD})
    earlier = replace(terms, day=date(2020, 1, 2))
    assert together(earlier, subjects, registry) == alone(decide_subjects(subjects, earlier, registry))
