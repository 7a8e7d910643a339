"""Keys in a real PKCS#11 token (SoftHSM): they sign, they open, and they never come out."""

from __future__ import annotations

import secrets
from pathlib import Path

import pkcs11
import pytest
from tests.ledger.logs import ORIGIN, entries
from tests.ledger.memory import Memory
from tests.stores.softhsm import LIBRARY, SoftToken, soft_token

from lawgate.errors import InputError, LedgerStoppedError
from lawgate.ledger.examine import examine
from lawgate.ledger.keys import Profile, Signer
from lawgate.ledger.policy import Policy
from lawgate.ledger.trust import Trust
from lawgate.stores.handover.sealing import seal
from lawgate.stores.key_module import ECDH_P256, ED25519, ModuleSigner
from lawgate.stores.ledger.keys import make_key, read_signer
from lawgate.stores.ledger.sequencer import Sequencer, create
from lawgate.stores.pkcs11_module import Pkcs11Module, TokenPlace
from lawgate.stores.token_keys import deployed_module, draw_unsealer_in_token

OFFICE = "us.doj.fbi/unit-7"


@pytest.fixture
def token() -> SoftToken:
    made = soft_token()
    made.use()
    return made


@pytest.fixture
def label() -> str:
    return f"test-{secrets.token_hex(6)}"


def make(folder: Path, label: str) -> Signer:
    return make_key(folder / f"{label}.key", ORIGIN, token=label)


def test_a_ledger_is_kept_by_a_key_that_was_drawn_in_the_token(
    token: SoftToken, label: str, tmp_path: Path
) -> None:
    make(tmp_path, label)
    signer = read_signer(tmp_path / f"{label}.key")
    assert isinstance(signer, ModuleSigner)
    signer.reach()
    storage = Memory()
    create(storage, signer, profile=Profile.FIPS)
    Sequencer(storage, signer, profile=Profile.FIPS).append(entries(0, 300))
    assert examine(storage, Trust(Policy((signer.key,)))).faults == ()


def test_the_file_names_the_key_and_holds_nothing_secret(
    token: SoftToken, label: str, tmp_path: Path
) -> None:
    signer = make(tmp_path, label)
    text = (tmp_path / f"{label}.key").read_text(encoding="ascii")
    assert text == f"TOKEN+KEY+{label}+{signer.key.line}\n"


def test_a_private_key_does_not_come_out_of_the_token(token: SoftToken, label: str, tmp_path: Path) -> None:
    make(tmp_path, label)
    number = Path(token.settings["LAWGATE_TOKEN_PIN_FILE"]).read_text(encoding="utf-8").strip()
    try:
        session = pkcs11.lib(str(LIBRARY)).get_token(token_label="agency").open(user_pin=number)
    except pkcs11.UserAlreadyLoggedIn:
        session = pkcs11.lib(str(LIBRARY)).get_token(token_label="agency").open()
    with session:
        found = {pkcs11.Attribute.LABEL: label, pkcs11.Attribute.CLASS: pkcs11.ObjectClass.PRIVATE_KEY}
        (private,) = session.get_objects(found)
        assert private[pkcs11.Attribute.SENSITIVE]
        assert not private[pkcs11.Attribute.EXTRACTABLE]
        with pytest.raises(pkcs11.AttributeSensitive):
            private[pkcs11.Attribute.VALUE]


def test_what_is_sealed_by_the_library_opens_through_the_token(token: SoftToken, label: str) -> None:
    unsealer = draw_unsealer_in_token(label, OFFICE)
    for length in (0, 1, 17, 70_000):
        contents, info = secrets.token_bytes(length), secrets.token_bytes(length % 97)
        sealed = seal(contents, unsealer.key, info)
        assert unsealer.unseal(sealed, info) == contents
        assert unsealer.unseal(sealed, info + b"x") is None
        assert unsealer.unseal(sealed[:-1] + bytes([sealed[-1] ^ 1]), info) is None


