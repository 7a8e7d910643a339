"""What changes between the approval and the hand-over is asked for again until the package has left."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.service.casework.office import SECTION, Office, done, names

from lawgate.casework.case import Case
from lawgate.casework.words import Role, State
from lawgate.law.addresses import S6103
from lawgate.law.corpus import Corpus
from lawgate.law.order import Act as Forbids
from lawgate.law.order import Restraint
from lawgate.service.casework.acts import break_glass, delivery, look, release
from lawgate.service.casework.desk import Desk, Refused
from lawgate.service.casework.registers import parties, safeguards
from lawgate.stores.casework.read import agencies_of

SINCE, UNTIL = date(2026, 1, 1), date(2027, 1, 1)


def released(office: Office, case: str) -> object:
    return release.release(office.desk, case, by="releaser", key="k")


def ordered(desk: Desk, day: date) -> Corpus:
    corpus = _LAW(desk, day)
    pattern = next(one for one in corpus.orders if one.id == "O5")
    restraint = Restraint(Forbids.BLOCK, (S6103 / "i/2",), ("us.doj",))
    return replace(corpus, orders=(*corpus.orders, replace(pattern, id="OX", restraints=(restraint,))))


_LAW = look.law_of


def test_an_order_that_is_entered_while_a_case_is_decided_keeps_it(
    small_office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    office, case = small_office, small_office.approved()
    decide = look.decide_case
    with monkeypatch.context() as meanwhile:

        def decided_before(desk: Desk, held: Case) -> look.Decided:
            decided = decide(desk, held)
            meanwhile.setattr(look, "law_of", ordered)
            return decided

        meanwhile.setattr(release, "decide_case", decided_before)
        assert names(released(office, case)) == {"changed"}
    office.enter()
    assert isinstance(released(office, case), Case)


def test_what_has_not_left_stays_where_safeguards_satisfy_no_longer(small_office: Office) -> None:
    office, waiting, ready = small_office, small_office.released("REQ-1"), small_office.delivered("REQ-2")
    for agency in ("us.doj.fbi", "us.doj"):
        assert isinstance(
            safeguards.end_safeguards(office.desk, by="counsel", agency=agency, reason="a breach"), int
        )
        office.enter()
        assert names(delivery.deliver(office.desk, waiting)) == {"safeguards"}
        assert names(delivery.fetch(office.desk, ready, by="agent")) == {"safeguards"}
        parties.register_agency(
            office.desk, agency, safeguards_satisfy=True, reviewed_on=SINCE, valid_until=UNTIL, key="key"
        )
        if agency == "us.doj":
            parties.register_agency(
                office.desk,
                "us.doj.fbi",
                safeguards_satisfy=True,
                reviewed_on=SINCE,
                valid_until=UNTIL,
                key="key",
            )
    office.enter()
    assert done(delivery.deliver(office.desk, waiting)).state is State.DELIVERED
    assert isinstance(delivery.fetch(office.desk, ready, by="agent"), bytes)


def test_where_the_safeguards_of_a_whole_agency_end_those_of_its_parts_end(small_office: Office) -> None:
    office, case = small_office, small_office.approved()
    parties.register_agency(
        office.desk, "us.dhs", safeguards_satisfy=True, reviewed_on=SINCE, valid_until=UNTIL, key=""
    )
    safeguards.end_safeguards(office.desk, by="privacy", agency="us.dhs", reason="a breach")
    safeguards.end_safeguards(office.desk, by="privacy", agency="us.doj", reason="a breach")
    whole, part = agencies_of(("us.doj", "us.doj.fbi"))
    today = office.clock().date()
    assert not whole.satisfies(today)
    assert not part.satisfies(today)
    for agency in ("us.doj", "us.doj.fbi"):  # each is reviewed by itself
        proposed = safeguards.propose_safeguards(
            office.desk,
            by="counsel",
            agency=agency,
            reviewed_on="2026-03-09",
            valid_until="2026-12-31",
            basis="x",
        )
        assert isinstance(proposed, int)
        assert isinstance(safeguards.confirm_safeguards(office.desk, by="privacy", proposed=proposed), int)
    office.enter()
    assert isinstance(released(office, case), Case)


def test_the_auditor_is_let_sign_nothing(small_office: Office) -> None:
    office = small_office

    def ask(official: str) -> int | Refused:
        return break_glass.ask(
            office.desk, by="counsel", official=official, provision=SECTION, reason="ill", days=1
        )

    assert names(ask("auditor")) == {"not_an_officer"}
    parties.register_official(office.desk, "auditor", "Auditor", (Role.PREPARER,), since=SINCE)
    assert names(ask("auditor")) == {"not_an_officer"}
    assert isinstance(ask("clerk"), int)


def test_the_second_look_is_taken_also_at_what_was_recalled(small_office: Office) -> None:
    office, case = small_office, small_office.released_in_emergency()
    done(delivery.recall(office.desk, case, by="privacy", reason="the wrong unit"))
    assert names(delivery.close(office.desk, case, by="privacy")) == {"review_open"}
    looked = delivery.review_after(office.desk, case, by="second", agrees=True, reason="there was a danger")
    assert done(looked).state is State.RECALLED
    assert done(delivery.close(office.desk, case, by="privacy")).state is State.CLOSED
