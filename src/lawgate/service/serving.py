"""The process that answers browsers."""

from __future__ import annotations

import socket
from ipaddress import ip_address

from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from lawgate.errors import InputError
from lawgate.settings import DEPLOYMENT
from lawgate.stores import database

THREADS = 4
BACKLOG = 256


def serve(address: str, port: int, *, workers: int = 1) -> None:
    """Answer until the process is told to end; InputError for settings under which nothing may be served."""
    check_served(address, workers)
    database.demand_kept()
    check_free(address, port)
    Granian(
        "lawgate.web.wsgi:application",
        address=address,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=THREADS,
        backlog=BACKLOG,
        log_level=LogLevels.warning,
    ).serve()


def check_served(address: str, workers: int) -> None:
    """Refuse a demonstration that others could reach, and a deployment that could not keep its sessions."""
    if DEPLOYMENT.demonstration and not _is_loopback(address):
        raise InputError(
            "a demonstration is served on this machine alone",
            where="--address",
            mend="use 127.0.0.1, or leave LAWGATE_DEMONSTRATION out",
        )
    if not DEPLOYMENT.demonstration and "secret_key" not in DEPLOYMENT.model_fields_set:
        raise InputError(
            "no key to sign sessions with is told",
            where="LAWGATE_SECRET_KEY",
            mend="set it, or lawgate_secret_key in the folder LAWGATE_SECRETS, to 50 signs drawn at random",
        )
    if not DEPLOYMENT.demonstration and not DEPLOYMENT.oidc_issuer:
        raise InputError(
            "nobody could sign in",
            where="LAWGATE_OIDC_ISSUER",
            mend="name the identity provider, with LAWGATE_OIDC_CLIENT and LAWGATE_OIDC_SECRET",
        )
    if not DEPLOYMENT.demonstration and not DEPLOYMENT.proxy:
        raise InputError(
            "no proxy that ends TLS is named, and pages are not sent in the clear",
            where="LAWGATE_PROXY",
            mend="name its address, such as 127.0.0.1",
        )
    if DEPLOYMENT.demonstration and workers > 1:
        raise InputError("a demonstration has one worker", where="--workers", mend="leave it out")


def check_free(address: str, port: int) -> None:
    """Refuse an address that cannot be listened on, in place of a fault in the midst of the start."""
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    with socket.socket(family) as tried:
        tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            tried.bind((address, port))
        except OSError as fault:
            raise InputError(
                f"{address} port {port} cannot be listened on: {fault.strerror}",
                where="--port",
                mend="choose another port, or end what listens there",
            ) from fault


def _is_loopback(address: str) -> bool:
    try:
        return ip_address(address).is_loopback
    except ValueError:
        return address == "localhost"
