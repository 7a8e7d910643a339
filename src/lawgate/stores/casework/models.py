"""The tables of casework. What may be written into them is guarded by the database itself (`guards`)."""

from __future__ import annotations

from django.db import models
from django.db.models import CheckConstraint, F, Q, UniqueConstraint

from lawgate.casework.words import Demand, Role, State
from lawgate.decide.determination import Disposition
from lawgate.stores.casework.encrypted_fields import EncryptedBytes, EncryptedJSON, EncryptedText
from lawgate.stores.casework.models_keys import DataKey
from lawgate.stores.casework.models_paces import Paced
from lawgate.stores.casework.models_programs import (
    Answered,
    ClientKey,
    Feed,
    LastTold,
    SignedMessage,
    SpentAssertion,
)

# Django looks for every table here.
__all__ = ["Answered", "ClientKey", "DataKey", "Feed", "LastTold", "Paced", "SignedMessage", "SpentAssertion"]

KEPT = models.PROTECT
"""Nothing that others refer to is removed."""


class Official(models.Model):
    """Somebody who acts, known by the name that he signs in with."""

    login = models.CharField(max_length=80, primary_key=True)
    name = EncryptedText(row=("login",))
    agency = models.CharField(max_length=120, blank=True)
    active = models.BooleanField(default=True)


class Assignment(models.Model):
    """A role that an official has from a day to another, with the provision that he has authority for."""

    official = models.ForeignKey(Official, KEPT, related_name="assignments")
    role = models.CharField(max_length=30)
    provision = models.CharField(max_length=120, blank=True)
    begins_on = models.DateField()
    ends_on = models.DateField(null=True)

    class Meta:
        """One of the roles there are."""

        constraints = [
            CheckConstraint(condition=Q(role__in=[one.value for one in Role]), name="assignment_role"),
        ]


class Agency(models.Model):
    """An agency that receives: whether its safeguards satisfy (26 U.S.C. 6103(p)(4)), until when, and its key."""

    name = models.CharField(max_length=120, primary_key=True)
    safeguards_satisfy = models.BooleanField(default=False)
    reviewed_on = models.DateField(null=True)
    valid_until = models.DateField(null=True)
    key = models.TextField(blank=True)


class DocketCheck(models.Model):
    """That counsel looked whether any order of a court is new."""

    checked_on = models.DateField()
    official = models.ForeignKey(Official, KEPT)
    entry = models.OneToOneField("Entry", KEPT)


class Submission(models.Model):
    """A request as it came, letter for letter; purged, with its digest kept, where it was never admitted."""

    agency = models.CharField(max_length=120)
    request = models.CharField(max_length=200)
    version = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    body = EncryptedBytes(row=("agency", "request", "version"), null=True)
    received_at = models.DateTimeField()

    class Meta:
        """An agency's own number is given once; what was mended is its next version."""

        constraints = [
            UniqueConstraint(fields=["agency", "request", "version"], name="submission_once"),
        ]


class AskedAbout(models.Model):
    """That an agency asked about a person, known here by a keyed digest of what it said of him."""

    agency = models.CharField(max_length=120)
    person = models.CharField(max_length=64)
    asked_at = models.DateTimeField(db_index=True)

    class Meta:
        """Counted by agency and person."""

        indexes = [models.Index(fields=["agency", "person", "asked_at"], name="asked_about")]


class Case(models.Model):
    """One subject of one request."""

    number = models.CharField(max_length=64, primary_key=True)
    submission = models.ForeignKey(Submission, KEPT, related_name="cases")
    ref = models.CharField(max_length=200)
    agency = models.CharField(max_length=120)
    request = models.CharField(max_length=200)
    provision = models.CharField(max_length=120, blank=True)
    state = models.CharField(max_length=20)
    sequence = models.PositiveIntegerField()
    preparer = models.ForeignKey(Official, KEPT, null=True, related_name="prepared")
    assigned_to = models.ForeignKey(Official, KEPT, null=True, related_name="assigned")
    proposal = models.OneToOneField("Proposal", KEPT, null=True, related_name="standing_for")
    defects = EncryptedJSON(row=("number",))
    sealed = models.BooleanField(default=False)
    begun_on = models.DateField()
    days = models.PositiveIntegerField()
    stops = models.JSONField(default=list)
    stopped_on = models.DateField(null=True)
    due_on = models.DateField(null=True, db_index=True)
    """What the four before come to, kept so that lists can be sought and ordered by it; the clock decides."""
    waiting_since = models.DateField()

    class Meta:
        """A subject of a request is one case."""

        constraints = [
            UniqueConstraint(fields=["agency", "request", "ref"], name="case_once"),
            CheckConstraint(condition=Q(state__in=[one.value for one in State]), name="case_state"),
        ]


