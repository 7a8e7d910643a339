"""The table of how often was asked."""

from __future__ import annotations

from django.db import models


class Paced(models.Model):
    """That somebody asked: a digest of who it was under the deployment's secret, and when it is as if he had not."""

    digest = models.CharField(max_length=64, primary_key=True)
    whole_at = models.BigIntegerField(db_index=True)
