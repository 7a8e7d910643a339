"""Whoever writes, and by whatever road, nothing is released without its approvals and no event is rewritten.

Each attempt has its control: with the guards taken away the very same statements pass. What a constraint of the
table refuses besides, it refuses without the guards too; the control there is that the honest row is let in.
"""

from __future__ import annotations

import pytest
from django.db import DatabaseError, connection
from django.db.models import F
from tests.service.casework.attacks import (
    DANGER,
    P2,
    Scene,
    forged_approval,
    forged_entry,
    forged_proposal,
    forged_release,
    insert,
    move,
    sql,
    undone,
    without_guards,
)
from tests.service.casework.office import START

from lawgate.casework.words import State
from lawgate.service.casework.acts import delivery, release, review
from lawgate.service.casework.desk import Refused
from lawgate.stores.casework import models
from lawgate.stores.casework.encrypted_fields import Resting


def on_one_approval(scene: Scene) -> None:
    forged_release(scene, scene.open, scene.approvals(scene.open)[0].pk, None, demand="one_then_review",
                   review_due=START)  # fmt: skip


def on_approvals_of_another_case(scene: Scene) -> None:
    first, second = scene.approvals(scene.approved)
    forged_release(scene, scene.open, first.pk, second.pk)


def in_a_case_that_was_sent_back(scene: Scene) -> None:
    first, second = scene.approvals(scene.approved)
    move(scene.approved, "determined")
    forged_release(scene, scene.approved, first.pk, second.pk)


def by_whoever_prepared(scene: Scene) -> None:
    first, second = scene.approvals(scene.approved)
    entry = forged_entry(scene.approved, "released", "preparer", "released")
    forged_release(scene, scene.approved, first.pk, second.pk, releaser_id="preparer", entry_id=entry)


def without_its_entry(scene: Scene) -> None:
    first, second = scene.approvals(scene.approved)
    other = forged_entry(scene.approved, "submitted", "releaser")
    forged_release(scene, scene.approved, first.pk, second.pk, entry_id=other)


def of_what_was_replaced(scene: Scene) -> None:
    first, second = scene.approvals(scene.approved)
    standing = scene.proposal(scene.approved).pk
    forged_proposal(scene, scene.approved, "two", P2)
    made = models.Proposal.objects.get(digest="f" * 64)
    move(scene.approved, "determined", proposal_id=made.pk)
    forged_release(scene, scene.approved, first.pk, second.pk, proposal_id=standing)


def as_an_emergency_that_it_is_not(scene: Scene) -> None:
    made = forged_proposal(scene, scene.approved, "one_then_review", P2)
    for state in ("determined", "in_review"):
        move(scene.approved, state, proposal_id=made.pk)
    forged_approval(scene, scene.approved, "first", 1)
    move(scene.approved, "approved")
    forged_release(scene, scene.approved, made.approvals.get().pk, None, demand="one_then_review",
                   review_due=START)  # fmt: skip


def of_a_hypothesis(scene: Scene) -> None:
    made = forged_proposal(scene, scene.open, "one_then_review", DANGER, hypothetical=True)
    for state in ("determined", "in_review"):
        move(scene.open, state, proposal_id=made.pk)
    forged_approval(scene, scene.open, "first", 1)


def by_a_state_alone(scene: Scene) -> None:
    move(scene.approved, "released")


def by_a_state_further_on(scene: Scene) -> None:
    sql("UPDATE casework_case SET state = 'delivered' WHERE number = %s", scene.approved)


def approved_on_one_signature(scene: Scene) -> None:
    move(scene.open, "approved")


def moved_without_an_entry(scene: Scene) -> None:
    sql("UPDATE casework_case SET state = 'determined' WHERE number = %s", scene.open)


def moved_where_no_act_leads(scene: Scene) -> None:
    move(scene.open, "received")


def put_in_as_approved(scene: Scene) -> None:
    row = scene.row(scene.open)
    forged_entry("C-forged", "request_received", "x", "approved")
    insert("case", number="C-forged", submission_id=row.submission_id, ref="x", agency="us.doj", request="x",
           provision="", state="approved", sequence=1, defects="[]", sealed=False, begun_on=START.date(), days=1,
           stops="[]", waiting_since=START.date())  # fmt: skip


def signed_under_another_digest(scene: Scene) -> None:
    forged_approval(scene, scene.open, "second", 2, digest="0" * 64)


def signed_by_one_without_the_role(scene: Scene) -> None:
    forged_approval(scene, scene.open, "clerk", 2)


def signed_with_anothers_entry(scene: Scene) -> None:
    entry = forged_entry(scene.open, "approved", "third")
    forged_approval(scene, scene.open, "second", 2, entry_id=entry)


def signed_by_the_preparer_under_anothers_name(scene: Scene) -> None:
    insert("assignment", official_id="preparer", role="reviewer", provision=P2, begins_on=START.date())
    forged_approval(scene, scene.open, "preparer", 2, prepared_by_id="clerk")


