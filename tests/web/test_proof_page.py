"""A proof is checked in the reader's browser, as the ledger's own code checks it, and is sent nowhere."""

from __future__ import annotations

import base64
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, Request
from tests.house.shared import shared
from tests.ledger.logs import LOG, OTHER_LOG, POLICY_TEXT, WITNESSES
from tests.service.ledger_folder import Ledger, made_ledger, opened_proof

from lawgate.ledger.proof_file import parse_proof_file
from lawgate.ledger.views import Viewer

PICTURE = "**/lawgate/gate.svg"


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Ledger:
    return made_ledger(tmp_path_factory.mktemp("ledger"))


@pytest.fixture(scope="module")
def proof(ledger: Ledger) -> bytes:
    return opened_proof(ledger, Viewer.SUBJECT).render()


def check(page: Page, proof: bytes, keys: str = POLICY_TEXT) -> str:
    """What the page says of a proof."""
    page.goto("/verify")
    page.locator("#proof").set_input_files(
        {"name": "entry.tlog-proof", "mimeType": "text/plain", "buffer": proof}
    )
    page.locator("#keys").fill(keys)
    page.get_by_role("button", name="Check here").click()
    page.locator("#result h2").wait_for()
    return page.locator("#result").inner_text()


def test_a_sound_proof_is_found_well_with_what_it_shows(page: Page, proof: bytes) -> None:
    said = check(page, proof)
    assert "All is well" in said
    assert "us.doj" in said
    assert "w0, w1" in said


def test_the_file_is_sent_nowhere(page: Page, proof: bytes) -> None:
    # The browser asks for the page's picture in its own time, which may be after it was cut off.
    page.route(PICTURE, lambda route: route.fulfill(body="<svg/>", content_type="image/svg+xml"))
    page.goto("/verify")
    sent: list[Request] = []
    page.on("request", lambda one: sent.extend([] if one.url.endswith(PICTURE[2:]) else [one]))
    page.context.set_offline(True)
    page.locator("#proof").set_input_files({"name": "p", "mimeType": "text/plain", "buffer": proof})
    page.locator("#keys").fill(POLICY_TEXT)
    page.get_by_role("button", name="Check here").click()
    page.locator("#result h2").wait_for()
    assert "All is well" in page.locator("#result").inner_text()
    assert sent == []


def remade(proof: bytes, **changes: Any) -> bytes:
    """The proof with other parts."""
    held = parse_proof_file(proof)
    return replace(held, **changes).render()


def with_extra(proof: bytes, change: Any) -> bytes:
    extra = json.loads(parse_proof_file(proof).extra)
    change(extra)
    return remade(proof, extra=json.dumps(extra).encode())


def test_another_entry_place_or_path_is_not_included(page: Page, proof: bytes) -> None:
    held = parse_proof_file(proof)
    for bad in (
        with_extra(proof, lambda extra: extra["entry"].update(case="REQ-2026-9999")),
        remade(proof, index=held.index + 1),
        remade(proof, path=held.path[:-1]),
        remade(proof, path=(*held.path, bytes(32))),
        remade(proof, path=(bytes(32), *held.path[1:])),
    ):
        assert "does not stand in the ledger" in check(page, bad)


def test_a_field_that_was_altered_is_named(page: Page, proof: bytes) -> None:
    bad = with_extra(proof, lambda extra: extra["opened"][0].update(value="something else"))
    assert "not what the entry commits to" in check(page, bad)


def test_keys_that_did_not_sign_are_not_enough(page: Page, proof: bytes) -> None:
    other = POLICY_TEXT.replace(LOG.key.line, OTHER_LOG.key.line)
    assert "not signed by a key of the ledger" in check(page, proof, other)
    lonely = f"log {LOG.key.line}\nwitness w2 {WITNESSES[2].key.line}\nquorum w2\n"
    assert "Too few witnesses" in check(page, proof, lonely)


def test_a_forged_signature_is_named(page: Page, proof: bytes) -> None:
    lines = proof.decode().rstrip("\n").split("\n")
    name, encoded = lines[-1].removeprefix("— ").split(" ")
    forged = bytearray(base64.b64decode(encoded))
    forged[-1] ^= 1
    lines[-1] = f"— {name} {base64.b64encode(forged).decode()}"
    said = check(page, ("\n".join(lines) + "\n").encode())
    assert f"A signature does not belong to this checkpoint. {name}" in said


@pytest.mark.parametrize("bad", [b"", b"no proof", b"c2sp.org/tlog-proof@v1\nindex 0\n\n", b"\xff\xfe"])
def test_what_is_no_proof_cannot_be_read(page: Page, bad: bytes) -> None:
    assert "cannot be read" in check(page, bad or b" ")


@pytest.mark.parametrize(
    "keys", ["nonsense", "log x+y+z\nquorum none", POLICY_TEXT.replace("quorum two", "")]
)
def test_keys_that_are_none_cannot_be_read(page: Page, proof: bytes, keys: str) -> None:
    assert "The keys cannot be read" in check(page, proof, keys)


def test_published_inclusion_vectors_are_judged_as_published(page: Page) -> None:
    folder = shared("vectors", "transparency-dev_merkle", "testdata", "inclusion")
    cases = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(Path(folder).rglob("*.json"))]
    page.goto("/verify")
    script = page.locator("script[type=module]").get_attribute("src")
    held = page.evaluate(
        """async ([place, cases]) => {
            const v = await import(place.replace("verify-page", "verify"));
            const bytes = (said) => Uint8Array.from(atob(said ?? ""), (sign) => sign.charCodeAt(0));
            const judge = async (one) => {
                try {
                    const path = (one.proof ?? []).map(bytes);
                    return v.same(await v.rootFromPath(bytes(one.leafHash), one.leafIdx, one.treeSize, path),
                        bytes(one.root));
                } catch (error) { if (error instanceof v.Unreadable) return false; throw error; }
            };
            return Promise.all(cases.map(judge));
        }""",
        [script, cases],
    )
    assert len(cases) == 98
    assert held == [not one["wantErr"] for one in cases]


def test_canonical_json_is_that_of_the_standard(page: Page) -> None:
    folder = shared("vectors", "cyberphone_json-canonicalization", "testdata")
    names = ["french", "structures", "unicode", "weird"]
    given = [(folder / "input" / f"{name}.json").read_text(encoding="utf-8") for name in names]
    wanted = [
        bytes.fromhex("".join((folder / "outhex" / f"{name}.txt").read_text(encoding="ascii").split()))
        for name in names
    ]
    page.goto("/verify")
    script = page.locator("script[type=module]").get_attribute("src")
    made = page.evaluate(
        """async ([place, given]) => {
            const v = await import(place.replace("verify-page", "verify"));
            return given.map((one) => v.canonical(JSON.parse(one)));
        }""",
        [script, given],
    )
    assert [one.encode() for one in made] == wanted
