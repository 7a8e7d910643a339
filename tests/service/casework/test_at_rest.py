"""Whoever copies the database reads nobody's name in it; whoever writes into it past the key is found out."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import FieldError
from django.core.management import call_command
from django.db import IntegrityError, connection
from tests import clusters, databases
from tests.service.casework.attacks import Scene, sql, undone, without_guards
from tests.service.casework.office import DATABASE_KEYS, START, Office, done, register_recipient
from tests.service.casework.test_canary import canaries_of, stands_in

from lawgate.casework.words import Role, State
from lawgate.cite import Cite
from lawgate.errors import AtRestError, InputError
from lawgate.linkage.review import Answer
from lawgate.service.casework.acts import decision, delivery, intake, release, review
from lawgate.service.casework.acts.release import check_releases
from lawgate.service.casework.desk import Releases
from lawgate.service.casework.registers import parties
from lawgate.service.casework.seen import accounting
from lawgate.stores import at_rest, database
from lawgate.stores.at_rest import DataKey, DataKeys, version_of
from lawgate.stores.casework import decision as rows
from lawgate.stores.casework import guards, models
from lawgate.stores.casework.account import told_entries
from lawgate.stores.casework.data_keys import _CURRENT, forget_current
from lawgate.stores.casework.guards import put_guards, remove_guards
from lawgate.stores.casework.resting import encrypt_anew, encrypted_of
from lawgate.stores.casework.write import locked
from lawgate.stores.data_key_file import read_data_keys

OTHER = DataKeys.of(DataKey(1, b"\5" * 32))
BOTH = DataKeys.of(DATABASE_KEYS.versions[1], DataKey(2, b"\6" * 32))
TABLES = (
    models.Official, models.Submission, models.Case, models.Entry, models.Finding, models.MatchDecision,
    models.Proposal, models.Objection,
)  # fmt: skip
ENCRYPTED = [(model, column) for model in TABLES for column in encrypted_of(model)]


@pytest.fixture(autouse=True)
def own_key() -> Iterator[None]:
    """Each test ends with the keys of all offices, and with nothing that stops releases."""
    yield
    at_rest.use(DATABASE_KEYS)
    database._FAULTS.clear()


def resting() -> bytes:
    """Everything that whoever copies the database gets: its files, or what `pg_dump` tells of it."""
    name = str(connection.settings_dict["NAME"])
    database.close()
    if connection.vendor == "sqlite":
        return b"".join(path.read_bytes() for path in Path(name).parent.glob("*.sqlite3*"))
    words = [clusters.programs() / "pg_dump", "-h", databases.server(), "-U", "postgres", name]
    return subprocess.run([str(word) for word in words], check=True, capture_output=True).stdout


def seen(canaries: list[str]) -> set[str]:
    """The canaries that can be read in it, as a word of text or as the hexadecimal of a column of bytes."""
    lies = resting()
    return {one for one in canaries if stands_in(one, lies)}


PLACED = ["Thistledown", "Deepwater", "Quillfeather", "Marshlight", "Fernhollow"]
"""Words that the road puts into each kind of text that somebody writes."""


def whole_road(office: Office) -> tuple[str, list[str]]:
    """A case whose package was fetched, and one with words in every column that holds any; its number, the canaries."""
    register_recipient(office)
    case = office.delivered()
    assert isinstance(delivery.fetch(office.desk, case, by="agent"), bytes)
    parties.register_official(
        office.desk, "T0000001", "Canary Marshlight", (Role.DATA_SUBJECT,), since=START.date()
    )
    other = office.received("REQ-2", reasons="Canary Thistledown was seen")
    done(intake.admit(office.desk, other, by="clerk"))
    cite = Cite.parse("26 USC 6103(i)(6)")
    done(
        decision.find(
            office.desk,
            other,
            by="third",
            cite=cite,
            answer=False,
            office="delegated_official",
            note="of Deepwater",
        )
    )
    done(review.object_to(office.desk, other, by="first", reason="it is Quillfeather"))
    with locked(other) as held:
        entry = models.Entry.objects.filter(case_number=other).latest("sequence")
        rows.put_match_decision(held, entry, pair="0" * 64, answer=Answer.NO_MATCH, reason="not Fernhollow")
    office.enter()
    return case, [*canaries_of(office), *PLACED]


def test_a_copy_of_the_database_tells_of_nobody(office: Office) -> None:
    _, canaries = whole_road(office)
    assert seen(canaries) == set()
    assert office.desk.custodian is not None
    assert seen(["us.doj"]) == {"us.doj"}, "what is not encrypted is seen"


@pytest.mark.usefixtures("in_the_clear")
def test_the_same_search_finds_all_of_it_where_nothing_is_encrypted(office: Office) -> None:
    _, canaries = whole_road(office)
    found = seen(canaries)
    assert set(PLACED) <= found
    assert len(found - set(PLACED)) >= 3, "name, number, address and values of the person"


def lies(row: Any, column: str) -> bytes:
    """What lies there."""
    return type(row).objects.get(pk=row.pk).__dict__[column].encrypted


def put(row: Any, column: str, data: bytes) -> None:
    """Write past the key, as whoever may write SQL can."""
    table, key = row._meta.db_table, row._meta.pk.column
    sql(f"UPDATE {table} SET {column} = %s WHERE {key} = %s", data, row.pk)  # noqa: S608 - a test's own names


def refused(row: Any, column: str) -> None:
    """It does not open, and no value takes its place."""
    again = type(row).objects.get(pk=row.pk)
    with pytest.raises(AtRestError):
        getattr(again, column)
    with pytest.raises(AtRestError):
        getattr(again, column)


def words_everywhere(scene: Scene) -> None:
    """Fill the columns that the scene leaves empty."""
    office = scene.office
    done(review.object_to(office.desk, scene.open, by="first", reason="a doubt"))
    done(review.object_to(office.desk, scene.open, by="third", reason="another doubt"))
    for number in (scene.open, scene.approved):
        with locked(number) as held:
            entry = models.Entry.objects.filter(case_number=number).latest("sequence")
            rows.put_match_decision(held, entry, pair="0" * 64, answer=Answer.NO_MATCH, reason="no")


def test_what_was_altered_moved_or_renumbered_is_refused_in_every_column(scene: Scene) -> None:
    words_everywhere(scene)
    with without_guards():
        for model, column in ENCRYPTED:
            several = [row for row in model.objects.order_by("pk") if row.__dict__[column] is not None]
            first, last = several[0], several[-1]
            own, other = lies(first, column), lies(last, column)
            assert first.pk != last.pk, (model, column)
            assert getattr(model.objects.get(pk=first.pk), column) is not None, "the control: it opens"
            another = next(
                pair for pair in ENCRYPTED if pair != (model, column) and pair[0] is not models.Case
            )
            foreign = lies(another[0].objects.order_by("pk").first(), another[1])
            flipped = own[:-1] + bytes([own[-1] ^ 1])
            for data in (other, foreign, flipped, b"\0\0\0\2" + own[4:], own[:20], b"", b"plain"):
                put(first, column, data)
                refused(first, column)
            put(first, column, own)
            assert getattr(model.objects.get(pk=first.pk), column) is not None


def test_a_value_is_not_moved_between_columns_of_one_row(scene: Scene) -> None:
    entry = models.Entry.objects.get(release__case=scene.released)
    with without_guards():
        put(entry, "account", lies(entry, "payload"))
        refused(entry, "account")


def test_nothing_is_released_once_what_was_asked_does_not_open(scene: Scene) -> None:
    office, submission = scene.office, scene.row(scene.approved).submission
    own = lies(submission, "body")
    assert check_releases(office.desk) == ()
    with undone():
        remove_guards(connection.schema_editor())
        put(submission, "body", own[:-1] + bytes([own[-1] ^ 1]))
        put_guards(connection.schema_editor())
        with pytest.raises(AtRestError, match="altered or moved"):
            release.release(office.desk, scene.approved, by="releaser", key="one")
        assert not models.Release.objects.filter(case=scene.approved).exists()
    (said,) = check_releases(office.desk)
    assert said.name == "stopped", "until somebody has looked and started anew"
    desk = replace(office.desk, releases=Releases())
    database._FAULTS.clear()
    assert done(release.release(desk, scene.approved, by="releaser", key="one")).state is State.RELEASED


def no_file(folder: Path) -> Callable[[], DataKeys]:
    return lambda: read_data_keys(folder / "database.key")


@pytest.mark.parametrize("which", ["another", "none", "a later one alone"])
def test_under_no_other_key_is_anything_read_written_or_released(
    scene: Scene, which: str, tmp_path: Path
) -> None:
    office, entries = scene.office, models.Entry.objects.count()
    office.enter()
    keys: dict[str, DataKeys | Callable[[], DataKeys]] = {
        "another": OTHER,
        "none": no_file(tmp_path),
        "a later one alone": DataKeys.of(BOTH.versions[2]),
    }
    at_rest.use(keys[which])
    acts: list[Callable[[], object]] = [
        lambda: release.release(office.desk, scene.approved, by="releaser", key="k" * 32),
        lambda: office.received("REQ-9"),
        lambda: office.sign(scene.open, "second"),
        lambda: list(told_entries(office.desk.secret, accounting.RELEASED)),
        lambda: parties.register_official(office.desk, "new", "New", (Role.REVIEWER,), since=START.date()),
    ]
    for act in acts:
        with pytest.raises((AtRestError, InputError)):
            act()
    at_rest.use(DATABASE_KEYS)
    assert models.Entry.objects.count() == entries
    assert not models.Release.objects.filter(case=scene.approved).exists()
    assert not models.Official.objects.filter(login="new").exists()


def test_everything_is_readable_after_the_key_was_exchanged_and_nothing_rests_under_the_old_one(
    scene: Scene,
) -> None:
    office = scene.office
    office.enter()
    subject = models.Entry.objects.get(release__case=scene.released).account["subject"]
    at_rest.use(BOTH)
    before = len(list(told_entries(office.desk.secret, accounting.RELEASED, subject=subject)))
    assert encrypt_anew(BOTH.versions[2]) > 30
    held = {
        version_of(row.__dict__[column].encrypted)
        for model, column in ENCRYPTED
        for row in model.objects.all()
        if row.__dict__[column] is not None
    }
    assert held == {2}
    assert guards.missing() == ()
    at_rest.use(DataKeys.of(BOTH.versions[2]))
    forget_current()
    assert before == len(list(told_entries(office.desk.secret, accounting.RELEASED, subject=subject))) == 1
    office.sign(scene.open, "second")
    for case in (scene.open, scene.approved):
        assert done(release.release(office.desk, case, by="releaser", key=case)).state is State.RELEASED
    office.enter()
    assert len(list(told_entries(office.desk.secret, accounting.RELEASED, subject=subject))) == 3
    at_rest.use(DATABASE_KEYS)
    with pytest.raises(AtRestError):
        office.received("REQ-9")


def test_a_process_that_has_missed_an_exchange_writes_nothing(scene: Scene) -> None:
    at_rest.use(BOTH)
    encrypt_anew(BOTH.versions[2])
    entries = models.Entry.objects.count()
    _CURRENT[:] = [BOTH, connection.settings_dict["NAME"], BOTH.versions[1]]
    with pytest.raises(IntegrityError, match="continues its case"):
        scene.office.received("REQ-9")
    assert models.Entry.objects.count() == entries
    assert not models.Submission.objects.filter(request="REQ-9").exists()
    forget_current()
    assert scene.office.received("REQ-9")


def test_an_exchange_that_meets_what_does_not_open_changes_nothing(scene: Scene) -> None:
    entry = models.Entry.objects.order_by("pk").last()
    at_rest.use(BOTH)
    with without_guards():
        own = lies(entry, "account")
        put(entry, "account", own[:-1] + bytes([own[-1] ^ 1]))
        with pytest.raises(AtRestError):
            encrypt_anew(BOTH.versions[2])
        assert list(models.DataKey.objects.values_list("version", flat=True)) == [1]
        assert {version_of(one.__dict__["body"].encrypted) for one in models.Submission.objects.all()} == {1}
    assert guards.missing() == ()
    assert scene.office.received("REQ-9")


def test_the_database_keeps_the_name_of_its_key(scene: Scene) -> None:
    for statement in (
        "DELETE FROM casework_datakey",
        "UPDATE casework_datakey SET mark = 'x'",
        "INSERT INTO casework_datakey (version, mark, head) VALUES (3, 'x', 'x')",
        "INSERT INTO casework_datakey (version, mark, head) VALUES (1, 'x', 'x')",
    ):
        with pytest.raises(IntegrityError), undone():
            sql(statement)
        with without_guards():
            sql("DELETE FROM casework_datakey" if "INSERT" in statement else statement)
    with without_guards():
        sql("DELETE FROM casework_datakey")
        forget_current()
        with pytest.raises(AtRestError, match="names no key"):
            scene.office.received("REQ-9")
    forget_current()


def test_a_database_that_was_laid_down_before_is_encrypted_when_it_is_brought_up_to_date(
    office: Office, tmp_path: Path
) -> None:
    case, canaries = whole_road(office)
    call_command("migrate", "casework", "0011_signed_messages", verbosity=0)
    assert set(PLACED) < seen(canaries), "the control: before, everything lay open"
    at_rest.use(no_file(tmp_path))
    with pytest.raises(InputError, match="not the keys of a database"):
        call_command("migrate", verbosity=0)
    at_rest.use(DATABASE_KEYS)
    call_command("migrate", verbosity=0)
    assert seen(canaries) == set()
    assert guards.missing() == ()
    assert office.case(case).state is State.DELIVERED
    entry = models.Entry.objects.get(release__case=case)
    subject = entry.account["subject"]
    (told,) = told_entries(office.desk.secret, accounting.RELEASED, subject=subject)
    assert {one.name: one.value for one in told.fields}["subject"] == subject
    assert models.Objection.objects.get().reason == "it is Quillfeather"
    assert office.sign(office.in_review("REQ-3"), "first").sequence > 1


def test_no_query_sets_seeks_or_gives_what_rests_encrypted(scene: Scene) -> None:
    entries = models.Entry.objects.filter(case_number=scene.released)
    with pytest.raises(TypeError, match="written with its row"):
        entries.update(payload={"x": 1})
    with pytest.raises(FieldError):
        entries.filter(payload={"x": 1}).exists()
    assert entries.filter(payload__isnull=False).exists()
    (given,) = entries.filter(kind="released").values_list("account", flat=True)
    assert repr(given) == "Resting()"


def test_a_row_that_is_read_and_written_again_lies_as_it_lay(scene: Scene) -> None:
    row = scene.row(scene.open)
    before = lies(row, "defects")
    assert row.defects == []
    row.save()
    assert lies(row, "defects") == before
    row.defects.append({"where": "x"})
    row.save()
    assert lies(row, "defects") != before
    assert scene.row(scene.open).defects == [{"where": "x"}]
