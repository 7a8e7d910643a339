"""The verifier in one file stands alone: it can be copied away, read in an afternoon, and finds what it must."""

from __future__ import annotations

import ast
import hashlib
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest
from tests.ledger.logs import LOG, POLICY_TEXT, WITNESSES
from tests.service.ledger_folder import SIZE, Ledger, made_ledger, opened_proof

from lawgate import verify
from lawgate.errors import LawgateError
from lawgate.ledger.tiles import bundle_path, tile_path
from lawgate.ledger.views import Viewer
from lawgate.service.ledger.check import prove
from lawgate.service.ledger.check import verify as check

SOURCE = Path(verify.__file__)
DOC = Path(__file__).parents[2] / "docs" / "ledger.md"


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return made_ledger(tmp_path)


def run(folder: Path, *words: str | Path) -> subprocess.CompletedProcess[str]:
    """The file copied to another place and run there, without the package on its path."""
    shutil.copy(SOURCE, folder / "verify.py")
    command = [sys.executable, "-I", "verify.py", *map(str, words)]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def test_it_is_short_and_needs_the_standard_library_and_cryptography_alone() -> None:
    source = SOURCE.read_text(encoding="utf-8")
    assert len(source.splitlines()) < 400
    imported = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            imported |= {name.name.partition(".")[0] for name in node.names}
        elif isinstance(node, ast.ImportFrom):
            imported.add(str(node.module).partition(".")[0])
    assert imported - set(sys.stdlib_module_names) == {"cryptography"}


def test_copied_away_it_finds_a_sound_ledger_and_a_sound_proof_well(ledger: Ledger, tmp_path: Path) -> None:
    whole = run(tmp_path, "keys.txt", "ledger", "head.txt")
    assert (whole.returncode, whole.stderr) == (0, "")
    assert "ALL IS WELL" in whole.stdout
    (tmp_path / "p").write_bytes(opened_proof(ledger, Viewer.SUBJECT).render())
    proof = run(tmp_path, "keys.txt", "p")
    assert (proof.returncode, proof.stderr) == (0, "")
    assert '"agency": "us.doj"' in proof.stdout
    assert "O-17" not in proof.stdout


def test_a_problem_is_exit_1_and_what_cannot_be_read_exit_2(ledger: Ledger, tmp_path: Path) -> None:
    bundle = ledger.folder / "tile/entries/000"
    bundle.write_bytes(bundle.read_bytes()[:-1])
    found = run(tmp_path, "keys.txt", "ledger")
    assert found.returncode == 1
    assert "PROBLEM: tile/entries/000 holds 255 of 256 entries" in found.stdout
    for words in (
        (),
        ("keys.txt",),
        ("keys.txt", "nowhere"),
        ("head.txt", "ledger"),
        ("keys.txt", "keys.txt"),
    ):
        assert run(tmp_path, *words).returncode == 2


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        (b"us.doj", b"us.dhs", "the field agency"),
        (b"2026-03-02", b"2026-03-03", "does not stand in the ledger"),
    ],
)
def test_a_changed_proof_is_found(old: bytes, new: bytes, problem: str, ledger: Ledger) -> None:
    proof = opened_proof(ledger, Viewer.PUBLIC)
    keys = verify.read_keys(POLICY_TEXT)
    assert verify.check_proof(proof.render(), keys)[1] == []
    changed = proof.__class__(proof.index, proof.path, proof.signed, proof.extra.replace(old, new))
    assert [problem in one for one in verify.check_proof(changed.render(), keys)[1]] == [True]
    moved = proof.__class__(proof.index - 1, proof.path, proof.signed, proof.extra)
    assert verify.check_proof(moved.render(), keys)[1]


W0, W2 = (f"witness w{at} {WITNESSES[at].key.line}" for at in (0, 2))
LOG_LINE = f"log {LOG.key.line}"


@pytest.mark.parametrize(
    ("lines", "problem"),
    [
        ((LOG_LINE, "quorum none"), None),
        ((LOG_LINE, W0, "quorum w0"), None),
        ((LOG_LINE, W2, "quorum w2"), "too few witnesses"),
        ((LOG_LINE, W0, W2, "group g any w0 w2", "quorum g"), None),
        ((LOG_LINE, W0, W2, "group g all w0 w2", "quorum g"), "too few witnesses"),
        ((LOG_LINE, W0, W2, "group g 2 w0 w2", "quorum g"), "too few witnesses"),
        ((LOG_LINE, W0, W2, "group g 0 w0 w2", "quorum g"), "too few witnesses"),
        ((LOG_LINE, W0, "group g 0 w0", "quorum g"), "too few witnesses"),
        ((W0, "quorum w0"), "not signed by a key of the ledger"),
    ],
)
def test_a_proof_is_well_under_the_logs_key_and_the_quorum_alone(
    lines: tuple[str, ...], problem: str | None, ledger: Ledger
) -> None:
    data = opened_proof(ledger, Viewer.PUBLIC).render()
    problems = verify.check_proof(data, verify.read_keys("\n".join(lines)))[1]
    assert len(problems) == (problem is not None)
    assert problem is None or problem in problems[0]


