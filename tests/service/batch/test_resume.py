"""The bench of runs that are killed, in small: it finds the same bytes, and would find others."""

from __future__ import annotations

from pathlib import Path

import pytest
from bench.batch import resume


def test_a_run_killed_at_random_points_ends_in_the_same_bytes(capsys: pytest.CaptureFixture[str]) -> None:
    resume.main(60, 3, 7)
    said = capsys.readouterr().out
    assert said.count("the same bytes") == 4


def test_a_run_that_took_up_something_else_would_be_found(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    whole = resume.files_in
    monkeypatch.setattr(
        resume, "files_in", lambda out: {**whole(out), "more": b""} if "killed" in out.name else whole(out)
    )
    with pytest.raises(AssertionError, match="other bytes"):
        resume.main(40, 1, 7)
