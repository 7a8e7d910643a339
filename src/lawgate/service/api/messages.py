"""Messages that a program signed as a whole (RFC 9421, with the digest of RFC 9530): checked, and kept as evidence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from http_message_signatures import (
    HTTPMessageVerifier,
    InvalidSignature,
    MappingKeyResolver,
    VerifyResult,
    algorithms,
)
from http_message_signatures.exceptions import HTTPMessageSignaturesException

from lawgate.casework.words import Reason
from lawgate.service.api.programs import algorithm_of, keys_of
from lawgate.service.casework.acts.intake import Evidence
from lawgate.service.casework.desk import Desk, Refused
from lawgate.stores.log import say

Document = dict[str, Any]

ALGORITHMS: Final[Mapping[str, Any]] = {
    "Ed25519": algorithms.ED25519,
    "ES256": algorithms.ECDSA_P256_SHA256,
    "PS256": algorithms.RSA_PSS_SHA512,
}
"""By the algorithm in which the same key signs assertions (RFC 9421, section 3.3)."""
COVERED: Final = ("@method", "@target-uri", "content-digest")
MAY_COVER: Final = frozenset({*COVERED, "@authority", "@path", "content-type", "idempotency-key"})
"""Nothing else is kept: what a signature covers stands in the ledger, and an access token is no business of it."""
COVERED_OF_PARTS: Final = (*COVERED, "content-type")
"""Of a request with a table: how its body is to be read stands in `content-type`."""
AGE_MAX: Final = timedelta(minutes=5)
NOT_SIGNED: Final = Reason("not_signed", "the signature over this message does not hold, or there is none")
PARTS: Final = "multipart/form-data"
_LINES: Final = ("signature-input", "signature")


@dataclass(frozen=True, slots=True)
class Message:
    """A message as it came; the library reads these names. Of its fields those alone that a signature may cover."""

    method: str
    url: str
    headers: Mapping[str, str]
    body: bytes

    @property
    def is_of_parts(self) -> bool:
        """Whether a request came in it with a table beside it."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower() == PARTS

    @property
    def is_signed(self) -> bool:
        """Whether it says that it is signed."""
        return any(name in self.headers for name in _LINES)


def message_of(method: str, url: str, headers: Iterable[tuple[str, str]], body: bytes) -> Message:
    """A message with its fields in small letters."""
    kept = {name.lower(): value for name, value in headers}
    return Message(method, url, kept, body)


def check_signed(desk: Desk, message: Message, *, by: str) -> Evidence | Refused:
    """What shows that this program signed this message: its key, what is covered, and the signature.

    One signature of a key of its own, five minutes old at most, over method, address and body at least, and over
    `content-type` where a table came beside the request. Refused otherwise, whatever is wrong.
    """
    demanded = COVERED_OF_PARTS if message.is_of_parts else COVERED
    for digest, key in keys_of(desk, by).items():
        try:
            (found,) = _Verifier(digest, key, desk.now()).verify(
                message, max_age=AGE_MAX, require_components=demanded, body=message.body
            )
            covered = _covered(found)
        except (HTTPMessageSignaturesException, InvalidSignature, ValueError):
            continue
        shown = {
            "key": digest,
            "algorithm": found.algorithm.algorithm_id,
            "covered": covered,
            "input": message.headers["signature-input"],
            "signature": message.headers["signature"],
        }
        return Evidence(shown, message.body if message.is_of_parts else None)
    say("refused", act="check_signature", actor=by, reasons=[NOT_SIGNED.name])
    return Refused((NOT_SIGNED,))


class _Verifier(HTTPMessageVerifier):
    """One key, and the clock of the desk."""

    def __init__(self, digest: str, key: Any, now: datetime) -> None:
        one = MappingKeyResolver(public_keys={digest: key.public_key}, private_keys={})
        super().__init__(signature_algorithm=ALGORITHMS[algorithm_of(key)], key_resolver=one)
        self._now = now

    def validate_created_and_expires(self, sig_input: Any, max_age: Any = AGE_MAX) -> None:
        """Not older than that by the desk's clock; where an end is told, before it."""
        now, apart = int(self._now.timestamp()), int(self.max_clock_skew.total_seconds())
        created, expires = sig_input.params.get("created"), sig_input.params.get("expires", now)
        if type(created) is not int or not now - max_age.total_seconds() <= created <= now + apart:
            raise InvalidSignature("not signed lately")
        if type(expires) is not int or expires < now:
            raise InvalidSignature("lapsed")


def _covered(found: VerifyResult) -> Document:
    """What is covered, in its order; with `input` it gives the very text that was signed (RFC 9421, section 2.5)."""
    covered = {name.strip('"'): value for name, value in found.covered_components.items()}
    covered.pop("@signature-params", None)
    if covered.keys() - MAY_COVER:
        raise InvalidSignature("more is covered than may be kept")
    return covered
