"""Ways round the rules that an adversary tried: each is closed, and what is right still goes through."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from datetime import date, timedelta

import polars as pl
import pytest
from django.db.utils import OperationalError
from tests.service.casework.office import LOG, Office, done, names

from lawgate.casework.case import Case
from lawgate.casework.words import Act, Role, State
from lawgate.cite import Cite
from lawgate.decide.determination import Disposition
from lawgate.decide.findings import Findings
from lawgate.errors import InputError
from lawgate.law.addresses import S6103
from lawgate.law.corpus import Corpus
from lawgate.law.order import Act as Forbids
from lawgate.law.order import Restraint
from lawgate.ledger.examine import examine
from lawgate.linkage.review import Answer
from lawgate.service.casework import entering
from lawgate.service.casework.acts import decision, delivery, intake, look, release, review
from lawgate.service.casework.desk import Desk, Refused
from lawgate.service.casework.registers import parties
from lawgate.service.casework.seen import overview
from lawgate.service.casework.seen.match_pairs import pairs_document
from lawgate.service.gate import gates_of
from lawgate.stores.casework import intake as rows
from lawgate.stores.casework import leaves, models
from lawgate.stores.casework.read import findings_of
from lawgate.stores.ledger.disk import Disk
from lawgate.stores.records.custodian import RecordsFolder

SINCE = date(2026, 1, 1)
EMERGENCY = "26 USC 6103(i)(3)(B)(i)"
PAIR = "0" * 64


def released(office: Office, case: str, key: str = "k") -> object:
    return release.release(office.desk, case, by="releaser", key=key)


def with_own_records(office: Office) -> None:
    """Records of its own, which a test may write."""
    shutil.copytree(office.world / "records", office.folder / "records")
    office.desk = replace(office.desk, custodian=RecordsFolder.open(office.folder / "records"))


def test_a_second_record_like_the_first_is_seen_at_the_release_though_the_desk_has_looked_before(
    small_office: Office,
) -> None:
    office = small_office
    with_own_records(office)
    case = office.approved()
    path = office.folder / "records" / "taxpayers.parquet"
    homes = office.folder / "records" / "addresses.parquet"
    found = models.Proposal.objects.get(standing_for=case).document["subject"]["resolution"]["taxpayer_id"]
    for table in (path, homes):
        rows = pl.read_parquet(table)
        twin = rows.filter(pl.col("taxpayer_id") == found).with_columns(pl.lit("TWIN").alias("taxpayer_id"))
        pl.concat([rows, twin]).write_parquet(table)
    assert names(released(office, case)) == {"changed"}
    assert not models.Release.objects.exists()
    again = done(decision.determine(office.desk, case, by="preparer"))
    assert again.proposal is not None
    assert {one.disposition for one in again.proposal.lines} == {Disposition.WITHHOLD}


def test_a_batch_that_the_ledger_took_and_the_database_did_not_mark_is_not_entered_twice(
    small_office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = small_office
    office.received()

    def cut(_places: object) -> None:
        raise OperationalError("server closed the connection unexpectedly")

    with entering.Bookkeeper.opened(office.desk, LOG, office.witnesses) as bookkeeper:
        with monkeypatch.context() as broken:
            broken.setattr(leaves, "mark", cut)
            with pytest.raises(OperationalError):
                bookkeeper.enter()
        assert bookkeeper.enter() == 0
        office.received("REQ-2")
        assert bookkeeper.enter() == 1
        assert bookkeeper.size == models.Entry.objects.count()
    assert examine(Disk(office.ledger), office.desk.trust).faults == ()


def test_what_officials_found_of_words_that_were_mended_stands_no_more(small_office: Office) -> None:
    office = small_office
    case = office.received()
    done(intake.admit(office.desk, case, by="clerk"))
    judged = Cite.parse("/us/usc/t26/s6103/i/2/B/iv")
    done(decision.find(office.desk, case, by="third", cite=judged, answer=True, office="delegated_official"))
    assert len(findings_of(case)) == 1
    done(intake.block(office.desk, case, by="counsel", orders=["made-up"]))
    done(intake.unblock(office.desk, case, by="counsel"))
    assert len(findings_of(case)) == 1
    unwritten = office.request(in_writing=False)
    with pytest.MonkeyPatch.context() as other:
        # The law of another day may return what it admitted before.
        other.setattr(intake, "gate_of", lambda *_: _returned(office, unwritten))
        assert done(intake.admit(office.desk, case, by="clerk")).state is State.RETURNED
    done(intake.mend(office.desk, case, office.request(reasons="because"), by="agent"))
    assert findings_of(case) == ()


def _returned(office: Office, body: bytes) -> object:
    asked, subjects = look.parse_submission(body, where="request")
    day = office.clock().date()
    corpus = look.law_of(office.desk, day)
    terms = look._terms(asked, subjects, corpus, Findings(), day)
    return gates_of(list(subjects), terms)[0], corpus


def test_the_authority_of_another_role_does_not_let_a_reviewer_sign(small_office: Office) -> None:
    office, criminal = small_office, Cite.parse("26 USC 6103(i)")
    parties.register_official(office.desk, "both", "Both", (Role.REVIEWER,), since=SINCE)
    parties.register_official(
        office.desk, "both", "Both", (Role.PREPARER,), since=SINCE, authority=(criminal,)
    )
    case = office.in_review()
    digest = office.digest(case)
    assert "no_authority" in names(review.sign(office.desk, case, by="both", digest=digest))
    parties.register_official(
        office.desk, "both", "Both", (Role.REVIEWER,), since=SINCE, authority=(criminal,)
    )
    done(review.sign(office.desk, case, by="both", digest=digest))


def test_another_agency_learns_nothing_of_a_case_by_mending_it(small_office: Office) -> None:
    office, case = small_office, small_office.received(in_writing=False)
    done(intake.admit(office.desk, case, by="clerk"))
    parties.register_official(
        office.desk, "other", "Other", (Role.AGENCY_OFFICER,), since=SINCE, agency="us.dhs"
    )
    assert names(intake.mend(office.desk, case, office.request("GUESS"), by="other")) == {"other_agency"}
    assert done(intake.mend(office.desk, case, office.request(), by="agent")).state is State.RECEIVED


def test_an_officer_of_no_agency_submits_for_none(small_office: Office) -> None:
    office = small_office
    parties.register_official(office.desk, "stray", "Stray", (Role.AGENCY_OFFICER,), since=SINCE)
    assert names(intake.receive(office.desk, office.request(), by="stray")) == {"other_agency"}
    assert not models.Submission.objects.exists()
    assert not isinstance(intake.receive(office.desk, office.request(), by="clerk"), Refused)


def test_those_outside_are_told_of_their_own_acts_alone(small_office: Office) -> None:
    office, case = small_office, small_office.in_review()
    outside = overview.look_at(office.desk, case, by="agent", purpose="")
    assert isinstance(outside, overview.Overview)
    assert Act.SIGN not in outside.acts
    assert outside.acts[Act.WITHDRAW] == ()
    inside = overview.look_at(office.desk, case, by="first", purpose="to review")
    assert isinstance(inside, overview.Overview)
    assert inside.acts[Act.SIGN] == ()


def test_a_case_that_names_no_paragraph_and_of_which_nothing_leaves_can_be_withheld(
    small_office: Office,
) -> None:
    office = small_office
    case = office.received(provision=None)
    done(intake.admit(office.desk, case, by="clerk"))
    determined = done(decision.determine(office.desk, case, by="preparer"))
    assert determined.proposal is not None
    assert determined.proposal.leaving == ()
    parties.register_official(office.desk, "without", "Without", (Role.REVIEWER,), since=SINCE)
    assert "no_authority" in names(review.withhold(office.desk, case, by="without", reason="not held"))
    assert done(review.withhold(office.desk, case, by="first", reason="not held")).state is State.WITHHELD


def test_nobody_gives_himself_a_sealed_matter(small_office: Office) -> None:
    office, case = small_office, small_office.received()
    models.Case.objects.filter(number=case).update(sealed=True)
    assert names(intake.assign(office.desk, case, to="auditor", by="auditor")) == {"no_such_case"}
    assert names(intake.assign(office.desk, case, to="agent", by="counsel")) == {"not_an_officer"}
    done(intake.assign(office.desk, case, to="preparer", by="counsel"))
    assert isinstance(
        overview.look_at(office.desk, case, by="preparer", purpose="to work"), overview.Overview
    )
    assert names(decision.view(office.desk, case, by="clerk", purpose="to see")) == {"no_such_case"}
    done(decision.view(office.desk, case, by="counsel", purpose="to see"))


def test_what_was_decided_yesterday_is_not_released_today(
    small_office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    office, case = small_office, small_office.approved()
    decide = look.decide_case

    def past_midnight(desk: Desk, held: Case) -> look.Decided:
        decided = decide(desk, held)
        office.clock.move(hours=13)
        return decided

    with monkeypatch.context() as slow:
        slow.setattr(release, "decide_case", past_midnight)
        office.desk = replace(office.desk, limits=replace(office.desk.limits, backlog_seconds_max=10**9))
        assert names(released(office, case)) == {"another_day"}
    assert isinstance(released(office, case), type(office.case(case)))


def test_a_key_is_that_of_one_release(small_office: Office) -> None:
    office = small_office
    one, other = office.approved("REQ-1"), office.approved("REQ-2")
    assert names(released(office, one, key="")) == {"other_key"}
    assert names(released(office, one, key="k" * 65)) == {"other_key"}
    done(released(office, one))  # type: ignore[arg-type]
    assert names(released(office, other)) == {"other_key"}
    assert done(released(office, one)).state is State.RELEASED  # type: ignore[arg-type]
    assert done(released(office, other, key="another")).state is State.RELEASED  # type: ignore[arg-type]


def test_a_key_of_the_agency_that_was_exchanged_since_makes_the_approvals_void(small_office: Office) -> None:
    office, case = small_office, small_office.approved()
    parties.register_agency(
        office.desk,
        "us.doj",
        safeguards_satisfy=True,
        reviewed_on=SINCE,
        valid_until=date(2027, 1, 1),
        key="another's key",
    )
    assert names(released(office, case)) == {"changed"}
    assert office.case(case).standing_approvals == ()


def test_an_item_without_a_value_never_leaves_as_a_word_for_nothing(small_office: Office) -> None:
    office = small_office
    with_own_records(office)
    path = office.folder / "records" / "items.parquet"
    items = pl.read_parquet(path)
    items.with_columns(pl.lit(None, dtype=pl.Utf8).alias("value")).write_parquet(path)
    assert names(released(office, office.approved())) == {"no_value"}
    items.write_parquet(path)
    assert done(released(office, office.approved("REQ-2"))).state is State.RELEASED  # type: ignore[arg-type]


def _emergency(office: Office) -> str:
    case = office.released_in_emergency()
    office.enter()
    return case


def test_what_the_second_official_does_not_agree_to_is_not_handed_over(small_office: Office) -> None:
    office, case = small_office, _emergency(small_office)
    done(delivery.review_after(office.desk, case, by="second", agrees=False, reason="no danger is stated"))
    office.enter()
    assert names(delivery.deliver(office.desk, case)) == {"second_disagrees"}
    recalled = done(delivery.recall(office.desk, case, by="privacy", reason="it was no emergency"))
    assert recalled.state is State.RECALLED
    assert done(delivery.close(office.desk, case, by="privacy")).state is State.CLOSED


def test_after_a_day_without_a_second_look_nothing_of_an_emergency_is_handed_over(
    small_office: Office,
) -> None:
    office, case = small_office, _emergency(small_office)
    office.clock.move(seconds=timedelta(days=1).total_seconds() + 1)
    assert names(delivery.deliver(office.desk, case)) == {"review_overdue"}
    done(delivery.review_after(office.desk, case, by="second", agrees=True, reason="seen"))
    office.enter()
    assert done(delivery.deliver(office.desk, case)).state is State.DELIVERED


def test_an_answer_on_a_match_without_reason_or_pair_or_a_second_time_spoils_no_case(
    small_office: Office,
) -> None:
    office, case = small_office, small_office.determined()
    done(decision.ask_reviewers(office.desk, case, by="preparer"))

    def settle(pair: str = PAIR, reason: str = "another person") -> object:
        return decision.settle_match(
            office.desk, case, by="first", pair=pair, answer=Answer.NO_MATCH, reason=reason
        )

    assert names(settle(reason=" ")) == {"no_reason"}
    assert names(settle(pair="x")) == {"no_pair"}
    done(settle())  # type: ignore[arg-type]
    assert names(settle()) == {"answered_already"}
    done(decision.determine(office.desk, case, by="preparer"))


def test_a_request_that_no_admission_can_read_is_refused_before_it_becomes_a_case(
    small_office: Office,
) -> None:
    office = small_office
    with pytest.raises(InputError, match="provision"):
        intake.receive(office.desk, office.request(provision="26 USC 6103(i)(99)"), by="agent")
    document = json.loads(office.request())
    document["subjects"][0]["facts"] = {"request.in_writing": "no"}
    with pytest.raises(InputError, match="contrary"):
        intake.receive(office.desk, json.dumps(document).encode(), by="agent")
    assert not models.Submission.objects.exists()
    case = office.received(in_writing=False)
    done(intake.admit(office.desk, case, by="clerk"))
    with pytest.raises(InputError, match="provision"):
        intake.mend(office.desk, case, office.request(provision="26 USC 6103(i)(99)"), by="agent")
    assert office.case(case).state is State.RETURNED


def test_words_are_kept_for_their_days_from_the_end_of_the_request_and_not_from_its_beginning(
    small_office: Office,
) -> None:
    office, case = small_office, small_office.received(in_writing=False)
    office.clock.move(days=31)
    done(intake.admit(office.desk, case, by="clerk"))
    assert intake.purge_unadmitted(office.desk, days=30) == 0
    office.clock.move(days=32)
    assert intake.purge_unadmitted(office.desk, days=30) == 1


def test_an_order_that_comes_into_force_before_the_package_is_fetched_keeps_it(
    small_office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    office, waiting, ready = small_office, small_office.released("REQ-1"), small_office.delivered("REQ-2")
    law = look.law_of
    pattern = next(one for one in law(office.desk, office.clock().date()).orders if one.id == "O5")
    restraint = Restraint(Forbids.BLOCK, (S6103 / "i/2",), ("us.doj",))

    def with_an_order(desk: Desk, day: date) -> Corpus:
        corpus = law(desk, day)
        return replace(corpus, orders=(*corpus.orders, replace(pattern, id="OX", restraints=(restraint,))))

    with monkeypatch.context() as ordered:
        ordered.setattr(look, "law_of", with_an_order)
        assert names(delivery.deliver(office.desk, waiting)) == {"order_in_force"}
        assert names(delivery.fetch(office.desk, ready, by="agent")) == {"order_in_force"}
    assert done(delivery.deliver(office.desk, waiting)).state is State.DELIVERED
    assert isinstance(delivery.fetch(office.desk, ready, by="agent"), bytes)


def test_who_lost_his_role_while_it_was_decided_releases_nothing(
    small_office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    office, case = small_office, small_office.approved()
    decide = look.decide_case

    def closing(desk: Desk, held: Case) -> look.Decided:
        parties.close_account(office.desk, "releaser")
        return decide(desk, held)

    with monkeypatch.context() as slow:
        slow.setattr(release, "decide_case", closing)
        assert names(released(office, case)) == {"not_active"}
    assert not models.Release.objects.exists()


class _Sealed:
    """A custodian that nobody may ask."""

    def __getattr__(self, name: str) -> object:
        raise AssertionError(name)


def test_the_page_of_who_is_named_looks_at_no_record_of_a_case_that_was_not_admitted(
    small_office: Office,
) -> None:
    office, case = small_office, small_office.received()
    open_desk = office.desk
    office.desk = replace(office.desk, custodian=_Sealed())  # type: ignore[arg-type]
    for expected in (State.RECEIVED, State.ADMITTED, State.BLOCKED):
        shown = pairs_document(office.desk, case, by="first")
        assert not isinstance(shown, Refused)
        assert (office.case(case).state, shown["pairs"]) == (expected, [])
        if expected is State.RECEIVED:
            done(intake.admit(office.desk, case, by="clerk"))
            with pytest.raises(AssertionError):
                pairs_document(office.desk, case, by="first")
            office.desk = open_desk
        elif expected is State.ADMITTED:
            office.desk = replace(office.desk, custodian=_Sealed())  # type: ignore[arg-type]
            done(intake.block(office.desk, case, by="counsel", orders=["made-up"]))


def test_a_hand_over_that_keeps_failing_does_not_fill_the_ledger(
    small_office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    office, case = small_office, small_office.released()
    office.enter()
    failed = models.Entry.objects.filter(case_number=case, act="fail_delivery")

    def fails(*_: object, **__: object) -> bytes:
        raise InputError("it cannot be proved")

    with monkeypatch.context() as broken:
        broken.setattr(office.sealer, "hand_over", fails)
        for _ in range(5):
            assert delivery.deliver_waiting(office.desk) == ()
        assert failed.count() == 1
        office.clock.move(seconds=3)
        delivery.deliver_waiting(office.desk)
        assert failed.count() == 2
    office.enter()
    office.clock.move(seconds=5)
    assert delivery.deliver_waiting(office.desk) == (case,)


def test_two_who_send_the_same_request_at_once_get_the_same_cases(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = office.received()
    standing, asked = rows.standing, []

    def too_early(agency: str, request: str) -> object:
        asked.append(request)
        return None if len(asked) == 1 else standing(agency, request)

    monkeypatch.setattr(rows, "standing", too_early)
    assert office.received() == first
    assert models.Submission.objects.count() == 1
