"""The certificate of whoever connects, as a proxy hands it on: known by its digest alone (RFC 8705, section 3.1)."""

from __future__ import annotations

from base64 import b64decode, urlsafe_b64encode
from hashlib import sha256
from typing import Final
from urllib.parse import unquote

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

HEADER_SIGNS_MAX: Final = 16_384


def digest_of_certificate(header: str) -> str | None:
    """The x5t#S256 of a certificate in the form of RFC 9440, or as PEM in percent signs; None for anything else.

    That it is good was for the proxy to find out, before it let anybody in.
    """
    text = header.strip()
    if not text or len(text) > HEADER_SIGNS_MAX:
        return None
    try:
        if text.startswith(":") and text.endswith(":"):
            found = x509.load_der_x509_certificate(b64decode(text[1:-1], validate=True))
        else:
            found = x509.load_pem_x509_certificate(unquote(text).encode())
    except ValueError:
        return None
    return urlsafe_b64encode(sha256(found.public_bytes(Encoding.DER)).digest()).rstrip(b"=").decode()
