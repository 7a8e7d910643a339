"""A program's requests and cases: sent, looked at, mended, withdrawn, fetched, answered for afterwards."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any, Final

from django.http import HttpRequest, HttpResponse
from ninja import Path, Query, Router, Status
from pydantic import BaseModel, Field

from lawgate.api.asking import asked, body_of, key, program, request_of, signed_of, without_body
from lawgate.api.problems import problem, refused, unreadable
from lawgate.api.schemas import Cases, CaseTold, Checked, Envelope, Notices, Problem, Reason, Received, Words
from lawgate.errors import InputError, ProblemsError, UnknownCaseError
from lawgate.service.api.checked import checked_document
from lawgate.service.api.faults import document_faults, fault_of, request_faults
from lawgate.service.api.notices import notices_after
from lawgate.service.api.once import once, once_given
from lawgate.service.casework.deployment.deployed import desk
from lawgate.service.casework.desk import Desk, Refused
from lawgate.service.casework.seen import door

CASES = Router()
NUMBER: Final = "cases/{slug:number}"
CASES_MAX: Final = 200
PACKAGE: Final = "application/octet-stream"

CaseNumber = Path[Annotated[str, Field(pattern=r"^[-A-Za-z0-9_]+$", max_length=64)]]
Document = dict[str, Any]


def _refusals(*statuses: int) -> dict[int, type[BaseModel]]:
    """By status; a program may be told of each operation that it asks too often."""
    return dict.fromkeys((*statuses, 429), Problem)


def _body(*models: type[BaseModel]) -> Document:
    """How a body that is kept letter for letter stands in the document."""
    named = [{"$ref": f"#/components/schemas/{model.__name__}"} for model in models]
    schema = named[0] if len(named) == 1 else {"anyOf": named}
    return {"requestBody": {"required": True, "content": {"application/json": {"schema": schema}}}}


def _request_body() -> Document:
    """The same for a request, whose subjects stand in it; or in a table that is sent beside it as a second part."""
    file = {"type": "string", "contentMediaType": "application/octet-stream"}
    whole = {"$ref": "#/components/schemas/RequestJson"}
    parts = {
        "type": "object",
        "properties": {"request": file, "table": file},
        "required": ["request"],
        "additionalProperties": False,
    }
    content = {
        "application/json": {"schema": {"allOf": [whole, {"properties": {"subjects": {"type": "array"}}}]}},
        "multipart/form-data": {"schema": parts},
    }
    return {"requestBody": {"required": True, "content": content}}


@CASES.post(
    "checks",
    response={200: Checked} | _refusals(400, 401, 413, 415, 422),
    operation_id="check",
    summary="Judge a request on its own words; nothing is kept and no record is looked at",
    openapi_extra=_request_body(),
)
def check(request: HttpRequest) -> Any:
    """Every defect at once, each with its pointer and its mend."""
    body = request_of(request)
    return _read(body, lambda: checked_document(body))


@CASES.post(
    "requests",
    response={201: Received} | _refusals(400, 401, 403, 409, 413, 415, 422),
    operation_id="send",
    summary="Send a request in; each of its subjects becomes a case",
    openapi_extra=_request_body(),
)
def send(request: HttpRequest, idempotency_key: str = key()) -> Any:
    """The same document as `lawgate schema request`; up to 500 subjects, in it or in a table beside it."""
    body, by = request_of(request), program(request)
    signed = signed_of(request)
    if isinstance(signed, Refused):
        return refused(signed)

    def do() -> Document | Refused:
        sent = door.send(desk(), body, by=by, signed=signed)
        return sent if isinstance(sent, Refused) else {"request": sent["request"], "cases": sent["numbers"]}

    outcome = _read(body, lambda: once(desk(), asked(request, idempotency_key, body), do))
    if isinstance(outcome, Refused):
        return refused(outcome, hidden="not-yours")
    return outcome if isinstance(outcome, HttpResponse) else Status(201, outcome)


@CASES.get(
    "cases",
    response={200: Cases} | _refusals(400, 401),
    operation_id="cases",
    summary="The cases of the program's own agency",
)
def cases(
    request: HttpRequest,
    cursor: str = Query(
        "", max_length=64, pattern=r"^[A-Za-z0-9_-]*$", description="`next` of the page before."
    ),
    limit: int = Query(50, ge=1, le=CASES_MAX),
) -> Any:
    """The highest number first; what comes in meanwhile moves nothing."""
    return _unknown(request, "cursor", "limit") or door.cases_after(
        desk(), by=program(request), after=cursor, count=limit
    )


@CASES.get(
    "notices",
    response={200: Notices} | _refusals(400, 401),
    operation_id="notices",
    summary="What changed: the cases of the program's own agency of which something else is told",
)
def notices(
    request: HttpRequest,
    after: str = Query(
        "",
        max_length=18,
        pattern=r"^[0-9]*$",
        description="`next` of the answer before; without it, everything.",
    ),
    limit: int = Query(50, ge=1, le=CASES_MAX),
) -> Any:
    """Each case once, with what is told of it by now. What changes is found within a minute."""
    found = _unknown(request, "after", "limit") or notices_after(
        desk(), by=program(request), after=after, count=limit
    )
    return found or problem("parameters", [{"parameter": "after", "detail": "this was never told as `next`"}])


def _unknown(request: HttpRequest, *known: str) -> HttpResponse | None:
    """A problem where something is asked that is not known here, or twice."""
    if any(name not in known or len(said) > 1 for name, said in request.GET.lists()):
        return problem("parameters", [{"parameter": "", "detail": "no such parameter, or twice"}])
    return None


@CASES.get(
    NUMBER,
    response={200: CaseTold} | _refusals(400, 401, 404),
    operation_id="case",
    summary="A case: what is told of it, its defects where it was returned, and what may be asked for",
)
def case(request: HttpRequest, number: CaseNumber) -> Any:
    """Until the answer is due, and whatever it will be, a case that was admitted is `at_work`."""
    found = _told(desk(), number, by=program(request))
    return refused(found) if isinstance(found, Refused) else found


@CASES.post(
    f"{NUMBER}/mend",
    response={200: CaseTold} | _refusals(400, 401, 404, 409, 413, 415, 422),
    operation_id="mend",
    summary="Send the mended words of a request that was returned",
    openapi_extra=_request_body(),
)
def mend(request: HttpRequest, number: CaseNumber, idempotency_key: str = key()) -> Any:
    """The whole request again, under its own id and with the subject's own ref."""
    body = request_of(request)
    signed = signed_of(request)
    if isinstance(signed, Refused):
        return refused(signed)
    return _done(
        request, number, idempotency_key, body, lambda **who: door.mend(body=body, signed=signed, **who)
    )


