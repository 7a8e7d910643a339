"""Who writes into the database past the service lacks the accounting secret: what he puts there opens nothing.

Each attempt goes as far as the guards of the database let it, with an entry as good as can be made without the secret.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from datetime import date

import pytest
from tests.service.casework.attacks import Scene, insert, sql, undone
from tests.service.casework.office import SECTION, START, Office, done, names

from lawgate.casework.case import Case
from lawgate.casework.registers import Register
from lawgate.casework.words import State
from lawgate.cite import Cite
from lawgate.errors import InputError, LedgerStoppedError
from lawgate.ledger.entry import Entry, Kind
from lawgate.ledger.fields import Secrets, commitments, field_root
from lawgate.ledger.views import salted
from lawgate.service.casework.acts import break_glass, decision, delivery, intake, look, release, review
from lawgate.service.casework.registers import safeguards
from lawgate.service.casework.seen import overview
from lawgate.stores.casework import models

SINCE = date(2026, 1, 1)
GUESSED = Secrets(b"guessed" * 8, b"guessed" * 8)
Attack = Callable[[Scene], str]


def forged(
    office: Office, name: str, kind: Kind, act: str, *, by: str, after: str = "", **said: object
) -> models.Entry:
    """The next entry under a name, in everything as the service writes it but for the secret."""
    number = models.Entry.objects.filter(case_number=name).count() + 1
    fields = salted({"officer": by, **said}, GUESSED, case=name, sequence=number)
    leaves, at = commitments(fields), office.clock()
    entry = Entry(kind, name, number, at.date(), "0" * 64, (), len(leaves), field_root(leaves))
    insert(
        "entry", case_number=name, sequence=number, kind=kind.value, act=act, state_before="", state_after=after,
        actor=by, day=at.date(), happened_at=at, encoded=entry.encoded, commitments=b"".join(leaves),
        account=json.dumps({one.name: one.value for one in fields}),
    )  # fmt: skip
    return models.Entry.objects.get(case_number=name, sequence=number)


def signed(scene: Scene, case: str, signer: str) -> None:
    """The second approval of a case, and the case approved."""
    office, proposal = scene.office, scene.proposal(case)
    said = {"approvals": [signer, proposal.digest]}
    entry = forged(office, case, Kind.APPROVED, "sign", by=signer, after="approved", **said)
    insert("approval", proposal_id=proposal.pk, slot=2, signer_id=signer, prepared_by_id="preparer",
           digest=proposal.digest, signed_at=entry.happened_at, entry_id=entry.pk)  # fmt: skip
    sql("UPDATE casework_case SET state = 'approved', sequence = %s WHERE number = %s", entry.sequence, case)


def planted(scene: Scene, login: str, role: str, *, agency: str = "") -> None:
    """An official in the tables, with an entry that says what one would say."""
    said = {
        "official": login,
        "roles": [role],
        "since": "2026-01-01",
        "agency": agency,
        "authority": [str(SECTION)],
    }
    forged(
        scene.office,
        Register.OFFICIALS,
        Kind.REGISTER_CHANGED,
        "register_official",
        by="service",
        reason=said,
    )
    insert("official", login=login, name="Nobody", agency=agency, active=True)
    insert("assignment", official_id=login, role=role, provision=str(SECTION), begins_on=SINCE)


def reviewed(scene: Scene, case: str) -> str:
    office = scene.office
    done(decision.determine(office.desk, case, by="preparer"))
    done(decision.submit(office.desk, case, by="preparer"))
    for official in ("first", "second"):
        office.sign(case, official)
    return case


def signed_by_one_who_was_planted(scene: Scene) -> str:
    planted(scene, "nobody", "reviewer")
    signed(scene, scene.open, "nobody")
    return scene.open


def signed_in_the_name_of_another(scene: Scene) -> str:
    signed(scene, scene.open, "second")
    return scene.open


def released_by_one_who_was_planted(scene: Scene) -> str:
    insert("assignment", official_id="third", role="releaser", provision="", begins_on=SINCE)
    return scene.approved


def sealed_to_a_planted_key(scene: Scene) -> str:
    sql("UPDATE casework_agency SET key = 'mine' WHERE name = 'us.doj'")
    return scene.office.approved("REQ-KEY")


def sealed_to_a_key_with_an_entry(scene: Scene) -> str:
    said = {"agency": "us.doj", "key": "0" * 64}
    forged(scene.office, Register.AGENCIES, Kind.REGISTER_CHANGED, "register_key", by="service", reason=said)
    return sealed_to_a_planted_key(scene)


def received_with_planted_safeguards(scene: Scene) -> str:
    safeguards.end_safeguards(scene.office.desk, by="counsel", agency="us.doj.fbi", reason="a breach")
    sql("UPDATE casework_agency SET safeguards_satisfy = %s, valid_until = '2027-01-01'", True)
    return scene.approved


def found_by_nobody(scene: Scene) -> str:
    office, cite = scene.office, "/us/usc/t26/s6103/i/6"
    case = office.determined("REQ-FOUND")
    entry = forged(
        office, case, Kind.FINDING_MADE, "find", by="third", after="determined", reason=[cite, "no"], items=[]
    )
    insert("finding", case_id=case, cite=cite, answer=False, office="delegated_official", official_id="third",
           found_on=SINCE, note="", entry_id=entry.pk)  # fmt: skip
    sql("UPDATE casework_case SET sequence = %s WHERE number = %s", entry.sequence, case)
    return reviewed(scene, case)


def found_by_one_who_was_planted(scene: Scene) -> str:
    planted(scene, "nobody", "reviewer")
    case = scene.office.determined("REQ-FINDER")
    at = Cite.parse("/us/usc/t26/s6103/i/6")
    done(
        decision.find(
            scene.office.desk, case, by="nobody", cite=at, answer=False, office="delegated_official"
        )
    )
    return reviewed(scene, case)


def asked_by_one_who_was_planted(scene: Scene) -> str:
    planted(scene, "nobody", "agency_officer", agency="us.doj")
    office = scene.office
    case = office.received_from(office.request("REQ-ASKED"), by="nobody").number
    done(intake.admit(office.desk, case, by="clerk"))
    for cite, answer in (("i/2/B/iv", True), ("i/6", False), ("p/4", True)):
        at = Cite.parse(f"/us/usc/t26/s6103/{cite}")
        done(
            decision.find(office.desk, case, by="third", cite=at, answer=answer, office="delegated_official")
        )
    return reviewed(scene, case)


def read_by_a_planted_adoption(scene: Scene) -> str:
    office, now = scene.office, scene.office.clock.at
    said = {"question": "Q14", "reading": "R2", "order": "", "status": "", "reason": "x", "not_before": ""}
    office.clock.move(days=-5)
    for act, who, words in (
        ("propose_reading", "counsel", said), ("adopt_reading", "privacy", {"proposed": 1}),
    ):  # fmt: skip
        forged(office, Register.READINGS, Kind.READING_ADOPTED, act, by=who, reason=words)
    office.clock.at = now
    assert look.law_of(office.desk, now.date()).readings["Q14"] == "R2"
    return office.approved("REQ-READ")


def asked_in_other_words(scene: Scene) -> str:
    office = scene.office
    body = office.request("REQ-2", reasons="other words")
    digest = hashlib.sha256(body).hexdigest()
    insert("submission", agency="us.doj", request="REQ-2", version=2, digest=digest, body=body,
           received_at=office.clock())  # fmt: skip
    last = models.Submission.objects.get(digest=digest).pk
    done(review.send_back(office.desk, scene.approved, by="first", reason="once more"))
    sql("UPDATE casework_case SET submission_id = %s WHERE number = %s", last, scene.approved)
    return reviewed(scene, scene.approved)


def dockets_looked_at_by_nobody(scene: Scene) -> str:
    scene.office.clock.move(days=8)
    entry = forged(scene.office, Register.DOCKETS, Kind.DOCKETS_CHECKED, "check_dockets", by="counsel")
    insert("docketcheck", checked_on=entry.day, official_id="counsel", entry_id=entry.pk)
    return scene.approved


ATTACKS: list[Attack] = [
    signed_by_one_who_was_planted, signed_in_the_name_of_another, released_by_one_who_was_planted,
    sealed_to_a_planted_key, sealed_to_a_key_with_an_entry, received_with_planted_safeguards, found_by_nobody,
    found_by_one_who_was_planted, asked_by_one_who_was_planted, read_by_a_planted_adoption, asked_in_other_words,
    dockets_looked_at_by_nobody,
]  # fmt: skip


def outcome_of(scene: Scene, attack: Attack) -> object:
    """What comes of the release of the case that an attempt prepares; everything is undone."""
    office, at = scene.office, scene.office.clock.at
    try:
        with undone():
            case = attack(scene)
            by = "third" if attack is released_by_one_who_was_planted else "releaser"
            return release.release(office.desk, case, by=by, key="k")
    finally:
        office.clock.at = at


@pytest.fixture
def calm(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> Scene:
    """The scene where nothing else stands against a release, however long entries wait."""
    monkeypatch.setattr(release, "check_releases", lambda _: ())
    return scene


def test_what_was_not_entered_by_the_agency_itself_releases_nothing(
    calm: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    refused = {attack.__name__: outcome_of(calm, attack) for attack in ATTACKS}
    assert {name: sorted(names(one)) for name, one in refused.items()} == {
        attack.__name__: ["not_entered"] for attack in ATTACKS
    }
    monkeypatch.setattr(release, "check_entered", lambda *_, **__: ())
    for attack in ATTACKS:  # it is this check that refuses
        assert isinstance(outcome_of(calm, attack), Case), attack.__name__


def test_what_was_entered_lets_it_go(calm: Scene) -> None:
    with undone():
        done(release.release(calm.office.desk, calm.approved, by="releaser", key="k"))


def test_a_role_that_was_not_entered_signs_nothing(calm: Scene) -> None:
    office = calm.office
    with undone():
        insert("assignment", official_id="clerk", role="reviewer", provision=str(SECTION), begins_on=SINCE)
        refused = review.sign(office.desk, calm.open, by="clerk", digest=office.digest(calm.open))
        assert names(refused) == {"not_entered"}
    with undone():
        asked = break_glass.ask(
            office.desk, by="counsel", official="clerk", provision=SECTION, reason="ill", days=1
        )
        assert isinstance(asked, int)
        assert isinstance(break_glass.grant(office.desk, by="privacy", asked=asked), int)
        assert office.sign(calm.open, "clerk").state is State.APPROVED
        done(release.release(office.desk, calm.open, by="releaser", key="k"))


def test_an_entry_that_the_agency_did_not_write_is_not_signed_into_the_ledger(scene: Scene) -> None:
    office = scene.office
    office.enter()
    size = models.LedgerState.objects.get().size
    with undone():
        forged(office, scene.open, Kind.OBJECTION, "object", by="first", after="in_review", reason="made up")
        with pytest.raises(LedgerStoppedError, match="past the service"):
            office.enter()
        assert models.LedgerState.objects.get().stopped
        assert models.LedgerState.objects.get().size == size


def test_words_under_the_digest_of_others_are_not_those_that_came_in(calm: Scene) -> None:
    office = calm.office
    held = models.Submission.objects.get(cases=calm.approved)
    body = office.request("REQ-2", reasons="other words")
    with undone():
        insert("submission", agency="us.doj", request="REQ-2", version=2, digest=held.digest, body=body,
               received_at=START)  # fmt: skip
        last = models.Submission.objects.get(agency="us.doj", request="REQ-2", version=2).pk
        sql("UPDATE casework_case SET submission_id = %s WHERE number = %s", last, calm.approved)
        with pytest.raises(InputError, match="not the one that came in"):
            release.release(office.desk, calm.approved, by="releaser", key="k")


def test_words_that_were_exchanged_after_the_release_hand_nothing_over(scene: Scene) -> None:
    office = scene.office
    body = office.request("REQ-3", reasons="other words")
    with undone():
        office.enter()
        insert("submission", agency="us.doj", request="REQ-3", version=2,
               digest=hashlib.sha256(body).hexdigest(), body=body, received_at=START)  # fmt: skip
        last = models.Submission.objects.get(agency="us.doj", request="REQ-3", version=2).pk
        sql("UPDATE casework_case SET submission_id = %s WHERE number = %s", last, scene.released)
        assert names(delivery.deliver(office.desk, scene.released)) == {"changed"}


def test_a_role_that_was_not_entered_sees_no_case(scene: Scene) -> None:
    office = scene.office
    with undone():
        insert("official", login="nobody", name="Nobody", agency="", active=True)
        insert("assignment", official_id="nobody", role="reviewer", provision=str(SECTION), begins_on=SINCE)
        assert names(decision.view(office.desk, scene.open, by="nobody", purpose="to see")) == {"not_entered"}
        assert names(overview.look_at(office.desk, scene.open, by="nobody", purpose="to see")) == {
            "not_entered"
        }
        done(decision.view(office.desk, scene.open, by="third", purpose="to see"))