def signed_by_one_who_prepared_it_before(scene: Scene) -> None:
    forged_entry(scene.open, "match_reviewed", "second", act="ask_reviewers")
    forged_approval(scene, scene.open, "second", 2)


def released_by_one_who_prepared_it_before(scene: Scene) -> None:
    first, second = scene.approvals(scene.approved)
    forged_entry(scene.approved, "match_reviewed", "releaser", "approved", act="ask_reviewers")
    forged_release(scene, scene.approved, first.pk, second.pk)


def released_on_the_yes_of_one_who_prepared_it(scene: Scene) -> None:
    first, second = scene.approvals(scene.approved)
    forged_entry(scene.approved, "determined", "second", "approved")
    forged_release(scene, scene.approved, first.pk, second.pk)


def matched_by_one_who_prepared_it(scene: Scene) -> None:
    entry = forged_entry(scene.open, "match_reviewed", "preparer")
    insert("matchdecision", case_id=scene.open, pair="p" * 64, answer="match", reason="x", official_id="preparer",
           decided_on=START.date(), entry_id=entry)  # fmt: skip


def a_line_put_into_what_was_signed(scene: Scene) -> None:
    insert("proposalline", proposal_id=scene.proposal(scene.approved).pk, position=99, item="identity.tin",
           period="", disposition="disclose", pathway=P2)  # fmt: skip


def a_package_before_its_checkpoint(scene: Scene) -> None:
    sql("UPDATE casework_package SET body = %s, handed_over_at = %s", b"x", START)


def an_entry_out_of_its_number(scene: Scene) -> None:
    insert("entry", case_number=scene.open, sequence=99, kind="closed", act="x", state_before="", state_after="x",
           actor="x", day=START.date(), happened_at=START, encoded=b"", commitments=b"",
           account=b"{}", subject_index="")  # fmt: skip


def changed(table: str, column: str, value) -> object:
    def attack(scene: Scene) -> None:
        sql(f"UPDATE casework_{table} SET {column} = %s", value)

    attack.__name__ = f"{table}_{column}_changed"
    return attack


def removed(table: str) -> object:
    def attack(scene: Scene) -> None:
        sql(f"DELETE FROM casework_{table} WHERE 1 = 1")

    attack.__name__ = f"{table}_removed"
    return attack


RELEASING = [
    on_one_approval, on_approvals_of_another_case, in_a_case_that_was_sent_back, by_whoever_prepared,
    without_its_entry, of_what_was_replaced, as_an_emergency_that_it_is_not, of_a_hypothesis, by_a_state_alone,
    by_a_state_further_on, approved_on_one_signature, moved_without_an_entry, moved_where_no_act_leads,
    put_in_as_approved, signed_under_another_digest, signed_by_one_without_the_role, signed_with_anothers_entry,
    signed_by_the_preparer_under_anothers_name, signed_by_one_who_prepared_it_before,
    released_by_one_who_prepared_it_before, released_on_the_yes_of_one_who_prepared_it,
    matched_by_one_who_prepared_it, a_line_put_into_what_was_signed,
    a_package_before_its_checkpoint,
]  # fmt: skip
REWRITING = [
    an_entry_out_of_its_number,
    *(changed("entry", column, value) for column, value in
      [("actor", "x"), ("kind", "closed"), ("day", "2020-01-01"), ("encoded", b"x"), ("account", b"x"),
       ("state_after", "closed"), ("commitments", b"x"), ("payload", b"x"), ("payload_secret", b"x"),
       ("subject_index", "x")]),
    changed("approval", "signed_at", START),
    changed("proposal", "demand", "one_then_review"),
    changed("proposalline", "item", "identity.tin"),
    changed("release", "released_at", "2020-01-01 00:00:00+00:00"),
    changed("submission", "digest", "0" * 64),
    changed("finding", "answer", True),
    changed("case", "begun_on", "2020-01-01"),
    changed("case", "preparer_id", "clerk"),
    removed("docketcheck"), removed("package"), removed("proposalline"), removed("finding"),
]  # fmt: skip


@pytest.mark.parametrize("attacks", [RELEASING, REWRITING], ids=["releasing", "rewriting"])
def test_the_database_refuses_and_only_its_guards_do(scene: Scene, attacks) -> None:
    let_in, stopped_without = [], []
    for attack in attacks:
        with undone():
            try:
                attack(scene)
                let_in.append(attack.__name__)
            except DatabaseError:
                pass
    for attack in attacks:
        with without_guards():
            try:
                attack(scene)
            except DatabaseError as error:
                stopped_without.append((attack.__name__, str(error)))
    assert (let_in, stopped_without) == ([], [])


