"""The tables of programs that come to the API: how each signs in, and what it was answered."""

from __future__ import annotations

from django.db import models
from django.db.models import UniqueConstraint

from lawgate.stores.casework.encrypted_fields import EncryptedBytes

KEPT = models.PROTECT
"""Nothing that others refer to is removed."""


class ClientKey(models.Model):
    """The public key by which a program of an agency shows who it is, known by its digest (RFC 7638), until it ends."""

    official = models.ForeignKey("Official", KEPT, related_name="client_keys")
    digest = models.CharField(max_length=43, primary_key=True)
    key = models.JSONField()
    registered_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)


class SpentAssertion(models.Model):
    """An assertion of a program that was used, so that it is not used again; kept until it would lapse by itself."""

    digest = models.CharField(max_length=64, primary_key=True)
    lapses_at = models.DateTimeField(db_index=True)


class Answered(models.Model):
    """What was answered to a program under a key of its own, to be answered again; no name and no value is in it."""

    official = models.ForeignKey("Official", KEPT, related_name="+")
    key = models.CharField(max_length=64)
    asked = models.CharField(max_length=64)
    answer = models.JSONField(null=True)
    answered_at = models.DateTimeField(db_index=True)

    class Meta:
        """A key is used for one thing."""

        constraints = [
            UniqueConstraint(fields=["official", "key"], name="answered_once"),
        ]


class SignedMessage(models.Model):
    """The body of a message in which a request came with a table, as it was signed; destroyed with the words."""

    submission = models.OneToOneField("Submission", KEPT, related_name="message", primary_key=True)
    body = EncryptedBytes(row=("submission_id",))


class Feed(models.Model):
    """How often anything changed of what an agency is told of its cases, and when that was looked at last."""

    agency = models.CharField(max_length=120, primary_key=True)
    size = models.PositiveBigIntegerField(default=0)
    looked_at = models.DateTimeField(null=True)


class LastTold(models.Model):
    """What an agency was last told of a case, of which words of it, and as the how manieth change that was."""

    agency = models.CharField(max_length=120)
    case = models.ForeignKey("Case", KEPT, related_name="+")
    told = models.CharField(max_length=20)
    submission = models.BigIntegerField()
    place = models.PositiveBigIntegerField()

    class Meta:
        """Each case once, each place once."""

        constraints = [
            UniqueConstraint(fields=["agency", "case"], name="last_told_case"),
            UniqueConstraint(fields=["agency", "place"], name="last_told_place"),
        ]