@pytest.mark.parametrize(
    "lines",
    [
        ("quorum none", "quorum none"),
        ("trust me", "quorum none"),
        ("",),
        ("quorum x",),
        (W0, W0.replace(" w0 ", " w9 "), "quorum none"),
        (W0, "group g any w0 w1", "quorum g"),
        (W0, "group g 2 w0 w0", "quorum g"),
        (W0, W2.replace(" w2 ", " w0 "), "quorum w0"),
    ],
)
def test_keys_that_do_not_hold_are_refused(lines: tuple[str, ...]) -> None:
    with pytest.raises(verify.Unreadable):
        verify.read_keys("\n".join((LOG_LINE, *lines)))


def test_a_wrong_kind_of_key_and_a_damaged_one_are_refused() -> None:
    for line in (f"log {WITNESSES[0].key.line}", f"witness a {LOG.key.line}", f"log {LOG.key.line[:-1]}A"):
        with pytest.raises(verify.Unreadable):
            verify.read_keys(f"{line}\nquorum none")


def test_a_root_that_was_made_up_opens_no_field() -> None:
    """Whoever enters the hash of a sibling alone as a root could otherwise open it to anything by a short path."""
    sibling = b"s" * 32
    root = hashlib.sha256(b"\x01" + sibling).digest()
    field = {"name": "agency", "value": "any", "salt": "00" * 32, "position": 0, "path": [sibling.hex()]}
    for count in (2, 3, 4, 8):
        assert verify.check_field(field, count, root)
    assert verify.check_field({**field, "path": []}, 0, b""), "and none of no field"
    short = {**field, "path": [b"".hex()]}
    shown = verify.leaf(bytes(32) + verify.canonical(["agency", "any"]))
    assert verify.check_field(short, 2, hashlib.sha256(b"\x01" + shown).digest()), "a hash has 32 bytes"


def test_a_kept_checkpoint_is_never_passed_over_in_silence(ledger: Ledger, tmp_path: Path) -> None:
    (tmp_path / "p").write_bytes(opened_proof(ledger, Viewer.PUBLIC).render())
    ran = run(tmp_path, "keys.txt", "p", "head.txt")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "compared with a whole ledger alone" in ran.stderr


@pytest.mark.parametrize("line", ["0 -", "0 - KEY x", "0 x KEY", "0 - KEY revoked x", "0 - damaged"])
def test_epochs_that_do_not_hold_are_refused(line: str) -> None:
    good = f"0 - {LOG.key.line}"
    assert verify.read_epochs(f"{good} revoked")[0][3]
    with pytest.raises(ValueError, match=r"epoch|key|unpack|number"):
        verify.read_epochs(line.replace("KEY", LOG.key.line))


@pytest.mark.parametrize("number", [0, 1, 999, 1000, 1_234_067, 999_999_999, 10**9])
def test_both_implementations_look_for_a_part_in_the_same_place(number: int) -> None:
    for width in (1, 255, 256):
        assert verify.part_path("entries", number, width) == bundle_path(number, width)
        assert verify.part_path("3", number, width) == tile_path(3, number, width)
    assert tile_path(0, 1_234_067) == "tile/0/x001/x234/067"


def test_the_example_for_pencil_and_paper_is_right() -> None:
    text = DOC.read_text(encoding="utf-8")
    told = dict(re.findall(r"^\| (leaf \d|node|root) \|.*\| `([0-9a-f]{64})` \|$", text, flags=re.M))
    words = re.findall(r"^\d\. `(\w+)`$", text, flags=re.M)
    leaves = [verify.leaf(word.encode()) for word in words]
    assert len(words) == 3
    assert [told[f"leaf {at}"] for at in range(3)] == [one.hex() for one in leaves]
    assert told["node"] == verify.node(leaves[0], leaves[1]).hex()
    assert told["root"] == verify.tree_root(leaves).hex()
    assert verify.root_from_path(leaves[1], 1, 3, [leaves[0], leaves[2]]).hex() == told["root"]


@pytest.mark.parametrize("index", [0, 17, 255, 256, 298, 299])
def test_a_proof_is_walked_with_pencil_and_paper_as_the_document_tells(
    index: int, ledger: Ledger, tmp_path: Path
) -> None:
    prove(index, ledger=ledger.folder, out=tmp_path / "entry-17.tlog-proof")
    (block,) = re.findall(r"^```sh\n(sed .*?)^```", DOC.read_text(encoding="utf-8"), flags=re.M | re.S)
    ran = subprocess.run(["/bin/sh", "-c", block], cwd=tmp_path, capture_output=True, text=True, check=True)
    hashed = bytes.fromhex(ran.stdout.split()[0])
    lines = (tmp_path / "entry-17.tlog-proof").read_text("utf-8").split("\n")
    end = lines.index("")
    place, last = int(lines[2].removeprefix("index ")), int(lines[end + 2]) - 1
    for beside in map(verify.unbase64, lines[3:end]):
        while place == last and place % 2 == 0:
            place, last = place // 2, last // 2
        hashed = verify.node(beside, hashed) if place % 2 else verify.node(hashed, beside)
        place, last = place // 2, last // 2
    assert hashed == verify.unbase64(lines[end + 3])


