"""What a guard is asked is what the database holds, and what stands under its name is the guard.

Each attempt has its control: where the guards are taken away, or put as they were, the very same statements pass.
"""

from __future__ import annotations

import pytest
from django.db import DatabaseError, connection
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

from lawgate.service.casework.acts.release import check_releases
from lawgate.stores.casework import guards, models


def in_an_emergency(scene: Scene, review_due: str) -> models.Release:
    made = forged_proposal(scene, scene.approved, "one_then_review", DANGER)
    for state in ("determined", "in_review"):
        move(scene.approved, state, proposal_id=made.pk)
    forged_approval(scene, scene.approved, "first", 1)
    move(scene.approved, "approved")
    forged_release(scene, scene.approved, made.approvals.get().pk, None, demand="one_then_review",
                   review_due=review_due)  # fmt: skip
    return models.Release.objects.get(case=scene.approved)


def reviewed_whenever(scene: Scene) -> None:
    in_an_emergency(scene, "2026-03-11 12:00:01+00:00")


def reviewed_before_it_left(scene: Scene) -> None:
    in_an_emergency(scene, "2026-03-10 11:59:59+00:00")


def reviewed_on_no_day(scene: Scene) -> None:
    in_an_emergency(scene, "2999-01-01 00:00:00+00:00")


def review(scene: Scene, official: str, kind: str = "reviewed_after") -> None:
    made = in_an_emergency(scene, "2026-03-11 12:00:00+00:00")
    entry = forged_entry(scene.approved, kind, official, "released")
    insert(
        "reviewafter",
        release_id=made.pk,
        official_id=official,
        agrees=True,
        reviewed_at=START,
        entry_id=entry,
    )


def reviewed_by_no_reviewer(scene: Scene) -> None:
    review(scene, "clerk")


def reviewed_without_an_entry_of_it(scene: Scene) -> None:
    review(scene, "second", kind="closed")


def signed_after_the_role_ended(scene: Scene) -> None:
    insert("assignment", official_id="clerk", role="reviewer", provision=P2, begins_on="2026-01-01",
           ends_on="2026-03-09")  # fmt: skip
    forged_approval(scene, scene.open, "clerk", 2)


def signed_before_the_role_began(scene: Scene) -> None:
    insert("assignment", official_id="clerk", role="reviewer", provision=P2, begins_on="2026-03-11")
    forged_approval(scene, scene.open, "clerk", 2)


def signed_at_another_hour_than_was_entered(scene: Scene) -> None:
    forged_approval(scene, scene.open, "second", 2, signed_at="2999-01-01 00:00:00+00:00")


def released_though_a_signer_lost_the_role(scene: Scene) -> None:
    first, second = scene.approvals(scene.approved)
    sql("UPDATE casework_assignment SET ends_on = '2026-03-09' WHERE official_id = 'second'")
    forged_release(scene, scene.approved, first.pk, second.pk)


def released_though_a_signer_is_gone(scene: Scene) -> None:
    first, second = scene.approvals(scene.approved)
    sql("UPDATE casework_official SET active = %s WHERE login = 'first'", False)
    forged_release(scene, scene.approved, first.pk, second.pk)


def found_without_an_entry_of_it(scene: Scene) -> None:
    entry = forged_entry(scene.open, "closed", "clerk")
    insert("finding", case_id=scene.open, cite=P2, answer=True, office="x", official_id="clerk",
           found_on=START.date(), note="", entry_id=entry)  # fmt: skip


ATTACKS = [
    reviewed_whenever, reviewed_before_it_left, reviewed_on_no_day, reviewed_by_no_reviewer,
    reviewed_without_an_entry_of_it, signed_after_the_role_ended, signed_before_the_role_began,
    signed_at_another_hour_than_was_entered, released_though_a_signer_lost_the_role,
    released_though_a_signer_is_gone, found_without_an_entry_of_it,
]  # fmt: skip


def test_roles_hold_for_their_days_and_a_review_for_a_day(scene: Scene) -> None:
    let_in = []
    for attack in ATTACKS:
        with undone():
            try:
                attack(scene)
                let_in.append(attack.__name__)
            except DatabaseError:
                pass
    for attack in ATTACKS:
        with without_guards():
            attack(scene)
    assert let_in == []
    with undone():  # the honest rows are let in
        review(scene, "second")
    with undone():
        insert("assignment", official_id="clerk", role="reviewer", provision=P2, begins_on=START.date(),
               ends_on=START.date())  # fmt: skip
        forged_approval(scene, scene.open, "clerk", 2)


