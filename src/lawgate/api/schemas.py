"""What goes in and out beside the contract's own documents, as models: closed, so that what is unknown is refused."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

Told = Literal[
    "received", "returned", "blocked", "at_work", "ready", "fetched", "not_disclosed", "withdrawn", "recalled"
]
"""What an agency is told of its case, and nothing else."""
AskedFor = Literal["withdraw", "mend", "fetch", "confirm", "report_incident", "attest", "destroy"]
Admission = Literal["admitted", "returned", "blocked"]
Pointer = Annotated[
    str, Field(pattern=r"^#?(/|$)", description="A JSON pointer (RFC 6901) into what was sent.")
]


class Closed(BaseModel):
    """Each key has to be there, and no other may."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class Defect(Closed):
    """What the law demands of the request itself and is not stated: where the law says so, and how to mend it."""

    cite: str
    cite_text: str
    fix: str


class DefectAt(Defect):
    """A defect with the place in the request that it is about."""

    pointer: Pointer


class CheckedSubject(Closed):
    """What the request's own words come to for one subject."""

    ref: str
    admission: Admission
    defects: list[DefectAt]


class Checked(Closed):
    """A request judged on its own words under the law of today; no record was looked at and nothing was kept."""

    request: str
    as_of: str
    admitted: int
    subjects: list[CheckedSubject]


class Received(Closed):
    """A request that was taken in: the number of the case of each subject, in their order."""

    request: str
    cases: list[str]


class CaseRow(Closed):
    """A case in a list."""

    number: str
    request: str
    ref: str
    told: Told


class CaseTold(CaseRow):
    """A case, and what may be asked for now: each act is an address below the case."""

    defects: list[Defect]
    acts: list[AskedFor]


class Cases(Closed):
    """A page of the agency's cases, the highest number first; `next` is the cursor of the next page."""

    cases: list[CaseRow]
    next: str | None


class Notices(Closed):
    """Cases of which something else is told, in the order of that; `next` is where to go on, and is always told."""

    notices: list[CaseRow]
    next: Annotated[str, Field(pattern=r"^[0-9]{1,18}$")]
    more: bool


class Reason(Closed):
    """Why."""

    reason: Annotated[str, Field(min_length=1, max_length=10_000)]


class Words(Closed):
    """A statement in words, of a package that was never fetched; of one that was, send what its key signed."""

    statement: Annotated[str, Field(min_length=1, max_length=10_000)]


class Signature(Closed):
    """A signature of an envelope."""

    keyid: str
    sig: str


class Envelope(Closed):
    """A signed statement (DSSE), as `lawgate open` and `lawgate received` write it."""

    payload: str
    payloadType: str  # noqa: N815 - as DSSE spells it
    signatures: list[Signature]


class Token(Closed):
    """An access token (RFC 6749, section 5.1)."""

    access_token: str
    token_type: Literal["Bearer"]
    expires_in: int


class TokenRefused(Closed):
    """Why none is given (RFC 6749, section 5.2); whatever is wrong with an assertion, it is `invalid_client`."""

    error: Literal["invalid_client", "invalid_request", "unsupported_grant_type"]


class ProblemError(Closed):
    """One fault of what was sent, or one reason against an act."""

    pointer: Pointer | None = None
    parameter: str | None = None
    reason: str | None = None
    detail: str
    mend: str | None = None


class Problem(Closed):
    """What is told where something was not done (RFC 9457)."""

    type: Annotated[str, Field(pattern=r"^/api/v1/problems/[a-z-]+$")]
    title: str
    status: int
    detail: str
    errors: list[ProblemError] | None = None