@CASES.post(
    f"{NUMBER}/withdraw",
    response={200: CaseTold} | _refusals(400, 401, 404, 409, 413, 422),
    operation_id="withdraw",
    summary="Take a request back",
)
def withdraw(request: HttpRequest, number: CaseNumber, idempotency_key: str = key()) -> Any:
    """Before it is admitted."""
    return _done(request, number, idempotency_key, without_body(request), door.withdraw)


@CASES.post(
    f"{NUMBER}/fetch",
    response={200: None} | _refusals(400, 401, 404, 409, 413, 422),
    operation_id="fetch",
    summary="Fetch the sealed package, once",
    openapi_extra={
        "responses": {
            200: {"content": {PACKAGE: {"schema": {"type": "string", "contentEncoding": "binary"}}}}
        }
    },
)
def fetch(request: HttpRequest, number: CaseNumber, idempotency_key: str = key()) -> Any:
    """The same key brings the same bytes again while the case is ready, for a line that was cut; no other key does."""
    who = {"by": program(request)}
    given = once_given(
        desk(),
        asked(request, idempotency_key, without_body(request)),
        lambda: door.fetch(desk(), number, **who),
        lambda: door.fetch_again(desk(), number, **who),
    )
    return refused(given) if isinstance(given, Refused) else HttpResponse(given, content_type=PACKAGE)


