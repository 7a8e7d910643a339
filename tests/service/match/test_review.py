"""A packet is written for reviewers alone, what comes back is held against it, and decisions are reused."""

from __future__ import annotations

import csv
import json
from collections.abc import Sequence
from datetime import timedelta
from io import StringIO
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from tests.service.desk import Desk, Json, files_in, write

from lawgate.errors import InputError, ProblemsError
from lawgate.service.batch.stream import BatchOptions, run_batch
from lawgate.service.contract.reviews import DECISION_COLUMNS
from lawgate.service.contract.write import determination_document
from lawgate.service.decide import decide
from lawgate.service.match.review import PacketOptions, measure_agreement, record_reviews, write_pairs
from lawgate.stores.clock import today

ANN = {"name": "Reviewer Ann", "office": "disclosure_officer"}
BOB = {"name": "Reviewer Bob", "office": "disclosure_officer"}
CY, DEE = ({**ANN, "name": name} for name in ("Reviewer Cy", "Reviewer Dee"))
PAST = "2026-03-09"
SUBJECTS = 25


@pytest.fixture(scope="module")
def vague(desk: Desk, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A request that gives an initial for the given name, and neither birth date nor number."""
    folder = tmp_path_factory.mktemp("vague")
    nothing = [pl.lit(None, dtype=pl.Utf8).alias(name) for name in ("date_of_birth", "tin")]
    initial = pl.col("given_name").str.slice(0, 1)
    table = desk.table("requests/batch").head(SUBJECTS).with_columns(initial, *nothing)
    table.write_parquet(folder / "batch.parquet")
    return write(folder, desk.document("batch"))


@pytest.fixture
def packet(vague: Path, desk: Desk, tmp_path: Path) -> Path:
    """The pairs of the vague request."""
    out = tmp_path / "review"
    written = write_pairs(vague, options(desk, out))
    assert written["pairs"] >= written["subjects"] > 5
    return out


def options(desk: Desk, out: Path, **more: Any) -> PacketOptions:
    return PacketOptions(**{"records": desk.records, "out": out, "as_of_day": desk.day, **more})


def pairs_of(packet: Path) -> list[str]:
    return [one["pair"] for one in json.loads((packet / "pairs.json").read_text(encoding="utf-8"))["pairs"]]


def decision(pair: str, by: Json, answer: str = "no_match", **changes: Any) -> Json:
    return {"pair": pair, "answer": answer, "reason": "seen", "by": by, "on": PAST, **changes}


def record(packet: Path, *decisions: Json) -> Json:
    """Decisions sent back as JSON."""
    return record_reviews(packet, write(packet.parent, {"decisions": list(decisions)}, "decisions.json"))


def faults(packet: Path, *decisions: Json) -> list[str]:
    """The lines in which these decisions are refused; nothing is recorded by them."""
    before = files_in(packet)
    with pytest.raises(ProblemsError) as refused:
        record(packet, *decisions)
    assert files_in(packet) == before
    return list(refused.value.lines())


def test_the_packet_is_for_its_owner_alone(packet: Path) -> None:
    record(packet, decision(pairs_of(packet)[0], ANN))
    assert packet.stat().st_mode & 0o777 == 0o700
    assert {path.name: path.stat().st_mode & 0o777 for path in packet.iterdir()} == dict.fromkeys(
        ("pairs.json", "pairs.csv", "pairs.html", "reviews.json"), 0o600
    )


def test_the_packet_is_blind(packet: Path, desk: Desk) -> None:
    document = json.loads((packet / "pairs.json").read_text(encoding="utf-8"))
    assert pairs_of(packet) == sorted(pairs_of(packet)), "an order that tells something"
    assert {name for one in document["pairs"] for name in one} == {"pair", "lines"}
    assert {name for one in document["pairs"] for line in one["lines"] for name in line} == {
        "label", "asked", "on_file", "difference",
    }  # fmt: skip
    taxpayers = set(desk.table("records/taxpayers")["taxpayer_id"])
    text = " ".join((packet / name).read_text(encoding="utf-8") for name in ("pairs.json", "pairs.csv"))
    assert not [one for one in taxpayers if f'"{one}"' in text]


def test_only_those_who_need_a_person_are_in_it(packet: Path, vague: Path, desk: Desk) -> None:
    found = decide(vague, records=desk.records, as_of_day=desk.day)
    open_ones = [
        one for one in found.subjects if one.resolution and one.resolution.status in ("review", "several")
    ]
    written = write_pairs(vague, options(desk, packet))
    assert written["subjects"] + len(written["for_the_requester"]) == len(open_ones) > 0


def test_a_returned_subject_is_not_looked_at(desk: Desk, tmp_path: Path) -> None:
    document = {**desk.document("name-twice-on-file")}
    admitted = write(tmp_path, document)
    assert write_pairs(admitted, options(desk, tmp_path / "one"))["pairs"] > 0
    document["reasons"] = None
    returned = write(tmp_path, document)
    assert write_pairs(returned, options(desk, tmp_path / "two"))["pairs"] == 0


def test_the_same_pairs_are_the_same_bytes(packet: Path, vague: Path, desk: Desk, tmp_path: Path) -> None:
    write_pairs(vague, options(desk, tmp_path / "again"))
    assert files_in(tmp_path / "again") == files_in(packet)


def decided(desk: Desk, request: Path, packet: Path, records: Path | None = None) -> Json:
    """The determination with what is recorded in the packet's folder."""
    reviews, held = packet / "reviews.json", records or desk.records
    return determination_document(decide(request, records=held, reviews=reviews, as_of_day=desk.day))


def named_twice(desk: Desk, twins: Path, records: Path | None = None) -> Json:
    """The resolution of the one who stands twice on file."""
    found: Json = decided(desk, desk.request("name-twice-on-file"), twins, records)["subjects"][0][
        "resolution"
    ]
    return found


def settle(packet: Path, pairs: Sequence[str], match: str | None) -> None:
    """Two reviewers answer every pair of a packet."""
    for by in (ANN, BOB):
        record(packet, *(decision(pair, by, "match" if pair == match else "no_match") for pair in pairs))


@pytest.fixture
def twins(desk: Desk, tmp_path: Path) -> Path:
    """The pairs of one subject whose name stands twice on file."""
    write_pairs(desk.request("name-twice-on-file"), options(desk, tmp_path / "twins"))
    assert len(pairs_of(tmp_path / "twins")) == 2
    return tmp_path / "twins"


def test_recorded_decisions_name_one_person_or_nobody(desk: Desk, twins: Path) -> None:
    pairs = pairs_of(twins)
    record(twins, decision(pairs[0], ANN, "match"))
    assert named_twice(desk, twins)["status"] == "several"
    record(twins, decision(pairs[0], BOB, "match"), decision(pairs[1], ANN), decision(pairs[1], BOB))
    named = named_twice(desk, twins)
    assert (named["status"], named["rule"]) == ("one", "clerical-review")
    assert "seen" not in json.dumps(named)


def test_all_no_match_is_nobody(desk: Desk, twins: Path) -> None:
    settle(twins, pairs_of(twins), None)
    assert named_twice(desk, twins)["status"] == "none"


def test_a_record_that_changed_voids_the_decisions_on_it(desk: Desk, twins: Path, tmp_path: Path) -> None:
    settle(twins, pairs_of(twins), pairs_of(twins)[0])
    changed = tmp_path / "records"
    changed.mkdir()
    for place, content in files_in(desk.records).items():
        (changed / place).write_bytes(content)
    people = pl.read_parquet(changed / "taxpayers.parquet")
    people.with_columns(pl.lit("Zzz").alias("middle_name")).write_parquet(changed / "taxpayers.parquet")
    assert named_twice(desk, twins, changed)["status"] == "several"
    write_pairs(desk.request("name-twice-on-file"), options(desk, twins, records=changed))
    old = json.loads((twins / "pairs.json").read_text(encoding="utf-8"))["stale"]
    assert len(old) == 2
    (line,) = faults(twins, decision(old[0], CY))
    assert "stale" in line


def test_decide_and_batch_reuse_decisions_alike(
    desk: Desk, vague: Path, packet: Path, tmp_path: Path
) -> None:
    settle(packet, pairs_of(packet), pairs_of(packet)[0])
    chosen = BatchOptions(
        records=desk.records, out=tmp_path / "out", reviews=packet / "reviews.json", as_of_day=desk.day
    )
    plain = BatchOptions(records=desk.records, out=tmp_path / "plain", as_of_day=desk.day)
    counts, before = (run_batch(vague, one)["resolution"] for one in (chosen, plain))
    statuses = [one["resolution"]["status"] for one in decided(desk, vague, packet)["subjects"]]
    assert {status: statuses.count(status) for status in counts} == counts
    assert counts["none"] > before["none"]


def test_settled_pairs_are_not_asked_again(desk: Desk, vague: Path, packet: Path, tmp_path: Path) -> None:
    settle(packet, pairs_of(packet), None)
    again = options(desk, tmp_path / "next", reviews=packet / "reviews.json")
    assert write_pairs(vague, again)["pairs"] == 0


def test_what_was_recorded_stays_when_the_pairs_are_written_again(
    packet: Path, vague: Path, desk: Desk
) -> None:
    record(packet, decision(pairs_of(packet)[0], ANN))
    before = (packet / "reviews.json").read_bytes()
    write_pairs(vague, options(desk, packet))
    assert (packet / "reviews.json").read_bytes() == before


def test_recording_the_same_again_changes_nothing(packet: Path) -> None:
    given = [decision(pair, ANN) for pair in pairs_of(packet)[:2]]
    first = record(packet, *given)
    before = files_in(packet)
    again = record(packet, *given)
    assert (first["recorded"], first["already"]) == (2, 0)
    assert (again["recorded"], again["already"]) == (0, 2)
    assert files_in(packet) == before


def test_every_fault_is_told_at_once_with_its_place_and_mend(packet: Path) -> None:
    one, two, three = pairs_of(packet)[:3]
    record(packet, decision(one, ANN, "match"))
    tomorrow = (today() + timedelta(days=1)).isoformat()
    lines = faults(
        packet,
        decision(one, ANN, "no_match"),
        decision(two, ANN, reason=""),
        decision(two, BOB, on=tomorrow),
        decision("f" * 64, ANN),
        decision(three, ANN, "perhaps"),
        {"pair": three, "answer": "match"},
    )
    assert len(lines) == 8
    for at, word in (
        ("decisions[0]", "another answer"), ("[1].reason", "not there"), ("[2].on", "still to come"),
        ("[3].pair", "no such pair"), ("[4].answer", ""), ("[5].reason", ""), ("[5].by", ""), ("[5].on", ""),
    ):  # fmt: skip
        assert any(at in line and word in line and "; " in line for line in lines), (at, lines)


def test_one_reviewer_cannot_change_his_mind_or_his_words(packet: Path) -> None:
    pair = pairs_of(packet)[0]
    (line,) = faults(packet, decision(pair, ANN, "match"), decision(pair, {**ANN, "name": "reviewer  ANN"}))
    assert "another answer" in line
    record(packet, decision(pair, ANN))
    (line,) = faults(packet, decision(pair, ANN, reason="seen twice"))
    assert "other words" in line


def test_reviewers_are_not_added_until_one_says_match(packet: Path) -> None:
    pair = pairs_of(packet)[0]
    record(packet, *(decision(pair, by) for by in (ANN, BOB, CY)))
    (line,) = faults(packet, decision(pair, DEE, "match"))
    assert "3 reviewers" in line


def test_a_table_that_was_typed_back_is_recorded(packet: Path) -> None:
    rows = list(csv.DictReader(StringIO((packet / "pairs.csv").read_text(encoding="utf-8"), newline="")))
    one, two = pairs_of(packet)[:2]
    first = next(row for row in rows if row["pair"] == one)
    last = [row for row in rows if row["pair"] == two][-1]
    first.update(answer="Match", reason="seen", reviewer="Reviewer Ann", office="officer", on=PAST)
    last.update(answer="", reason="seen", reviewer="Reviewer Ann", office="officer", on=PAST)
    typed = StringIO()
    table = csv.DictWriter(typed, fieldnames=list(rows[0]))
    table.writeheader()
    table.writerows(rows)
    sent = write(packet.parent, b"\xef\xbb\xbf" + typed.getvalue().encode(), "typed.csv")
    assert record_reviews(packet, sent)["recorded"] == 2
    kept = json.loads((packet / "reviews.json").read_text(encoding="utf-8"))["decisions"]
    assert [(row["pair"], row["answer"]) for row in kept] == [(one, "match"), (two, "no_match")]


@pytest.mark.parametrize(
    ("table", "what"),
    [
        (b"pair,answer\n", "reason is missing"),
        (",".join((*DECISION_COLUMNS, "score")).encode() + b"\n", "no such column: score"),
        (b"\xff\xfe", "not a table"),
    ],
)
def test_a_table_of_another_shape_is_refused(table: bytes, what: str, packet: Path) -> None:
    with pytest.raises(InputError, match=what):
        record_reviews(packet, write(packet.parent, table, "typed.csv"))


def test_a_row_with_an_answer_and_no_reason_is_refused_in_its_place(packet: Path) -> None:
    row = f"{pairs_of(packet)[0]},match,,Reviewer Ann,officer,{PAST}"
    sent = write(packet.parent, f"{','.join(DECISION_COLUMNS)}\n{row}\n".encode(), "typed.csv")
    with pytest.raises(ProblemsError, match=r"typed\.csv row 2\.reason"):
        record_reviews(packet, sent)


def test_no_cell_of_the_table_is_a_formula(desk: Desk, tmp_path: Path) -> None:
    records = tmp_path / "records"
    records.mkdir()
    for place, content in files_in(desk.records).items():
        (records / place).write_bytes(content)
    people = pl.read_parquet(records / "taxpayers.parquet")
    people.with_columns(pl.lit("=1+1").alias("middle_name")).write_parquet(records / "taxpayers.parquet")
    write_pairs(desk.request("name-twice-on-file"), options(desk, tmp_path / "out", records=records))
    text = (tmp_path / "out" / "pairs.csv").read_text(encoding="utf-8")
    cells = [cell for row in csv.reader(StringIO(text, newline="")) for cell in row]
    assert any(cell.startswith("'=1+1") for cell in cells)
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in cells)


