"""Each asks so often and no more: a program by its name, a person by his, and by his address who is not known yet.

It is counted before anything is looked at, so that it tells nothing of what would have been found.
"""

from __future__ import annotations

import hmac
from datetime import datetime
from enum import StrEnum
from hashlib import sha256
from ipaddress import IPv6Address, ip_address, ip_network
from typing import Final

from lawgate.casework.pace import SECOND, Allowance, Pace
from lawgate.casework.pace import ask as ask_once
from lawgate.service.casework.desk import Desk
from lawgate.settings import DEPLOYMENT
from lawgate.stores.casework import paces as rows
from lawgate.stores.log import say

__all__ = ["Allowance", "By", "ask", "forget_asking"]  # a door that asks is given the allowance

NETWORK_BITS: Final = 64
"""Whoever has one address of IPv6 has that many bits of others."""
TRIES_MAX: Final = 20
_PURPOSE: Final = b"lawgate: who asks how often"


class By(StrEnum):
    """By what it is known who asks."""

    PROGRAM = "program"
    PERSON = "person"
    ADDRESS = "address"


def ask(desk: Desk, by: By, who: str) -> Allowance:
    """Ask once more. What is kept of `who` is a digest under the deployment's secret, and nothing of it is logged."""
    now, digest, pace = _micros(desk.now()), _digest(by, who), _pace(desk, by)
    for _ in range(TRIES_MAX):
        before = rows.whole_at(digest)
        asked = ask_once(pace, whole_at=before, now=now)
        if not asked.is_let:
            break
        if rows.put(digest, before=before, after=asked.whole_at):
            return asked
    else:  # so many at once under one name are too many
        asked = Allowance(pace, False, 0, 1, now)
    say("refused", act=f"ask_by_{by.value}", reasons=["too_often"])
    return asked


def forget_asking(desk: Desk) -> int:
    """Remove what no longer counts; how many rows."""
    return rows.forget(before=_micros(desk.now()))


def _pace(desk: Desk, by: By) -> Pace:
    match by:
        case By.PROGRAM:
            return Pace(by.value, desk.limits.program_asks_max)
        case By.PERSON:
            return Pace(by.value, desk.limits.person_sends_max)
        case By.ADDRESS:
            return Pace(by.value, desk.limits.address_asks_max)


def _digest(by: By, who: str) -> str:
    secret = DEPLOYMENT.secret_key.get_secret_value().encode()
    named = _network(who) if by is By.ADDRESS else who
    return hmac.digest(secret, _PURPOSE + f"\n{by.value}\n{named}".encode(), sha256).hex()


def _network(address: str) -> str:
    """The network of an address of IPv6, since its owner draws as many as he likes; every other one as it is."""
    try:
        found = ip_address(address)
    except ValueError:
        return address
    if not isinstance(found, IPv6Address):
        return str(found)
    if found.ipv4_mapped is not None:
        return str(found.ipv4_mapped)
    return str(ip_network((int(found), NETWORK_BITS), strict=False))


def _micros(moment: datetime) -> int:
    return int(moment.timestamp() * SECOND)