@CASES.post(
    f"{NUMBER}/confirm",
    response={200: CaseTold} | _refusals(400, 401, 404, 409, 413, 415, 422),
    operation_id="confirm",
    summary="Return the receipt that `lawgate open` signed",
    openapi_extra=_body(Envelope),
)
def confirm(request: HttpRequest, number: CaseNumber, idempotency_key: str = key()) -> Any:
    """Refused unless the key that the package was sealed to signed it, of this package."""
    body = body_of(request)
    return _read_as(Envelope, body) or _done(
        request, number, idempotency_key, body, lambda **who: door.confirm(receipt=body, **who)
    )


@CASES.post(
    f"{NUMBER}/attest",
    response={200: CaseTold} | _refusals(400, 401, 404, 409, 413, 415, 422),
    operation_id="attest",
    summary="State that a recalled package is set apart",
    openapi_extra=_body(Envelope, Words),
)
def attest(request: HttpRequest, number: CaseNumber, idempotency_key: str = key()) -> Any:
    """Signed by `lawgate received quarantined`; in words where it was never fetched."""
    return _stated(request, number, idempotency_key, door.attest)


@CASES.post(
    f"{NUMBER}/destroy",
    response={200: CaseTold} | _refusals(400, 401, 404, 409, 413, 415, 422),
    operation_id="destroy",
    summary="Certify that what was received is destroyed",
    openapi_extra=_body(Envelope, Words),
)
def destroy(request: HttpRequest, number: CaseNumber, idempotency_key: str = key()) -> Any:
    """Signed by `lawgate received destroyed`; in words where it was never fetched."""
    return _stated(request, number, idempotency_key, door.certify_destruction)


@CASES.post(
    f"{NUMBER}/report_incident",
    response={200: CaseTold} | _refusals(400, 401, 404, 409, 413, 415, 422),
    operation_id="report_incident",
    summary="Report that something went where it should not",
    openapi_extra=_body(Reason),
)
def report_incident(request: HttpRequest, number: CaseNumber, idempotency_key: str = key()) -> Any:
    """The reason stands in the history of the case for ever; write no value of the package into it."""
    body = body_of(request)
    said = _read_as(Reason, body)
    if said is not None:
        return said
    reason = Reason.model_validate_json(body).reason
    return _done(request, number, idempotency_key, body, lambda **who: door.report(reason=reason, **who))


def _stated(request: HttpRequest, number: str, key: str, do: Callable[..., Any]) -> Any:
    """What is stated of a package, under its key or in words."""
    body = body_of(request)
    in_words = not document_faults(body, Words)
    if not in_words and (told := _read_as(Envelope, body)):
        return told
    said = Words.model_validate_json(body).statement if in_words else ""
    signed = b"" if in_words else body
    return _done(request, number, key, body, lambda **who: do(signed=signed, said=said, **who))


def _done(request: HttpRequest, number: str, key: str, body: bytes, do: Callable[..., Any]) -> Any:
    """Do it once, and tell how the case stands then."""
    by = program(request)

    def act() -> Document | Refused:
        outcome = do(desk=desk(), number=number, by=by)
        return outcome if isinstance(outcome, Refused) else _told(desk(), number, by=by)

    outcome = _read(body, lambda: once(desk(), asked(request, key, body), act))
    return refused(outcome) if isinstance(outcome, Refused) else outcome


def _told(at: Desk, number: str, *, by: str) -> Document | Refused:
    found = door.own_case_document(at, number, by=by)
    if isinstance(found, Refused):
        return found
    return {name: found[name] for name in CaseTold.model_fields}


def _read_as(model: type[BaseModel], body: bytes) -> HttpResponse | None:
    """A problem with every fault of a body's form; None where it has none."""
    faults = document_faults(body, model)
    return unreadable(faults) if faults else None


def _read(body: bytes, do: Callable[[], Any]) -> Any:
    """What comes of a request's bytes, or a problem with every fault of theirs."""
    try:
        return do()
    except ProblemsError as error:
        return unreadable(fault_of(one, body) for one in error.problems)
    except UnknownCaseError:
        return problem("not-here")
    except InputError as error:
        return unreadable(request_faults(body) or [fault_of(error, body)])
