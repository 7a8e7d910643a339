"""Every address has its line in the map of access, and nobody gets past it."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import Any

import pytest
from tests.service.casework.office import Office
from tests.web.inside import all_people, client_of

from lawgate.stores import database

database.ready()

from django.urls import URLPattern, include, path, reverse  # noqa: E402

from lawgate.casework.words import Act  # noqa: E402
from lawgate.web import access, gatekeeper, urls  # noqa: E402
from lawgate.web.views import acts, agency, door  # noqa: E402

ROLES = sorted(access.EVERYONE.roles or ())
OF_A_DEMONSTRATION = {"sign-in-as", "confirm-as"}


def names() -> list[str]:
    return [str(one.name) for one in urls.urlpatterns if isinstance(one, URLPattern)]


def path_of(name: str, number: str) -> str:
    arguments: dict[str, object] = {}
    for one in urls.urlpatterns:
        if one.name == name:
            known = {"number": number, "position": 1, "index": 0, "act": "withdraw", "tree": "x", "path": "y"}
            known |= {
                "address": "us/usc/t26/s6103/i/2",
                "name": "R1",
                "place": 1,
                "which": "report",
                "agency": "us.doj",
                "search": 1,
            }
            arguments = {key: known[key] for key in one.pattern.regex.groupindex}
    return reverse(name, kwargs=arguments)


def test_the_map_names_every_address_and_no_other() -> None:
    assert len(names()) == len(set(names()))
    assert set(names()) == set(access.ACCESS) - OF_A_DEMONSTRATION


def unguarded(patterns: list[Any]) -> list[Any]:
    """Addresses that are served without a look at the map: groups of others', and views that no guard stands before."""
    guard = gatekeeper.page("", door.home, name="home").callback.__code__
    return [
        one
        for one in patterns
        if not isinstance(one, URLPattern)
        or one.name not in access.ACCESS
        or one.callback.__code__ is not guard
    ]


def test_each_address_is_guarded_and_one_that_is_added_without_a_line_is_found() -> None:
    assert unguarded(urls.urlpatterns) == []
    added = [
        path("forgotten", door.home, name="forgotten"),
        path("past", door.home, name="home"),
        path("others/", include([path("x", door.home, name="x")])),
    ]
    assert unguarded([*urls.urlpatterns, *added]) == added


def test_an_address_without_a_line_is_not_served_at_all() -> None:
    with pytest.raises(KeyError):
        gatekeeper.page("forgotten", door.home, name="forgotten")


def test_a_page_opens_to_its_roles_and_to_nobody_else(inside: Office) -> None:
    number, people = inside.received(), all_people(inside)
    asked = 0
    for name in names():
        place, allowed = path_of(name, number), access.ACCESS[name].roles
        for role in (*people, None):
            answer = client_of(people[role] if role else None).get(place)
            asked += 1
            if allowed is None or role in allowed:
                assert answer.status_code in LET_IN.get(name, {200, 400, 404, 405}), (name, role)
            elif role:
                assert answer.status_code == 403, (name, role)
            else:
                assert (answer.status_code, answer.headers["Location"][:9]) == (302, "/sign-in?"), name
    assert people.keys() == set(ROLES)
    assert asked == len(names()) * (len(people) + 1) > 300


LET_IN = {"language": {302}, "provider": {404}, "agency-mend": {409}}
"""Not every page is there at any time: the case of this test was not returned."""


def test_the_acts_of_officials_and_of_agencies_are_those_of_the_table() -> None:
    by_the_service = {"return", "deliver", "fail_delivery", "receive", "view"}
    assert set(acts.ACTS) | set(agency.ASKED) == {one.value for one in Act} - by_the_service


@pytest.mark.parametrize(
    "code",
    [
        "import lawgate.web.views.demonstration",
        "from django.urls import reverse; reverse('sign-in-as')",
        "from django.urls import reverse; reverse('confirm-as')",
    ],
)
def test_sign_in_without_a_proof_of_identity_does_not_exist_in_production(code: str) -> None:
    ready = "from lawgate.stores.database import ready; ready(); "
    environment = {name: value for name, value in os.environ.items() if not name.startswith("LAWGATE_")}

    def ended(**more: str) -> int:
        command = [sys.executable, "-c", ready + code]
        return subprocess.run(command, env=environment | more, capture_output=True, check=False).returncode

    assert ended() == 1
    assert ended(LAWGATE_DEMONSTRATION="true") == 0
