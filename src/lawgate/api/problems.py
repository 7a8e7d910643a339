"""What is told where something was not done (RFC 9457): a stable kind, one sentence, a pointer for each fault."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.http import HttpResponse

from lawgate.service.api.faults import Fault
from lawgate.service.casework.desk import Refused
from lawgate.service.paces import Allowance

MEDIA_TYPE: Final = "application/problem+json"
PLACE: Final = "/api/v1/problems/"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of problem, by its name: the status, what it is, and what to do."""

    status: int
    title: str
    mend: str


KINDS: Final[Mapping[str, Kind]] = {
    "parameters": Kind(400, "A header, or a part of the address, is not as it has to be", "See `errors`."),
    "not-addressed": Kind(400, "This is no request to this service", "Use the address that you were given."),
    "not-signed": Kind(
        400,
        "The signature over this message does not hold, or there is none",
        "Sign method, address and body by a registered key (RFC 9421), and send it within five minutes.",
    ),
    "unauthorized": Kind(401, "No access token that counts here", "Get a new one at /api/v1/token."),
    "not-yours": Kind(403, "This is not for this program", "Ask for your own agency; see `errors`."),
    "not-here": Kind(404, "There is nothing here for you", "Check the address and the number."),
    "method": Kind(405, "This address does not take this method", "See the header Allow."),
    "refused": Kind(409, "This was not done", "See `errors`; nothing has changed."),
    "too-large": Kind(413, "The body is too large", "Send the persons in several requests."),
    "media-type": Kind(415, "The body is of another kind", "Send it in the kind that openapi.json states."),
    "unreadable": Kind(
        422, "The body cannot be read", "Each of `errors` has a pointer to its place and its mend."
    ),
    "key-reused": Kind(
        422, "The key was used for something else", "Draw a new Idempotency-Key for each thing."
    ),
    "too-often": Kind(
        429,
        "More was asked within a minute than is answered",
        "Wait so many seconds as Retry-After says; nothing was done.",
    ),
    "fault": Kind(500, "A fault of ours", "Nothing was done. Try again with the same Idempotency-Key."),
    "unconfirmed": Kind(
        503,
        "It was not confirmed in time that this is kept, so it may stand or not",
        "Try again with the same Idempotency-Key: it is done once.",
    ),
}
"""Each stands at its own address below `PLACE`, which is its type."""

HIDDEN: Final = frozenset({"no_such_case", "other_agency", "no_role", "not_active"})
"""Why somebody sees no case: all of it looks as if there were none."""


def problem(name: str, errors: Iterable[Mapping[str, Any]] = ()) -> HttpResponse:
    """A problem by the name of its kind; `errors` are told beside."""
    kind, told = KINDS[name], list(errors)
    document: dict[str, Any] = {
        "type": PLACE + name, "title": kind.title, "status": kind.status, "detail": kind.mend,
    }  # fmt: skip
    if told:
        document["errors"] = told
    answer = HttpResponse(json.dumps(document).encode(), content_type=MEDIA_TYPE, status=kind.status)
    if kind.status == KINDS["unauthorized"].status:
        answer["WWW-Authenticate"] = 'Bearer error="invalid_token"'
    return answer


def with_pace(answer: HttpResponse, asked: Allowance) -> HttpResponse:
    """The answer with what is left (draft-ietf-httpapi-ratelimit-headers-10), and after how long where nothing is."""
    name = f'"{asked.pace.name}"'
    answer["RateLimit-Policy"] = f"{name};q={asked.pace.most};w={asked.pace.span_seconds}"
    answer["RateLimit"] = f"{name};r={asked.left};t={asked.whole_seconds}"
    if not asked.is_let:
        answer["Retry-After"] = str(asked.whole_seconds)
    return answer


def unreadable(faults: Iterable[Fault]) -> HttpResponse:
    """A body with faults: each with its place, as a JSON pointer, and its mend."""
    return problem(
        "unreadable", ({"pointer": f"#{one.pointer}", "detail": one.what, "mend": one.mend} for one in faults)
    )


def refused(outcome: Refused, *, hidden: str = "not-here") -> HttpResponse:
    """An act that did not happen, by the stable names of the reasons."""
    if outcome.names & HIDDEN:
        return problem(hidden)
    if "not_signed" in outcome.names:
        return problem("not-signed")
    if "key_reused" in outcome.names:
        return problem("key-reused")
    return problem("refused", ({"reason": one.name, "detail": one.says} for one in outcome.reasons))


def document_of(name: str) -> dict[str, Any]:
    """What is told of a kind at its own address; KeyError for one that is none."""
    kind = KINDS[name]
    return {"type": PLACE + name, "title": kind.title, "status": kind.status, "detail": kind.mend}
