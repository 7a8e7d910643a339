"""What a program sends, read into values: who it is, under which key it asks, and the bytes of its body."""

from __future__ import annotations

from typing import Any, Final

from django.conf import settings
from django.http import HttpRequest
from ninja import Header
from ninja.security import HttpBearer

from lawgate.errors import InputError
from lawgate.service.api.certificates import digest_of_certificate
from lawgate.service.api.messages import PARTS, check_signed, message_of
from lawgate.service.api.once import Asked
from lawgate.service.api.tokens import Place, program_of
from lawgate.service.casework.acts.intake import Evidence
from lawgate.service.casework.deployment.deployed import desk
from lawgate.service.casework.desk import Refused
from lawgate.service.paces import By, ask
from lawgate.service.table_sent import with_table

ISSUER: Final = "/api/v1"
JSON: Final = "application/json"


class AccessToken(HttpBearer):
    """A token of `/api/v1/token`, which says which program asks."""

    openapi_bearerFormat = "JWT"  # noqa: N815 - as OpenAPI spells it
    openapi_description = (
        "A token of /api/v1/token; where certificates are asked for, bound to the one shown there."
    )

    def authenticate(self, request: HttpRequest, token: str) -> str | None:
        """The program's name in the register; None where the token does not count, TooOftenError where it asks so."""
        program = program_of(desk(), token, at=place_of(request))
        if program is not None:
            count(request, By.PROGRAM, program)
        return program


class TooOftenError(Exception):
    """More was asked within a minute than is answered."""


def count(request: HttpRequest, by: By, who: str) -> None:
    """Count that it is asked once more; the door tells what is left. TooOftenError where nothing was."""
    request.allowance = ask(desk(), by, who)
    if not request.allowance.is_let:
        raise TooOftenError


class MediaTypeError(InputError):
    """A body of another kind than is read here."""


class BodyError(InputError):
    """A body of parts that cannot be put together; no other fault is told to whoever asks as one of his body."""


def key() -> Any:
    """The header under which a write is done once."""
    return Header(
        ...,
        alias="Idempotency-Key",
        pattern=r"^[!-~]{8,200}$",
        description="Drawn by the program for each thing that it does; the same key with the same words is answered "
        "as it was, for a day.",
    )


def place_of(request: HttpRequest) -> Place:
    """Where the program knocked, and the certificate that a proxy of ours saw."""
    header = settings.LAWGATE_CLIENT_CERTIFICATE
    certificate = digest_of_certificate(request.META.get(header, "")) if header else None
    return Place(request.build_absolute_uri(ISSUER), certificate, bound=bool(header))


def asked(request: HttpRequest, key: str, body: bytes = b"") -> Asked:
    """What is done once under this key."""
    return Asked(program(request), key, f"{request.method} {request.path_info}", body)


def program(request: HttpRequest) -> str:
    """The program that asks."""
    return str(request.auth)


def signed_of(request: HttpRequest) -> Evidence | Refused | None:
    """What shows that the program signed this message; None where it says nothing of the kind and need not."""
    url = request.build_absolute_uri()
    message = message_of(str(request.method), url, request.headers.items(), bytes(request.body))
    if not message.is_signed and not settings.LAWGATE_SIGNED_MESSAGES:
        return None
    return check_signed(desk(), message, by=program(request))


def body_of(request: HttpRequest) -> bytes:
    """The JSON that was sent, letter for letter. MediaTypeError for a body of another kind."""
    if request.content_type != JSON:
        raise MediaTypeError("another kind of body", mend=f"send {JSON}")
    return bytes(request.body)


def without_body(request: HttpRequest) -> bytes:
    """Nothing, where nothing is read; BodyError for a body that would be passed over."""
    if request.body:
        raise BodyError("a body where none is read", mend="send none")
    return b""


def request_of(request: HttpRequest) -> bytes:
    """The request that was sent; with the persons of a table, where one was sent beside it as a second part."""
    if request.content_type != PARTS:
        return body_of(request)
    _ = request.body  # held as it came, for whoever signed it, before its parts are read
    parts = {name: request.FILES.get(name) for name in ("request", "table")}
    if parts["request"] is None or request.FILES.keys() - parts.keys() or request.POST:
        raise BodyError("not the two parts `request` and `table`", mend="send both as files")
    try:
        return with_table(parts["request"].read(), parts["table"].read() if parts["table"] else None)
    except InputError as error:
        raise BodyError(error.what, where=error.where, mend=error.mend) from None
