"""An audit of the replica: its counts are the truth that it never reads, and each opens into its rows."""

from __future__ import annotations

import json
from contextlib import ExitStack
from datetime import date
from pathlib import Path

import polars as pl
import pytest
from tests.service.transfer import GOVERNMENT, Json, Transfer, counted

from lawgate.decide.admit import Admitted
from lawgate.decide.row_facts import who_is_named
from lawgate.errors import InputError
from lawgate.linkage.person import PersonNamed, Status
from lawgate.linkage.policy import POLICY
from lawgate.service.audit.rows import explain_audit, explain_release, rows_of_count
from lawgate.service.subjects import named_of
from lawgate.stores.records import released_records
from lawgate.stores.records.batch_match import resolve_many
from lawgate.stores.records.record_frames import read_frames
from lawgate.stores.records.released_records import look_at_released

Audited = tuple[Path, Json]

ABOVE_THE_CAP = 0.016
"""The scale at which one officer is named for more subjects than he can be taken to be engaged for."""


def refs_of(frame: pl.DataFrame) -> list[str]:
    return frame.get_column("ref").to_list()


def behind(out: Path, key: str) -> list[str]:
    return [one["ref"] for one in rows_of_count(out, key)["found"]]


def test_what_was_not_compared_then_is_what_went_by_number(transfer: Transfer, audited: Audited) -> None:
    out, summary = audited
    by_number = transfer.released.filter(pl.col("basis") == "tin_name")
    told = counted(summary["address"]["compared_then"])
    assert told == {"yes": transfer.releases.height - by_number.height, "no": by_number.height, "not_told": 0}
    assert behind(out, "compared=no") == refs_of(by_number)


@pytest.mark.parametrize("agrees", ["current", "earlier", "none"])
def test_addresses_held_are_counted_apart_from_what_was_compared(
    agrees: str, transfer: Transfer, audited: Audited
) -> None:
    out, summary = audited
    truth = transfer.released.filter(pl.col("placeholder").is_null(), pl.col("agrees") == agrees)
    assert counted(summary["address"]["held"])[agrees] == truth.height > 0
    assert behind(out, f"address={agrees}") == refs_of(truth)


def test_placeholders_are_those_of_the_truth_and_below_five_in_a_hundred(
    transfer: Transfer, audited: Audited
) -> None:
    out, summary = audited
    truth = transfer.released.filter(pl.col("placeholder").is_not_null())
    assert counted(summary["address"]["held"])["placeholder"] == truth.height
    assert behind(out, "address=placeholder") == refs_of(truth)
    assert sum(counted(summary["address"]["placeholder_kinds"]).values()) == truth.height


def test_every_count_opens_into_as_many_rows_as_it_counts(audited: Audited) -> None:
    out, summary = audited
    counts = [
        *summary["verdict"],
        *summary["followed"],
        *summary["address"]["compared_then"],
        *summary["address"]["held"],
        *summary["address"]["placeholder_kinds"],
    ]
    told = {one["rows"]: one["releases"] for one in counts}
    told |= {one["rows"]: one["no"] for one in summary["elements"]}
    told |= {one["rows_alone"]: one["alone"] for one in summary["elements"]}
    told |= {one["rows_yes"]: one["yes"] for one in summary["elements"]}
    told |= {one["rows_open"]: one["open"] for one in summary["elements"]}
    told |= {one["rows"]: one["releases"] for one in summary["turning"]}
    told |= {
        f"{one['rows']}{outcome}": one[outcome]
        for question in summary["questions"]
        for one in question["readings"]
        for outcome in ("lawful", "unlawful", "undeterminable")
    }
    assert sum(count > 0 for count in told.values()) > 8
    assert {key: len(behind(out, key)) for key in told} == told


def test_a_key_that_no_summary_gives_is_refused(audited: Audited) -> None:
    for key in ("verdict", "nothing=1", "fails=99", "met=x", "open=", "under=Q1", "under=Q1.R1"):
        if key == "verdict":
            assert behind(audited[0], key) == []
            continue
        with pytest.raises(InputError, match="no such count"):
            behind(audited[0], key)


