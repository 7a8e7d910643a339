"""`lawgate batch` over the linkage benchmark: seconds, memory, and what became of its subjects.

    python -m bench.batch.devbench DEVBENCH

DEVBENCH is the folder with to_contract.py and data/seed1.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import polars as pl

QUESTIONS = {"i/2/B/iv": "yes", "i/6": "no", "p/4": "yes"}


def main(devbench: Path) -> None:
    """Lay out the benchmark, run the command once, and hold its disclosures against the truth."""
    with tempfile.TemporaryDirectory() as scratch:
        world = Path(scratch)
        data = devbench / "data" / "seed1"
        subprocess.run([sys.executable, devbench / "to_contract.py", data, world], check=True)
        (world / "findings.json").write_text(
            json.dumps({"findings": [_finding(*one) for one in QUESTIONS.items()]})
        )
        before = time.perf_counter()
        subprocess.run(
            [
                *(sys.executable, "-m", "lawgate.cli.main", "batch", world / "request.json"),
                *(
                    "--records",
                    world / "records",
                    "--findings",
                    world / "findings.json",
                    "--out",
                    world / "out",
                ),
            ],
            check=True,
            stdout=subprocess.DEVNULL,
        )
        seconds = time.perf_counter() - before
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024**2
        print(f"{seconds:.1f} s, peak {peak:.2f} GiB")
        _report(world / "out", data)


def _finding(cite: str, answer: str) -> dict[str, object]:
    official = {"name": "Sample Official", "office": "delegated_official"}
    return {"cite": f"/us/usc/t26/s6103/{cite}", "answer": answer, "by": official, "on": "2025-06-03"}


def _report(out: Path, data: Path) -> None:
    summary = json.loads((out / "summary.json").read_text())
    for key in ("subjects", "rows", "admission", "resolution", "disposition"):
        print(f"{key}: {summary[key]}")
    for element in summary["elements"]:
        print(
            f"{element['yes']:>7} {element['no']:>7} {element['open']:>7}  {element['cite_text']} {element['label']}"
        )
    disclosed = pl.read_parquet(out / "decisions.parquet").filter(pl.col("disposition") == "disclose")
    found = pl.read_parquet(out / "subjects.parquet").select(
        "ref", pl.col("resolution").str.json_path_match("$.taxpayer_id").alias("found")
    )
    truth = pl.read_parquet(data / "truth.parquet").with_columns(pl.col("request_id").cast(pl.Utf8))
    judged = truth.join(found, left_on="request_id", right_on="ref").filter(
        pl.col("request_id").is_in(disclosed.get_column("ref").unique().to_list())
    )
    wrong = judged.filter(
        (pl.col("expected") != "match") | (pl.col("found") != pl.col("true_record_id").cast(pl.Utf8))
    )
    print(f"subjects with a disclosure: {judged.height}, of them wrong: {wrong.height}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
