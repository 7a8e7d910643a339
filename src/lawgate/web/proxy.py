"""What a proxy says of the browser is believed of the proxies that the deployment names, and of nobody else."""

from __future__ import annotations

from collections.abc import Callable
from ipaddress import ip_address, ip_network
from typing import Final

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase

Answer = Callable[[HttpRequest], HttpResponseBase]

SAID: Final = (
    "HTTP_X_FORWARDED_PROTO", "HTTP_X_FORWARDED_HOST", "HTTP_X_FORWARDED_PORT", "HTTP_X_FORWARDED_FOR",
    "HTTP_FORWARDED",
)  # fmt: skip
"""What a proxy says; from anybody else it is taken away before it is read."""


class Proxy:
    """The first that sees each request."""

    def __init__(self, answer: Answer) -> None:
        self._answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if not is_proxy(request.META.get("REMOTE_ADDR", ""), settings.LAWGATE_PROXY):
            for name in (*SAID, settings.LAWGATE_CLIENT_CERTIFICATE):
                request.META.pop(name, None)
        request.came_from = came_from(request)
        return self._answer(request)


def came_from(request: HttpRequest) -> str:
    """The address of whoever asks: before a proxy that is named the last that it and other such proxies tell.

    Where a proxy tells none, all that it hands on come from one address, its own.
    """
    asked_by = str(request.META.get("REMOTE_ADDR", ""))
    for told in reversed(request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")):
        if not is_proxy(asked_by, settings.LAWGATE_PROXY) or not _is_address(told.strip()):
            break
        asked_by = told.strip()
    return asked_by


def _is_address(text: str) -> bool:
    try:
        ip_address(text)
    except ValueError:
        return False
    return True


def is_proxy(address: str, named: list[str]) -> bool:
    """Whether a request came from one of the proxies that are named; what is no address is none."""
    try:
        came_from = ip_address(address)
    except ValueError:
        return False
    return any(came_from in ip_network(one) for one in named)
