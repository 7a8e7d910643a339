"""Who may do what in which state: every cell of the one table, asked of the server through HTTP."""

from __future__ import annotations

import time
from collections import Counter
from io import BytesIO

import pytest
from django.db import transaction
from tests.service.casework.office import Office, done
from tests.web.inside import all_people, client_of, receipted

from lawgate.casework.outside import check_asked, told_outside
from lawgate.casework.words import Act, Role, State
from lawgate.linkage.review import Answer
from lawgate.service.casework.acts import decision, delivery, intake, review
from lawgate.service.casework.acts.release import check_now
from lawgate.service.casework.desk import check, person
from lawgate.service.casework.seen.door import answer_on
from lawgate.web.views import acts, agency


def _resolving(office: Office) -> str:
    case = office.received(name="name-twice-on-file")
    done(intake.admit(office.desk, case, by="clerk"))
    done(decision.ask_reviewers(office.desk, case, by="preparer"))
    return case


def _returned(office: Office) -> str:
    case = office.received(name="placeholder-address")
    done(intake.admit(office.desk, case, by="clerk"))
    return case


def _blocked(office: Office) -> str:
    case = office.received()
    done(intake.block(office.desk, case, by="counsel", orders=["O4"]))
    return case


def _admitted(office: Office) -> str:
    case = office.received()
    done(intake.admit(office.desk, case, by="clerk"))
    return case


def _after(office: Office, act: str) -> str:
    case = receipted(office)
    match act:
        case "close":
            done(delivery.close(office.desk, case, by="releaser"))
        case "recall":
            done(delivery.recall(office.desk, case, by="privacy", reason="r"))
        case _:
            done(delivery.report_incident(office.desk, case, by="privacy", reason="r"))
    return case


def _withheld(office: Office) -> str:
    case = office.determined()
    done(review.withhold(office.desk, case, by="first", reason="r"))
    return case


def _withdrawn(office: Office) -> str:
    case = office.received()
    done(intake.withdraw(office.desk, case, by="agent"))
    return case


MADE = {
    State.RECEIVED: lambda office: office.received(),
    State.RETURNED: _returned,
    State.ADMITTED: _admitted,
    State.RESOLVING: _resolving,
    State.DETERMINED: lambda office: office.determined(),
    State.IN_REVIEW: lambda office: office.in_review(),
    State.APPROVED: lambda office: office.approved(),
    State.RELEASED: lambda office: office.released(),
    State.DELIVERED: lambda office: office.delivered(),
    State.RECEIPTED: receipted,
    State.CLOSED: lambda office: _after(office, "close"),
    State.WITHHELD: _withheld,
    State.WITHDRAWN: _withdrawn,
    State.BLOCKED: _blocked,
    State.RECALLED: lambda office: _after(office, "recall"),
    State.INCIDENT: lambda office: _after(office, "incident"),
}


def test_there_is_a_case_in_every_state() -> None:
    assert set(MADE) == set(State)


@pytest.mark.parametrize("state", list(State))
def test_the_server_does_what_the_table_says(inside: Office, state: State) -> None:
    case = MADE[state](inside)
    assert inside.case(case).state is state
    people, tally = all_people(inside), Counter[bool]()
    for role, who in people.items():
        plain = client_of(who)
        for act in acts.ACTS:
            client = client_of(who, confirmed=int(time.time())) if act in acts.SIGNATURES else plain
            allowed = role != Role.AGENCY_OFFICER and _is_allowed(inside, case, Act(act), who)
            with transaction.atomic():
                answer = client.post(f"/cases/{case}/do/{act}", _form(inside, case))
                transaction.set_rollback(True)
            assert (answer.status_code == 302) is allowed, (state, role, act, answer.status_code)
            assert answer.status_code in {302, 403, 409}, (state, role, act)
            tally[allowed] += 1
        for act in agency.ASKED:
            allowed = role == Role.AGENCY_OFFICER and _may_be_asked(inside, case, Act(act), who)
            with transaction.atomic():
                answer = plain.post(f"/agency/cases/{case}/do/{act}", _form(inside, case))
                transaction.set_rollback(True)
            assert (answer.status_code in {200, 302}) is allowed, (state, role, act, answer.status_code)
            assert answer.status_code < 500
            tally[allowed] += 1
        mends = role == Role.AGENCY_OFFICER and _may_be_asked(inside, case, Act.MEND, who)
        assert (plain.get(f"/agency/cases/{case}/mend").status_code == 200) is mends, (state, role)
    assert inside.case(case).state is state
    assert tally[False] > 100


def _is_allowed(office: Office, case: str, act: Act, who: str) -> bool:
    standing = office.case(case)
    if check(standing, act, person(office.desk, who)):
        return False
    return act is not Act.RELEASE or not check_now(office.desk, standing)


def _may_be_asked(office: Office, case: str, act: Act, who: str) -> bool:
    standing = office.case(case)
    told = told_outside(
        standing.state,
        released=standing.release is not None,
        answer_on=answer_on(office.desk, standing),
        day=office.desk.now().date(),
    )
    return not check_asked(told, act) and not check(standing, act, person(office.desk, who))


def _form(office: Office, case: str) -> dict[str, object]:
    """What any act could be sent with."""
    file = BytesIO(office.request(office.case(case).request))
    file.name = "file.json"
    proposal = office.case(case).proposal
    return {
        "reason": "a reason", "statement": "a statement", "orders": "O4", "agrees": "yes", "key": "k" * 32,
        "digest": proposal.digest if proposal else "", "finding:/us/usc/t26/s6103/i/6": "no",
        "office": "delegated_official", "pair": "a" * 64, "answer": Answer.NO_MATCH.value, "file": file,
    }  # fmt: skip