def test_the_agreement_of_reviewers_is_measured(packet: Path) -> None:
    one, two, *rest = pairs_of(packet)
    record(packet, *(decision(pair, by, "match") for pair in (one, two) for by in (ANN,)))
    record(packet, decision(one, BOB, "match"), decision(two, BOB))
    found = measure_agreement(packet)
    assert found["states"] == {
        "match": 1, "no_match": 0, "conflict": 1, "untold": 0, "waiting": len(rest),
    }  # fmt: skip
    assert (found["open"]["conflict"], found["open"]["waiting"]) == ([two], rest)
    (pair,) = found["reviewers"]
    assert (pair["reviewers"], pair["observed"], pair["kappa"]) == (
        ["reviewer ann", "reviewer bob"],
        0.5,
        None,
    )


@pytest.mark.parametrize("name", ["records", "requests"])
def test_a_folder_of_something_else_is_not_replaced(name: str, desk: Desk) -> None:
    with pytest.raises(InputError, match="something else"):
        write_pairs(desk.request("batch"), options(desk, desk.out / name))


def test_records_that_are_not_declared_synthetic_are_not_shown(desk: Desk, tmp_path: Path) -> None:
    records = tmp_path / "records"
    records.mkdir()
    for place, content in files_in(desk.records).items():
        (records / place).write_bytes(content)
    (records / "records.json").write_text('{"synthetic": false}', encoding="utf-8")
    with pytest.raises(InputError, match="ledger"):
        write_pairs(desk.request("batch"), options(desk, tmp_path / "out", records=records))
    assert not (tmp_path / "out").exists()


def test_reviews_that_contradict_themselves_decide_nothing(desk: Desk, twins: Path) -> None:
    pair = pairs_of(twins)[0]
    both = {"decisions": [decision(pair, ANN, "match"), decision(pair, ANN)]}
    with pytest.raises(ProblemsError, match="another answer"):
        decide(desk.request("batch"), records=desk.records, reviews=write(twins.parent, both, "r.json"))