def altered(data: bytes, picked: Random) -> bytes:
    """The bytes with one thing done to them."""
    at, more = picked.randrange(len(data)), picked.randbytes(picked.choice([1, 2, 16, 32]))
    lines = data.split(b"\n")
    lines.insert(picked.randrange(len(lines)), picked.choice(lines) + picked.choice([b"", b" ", b"\r", b"="]))
    flipped = bytes([data[at] ^ 1 << picked.randrange(8)])
    return picked.choice(
        [
            data[:at] + flipped + data[at + 1 :],
            data[:at],
            data[:at] + data[at + len(more) :],
            data[:at] + more + data[at:],
            data + more,
            data + data[-32:],
            b"\n".join(lines),
            b"",
        ]
    )


def told_by_both(ledger: Ledger, place: Path, *heads: Path) -> tuple[bool, bool]:
    """Whether the one and the other implementation call it well."""
    try:
        well = not check(place, witness=ledger.keys, heads=heads)["faults"]
    except LawgateError:
        well = False
    return verify.main([str(one) for one in (ledger.keys, place, *heads)]) == 0, well


@pytest.mark.parametrize("seed", range(3))
def test_whatever_is_done_to_a_file_both_implementations_say_the_same(
    seed: int, ledger: Ledger, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    picked, proof, found = Random(seed), tmp_path / "p", 0
    proof.write_bytes(opened_proof(ledger, Viewer.SUBJECT).render())
    paths = [proof, *sorted(one for one in ledger.folder.rglob("*") if one.is_file())]
    assert told_by_both(ledger, proof) == told_by_both(ledger, ledger.folder, ledger.head) == (True, True)
    for _ in range(60):
        path = picked.choice(paths)
        held = path.read_bytes()
        if picked.random() < 0.05:
            path.unlink()
        else:
            path.write_bytes(altered(held, picked))
        where = (proof,) if path == proof else (ledger.folder, ledger.head)
        alone, ours = told_by_both(ledger, *where)
        path.write_bytes(held)
        assert alone == ours, (path.relative_to(tmp_path), alone)
        found += not alone
    capsys.readouterr()
    assert found > 40, "most of it is a fault"


@pytest.mark.parametrize(
    "line",
    [
        "— a+b AAAAAAAA",
        "—  AAAAAAAA",
        "— x AAAA",
        "— x AAAAAAA",
        "-- x AAAAAAAA",
        "— x y AAAAAAAA",
        "— x\u200b AAAAAAAA",
    ],
)
def test_a_line_that_is_no_signature_is_one_for_neither(
    line: str, ledger: Ledger, capsys: pytest.CaptureFixture[str]
) -> None:
    place = ledger.folder / "checkpoint"
    held = place.read_bytes()
    place.write_bytes(held + "— stranger.example AAAAAAAA\n".encode())
    assert told_by_both(ledger, ledger.folder) == (True, True), "a stranger's signature is nobody's business"
    place.write_bytes(held + f"{line}\n".encode())
    assert told_by_both(ledger, ledger.folder) == (False, False)
    capsys.readouterr()


def test_a_ledger_is_not_passed_over_for_the_contents_of_a_package_beside_it(
    ledger: Ledger, tmp_path: Path
) -> None:
    (ledger.folder / "payload.json").write_text("{}", encoding="utf-8")
    for gone in ("nothing", "checkpoint"):
        (ledger.folder / gone).unlink(missing_ok=True)
        ran = run(tmp_path, "keys.txt", "ledger")
        assert (ran.returncode, ran.stdout) == (2, "")
        assert "compared with a whole ledger alone" in ran.stderr


def test_no_size_that_somebody_claims_takes_the_memory_of_the_machine(ledger: Ledger, tmp_path: Path) -> None:
    place = ledger.folder / "checkpoint"
    place.write_bytes(place.read_bytes().replace(f"\n{SIZE}\n".encode(), b"\n999999999999999999\n", 1))
    ran = run(tmp_path, "keys.txt", "ledger")
    assert ran.returncode == 1
    assert "NOT WELL" in ran.stdout


def test_a_screen_is_not_made_to_say_that_all_is_well(ledger: Ledger, tmp_path: Path) -> None:
    proof = opened_proof(ledger, Viewer.PUBLIC)
    hidden = proof.extra.replace(b'"agency"', json.dumps("x\nALL IS WELL\x1b[8m\u009b8m").encode())
    assert hidden != proof.extra
    changed = proof.__class__(proof.index, proof.path, proof.signed, hidden)
    (tmp_path / "p").write_bytes(changed.render())
    ran = run(tmp_path, "keys.txt", "p")
    assert ran.returncode == 1
    assert ran.stdout.isascii()
    assert ran.stdout.replace("\n", " ").isprintable()
    assert "\nALL IS WELL" not in ran.stdout


def test_the_size_that_the_ledger_of_these_tests_has() -> None:
    assert SIZE > 256, "so that it has a full tile"