def test_a_key_does_only_what_it_is_for(token: SoftToken, label: str) -> None:
    module = deployed_module()
    module.draw(f"{label}/signs", ED25519)
    module.draw(f"{label}/opens", ECDH_P256)
    assert (module.algorithm(f"{label}/signs"), module.algorithm(f"{label}/opens")) == (ED25519, ECDH_P256)
    with pytest.raises(OSError, match="token fails"):
        module.sign(f"{label}/opens", b"x")
    with pytest.raises(OSError, match="token fails"):
        module.agree(f"{label}/signs", b"\4" + b"x" * 64)
    assert len(module.sign(f"{label}/signs", b"x")) == 64, "and goes on after a refusal"


def test_a_label_is_given_once(token: SoftToken, label: str, tmp_path: Path) -> None:
    make(tmp_path, label)
    with pytest.raises(InputError, match="such a key already"):
        make_key(tmp_path / "again.key", ORIGIN, token=label)
    assert not (tmp_path / "again.key").exists(), "no file is left of a key that was not drawn"


def test_a_token_that_was_exchanged_is_found(token: SoftToken, label: str, tmp_path: Path) -> None:
    signer = make(tmp_path, label)
    other = make(tmp_path, f"{label}-other")
    path = tmp_path / f"{label}.key"
    path.write_text(f"TOKEN+KEY+{label}-other+{signer.key.line}\n", encoding="ascii")
    exchanged = read_signer(path)
    assert isinstance(exchanged, ModuleSigner)
    assert other.key != signer.key
    with pytest.raises(LedgerStoppedError, match="holds another key"):
        exchanged.reach()
    with pytest.raises(LedgerStoppedError, match="signs with another key"):
        exchanged.sign(b"x")


def test_a_token_that_is_gone_stops_the_ledger_and_one_that_is_back_goes_on(
    token: SoftToken, label: str, tmp_path: Path
) -> None:
    signer = make(tmp_path, label)
    storage = Memory()
    create(storage, signer)
    sequencer = Sequencer(storage, signer)
    token.take_away()
    try:
        with pytest.raises(LedgerStoppedError, match="does not sign"):
            sequencer.append(entries(0, 1))
        assert isinstance(signer, ModuleSigner)
        with pytest.raises(LedgerStoppedError, match="cannot be reached"):
            signer.reach()
    finally:
        token.put_back()
    assert Sequencer(storage, signer).append(entries(0, 1)).checkpoint.size == 1


@pytest.mark.parametrize("fault", ["wrong", "empty", "readable by others", "missing"])
def test_a_number_that_does_not_unlock_is_refused_without_being_told(
    token: SoftToken, tmp_path: Path, fault: str
) -> None:
    pin = tmp_path / "pin"
    if fault != "missing":
        pin.touch(mode=0o600)
        pin.write_text("" if fault == "empty" else "918273645", encoding="ascii")
    if fault == "readable by others":
        pin.chmod(0o640)
    module = Pkcs11Module(TokenPlace(LIBRARY, "agency", pin))
    _log_out()
    for _ in range(20):  # a token of this kind locks after a few numbers that are wrong
        with pytest.raises(OSError) as raised:
            module.public("x")
        assert "918273645" not in str(raised.value)
    assert len(deployed_module().draw(f"after-{secrets.token_hex(4)}", ED25519)) > 0, "it is not locked"


@pytest.mark.parametrize(("library", "label"), [(LIBRARY, "nowhere"), (Path("/usr/lib/none.so"), "agency")])
def test_a_token_or_a_library_that_is_not_there_is_an_error_and_no_signature(
    token: SoftToken, library: Path, label: str
) -> None:
    module = Pkcs11Module(TokenPlace(library, label, Path(token.settings["LAWGATE_TOKEN_PIN_FILE"])))
    with pytest.raises(OSError, match="token fails"):
        module.sign("log", b"x")


def test_without_settings_a_file_that_names_a_token_is_refused_at_start(
    token: SoftToken, label: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(tmp_path, label)
    monkeypatch.delenv("LAWGATE_TOKEN_PIN_FILE")
    with pytest.raises(InputError, match="no token is set"):
        read_signer(tmp_path / f"{label}.key")


def _log_out() -> None:
    """End what this process has open: a login is the process's, and a wrong number would not be asked."""
    deployed_module()._close()
