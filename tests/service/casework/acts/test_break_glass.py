"""Two holders together let somebody sign for a few days; neither alone, and nothing else changes."""

from __future__ import annotations

from datetime import date

import pytest
from tests.service.casework.office import CRIMINAL, Office, names

from lawgate.casework.words import Role, State
from lawgate.service.casework.acts import break_glass, release, review
from lawgate.service.casework.desk import Refused
from lawgate.service.casework.registers import parties
from lawgate.stores.casework import models


def asked(office: Office, **changed) -> int | Refused:
    wanted = {"by": "counsel", "official": "clerk", "provision": CRIMINAL, "reason": "two are ill", "days": 2}
    return break_glass.ask(office.desk, **{**wanted, **changed})


def test_two_holders_let_an_official_sign_until_the_last_day(small_office: Office) -> None:
    office, case = small_office, small_office.in_review()
    digest = office.digest(case)
    assert "no_role" in names(review.sign(office.desk, case, by="clerk", digest=digest))
    number = asked(office)
    assert isinstance(number, int)
    assert "no_role" in names(review.sign(office.desk, case, by="clerk", digest=digest))
    assert isinstance(break_glass.grant(office.desk, by="privacy", asked=number), int)
    office.sign(case, "clerk")
    # The statutory test stands: one signature is still one.
    assert office.case(case).state is State.IN_REVIEW
    assert "not_now" in names(release.release(office.desk, case, by="releaser", key="k"))
    kinds = models.Entry.objects.filter(case_number=break_glass.GLASS).values_list("kind", flat=True)
    assert list(kinds) == ["break_glass", "break_glass"]
    office.sign(case, "first")
    office.clock.move(days=2)
    # Once his days are over, what he signed no longer stands at the release.
    office.enter()
    assert "signer_lost" in names(release.release(office.desk, case, by="releaser", key="k"))


def test_one_holder_alone_lets_nobody_sign(small_office: Office) -> None:
    office = small_office
    number = asked(office)
    assert isinstance(number, int)
    assert names(break_glass.grant(office.desk, by="counsel", asked=number)) == {"same_holder"}
    assert names(break_glass.grant(office.desk, by="releaser", asked=number)) == {"no_role"}
    assert names(break_glass.grant(office.desk, by="privacy", asked=number + 7)) == {"not_asked"}
    assert isinstance(break_glass.grant(office.desk, by="privacy", asked=number), int)
    assert names(break_glass.grant(office.desk, by="privacy", asked=number)) == {"granted_already"}


def test_a_request_of_yesterday_is_not_granted(small_office: Office) -> None:
    number = asked(small_office)
    assert isinstance(number, int)
    small_office.clock.move(days=1)
    assert names(break_glass.grant(small_office.desk, by="privacy", asked=number)) == {"not_asked"}


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"by": "releaser"}, "no_role"),
        ({"official": "counsel"}, "for_himself"),
        ({"reason": " "}, "no_reason"),
        ({"days": 4}, "too_long"),
        ({"days": 0}, "too_long"),
        ({"official": "agent"}, "not_an_officer"),
        ({"official": "nobody"}, "not_an_officer"),
    ],
)
def test_what_a_holder_may_not_ask_is_refused(small_office: Office, changed, reason: str) -> None:
    assert names(asked(small_office, **changed)) == {reason}


def test_two_of_one_office_do_not_open_it(small_office: Office) -> None:
    office = small_office
    parties.register_official(office.desk, "deputy", "Deputy", (Role.COUNSEL,), since=date(2026, 1, 1))
    number = asked(office)
    assert isinstance(number, int)
    assert names(break_glass.grant(office.desk, by="deputy", asked=number)) == {"same_office"}
    assert isinstance(break_glass.grant(office.desk, by="privacy", asked=number), int)
