"""Who is looking: the person of a session, held to the limits of one."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Final

from django.contrib.sessions.backends.base import CreateError
from django.http import HttpRequest, HttpResponseBase
from django.middleware.csrf import rotate_token
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from lawgate.service.people import person_of
from lawgate.web.access import RECORDS

Answer = Callable[[HttpRequest], HttpResponseBase]

IDLE_SECONDS_MAX: Final = 15 * 60
SESSION_SECONDS_MAX: Final = 8 * 60 * 60
SEEN_SECONDS: Final = 60
"""How finely it is noted when somebody was last there: not each page writes."""
CONFIRMED_SECONDS_MAX: Final = 5 * 60
"""So long after somebody said again who he is he may sign, once."""


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody who looks at a page; `id` is None while nobody is signed in."""

    id: str | None = None
    name: str = ""
    roles: frozenset[str] = frozenset()
    agency: str | None = None

    @property
    def is_signed_in(self) -> bool:
        """Whether it is known who it is."""
        return self.id is not None

    @property
    def roles_listed(self) -> list[str]:
        """The roles in their order."""
        return sorted(self.roles)

    @property
    def sees_records(self) -> bool:
        """Whether the pages with values of the records are for him."""
        return RECORDS.lets(self.roles)

    @property
    def is_auditor(self) -> bool:
        """Whether it is the inspector general."""
        return "auditor" in self.roles


NOBODY: Final = Visitor()


class Visitors:
    """Puts the visitor on each request; a session that was idle or is too old is ended."""

    def __init__(self, answer: Answer) -> None:
        self._answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        request.visitor = visitor_of(request)
        return self._answer(request)


def visitor_of(request: HttpRequest) -> Visitor:
    """The person of the session, as he is known now: a role taken away is gone at the next page."""
    session = request.session
    known = session.get("person")
    if known is None:
        return NOBODY
    now = int(time.time())
    if now - session["seen"] > IDLE_SECONDS_MAX or now - session["since"] > SESSION_SECONDS_MAX:
        session.flush()
        return NOBODY
    person = person_of(known)
    if person is None or not person["active"]:
        session.flush()
        return NOBODY
    if now - session["seen"] >= SEEN_SECONDS:
        session["seen"] = now
    return Visitor(person["id"], person["name"], frozenset(person["roles"]), person["agency"])


def begin(request: HttpRequest, person: str) -> None:
    """Begin the session of a person under a new key, and forms under a new mark: nobody else knew them beforehand."""
    request.session.flush()
    rotate_token(request)
    now = int(time.time())
    request.session.update({"person": person, "since": now, "seen": now})


def end(request: HttpRequest) -> None:
    """End the session and forget all of it."""
    request.session.flush()


def end_everywhere(request: HttpRequest) -> None:
    """End every session of the person who asks, at whichever browser."""
    store = type(request.session)
    for row in store.get_model_class().objects.all().iterator():
        if store().decode(row.session_data).get("person") == request.visitor.id:
            store(row.session_key).delete()
    end(request)


def confirmed_at(request: HttpRequest, moment: float, evidence: Mapping[str, str] | None = None) -> None:
    """Note that the person has said again who he is; `evidence` is the identity provider's word for it."""
    request.session["confirmed"], request.session["evidence"] = moment, dict(evidence or {})


def is_confirmed(request: HttpRequest) -> bool:
    """Whether the person has said again who he is, since his last signature and not too long ago."""
    return bool(time.time() - request.session.get("confirmed", 0) <= CONFIRMED_SECONDS_MAX)


def spend_confirmation(request: HttpRequest) -> bool:
    """Whether he has, for one signature: the next one needs another, also one that is sent at the same time."""
    confirmed = is_confirmed(request)
    moment = request.session.pop("confirmed", None)
    evidence = request.session.pop("evidence", {})
    confirmed = confirmed and _is_first(request, f"{request.session.session_key} {moment}")
    request.evidence = evidence if confirmed else {}
    return confirmed


def _is_first(request: HttpRequest, confirmation: str) -> bool:
    """Whether it was not spent yet: who is first writes a row that only one can write."""
    spent = type(request.session)(sha256(confirmation.encode()).hexdigest()[:40])
    try:
        spent.save(must_create=True)
    except CreateError:
        return False
    return True


def safe_next(request: HttpRequest) -> str:
    """Where to go on: a page of ours that the browser named, or the first one."""
    asked = request.POST.get("next") or request.GET.get("next") or ""
    ours = asked.startswith("/") and url_has_allowed_host_and_scheme(
        asked, allowed_hosts=None, require_https=request.is_secure()
    )
    return asked if ours else reverse("home")
