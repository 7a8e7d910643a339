"""Agreements of the register: two officials enter and end them, and cases of those with whom they are follow them."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from tests.service.casework.office import Office, done, names

from lawgate.casework.proposal import Proposal
from lawgate.casework.words import Role
from lawgate.cite import Cite
from lawgate.ledger.entry import Kind
from lawgate.service.casework.acts import decision, intake
from lawgate.service.casework.acts.release import check_now
from lawgate.service.casework.registers import agreements, parties
from lawgate.stores.casework import models

MEMORANDUM = {
    "title": "Memorandum of 7 April 2025", "party": "us.dhs", "provision": "26 USC 6103(i)(2)",
    "signed_on": "2025-04-07", "encoded": "mou_2025",
}  # fmt: skip
OF_A_STATE = {
    "title": "Agreement with a State", "party": "state.example", "provision": "26 USC 6103(d)(1)",
    "signed_on": "2024-06-01",
}  # fmt: skip


def entered(office: Office, **wanted: str) -> int:
    number = agreements.propose_agreement(office.desk, by="counsel", **wanted)
    assert isinstance(number, int), number
    assert isinstance(agreements.confirm_agreement(office.desk, by="privacy", proposed=number), int)
    return number


def case_of_dhs(office: Office, number: str) -> str:
    """A request that is complete by the law alone, and lacks the day of a final order that the memorandum demands."""
    document: dict[str, Any] = json.loads(office.request(number))
    document["requester"] |= {
        "agency": "us.dhs", "signatory": {"name": "Sample Head", "office": "agency_head"},
    }  # fmt: skip
    document["items"] = ["third_party.w2.wages"]
    document["recipients"][0]["agency"] = "us.dhs"
    case = office.received_from(json.dumps(document).encode(), by="otis").number
    done(intake.admit(office.desk, case, by="clerk"))
    return case


def determined(office: Office, case: str) -> dict[str, Any]:
    for cite, answer in (("i/2/B/iv", True), ("i/6", False), ("p/4", True)):
        at = Cite.parse(f"/us/usc/t26/s6103/{cite}")
        made = decision.find(
            office.desk, case, by="third", cite=at, answer=answer, office="delegated_official"
        )
        done(made)
    done(decision.determine(office.desk, case, by="preparer"))
    made_of = models.Proposal.objects.filter(case=case).order_by("number").last()
    assert made_of is not None
    return dict(made_of.document)


def leaving(document: dict[str, Any]) -> int:
    return sum(row["disposition"] == "disclose" for row in document["subject"]["items"])


@pytest.fixture
def with_dhs(office: Office) -> Office:
    parties.register_official(
        office.desk, "otis", "Otis", (Role.AGENCY_OFFICER,), since=date(2026, 1, 1), agency="us.dhs"
    )
    return office


def test_a_case_is_decided_under_the_agreement_with_its_agency_once_two_entered_it(with_dhs: Office) -> None:
    office = with_dhs
    case = case_of_dhs(office, "REQ-1")
    without = determined(office, case)
    assert leaving(without) > 0
    assert without["law"]["agreement"] is None
    number = agreements.propose_agreement(office.desk, by="counsel", **MEMORANDUM)
    assert isinstance(number, int)
    assert leaving(determined(office, case)) == leaving(without), "what is only proposed is not followed"
    assert isinstance(agreements.confirm_agreement(office.desk, by="privacy", proposed=number), int)
    under = determined(office, case)
    assert (leaving(under), under["law"]["agreement"]) == (0, "mou_2025")
    laws = models.Entry.objects.filter(kind=Kind.LAW_CHANGED.value, case_number="LAW.mou_2025")
    assert laws.count() == 1, "the law under the agreement is entered before it is applied"
    assert office.determined("REQ-2"), "another agency's case is not narrowed by it"
    assert leaving(dict(models.Proposal.objects.get(case__request="REQ-2").document)) > 0


def test_it_ends_once_two_end_it(with_dhs: Office) -> None:
    office = with_dhs
    number, case = entered(office, **MEMORANDUM), case_of_dhs(office, "REQ-1")
    assert leaving(determined(office, case)) == 0
    end = agreements.propose_end(office.desk, by="counsel", number=number, reason="terminated by letter")
    assert isinstance(end, int)
    assert leaving(determined(office, case)) == 0
    assert "no_role" in names(agreements.confirm_agreement(office.desk, by="counsel", proposed=end))
    assert isinstance(agreements.confirm_agreement(office.desk, by="privacy", proposed=end), int)
    assert leaving(determined(office, case)) > 0
    again = agreements.propose_end(office.desk, by="counsel", number=number, reason="r")
    assert names(again) == {"ended_already"}


def test_under_a_paragraph_that_rests_on_an_agreement_nothing_leaves_without_one(
    small_office: Office,
) -> None:
    office = small_office
    case, state = office.case(office.approved()), Cite.parse("26 USC 6103(d)(1)")
    assert "no_agreement" not in {one.name for one in check_now(office.desk, case)}
    assert case.proposal is not None
    of_state = replace(case, agency="state.example.revenue", proposal=_under(case.proposal, state))

    def against() -> set[str]:
        return {one.name for one in check_now(office.desk, of_state)}

    assert "no_agreement" in against()
    entered(office, **(OF_A_STATE | {"party": "state.other"}))
    assert "no_agreement" in against(), "another State's agreement opens nothing"
    entered(office, **(OF_A_STATE | {"last_day": "2026-03-12"}))
    assert "no_agreement" not in against()
    office.clock.move(days=3)
    assert "no_agreement" in against(), "its last day is over"


def _under(proposal: Proposal, pathway: Cite) -> Proposal:
    return replace(proposal, lines=tuple(replace(one, pathway=pathway) for one in proposal.lines))


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"title": ""}, "not_stated"),
        ({"party": " "}, "no_agency"),
        ({"signed_on": "2026-03-11"}, "not_signed"),
        ({"last_day": "2026-03-09"}, "over"),
        ({"provision": "26 USC 7213"}, "no_paragraph"),
        ({"encoded": "handshake"}, "no_such_agreement"),
        ({"party": "us.doj"}, "another_agreement"),
    ],
)
def test_what_is_no_agreement_is_refused(small_office: Office, changed: dict[str, str], reason: str) -> None:
    outcome = agreements.propose_agreement(small_office.desk, by="counsel", **{**MEMORANDUM, **changed})
    assert reason in names(outcome)
    assert isinstance(agreements.propose_agreement(small_office.desk, by="counsel", **MEMORANDUM), int)


def test_what_was_not_proposed_is_not_confirmed_and_nothing_is_confirmed_twice(small_office: Office) -> None:
    desk, number = small_office.desk, entered(small_office, **MEMORANDUM)
    assert names(agreements.confirm_agreement(desk, by="privacy", proposed=99)) == {"not_proposed"}
    assert names(agreements.confirm_agreement(desk, by="privacy", proposed=number)) == {"confirmed_already"}
    assert names(agreements.propose_end(desk, by="counsel", number=99, reason="r")) == {"not_entered"}
    shown = agreements.agreements_document(desk, by="auditor")["agreements"]
    assert [(one["stage"], one["encoded"]) for one in shown] == [("followed", "mou_2025")]
