"""The pages asked within the test's own process: a browser without a screen, signed in as whoever is needed."""

from __future__ import annotations

import time
from datetime import date
from typing import Any

from django.test import Client
from tests.service.casework.office import Office, done

from lawgate.casework.words import Role


def client_of(person: str | None, **session: Any) -> Client:
    """A browser with the session of a person; nobody's without one."""
    client = Client(HTTP_HOST="localhost", **{"wsgi.url_scheme": "https"})
    if person is not None:
        now = int(time.time())
        held = client.session
        held.update({"person": person, "since": now, "seen": now, **session})
        held.save()
        client.cookies[_cookie()]["secure"] = True
    return client


def _cookie() -> str:
    from django.conf import settings  # noqa: PLC0415 - Django is ready by now

    return str(settings.SESSION_COOKIE_NAME)


def all_people(office: Office) -> dict[str, str]:
    """One person of each role, by role; those who work on no case are registered here."""
    from lawgate.service.casework.registers.parties import register_official  # noqa: PLC0415
    from lawgate.service.people import everyone  # noqa: PLC0415

    for login, role in (("admin", Role.ADMINISTRATOR), ("T0000001", Role.DATA_SUBJECT)):
        register_official(office.desk, login, login, (role,), since=date(2026, 1, 1))
    found: dict[str, str] = {}
    for one in everyone():
        for role in one["roles"]:
            found.setdefault(role, one["id"])
    assert found.keys() == set(Role) - {Role.SERVICE}
    return found


def receipted(office: Office) -> str:
    """A case whose package the agency fetched and signed for."""
    from lawgate.service.casework.acts import delivery  # noqa: PLC0415 - Django is ready by now

    case = office.delivered()
    assert isinstance(delivery.fetch(office.desk, case, by="agent"), bytes)
    done(delivery.confirm(office.desk, case, by="agent", receipt=b"{}"))
    return case