def test_what_the_tables_own_constraints_refuse_they_refuse_without_guards_too(scene: Scene) -> None:
    first, second = scene.approvals(scene.approved)

    def same_twice(scene: Scene) -> None:
        forged_release(scene, scene.approved, first.pk, first.pk)

    def one_for_two(scene: Scene) -> None:
        forged_release(scene, scene.approved, first.pk, None)

    def by_the_preparer(scene: Scene) -> None:
        forged_approval(scene, scene.open, "preparer", 2)

    def third_slot(scene: Scene) -> None:
        forged_approval(scene, scene.open, "second", 3)

    def same_signer(scene: Scene) -> None:
        forged_approval(scene, scene.open, "first", 2)

    def same_slot(scene: Scene) -> None:
        forged_approval(scene, scene.open, "second", 1)

    def released_again(scene: Scene) -> None:
        made = models.Release.objects.get(case=scene.released)
        forged_release(scene, scene.released, made.first_id, made.second_id)

    for attack in (
        same_twice,
        one_for_two,
        by_the_preparer,
        third_slot,
        same_signer,
        same_slot,
        released_again,
    ):
        for within in (undone, without_guards):
            with pytest.raises(DatabaseError), within():
                attack(scene)
    # The honest rows are let in: a second approval, and a release on both.
    with undone():
        forged_approval(scene, scene.open, "second", 2)
    with undone():
        forged_release(scene, scene.approved, first.pk, second.pk)


def test_rows_cannot_be_replaced_under_the_guards(scene: Scene) -> None:
    if connection.vendor != "sqlite":
        for table in ("entry", "release", "approval"):
            with pytest.raises(DatabaseError), undone():
                sql(f"TRUNCATE casework_{table} CASCADE")
        return
    # A connection of one's own does not turn recursive triggers on, so that a replaced row is removed unasked.
    sql("PRAGMA recursive_triggers = OFF")
    for table in (
        "entry",
        "release",
        "approval",
        "proposal",
        "proposalline",
        "submission",
        "case",
    ):
        with pytest.raises(DatabaseError), undone():
            sql(f"INSERT OR REPLACE INTO casework_{table} SELECT * FROM casework_{table} WHERE 1 = 1")


def test_the_orm_is_refused_as_well(scene: Scene) -> None:
    first = scene.approvals(scene.open)[0]
    proposal = scene.proposal(scene.open)

    def approval() -> models.Approval:
        entry = models.Entry.objects.filter(case_number=scene.open).last()
        return models.Approval(proposal=proposal, slot=2, signer_id="second", prepared_by_id="preparer",
                               digest=proposal.digest, signed_at=START, entry=entry)  # fmt: skip

    attacks = [
        lambda: approval().save(),
        lambda: models.Approval.objects.bulk_create([approval()]),
        lambda: models.Approval.objects.update(slot=F("slot")),
        lambda: models.Entry.objects.update(actor="x"),
        lambda: models.Entry.objects.filter(pk=first.entry_id)._raw_delete("default"),
        lambda: models.Objection.objects.update(reason=Resting(b"never mind")),
        lambda: models.Case.objects.filter(number=scene.open).update(state=State.RELEASED.value),
        lambda: models.Case.objects.bulk_update([_as(scene.row(scene.open), "released")], ["state"]),
        lambda: models.Release.objects.update(demand="one_then_review"),
        lambda: models.Package.objects.update(handed_over_at=START, body=b"x"),
        lambda: models.Proposal.objects.filter(pk=proposal.pk).update(hypothetical=False),
    ]
    review.object_to(scene.office.desk, scene.open, by="third", reason="a doubt")
    for attack in attacks:
        with pytest.raises(DatabaseError), undone():
            attack()
    with undone():  # the control: the ORM does let honest rows in
        scene.office.sign(scene.open, "second")


def _as(row: models.Case, state: str) -> models.Case:
    row.state = state
    return row


def test_the_service_refuses_with_its_reason(scene: Scene) -> None:
    desk, office = scene.office.desk, scene.office
    digest = office.digest(scene.open)
    attempts = [
        (release.release(desk, scene.open, by="releaser", key="k"), "not_now"),
        (release.release(desk, scene.approved, by="preparer", key="k"), "no_role"),
        (release.release(desk, scene.approved, by="first", key="k"), "no_role"),
        (release.release(desk, scene.approved, by="nobody", key="k"), "not_active"),
        (release.release(desk, scene.released, by="releaser", key="another"), "not_now"),
        (review.sign(desk, scene.open, by="first", digest=digest), "decided_already"),
        (review.sign(desk, scene.open, by="preparer", digest=digest), "prepared_it"),
        (review.sign(desk, scene.open, by="second", digest="0" * 64), "other_digest"),
        (delivery.deliver(desk, scene.released), "not_proved"),
        (delivery.fetch(desk, scene.released, by="agent"), "not_now"),
    ]
    for outcome, reason in attempts:
        assert isinstance(outcome, Refused)
        assert reason in outcome.names
    assert office.case(scene.open).state is State.IN_REVIEW
    office.sign(scene.open, "second")
    made = release.release(desk, scene.open, by="releaser", key="k")
    assert not isinstance(made, Refused)