class Entry(models.Model):
    """One event: the bytes that are entered into the ledger, and outside it the fields that it commits to.

    `payload` and `payload_secret` can be destroyed; everything else is permanent (26 U.S.C. 6103(p)(3)(A)).
    `leaf` is its place in the ledger once it stands there. `subject_index` is a keyed digest of the person whom the
    account names, by which his is found.
    """

    case_number = models.CharField(max_length=64, db_index=True)
    sequence = models.PositiveIntegerField()
    kind = models.CharField(max_length=40, db_index=True)
    act = models.CharField(max_length=20)
    state_before = models.CharField(max_length=20, blank=True)
    state_after = models.CharField(max_length=20, blank=True)
    actor = models.CharField(max_length=80)
    day = models.DateField()
    happened_at = models.DateTimeField(db_index=True)
    encoded = models.BinaryField()
    commitments = models.BinaryField()
    account = EncryptedJSON(row=("case_number", "sequence"))
    subject_index = models.CharField(max_length=64, blank=True, db_index=True)
    payload = EncryptedJSON(row=("case_number", "sequence"), null=True)
    payload_secret = EncryptedBytes(row=("case_number", "sequence"), null=True)
    leaf = models.PositiveBigIntegerField(null=True, unique=True)

    class Meta:
        """Numbered within its case without a gap."""

        constraints = [
            UniqueConstraint(fields=["case_number", "sequence"], name="entry_once"),
        ]


class Finding(models.Model):
    """An official's answer to a question of judgement in a case; a later one on the same takes its place."""

    case = models.ForeignKey(Case, KEPT, related_name="findings")
    cite = models.CharField(max_length=120)
    answer = models.BooleanField()
    items = models.JSONField(null=True)
    office = models.CharField(max_length=60)
    official = models.ForeignKey(Official, KEPT)
    found_on = models.DateField()
    certified_on = models.DateField(null=True)
    note = EncryptedText(row=("entry_id",))
    entry = models.OneToOneField(Entry, KEPT)


class MatchDecision(models.Model):
    """A reviewer's answer whether a record is that of the person named."""

    case = models.ForeignKey(Case, KEPT, related_name="match_decisions")
    pair = models.CharField(max_length=80)
    answer = models.CharField(max_length=20)
    reason = EncryptedText(row=("entry_id",))
    official = models.ForeignKey(Official, KEPT)
    decided_on = models.DateField()
    entry = models.OneToOneField(Entry, KEPT)

    class Meta:
        """One reviewer answers once on a pair."""

        constraints = [
            UniqueConstraint(fields=["case", "pair", "official"], name="match_decision_once"),
        ]


class Proposal(models.Model):
    """What would leave and what it rests on; `document` is the determination, without any value."""

    case = models.ForeignKey(Case, KEPT, related_name="proposals")
    number = models.PositiveIntegerField()
    digest = models.CharField(max_length=64, unique=True)
    request_digest = models.CharField(max_length=64)
    determination_digest = models.CharField(max_length=64)
    corpus = models.CharField(max_length=64)
    record_root = models.CharField(max_length=64)
    prepared_by = models.ForeignKey(Official, KEPT, related_name="+")
    demand = models.CharField(max_length=20)
    hypothetical = models.BooleanField()
    document = EncryptedJSON(row=("case_id", "number"))
    made_at = models.DateTimeField()
    entry = models.OneToOneField(Entry, KEPT)

    class Meta:
        """Numbered within its case."""

        constraints = [
            UniqueConstraint(fields=["case", "number"], name="proposal_once"),
            CheckConstraint(condition=Q(demand__in=[one.value for one in Demand]), name="proposal_demand"),
        ]


class ProposalLine(models.Model):
    """One decision as it is proposed."""

    proposal = models.ForeignKey(Proposal, KEPT, related_name="lines")
    position = models.PositiveIntegerField()
    item = models.CharField(max_length=80)
    period = models.CharField(max_length=10, blank=True)
    disposition = models.CharField(max_length=20)
    pathway = models.CharField(max_length=120, blank=True)

    class Meta:
        """Each in its place."""

        constraints = [
            UniqueConstraint(fields=["proposal", "position"], name="line_once"),
            CheckConstraint(
                condition=Q(disposition__in=[one.value for one in Disposition]), name="line_disposition"
            ),
            CheckConstraint(condition=~Q(disposition="disclose", pathway=""), name="line_has_pathway"),
        ]


class Approval(models.Model):
    """An official's yes to the digest of a proposal."""

    proposal = models.ForeignKey(Proposal, KEPT, related_name="approvals")
    slot = models.PositiveSmallIntegerField()
    signer = models.ForeignKey(Official, KEPT, related_name="+")
    prepared_by = models.ForeignKey(Official, KEPT, related_name="+")
    digest = models.CharField(max_length=64)
    signed_at = models.DateTimeField()
    entry = models.OneToOneField(Entry, KEPT)

    class Meta:
        """Two slots, two signers, neither of them the preparer."""

        constraints = [
            UniqueConstraint(fields=["proposal", "slot"], name="approval_slot_once"),
            UniqueConstraint(fields=["proposal", "signer"], name="approval_signer_once"),
            CheckConstraint(condition=Q(slot__in=[1, 2]), name="approval_slots"),
            CheckConstraint(condition=~Q(signer=F("prepared_by")), name="approval_not_by_preparer"),
        ]