def test_each_release_is_explained_element_by_element(transfer: Transfer, audited: Audited) -> None:
    out, _ = audited
    held = transfer.released.filter(pl.col("way") == "number_address_never_held").row(0, named=True)
    (told,) = explain_release(out, held["ref"])["releases"]
    (judged,) = told["judged"]
    failing = [one["label"] for one in judged["elements"] if one["truth"] == "no"]
    assert failing == ["the address set forth is one held for the person named, current or earlier"]
    assert "Q3" in told["turns_on"]
    assert explain_release(out, held["release_id"])["releases"] == [told]


def test_an_unknown_ref_and_a_page_are_refused(audited: Audited, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no release"):
        explain_release(audited[0], "S0")
    with pytest.raises(InputError, match="has its report"):
        explain_audit(audited[0], "S1", None, tmp_path / "page.html")
    with pytest.raises(InputError, match="no ref"):
        explain_audit(audited[0], None, None, None)


def test_scenario_s38_as_the_courts_read_it_and_as_the_government_did(tmp_path: Path) -> None:
    """S38: a violation on Q2 to Q5; on the Government's readings lawful save the placeholders; no order barred it."""
    transfer = Transfer.made(tmp_path / "world", ABOVE_THE_CAP)
    strict = transfer.audit(tmp_path / "strict", findings=transfer.folder / "findings-later.json")
    theirs = transfer.audit(tmp_path / "theirs", readings=GOVERNMENT)
    whole = transfer.releases.height
    placeholders = transfer.released.filter(pl.col("placeholder").is_not_null()).height
    assert counted(strict["followed"]) == {"unlawful": whole, "lawful": 0, "undeterminable": 0}
    assert counted(theirs["followed"]) == {
        "unlawful": placeholders,
        "lawful": whole - placeholders,
        "undeterminable": 0,
    }
    assert theirs["hypothetical"]
    assert 0 < placeholders < 0.05 * whole
    for summary in (strict, theirs):
        assert counted(summary["verdict"])["unlawful"] == placeholders
        assert counted(summary["verdict"])["turns_on"] == whole - placeholders
        assert [one["order"] for one in summary["orders"] if one["forbade"]] == []
        assert [one["order"] for one in summary["orders"] if one["in_doubt"]] == ["O3"]


def test_an_order_in_force_for_certain_makes_a_release_unlawful_and_one_in_doubt_does_not(
    transfer: Transfer, tmp_path: Path
) -> None:
    few = transfer.releases.head(6).with_columns(
        released_on=pl.Series(
            ["2025-08-07", "2025-09-15", "2025-10-01", "2025-11-20", "2025-11-21", "2026-03-01"]
        )
    )
    transfer.audit(tmp_path / "out", few)
    judged = pl.read_parquet(tmp_path / "out" / "judged.parquet")
    assert judged.get_column("orders").to_list() == [[], [], ["O3"], ["O3"], ["O4"], ["O4", "O5"]]
    assert judged.get_column("orders_in_doubt").to_list()[:2] == [["O3"], ["O3"]]
    assert judged.get_column("verdict").to_list()[2:] == ["unlawful"] * 4


def test_what_was_found_after_the_release_counts_now_and_not_then(transfer: Transfer, tmp_path: Path) -> None:
    found = json.loads((transfer.folder / "findings.json").read_text())["findings"][0]
    (tmp_path / "found.json").write_text(
        json.dumps({"findings": [{**found, "answer": "yes", "on": "2025-08-08"}]})
    )
    transfer.audit(tmp_path / "out", findings=tmp_path / "found.json")
    judged = pl.read_parquet(tmp_path / "out" / "judged.parquet").filter(pl.col("basis") == "name_address")
    assert set(judged.get_column("verdict")) == {"unlawful"}
    assert set(judged.get_column("verdict_then")) == {"turns_on"}


def test_a_release_of_somebody_else_than_the_one_named_is_unlawful(
    transfer: Transfer, tmp_path: Path
) -> None:
    table = transfer.releases.filter(pl.col("basis") == "name_address").head(2)
    one, other = table.get_column("taxpayer_id")
    transfer.audit(tmp_path / "out", table.with_columns(taxpayer_id=pl.Series([other, other])))
    judged = pl.read_parquet(tmp_path / "out" / "judged.parquet")
    assert one != other
    assert judged.get_column("named").to_list() == ["another", "one"]
    assert judged.get_column("verdict").to_list()[0] == "unlawful"


def test_a_release_of_what_nobody_asked_for_is_found_and_is_unlawful(
    transfer: Transfer, tmp_path: Path
) -> None:
    table = transfer.releases.filter(pl.col("basis") == "name_address").head(4)
    given = table.with_columns(
        ref=pl.Series(["nobody", *table.get_column("ref")[1:]]),
        items=pl.Series(
            [
                "identity.mailing_address",
                "identity.mailing_address|third_party.w2.wages",
                "identity.mailing_address",
                "return.1040.bank_account",
            ]
        ),
    )
    summary = transfer.audit(tmp_path / "out", given)
    judged = pl.read_parquet(tmp_path / "out" / "judged.parquet")
    assert judged.get_column("outside").to_list() == [["person"], ["item"], [], ["item"]]
    assert judged.get_column("verdict").to_list() == ["unlawful", "unlawful", "turns_on", "unlawful"]
    assert judged.get_column("named").to_list() == ["not_asked", "one", "one", "one"]
    assert counted(summary["outside"]) == {"person": 1, "item": 2}
    assert counted(summary["address"]["held"])["not_asked"] == 1
    assert behind(tmp_path / "out", "outside=person") == ["nobody"]
    assert behind(tmp_path / "out", "outside=item") == refs_of(given[[1, 3]])
    (told,) = explain_release(tmp_path / "out", "nobody")["releases"]
    assert [
        (one["label"], one["cite_text"]) for one in told["judged"][0]["elements"] if one["truth"] == "no"
    ] == [("the request names the person of whom it was released", "26 U.S.C. 6103(a)")]
    fails = next(
        one for one in summary["elements"] if one["label"].startswith("the request asks for the item")
    )
    assert fails["no"] == 2
    assert "Outside the request" in (tmp_path / "out" / "report.html").read_text()
    for question in summary["questions"]:
        for one in question["readings"]:
            assert one["unlawful"] + one["lawful"] + one["undeterminable"] == 4, (
                "every release stands in every count"
            )
            assert one["unlawful_least"] >= 3


def test_what_everybody_asked_for_is_outside_nothing(audited: Audited) -> None:
    assert counted(audited[1]["outside"]) == {"person": 0, "item": 0}
    assert "Outside the request" not in (audited[0] / "report.html").read_text()


def test_the_notices_due_are_listed_by_taxpayer_with_their_ground(
    transfer: Transfer, audited: Audited
) -> None:
    out, summary = audited
    listed = pl.read_csv(out / "notices.csv")
    placeholders = transfer.released.filter(pl.col("placeholder").is_not_null()).get_column("ref")
    of_placeholders = transfer.releases.filter(pl.col("ref").is_in(placeholders.implode()))
    unlawful = listed.filter(pl.col("verdict") == "unlawful")
    assert sorted(unlawful.get_column("taxpayer_id")) == sorted(of_placeholders.get_column("taxpayer_id"))
    assert all("26 U.S.C. 6103(i)(2)" in ground for ground in unlawful.get_column("ground"))
    assert set(listed.filter(pl.col("verdict") == "turns_on").get_column("turns_on").str.contains("Q")) == {
        True
    }
    assert listed.height == summary["notices"]["listed"] == sum(summary["notices"]["taxpayers"].values())


def test_one_taxpayer_is_one_notice_with_all_his_releases_and_his_worst(
    transfer: Transfer, tmp_path: Path
) -> None:
    table = transfer.releases.filter(pl.col("basis") == "name_address").head(2)
    again = table.head(1).with_columns(release_id=pl.lit("again"), items=pl.lit("third_party.w2.wages"))
    transfer.audit(tmp_path / "out", pl.concat([table, again]))
    listed = pl.read_csv(tmp_path / "out" / "notices.csv").to_dicts()
    assert [one["verdict"] for one in listed] == ["unlawful", "turns_on"]
    assert listed[0]["releases"] == f"{table.item(0, 'release_id')}|again"
    assert listed[0]["ground"] == "the request asks for the item that was released (26 U.S.C. 6103(a))"


def test_missing_records_are_told_and_a_plan_is_drawn_for_them(transfer: Transfer, tmp_path: Path) -> None:
    summary = transfer.audit(tmp_path / "out", records=None)
    assert counted(summary["address"]["held"])["missing"] == summary["sampling"]["releases"]
    drawn = pl.read_csv(tmp_path / "out" / "sampling.csv")
    judged = pl.read_parquet(tmp_path / "out" / "judged.parquet")
    open_still = judged.filter(pl.col("verdict") != "unlawful").get_column("release_id")
    assert sorted(drawn.get_column("release_id")) == sorted(open_still)
    assert summary["sampling"]["plans"][0]["size"] <= drawn.height
    again = transfer.audit(tmp_path / "again", records=None)
    assert (tmp_path / "again" / "sampling.csv").read_bytes() == (
        tmp_path / "out" / "sampling.csv"
    ).read_bytes()
    assert again == summary


def test_an_audit_looks_only_among_few_and_names_whom_a_look_at_all_names(transfer: Transfer) -> None:
    table = pl.read_parquet(transfer.folder / "requests" / "transfer.parquet")
    released = transfer.releases
    frame = released.select("ref").join(table, on="ref", how="left", maintain_order="left")
    named: list[PersonNamed] = [one for _, one in named_of(frame)]
    day = date(2025, 8, 7)
    with ExitStack() as during:
        taxpayers = released.get_column("taxpayer_id").to_list()
        few = list(look_at_released(transfer.folder / "records", named, taxpayers, day, during=during))
    every = resolve_many(
        [(str(at), one) for at, one in enumerate(named)],
        read_frames(transfer.folder / "records"),
        policy=POLICY,
        day=day,
    )
    told = [
        (one.resolution, who_is_named(resolution)) for one, (_, resolution) in zip(few, every, strict=True)
    ]
    assert {resolution.status for resolution, _ in told if resolution} >= {Status.ONE}
    assert [resolution and who_is_named(resolution) for resolution, _ in told] == [known for _, known in told]


def test_releases_looked_at_side_by_side_are_judged_alike(
    audited: tuple[Path, Json], transfer: Transfer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(released_records, "apart_releases_min", 1)
    monkeypatch.setattr(released_records, "SLICE_REQUESTS", 100)
    transfer.audit(tmp_path / "out")
    for path in audited[0].iterdir():
        assert (tmp_path / "out" / path.name).read_bytes() == path.read_bytes()


BAD: list[tuple[str, pl.Expr, str]] = [
    ("released_on", pl.lit("7 August"), "no day of release"),
    ("released_on", pl.lit("2027-01-01"), "later than what is known"),
    ("release_id", pl.lit("R1"), "stands twice"),
    ("ref", pl.lit("S999999999"), "names nobody"),
    ("ref", pl.lit(" "), "no ref"),
    ("items", pl.lit("identity.nothing"), "is no item"),
    ("items", pl.lit(None, pl.Utf8), "no item"),
    ("basis", pl.lit("guess"), "no such basis"),
    ("compared_address", pl.lit("perhaps"), "neither true nor false"),
]


@pytest.mark.parametrize(("column", "value", "what"), BAD)
def test_a_table_that_cannot_be_judged_is_refused_whole(
    column: str, value: pl.Expr, what: str, transfer: Transfer, tmp_path: Path
) -> None:
    table = transfer.releases.head(2).with_columns(value.alias(column))
    with pytest.raises(InputError, match=what):
        transfer.audit(tmp_path / "out", table)
    assert not (tmp_path / "out").exists()


def test_another_folder_is_not_replaced_and_an_audit_is(transfer: Transfer, tmp_path: Path) -> None:
    few = transfer.releases.head(2)
    out = tmp_path / "out"
    out.mkdir()
    (out / "mine.txt").write_text("mine")
    with pytest.raises(InputError, match="holds something else"):
        transfer.audit(out, few)
    (out / "mine.txt").unlink()
    first = transfer.audit(out, few)
    assert transfer.audit(out, few) == first
    assert json.loads((out / "summary.json").read_text()) == first


def test_an_audit_makes_no_admitted_so_that_no_release_comes_of_it() -> None:
    with pytest.raises(TypeError):
        Admitted(*[None] * 9)  # type: ignore[arg-type]
