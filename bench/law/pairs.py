"""How many conditions of the law decide alone in a pair of cases (MC/DC), and that every reader gives each outcome.

    python -m bench.law.pairs [postgres://... | spark]

The cases stand under tests/law/pairs. The evaluator, its compiled trees, Polars, DuckDB and cedarpy read them,
and the engine named; exit 1 where one of them gives another outcome than a file tells.
"""

from __future__ import annotations

import sys
import time
import warnings

from tests.law.read_pairs import Reader, by_closures, by_engine, by_polars_masks, differing, ways
from tests.oracle import cedar_trees

from lawgate.kernel.evaluate import evaluate
from lawgate.stores.engines import connect


def readers(engine: str | None) -> dict[str, Reader]:
    """Each reader by its name; `engine` is the address of a PostgreSQL, or `spark`."""
    found: dict[str, Reader] = {
        "evaluator": lambda way, cases: [evaluate(way.tree, facts) for facts in cases],
        "compiled trees": by_closures,
        "Polars": by_polars_masks,
        "DuckDB": by_engine(connect("duckdb")),
        "cedarpy": lambda way, cases: cedar_trees.truths(way.tree, cases),
    }
    if engine:
        name = engine.partition(":")[0]
        found[name] = by_engine(connect(name, engine))
    return found


def main(engine: str | None) -> int:
    """The counts, then each reader with what it gives otherwise."""
    warnings.filterwarnings("ignore", "fetch_arrow_table", DeprecationWarning)
    conditions = [told for way in ways() for told in way.told]
    paired = sum(bool(told.cases) for told in conditions)
    print(
        f"{len(ways())} pathways and rules of use, {len(conditions):,} conditions: {paired:,} decide alone in a "
        f"pair of cases, {len(conditions) - paired} never do (both solvers)"
    )
    wrong = 0
    for name, reader in readers(engine).items():
        start = time.process_time()
        differs = list(differing(reader))
        wrong += len(differs)
        took = time.process_time() - start
        print(f"{name:<16} {2 * paired:,} cases, {len(differs)} come out otherwise  {took:.1f} s of CPU")
        print("".join(f"  {line}\n" for line in differs), end="")
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else None))
