"""In continuous integration nothing is skipped, and the check that sees to it can fail."""

import subprocess
import sys
from pathlib import Path

import pytest
from tests.house import no_skips
from tests.house.shared import SHARED, shared

WITH_SKIP = """<testsuites><testsuite><testcase classname="tests.law.test_i" name="test_one"/>
<testcase classname="tests.law.test_i" name="test_two"><skipped type="pytest.skip" message="needs
 a server">x</skipped></testcase></testsuite></testsuites>"""
WITHOUT = '<testsuites><testsuite><testcase classname="a" name="test_one"/></testsuite></testsuites>'


@pytest.mark.parametrize(("report", "exit_code"), [(WITH_SKIP, 1), (WITHOUT, 0)])
def test_a_skipped_test_fails_the_run(tmp_path: Path, report: str, exit_code: int) -> None:
    junit = tmp_path / "junit.xml"
    junit.write_text(report, encoding="utf-8")
    run = subprocess.run(
        [sys.executable, no_skips.__file__, str(junit)], capture_output=True, text=True, check=False
    )
    assert run.returncode == exit_code, run.stderr


def test_the_skipped_test_is_named_with_its_reason() -> None:
    assert no_skips.skipped(WITH_SKIP) == ["tests.law.test_i::test_two: needs a server"]


def test_a_real_report_of_a_skip_is_read(tmp_path: Path) -> None:
    (tmp_path / "test_x.py").write_text("import pytest\ndef test_x(): pytest.skip('why')\n", encoding="utf-8")
    junit = tmp_path / "junit.xml"
    subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", f"--junitxml={junit}", "test_x.py"],
        cwd=tmp_path,
        capture_output=True,
        check=True,
    )
    assert no_skips.skipped(junit.read_text(encoding="utf-8")) == ["test_x::test_x: why"]


def test_a_missing_shared_file_skips_with_its_name() -> None:
    with pytest.raises(pytest.skip.Exception, match=r"needs \.\./shared/law/none"):
        shared("law", "none")
    assert SHARED.name == "shared"
