"""Who somebody is: sign-in with the agency's identity provider, asked again before each signature."""

from __future__ import annotations

import re
import secrets
import time
from functools import cache
from hashlib import sha256
from typing import Any, Final
from urllib.parse import urlencode

from authlib.integrations.base_client import OAuthError
from authlib.integrations.django_client import OAuth
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from joserfc.errors import JoseError
from requests import RequestException

from lawgate.service.people import everyone, person_of
from lawgate.web.visitor import begin, confirmed_at, safe_next

CLOCKS_APART_SECONDS_MAX: Final = 5
"""A person is asked again: what the provider calls his last sign-in has to be after we asked, by either clock."""
TIMEOUT_SECONDS: Final = 10
DRAWN_BYTES: Final = 16
_DIGEST: Final = re.compile("[0-9a-f]{64}")


def sign_in(request: HttpRequest) -> HttpResponse:
    """The ways to sign in that this deployment has."""
    people = everyone() if settings.LAWGATE_DEMONSTRATION else []
    return render(
        request,
        "lawgate/sign_in.html",
        {"people": people, "provider": bool(settings.LAWGATE_OIDC["issuer"]), "next": safe_next(request)},
    )


def confirm(request: HttpRequest) -> HttpResponse:
    """Before a signature: say again who you are."""
    asked = urlencode({"again": "yes", "next": safe_next(request), "about": _about(request)})
    return render(
        request,
        "lawgate/confirm.html",
        {"next": safe_next(request), "provider": f"{reverse('provider')}?{asked}"},
    )


def provider(request: HttpRequest) -> HttpResponse:
    """On to the identity provider, which is told to ask for the person and not to trust an older session."""
    again, drawn, about = request.GET.get("again") == "yes", secrets.token_hex(DRAWN_BYTES), _about(request)
    request.session["on_return"] = {
        "next": safe_next(request),
        "again": again,
        "drawn": drawn,
        "about": about,
        "at": time.time(),
    }
    asked: dict[str, Any] = {"prompt": "login", "max_age": 0} if again else {}
    asked["nonce"] = nonce_of(drawn, about)
    answer = _client().authorize_redirect(request, request.build_absolute_uri(reverse("returned")), **asked)
    return HttpResponseRedirect(answer.url)


def returned(request: HttpRequest) -> HttpResponse:
    """Back from the identity provider: its token is checked, and the person has to be one of ours."""
    on_return = request.session.pop("on_return", None)
    if on_return is None:
        raise Http404
    try:
        token = _client().authorize_access_token(request)
        claims = token.get("userinfo") or {}
    except (OAuthError, JoseError, RequestException, KeyError, ValueError):
        return render(request, "lawgate/refused.html", status=403)
    login = claims.get("sub")
    person = person_of(login) if isinstance(login, str) else None
    if person is None or not person["active"]:
        return render(request, "lawgate/refused.html", status=403)
    if on_return["again"]:
        if request.visitor.id != login or not _was_asked_again(claims.get("auth_time"), on_return["at"]):
            return render(request, "lawgate/refused.html", status=403)
        evidence = {"token": token["id_token"], "drawn": on_return["drawn"], "digest": on_return["about"]}
        confirmed_at(request, time.time(), evidence)
    else:
        begin(request, person["id"])
    return HttpResponseRedirect(on_return["next"])


def _was_asked_again(auth_time: Any, since: float) -> bool:
    """Whether the provider asked for the person after we sent him there, and not in a time to come."""
    if isinstance(auth_time, bool) or not isinstance(auth_time, (int, float)):
        return False
    return since - CLOCKS_APART_SECONDS_MAX <= auth_time <= time.time() + CLOCKS_APART_SECONDS_MAX


def nonce_of(drawn: str, about: str) -> str:
    """The nonce of a sign-in (OpenID Connect Core, section 3.1.2.1): it commits to what will be signed.

    `drawn` are random bytes and `about` the digest of a proposal, both in hexadecimal; the provider signs the nonce.
    """
    return sha256(f"{drawn}\n{about}".encode()).hexdigest()


def _about(request: HttpRequest) -> str:
    """The digest that is going to be signed; empty where the page named none."""
    about = request.GET.get("about", "")
    return about if _DIGEST.fullmatch(about) else ""


@cache
def _client() -> Any:
    told = settings.LAWGATE_OIDC
    if not told["issuer"]:
        raise Http404
    return OAuth().register(
        "provider",
        client_id=told["client"],
        client_secret=told["secret"],
        server_metadata_url=f"{told['issuer'].rstrip('/')}/.well-known/openid-configuration",
        client_kwargs={
            "scope": "openid",
            "code_challenge_method": "S256",
            "default_timeout": TIMEOUT_SECONDS,
        },
    )
