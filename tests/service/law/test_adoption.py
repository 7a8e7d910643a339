"""Adopted readings come in a file that counsel and the privacy officer signed, or they do not count."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from lawgate.errors import InputError
from lawgate.service.law.adoption import followed, read_overrides, sign_adoptions

DAY = date(2026, 6, 20)
ROW = {
    "question": "Q9",
    "reading": "R2",
    "adopted_on": "2026-06-01",
    "auditor_notified_on": "2026-06-01",
    "reason": "counsel's memorandum",
}
OFFICES = ("counsel", "privacy_officer")


@dataclass(frozen=True)
class Desk:
    """Keys of both offices, the list of officials, and a document to sign."""

    folder: Path

    def key(self, name: str) -> Path:
        path = self.folder / f"{name}.pem"
        if not path.exists():
            secret = Ed25519PrivateKey.generate()
            path.write_bytes(secret.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
        return path

    def public(self, name: str) -> str:
        key = json.dumps(sign_adoptions(self.document(), key=self.key(name), office="counsel"))
        return str(json.loads(key)["signatures"][0]["key"])

    def document(self, **changes: Any) -> Path:
        path = self.folder / "adopted.json"
        path.write_text(json.dumps({"adoptions": [{**ROW, **changes}]}), encoding="utf-8")
        return path

    def officials(self, **keys: list[str]) -> Path:
        path = self.folder / "officials.json"
        listed = {office: [self.public(office)] for office in OFFICES} | keys
        path.write_text(json.dumps(listed), encoding="utf-8")
        return path

    def signed(self, *by: tuple[str, str]) -> Path:
        path = self.document()
        for office, name in by:
            signed = sign_adoptions(path, key=self.key(name), office=office)
            path.write_text(json.dumps(signed), encoding="utf-8")
        return path


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


BOTH = (("counsel", "counsel"), ("privacy_officer", "privacy_officer"))


def test_a_document_that_both_signed_is_followed(desk: Desk) -> None:
    officials = desk.officials()
    assert followed(desk.signed(*BOTH), officials, DAY, known_on=DAY).readings["Q9"] == "R2"


def test_signing_again_replaces_the_office_s_own_signature(desk: Desk) -> None:
    officials = desk.officials()
    signed = desk.signed(*BOTH, BOTH[0])
    assert len(json.loads(signed.read_text(encoding="utf-8"))["signatures"]) == 2
    assert followed(signed, officials, DAY, known_on=DAY).readings["Q9"] == "R2"


LACKING = {
    "nobody": (),
    "counsel alone": BOTH[:1],
    "the privacy officer alone": BOTH[1:],
    "one key for both": (BOTH[0], ("privacy_officer", "counsel")),
    "a key that is not listed": (BOTH[0], ("privacy_officer", "stranger")),
}


@pytest.mark.parametrize("by", LACKING.values(), ids=LACKING)
def test_a_document_that_lacks_a_signature_is_refused(desk: Desk, by: tuple[tuple[str, str], ...]) -> None:
    officials = desk.officials()
    with pytest.raises(InputError, match="no good signature"):
        followed(desk.signed(*by), officials, DAY, known_on=DAY)


def test_one_key_listed_for_both_offices_signs_once(desk: Desk) -> None:
    both = [desk.public("counsel")]
    officials = desk.officials(counsel=both, privacy_officer=both)
    signed = desk.signed(BOTH[0], ("privacy_officer", "counsel"))
    with pytest.raises(InputError, match="privacy_officer"):
        followed(signed, officials, DAY, known_on=DAY)


@pytest.mark.parametrize("change", [{"reading": "R1"}, {"adopted_on": "2026-01-01"}, {"reason": "another"}])
def test_a_document_changed_after_signing_is_refused(desk: Desk, change: dict[str, str]) -> None:
    officials, path = desk.officials(), desk.signed(*BOTH)
    document = json.loads(path.read_text(encoding="utf-8"))
    document["adoptions"][0] |= change
    path.write_text(json.dumps(document), encoding="utf-8")
    with pytest.raises(InputError, match="no good signature"):
        followed(path, officials, DAY, known_on=DAY)


def test_a_document_without_a_list_of_officials_is_refused(desk: Desk) -> None:
    with pytest.raises(InputError) as refused:
        followed(desk.signed(*BOTH), None, DAY, known_on=DAY)
    assert refused.value.where == "--officials"


def test_what_can_never_be_adopted_is_not_signed(desk: Desk) -> None:
    with pytest.raises(InputError, match="can never be adopted"):
        sign_adoptions(desk.document(question="Q2"), key=desk.key("counsel"), office="counsel")


def test_keys_and_offices_that_cannot_sign_are_refused(desk: Desk, tmp_path: Path) -> None:
    wrong = tmp_path / "x25519.pem"
    secret = X25519PrivateKey.generate()
    wrong.write_bytes(secret.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    nothing = tmp_path / "nothing.pem"
    nothing.write_text("no key", encoding="utf-8")
    for key in (wrong, nothing, tmp_path / "absent.pem"):
        with pytest.raises(InputError):
            sign_adoptions(desk.document(), key=key, office="counsel")
    with pytest.raises(InputError) as refused:
        sign_adoptions(desk.document(), key=desk.key("counsel"), office="reviewer")
    assert refused.value.where == "--office"


def test_readings_named_on_the_command_line() -> None:
    assert read_overrides(["Q3=R2", "Q9=R2"]) == {"Q3": "R2", "Q9": "R2"}
    assert read_overrides(None) == {}
    for text in ("Q99=R1", "Q3=R9", "Q3", "=R1", ""):
        with pytest.raises(InputError):
            read_overrides([text])
