"""A witness elsewhere, asked over HTTP (C2SP tlog-witness, "HTTP API")."""

from __future__ import annotations

import urllib.request
from collections.abc import Sequence
from http.client import HTTPException
from typing import Final
from urllib.error import HTTPError
from urllib.parse import urlsplit

from lawgate.errors import InputError, OtherSizeError
from lawgate.ledger.checkpoint import SignedCheckpoint
from lawgate.ledger.keys import PublicKey
from lawgate.ledger.note import Signature, parse_signature
from lawgate.ledger.text import to_base64, to_number

TIMEOUT_SECONDS: Final = 10
ANSWER_BYTES_MAX: Final = 16 * 1024
SIZE_TYPE: Final = "text/x.tlog.size"


class WitnessByHttp:
    """Asks the witness with this key at this address; InputError for an address of another kind than HTTP."""

    def __init__(self, address: str, key: PublicKey) -> None:
        if urlsplit(address).scheme not in {"http", "https"}:
            raise InputError(
                "a witness answers over HTTP", where=key.name, mend="give its address as https://..."
            )
        self._address, self.key, self._last = address.rstrip("/"), key, 0

    def last_size(self) -> int:
        """The size that it signed last, as far as this process knows; it names another one itself."""
        return self._last

    def cosign(self, signed: SignedCheckpoint, proof: Sequence[bytes], last: int) -> Signature:
        """Its signature on the checkpoint; whether it verifies is for the ledger to see."""
        lines = [f"old {last}", *map(to_base64, proof), ""]
        body = "".join(f"{line}\n" for line in lines).encode() + signed.note.render()
        answer = self._ask(body)
        for line in answer.splitlines():
            made = parse_signature(line, where=self.key.name)
            if (made.name, made.id) == (self.key.name, self.key.id):
                self._last = signed.checkpoint.size
                return made
        raise InputError("the witness signed by another key", where=self.key.name, mend="ask whose it is")

    def _ask(self, body: bytes) -> str:
        # The scheme was checked when the address was given.
        asked = urllib.request.Request(f"{self._address}/add-checkpoint", data=body, method="POST")  # noqa: S310
        try:
            with urllib.request.urlopen(asked, timeout=TIMEOUT_SECONDS) as answer:  # noqa: S310
                return str(answer.read(ANSWER_BYTES_MAX).decode("utf-8", "replace"))
        except HTTPError as error:
            with error:
                told = error.read(ANSWER_BYTES_MAX).decode("utf-8", "replace")
                other = error.code == 409 and error.headers.get("Content-Type", "") == SIZE_TYPE
            if other:
                self._last = to_number(told.strip(), what="a witness's size")
                raise OtherSizeError(self._last) from None
            raise InputError(
                f"the witness does not sign (HTTP {error.code})", where=self.key.name, mend="ask whose it is"
            ) from None
        except HTTPException:
            raise InputError(
                "the witness does not speak HTTP", where=self.key.name, mend="ask whose it is"
            ) from None
