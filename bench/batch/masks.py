"""The decision stage with all masks: Polars against SQL by hand for DuckDB, cedarpy and OpenFisca, in one run.

    python -m bench.batch.masks [ROWS]

A rule of thirteen elements in the shape of (i)(2), each answer varying by row and unknown in 2 % of rows, and
for each row the masks of YES and NO of all elements, under its id. cedarpy decides a part of the rows, with
its reasons, from contexts that stand ready; OpenFisca all of them, without masks and without the unknown.
Then the shape of a batch: subjects with three items each under (i)(2) as it is encoded, with what the request
answers told once. The best of three turns each.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable, Mapping
from datetime import date

import cedarpy
import duckdb
import numpy as np
import polars as pl

from lawgate.cite import Cite
from lawgate.kernel.batch.by_polars import column_type, decide, mask_columns, truth_of_masks
from lawgate.kernel.batch.masks import plan, proofs_of
from lawgate.kernel.expr import Expr, all_of, among, any_of, element, not_
from lawgate.kernel.fact import Domain, Fact, Owner, choice, flag
from lawgate.kernel.settle import choices_of
from lawgate.law.corpus import as_of

ROWS, BY_CEDAR, CHECKED, TURNS = 1_280_000, 20_000, 500, 3
UNKNOWN = 0.02
HERE = Cite.parse("26 USC 6103(i)(2)")
PATHWAY = as_of(date(2026, 1, 1)).pathway(HERE)


def _flag(name: str) -> Fact:
    return flag(f"case.{name}", name, says=name, denies=f"not {name}", owner=Owner.CUSTODIAN)


def _choice(name: str, values: str) -> Fact:
    return choice(f"case.{name}", name, says=name, owner=Owner.CUSTODIAN, values=tuple(values.split()))


WRITING, NAMES, PERIODS, REASONS = map(_flag, ("writing", "names", "periods", "reasons"))
ENGAGED, IMPAIRS, SAFE, NAMED = map(_flag, ("engaged", "impairs", "safe", "named"))
OFFICE = _choice("office", "attorney_general us_attorney agency_head inspector_general deputy delegate other")
ADDRESS = _choice("address", "adequate needs_human inadequate")
STAGE = _choice("stage", "preparation investigation grand_jury none")
HELD = _choice("held", "current earlier none")
FROM = _choice("furnished", "payer irs third_party taxpayer representative")
DOCUMENT = _choice("document", "information_return workpaper letter return attachment")

RULE: tuple[tuple[Expr | Fact, str, str], ...] = (
    (among(OFFICE, "attorney_general", "us_attorney", "agency_head", "inspector_general"),
     "office IN ('attorney_general', 'us_attorney', 'agency_head', 'inspector_general')",
     '["attorney_general", "us_attorney", "agency_head", "inspector_general"].contains(context.office)'),
    (WRITING, "writing", "context.writing"),
    (NAMES, "names", "context.names"),
    (among(ADDRESS, "adequate"), "address = 'adequate'", 'context.address == "adequate"'),
    (PERIODS, "periods", "context.periods"),
    (REASONS, "reasons", "context.reasons"),
    (ENGAGED, "engaged", "context.engaged"),
    (not_(among(STAGE, "none")), "stage <> 'none'", 'context.stage != "none"'),
    (NAMED, "named", "context.named"),
    (among(HELD, "current", "earlier"), "held IN ('current', 'earlier')",
     '["current", "earlier"].contains(context.held)'),
    (all_of(not_(among(FROM, "taxpayer", "representative")), not_(among(DOCUMENT, "return", "attachment"))),
     "furnished NOT IN ('taxpayer', 'representative') AND document NOT IN ('return', 'attachment')",
     ('!["taxpayer", "representative"].contains(context.furnished)'
      ' && !["return", "attachment"].contains(context.document)')),
    (not_(IMPAIRS), "NOT impairs", "!context.impairs"),
    (any_of(SAFE), "safe", "context.safe"),
)  # fmt: skip
"""Each element as a tree, as SQL and as Cedar, the last two written by hand."""

ELEMENTS = tuple(element(HERE, f"number {k}", tree) for k, (tree, _, _) in enumerate(RULE))
FACTS = (
    *(WRITING, NAMES, PERIODS, REASONS, ENGAGED, IMPAIRS, SAFE, NAMED),
    *(OFFICE, ADDRESS, STAGE, HELD, FROM, DOCUMENT),
)


def made_up(count: int, facts: tuple[Fact, ...], seed: int = 6103) -> pl.DataFrame:
    """So many rows of answers, some unknown."""
    chance = np.random.default_rng(seed)
    return pl.DataFrame([_column(fact, count, chance) for fact in facts]).with_row_index("id")


def _column(fact: Fact, count: int, chance: np.random.Generator) -> pl.Series:
    values = (True, False) if fact.domain is Domain.FLAG else fact.values
    likely = [0.8] + [0.2 / (len(values) - 1)] * (len(values) - 1)
    listed = pl.Series(values, dtype=column_type(fact))
    drawn = listed.gather(chance.choice(len(values), count, p=likely)).alias(fact.name)
    return drawn.scatter(np.flatnonzero(chance.random(count) < UNKNOWN), None)


def in_duckdb(frame: pl.DataFrame) -> duckdb.DuckDBPyConnection:
    """The rows as a table of DuckDB, words as its own enumerations: there too they are the fastest."""
    connection = duckdb.connect()
    connection.register("arrow", frame.rename(lambda name: name.removeprefix("case.")).to_arrow())
    enums = [fact for fact in FACTS if fact.domain is Domain.CHOICE]
    cast = ", ".join(f"{f.name[5:]}::ENUM ({', '.join(map(repr, f.values))}) AS {f.name[5:]}" for f in enums)
    connection.execute(f"CREATE TABLE cases AS SELECT * REPLACE ({cast}) FROM arrow")  # noqa: S608 - our own text
    return connection


def by_hand(connection: duckdb.DuckDBPyConnection) -> pl.DataFrame:
    """Both masks in SQL as one would write it, without trees."""

    def mask(contrary: str) -> str:
        bits = (
            f"CASE WHEN {contrary}({sql}) THEN {1 << k}::UBIGINT ELSE 0::UBIGINT END"
            for k, (_, sql, _) in enumerate(RULE)
        )
        return " + ".join(bits)

    query = f"SELECT id, {mask('')} AS yes, {mask('NOT ')} AS no FROM cases"  # noqa: S608 - our own text
    return pl.DataFrame(connection.sql(query).to_arrow_table())


def cedar_policies() -> cedarpy.PolicySet:
    """One permit, and a forbid for each element that is not known to be met."""
    lines = ["permit(principal, action, resource);"]
    for _, _, cedar in RULE:
        asked = {word.partition(")")[0] for word in cedar.replace("==", " ").split("context.")[1:]}
        known = " && ".join(f"context has {name.split()[0]}" for name in sorted(asked))
        lines.append(f"forbid(principal, action, resource) unless {{ {known} && {cedar} }};")
    return cedarpy.PolicySet.from_str("\n".join(lines))


def cedar_requests(frame: pl.DataFrame) -> list[dict[str, object]]:
    """Each row as a request; what is unknown is absent."""
    who = {"principal": 'Officer::"named"', "action": 'Action::"disclose"', "resource": 'Item::"asked"'}
    return [
        {**who, "context": {name: value for name, value in row.items() if value is not None}}
        for row in frame.rename(lambda name: name.removeprefix("case.")).drop("id").iter_rows(named=True)
    ]


IN_NUMBERS: tuple[Callable[[Mapping[str, np.ndarray]], np.ndarray], ...] = (
    lambda a: (a["office"] >= 0) & (a["office"] < 4),
    lambda a: a["writing"],
    lambda a: a["names"],
    lambda a: a["address"] == 0,
    lambda a: a["periods"],
    lambda a: a["reasons"],
    lambda a: a["engaged"],
    lambda a: (a["stage"] >= 0) & (a["stage"] < 3),
    lambda a: a["named"],
    lambda a: (a["held"] >= 0) & (a["held"] < 2),
    lambda a: (a["furnished"] >= 0) & (a["furnished"] < 3) & (a["document"] >= 0) & (a["document"] < 3),
    lambda a: ~a["impairs"],
    lambda a: a["safe"],
)
"""The same elements by hand for OpenFisca, words by their place among the values of their fact."""


def openfisca_seconds(frame: pl.DataFrame, truth: pl.Series) -> float | None:
    """The seconds of OpenFisca for the decisions alone; where nothing is unknown it has to decide alike.

    None where it is not installed: requirements/bench.txt has it.
    """
    try:
        from bench.batch.openfisca_rule import columns_of, system_of  # noqa: PLC0415
        from bench.batch.openfisca_rule import decide as by_openfisca  # noqa: PLC0415
    except ModuleNotFoundError:
        return None
    system, columns = system_of(FACTS, IN_NUMBERS), columns_of(frame, FACTS)
    told = pl.Series(by_openfisca(system, columns))
    known = ~frame.select(pl.any_horizontal(pl.col(fact.name).is_null() for fact in FACTS)).to_series()
    assert told.filter(known).to_list() == truth.filter(known).to_list(), "OpenFisca decides otherwise"
    return measure(lambda: by_openfisca(system, columns))


def measure(run: Callable[[], object]) -> float:
    """The seconds of the best turn."""
    best = float("inf")
    for _ in range(TURNS):
        start = time.perf_counter()
        run()
        best = min(best, time.perf_counter() - start)
    return best


def thirteen(count: int) -> None:
    """The three over the same rows, and whether they agree."""
    frame = made_up(count, FACTS)
    planned = plan(ELEMENTS, {}, group={fact.name for fact in FACTS})
    masks = mask_columns(planned)
    told = frame.select("id", *masks).with_columns(truth_of_masks(planned))
    connection = in_duckdb(frame)
    hand = by_hand(connection).sort("id")
    assert hand["yes"].to_list() == told["yes_0"].to_list(), "other masks of YES"
    assert hand["no"].to_list() == told["no_0"].to_list(), "other masks of NO"
    asked, policies = cedar_requests(frame.head(BY_CEDAR)), cedar_policies()
    allowed = [each.allowed for each in cedarpy.is_authorized_batch(asked, policies, [])]
    assert allowed == told["truth"].fill_null(value=False).head(BY_CEDAR).to_list(), (
        "cedarpy decides otherwise"
    )

    rates = {
        "Polars, all masks": count / measure(lambda: frame.select("id", *masks)),
        "DuckDB, SQL by hand, all masks": count / measure(lambda: by_hand(connection)),
        "cedarpy, reasons": len(asked) / measure(lambda: cedarpy.is_authorized_batch(asked, policies, [])),
    }
    openfisca = openfisca_seconds(frame, told["truth"])
    if openfisca is not None:
        rates["OpenFisca, decisions alone"] = count / openfisca
    print(f"{count:,} rows x {len(RULE)} elements, masks and decisions alike")
    for name, rate in rates.items():
        print(f"{name:<34}{rate:>14,.0f}/s{rates['Polars, all masks'] / rate:>10.1f}x")


def batch(count: int) -> None:
    """Subjects with three items each under the pathway as it is encoded."""
    names = {fact.name: fact for fact in PATHWAY.facts}
    groups, rows = (
        tuple(fact for name, fact in names.items() if name.startswith(opening))
        for opening in (("subject.", "person."), "item.")
    )
    chance = random.Random(6103)
    tried = choices_of(PATHWAY.tree)
    request = {name: chance.choice(tried[fact]) for name, fact in names.items() if fact not in groups + rows}
    planned = plan(
        PATHWAY.elements, request, group={fact.name for fact in groups}, row={fact.name for fact in rows}
    )
    subjects = made_up(count, groups).rename({"id": "subject"})
    items = made_up(3 * count, rows).with_columns(subject=(pl.int_range(pl.len()) // 3).cast(pl.UInt32))
    run = lambda: decide(planned, subjects.lazy(), items.lazy(), group="subject", row="id").collect()  # noqa: E731
    facts_of_items = items.head(CHECKED).join(subjects, on="subject", how="left")
    told = run().sort("id").head(CHECKED)
    for row, masks in zip(facts_of_items.iter_rows(named=True), told.iter_rows(named=True), strict=True):
        proofs_of(PATHWAY.elements, [masks["yes_0"]], [masks["no_0"]], {**request, **row})
    seconds = measure(run)
    print(
        f"{count:,} subjects x 3 items x {planned.places} elements of {HERE.text}: {seconds:.2f} s, "
        f"{3 * count / seconds:,.0f} items/s with all masks; {CHECKED} proofs rebuilt"
    )


if __name__ == "__main__":
    size = int(sys.argv[1]) if len(sys.argv) > 1 else ROWS
    thirteen(size)
    batch(size)
