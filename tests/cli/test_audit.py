"""`lawgate sample --preset`, `lawgate audit` and `lawgate explain` of an audit, as a user runs them."""

from __future__ import annotations

from tests.cli.conftest import Shell

REQUEST = "world/requests/transfer.json"


def test_a_replica_is_made_audited_and_explained(shell: Shell) -> None:
    made = shell.run("sample", "--preset", "transfer-2025", "--scale", "0.002", "--out", "world", "--json")
    assert (made.code, made.err) == (0, "")
    assert made.document()["released"] == made.document()["by_number"] + made.document()["by_address"] == 94
    ran = shell.run(
        "audit", "world/releases.parquet", "--request", REQUEST, "--records", "world/records",
        "--findings", "world/findings.json", "--out", "audited", "--json",
    )  # fmt: skip
    assert (ran.code, ran.err) == (0, "")
    summary = ran.document()
    assert summary["releases"] == 94
    key = next(one["rows"] for one in summary["verdict"] if one["releases"])
    listed = shell.run("explain", "audited", "--rows", key, "--json").document()
    shown = shell.run("explain", "audited", listed["found"][0]["ref"])
    assert shown.code == 0
    assert listed["found"][0]["release_id"] in shown.out
    told = shell.run("differences", "audited", "audited")
    assert (told.code, "Gained: 0" in told.out) == (0, True)
    report = (shell.folder / "audited" / "report.html").read_text(encoding="utf-8")
    assert "Audit of what was released on request REQ-2025-TRANSFER" in report
    for words in ("audit", "explain"):
        assert shell.run(words, "--help").code == 0


def test_what_cannot_be_audited_or_made_is_refused_in_one_line(shell: Shell) -> None:
    for words in (
        ("sample", "--preset", "moon", "--out", "x"),
        ("sample", "--scale", "0.1", "--out", "x"),
        ("sample", "--preset", "transfer-2025", "--taxpayers", "10", "--out", "x"),
        ("audit", "nothing.parquet", "--request", "sample/requests/batch.json", "--out", "x"),
        ("explain", "nowhere", "--rows", "verdict=lawful"),
    ):
        ran = shell.run(*words)
        assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1), words
    assert not (shell.folder / "x").exists()