def _number(case: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT rowid FROM casework_case WHERE number = %s", [case])
        return int(cursor.fetchone()[0])


def replaced_by_the_number_of_its_row(scene: Scene) -> None:
    sql(
        "UPDATE OR REPLACE casework_case SET rowid = %s WHERE number = %s",
        _number(scene.open),
        scene.approved,
    )


def replaced_by_a_new_case_in_its_row(scene: Scene) -> None:
    forged_entry("C-forged", "request_received", "x", "received")
    names = ("submission_id, ref, agency, request, provision, defects, sealed, begun_on, days, stops, "
             "waiting_since, state, sequence")  # fmt: skip
    sql(
        f"INSERT OR REPLACE INTO casework_case (rowid, number, {names}) "  # noqa: S608 - names of columns
        "SELECT rowid, 'C-forged', submission_id, 'x', agency, 'x', provision, '[]', sealed, begun_on, days, '[]', "
        "waiting_since, 'received', 1 FROM casework_case WHERE number = %s",
        scene.open,
    )


def shadowed(*tables: str) -> None:
    for table in tables:
        sql(f"CREATE TEMP TABLE casework_{table} AS SELECT * FROM public.casework_{table}")  # noqa: S608


def signed_before_a_guard_that_sees_other_tables(scene: Scene) -> None:
    proposal = scene.proposal(scene.open)
    entry = forged_entry(scene.open, "approved", "clerk")
    shadowed("assignment")
    sql("UPDATE pg_temp.casework_assignment SET official_id = 'clerk' WHERE official_id = 'second'")
    sql("INSERT INTO public.casework_approval (proposal_id, slot, signer_id, prepared_by_id, digest, signed_at, "
        "entry_id) VALUES (%s, 2, 'clerk', 'preparer', %s, %s, %s)", proposal.pk, proposal.digest, START,
        entry)  # fmt: skip


def released_before_a_guard_that_sees_other_tables(scene: Scene) -> None:
    first, proposal = scene.approvals(scene.open)[0], scene.proposal(scene.open)
    entry = forged_entry(scene.open, "released", "releaser", "released")
    shadowed("case", "proposal", "proposalline")
    sql("UPDATE pg_temp.casework_case SET state = 'approved'")
    sql("UPDATE pg_temp.casework_proposal SET demand = 'one_then_review'")
    sql("UPDATE pg_temp.casework_proposalline SET pathway = %s", DANGER)
    sql("INSERT INTO public.casework_release (case_id, proposal_id, demand, first_id, releaser_id, released_at, "
        "review_due, idempotency_key, entry_id) VALUES (%s, %s, 'one_then_review', %s, 'releaser', %s, %s, 'k', %s)",
        scene.open, proposal.pk, first.pk, START, START, entry)  # fmt: skip


def signed_before_a_guard_with_another_meaning_of_equal(scene: Scene) -> None:
    proposal = scene.proposal(scene.open)
    entry = forged_entry(scene.open, "approved", "clerk")
    sql(
        "CREATE FUNCTION public.as_good_as(varchar, varchar) RETURNS boolean LANGUAGE sql IMMUTABLE AS "
        "$$SELECT $1::text = $2::text OR ($1::text = 'intake_clerk' AND $2::text = 'reviewer')$$"
    )
    sql("CREATE OPERATOR public.= (LEFTARG = varchar, RIGHTARG = varchar, FUNCTION = public.as_good_as)")
    sql("INSERT INTO casework_approval (proposal_id, slot, signer_id, prepared_by_id, digest, signed_at, entry_id) "
        "VALUES (%s, 2, 'clerk', 'preparer', %s, %s, %s)", proposal.pk, proposal.digest, START, entry)  # fmt: skip


def released_by_a_session_that_says_it_replicates(scene: Scene) -> None:
    sql("SET LOCAL session_replication_role = replica")
    forged_release(scene, scene.open, scene.approvals(scene.open)[0].pk, None, demand="one_then_review",
                   review_due=START)  # fmt: skip


BY_A_SIDE_DOOR = {
    "sqlite": [replaced_by_the_number_of_its_row, replaced_by_a_new_case_in_its_row],
    "postgresql": [
        signed_before_a_guard_that_sees_other_tables, released_before_a_guard_that_sees_other_tables,
        signed_before_a_guard_with_another_meaning_of_equal,
        released_by_a_session_that_says_it_replicates,
    ],
}  # fmt: skip


def test_a_guard_is_asked_about_the_rows_that_there_are(scene: Scene) -> None:
    if connection.vendor == "sqlite":
        sql("PRAGMA recursive_triggers = OFF")
    for attack in BY_A_SIDE_DOOR[connection.vendor]:
        with pytest.raises(DatabaseError), undone():
            attack(scene)
        with without_guards():
            attack(scene)


EMPTIED = {
    "sqlite": [
        "DROP TRIGGER guard_casework_release_insert",
        "CREATE TRIGGER guard_casework_release_insert BEFORE INSERT ON casework_release WHEN 0 BEGIN SELECT 1; END",
    ],
    "postgresql": [
        (
            "CREATE OR REPLACE FUNCTION guard_casework_release_insert() RETURNS trigger LANGUAGE plpgsql "
            "SET search_path = pg_catalog, pg_temp AS $$ BEGIN RETURN NEW; END $$"
        ),
    ],
}
SWITCHED_OFF = {
    "sqlite": ["DROP TRIGGER guard_casework_release_insert"],
    "postgresql": ["ALTER TABLE casework_release DISABLE TRIGGER guard_casework_release_insert"],
}
SEES_OTHERS = {
    "sqlite": [],
    "postgresql": ["ALTER FUNCTION guard_casework_release_insert() RESET search_path"],
}


def test_a_guard_that_is_no_more_what_was_put_stops_releases(scene: Scene) -> None:
    office = scene.office
    assert guards.missing() == ()
    assert "no_guards" not in {one.name for one in check_releases(office.desk)}
    for statements in (EMPTIED, SWITCHED_OFF, SEES_OTHERS):
        for_this = statements[connection.vendor]
        with undone():
            for statement in for_this:
                sql(statement)
            if for_this:
                assert guards.missing() == ("guard_casework_release_insert",)
                office.enter()
                assert [one.name for one in check_releases(office.desk)] == ["no_guards"]


def test_that_a_table_may_be_emptied_again_is_noticed(scene: Scene) -> None:
    if connection.vendor == "postgresql":
        with undone():
            sql("DROP TRIGGER guard_casework_entry_truncate ON casework_entry")
            assert guards.missing() == ("guard_casework_entry_truncate",)
