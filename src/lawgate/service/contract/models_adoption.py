"""The file of adopted readings, and the list of officials whose signatures it bears."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from lawgate.service.contract.models import Document
from lawgate.service.contract.text import Day, Stated

Hex32 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
Hex64 = Annotated[str, Field(pattern=r"^[0-9a-f]{128}$")]
Office = Literal["counsel", "privacy_officer"]


class AdoptionJson(Document):
    """One reading adopted, or one order recorded as lifted or complied with."""

    question: Stated | None = None
    reading: Stated | None = None
    order: Stated | None = None
    status: Stated | None = None
    adopted_on: Day
    auditor_notified_on: Day
    reason: Stated


class SignatureJson(Document):
    """An Ed25519 signature over the RFC 8785 bytes of {"adoptions": [...]}, keys in hexadecimal."""

    office: Office
    key: Hex32
    signature: Hex64


class AdoptionsJson(Document):
    """What counsel and the privacy officer adopted, with their signatures."""

    adoptions: list[AdoptionJson]
    signatures: list[SignatureJson] = Field(default_factory=list)


class OfficialsJson(Document):
    """The public keys of the officials who may sign an adoption, by office."""

    counsel: list[Hex32]
    privacy_officer: list[Hex32]
