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
        return self._answer(request)


def is_proxy(address: str, named: list[str]) -> bool:
    """Whether a request came from one of the proxies that are named; what is no address is none."""
    try:
        came_from = ip_address(address)
    except ValueError:
        return False
    return any(came_from in ip_network(one) for one in named)
