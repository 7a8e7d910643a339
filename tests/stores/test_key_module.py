"""Keys in a module sign ledgers and open packages, and a module that fails or errs lets nothing through."""

from __future__ import annotations

import secrets

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from tests.ledger.logs import ORIGIN, entries
from tests.ledger.memory import Memory
from tests.stores.token import Token

from lawgate.errors import InputError, LedgerStoppedError
from lawgate.ledger.examine import examine
from lawgate.ledger.keys import KeyKind, Profile, admit_algorithms, admit_signer
from lawgate.ledger.policy import Policy
from lawgate.ledger.trust import Trust
from lawgate.stores.handover.module_unsealer import ModuleUnsealer, _decapsulate, _schedule
from lawgate.stores.handover.sealing import seal
from lawgate.stores.key_module import ModuleSigner
from lawgate.stores.ledger.sequencer import Sequencer, create


@pytest.fixture
def token() -> Token:
    made = Token(
        {
            "log": Ed25519PrivateKey.from_private_bytes(b"k" * 32),
            "other": Ed25519PrivateKey.from_private_bytes(b"o" * 32),
            "open": ec.derive_private_key(12345, ec.SECP256R1()),
            "p384": ec.generate_private_key(ec.SECP384R1()),
        }
    )
    made.unlock("1234")
    return made


def signer_in(token: Token, label: str = "log") -> ModuleSigner:
    return ModuleSigner.open(token, label, name=ORIGIN, kind=KeyKind.NOTE)


def test_a_ledger_is_kept_by_a_key_in_a_token(token: Token) -> None:
    storage, signer = Memory(), signer_in(token)
    create(storage, signer, profile=Profile.FIPS)
    Sequencer(storage, signer, profile=Profile.FIPS).append(entries(0, 300))
    assert examine(storage, Trust(Policy((signer.key,)))).faults == ()
    assert token.done == [("sign", "log")] * 2


def test_a_token_that_is_locked_or_gone_stops_the_ledger_and_the_old_one_stands(token: Token) -> None:
    storage, signer = Memory(), signer_in(token)
    create(storage, signer)
    sequencer = Sequencer(storage, signer)
    sequencer.append(entries(0, 5))
    token.unlock("wrong")
    with pytest.raises(LedgerStoppedError, match="does not sign"):
        sequencer.append(entries(5, 6))
    token.unlock("1234")
    with pytest.raises(LedgerStoppedError):
        sequencer.append(entries(5, 6))
    again = Sequencer(storage, signer)
    assert again.append(entries(5, 6)).checkpoint.size == 6
    token.uses_left = 0
    with pytest.raises(LedgerStoppedError):
        again.append(entries(6, 7))


def test_a_token_that_signs_with_another_key_is_found_before_its_signature_is_given_out(token: Token) -> None:
    signer = signer_in(token)
    token.keys = {**token.keys, "log": token.keys["other"]}
    with pytest.raises(LedgerStoppedError, match="another key"):
        signer.sign(b"x")


@pytest.mark.parametrize("label", ["open", "nowhere"])
def test_a_key_for_something_else_is_refused_at_start(token: Token, label: str) -> None:
    with pytest.raises(InputError):
        signer_in(token, label)


@pytest.mark.parametrize("label", ["log", "p384", "nowhere"])
def test_a_key_that_opens_nothing_is_refused_at_start(token: Token, label: str) -> None:
    with pytest.raises(InputError):
        ModuleUnsealer(token, label, name="us.doj.fbi/unit-7")


def test_what_is_sealed_by_the_library_opens_through_the_token(token: Token) -> None:
    unsealer = ModuleUnsealer(token, "open", name="us.doj.fbi/unit-7")
    for length in (0, 1, 15, 16, 17, 1000, 70_000):
        contents, info = secrets.token_bytes(length), secrets.token_bytes(length % 97)
        sealed = seal(contents, unsealer.key, info)
        assert unsealer.unseal(sealed, info) == contents
        assert unsealer.unseal(sealed, info + b"x") is None
        assert unsealer.unseal(sealed[:-1] + bytes([sealed[-1] ^ 1]), info) is None
        assert unsealer.unseal(bytes([sealed[0] ^ 1]) + sealed[1:], info) is None
    assert unsealer.unseal(b"", b"") is None
    sealed, info = seal(b"x", unsealer.key, b"i"), b"i"
    token.unplugged = True
    with pytest.raises(OSError, match="CKR"):
        unsealer.unseal(sealed, info)


def test_the_fips_profile_refuses_at_start_what_is_not_approved() -> None:
    class Odd:
        algorithm = "Ed25519ph-of-our-own"
        key = signer_in(Token({"log": Ed25519PrivateKey.generate()})).key

        def sign(self, message: bytes) -> bytes:
            return b""

    odd = Odd()
    assert admit_signer(odd, Profile.OPEN) is odd
    with pytest.raises(InputError, match="not an approved"):
        admit_signer(Odd(), Profile.FIPS)
    admit_algorithms(["ECDH-P-256", "AES-256-GCM"], Profile.FIPS, where="x")
    with pytest.raises(InputError, match="ChaCha20"):
        admit_algorithms(["ECDH-P-256", "ChaCha20-Poly1305"], Profile.FIPS, where="x")


def test_the_schedule_is_deterministic_and_bound_to_its_context() -> None:
    secret = _decapsulate(b"d" * 32, b"context")
    assert len(secret) == 32
    assert _decapsulate(b"d" * 32, b"other") != secret
    assert _schedule(secret, b"info") != _schedule(secret, b"inf0")
