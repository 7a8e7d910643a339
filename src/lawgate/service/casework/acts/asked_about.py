"""A limit on how often one agency asks about one person: whoever asks again and again, a word changed, probes.

A person is known here by what a request says of him, before any record is looked at: by his name and by his number,
under a keyed digest. So neither the count nor the refusal tells anything of what is on file.
"""

from __future__ import annotations

import hmac
from collections.abc import Iterable
from datetime import timedelta
from hashlib import sha256
from typing import Final

from lawgate.casework.words import Reason, Reasons
from lawgate.decide.request import Subject
from lawgate.linkage.names import fold
from lawgate.linkage.person import PersonNamed
from lawgate.service.casework.desk import Desk
from lawgate.stores.casework import asked_about as rows

_KEY: Final = b"asked about"
_ROOT_PARTS: Final = 2
"""The parts of one department ask as one: `us.doj.fbi` as `us.doj`."""


def check_asked_often(desk: Desk, agency: str, subjects: Iterable[Subject]) -> Reasons:
    """Why an agency may not ask about these now; nothing where it may. Officials may take it in themselves."""
    since = desk.now() - timedelta(days=desk.limits.resubmission_days)
    persons = {mark for one in subjects for mark in _marks(desk, one.named)}
    if rows.most_often(_root(agency), persons, since) < desk.limits.resubmissions_max:
        return ()
    return (
        Reason(
            "asked_too_often",
            "a person is asked about at most {most} times within {days} days; "
            "send it to the disclosure office on paper",
            {"most": desk.limits.resubmissions_max, "days": desk.limits.resubmission_days},
        ),
    )


def note_asked(desk: Desk, agency: str, subjects: Iterable[Subject]) -> None:
    """Count that an agency asks about these."""
    persons = {mark for one in subjects for mark in _marks(desk, one.named)}
    rows.put(_root(agency), persons, desk.now())


def forget_asked(desk: Desk) -> int:
    """Remove what no longer counts; how many rows."""
    return rows.forget(desk.now() - timedelta(days=desk.limits.resubmission_days))


def _marks(desk: Desk, named: PersonNamed) -> set[str]:
    """The digests by which a person is counted: of the name, and of the number, where they are stated."""
    name = fold(" ".join(filter(None, (named.given, named.surname, named.entity))))
    number = "".join(sign for sign in named.tin or "" if sign.isdigit())
    key = hmac.digest(desk.secret, _KEY, sha256)
    stated = [("name", name), ("number", number)]
    return {hmac.new(key, f"{kind}|{said}".encode(), sha256).hexdigest() for kind, said in stated if said}


def _root(agency: str) -> str:
    return ".".join(agency.split(".")[:_ROOT_PARTS])
