"""The first version of the API: its sign-in, its own description, and what is answered where something goes wrong."""

from __future__ import annotations

from typing import Any, Final

from django.http import HttpRequest, HttpResponse, JsonResponse
from ninja import NinjaAPI, Status
from ninja.errors import AuthenticationError, ValidationError

from lawgate.api.asking import (
    AccessToken,
    BodyError,
    MediaTypeError,
    TooOftenError,
    count,
    place_of,
)
from lawgate.api.cases import CASES
from lawgate.api.problems import KINDS, document_of, problem, unreadable
from lawgate.api.schemas import Problem, Token, TokenRefused
from lawgate.errors import UnknownCaseError
from lawgate.service.api.document import context_bytes, document_bytes
from lawgate.service.api.faults import fault_of
from lawgate.service.api.tokens import give_token
from lawgate.service.casework.deployment.deployed import desk
from lawgate.service.paces import By

ASSERTION_TYPE: Final = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
FORM: Final = "application/x-www-form-urlencoded"
FIELDS: Final = frozenset({"grant_type", "client_assertion_type", "client_assertion", "client_id", "scope"})
_FORM: Final = {
    "type": "object",
    "properties": {
        "grant_type": {"const": "client_credentials"},
        "client_assertion_type": {"const": ASSERTION_TYPE},
        "client_assertion": {
            "type": "string",
            "minLength": 1,
            "description": "A JWT signed by a registered key (RFC 7523).",
        },
        "client_id": {"type": "string"},
        "scope": {"type": "string", "description": "Not read: a token is for the API."},
    },
    "required": ["grant_type", "client_assertion_type", "client_assertion"],
    "additionalProperties": False,
}

API = NinjaAPI(
    title="Lawgate for agencies",
    version="1",
    description="Requests for tax information under 26 U.S.C. 6103: checked, sent, followed, fetched, answered for.",
    openapi_url=None,
    docs_url=None,
    auth=AccessToken(),
    urls_namespace="api",
)
API.add_router("", CASES)


@API.post(
    "token",
    auth=None,
    response={200: Token, 400: TokenRefused, 401: TokenRefused, 413: Problem, 429: Problem},
    operation_id="token",
    summary="Get an access token",
    openapi_extra={"requestBody": {"required": True, "content": {FORM: {"schema": _FORM}}}},
)
def token(request: HttpRequest) -> Any:
    """OAuth 2 client credentials by `private_key_jwt`: `iss` and `sub` the program, `aud` this address, a new `jti`."""
    count(request, By.ADDRESS, request.came_from)
    form = request.POST
    if (
        request.content_type != FORM
        or form.keys() - FIELDS
        or any(len(said) != 1 for _, said in form.lists())
    ):
        return Status(400, {"error": "invalid_request"})
    if form.get("grant_type") != "client_credentials":
        return Status(
            400, {"error": "unsupported_grant_type" if form.get("grant_type") else "invalid_request"}
        )
    if form.get("client_assertion_type") != ASSERTION_TYPE or not form.get("client_assertion"):
        return Status(400, {"error": "invalid_request"})
    given = give_token(desk(), form["client_assertion"], client=form.get("client_id"), at=place_of(request))
    return given or Status(401, {"error": "invalid_client"})


@API.get("openapi.json", auth=None, include_in_schema=False)
def document(request: HttpRequest) -> HttpResponse:
    """The document of this API, the same bytes as `lawgate schema api`."""
    return _kept(HttpResponse(document_bytes(), content_type="application/json"))


@API.get("context.jsonld", auth=None, include_in_schema=False)
def context(request: HttpRequest) -> HttpResponse:
    """Which fields of a request mean what a term of NIEM does."""
    return _kept(HttpResponse(context_bytes(), content_type="application/ld+json"))


@API.get("problems/{slug:name}", auth=None, include_in_schema=False)
def kind(request: HttpRequest, name: str) -> HttpResponse:
    """What a kind of problem is, at its own address."""
    return _kept(JsonResponse(document_of(name))) if name in KINDS else problem("not-here")


def _kept(answer: HttpResponse) -> HttpResponse:
    """What is the same for everybody may be kept for an hour."""
    answer["Cache-Control"] = "public, max-age=3600"
    return answer


@API.exception_handler(AuthenticationError)
def _unauthorized(request: HttpRequest, error: Any) -> HttpResponse:
    """Whoever has no token that counts is counted by his address."""
    try:
        count(request, By.ADDRESS, request.came_from)
    except TooOftenError:
        return problem("too-often")
    return problem("unauthorized")


@API.exception_handler(TooOftenError)
def _too_often(request: HttpRequest, error: Any) -> HttpResponse:
    return problem("too-often")


@API.exception_handler(ValidationError)
def _parameters(request: HttpRequest, error: Any) -> HttpResponse:
    return problem(
        "parameters", ({"parameter": str(one["loc"][-1]), "detail": one["msg"]} for one in error.errors)
    )


@API.exception_handler(MediaTypeError)
def _media_type(request: HttpRequest, error: Any) -> HttpResponse:
    return problem("media-type")


@API.exception_handler(UnknownCaseError)
def _not_here(request: HttpRequest, error: Any) -> HttpResponse:
    return problem("not-here")


@API.exception_handler(BodyError)
def _unreadable(request: HttpRequest, error: Any) -> HttpResponse:
    return unreadable([fault_of(error, b"")])


@API.exception_handler(Exception)
def _raised(request: HttpRequest, error: Any) -> HttpResponse:
    """The door tells it, and nothing of it."""
    raise error