class Objection(models.Model):
    """An official's doubt or no; it stands on the case for ever."""

    case = models.ForeignKey(Case, KEPT, related_name="objections")
    official = models.ForeignKey(Official, KEPT)
    reason = EncryptedText(row=("entry_id",))
    made_on = models.DateField()
    declines = models.CharField(max_length=64, blank=True)
    entry = models.OneToOneField(Entry, KEPT)


class Release(models.Model):
    """That a case was released, once, on these approvals."""

    case = models.OneToOneField(Case, KEPT, related_name="release")
    proposal = models.OneToOneField(Proposal, KEPT, related_name="release")
    demand = models.CharField(max_length=20)
    first = models.OneToOneField(Approval, KEPT, related_name="+")
    second = models.OneToOneField(Approval, KEPT, null=True, related_name="+")
    releaser = models.ForeignKey(Official, KEPT, related_name="+")
    released_at = models.DateTimeField()
    review_due = models.DateTimeField(null=True)
    idempotency_key = models.CharField(max_length=64, unique=True)
    entry = models.OneToOneField(Entry, KEPT)

    class Meta:
        """The approvals that its pathway demands."""

        constraints = [
            CheckConstraint(
                condition=(Q(demand="two", second__isnull=False) & ~Q(first=F("second")))
                | Q(demand="one_then_review", review_due__isnull=False),
                name="release_has_its_approvals",
            ),
        ]


class ReviewAfter(models.Model):
    """A second official's look after a release in an emergency."""

    release = models.OneToOneField(Release, KEPT, related_name="review_after")
    official = models.ForeignKey(Official, KEPT)
    agrees = models.BooleanField()
    reviewed_at = models.DateTimeField()
    entry = models.OneToOneField(Entry, KEPT)


class Package(models.Model):
    """The outbox: the sealed bytes, and, once the entry is under a checkpoint, the whole file that may be fetched.

    `registration` is that of the key which it was sealed to: its receipt is that key's, whatever is registered since.
    """

    release = models.OneToOneField(Release, KEPT, related_name="package")
    sealed = models.BinaryField()
    registration = models.TextField(null=True)
    attempts = models.PositiveIntegerField(default=0)
    fault = models.CharField(max_length=80, blank=True)
    body = models.BinaryField(null=True)
    digest = models.CharField(max_length=64, blank=True)
    handed_over_at = models.DateTimeField(null=True)
    fetched_at = models.DateTimeField(null=True)
    receipt = models.BinaryField(null=True)


class Statement(models.Model):
    """What the recipient's key signed of a package since: set apart, or destroyed; kept as it came."""

    case = models.ForeignKey(Case, KEPT, related_name="statements")
    what = models.CharField(max_length=20)
    body = models.BinaryField()
    entry = models.OneToOneField(Entry, KEPT)


class SavedSearch(models.Model):
    """A search of the list of cases that somebody keeps under a name: his preference, and no part of any record."""

    official = models.ForeignKey(Official, KEPT, related_name="searches")
    name = models.CharField(max_length=60)
    sought = models.JSONField()
    is_default = models.BooleanField(default=False)

    class Meta:
        """A name once for each, and one that he begins with."""

        constraints = [
            UniqueConstraint(fields=["official", "name"], name="search_once"),
            UniqueConstraint(fields=["official"], condition=Q(is_default=True), name="search_default_once"),
        ]


class LedgerState(models.Model):
    """What the sequencer last said of the ledger; one row."""

    id = models.PositiveSmallIntegerField(primary_key=True)
    size = models.PositiveBigIntegerField()
    entered_at = models.DateTimeField()
    witnessed = models.BooleanField()
    stopped = models.CharField(max_length=200, blank=True)

    class Meta:
        """One row."""

        constraints = [CheckConstraint(condition=Q(id=1), name="ledger_state_one_row")]


class Notice(models.Model):
    """That somebody is told of something: of what, in which role, about which case; a text stands nowhere in it."""

    notice = models.CharField(max_length=30)
    to = models.CharField(max_length=30)
    about = models.CharField(max_length=64)
    mark = models.CharField(max_length=40)
    made_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)

    class Meta:
        """Told once."""

        constraints = [
            UniqueConstraint(fields=["notice", "to", "about", "mark"], name="notice_once"),
        ]
        indexes = [models.Index(fields=["to", "-id"], name="notice_to")]
